#pragma once

#include <array>
#include <filesystem>
#include <string_view>

#include "core/annotation.hpp"
#include "extract/lexicon.hpp"
#include "extract/recogniser.hpp"
#include "extract/tagger.hpp"
#include "extract/trace.hpp"

namespace guanxi {

/// The stages in their order, for `--stats`.
inline constexpr std::array<std::string_view, 6> stage_names{"outline", "tag",     "recognise",
                                                             "resolve", "measure", "relate"};

/// Seconds spent in each stage.
using StageTimes = std::array<double, stage_names.size()>;

/// From a document to its facts. Built once from data, then const and safe to share between threads.
class Extractor {
public:
    /// Takes the model and the word lists from `data`. Throws Error naming what is missing.
    explicit Extractor(const std::filesystem::path& data);
    /// The same with other weights of the recogniser.
    Extractor(const std::filesystem::path& data, RecogniserWeights weights);

    [[nodiscard]] Lexicon& lexicon() { return lexicon_; }
    /// The first stages: the sections, sentences and tokens of a document.
    [[nodiscard]] Extraction tag(Document document) const;
    [[nodiscard]] Extraction extract(Document document, Trace* trace = nullptr, StageTimes* times = nullptr) const;

private:
    Lexicon lexicon_;
    Tagger tagger_;
    Recogniser recogniser_;
};

}  // namespace guanxi
