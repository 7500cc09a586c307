#include "extract/annotated_text.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "core/schema.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

constexpr std::string_view opening = "[[";
constexpr std::string_view closing = "]]";

[[noreturn]] void fail(std::string_view marked, std::size_t at, const std::string& file, std::string_view what) {
    std::size_t line = 1;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < at; ++i) {
        if (marked[i] != '\n') continue;
        ++line;
        begin = i + 1;
    }
    const std::size_t column = count_code_points(marked.substr(begin, at - begin)) + 1;
    throw Error(Position{.file = file, .line = line, .column = column}, std::string(what));
}

class MarkReader {
public:
    MarkReader(std::string_view marked, const std::string& file) : marked_(marked), file_(file) {}

    AnnotatedText read() && {
        std::size_t at = 0;
        for (std::size_t mark = marked_.find(opening); mark != std::string_view::npos;
             mark = marked_.find(opening, at)) {
            out_.text.append(marked_.substr(at, mark - at));
            at = read_mark(mark);
        }
        out_.text.append(marked_.substr(at));
        return std::move(out_);
    }

private:
    // Returns where the text goes on.
    std::size_t read_mark(std::size_t mark) {
        const std::size_t end = marked_.find(closing, mark);
        const std::string_view inside =
            end == std::string_view::npos ? std::string_view() : marked_.substr(mark + 2, end - mark - 2);
        if (inside.empty() || inside.find('\n') != std::string_view::npos ||
            inside.find(opening) != std::string_view::npos) {
            fail(marked_, mark, file_, "this mark has no end: [[name|Kind]] is needed, without another inside");
        }
        const std::size_t bar = inside.find('|');
        if (bar == std::string_view::npos || bar == 0) fail(marked_, mark, file_, "a mark is [[name|Kind]]");
        const std::string_view shown = inside.substr(0, bar);
        std::string_view kind = inside.substr(bar + 1);
        const std::size_t second = kind.find('|');
        const std::string_view full = second == std::string_view::npos ? shown : kind.substr(second + 1);
        kind = kind.substr(0, second);
        const bool optional = kind.starts_with('?');
        if (optional) kind.remove_prefix(1);
        const std::optional<EntityType> type = find_entity_type(kind);
        if (!type) fail(marked_, mark, file_, fmt::format("'{}' is no kind of entity", kind));
        out_.text.append(shown);
        add(info(*type).id, full, optional);
        return end + closing.size();
    }

    void add(std::string_view type, std::string_view name, bool optional) {
        const auto [place, fresh] =
            seen_.try_emplace({std::string(type), std::string(name)}, out_.gold.entities.size());
        if (fresh) {
            out_.gold.entities.push_back({.id = fmt::format("e{}", place->second + 1),
                                          .type = std::string(type),
                                          .names = {std::string(name)},
                                          .optional = optional});
        } else if (!optional) {
            out_.gold.entities[place->second].optional = false;
        }
    }

    std::string_view marked_;
    const std::string& file_;
    AnnotatedText out_;
    std::map<std::pair<std::string, std::string>, std::size_t> seen_;
};

}  // namespace

AnnotatedText read_annotated_text(std::string_view marked, const std::string& file) {
    return MarkReader(marked, file).read();
}

}  // namespace guanxi
