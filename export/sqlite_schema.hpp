#pragma once

#include <string_view>

namespace guanxi {

/// What a database says it is: PRAGMA application_id (`gxkg`) and user_version, the version of the tables.
inline constexpr int sqlite_application_id = 0x67786B67;
inline constexpr int sqlite_schema_version = 1;

/// The tables; made before the rows.
extern const char* const sqlite_tables;
/// The indexes and views; made behind the rows.
extern const char* const sqlite_indexes;
extern const char* const sqlite_views;

}  // namespace guanxi
