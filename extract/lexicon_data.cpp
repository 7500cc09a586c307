#include "extract/lexicon_data.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

#include "core/error.hpp"
#include "core/utf8.hpp"

namespace guanxi {

namespace {

[[noreturn]] void refuse(const std::filesystem::path& file) {
    throw Error({file.string()}, "not a lexicon of this version: build the data again");
}

// The code as it is written: two digits for a province, four for a city, six for a county, nine for a street.
std::string code_text(const DivisionRecord& record) {
    return record.level == 4 ? fmt::format("{:09}", record.code) : fmt::format("{:0{}}", record.code, 2 * record.level);
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& file) {
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) throw Error({file.string()}, "the lexicon is missing: build the target `data`");
    struct stat status {};
    if (::fstat(handle, &status) == 0 && status.st_size > 0) {
        size_ = static_cast<std::size_t>(status.st_size);
        data_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, handle, 0);
        if (data_ == MAP_FAILED) size_ = 0;
    }
    ::close(handle);
    if (size_ == 0) throw Error({file.string()}, "the lexicon cannot be read");
}

MappedFile::~MappedFile() {
    ::munmap(data_, size_);
}

Lexicon::Data::Data(const std::filesystem::path& path) : file(path) {
    const std::string_view bytes = file.bytes();
    if (bytes.size() < sizeof header) refuse(path);
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != lexicon_magic) refuse(path);
    for (const LexiconHeader::Part& part : header.parts) {
        if (part.begin % 8 != 0 || part.begin > bytes.size() || part.size > bytes.size() - part.begin) refuse(path);
    }
    try {
        const std::string_view words = part(LexiconSection::word_trie);
        word_trie.map(words.data(), words.size());
        const std::string_view names = part(LexiconSection::division_trie);
        division_trie.map(names.data(), names.size());
    } catch (const marisa::Exception&) {
        refuse(path);
    }
    for (std::string_view rest = part(LexiconSection::tags); !rest.empty();) {
        tags.push_back(rest.substr(0, rest.find('\0')));
        rest.remove_prefix(tags.back().size() + 1);
    }
    const std::string_view records = part(LexiconSection::divisions);
    const std::string_view names = part(LexiconSection::names);
    divisions.reserve(records.size() / sizeof(DivisionRecord));
    for (std::size_t i = 0; i + sizeof(DivisionRecord) <= records.size(); i += sizeof(DivisionRecord)) {
        DivisionRecord record{};
        std::memcpy(&record, records.data() + i, sizeof record);
        divisions.push_back({std::string(names.substr(record.name_begin, record.name_size)), code_text(record),
                             record.parent, record.level});
    }
}

std::string_view Lexicon::Data::part(LexiconSection section) const {
    const LexiconHeader::Part& part = header.parts.at(static_cast<std::size_t>(section));
    return file.bytes().substr(part.begin, part.size);
}

std::uint32_t Lexicon::Data::number(LexiconSection section, std::size_t index) const {
    std::uint32_t value = 0;
    std::memcpy(&value, part(section).substr(index * sizeof value, sizeof value).data(), sizeof value);
    return value;
}

void UserNames::index() {
    marisa::Keyset keys;
    window = 0;
    for (const auto& [key, entry] : entries) {
        keys.push_back(key.data(), key.size());
        window = std::max(window, static_cast<std::uint32_t>(3 * key.size()));
    }
    trie.build(keys);
    by_id.resize(entries.size());
    std::size_t i = 0;
    for (const auto& [key, entry] : entries) by_id.at(keys[i++].id()) = &entry;
}

}  // namespace guanxi
