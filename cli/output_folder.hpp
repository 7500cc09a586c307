#pragma once

#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "cli/output.hpp"
#include "export/format.hpp"

namespace guanxi {

/// A folder of files that comes into being whole or not at all: it is written under another name in the same parent,
/// and takes its real name at commit(). A folder that is there already is replaced if it holds nothing but files of
/// this form.
class OutputFolder {
public:
    /// Begins it. Throws Error if the parent is missing or does not let us, or if there is something that we may not
    /// replace.
    OutputFolder(const std::string& path, const Format& format);
    /// Removes what was not committed.
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    /// Begins a file and ends the one before. Throws Error if that could not be written.
    [[nodiscard]] std::ostream& open(const std::string& name);
    /// Ends the last file. Throws Error if it could not be written.
    void finish();
    /// Gives the folder its name, in one step. Throws Error.
    void commit();

private:
    void check_replaceable() const;
    void remove_unfinished();

    std::string shown_;  // as the user wrote it, for messages
    std::string form_;
    std::vector<std::string> names_;    // of the files of this form
    std::filesystem::path path_;        // links followed
    std::filesystem::path unfinished_;  // empty once committed
    std::unique_ptr<OutputFile> file_;
};

}  // namespace guanxi
