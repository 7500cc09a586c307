#include "export/detail/jsonld_nodes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

std::size_t hash_id(std::string_view id) {
    return std::hash<std::string_view>{}(id);
}

constexpr DocumentIndex no_document = ~DocumentIndex{0};

// A statement holds a list of objects of scalars; what is deeper is no statement, and copying it could exhaust the
// stack.
bool is_deeper(const rapidjson::Value& value, int levels) {
    if (levels == 0) return true;
    const auto item_is_deeper = [&](const rapidjson::Value& item) { return is_deeper(item, levels - 1); };
    if (value.IsArray()) return std::any_of(value.Begin(), value.End(), item_is_deeper);
    return value.IsObject() && std::any_of(value.MemberBegin(), value.MemberEnd(),
                                           [&](const auto& member) { return item_is_deeper(member.value); });
}

}  // namespace

ByteIndex::ByteIndex(std::string_view text) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_boundary(text, i) && count++ % stride == 0) offsets_.push_back(static_cast<std::uint32_t>(i));
    }
}

bool ByteIndex::stands_at(std::string_view text, std::uint32_t begin, std::string_view part) const {
    if (begin / stride >= offsets_.size()) return false;
    std::size_t byte = offsets_[begin / stride];
    for (std::uint32_t i = 0; i < begin % stride && byte < text.size(); ++i) byte += decode(text, byte).size;
    return byte <= text.size() && text.substr(byte, part.size()) == part;
}

void NodeReader::problem(const Error& error, std::string_view left_out) {
    // A second node of an id is left out, not the first.
    const std::string id(left_out);
    if (graph_.find(id) == Graph::no_entity && documents_.count(id) == 0) broken_.insert(id);
    problems_.emplace_back(error.what());
    if (problems_.size() >= most_problems) throw ContractError(std::move(problems_));
}

void NodeReader::give_up(const Error& error) {
    problems_.emplace_back(error.what());
    throw ContractError(std::move(problems_));
}

void NodeReader::add(const rapidjson::Value& value, std::size_t line) {
    std::string_view id;
    try {
        NodePlace place{file_, line, "a node"};
        if (!value.IsObject()) throw Error({file_, line, 0}, "a node of \"@graph\" must be an object");
        place.id = JsonFields(value, place).required("@id");
        const JsonFields node(value, place);
        id = node.reference("@id");
        take(node, node.required("@type"), value);
    } catch (const Error& error) {
        problem(error, id);
    }
}

void NodeReader::take(const JsonFields& node, std::string_view type, const rapidjson::Value& value) {
    const auto entity_type = find_entity_type(type);
    if (type == "Document") {
        document(node);
    } else if (type == "Statement" || type == "Observation") {
        const References ends = references(node, type == "Statement");
        // Once one waits all others do, so that they keep their order.
        if (ends.complete && waiting_.empty()) return take_complete(node, ends);
        const NodePlace& place = node.place();
        if (is_deeper(value, 4))
            throw Error({file_, place.line, 0}, fmt::format("{}: the node is nested too deeply", place.id));
        waiting_.push_back({rapidjson::Value(value, waiting_pool_), place.line});
    } else if (entity_type && info(*entity_type).id == type) {
        entity(node, *entity_type);
    } else {
        node.fail("@type", fmt::format("is '{}', which is not a type of the contract", type));
    }
}

void NodeReader::take_complete(const JsonFields& node, const References& ends) {
    node.text("@type") == "Statement" ? statement(node, ends) : observation(node, ends);
}

Graph NodeReader::finish() {
    finishing_ = true;
    for (const Waiting& waiting : waiting_) {
        const JsonFields node(waiting.node, {file_, waiting.line, json_text(waiting.node["@id"])});
        try {
            const References ends = references(node, node.text("@type") == "Statement");
            if (!ends.broken) take_complete(node, ends);
        } catch (const Error& error) {
            problem(error);
        }
    }
    // Where a node is left out, the properties that lead to it have no statement.
    if (problems_.empty()) check_direct_edges();
    if (!problems_.empty()) throw ContractError(std::move(problems_));
    return std::move(graph_);
}

void NodeReader::document(const JsonFields& node) {
    node.allow({"@id", "@type", "name", "headline", "datePublished", "place", "publisher", "author", "sha256", "text"});
    Document document;
    document.id = node.reference("@id");
    document.name = node.text("name");
    document.title = node.text("headline");
    document.date = node.text("datePublished");
    document.place = node.text("place");
    document.source = node.text("publisher");
    document.authors = node.strings("author");
    document.sha256 = node.text("sha256");
    document.text = node.text("text");
    const auto index = static_cast<DocumentIndex>(documents_.size());
    if (!documents_.try_emplace(document.id, index).second) node.fail("@id", "is the id of two documents");
    texts_.emplace_back(document.text);
    graph_.add_document(std::move(document));
}

void NodeReader::entity(const JsonFields& node, EntityType type) {
    node.allow_with_relations({"@id", "@type", "name", "alternateName", "code", "within"});
    Entity entity;
    entity.id = node.reference("@id");
    entity.type = type;
    entity.name = node.required("name");
    entity.aliases = node.strings("alternateName");
    entity.code = node.text("code");
    entity.within = node.text("within");
    if (graph_.find(entity.id) != Graph::no_entity) node.fail("@id", "is the id of two entities");
    const EntityIndex index = graph_.add_entity(std::move(entity));
    for (const PredicateInfo& predicate : predicates()) {
        for (const std::string_view target : node.texts(predicate.id)) {
            direct_edges_.push_back({index, predicate.predicate, hash_id(node.bare_id(predicate.id, target))});
        }
    }
}

EntityIndex NodeReader::find_end(const JsonFields& node, std::string_view key, References& ends) const {
    const std::string_view id = node.reference(key);
    const EntityIndex index = graph_.find(id);
    if (index != Graph::no_entity) return index;
    ends.complete = false;
    ends.broken = ends.broken || is_broken(id);
    if (finishing_ && !is_broken(id)) node.fail(key, fmt::format("is kg:{}, an entity that is not in the file", id));
    return index;
}

DocumentIndex NodeReader::find_source(const JsonFields& quote, References& ends) const {
    const std::string_view id = quote.reference("source");
    const auto found = documents_.find(std::string(id));
    if (found != documents_.end()) return found->second;
    ends.complete = false;
    ends.broken = ends.broken || is_broken(id);
    if (finishing_ && !is_broken(id)) {
        quote.fail("source", fmt::format("is kg:{}, a document that is not in the file", id));
    }
    return no_document;
}

NodeReader::References NodeReader::references(const JsonFields& node, bool with_object) const {
    References ends;
    ends.subject = find_end(node, "subject", ends);
    if (with_object) ends.object = find_end(node, "object", ends);
    const rapidjson::Value* list = node.find("evidence");
    if (list == nullptr || !list->IsArray() || list->Empty())
        node.fail("evidence", "must be a list of at least one quote");
    for (const rapidjson::Value& item : list->GetArray()) {
        if (!item.IsObject()) node.fail("evidence", "must be a list of quotes");
        ends.sources.push_back(find_source(JsonFields(item, node.place(), "evidence"), ends));
    }
    return ends;
}

QuoteIndex NodeReader::quote(const JsonFields& quote, DocumentIndex source) {
    const std::uint32_t begin = quote.offset("start");
    const std::uint32_t end = quote.offset("end");
    const std::string_view exact = quote.required("exact");
    if (begin >= end) quote.fail("end", fmt::format("must be greater than \"start\", {}", begin));
    if (end - begin != count_code_points(exact)) {
        quote.fail("exact", fmt::format(R"(has {} code points, but "start" and "end" are {} apart)",
                                        count_code_points(exact), end - begin));
    }
    const std::string& text = graph_.documents()[source].text;
    if (!text.empty() && !texts_[source].stands_at(text, begin, exact)) {
        quote.fail("exact",
                   fmt::format("does not stand in the text of kg:{} at {}", graph_.documents()[source].id, begin));
    }
    const QuoteIndex index = graph_.add_quote({source, begin, end, std::string(exact)});
    if (graph_.quotes()[index].text != exact) quote.fail("exact", "differs from another quote of the same place");
    return index;
}

std::vector<Evidence> NodeReader::evidence(const JsonFields& node, const std::vector<DocumentIndex>& sources) {
    std::vector<Evidence> list;
    for (const rapidjson::Value& item : node.find("evidence")->GetArray()) {
        const JsonFields fields(item, node.place(), "evidence");
        fields.allow({"@type", "source", "exact", "start", "end", "rule", "confidence"});
        if (fields.text("@type") != "TextQuote") fields.fail("@type", "must be TextQuote");
        list.push_back({quote(fields, sources[list.size()]), std::string(fields.text("rule")), fields.confidence()});
    }
    const auto best = std::max_element(
        list.begin(), list.end(), [](const Evidence& a, const Evidence& b) { return a.confidence < b.confidence; });
    if (node.find("confidence") != nullptr && node.confidence() != best->confidence) {
        node.fail("confidence", "is not that of the surest evidence");
    }
    if (node.text("rule") != best->rule) node.fail("rule", "is not that of the surest evidence");
    return list;
}

void NodeReader::statement(const JsonFields& node, const References& ends) {
    node.allow({"@id", "@type", "subject", "predicate", "object", "status", "time", "amount", "count", "title",
                "negated", "confidence", "rule", "evidence"});
    Fact fact{.subject = ends.subject, .object = ends.object};
    const std::string_view name = node.required("predicate");
    const auto predicate = find_predicate(name);
    if (!predicate || info(*predicate).id != name)
        node.fail("predicate", fmt::format("is '{}', which is not a relation", name));
    fact.predicate = *predicate;
    Qualifiers& q = fact.qualifiers;
    q.status = node.status();
    q.time = node.text("time");
    if (const rapidjson::Value* amount = node.find("amount")) {
        if (!amount->IsObject()) node.fail("amount", "must be an object with value and unit");
        const JsonFields fields(*amount, node.place(), "amount");
        fields.allow({"value", "unit"});
        const auto value = fields.decimal("value");
        if (!value) fields.fail("value", "is missing");
        q.amount = Amount{*value, std::string(fields.text("unit"))};
    }
    q.count = node.integer("count");
    q.title = node.text("title");
    q.negated = node.flag("negated");
    fact.evidence = evidence(node, ends.sources);
    try {
        graph_.add_fact(std::move(fact));
    } catch (const Error& error) {
        node.fail("predicate", fmt::format("cannot be '{}': {}", name, error.what()));
    }
}

void NodeReader::observation(const JsonFields& node, const References& ends) {
    node.allow({"@id", "@type", "subject", "indicator", "value", "unit", "bound", "change", "rank", "scope", "status",
                "time", "confidence", "rule", "evidence"});
    Observation observation{.subject = ends.subject, .indicator = std::string(node.text("indicator"))};
    Quantity& quantity = observation.quantity;
    quantity.value = node.decimal("value");
    quantity.unit = node.text("unit");
    quantity.bound = node.bound();
    quantity.change = node.flag("change");
    quantity.rank = node.integer("rank");
    quantity.scope = node.text("scope");
    if (!quantity.value && !quantity.rank) node.fail("value", "and \"rank\" are both missing");
    observation.qualifiers.status = node.status();
    observation.qualifiers.time = node.text("time");
    observation.evidence = evidence(node, ends.sources);
    graph_.add_observation(std::move(observation));
}

// A direct property without its statement would be lost when the graph is written again.
void NodeReader::check_direct_edges() {
    std::vector<DirectEdge> said;
    said.reserve(graph_.fact_count());
    for (FactIndex i = 0; i < graph_.fact_count(); ++i) {
        const Fact& fact = graph_.fact(i);
        if (fact.qualifiers.negated) continue;
        said.push_back({fact.subject, fact.predicate, hash_id(graph_.entity(fact.object).id)});
    }
    std::sort(said.begin(), said.end());
    for (const DirectEdge& edge : direct_edges_) {
        if (std::binary_search(said.begin(), said.end(), edge)) continue;
        problem(Error({file_, 0, 0}, fmt::format("kg:{}: \"{}\" leads to an entity without a Statement that says so",
                                                 graph_.entity(edge.subject).id, info(edge.predicate).id)));
    }
}

}  // namespace guanxi
