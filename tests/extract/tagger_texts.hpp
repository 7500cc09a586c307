#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation.hpp"
#include "core/utf8.hpp"
#include "extract/tagger.hpp"
#include "extract/tagger_source.hpp"
#include "extract/tagger_text.hpp"

namespace guanxi {

/// Cut behind 。 and line breaks: enough for the tagger, which needs no outline.
inline std::vector<Sentence> sentences_of(std::string_view text) {
    std::vector<Sentence> sentences;
    std::uint32_t begin = 0;
    for (std::uint32_t at = 0; at < text.size();) {
        const CodePoint c = decode(text, at);
        at += c.size;
        if (c.value != U'。' && c.value != U'\n' && at < text.size()) continue;
        sentences.push_back({.span = {begin, at}});
        begin = at;
    }
    return sentences;
}

/// Every `step`-th text below the folder, by path; none if there is no such folder.
inline std::vector<std::string> texts_below(const std::filesystem::path& folder, std::size_t step = 1) {
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(folder)) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            const auto suffix = entry.path().extension();
            if (suffix == ".md" || suffix == ".txt") files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < files.size(); i += step) {
        std::ifstream in(files[i], std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return texts;
}

/// `厦门/LOC 建成/v`, for all sentences.
inline std::string show_tokens(std::string_view text, const std::vector<Sentence>& sentences) {
    std::string out;
    for (const Sentence& sentence : sentences) {
        for (const Token& token : sentence.tokens) {
            out += out.empty() ? "" : " ";
            out += slice(text, token.span);
            out += '/';
            out += id(token.tag);
        }
    }
    return out;
}

/// What the network says in fp32.
inline void tag_by(const TaggerSource& source, std::string_view text, std::vector<Sentence>& sentences) {
    const TaggerText split = split_text(text, sentences);
    for (const auto& piece : split.pieces) {
        std::vector<std::uint16_t> rows;
        for (std::uint32_t i = piece.begin; i < piece.end; ++i) rows.push_back(source.row(split.values[i]));
        append_tokens(split, piece, source.label(rows), sentences[piece.sentence].tokens);
    }
}

/// Counts characters, and those that have the same tag and the same place in their word.
struct Agreement {
    std::size_t characters = 0, same = 0;
    [[nodiscard]] double share() const { return static_cast<double>(same) / static_cast<double>(characters); }

    void add(std::string_view text, const std::vector<Sentence>& left, const std::vector<Sentence>& right) {
        const auto marks = [&](const std::vector<Sentence>& sentences) {
            std::vector<int> of_byte(text.size(), -1);
            for (const Sentence& sentence : sentences) {
                for (const Token& token : sentence.tokens) {
                    for (std::uint32_t at = token.span.begin; at < token.span.end; ++at) {
                        of_byte[at] = 2 * static_cast<int>(token.tag) + (at == token.span.begin ? 1 : 0);
                    }
                }
            }
            return of_byte;
        };
        const std::vector<int> a = marks(left);
        const std::vector<int> b = marks(right);
        for (const Span character : split_text(text, left).characters) {
            ++characters;
            if (a[character.begin] == b[character.begin]) ++same;
        }
    }
};

}  // namespace guanxi
