#include <fmt/format.h>

#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/data_folder.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/text_input.hpp"
#include "core/error.hpp"
#include "extract/candidates_units.hpp"
#include "extract/extractor.hpp"
#include "extract/word_clusters.hpp"

namespace guanxi {

namespace {

// Words of the dictionary have a class, and others that many texts have: no names of the texts.
WordClusters::Standing standing(const Unit& unit, const Lexicon& lexicon) {
    if (lexicon.frequency(unit.text) > 0) return WordClusters::Standing::known;
    return is_name_tag(unit.tag) ? WordClusters::Standing::none : WordClusters::Standing::common;
}

}  // namespace

void classes(const Arguments& arguments) {
    if (arguments.outputs.size() > 1) throw UsageError("the classes are written once");
    const Inputs inputs = find_inputs(arguments.operands);
    if (!inputs.problems.empty()) throw Error(inputs.problems.front());
    const std::filesystem::path data = data_folder();
    const Extractor stages(data, RecogniserWeights());
    const Lexicon lexicon = Lexicon::load(data / "lexicon.bin");
    WordClusters clusters;
    std::vector<WordClusters::Word> words;
    std::size_t document = 0;
    for (const Input& input : inputs.files) {
        const Extraction tagged = stages.tag(read_text(input.path, input.name, arguments));
        for (const Sentence& sentence : tagged.sentences) {
            words.clear();
            const Units units = read_units(tagged.document.text, sentence);
            for (const Unit& unit : units.units) {
                if (unit.role == Role::number || unit.role == Role::time) {
                    words.emplace_back("0", WordClusters::Standing::none);  // numbers are alike
                } else {
                    words.emplace_back(unit.text, standing(unit, lexicon));
                }
            }
            clusters.add(words, document);
        }
        ++document;
    }
    const auto write = [&](std::ostream& out) {
        for (const auto& [word, number] : clusters.group(arguments.classes))
            out << fmt::format("{}\t{}\n", word, number);
    };
    if (arguments.outputs.empty()) {
        StandardOutput out;
        write(out.stream());
        out.finish();
        return;
    }
    OutputFile file(arguments.outputs[0]);
    write(file.stream());
    file.finish();
    file.commit();
}

}  // namespace guanxi
