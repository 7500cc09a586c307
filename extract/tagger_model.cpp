#include "extract/tagger_model.hpp"

#include <cstring>
#include <fstream>
#include <type_traits>

#include "core/error.hpp"

namespace guanxi {

namespace {

static_assert(std::is_trivially_copyable_v<TaggerModel> && sizeof(TaggerModel) % sizeof(std::uint64_t) == 0);

constexpr std::array<char, 8> magic{'g', 'u', 'a', 'n', 'x', 'i', 'T', 'M'};
constexpr std::uint32_t version = 1;

// FNV-1a over words of eight bytes: sees every flipped bit, and costs a few milliseconds.
std::uint64_t checksum_of(const TaggerModel& model) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    const auto* bytes = reinterpret_cast<const char*>(&model);
    for (std::size_t at = offsetof(TaggerModel, notices); at < sizeof model; at += sizeof hash) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + at, sizeof word);
        hash = (hash ^ word) * 0x100000001B3U;
    }
    return hash;
}
static_assert(offsetof(TaggerModel, notices) % sizeof(std::uint64_t) == 0);

[[noreturn]] void refuse(const std::filesystem::path& file, const char* problem) {
    throw Error({file.string()}, std::string("the tagger's model ") + problem + "; build the target data again");
}

}  // namespace

std::unique_ptr<const TaggerModel> load_model(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) refuse(file, "cannot be read");
    auto model = std::make_unique_for_overwrite<TaggerModel>();
    in.read(reinterpret_cast<char*>(model.get()), sizeof(TaggerModel));
    const auto size = static_cast<std::size_t>(in.gcount());
    if (size < offsetof(TaggerModel, notices) || model->magic != magic) refuse(file, "is not a model");
    if (model->version != version || model->labels_of_kinds != lac::labels || model->size != sizeof(TaggerModel)) {
        refuse(file, "is of another version");
    }
    if (size != sizeof(TaggerModel) || in.peek() != std::ifstream::traits_type::eof() ||
        model->checksum != checksum_of(*model)) {
        refuse(file, "is damaged");
    }
    return model;
}

void save_model(TaggerModel& model, const std::filesystem::path& file) {
    model.magic = magic;
    model.version = version;
    model.labels_of_kinds = lac::labels;
    model.size = sizeof(TaggerModel);
    model.checksum = checksum_of(model);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(&model), sizeof model);
    if (!out.flush()) throw Error({file.string()}, "cannot be written");
}

}  // namespace guanxi
