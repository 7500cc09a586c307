#include "cli/file_buffer.hpp"

#include <unistd.h>

#include <cerrno>

namespace guanxi {

int FileBuffer::flush_all() {
    const char* at = pbase();
    while (error_ == 0 && at < pptr()) {
        const ssize_t written = ::write(descriptor_, at, static_cast<std::size_t>(pptr() - at));
        if (written >= 0) {
            at += written;
        } else if (errno != EINTR) {
            error_ = errno;
        }
    }
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    return error_;
}

FileBuffer::int_type FileBuffer::overflow(int_type next) {
    if (flush_all() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(next, traits_type::eof())) {
        *pptr() = traits_type::to_char_type(next);
        pbump(1);
    }
    return traits_type::not_eof(next);
}

}  // namespace guanxi
