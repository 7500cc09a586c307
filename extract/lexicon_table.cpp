#include <fmt/format.h>

#include <algorithm>

#include "core/error.hpp"
#include "core/utf8.hpp"
#include "extract/lexicon_data.hpp"

namespace guanxi {

namespace {

constexpr std::string_view stop_kind = "stop";
constexpr std::size_t max_name = 200;  // bytes; a name, not a paragraph

std::string allowed_kinds() {
    std::string list;
    for (const EntityTypeInfo& kind : entity_types()) list += fmt::format("{} ({}), ", kind.id, kind.label_zh);
    return list + std::string(stop_kind);
}

std::string_view trim(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \r") + 1 - begin);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> fields;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        fields.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return fields;
}

// One line of a table, which knows where in the file its fields stand.
class Line {
public:
    Line(std::string_view text, const std::string& file, std::size_t number)
        : text_(text), file_(&file), number_(number) {}

    [[nodiscard]] Position at(std::string_view field) const {
        const auto offset = static_cast<std::size_t>(field.data() - text_.data());
        return {*file_, number_, count_code_points(text_.substr(0, offset)) + 1};
    }

    void add_to(UserNames& names) const {
        const std::vector<std::string_view> fields = split(text_, '\t');
        if (fields.size() < 2)
            throw Error(at(text_), "name, tab and kind were expected, kind one of " + allowed_kinds());
        if (fields.size() > 3)
            throw Error(at(fields[3]), "three columns at most were expected: name, kind, aliases with | between");
        const std::string_view kind = trim(fields[1]);
        const std::optional<EntityType> type = find_entity_type(kind);
        if (!type && kind != stop_kind) {
            throw Error(at(fields[1]), fmt::format("no kind is called \"{}\"; allowed are {}", kind, allowed_kinds()));
        }
        const std::string_view name = trim(fields[0]);
        add(names, name, {type, std::string(name), at(fields[0])});
        if (fields.size() < 3 || trim(fields[2]).empty()) return;
        for (const std::string_view alias : split(fields[2], '|'))
            add(names, trim(alias), {type, std::string(name), at(alias)});
    }

private:
    static void add(UserNames& names, std::string_view key, const UserNames::Entry& entry) {
        const Position& at = entry.defined;
        if (key.empty()) throw Error(at, "an empty name");
        if (key.size() > max_name) throw Error(at, fmt::format("a name of more than {} bytes", max_name));
        const auto [known, added] = names.entries.try_emplace(fold(key), entry);
        if (added || (known->second.type == entry.type && known->second.name == entry.name)) return;
        const Position& first = known->second.defined;
        throw Error(at, fmt::format(R"("{}" already stands for "{}" ({}:{}))", key, known->second.name, first.file,
                                    first.line));
    }

    std::string_view text_;
    const std::string* file_;
    std::size_t number_;
};

}  // namespace

void read_user_table(std::string_view text, const std::string& file, UserNames& names) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    std::size_t number = 0;
    for (const std::string_view line : split(text, '\n')) {
        ++number;
        if (const std::size_t bad = find_invalid_utf8(line); bad != std::string_view::npos) {
            throw Error({file, number, count_code_points(line.substr(0, bad)) + 1},
                        "not UTF-8: save the table as UTF-8");
        }
        if (line.starts_with('#') || trim(line).empty()) continue;
        Line(line, file, number).add_to(names);
    }
}

}  // namespace guanxi
