#include "extract/tagger_source.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <string>

#include "core/error.hpp"
#include "core/utf8.hpp"
#include "extract/tagger_model.hpp"

namespace guanxi {

namespace {

using namespace lac;

// A tensor file: u32 0, u64 0, u32 0, i32 n, n bytes that describe it, the numbers.
std::vector<float> read_tensor(const std::filesystem::path& file, std::size_t size) {
    constexpr std::streamoff head = 20;
    std::ifstream in(file, std::ios::binary);
    std::array<char, head> bytes{};
    std::int32_t description = -1;
    if (in.read(bytes.data(), head)) std::memcpy(&description, bytes.data() + 16, sizeof description);
    std::vector<float> values(size);
    if (description < 0 || !in.seekg(head + description) ||
        !in.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(size * sizeof(float))) ||
        in.peek() != std::ifstream::traits_type::eof()) {
        throw Error({file.string()}, "is missing or not a tensor of " + std::to_string(size) + " numbers");
    }
    return values;
}

// Lines of a number and a character; a few lines name classes of unknown characters instead, which nothing uses.
std::unordered_map<char32_t, std::uint16_t> read_characters(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::unordered_map<char32_t, std::uint16_t> rows;
    for (std::string line; std::getline(in, line);) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) continue;
        const std::u32string name = to_utf32(std::string_view(line).substr(tab + 1));
        if (name.size() == 1) rows.emplace(name.front(), static_cast<std::uint16_t>(std::stoul(line)));
    }
    if (rows.size() < characters - 10) throw Error({file.string()}, "is missing or not the characters of LAC-small");
    return rows;
}

struct Form {
    char32_t from, to;
};
constexpr std::array forms{Form{U'。', U'.'}, Form{U'、', U','}, Form{U'“', U'"'},  Form{U'”', U'"'},
                           Form{U'‘', U'\''}, Form{U'’', U'\''}, Form{U'…', U'.'},  Form{U'—', U'-'},
                           Form{U'【', U'['}, Form{U'】', U']'}, Form{U'〔', U'['}, Form{U'〕', U']'},
                           Form{U'「', U'"'}, Form{U'」', U'"'}, Form{U'『', U'"'}, Form{U'』', U'"'},
                           Form{U'〈', U'<'}, Form{U'〉', U'>'}, Form{U'•', U'·'},  Form{U'・', U'·'}};
constexpr float initial_bound = 0.101F;  // training began with numbers up to 0.1

char32_t usual_form(char32_t character) {
    const auto* form = std::find_if(forms.begin(), forms.end(), [&](const Form& f) { return f.from == character; });
    const char32_t folded = form != forms.end() ? form->to : fold(character);
    return folded >= U'A' && folded <= U'Z' ? folded - U'A' + U'a' : folded;
}

using Sequence = std::vector<std::vector<float>>;

float sigmoid(float x) {
    return 1.0F / (1.0F + std::exp(-x));
}

// out += in * matrix
void multiply_add(std::span<const float> in, const float* matrix, std::span<float> out) {
    for (std::size_t i = 0; i < in.size(); ++i) {
        const float* row = matrix + i * out.size();
        for (std::size_t j = 0; j < out.size(); ++j) out[j] += in[i] * row[j];
    }
}

void advance(const TaggerSource::Gru& gru, std::span<const float> input, std::vector<float>& state) {
    std::vector<float> x(gru.input_bias);
    multiply_add(input, gru.input.data(), x);
    for (std::size_t j = 0; j < gates; ++j) x[j] += gru.bias[j];
    multiply_add(state, gru.gates.data(), std::span(x).first(2 * units));
    std::vector<float> reset(units);
    for (std::size_t j = 0; j < units; ++j) reset[j] = sigmoid(x[units + j]) * state[j];
    multiply_add(reset, gru.candidate.data(), std::span(x).last(units));
    for (std::size_t j = 0; j < units; ++j) {
        const float update = sigmoid(x[j]);
        state[j] = (1.0F - update) * state[j] + update * std::tanh(x[2 * units + j]);
    }
}

Sequence run_layer(const std::array<TaggerSource::Gru, 2>& layer, const Sequence& inputs) {
    const std::size_t size = inputs.size();
    Sequence outputs(size, std::vector<float>(states));
    for (std::size_t direction = 0; direction < 2; ++direction) {
        std::vector<float> state(units);
        for (std::size_t step = 0; step < size; ++step) {
            const std::size_t at = direction == 0 ? step : size - 1 - step;
            advance(layer.at(direction), inputs[at], state);
            std::copy(state.begin(), state.end(), outputs[at].begin() + static_cast<std::ptrdiff_t>(direction * units));
        }
    }
    return outputs;
}

}  // namespace

TaggerSource TaggerSource::load(const std::filesystem::path& folder) {
    TaggerSource source;
    const auto tensor = [&](const std::string& name, std::size_t size) {
        return read_tensor(folder / "model_baseline" / name, size);
    };
    source.rows = read_characters(folder / "word.dic");
    source.embeddings = tensor("word_emb", characters * embedding);
    for (std::size_t i = 0; i < 4; ++i) {
        const std::string fc = "fc_" + std::to_string(i);
        const std::string name = "gru_" + std::to_string(i);
        Gru& gru = source.layers.at(i / 2).at(i % 2);
        gru.input = tensor(fc + ".w_0", (i < 2 ? embedding : states) * gates);
        gru.input_bias = tensor(fc + ".b_0", gates);
        const std::vector<float> both = tensor(name + ".w_0", units * gates);
        const auto border = both.begin() + static_cast<std::ptrdiff_t>(units * 2 * units);
        gru.gates.assign(both.begin(), border);
        gru.candidate.assign(border, both.end());
        gru.bias = tensor(name + ".b_0", gates);
    }
    source.output = tensor("fc_4.w_0", states * labels);
    source.output_bias = tensor("fc_4.b_0", labels);
    source.transitions = tensor("crfw", (labels + 2) * labels);
    return source;
}

std::uint16_t TaggerSource::row(char32_t character) const {
    const auto row_of = [&](char32_t c) {
        const auto found = rows.find(c);
        return found == rows.end() ? static_cast<std::uint16_t>(characters - 1) : found->second;
    };
    // A character that training never met keeps the small random numbers it began with: those are the forms that had
    // been replaced before.
    const auto is_trained = [&](std::uint16_t row) {
        const auto* const begin = embeddings.data() + row * embedding;
        return std::any_of(begin, begin + embedding, [](float v) { return std::abs(v) > initial_bound; });
    };
    const std::uint16_t own = row_of(character);
    if (own < characters - 1 && is_trained(own)) return own;
    const std::uint16_t folded = row_of(usual_form(character));
    return is_trained(folded) ? folded : static_cast<std::uint16_t>(characters - 1);
}

std::vector<std::uint8_t> TaggerSource::label(std::span<const std::uint16_t> sentence) const {
    if (sentence.empty()) return {};
    Sequence sequence;
    for (const std::uint16_t row : sentence) {
        const auto* const begin = embeddings.data() + row * embedding;
        sequence.emplace_back(begin, begin + embedding);
    }
    for (const auto& layer : layers) sequence = run_layer(layer, sequence);

    std::vector<float> best(transitions.begin(), transitions.begin() + labels);
    std::vector<std::array<std::uint8_t, labels>> from(sentence.size());
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        std::vector<float> score(output_bias);
        multiply_add(sequence[at], output.data(), score);
        std::vector<float> next(best);
        for (std::size_t to = 0; at > 0 && to < labels; ++to) {
            const auto arrival = [&](std::size_t i) { return best[i] + transitions[(i + 2) * labels + to]; };
            std::size_t argument = 0;
            for (std::size_t i = 1; i < labels; ++i) argument = arrival(i) > arrival(argument) ? i : argument;
            next[to] = arrival(argument);
            from[at].at(to) = static_cast<std::uint8_t>(argument);
        }
        for (std::size_t j = 0; j < labels; ++j) best[j] = next[j] + score[j];
    }
    for (std::size_t j = 0; j < labels; ++j) best[j] += transitions[labels + j];
    std::vector<std::uint8_t> path(sentence.size());
    auto label = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t at = sentence.size(); at-- > 0; label = from[at].at(label)) path[at] = label;
    return path;
}

}  // namespace guanxi
