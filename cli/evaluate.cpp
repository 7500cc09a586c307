#include <fmt/format.h>

#include <fstream>
#include <optional>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "core/error.hpp"
#include "core/evaluation.hpp"
#include "core/utf8.hpp"
#include "export/gold.hpp"

namespace guanxi {

namespace {

GoldGraph read_annotation(const std::string& path) {
    check_readable(path);
    std::ifstream file(path, std::ios::binary);
    return read_gold(file, path);
}

const Differences& differences(const Evaluation& evaluation, std::string_view what) {
    if (what == "entities") return evaluation.entities;
    return what == "relations" ? evaluation.relations : evaluation.quantities;
}

}  // namespace

void evaluate(const Arguments& arguments) {
    std::optional<std::string> text;
    if (!arguments.text.empty()) {
        text = read_bytes(arguments.text);
        if (find_invalid_utf8(*text) != std::string_view::npos) {
            throw Error(fmt::format("{} is not UTF-8; quotes cannot be looked up in it", arguments.text));
        }
    }
    const GoldGraph gold = read_annotation(arguments.operands[0]);
    const GoldGraph predicted = read_annotation(arguments.operands[1]);
    const Evaluation evaluation = evaluate(gold, predicted, text);
    StandardOutput out;
    if (arguments.json) {
        write_evaluation(evaluation, out.stream());
    } else {
        out.stream() << report(evaluation) << '\n';
        if (!arguments.show.empty()) out.stream() << report(differences(evaluation, arguments.show));
    }
    out.finish();
}

}  // namespace guanxi
