// Compiles the general dictionary and the administrative divisions into the file that Lexicon::load maps:
//   compile_lexicon DICT DIVISIONS OUT
#include <fmt/format.h>
#include <marisa.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <unordered_map>

#include "core/error.hpp"
#include "core/utf8.hpp"
#include "extract/lexicon_format.hpp"

namespace {

using namespace guanxi;

// A short form that the dictionary knows as another word at least this often is left out: 和平 is not 和平区. Cities
// are spoken of by their short forms more often than counties and districts are.
constexpr std::uint32_t common_word = 500;
constexpr std::uint32_t common_word_for_city = 3500;
constexpr std::uint32_t common_full_name = 300;

struct DictionaryWord {
    std::uint32_t frequency = 0;
    std::string tag;
};
using Dictionary = std::map<std::string, DictionaryWord>;

struct DivisionRow {
    std::string code, name;
    std::uint32_t parent = 0;
    [[nodiscard]] unsigned level() const { return code.size() == 9 ? 4 : static_cast<unsigned>(code.size() / 2); }
};

struct DivisionNames {
    std::vector<std::uint32_t> divisions;
    bool in_text = false;
};

std::uint32_t read_number(std::string_view text, const Position& at) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        throw Error(at, "a number was expected: " + std::string(text));
    return value;
}

std::ifstream open(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error({file}, "cannot be read");
    return in;
}

Dictionary read_dictionary(const std::string& file) {
    std::ifstream in = open(file);
    Dictionary words;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        std::istringstream fields(line);
        std::string word, frequency, tag;
        if (!(fields >> word >> frequency >> tag)) throw Error({file, number}, "word, frequency and tag were expected");
        // Of two words that are the same when folded, the more frequent one stands.
        DictionaryWord& known = words[fold(word)];
        const std::uint32_t count = std::min(read_number(frequency, {file, number}), max_word_frequency);
        if (known.tag.empty() || count > known.frequency) known = {count, tag};
    }
    return words;
}

std::vector<DivisionRow> read_divisions(const std::string& file) {
    std::ifstream in = open(file);
    std::vector<DivisionRow> rows;
    std::unordered_map<std::string, std::uint32_t> by_code;
    std::string line, county;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.starts_with('#')) continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) throw Error({file, number}, "code, tab and name were expected");
        DivisionRow row{line.substr(0, tab), line.substr(tab + 1)};
        if (row.code.size() == 3) row.code = county + row.code;
        if (row.code.size() == 6) county = row.code;
        const auto index = static_cast<std::uint32_t>(rows.size());
        row.parent = index;
        for (std::size_t size = row.code.size() - 1; size > 1 && row.parent == index; --size) {
            const auto found = by_code.find(row.code.substr(0, size));
            if (found != by_code.end()) row.parent = found->second;
        }
        if (row.level() > 1 && row.parent == index) throw Error({file, number}, "no division holds " + row.code);
        if (!rows.empty() && rows.back().code >= row.code) throw Error({file, number}, "not sorted by code");
        by_code.emplace(row.code, index);
        rows.push_back(std::move(row));
    }
    return rows;
}

// Short forms of streets are too often other words to be looked for in running text; those that the dictionary knows as
// anything but a place are left out.
bool is_common_word(const Dictionary& words, const std::string& name, const DivisionRow& row) {
    const auto word = words.find(name);
    if (row.level() < 3 || word == words.end() || word->second.tag == "ns") return false;
    if (row.level() == 4) return true;
    return word->second.frequency >= (row.name.ends_with("市") ? common_word_for_city : common_word);
}

// 城区, 郊区 and 解放区 are names of districts, but in running text nearly always words.
bool is_name(const Dictionary& words, const std::string& full_name) {
    const auto word = words.find(full_name);
    if (word == words.end() || word->second.frequency < common_full_name) return true;
    const std::string& tag = word->second.tag;
    return tag != "n" && tag != "s" && tag != "nt";
}

std::map<std::string, DivisionNames> collect_names(const std::vector<DivisionRow>& rows, const Dictionary& words) {
    std::map<std::string, DivisionNames> names;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const DivisionRow& row = rows[i];
        DivisionNames& full = names[fold(row.name)];
        full.divisions.push_back(i);
        full.in_text |= is_name(words, row.name);
        for (const std::string& name : short_division_names(row.name, row.level())) {
            if (is_common_word(words, name, row)) continue;
            DivisionNames& known = names[name];
            known.divisions.push_back(i);
            known.in_text |= row.level() < 4;
        }
    }
    for (auto& [name, known] : names) {
        std::stable_sort(known.divisions.begin(), known.divisions.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return rows[a].level() < rows[b].level(); });
    }
    return names;
}

// Builds the trie of the keys of a map, and calls `take(id, value)` for each, so that values can be stored by id.
template <typename Map, typename Take>
std::string build_trie(const Map& map, const Take& take) {
    marisa::Keyset keys;
    for (const auto& [key, value] : map) keys.push_back(key.data(), key.size());
    marisa::Trie trie;
    trie.build(keys, 1 | MARISA_HUGE_CACHE);  // the fastest of the settings, and 7 % larger than the smallest
    std::size_t i = 0;
    for (const auto& [key, value] : map) take(keys[i++].id(), value);
    std::ostringstream out;
    out << trie;
    return out.str();
}

// The bytes of text that the longest key can take: a half-width character may stand there in full width, in three
// bytes.
template <typename Map>
std::uint32_t window(const Map& map) {
    std::size_t longest = 0;
    for (const auto& [key, value] : map) {
        const auto ascii =
            std::count_if(key.begin(), key.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
        longest = std::max(longest, key.size() + 2 * static_cast<std::size_t>(ascii));
    }
    return static_cast<std::uint32_t>(longest);
}

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
    std::string bytes(values.size() * sizeof(T), '\0');
    if (!values.empty()) std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
}

class Compiler {
public:
    void add(LexiconSection section, const std::string& bytes) {
        body_.append((8 - body_.size() % 8) % 8, '\0');
        header.parts.at(static_cast<std::size_t>(section)) = {sizeof(LexiconHeader) + body_.size(), bytes.size()};
        body_ += bytes;
    }
    void write(const std::string& file) const {
        std::ofstream out(file, std::ios::binary);
        out.write(reinterpret_cast<const char*>(&header), sizeof header);
        out << body_;
        if (!out.flush()) throw Error({file}, "cannot be written");
    }
    LexiconHeader header{};

private:
    std::string body_;
};

void add_words(Compiler& out, const Dictionary& words) {
    std::vector<std::uint32_t> values(words.size());
    std::map<std::string, std::uint32_t> tags;
    for (const auto& [word, value] : words) tags.emplace(value.tag, 0);
    std::string tag_names;
    std::uint32_t count = 0;
    for (auto& [tag, index] : tags) {
        index = count++;
        tag_names += tag + '\0';
    }
    out.add(LexiconSection::word_trie, build_trie(words, [&](std::size_t id, const DictionaryWord& word) {
                values[id] = word_value(word.frequency, tags.at(word.tag));
            }));
    out.add(LexiconSection::word_values, bytes_of(values));
    out.add(LexiconSection::tags, tag_names);
    out.header.word_window = window(words);
    for (const auto& [word, value] : words) {
        for (const char c : word) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 128) out.header.word_ascii.at(byte / 64U) |= std::uint64_t{1} << byte % 64U;
        }
    }
}

void add_divisions(Compiler& out, const std::vector<DivisionRow>& rows, const Dictionary& words) {
    const std::map<std::string, DivisionNames> names = collect_names(rows, words);
    std::vector<const DivisionNames*> by_id(names.size());
    out.add(LexiconSection::division_trie,
            build_trie(names, [&](std::size_t id, const DivisionNames& value) { by_id[id] = &value; }));
    std::vector<std::uint32_t> begins, lists;
    for (const DivisionNames* value : by_id) {
        begins.push_back(division_begin(static_cast<std::uint32_t>(lists.size()), value->in_text ? 1 : 0));
        lists.insert(lists.end(), value->divisions.begin(), value->divisions.end());
    }
    begins.push_back(division_begin(static_cast<std::uint32_t>(lists.size()), 0));
    std::vector<DivisionRecord> records;
    std::string pool;
    for (const DivisionRow& row : rows) {
        records.push_back({static_cast<std::uint32_t>(pool.size()), read_number(row.code, {}), row.parent,
                           static_cast<std::uint16_t>(row.name.size()), static_cast<std::uint8_t>(row.level()), 0});
        pool += row.name;
    }
    out.add(LexiconSection::division_begins, bytes_of(begins));
    out.add(LexiconSection::division_lists, bytes_of(lists));
    out.add(LexiconSection::divisions, bytes_of(records));
    out.add(LexiconSection::names, pool);
    out.header.division_window = window(names);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: compile_lexicon DICT DIVISIONS OUT\n";
        return 2;
    }
    try {
        const Dictionary words = read_dictionary(argv[1]);
        Compiler out;
        out.header.magic = lexicon_magic;
        add_words(out, words);
        add_divisions(out, read_divisions(argv[2]), words);
        out.write(argv[3]);
    } catch (const std::exception& error) {
        std::cerr << "compile_lexicon: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
