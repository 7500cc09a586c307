#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/error.hpp"
#include "core/utf8.hpp"
#include "export/detail/jsonld_nodes.hpp"
#include "export/jsonld.hpp"

namespace guanxi {

namespace {

// What RapidJSON reads from: a stream in large pieces, and how many lines are behind. Ends in '\0' for ever.
class InputBuffer {
public:
    using Ch = char;

    InputBuffer(std::istream& in, std::string file) : in_(in), at_{std::move(file), 1, 1} { refill(); }

    [[nodiscard]] char Peek() const { return *current_; }
    char Take() {
        const char c = *current_++;
        if (current_ == end_) refill();
        return c;
    }
    [[nodiscard]] std::size_t Tell() const { return passed_ + static_cast<std::size_t>(current_ - bytes_.data()); }

    [[nodiscard]] bool at_end() const { return ended_; }

    // Line and column of the next character.
    const Position& position() {
        const std::string_view behind(counted_, static_cast<std::size_t>(current_ - counted_));
        at_.line += static_cast<std::size_t>(std::count(behind.begin(), behind.end(), '\n'));
        const std::size_t line_break = behind.rfind('\n');
        if (line_break != std::string_view::npos) at_.column = 1;
        at_.column += count_code_points(line_break == std::string_view::npos ? behind : behind.substr(line_break + 1));
        counted_ = current_;
        return at_;
    }

    // RapidJSON asks for these of every stream, and calls them only to parse in place.
    char* PutBegin() { return nullptr; }
    void Put(char) {}
    void Flush() {}
    std::size_t PutEnd(char*) { return 0; }

private:
    void refill() {
        if (ended_) {
            current_ = end_ - 1;
            return;
        }
        position();
        passed_ += static_cast<std::size_t>(current_ - bytes_.data());
        in_.read(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
        if (in_.bad()) throw Error(at_, "the file could not be read");
        auto size = static_cast<std::size_t>(in_.gcount());
        ended_ = size == 0;
        if (ended_) bytes_[size++] = '\0';
        counted_ = current_ = bytes_.data();
        end_ = current_ + size;
    }

    std::istream& in_;
    Position at_;  // of the character at counted_
    std::array<char, 1U << 16U> bytes_{};
    const char* current_ = bytes_.data();
    const char* counted_ = bytes_.data();
    const char* end_ = bytes_.data();
    std::size_t passed_ = 0;
    bool ended_ = false;
};

// Reads the outer object; of the rest one value at a time, so that memory does not grow with the file.
class JsonldParser {
public:
    JsonldParser(std::istream& in, const std::string& file) : input_(in, file), nodes_(file) {}

    Graph parse() {
        try {
            file();
        } catch (const ContractError&) {
            throw;
        } catch (const Error& error) {
            nodes_.give_up(error);
        }
        return nodes_.finish();
    }

private:
    void file() {
        skip_mark();
        expect('{', R"(a JSON object with "@context" and "@graph" must stand here)");
        if (!accept('}')) {
            do {
                member();
            } while (accept(','));
            expect('}', "',' or '}' must stand here");
        }
        skip_blanks();
        if (!input_.at_end()) fail("nothing may follow the end of the object");
        if (!context_ || !graph_)
            fail(fmt::format("\"{}\" is missing: this is not a graph in JSON-LD", context_ ? "@graph" : "@context"));
    }

    [[noreturn]] void fail(const std::string& message) { throw Error(input_.position(), message); }

    void skip_mark() {
        for (const char byte : std::string_view("\xEF\xBB\xBF")) {
            if (input_.Peek() == byte) input_.Take();
        }
    }
    void skip_blanks() {
        while (std::string_view(" \n\r\t").find(input_.Peek()) != std::string_view::npos) input_.Take();
    }
    bool accept(char c) {
        skip_blanks();
        if (input_.Peek() != c) return false;
        input_.Take();
        return true;
    }
    void expect(char c, const char* message) {
        if (!accept(c)) fail(message);
    }

    // The next JSON value; it lives until the next call.
    rapidjson::Value value() {
        constexpr unsigned flags =
            rapidjson::kParseStopWhenDoneFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
        skip_blanks();
        pool_.Clear();
        rapidjson::Document document(&pool_);
        document.ParseStream<flags>(input_);
        if (document.GetParseError() == rapidjson::kParseErrorDocumentEmpty) fail("a JSON value must stand here");
        if (document.HasParseError()) {
            fail(fmt::format("not valid JSON: {}", rapidjson::GetParseError_En(document.GetParseError())));
        }
        return std::move(static_cast<rapidjson::Value&>(document));
    }

    void member() {
        skip_blanks();
        const Position at = input_.position();
        if (input_.Peek() != '"') fail("a key in quotation marks must stand here");
        const std::string key(json_text(value()));
        expect(':', "':' must stand here");
        if (key == "@context" && !context_) {
            context_ = true;
            if (!value().IsObject()) throw Error(at, "\"@context\" must be an object inside the file");
        } else if (key == "@graph" && !graph_) {
            graph_ = true;
            nodes();
        } else {
            throw Error(at, fmt::format("\"{}\" is not a key of the contract here, or stands here twice", key));
        }
    }

    void nodes() {
        expect('[', "a list of nodes must stand here");
        if (accept(']')) return;
        do {
            skip_blanks();
            const std::size_t line = input_.position().line;
            nodes_.add(value(), line);
        } while (accept(','));
        expect(']', "',' or ']' must stand here");
    }

    InputBuffer input_;
    NodeReader nodes_;
    std::array<char, 1U << 16U> pool_bytes_;
    rapidjson::MemoryPoolAllocator<> pool_{pool_bytes_.data(), pool_bytes_.size()};
    bool context_ = false;
    bool graph_ = false;
};

}  // namespace

Graph read_jsonld(std::istream& in, const std::string& file) {
    return JsonldParser(in, file).parse();
}

}  // namespace guanxi
