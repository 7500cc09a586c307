#pragma once

#include <string>
#include <vector>

namespace guanxi {

/// One input: the only owner of its text. Every span of the document's annotations points into `text`.
struct Document {
    std::string id;    ///< `d` and 20 hex digits of the SHA-256 of the input bytes
    std::string name;  ///< file name without folder, or `-` for standard input; never a path
    std::string text;  ///< the decoded text, UTF-8, unchanged otherwise; empty in a graph saved without texts
    std::string title;
    std::string date;    ///< `2022-12-16`, `2022-12` or `2022`; empty if unknown
    std::string place;   ///< the district the document is about, as named: `厦门市湖里区`
    std::string source;  ///< `厦门日报`
    std::vector<std::string> authors;
    std::string sha256;  ///< of the input bytes, 64 hex digits
};

}  // namespace guanxi
