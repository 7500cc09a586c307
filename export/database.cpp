#include "export/detail/database.hpp"

#include <fmt/format.h>

#include <charconv>

#include "core/utf8.hpp"

namespace guanxi {

namespace {

[[noreturn]] void fail(sqlite3* handle, int result) {
    const char* message = handle == nullptr ? sqlite3_errstr(result) : sqlite3_errmsg(handle);
    throw DatabaseError(result & 0xFF, message);
}

}  // namespace

Database::Database(const std::string& path, int flags) {
    sqlite3* handle = nullptr;
    const int result = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    handle_.reset(handle);
    if (result != SQLITE_OK) fail(handle, result);
}

void Database::run(const std::string& sql) const {
    const int result = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) fail(handle(), result);
}

void Database::close() {
    const int result = sqlite3_close(handle());
    if (result != SQLITE_OK) fail(handle(), result);
    static_cast<void>(handle_.release());
}

Query::Query(const Database& database, std::string_view sql) {
    sqlite3_stmt* handle = nullptr;
    const int result =
        sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &handle, nullptr);
    if (result != SQLITE_OK) fail(database.handle(), result);
    handle_.reset(handle);
}

bool Query::step() {
    const int result = sqlite3_step(handle_.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE) fail(sqlite3_db_handle(handle_.get()), result);
    return result == SQLITE_ROW;
}

void Query::check(int result) const {
    if (result != SQLITE_OK) fail(sqlite3_db_handle(handle_.get()), result);
}

// The text outlives the step: nothing is copied.
void Query::bind(int column, std::string_view text) {
    check(text.empty() ? sqlite3_bind_null(handle_.get(), column)
                       : sqlite3_bind_text64(handle_.get(), column, text.data(), text.size(), nullptr, SQLITE_UTF8));
}

void Query::bind(int column, double number) {
    check(sqlite3_bind_double(handle_.get(), column, number));
}

// All integers of 18 digits fit.
void Query::bind(int column, const Decimal& number) {
    if (!number.is_integer()) return bind(column, number.to_double());
    const std::string digits = number.to_string();
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    bind_integer(column, value);
}

void Query::bind_integer(int column, std::int64_t number) {
    check(sqlite3_bind_int64(handle_.get(), column, number));
}

bool Query::is_null(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
}

std::string_view Query::column_name(int column) const {
    return sqlite3_column_name(handle_.get(), column);
}

std::string_view Query::text(int column) const {
    if (is_null(column)) return {};
    if (sqlite3_column_type(handle_.get(), column) != SQLITE_TEXT)
        throw Error(fmt::format("\"{}\" must be a text", column_name(column)));
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
    const std::string_view text(bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column)));
    if (find_invalid_utf8(text) != std::string_view::npos)
        throw Error(fmt::format("\"{}\" is not UTF-8", column_name(column)));
    return text;
}

std::optional<std::int64_t> Query::integer(int column) const {
    if (is_null(column)) return {};
    if (sqlite3_column_type(handle_.get(), column) != SQLITE_INTEGER)
        throw Error(fmt::format("\"{}\" must be an integer", column_name(column)));
    return sqlite3_column_int64(handle_.get(), column);
}

std::optional<double> Query::number(int column) const {
    if (is_null(column)) return {};
    const int type = sqlite3_column_type(handle_.get(), column);
    if (type != SQLITE_INTEGER && type != SQLITE_FLOAT)
        throw Error(fmt::format("\"{}\" must be a number", column_name(column)));
    return sqlite3_column_double(handle_.get(), column);
}

}  // namespace guanxi
