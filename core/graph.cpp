#include "core/graph.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/error.hpp"
#include "core/graph_store.hpp"
#include "core/sha256.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::size_t id_digits = 20;
constexpr char separator = '\x1f';

void append(std::string& key, std::string_view part) {
    key += part;
    key += separator;
}

std::string amount_key(const std::optional<Amount>& amount) {
    return amount ? amount->value.to_string() + amount->unit : std::string();
}

// What makes a fact one fact, whatever the document that says it.
std::string fact_key(const Graph& graph, const Fact& fact) {
    std::string key;
    append(key, graph.entity(fact.subject).id);
    append(key, info(fact.predicate).id);
    append(key, graph.entity(fact.object).id);
    append(key, id(fact.qualifiers.status));
    append(key, fact.qualifiers.time);
    append(key, amount_key(fact.qualifiers.amount));
    append(key, fact.qualifiers.negated ? "not" : "");
    return key;
}

std::string observation_key(const Graph& graph, const Observation& observation) {
    const Quantity& quantity = observation.quantity;
    std::string key;
    append(key, graph.entity(observation.subject).id);
    append(key, observation.indicator);
    append(key, quantity.value ? quantity.value->to_string() : "");
    append(key, quantity.unit);
    append(key, id(quantity.bound));
    append(key, quantity.change ? "change" : "");
    append(key, quantity.rank ? std::to_string(*quantity.rank) : "");
    append(key, quantity.scope);
    append(key, id(observation.qualifiers.status));
    append(key, observation.qualifiers.time);
    return key;
}

// The same sentence read by the same rule is one piece of evidence; the surer reading stays.
void merge_evidence(std::vector<Evidence>& into, const std::vector<Evidence>& from) {
    for (const Evidence& evidence : from) {
        const auto same = std::find_if(into.begin(), into.end(), [&](const Evidence& e) {
            return e.quote == evidence.quote && e.rule == evidence.rule;
        });
        if (same == into.end()) {
            into.push_back(evidence);
        } else {
            same->confidence = std::max(same->confidence, evidence.confidence);
        }
    }
}

void round_confidence(std::vector<Evidence>& evidence) {
    for (Evidence& e : evidence) e.confidence = std::round(std::clamp(e.confidence, 0.0, 1.0) * 100) / 100;
}

// Adds the names to the aliases, which stay sorted, unique and without the name itself.
void add_aliases(Entity& entity, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (name == entity.name || name.empty()) continue;
        const auto place = std::lower_bound(entity.aliases.begin(), entity.aliases.end(), name);
        if (place == entity.aliases.end() || *place != name) entity.aliases.insert(place, name);
    }
}

void require(bool condition, const char* promise) {
    if (!condition) throw std::logic_error(std::string("graph: ") + promise);
}

void check_evidence(const GraphStore& store, const std::vector<Evidence>& evidence) {
    require(!evidence.empty(), "a fact without evidence");
    for (const Evidence& e : evidence) {
        require(e.quote < store.quotes.size(), "evidence of a quote that is not there");
        require(e.confidence >= 0 && e.confidence <= 1, "a confidence outside 0 to 1");
    }
}

}  // namespace

Graph::Graph() : store_(std::make_unique<GraphStore>()) {}
Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

DocumentIndex Graph::add_document(Document document) {
    const auto index = static_cast<DocumentIndex>(store_->documents.size());
    const auto [place, added] = store_->document_by_id.try_emplace(document.id, index);
    if (added) store_->documents.push_back(std::move(document));
    return place->second;
}

EntityIndex Graph::add_entity(Entity entity) {
    const auto [place, added] = store_->entity_by_id.try_emplace(entity.id, static_cast<EntityIndex>(entity_count()));
    if (added) {
        const std::vector<std::string> aliases = std::exchange(entity.aliases, {});
        add_aliases(entity, aliases);
        boost::add_vertex(entity, store_->graph);
        store_->observations_by_entity.emplace_back();
    } else {
        Entity& known = store_->graph[place->second];
        add_aliases(known, {entity.name});
        add_aliases(known, entity.aliases);
        if (known.code.empty()) known.code = entity.code;
        if (known.within.empty()) known.within = entity.within;
    }
    return place->second;
}

QuoteIndex Graph::add_quote(Quote quote) {
    std::string key =
        std::to_string(quote.document) + ":" + std::to_string(quote.begin) + ":" + std::to_string(quote.end);
    const auto index = static_cast<QuoteIndex>(store_->quotes.size());
    const auto [place, added] = store_->quote_by_place.try_emplace(std::move(key), index);
    if (added) store_->quotes.push_back(std::move(quote));
    return place->second;
}

FactIndex Graph::add_fact(Fact fact) {
    if (fact.evidence.empty()) throw Error("a fact without evidence");
    if (fact.subject == fact.object) throw Error("a fact joins an entity with itself: " + entity(fact.subject).name);
    if (!allows(fact.predicate, entity(fact.subject).type, entity(fact.object).type)) {
        throw Error("the schema does not let " + std::string(info(fact.predicate).id) + " join " +
                    std::string(info(entity(fact.subject).type).id) + " and " +
                    std::string(info(entity(fact.object).type).id));
    }
    if (info(fact.predicate).symmetric && entity(fact.object).id < entity(fact.subject).id) {
        std::swap(fact.subject, fact.object);
    }
    round_confidence(fact.evidence);
    const auto [place, added] =
        store_->fact_by_key.try_emplace(fact_key(*this, fact), static_cast<FactIndex>(fact_count()));
    if (added) {
        const EntityIndex subject = fact.subject;
        const EntityIndex object = fact.object;
        const auto edge = boost::add_edge(subject, object, {place->second, fact}, store_->graph).first;
        store_->edges.push_back(edge);
    } else {
        Fact& known = store_->graph[store_->edges[place->second]];
        merge_evidence(known.evidence, fact.evidence);
        if (!known.qualifiers.count) known.qualifiers.count = fact.qualifiers.count;
        if (known.qualifiers.title.empty()) known.qualifiers.title = fact.qualifiers.title;
    }
    return place->second;
}

ObservationIndex Graph::add_observation(Observation observation) {
    if (observation.evidence.empty()) throw Error("an observation without evidence");
    round_confidence(observation.evidence);
    const auto index = static_cast<ObservationIndex>(store_->observations.size());
    const auto [place, added] = store_->observation_by_key.try_emplace(observation_key(*this, observation), index);
    if (added) {
        store_->observations_by_entity.at(observation.subject).push_back(index);
        store_->observations.push_back(std::move(observation));
    } else {
        merge_evidence(store_->observations[place->second].evidence, observation.evidence);
    }
    return place->second;
}

std::span<const Document> Graph::documents() const {
    return store_->documents;
}
std::span<const Quote> Graph::quotes() const {
    return store_->quotes;
}
std::span<const Observation> Graph::observations() const {
    return store_->observations;
}
std::size_t Graph::entity_count() const {
    return boost::num_vertices(store_->graph);
}
std::size_t Graph::fact_count() const {
    return store_->edges.size();
}
const Entity& Graph::entity(EntityIndex index) const {
    return store_->graph[index];
}
const Fact& Graph::fact(FactIndex index) const {
    return store_->graph[store_->edges.at(index)];
}

std::vector<FactIndex> Graph::facts_of(EntityIndex index) const {
    std::vector<FactIndex> found;
    const PropertyGraph& graph = store_->graph;
    const auto collect = [&](const auto& range) {
        for (auto edge = range.first; edge != range.second; ++edge) {
            found.push_back(boost::get(boost::edge_index, graph, *edge));
        }
    };
    collect(boost::out_edges(index, graph));
    collect(boost::in_edges(index, graph));
    std::sort(found.begin(), found.end());
    return found;
}

std::span<const ObservationIndex> Graph::observations_of(EntityIndex index) const {
    return store_->observations_by_entity.at(index);
}

EntityIndex Graph::find(std::string_view id) const {
    const auto place = store_->entity_by_id.find(std::string(id));
    return place == store_->entity_by_id.end() ? no_entity : place->second;
}

void Graph::check() const {
    const GraphStore& store = *store_;
    require(store.entity_by_id.size() == entity_count(), "two entities of one id");
    require(store.document_by_id.size() == store.documents.size(), "two documents of one id");
    require(store.observations_by_entity.size() == entity_count(), "entities and their observations differ in number");
    for (EntityIndex i = 0; i < entity_count(); ++i) {
        const Entity& e = entity(i);
        require(!e.name.empty() && !e.id.empty(), "an entity without name or id");
        require(std::is_sorted(e.aliases.begin(), e.aliases.end()), "aliases out of order");
        require(!std::binary_search(e.aliases.begin(), e.aliases.end(), e.name), "a name among its own aliases");
        for (const ObservationIndex o : observations_of(i))
            require(store.observations.at(o).subject == i, "a stray observation");
    }
    for (const Quote& quote : store.quotes) {
        require(quote.document < store.documents.size(), "a quote of a document that is not there");
        require(quote.end - quote.begin == count_code_points(quote.text), "a quote that is not as long as its text");
    }
    for (const GraphStore::Edge& edge : store.edges) {
        const Fact& f = store.graph[edge];
        require(f.subject == boost::source(edge, store.graph), "a fact whose subject is not its source");
        require(f.object == boost::target(edge, store.graph), "a fact whose object is not its target");
        require(allows(f.predicate, entity(f.subject).type, entity(f.object).type),
                "a fact between kinds it cannot join");
        check_evidence(store, f.evidence);
    }
    for (const Observation& o : store.observations) {
        require(o.subject < entity_count(), "an observation of an entity that is not there");
        require(o.quantity.value || o.quantity.rank, "an observation without value or rank");
        check_evidence(store, o.evidence);
    }
}

std::string fact_id(const Graph& graph, const Fact& fact) {
    return "f" + sha256(fact_key(graph, fact)).substr(0, id_digits);
}

std::string observation_id(const Graph& graph, const Observation& observation) {
    return "q" + sha256(observation_key(graph, observation)).substr(0, id_digits);
}

}  // namespace guanxi
