#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/output.hpp"
#include "cli/output_folder.hpp"
#include "core/graph.hpp"

namespace guanxi {

/// Where a command writes its graph. All files and folders are opened at once, before the work, so that one that cannot
/// be written is known early; they get their names together, when all are whole.
class GraphOutputs {
public:
    /// Throws UsageError for a suffix that is no format's, Error for a file that cannot be written.
    explicit GraphOutputs(const Arguments& arguments);

    /// Selects what is asked for and writes it everywhere: files first, then standard output.
    void write(const Graph& graph, const Arguments& arguments);

private:
    struct Target {
        const Format* format = nullptr;
        std::unique_ptr<OutputFile> file;
        std::unique_ptr<OutputFolder> folder;  // neither: standard output
    };
    static Target open(const std::string& output, const Format& format);
    void warn_of_fonts(const Arguments& arguments) const;

    std::vector<Target> targets_;
};

}  // namespace guanxi
