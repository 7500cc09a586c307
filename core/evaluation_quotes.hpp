#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/evaluation.hpp"

namespace guanxi {

/// Looks quotes up in the text of a document. Offsets count code points; a line break is one, however it is written.
class QuoteChecker {
public:
    explicit QuoteChecker(std::string_view text);

    /// Whether there is a quote, and each is verbatim text at its offset, or anywhere if it has none.
    [[nodiscard]] bool grounded(std::span<const GoldQuote> quotes) const;
    /// Whether one of the quotes touches the sentence in which `evidence` stands first.
    [[nodiscard]] bool in_sentence_of(std::string_view evidence, std::span<const GoldQuote> quotes) const;

private:
    std::u32string text_;
};

}  // namespace guanxi
