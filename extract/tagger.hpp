#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "core/annotation.hpp"

namespace guanxi {

/// Which machine instructions the tagger uses; the tags are the same for each, bit for bit.
enum class Instructions : std::uint8_t { portable, avx2, avx512_vnni, amx };
[[nodiscard]] std::string_view id(Instructions instructions);

/// The best that this machine has, or what the environment variable GUANXI_INSTRUCTIONS names. Throws Error if the
/// variable names none, or one that the machine lacks.
[[nodiscard]] Instructions choose_instructions();

/// Words, parts of speech and names by the LAC-small network (two layers of bidirectional GRU and a CRF) in 8-bit
/// integers. Built once, then const and safe to share between threads.
class Tagger {
public:
    /// Opens the compiled model (see extract/data/README.md). Throws Error if it is missing or not one.
    [[nodiscard]] static Tagger load(const std::filesystem::path& file,
                                     Instructions instructions = choose_instructions());
    ~Tagger();
    Tagger(Tagger&&) noexcept;
    Tagger& operator=(Tagger&&) noexcept;

    /// Fills `tokens` of each sentence of `text`: they tile the sentence but for blanks.
    void tag(std::string_view text, std::span<Sentence> sentences) const;

private:
    struct Network;
    explicit Tagger(std::unique_ptr<const Network> network);
    std::unique_ptr<const Network> network_;
};

}  // namespace guanxi
