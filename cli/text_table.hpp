#pragma once

#include <string>
#include <vector>

namespace guanxi {

/// Rows of cells that are aligned as a terminal shows them, where a Chinese character takes two columns.
class TextTable {
public:
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    /// One line a row, each behind `margin`; two blanks between columns, none at the end.
    [[nodiscard]] std::string to_string(const std::string& margin) const;

private:
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace guanxi
