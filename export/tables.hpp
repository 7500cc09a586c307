#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph.hpp"
#include "export/format.hpp"

namespace guanxi {

/// What stands in a column. `exact` is the text of the number in the column before it where that number is one that a
/// double cannot hold; forms that keep decimals as text leave the column out.
enum class CellKind : std::uint8_t { text, texts, integer, number, truth, exact };

struct Column {
    std::string_view name;  ///< the key of JSON-LD where there is one
    CellKind kind = CellKind::text;
};

/// What stands in a row: a text, number or truth as text, or a list of texts; both empty for what is not said.
struct Cell {
    std::string text;
    std::span<const std::string> list;
    [[nodiscard]] bool empty() const { return text.empty() && list.empty(); }
};

/// The columns of the tables that a graph is, the same for all forms; the id comes first.
[[nodiscard]] std::span<const Column> document_columns();
[[nodiscard]] std::span<const Column> entity_columns();
[[nodiscard]] std::span<const Column> fact_columns();
[[nodiscard]] std::span<const Column> observation_columns();
[[nodiscard]] std::span<const Column> evidence_columns();

/// Makes the rows of these tables, one at a time; a row is valid until the next one of any table. The ends of a fact
/// and the subject of an observation are no columns: each form has its own way to join.
class TableRows {
public:
    TableRows(const Graph& graph, const WriteOptions& options) : graph_(graph), texts_(options.texts) {}

    using Row = std::span<const Cell>;
    [[nodiscard]] Row document(const Document& document);
    [[nodiscard]] Row entity(const Entity& entity);
    /// With the quote and the place of its surest evidence.
    [[nodiscard]] Row fact(const Fact& fact);
    [[nodiscard]] Row observation(const Observation& observation);
    /// A piece of evidence of a fact or an observation. Its id tells statement, document and place, so that graphs
    /// which are loaded one after the other add up.
    [[nodiscard]] Row evidence(std::string_view statement, std::span<const Evidence> all, std::size_t index);

private:
    Cell& next() { return cells_.at(size_++); }
    void begin() { size_ = 0; }
    [[nodiscard]] Row end() const { return Row(cells_).first(size_); }
    void text(std::string_view value);
    void list(const std::vector<std::string>& values);
    void decimal(const std::optional<Decimal>& value);
    void exact(const std::optional<Decimal>& value);
    void integer(const std::optional<std::int64_t>& value);
    void truth(bool value);
    void surest_of(const std::vector<Evidence>& evidence);

    const Graph& graph_;
    bool texts_;
    std::array<Cell, 16> cells_;
    std::size_t size_ = 0;
};

/// Tells the rows of evidence of all facts, then of all observations.
void for_each_evidence(const Graph& graph, TableRows& rows, const std::function<void(TableRows::Row)>& take);

/// What a relation is called where edges have a type: the predicate; `denied` for a fact that the text denies, which is
/// no edge that a path may take.
inline constexpr std::string_view denied = "denied";
[[nodiscard]] std::string_view edge_type(const Fact& fact);

/// A character that stands in no list of the graph: `;` if it can be, to part the texts of a list in one cell. Below
/// U+FFFF, as engines want it. Throws Error where the lists use up all.
[[nodiscard]] char32_t list_separator(const Graph& graph);

}  // namespace guanxi
