#include "core/schema.hpp"

namespace guanxi {

namespace {

using enum EntityType;
using enum Predicate;

constexpr std::array<EntityTypeInfo, entity_type_count> entity_type_table{{
    {district, "District", "行政区划", "district"},
    {place, "Place", "地点", "place"},
    {park, "Park", "园区", "park"},
    {project, "Project", "项目", "project"},
    {company, "Company", "企业", "company"},
    {institution, "Institution", "机构", "institution"},
    {program, "Program", "政策", "program"},
    {platform, "Platform", "平台", "platform"},
    {industry, "Industry", "产业", "industry"},
    {person, "Person", "人物", "person"},
    {event, "Event", "活动", "event"},
    {award, "Award", "荣誉", "award"},
}};

constexpr TypeSet bodies{district, institution, company};
constexpr TypeSet all = TypeSet::any();

constexpr std::array<PredicateInfo, predicate_count> predicate_table{{
    {located_in, "locatedIn", "位于", "located in", all, {district, place, park}},
    {part_of, "partOf", "组成", "part of", {project, program, park, platform, place, institution, event}, all},
    {holds_position, "holdsPosition", "任职", "holds position", {person}, bodies},
    {holds, "holds", "举办", "holds", bodies, {event}},
    {builds,
     "builds",
     "建设",
     "builds",
     {district, institution, company, person},
     {project, park, platform, place, institution}},
    {issues, "issues", "出台", "issues", bodies, {program}},
    {implements, "implements", "实施", "implements", bodies, {program, event}},
    {settles_in, "settlesIn", "落户", "settles in", {company, institution, project, event}, {district, place, park}},
    {attracts, "attracts", "引进", "attracts", {district, institution, park}, {company, project, institution}},
    {cooperates_with, "cooperatesWith", "合作", "cooperates with", bodies, bodies, true},
    {invests, "invests", "投资", "invests", bodies, {project, program, place, company}},
    {supports,
     "supports",
     "支持",
     "supports",
     {district, institution, company, program, platform},
     {company, industry, park, project, institution, platform, place, district}},
    {develops, "develops", "发展", "develops", {district, institution, company, park}, {industry}},
    {receives, "receives", "获评", "receives", all, {award}},
    {depends_on,
     "dependsOn",
     "依托",
     "depends on",
     {project, program, park, platform, industry},
     {project, program, park, platform, institution, company}},
    {produces,
     "produces",
     "产出",
     "produces",
     {company, project, park, institution, event},
     {project, platform, program, industry}},
    {related_to, "relatedTo", "关联", "related to", all, all, true},
}};

struct StatusRow {
    std::string_view id, label_zh;
};
constexpr std::array<StatusRow, 4> status_table{
    {{"", ""}, {"done", "已完成"}, {"ongoing", "进行中"}, {"planned", "计划"}}};
constexpr std::array<std::string_view, 4> bound_table{"", "min", "max", "approx"};

template <typename Table, typename Value>
std::optional<Value> find_row(const Table& table, std::string_view name, Value Table::value_type::*member) {
    for (const auto& row : table) {
        if (row.id == name || row.label_zh == name || row.label_en == name) return row.*member;
    }
    return std::nullopt;
}

}  // namespace

std::span<const EntityTypeInfo, entity_type_count> entity_types() {
    return entity_type_table;
}
std::span<const PredicateInfo, predicate_count> predicates() {
    return predicate_table;
}
const EntityTypeInfo& info(EntityType type) {
    return entity_type_table.at(static_cast<std::size_t>(type));
}
const PredicateInfo& info(Predicate predicate) {
    return predicate_table.at(static_cast<std::size_t>(predicate));
}

std::string_view id(Status status) {
    return status_table.at(static_cast<std::size_t>(status)).id;
}
std::string_view id(Bound bound) {
    return bound_table.at(static_cast<std::size_t>(bound));
}
std::string_view label_zh(Status status) {
    return status_table.at(static_cast<std::size_t>(status)).label_zh;
}

std::optional<EntityType> find_entity_type(std::string_view name) {
    return find_row(entity_type_table, name, &EntityTypeInfo::type);
}

std::optional<Predicate> find_predicate(std::string_view name) {
    return find_row(predicate_table, name, &PredicateInfo::predicate);
}

std::optional<Status> find_status(std::string_view name) {
    for (std::size_t i = 1; i < status_table.size(); ++i) {
        if (status_table.at(i).id == name || status_table.at(i).label_zh == name) return static_cast<Status>(i);
    }
    return std::nullopt;
}

std::optional<Bound> find_bound(std::string_view name) {
    for (std::size_t i = 1; i < bound_table.size(); ++i) {
        if (bound_table.at(i) == name) return static_cast<Bound>(i);
    }
    return std::nullopt;
}

bool allows(Predicate predicate, EntityType subject, EntityType object) {
    const PredicateInfo& row = info(predicate);
    return row.subjects.has(subject) && row.objects.has(object);
}

}  // namespace guanxi
