#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/schema.hpp"
#include "export/format.hpp"
#include "extract/reader.hpp"

namespace guanxi {

/// Values of options. Each throws UsageError that says what would be right, with the nearest names where there are
/// names.

[[nodiscard]] std::string read_date(std::string_view value);
[[nodiscard]] Encoding read_encoding(std::string_view value);
/// From 0 to 1.
[[nodiscard]] double read_share(std::string_view value);
[[nodiscard]] unsigned read_count(std::string_view value, unsigned least, unsigned most);
[[nodiscard]] const Format* read_format(std::string_view value);
[[nodiscard]] std::string read_base_iri(std::string_view value);
[[nodiscard]] std::string read_iri(std::string_view value);
[[nodiscard]] std::string read_engine(std::string_view value);
[[nodiscard]] std::string_view read_language(std::string_view value);
[[nodiscard]] std::string read_shown(std::string_view value);
[[nodiscard]] std::string read_measure(std::string_view value);
/// A year, or two with a `/` between.
[[nodiscard]] std::string read_years(std::string_view value);

void add_parts(std::vector<std::string_view>& parts, std::string_view value);

/// Lists parted by commas, appended.
void add_entity_types(std::vector<EntityType>& types, std::string_view value);
void add_predicates(std::vector<Predicate>& predicates, std::string_view value);
/// Relations by which a subject needs an object: none that holds both ways, nor partOf, whose object needs the subject.
void add_needs(std::vector<Predicate>& predicates, std::string_view value);
void add_statuses(std::vector<Status>& statuses, std::string_view value);

}  // namespace guanxi
