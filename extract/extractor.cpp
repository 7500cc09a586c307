#include "extract/extractor.hpp"

#include <chrono>
#include <utility>

#include "extract/nested.hpp"
#include "extract/outline.hpp"
#include "extract/quantities.hpp"
#include "extract/relations.hpp"
#include "extract/resolver.hpp"

namespace guanxi {

Extractor::Extractor(const std::filesystem::path& data)
    : Extractor(data, RecogniserWeights::load(data / "recogniser.tsv")) {}

Extractor::Extractor(const std::filesystem::path& data, RecogniserWeights weights)
    : lexicon_(Lexicon::load(data / "lexicon.bin")),
      tagger_(Tagger::load(data / "tagger.model")),
      recogniser_(lexicon_, WordClasses::load(data / "word_classes.tsv"), std::move(weights)) {}

Extraction Extractor::tag(Document document) const {
    Extraction extraction;
    extraction.document = std::move(document);
    outline(extraction, lexicon_, nullptr);
    tagger_.tag(extraction.document.text, extraction.sentences);
    return extraction;
}

Extraction Extractor::extract(Document document, Trace* trace, StageTimes* times) const {
    Extraction extraction;
    extraction.document = std::move(document);
    std::size_t stage = 0;
    const auto run = [&](auto&& work) {
        const auto start = std::chrono::steady_clock::now();
        work();
        if (times != nullptr) {
            (*times).at(stage++) += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        }
    };
    run([&] { outline(extraction, lexicon_, trace); });
    run([&] { tagger_.tag(extraction.document.text, extraction.sentences); });
    run([&] {
        recogniser_.recognise(extraction, trace);
        add_nested_mentions(extraction, lexicon_, trace);
    });
    run([&] { resolve(extraction, lexicon_, trace); });
    run([&] { measure(extraction, trace); });
    run([&] { relate(extraction, trace); });
    return extraction;
}

}  // namespace guanxi
