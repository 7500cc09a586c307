#pragma once

#include <string>

namespace guanxi {

/// Files and folders that are not finished, to be removed if a signal ends the program; a folder only if all that is in
/// it is remembered, too. At most 256 at once; more are not remembered.
void remember_unfinished(const std::string& path);
void forget_unfinished(const std::string& path);

/// From now on the user's or the system's stop (SIGINT, SIGTERM, SIGHUP) removes them, and a closed pipe is an error of
/// the write instead of a signal.
void remove_unfinished_files_on_signals();

}  // namespace guanxi
