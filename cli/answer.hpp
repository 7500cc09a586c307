#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// What a cell of an answer may hold besides text and numbers.
struct EntityCell {
    EntityIndex index = 0;
};
struct EntitiesCell {
    std::vector<EntityIndex> list;
};
struct FactCell {
    FactIndex index = 0;
};
struct ObservationCell {
    ObservationIndex index = 0;
};
struct DocumentCell {
    DocumentIndex index = 0;
};
/// A number as text, shown with its point below the others': `≥ 12.5`.
struct NumberCell {
    std::string text;
    std::string plain;  ///< in JSON: the number alone, empty if there is none
};
/// A share or a rank, shown with six digits behind the point.
struct ScoreCell {
    double value = 0;
};

using Cell = std::variant<std::monostate, std::string, std::int64_t, ScoreCell, NumberCell, EntityCell, EntitiesCell,
                          FactCell, ObservationCell, DocumentCell>;

/// How a column is shown.
enum class Shown : std::uint8_t {
    plain,     ///< a fact or figure in six columns: subject, relation, object, status, time, what else is said
    once,      ///< blank where it is the same as in the row above
    brief,     ///< a fact without its ends
    json_only  ///< on no terminal
};

struct Column {
    std::string key;  ///< in JSON, and with blanks for `_` the heading
    Shown shown = Shown::plain;
};

using Row = std::vector<Cell>;

struct Table {
    std::string name;  ///< in JSON, and the heading where an answer has several
    std::vector<Column> columns;
    std::vector<Row> rows;
    bool json_only = false;
    bool whole = false;  ///< not cut: its question has seen to the limit
};

/// What a question is answered with. Indices are those of the graph that was asked.
struct Answer {
    std::string said;  ///< lines before the tables, or all there is to say if these are empty
    std::vector<std::pair<std::string_view, std::int64_t>> counts;  ///< for JSON: what `said` tells in numbers
    std::vector<std::pair<std::string_view, double>> scores;        ///< the same for what is no whole number
    std::vector<Table> tables;
    bool with_evidence = false;  ///< without being asked for, the surest sentence of each line
    bool with_links = false;     ///< the graph of the answer has all facts between its entities
};

/// At most so many rows of each table. Returns how many are left out of each.
std::vector<std::size_t> cut(Answer& answer, std::size_t limit);

/// The facts and observations that a row is about.
struct Grounds {
    std::vector<FactIndex> facts;
    std::vector<ObservationIndex> observations;
};
[[nodiscard]] Grounds grounds(const Row& row);

}  // namespace guanxi
