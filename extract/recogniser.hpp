#pragma once

#include "core/annotation.hpp"
#include "extract/lexicon.hpp"
#include "extract/recogniser_weights.hpp"
#include "extract/trace.hpp"
#include "extract/word_classes.hpp"

namespace guanxi {

/// Finds the mentions of entities in tagged sentences: candidates by rules (typed heads, lists, verbs, quotation marks,
/// the tagger, the gazetteer), of which the best ones that do not overlap are taken. The lexicon must outlive it.
class Recogniser {
public:
    Recogniser(const Lexicon& lexicon, WordClasses classes, RecogniserWeights weights);

    /// Fills `mentions`, sorted by span, none overlapping another, but those that restore elided heads. If the
    /// document's own district is known, each coreferent mention (全区, 我市) has its name; and mention 0 is where the
    /// text first names it (an empty span at 0 if it never does).
    void recognise(Extraction& extraction, Trace* trace = nullptr) const;

private:
    const Lexicon* lexicon_;
    WordClasses classes_;
    RecogniserWeights weights_;
};

}  // namespace guanxi
