#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "core/schema.hpp"
#include "export/jsonld_context.hpp"

namespace guanxi {
namespace {

std::string file_text(const std::string& name) {
    std::ifstream in(std::string(SOURCE_DIR) + "/docs/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// What the vocabulary says of a term: from its name to the full stop at a line's end.
std::string definition(const std::string& vocabulary, const std::string& term) {
    const std::size_t begin = vocabulary.find("\n" + term + " a ");
    return begin == std::string::npos ? "" : vocabulary.substr(begin + 1, vocabulary.find(" .\n", begin) - begin + 1);
}

std::string classes(TypeSet types) {
    std::string list;
    for (const EntityTypeInfo& type : entity_types()) {
        if (types.has(type.type)) list += (list.empty() ? "" : ", ") + class_iri(type.type);
    }
    return list;
}

std::string labels(std::string_view zh, std::string_view en) {
    return "rdfs:label \"" + std::string(zh) + "\"@zh, \"" + std::string(en) + "\"@en ;";
}

}  // namespace

TEST(Vocabulary, DefinesEachKindAndRelationAsTheProgramHasIt) {
    const std::string vocabulary = file_text("vocabulary.ttl");
    for (const EntityTypeInfo& type : entity_types()) {
        const std::string iri = class_iri(type.type);
        if (!iri.starts_with("gx:")) continue;
        EXPECT_NE(definition(vocabulary, iri).find(labels(type.label_zh, type.label_en)), std::string::npos) << iri;
    }
    for (const PredicateInfo& predicate : predicates()) {
        const std::string text = definition(vocabulary, "gx:" + std::string(predicate.id));
        EXPECT_NE(text.find(labels(predicate.label_zh, predicate.label_en)), std::string::npos) << predicate.id;
        EXPECT_NE(text.find("schema:domainIncludes " + classes(predicate.subjects) + " ;"), std::string::npos)
            << predicate.id;
        EXPECT_NE(text.find("schema:rangeIncludes " + classes(predicate.objects) + " ."), std::string::npos)
            << predicate.id;
        EXPECT_EQ(text.find("owl:SymmetricProperty") != std::string::npos, predicate.symmetric) << predicate.id;
    }
}

TEST(Vocabulary, DefinesEachTermOfTheContextAndNoOther) {
    const std::string vocabulary = file_text("vocabulary.ttl");
    EXPECT_NE(vocabulary.find("@prefix gx:     <" + std::string(vocabulary_iri) + "> ."), std::string::npos);
    const std::string context = jsonld_context("urn:x:");
    std::set<std::string> used{"gx:Status", "gx:Bound"};  // the classes of the words for status and bound
    for (std::size_t i = context.find("\"gx:"); i != std::string::npos; i = context.find("\"gx:", i + 1)) {
        used.insert(context.substr(i + 1, context.find('"', i + 1) - i - 1));
    }
    std::set<std::string> defined;
    for (std::size_t i = vocabulary.find("\ngx:"); i != std::string::npos; i = vocabulary.find("\ngx:", i + 1)) {
        defined.insert(vocabulary.substr(i + 1, vocabulary.find(' ', i) - i - 1));
    }
    EXPECT_EQ(used, defined);
}

TEST(Vocabulary, ShapesJoinWhatTheSchemaJoins) {
    const std::string shapes = file_text("shapes.ttl");
    const auto kinds = [](TypeSet types) {
        std::string list;
        for (const EntityTypeInfo& type : entity_types()) {
            if (types.has(type.type)) list += (list.empty() ? "" : " ") + class_iri(type.type);
        }
        return list;
    };
    const std::string all = kinds(TypeSet::any());
    EXPECT_NE(shapes.find("sh:in (" + all + ")"), std::string::npos);
    for (const PredicateInfo& predicate : predicates()) {
        const std::string name(predicate.id);
        const auto shape = [&](const std::string& side, TypeSet types) {
            return "gxs:" + name + side + " a sh:PropertyShape ; sh:target" + side + "sOf gx:" + name +
                   " ; sh:path rdf:type ;\n    sh:in (" + kinds(types) + ") .\n";
        };
        for (const auto& [side, types] : {std::pair("Subject", predicate.subjects), {"Object", predicate.objects}}) {
            const bool any = kinds(types) == all;  // such an end needs no shape
            EXPECT_EQ(shapes.find(shape(side, types)) != std::string::npos, !any) << name << side;
            EXPECT_EQ(shapes.find("gxs:" + name + side + " ") != std::string::npos, !any) << name << side;
        }
        EXPECT_NE(shapes.find("gx:" + name + ", ", shapes.find("gxs:statedEdge sh:message")) != std::string::npos ||
                      shapes.find("gx:" + name + "))", shapes.find("gxs:statedEdge sh:message")) != std::string::npos,
                  false)
            << name;
    }
}

TEST(Vocabulary, SchemaPageHasEachKindRelationStatusAndBound) {
    const std::string page = file_text("schema.md");
    for (const EntityTypeInfo& type : entity_types()) {
        EXPECT_NE(page.find("| `" + std::string(type.id) + "` | " + std::string(type.label_zh) + " |"),
                  std::string::npos)
            << type.id;
    }
    for (const PredicateInfo& predicate : predicates()) {
        const auto kinds = [](TypeSet types) {
            std::string list;
            for (const EntityTypeInfo& type : entity_types()) {
                if (types.has(type.type)) list += (list.empty() ? "" : ", ") + std::string(type.id);
            }
            return types.has(EntityType::award) && types.has(EntityType::district) ? "any" : list;
        };
        const std::string row = "| `" + std::string(predicate.id) + "` | " + std::string(predicate.label_zh) + " | " +
                                kinds(predicate.subjects) + (predicate.symmetric ? " ↔ " : " → ") +
                                kinds(predicate.objects) + " |";
        EXPECT_NE(page.find(row), std::string::npos) << row;
    }
    for (const Status status : {Status::done, Status::ongoing, Status::planned})
        EXPECT_NE(page.find("`" + std::string(id(status)) + "`"), std::string::npos);
    for (const Bound bound : {Bound::min, Bound::max, Bound::approx})
        EXPECT_NE(page.find("`" + std::string(id(bound)) + "`"), std::string::npos);
}

}  // namespace guanxi
