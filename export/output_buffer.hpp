#pragma once

#include <array>
#include <ostream>
#include <string_view>

namespace guanxi {

/// Bytes collected for one large write to a stream; also what RapidJSON writes to. Whoever uses it calls Flush at the
/// end; whether the stream took the bytes is seen in the stream's state.
class OutputBuffer {
public:
    using Ch = char;

    explicit OutputBuffer(std::ostream& out) : out_(out) {}

    void Put(char c) {
        if (size_ == bytes_.size()) Flush();
        bytes_[size_++] = c;
    }
    void put(std::string_view text) {
        if (text.size() > bytes_.size() - size_) {
            Flush();
            if (text.size() > bytes_.size()) {
                out_.write(text.data(), static_cast<std::streamsize>(text.size()));
                return;
            }
        }
        text.copy(bytes_.data() + size_, text.size());
        size_ += text.size();
    }
    void Flush() {
        out_.write(bytes_.data(), static_cast<std::streamsize>(size_));
        size_ = 0;
    }

private:
    std::ostream& out_;
    std::array<char, 1U << 16U> bytes_;
    std::size_t size_ = 0;
};

}  // namespace guanxi
