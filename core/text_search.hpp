#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/graph.hpp"

namespace guanxi {

/// A sentence of a document in which a name stands, although no fact may have been read from it.
struct TextHit {
    DocumentIndex document = 0;
    std::uint32_t begin = 0;  ///< of the sentence, in code points of the document's text
    std::uint32_t end = 0;
    std::string sentence;
    std::string name;  ///< as it is spelled there
    Status status =
        Status::none;  ///< of what was read from the sentence, else from both of its neighbours, if that agrees
};

/// Finds names in the texts of a graph's documents (in the quotes of those that were saved without their text). It
/// refers to the graph.
class TextSearch {
public:
    explicit TextSearch(const Graph& graph);
    ~TextSearch();
    TextSearch(const TextSearch&) = delete;
    TextSearch& operator=(const TextSearch&) = delete;

    /// The sentences in which a name stands, given as of ThingName::core, at most `most`. Time grows with the number of
    /// places where its first two characters stand.
    [[nodiscard]] std::vector<TextHit> find(std::u32string_view core, std::size_t most = 64) const;

private:
    struct Pages;
    std::unique_ptr<Pages> pages_;
};

}  // namespace guanxi
