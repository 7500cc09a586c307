#include "cli/output_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

#include "cli/unfinished.hpp"
#include "core/error.hpp"

namespace guanxi {

namespace fs = std::filesystem;

OutputFolder::OutputFolder(const std::string& path, const Format& format)
    : shown_(path), form_(format.name), names_(format.file_names()), path_(path) {
    std::error_code error;
    if (fs::exists(path_, error)) {
        path_ = fs::canonical(path_);
    } else if (!path_.has_filename()) {
        path_ = path_.parent_path();
    }
    const fs::path parent = path_.has_parent_path() ? path_.parent_path() : fs::path(".");
    if (!fs::is_directory(parent, error)) {
        throw Error(fmt::format("cannot write {}: there is no folder {}", shown_, parent.string()));
    }
    check_replaceable();
    const fs::path begun = unfinished_name(path_);
    if (::mkdir(begun.c_str(), 0777) != 0) fail_to_write(shown_, errno);
    unfinished_ = begun;
    remember_unfinished(unfinished_.string());
}

OutputFolder::~OutputFolder() {
    file_.reset();
    remove_unfinished();
}

void OutputFolder::check_replaceable() const {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(path_, error))) return;
    if (!fs::is_directory(path_, error)) throw Error(fmt::format("cannot write {}: it is no folder", shown_));
    if (fs::equivalent(path_, fs::current_path(error), error)) {
        throw Error(
            fmt::format("cannot write {}: a folder is replaced as a whole, and this is the one you are in; "
                        "name another one",
                        shown_));
    }
    std::vector<std::string> foreign;
    for (const auto& entry : fs::directory_iterator(path_, error)) {
        const std::string name = entry.path().filename().string();
        const bool ours = std::find(names_.begin(), names_.end(), name) != names_.end();
        if (!ours || !entry.is_regular_file(error)) foreign.push_back(name);
    }
    if (error) fail_to_write(shown_, error.value());
    if (foreign.empty()) return;
    throw Error(
        fmt::format("cannot write {}: the folder is there and holds {}, which is no file of the form {}; name "
                    "another folder, or empty this one",
                    shown_, *std::min_element(foreign.begin(), foreign.end()), form_));
}

std::ostream& OutputFolder::open(const std::string& name) {
    finish();
    const fs::path target = unfinished_ / name;
    remember_unfinished(target.string());
    file_ = std::make_unique<OutputFile>(target.string(), (fs::path(shown_) / name).string());
    return file_->stream();
}

void OutputFolder::finish() {
    if (file_ == nullptr) return;
    file_->finish();
    file_->commit();
    file_.reset();
}

void OutputFolder::commit() {
    std::error_code ignored;
    const bool replaces = fs::exists(fs::symlink_status(path_, ignored));
    if (replaces) check_replaceable();  // somebody may have put something there while we wrote
    const unsigned how = replaces ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, unfinished_.c_str(), AT_FDCWD, path_.c_str(), how) != 0) {
        const int error = errno;
        if (error != EINVAL) fail_to_write(shown_, error);
        // A file system that has no such rename: an empty name can be taken, a folder cannot be exchanged.
        if (replaces) throw Error(fmt::format("cannot replace {} on this file system: remove it first", shown_));
        if (::rename(unfinished_.c_str(), path_.c_str()) != 0) fail_to_write(shown_, errno);
    }
    if (replaces) {
        remove_unfinished();  // what was there before
    } else {
        for (const std::string& name : names_) forget_unfinished((unfinished_ / name).string());
        forget_unfinished(unfinished_.string());
    }
    unfinished_.clear();
}

void OutputFolder::remove_unfinished() {
    if (unfinished_.empty()) return;
    for (const std::string& name : names_) {
        const std::string path = (unfinished_ / name).string();
        ::unlink(path.c_str());
        forget_unfinished(path);
    }
    ::rmdir(unfinished_.c_str());
    forget_unfinished(unfinished_.string());
}

}  // namespace guanxi
