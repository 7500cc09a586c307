#pragma once

#include <array>
#include <streambuf>

namespace guanxi {

/// A stream buffer onto a file descriptor that remembers why a write failed, instead of throwing through a writer.
/// After a failure it takes no more.
class FileBuffer final : public std::streambuf {
public:
    explicit FileBuffer(int descriptor = -1) : descriptor_(descriptor) {
        setp(bytes_.data(), bytes_.data() + bytes_.size());
    }
    FileBuffer(const FileBuffer&) = delete;
    FileBuffer& operator=(const FileBuffer&) = delete;

    void open(int descriptor) { descriptor_ = descriptor; }
    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// Writes out what is buffered; the errno of the first failure since the beginning, 0 if there was none.
    int flush_all();

protected:
    int_type overflow(int_type next) override;
    int sync() override { return flush_all() == 0 ? 0 : -1; }

private:
    int descriptor_;
    int error_ = 0;
    std::array<char, 1U << 16U> bytes_{};
};

}  // namespace guanxi
