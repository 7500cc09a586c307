// Compiles LAC-small, as jieba ships it, into the file that Tagger::load reads:
//   compile_tagger FOLDER OUT
#include <algorithm>
#include <cmath>
#include <iostream>
#include <string_view>

#include "core/error.hpp"
#include "extract/tagger_model.hpp"
#include "extract/tagger_source.hpp"

namespace {

using namespace guanxi;

constexpr std::string_view notices =
    "The weights are those of LAC-small: Copyright (c) 2019 PaddlePaddle Authors. All Rights Reserved.\n"
    "Licensed under the Apache License, Version 2.0 (the \"License\"); you may not use this file except in compliance "
    "with\n"
    "the License. You may obtain a copy of the License at http://www.apache.org/licenses/LICENSE-2.0\n"
    "Unless required by applicable law or agreed to in writing, software distributed under the License is distributed "
    "on\n"
    "an \"AS IS\" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied. See the License for "
    "the\n"
    "specific language governing permissions and limitations under the License.\n"
    "Changes: the weights were rounded to 8 bits with a scale a column and put in another order.\n"
    "\n"
    "They were published with jieba: Copyright (c) 2012-2017 Sun Junyi <ccnusjy@gmail.com>\n"
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated\n"
    "documentation files (the \"Software\"), to deal in the Software without restriction, including without limitation "
    "the\n"
    "rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to\n"
    "permit persons to whom the Software is furnished to do so, subject to the following conditions: The above "
    "copyright\n"
    "notice and this permission notice shall be included in all copies or substantial portions of the Software.\n"
    "THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED "
    "TO\n"
    "THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\n"
    "AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF "
    "CONTRACT,\n"
    "TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE\n"
    "SOFTWARE.\n";
static_assert(notices.size() < std::tuple_size_v<decltype(TaggerModel::notices)>);

constexpr float log2_of_e = 1.44269504F;
constexpr float state_scale = 127.0F;

// A column of a gate in the network is 1 / (1 + 2^t), of a candidate 2 / (1 + 2^t) - 1.
float factor_of(std::size_t column) {
    return column < 2 * lac::units ? -log2_of_e : -2 * log2_of_e;
}

// `weight(k, column)` gives what to quantise, `factor(column)` what the result is multiplied by.
template <std::size_t depth, std::size_t columns, class Weight, class Factor>
void quantise(const Weight& weight, const Factor& factor, QuantisedMatrix<depth, columns>& out) {
    for (std::size_t j = 0; j < columns; ++j) {
        float largest = 0;
        for (std::size_t k = 0; k < depth; ++k) largest = std::max(largest, std::abs(weight(k, j)));
        const float step = largest > 0 ? largest / 127.0F : 1.0F;
        out.scale.at(j) = step / state_scale * factor(j);
        out.sums.at(j) = 0;
        for (std::size_t k = 0; k < depth; ++k) {
            const auto rounded = static_cast<std::int8_t>(std::lround(weight(k, j) / step));
            out.weights.at((j / lac::block) * depth * lac::block + (k / 4) * lac::block * 4 + (j % lac::block) * 4 +
                           k % 4) = rounded;
            out.sums.at(j) += rounded;
        }
    }
}

void compile_characters(const TaggerSource& source, TaggerModel& model) {
    for (std::size_t c = 0; c < model.rows.size(); ++c) model.rows.at(c) = source.row(static_cast<char32_t>(c));
    std::copy(source.embeddings.begin(), source.embeddings.end(), model.embeddings.begin());
}

void compile_layers(const TaggerSource& source, TaggerModel& model) {
    using namespace lac;
    for (std::size_t direction = 0; direction < 2; ++direction) {
        const auto& first = source.layers[0].at(direction);
        const auto& second = source.layers[1].at(direction);
        const auto recurrent = [](const TaggerSource::Gru& gru, std::size_t k, std::size_t j) {
            return j < 2 * units ? gru.gates[k * 2 * units + j] : gru.candidate[k * units + j - 2 * units];
        };
        quantise([&](std::size_t k, std::size_t j) { return recurrent(first, k, j); }, factor_of,
                 model.layer1.at(direction));
        quantise(
            [&](std::size_t k, std::size_t j) {
                return k < states ? second.input[k * gates + j] : recurrent(second, k - states, j);
            },
            factor_of, model.layer2.at(direction));
        for (std::size_t j = 0; j < gates; ++j) {
            model.layer1.at(direction).addend.at(j) = 0;  // the input has it
            model.layer2.at(direction).addend.at(j) = (second.input_bias[j] + second.bias[j]) * factor_of(j);
            const std::size_t column = direction * gates + j;
            model.input_addend.at(column) = (first.input_bias[j] + first.bias[j]) * factor_of(j);
            for (std::size_t k = 0; k < embedding; ++k) {
                model.input.at(k * 2 * gates + column) = first.input[k * gates + j] * factor_of(j);
            }
        }
    }
}

void compile_output(const TaggerSource& source, TaggerModel& model) {
    using namespace lac;
    quantise([&](std::size_t k, std::size_t j) { return j < labels ? source.output[k * labels + j] : 0.0F; },
             [](std::size_t) { return 1.0F; }, model.output);
    for (std::size_t j = 0; j < labels; ++j) {
        model.output.addend.at(j) = source.output_bias[j];
        model.start.at(j) = source.transitions[j];
        model.stop.at(j) = source.transitions[labels + j];
        for (std::size_t i = 0; i < labels; ++i) {
            const float transition = source.transitions[(i + 2) * labels + j];
            model.transitions.at(i * padded_labels + j) = model.arrivals.at(j * padded_labels + i) = transition;
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    try {
        if (count != 3) throw Error("usage: compile_tagger FOLDER OUT");
        const TaggerSource source = TaggerSource::load(arguments[1]);
        const auto model = std::make_unique<TaggerModel>();
        std::copy(notices.begin(), notices.end(), model->notices.begin());
        compile_characters(source, *model);
        compile_layers(source, *model);
        compile_output(source, *model);
        save_model(*model, arguments[2]);
    } catch (const std::exception& error) {
        std::cerr << "compile_tagger: " << error.what() << '\n';
        return 1;
    }
}
