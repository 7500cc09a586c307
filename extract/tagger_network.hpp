#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "extract/tagger_kernel.hpp"

// The network, written once for all instruction sets: a machine gives the width of its registers and the product of
// states and weights. Floating-point operations are the same for each number and in the same order whatever the width.

namespace guanxi {

template <class Machine>
class NetworkRun {
    static constexpr std::size_t width = Machine::width;
    using Floats = typename Machine::Floats;
    using Integers = typename Machine::Integers;

    static constexpr std::size_t units = 128, gates = 3 * units, states = 2 * units;
    static constexpr std::size_t labels = 57, padded_labels = 64, block = 32, embedding = 128;
    static constexpr float input_scale = 256.0F;   // an input is stored as 256 times its value
    static constexpr float rounder = 12582912.0F;  // adding 1.5 * 2^23 leaves the nearest integer in the lowest bits
    static constexpr std::size_t row_states = batch_rows * states;

    // The rows and columns that one product gives: one block of columns for up to all sentences.
    struct alignas(64) Products {
        Array<Array<std::int32_t, block>, batch_rows> values;
    };

    using States = Array<Array<float, units>, batch_rows>;  // of one direction of a layer

    template <class Vector, class Number>
    static Vector load(const Number* from) {
        Vector value;
        std::memcpy(&value, from, sizeof value);
        return value;
    }
    template <class Vector, class Number>
    static void store(Number* to, Vector value) {
        std::memcpy(to, &value, sizeof value);
    }
    // 1 / (1 + 2^t) with an error below 2e-5. The power is a polynomial for what is left of t when it is rounded
    // (adding 1.5 * 2^23 rounds) and an exponent; the quotient is Newton's iteration from a first guess by the bits.
    static Floats logistic(Floats t) {
        t = Machine::limit(t, 40.0F);
        const Floats rounded = t + rounder;
        const Floats rest = t - (rounded - rounder);
        const Floats power = ((0.0558282F * rest + 0.2401397F) * rest + 0.6931422F) * rest + 1.0000000F;
        const Integers scaled = reinterpret_cast<Integers>(power) + (reinterpret_cast<Integers>(rounded) << 23);
        const Floats divisor = reinterpret_cast<Floats>(scaled) + 1.0F;
        auto quotient = reinterpret_cast<Floats>(0x7EF311C7 - reinterpret_cast<Integers>(divisor));
        quotient = quotient * (2.0F - divisor * quotient);
        return quotient * (2.0F - divisor * quotient);
    }

    // Stores a state of -1 to 1 as 127 x + zero, rounded.
    static void store_state(std::uint8_t* to, Floats x) {
        const auto rounded = reinterpret_cast<Integers>(x * 127.0F + (rounder + static_cast<float>(Machine::zero)));
        Machine::store_bytes(to, rounded);
    }

    // The product as a number again.
    static Floats scaled(const std::int32_t* product, const float* scale) {
        return __builtin_convertvector(load<Integers>(product), Floats) * load<Floats>(scale);
    }
    static Floats addend(const float* from) { return load<Floats>(from); }
    static Floats addend(const std::int16_t* from) {
        return __builtin_convertvector(Machine::load_words(from), Floats) * (1.0F / input_scale);
    }

public:
    static void fill_input(const KernelNetwork& network, const float* character, std::int16_t* out) {
        constexpr std::size_t columns = 2 * gates, together = 4;
        for (std::size_t j = 0; j < columns; j += together * width) {
            Array<Floats, together> sums;
            for (std::size_t v = 0; v < together; ++v) sums[v] = load<Floats>(network.input_addend + j + v * width);
            for (std::size_t k = 0; k < embedding; ++k) {
                const float* const row = network.input + k * columns + j;
                for (std::size_t v = 0; v < together; ++v) sums[v] += character[k] * load<Floats>(row + v * width);
            }
            for (std::size_t v = 0; v < together; ++v) {
                const Floats rounded = Machine::limit(sums[v], 127.0F) * input_scale + rounder;
                Machine::store_words(out + j + v * width, reinterpret_cast<Integers>(rounded));
            }
        }
    }

    static void label(const KernelNetwork& network, const KernelBatch& batch) {
        [[maybe_unused]] const typename Machine::Session session;
        const std::size_t size = batch.lengths[0] * row_states;
        std::memset(batch.layer1, Machine::zero, size);
        std::memset(batch.layer2, Machine::zero, size);
        for (std::size_t direction = 0; direction < 2; ++direction) run_layer<1>(network, batch, direction);
        for (std::size_t direction = 0; direction < 2; ++direction) run_layer<2>(network, batch, direction);
        score(network, batch);
        for (std::size_t row = 0; row < batch.count; ++row) decode(network, batch, row);
    }

private:
    static std::size_t count_longer(const KernelBatch& batch, std::size_t length) {
        std::size_t count = batch.count;
        while (count > 0 && batch.lengths[count - 1] <= length) --count;
        return count;
    }

    template <int layer>
    static void run_layer(const KernelNetwork& network, const KernelBatch& batch, std::size_t direction) {
        alignas(64) States state = {};
        alignas(64) Array<std::uint8_t, row_states> nothing;
        std::memset(nothing, Machine::zero, sizeof nothing);
        const std::uint8_t* before = nothing;
        std::uint8_t* const out = (layer == 1 ? batch.layer1 : batch.layer2) + direction * units;
        const std::size_t size = batch.lengths[0];
        for (std::size_t step = 0; step < size; ++step) {
            const std::size_t at = direction == 0 ? step : size - 1 - step;
            const std::size_t ahead = step + 1 == size ? at : direction == 0 ? at + 1 : at - 1;
            const Step s{batch, at, ahead, count_longer(batch, at), direction, before, out + at * row_states};
            advance<layer>((layer == 1 ? network.layer1 : network.layer2)[direction], s, state);
            before = s.after;
        }
    }

    struct Step {
        const KernelBatch& batch;
        std::size_t at;     // place of the character in its sentence
        std::size_t ahead;  // place of the next
        std::size_t count;  // of sentences that are as long
        std::size_t direction;
        const std::uint8_t* before;
        std::uint8_t* after;
    };

    // One character further in all sentences: first the reset gates, as what they let through goes into the candidates,
    // then block by block update gates, candidates and states.
    template <int layer>
    static void advance(const KernelMatrix& matrix, const Step& step, States& state) {
        constexpr std::size_t inputs = layer == 1 ? 0 : states;
        constexpr std::size_t depth = inputs + units;
        constexpr std::size_t blocks = units / block;
        alignas(64) Array<Array<std::uint8_t, units>, batch_rows> reset;
        Products updates, candidates;
        const std::uint8_t* input = layer == 1 ? nullptr : step.batch.layer1 + step.at * row_states;
        const auto multiply = [&](const std::uint8_t* operand, std::size_t stride, std::size_t column, Products& out) {
            const typename Machine::Operand operands{input, inputs, operand, stride};
            Machine::multiply(operands, matrix.weights + column * depth, matrix.sums + column, step.count,
                              &out.values[0][0]);
        };
        const auto addends = [&](std::size_t row) {
            if constexpr (layer == 1) {
                return step.batch.inputs[step.at * batch_rows + row] + step.direction * gates;
            } else {
                return matrix.addend;
            }
        };
        // The inputs of all characters are more than the caches near the processor hold.
        const auto fetch_ahead = [&](std::size_t row, std::size_t column) {
            if constexpr (layer == 1) {
                __builtin_prefetch(step.batch.inputs[step.ahead * batch_rows + row] + step.direction * gates + column);
            }
        };
        for (std::size_t b = 0; b < blocks; ++b) {
            const std::size_t column = units + b * block;
            multiply(step.before, states, column, updates);
            for (std::size_t row = 0; row < step.count; ++row) {
                const auto* const add = addends(row) + column;
                fetch_ahead(row, column);
                for (std::size_t j = 0; j < block; j += width) {
                    const Floats opening =
                        logistic(scaled(updates.values[row] + j, matrix.scale + column + j) + addend(add + j));
                    store_state(reset[row] + b * block + j, opening * load<Floats>(state[row] + b * block + j));
                }
            }
        }
        for (std::size_t b = 0; b < blocks; ++b) {
            const std::size_t update = b * block, candidate = 2 * units + b * block;
            multiply(step.before, states, update, updates);
            multiply(reset[0], units, candidate, candidates);
            for (std::size_t row = 0; row < step.count; ++row) {
                const auto* const add = addends(row);
                fetch_ahead(row, update);
                fetch_ahead(row, candidate);
                for (std::size_t j = 0; j < block; j += width) {
                    const Floats opening =
                        logistic(scaled(updates.values[row] + j, matrix.scale + update + j) + addend(add + update + j));
                    const Floats half = logistic(scaled(candidates.values[row] + j, matrix.scale + candidate + j) +
                                                 addend(add + candidate + j));
                    const auto old = load<Floats>(state[row] + update + j);
                    const Floats next = old + opening * ((half + half - 1.0F) - old);
                    store(state[row] + update + j, next);
                    store_state(step.after + row * states + update + j, next);
                }
            }
        }
    }

    static void score(const KernelNetwork& network, const KernelBatch& batch) {
        Products products;
        for (std::size_t at = 0; at < batch.lengths[0]; ++at) {
            const std::size_t count = count_longer(batch, at);
            const typename Machine::Operand operands{batch.layer2 + at * row_states, states, nullptr, 0};
            for (std::size_t column = 0; column < padded_labels; column += block) {
                Machine::multiply(operands, network.output.weights + column * states, network.output.sums + column,
                                  count, &products.values[0][0]);
                for (std::size_t row = 0; row < count; ++row) {
                    float* const out = batch.scores + (at * batch_rows + row) * padded_labels + column;
                    for (std::size_t j = 0; j < block; j += width) {
                        store(out + j, scaled(products.values[row] + j, network.output.scale + column + j) +
                                           addend(network.output.addend + column + j));
                    }
                }
            }
        }
    }

    // Viterbi keeping the best scores alone; the way back is found by equality.
    static void decode(const KernelNetwork& network, const KernelBatch& batch, std::size_t row) {
        const std::size_t size = batch.lengths[row];
        const auto score_of = [&](std::size_t at) { return batch.scores + (at * batch_rows + row) * padded_labels; };
        Array<float, padded_labels>
            sums;  // best[at] + score: of the best way that ends with each label at the character
        const auto add_score = [&](std::size_t at) {
            for (std::size_t j = 0; j < padded_labels; ++j)
                sums[j] = batch.best[at * padded_labels + j] + score_of(at)[j];
        };
        std::memcpy(batch.best, network.start, sizeof sums);
        add_score(0);
        for (std::size_t at = 1; at < size; ++at) {
            arrive(network, sums, batch.best + at * padded_labels);
            add_score(at);
        }
        std::size_t label = 0;
        for (std::size_t j = 0; j < labels; ++j) sums[j] += network.stop[j];
        for (std::size_t j = 1; j < labels; ++j) label = sums[j] > sums[label] ? j : label;
        for (std::size_t at = size - 1;; --at) {
            batch.labels[at * batch_rows + row] = static_cast<std::uint8_t>(label);
            if (at == 0) break;
            const float best = batch.best[at * padded_labels + label];
            const float* const arrivals = network.arrivals + label * padded_labels;
            add_score(at - 1);
            label = 0;
            while (label + 1 < labels && sums[label] + arrivals[label] != best) ++label;
        }
    }

    static void arrive(const KernelNetwork& network, const float* from, float* best) {
        constexpr std::size_t together = padded_labels / width < 4 ? padded_labels / width : 4;
        for (std::size_t j = 0; j < padded_labels; j += together * width) {
            Array<Floats, together> most;
            for (std::size_t v = 0; v < together; ++v)
                most[v] = from[0] + load<Floats>(network.transitions + j + v * width);
            for (std::size_t i = 1; i < labels; ++i) {
                const float* const row = network.transitions + i * padded_labels + j;
                for (std::size_t v = 0; v < together; ++v) {
                    const Floats sum = from[i] + load<Floats>(row + v * width);
                    most[v] = sum > most[v] ? sum : most[v];
                }
            }
            for (std::size_t v = 0; v < together; ++v) store(best + j + v * width, most[v]);
        }
    }
};

/// States to multiply by weights: first `input_depth` that lie 256 bytes from sentence to sentence, then 128 more (if
/// `state` is not null) that lie `state_stride` bytes apart.
struct ProductOperand {
    const std::uint8_t* input;
    std::size_t input_depth;
    const std::uint8_t* state;
    std::size_t state_stride;
};

}  // namespace guanxi
