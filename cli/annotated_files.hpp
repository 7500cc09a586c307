#pragma once

#include <string>
#include <vector>

#include "core/document.hpp"
#include "core/evaluation.hpp"

namespace guanxi {

/// A document and what a reader marked in it.
struct AnnotatedDocument {
    std::string name;  ///< of its file, without folder and suffix
    Document document;
    GoldGraph gold;
};

/// A file of annotations.
struct AnnotationFile {
    std::string path;
    double weight = 1;  ///< how often its folder was named
};

/// The annotations in folders, folder by folder in order of name: NAME.gold.json (beside NAME.txt), NAME.marked, and
/// NAME.spans. Throws Error if a folder has none.
[[nodiscard]] std::vector<AnnotationFile> annotated_files(const std::vector<std::string>& folders);

/// Reads one of them; `texts` is the folder of the texts that spans tell of. Throws Error.
[[nodiscard]] AnnotatedDocument read_annotated_document(const std::string& path, const std::string& texts);

}  // namespace guanxi
