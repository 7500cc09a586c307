#pragma once

#include <sqlite3.h>

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/decimal.hpp"
#include "core/error.hpp"

namespace guanxi {

/// A failure of SQLite; the message is SQLite's own.
struct DatabaseError : Error {
    DatabaseError(int result, const std::string& message) : Error(message), code(result) {}
    int code;  ///< SQLite's primary result code
};

/// An open SQLite database. Everything throws DatabaseError. Inside export/ only: it shows SQLite's types.
class Database {
public:
    /// Opens the file of a path or URI, which must be there.
    Database(const std::string& path, int flags);
    /// Runs one or more statements that return nothing.
    void run(const std::string& sql) const;
    /// Closes it, so that the file is whole.
    void close();
    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close(handle); }
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement: rows to insert, or rows to read.
class Query {
public:
    Query(const Database& database, std::string_view sql);

    /// Inserts one row: texts (empty ones are NULL), integers, numbers, optional values.
    template <typename... Values>
    void insert(const Values&... values) {
        int column = 0;
        (bind(++column, values), ...);
        step();
        sqlite3_reset(handle_.get());
    }

    /// Goes to the next row; false behind the last.
    bool next() { return step(); }
    [[nodiscard]] bool is_null(int column) const;
    /// A column's text, empty for NULL; lives until the next row. Throws Error naming the column if it is no text or
    /// not UTF-8.
    [[nodiscard]] std::string_view text(int column) const;
    /// A column's integer; empty for NULL. Throws Error naming the column if it is none.
    [[nodiscard]] std::optional<std::int64_t> integer(int column) const;
    /// A column's number; empty for NULL. Throws Error naming the column if it is none.
    [[nodiscard]] std::optional<double> number(int column) const;
    [[nodiscard]] std::string_view column_name(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
    };
    bool step();
    void check(int result) const;
    void bind(int column, std::string_view text);
    void bind(int column, double number);
    void bind(int column, const Decimal& number);
    void bind_integer(int column, std::int64_t number);
    template <std::integral Integer>
    void bind(int column, Integer number) {
        bind_integer(column, static_cast<std::int64_t>(number));
    }
    template <typename Value>
    void bind(int column, const std::optional<Value>& value) {
        value ? bind(column, *value) : check(sqlite3_bind_null(handle_.get(), column));
    }

    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

}  // namespace guanxi
