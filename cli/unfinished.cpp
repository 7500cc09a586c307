#include "cli/unfinished.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace guanxi {

namespace {

// A signal handler may neither allocate nor lock: it sees only pointers that are set when their text is whole.
std::array<std::atomic<char*>, 256> paths;

void remove_and_end(int signal) {
    for (std::atomic<char*>& path : paths) {
        if (const char* name = path.load()) ::unlink(name);
    }
    for (std::atomic<char*>& path : paths) {
        if (const char* name = path.load()) ::rmdir(name);
    }
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

}  // namespace

void remember_unfinished(const std::string& path) {
    char* copy = ::strdup(path.c_str());
    for (std::atomic<char*>& slot : paths) {
        char* empty = nullptr;
        if (slot.compare_exchange_strong(empty, copy)) return;
    }
    std::free(copy);
}

void forget_unfinished(const std::string& path) {
    for (std::atomic<char*>& slot : paths) {
        char* name = slot.load();
        if (name != nullptr && path == name && slot.compare_exchange_strong(name, nullptr)) std::free(name);
    }
}

void remove_unfinished_files_on_signals() {
    std::signal(SIGPIPE, SIG_IGN);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        // Who started us with a signal ignored (nohup) wants it ignored.
        if (std::signal(signal, remove_and_end) == SIG_IGN) std::signal(signal, SIG_IGN);
    }
}

}  // namespace guanxi
