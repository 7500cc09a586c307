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

/// What stands in a column. `label` is the kind of an entity, which is a second label where nodes have labels. `exact`
/// is the text of the number in the column before it where that number is one that a double cannot hold; forms that
/// keep decimals as text leave the column out.
enum class CellKind : std::uint8_t { text, label, texts, integer, number, truth, exact };

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

/// The columns of facts, the id first. Their ends are no columns: each form has its own way to join.
[[nodiscard]] std::span<const Column> fact_columns();
/// The same of observations, without their subject.
[[nodiscard]] std::span<const Column> observation_columns();

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

/// The rows of one kind of node: documents, entities, observations, text quotes, in this order; in each, the id first.
struct NodeTable {
    std::string_view label;  ///< `Document`
    std::string_view file;   ///< `documents`
    std::span<const Column> columns;
    void (*tell)(const Graph& graph, TableRows& rows, const std::function<void(TableRows::Row)>& take);
};
[[nodiscard]] std::span<const NodeTable> node_tables();

/// What joins nodes that are not both entities, by their ids: an observation and its subject, an observation and its
/// evidence, a text quote and its source. The evidence of a fact is found by the fact's id (`statement`).
struct LinkTable {
    std::string_view type;      ///< `subject`
    std::string_view from, to;  ///< labels
    std::string_view file;      ///< `observation_subject`
    void (*tell)(const Graph& graph, TableRows& rows,
                 const std::function<void(std::string_view from, std::string_view to)>& take);
};
[[nodiscard]] std::span<const LinkTable> link_tables();

/// What a relation is called where edges have a type: the predicate; `denied` for a fact that the text denies, which is
/// no edge that a path may take.
inline constexpr std::string_view denied = "denied";
[[nodiscard]] std::string_view edge_type(const Fact& fact);

/// A character that stands in no list of the graph: `;` if it can be, to part the texts of a list in one cell. Below
/// U+FFFF, as engines want it. Throws Error where the lists use up all.
[[nodiscard]] char32_t list_separator(const Graph& graph);

}  // namespace guanxi
