#include "extract/tagger.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>
#include <vector>

#include "extract/tagger_kernel.hpp"
#include "extract/tagger_model.hpp"
#include "extract/tagger_text.hpp"

namespace guanxi {

namespace {

constexpr std::align_val_t line{64};  // of the cache

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
    T* data_;
};

// What layer 1 makes of each character, computed when the character is first met and then kept. Threads may meet it at
// the same time: they compute the same numbers, and the first to finish leaves its own.
class Inputs {
public:
    using Input = Buffer<std::int16_t>;
    Inputs() : inputs_(lac::characters) {}
    ~Inputs() {
        for (const auto& input : inputs_) delete input.load();
    }
    Inputs(const Inputs&) = delete;
    Inputs& operator=(const Inputs&) = delete;

    template <class Fill>
    const std::int16_t* get(std::size_t row, const Fill& fill) {
        std::atomic<const Input*>& place = inputs_[row];
        const Input* found = place.load(std::memory_order_acquire);
        if (found == nullptr) {
            auto made = std::make_unique<const Input>(2 * lac::gates);
            fill(made->get());
            if (place.compare_exchange_strong(found, made.get(), std::memory_order_acq_rel)) found = made.release();
        }
        return found->get();
    }

private:
    std::vector<std::atomic<const Input*>> inputs_;  // by row of the embeddings
};

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

// Room for a batch, used again for the next.
struct Room {
    explicit Room(std::size_t longest)
        : inputs(longest * batch_rows),
          layer1(longest * batch_rows * lac::states),
          layer2(longest * batch_rows * lac::states),
          scores(longest * batch_rows * lac::padded_labels),
          best(longest * lac::padded_labels),
          labels(longest * batch_rows) {}
    Buffer<const std::int16_t*> inputs;
    Buffer<std::uint8_t> layer1, layer2;
    Buffer<float> scores, best;
    Buffer<std::uint8_t> labels;
};

// The longest first, as indices into the pieces of a text.
using Pieces = std::span<const std::uint32_t>;

}  // namespace

struct Tagger::Network {
    std::unique_ptr<const TaggerModel> model;
    KernelNetwork view;
    const Kernel& kernel;
    mutable Inputs inputs{};

    [[nodiscard]] const std::int16_t* input_of(char32_t character) const {
        const std::size_t row = character < model->rows.size() ? model->rows[character] : lac::characters - 1;
        return inputs.get(row, [&](std::int16_t* out) {
            kernel.fill_input(view, model->embeddings.data() + row * lac::embedding, out);
        });
    }

    // Labels pieces of the text, the longest first; the labels go to where their characters stand.
    void label(const TaggerText& text, Pieces pieces, const Room& room, std::vector<std::uint8_t>& labels) const {
        std::array<std::uint32_t, batch_rows> lengths{};
        for (std::size_t row = 0; row < pieces.size(); ++row) {
            const auto [sentence, begin, end] = text.pieces[pieces[row]];
            lengths.at(row) = end - begin;
            for (std::size_t i = begin; i < end; ++i) {
                room.inputs[(i - begin) * batch_rows + row] = input_of(text.values[i]);
            }
        }
        kernel.label(view, {pieces.size(), lengths.data(), room.inputs.get(), room.layer1.get(), room.layer2.get(),
                            room.scores.get(), room.best.get(), room.labels.get()});
        for (std::size_t row = 0; row < pieces.size(); ++row) {
            const std::uint32_t begin = text.pieces[pieces[row]].begin;
            for (std::size_t i = 0; i < lengths.at(row); ++i) labels[begin + i] = room.labels[i * batch_rows + row];
        }
    }
};

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

    const Room room(length(order.front()));
    // The kernels fetch ahead also where a shorter sentence has no character: there must be an input there.
    std::fill_n(room.inputs.get(), length(order.front()) * batch_rows, network_->input_of(split.values.front()));
    std::vector<std::uint8_t> labels(split.characters.size());
    for (std::size_t i = 0; i < order.size(); i += batch_rows) {
        const Pieces pieces = Pieces(order).subspan(i, std::min(batch_rows, order.size() - i));
        network_->label(split, pieces, room, labels);
    }
    for (const auto& piece : split.pieces) {
        append_tokens(split, piece, std::span(labels).subspan(piece.begin, piece.end - piece.begin),
                      sentences[piece.sentence].tokens);
    }
}

}  // namespace guanxi
