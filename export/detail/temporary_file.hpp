#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

namespace guanxi {

/// A file without a name that others see, in the folder that TMPDIR names or /tmp: for libraries that want a path
/// where a format has a stream. It is gone with this object, however the program ends.
class TemporaryFile {
public:
    /// Makes the file, under a name until hide(). Throws Error.
    TemporaryFile();
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }
    /// Takes the name away, once the library has the file open.
    void hide();
    /// Takes in these bytes, behind those it has. Throws Error.
    void put(std::string_view bytes);
    /// Takes in all that is left of a stream; `file` names it in messages. Throws Error.
    void fill(std::istream& in, const std::string& file);
    /// Gives the whole file to a stream; whether that took it is seen in the stream's state. Throws Error.
    void copy_to(std::ostream& out) const;

private:
    std::string path_;
    int descriptor_ = -1;
    bool named_ = false;
};

}  // namespace guanxi
