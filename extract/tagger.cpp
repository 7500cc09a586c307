#include "extract/tagger.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "extract/tagger_kernel.hpp"
#include "extract/tagger_model.hpp"
#include "extract/tagger_text.hpp"

namespace guanxi {

struct Tagger::Network {
    std::unique_ptr<const TaggerModel> model;
    KernelNetwork view;
    const Kernel& kernel;
};

namespace {

constexpr std::size_t input_size = 2 * lac::gates;

template <std::size_t depth, std::size_t columns>
KernelMatrix view_of(const QuantisedMatrix<depth, columns>& matrix) {
    return {matrix.weights.data(), matrix.scale.data(), matrix.addend.data(), matrix.sums.data()};
}

KernelNetwork view_of(const TaggerModel& model) {
    return {model.input.data(),
            model.input_addend.data(),
            {view_of(model.layer1[0]), view_of(model.layer1[1])},
            {view_of(model.layer2[0]), view_of(model.layer2[1])},
            view_of(model.output),
            model.start.data(),
            model.stop.data(),
            model.transitions.data(),
            model.arrivals.data()};
}

// Memory whose beginning lies on a cache line, not filled with anything.
template <class T>
class Buffer {
public:
    explicit Buffer(std::size_t size) : data_(new (line) T[size]) {}
    ~Buffer() { ::operator delete[](data_, line); }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    [[nodiscard]] T* get() const { return data_; }
    [[nodiscard]] T& operator[](std::size_t i) const { return data_[i]; }

private:
    static constexpr std::align_val_t line{64};
    T* data_;
};

std::uint16_t row_of(const TaggerModel& model, char32_t value) {
    return value < model.rows.size() ? model.rows[value] : static_cast<std::uint16_t>(lac::characters - 1);
}

// What layer 1 makes of each character, computed once for all places where the character stands.
class Inputs {
public:
    Inputs(const TaggerModel& model, const KernelNetwork& view, const Kernel& kernel, const TaggerText& text)
        : of_character_(text.values.size()), memory_(input_size * number(model, text.values)) {
        for (std::size_t row = 0, i = 0; row < rows_.size(); ++row, i += input_size) {
            kernel.fill_input(view, model.embeddings.data() + rows_[row] * lac::embedding, memory_.get() + i);
        }
    }
    [[nodiscard]] const float* operator[](std::size_t character) const {
        return memory_.get() + of_character_[character] * input_size;
    }

private:
    std::size_t number(const TaggerModel& model, const std::vector<char32_t>& values) {
        std::vector<std::uint32_t> numbers(lac::characters);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::uint16_t row = row_of(model, values[i]);
            if (numbers[row] == 0) {
                rows_.push_back(row);
                numbers[row] = static_cast<std::uint32_t>(rows_.size());
            }
            of_character_[i] = numbers[row] - 1;
        }
        return rows_.size();
    }

    std::vector<std::uint16_t> rows_;  // that occur, in order first seen
    std::vector<std::uint32_t> of_character_;
    Buffer<float> memory_;
};

// Room for a batch, used again for the next.
struct Room {
    explicit Room(std::size_t longest)
        : inputs(longest * batch_rows),
          layer1(longest * batch_rows * lac::states),
          layer2(longest * batch_rows * lac::states),
          scores(longest * batch_rows * lac::padded_labels),
          best(longest * lac::padded_labels),
          labels(longest * batch_rows) {}
    Buffer<const float*> inputs;
    Buffer<std::uint8_t> layer1, layer2;
    Buffer<float> scores, best;
    Buffer<std::uint8_t> labels;
};

using Pieces = std::span<const std::uint32_t>;

// Labels pieces of the text, the longest first; the labels go to where their characters stand.
void label_batch(const KernelNetwork& view, const Kernel& kernel, const TaggerText& text, const Inputs& inputs,
                 Pieces pieces, const Room& room, std::vector<std::uint8_t>& labels) {
    std::array<std::uint32_t, batch_rows> lengths{};
    for (std::size_t row = 0; row < pieces.size(); ++row) {
        const auto& piece = text.pieces[pieces[row]];
        lengths.at(row) = piece.end - piece.begin;
        for (std::size_t i = 0; i < lengths.at(row); ++i) room.inputs[i * batch_rows + row] = inputs[piece.begin + i];
    }
    kernel.label(view, {pieces.size(), lengths.data(), room.inputs.get(), room.layer1.get(), room.layer2.get(),
                        room.scores.get(), room.best.get(), room.labels.get()});
    for (std::size_t row = 0; row < pieces.size(); ++row) {
        const std::uint32_t begin = text.pieces[pieces[row]].begin;
        for (std::size_t i = 0; i < lengths.at(row); ++i) labels[begin + i] = room.labels[i * batch_rows + row];
    }
}

}  // namespace

Tagger::Tagger(std::unique_ptr<const Network> network) : network_(std::move(network)) {}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;

Tagger Tagger::load(const std::filesystem::path& file, Instructions instructions) {
    std::unique_ptr<const TaggerModel> model = load_model(file);
    const KernelNetwork view = view_of(*model);
    return Tagger(std::unique_ptr<const Network>(new Network{std::move(model), view, kernel_of(instructions)}));
}

void Tagger::tag(std::string_view text, std::span<Sentence> sentences) const {
    for (Sentence& sentence : sentences) sentence.tokens.clear();
    const TaggerText split = split_text(text, sentences);
    if (split.pieces.empty()) return;
    const auto length = [&](std::uint32_t piece) { return split.pieces[piece].end - split.pieces[piece].begin; };
    std::vector<std::uint32_t> order(split.pieces.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return length(a) > length(b); });

    const Inputs inputs(*network_->model, network_->view, network_->kernel, split);
    const Room room(length(order.front()));
    std::vector<std::uint8_t> labels(split.characters.size());
    for (std::size_t i = 0; i < order.size(); i += batch_rows) {
        const Pieces pieces = Pieces(order).subspan(i, std::min(batch_rows, order.size() - i));
        label_batch(network_->view, network_->kernel, split, inputs, pieces, room, labels);
    }
    for (const auto& piece : split.pieces) {
        append_tokens(split, piece, std::span(labels).subspan(piece.begin, piece.end - piece.begin),
                      sentences[piece.sentence].tokens);
    }
}

}  // namespace guanxi
