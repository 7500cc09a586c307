#pragma once

#include <rapidjson/document.h>

#include <string>
#include <string_view>
#include <vector>

#include "export/detail/jsonld_nodes.hpp"
#include "export/rdf_graphs.hpp"
#include "export/rdf_names.hpp"
#include "export/rdf_table.hpp"

namespace guanxi {

/// Turns the quads of a file into the nodes of the JSON-LD that they stand for, and hands them to a NodeReader, which
/// knows the contract. Inside export/ only: it shows RapidJSON's types.
class RdfNodes {
public:
    /// The grouped quads, and what names them in messages; both must live as long.
    RdfNodes(const RdfTable& table, const std::string& file);

    /// Throws ContractError for a file that breaks the contract.
    [[nodiscard]] Graph read();

private:
    using Quad = RdfTable::Quad;

    void node(RdfTable::TermIndex subject);
    void fill(rapidjson::Value& object, RdfTable::TermIndex subject);
    void add(rapidjson::Value& object, const RdfNames::Property& property, const Quad& quad);
    [[nodiscard]] rapidjson::Value value(const RdfNames::Property& property, const Quad& quad);
    [[nodiscard]] rapidjson::Value number(const RdfNames::Property& property, const Quad& quad);
    [[nodiscard]] rapidjson::Value part(const RdfNames::Property& property, const Quad& quad);
    /// The text of a literal of this datatype.
    [[nodiscard]] std::string_view literal(const RdfNames::Property& property, const Quad& quad,
                                           std::string_view datatype) const;
    [[nodiscard]] std::string id_of(const Quad& quad, RdfTable::TermIndex term) const;
    [[nodiscard]] std::string shown(RdfTable::TermIndex term) const;
    [[noreturn]] void fail(const Quad& quad, const std::string& message) const;
    [[nodiscard]] rapidjson::Value json(std::string_view text);

    const RdfTable& table_;
    const std::string& file_;
    RdfNames names_;
    RdfGraphs graphs_;
    NodeReader nodes_;
    std::vector<bool> is_part_;  // by term: an amount or a quote of another node
    std::string current_;        // the node that is read, as shown
    rapidjson::MemoryPoolAllocator<> pool_;
};

}  // namespace guanxi
