#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace guanxi {

/// Does `work(i)` for each i below `count` on some threads, and hands the results to `take(i, result)` on the calling
/// thread in the order of i. At most four results a thread wait to be taken, so memory does not grow with `count`. What
/// `work` or `take` throws comes out here, the one of the smallest i, when all threads have stopped.
template <typename Work, typename Take>
void in_order(std::size_t count, unsigned threads, const Work& work, const Take& take) {
    using Result = decltype(work(std::size_t{0}));
    if (threads <= 1 || count <= 1) {
        for (std::size_t i = 0; i < count; ++i) take(i, work(i));
        return;
    }
    struct Done {
        std::optional<Result> result;
        std::exception_ptr failure;
    };
    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::size_t, Done> done;
    std::size_t next = 0;   // to be worked on
    std::size_t taken = 0;  // handed over
    bool stop = false;
    const std::size_t window = std::size_t{4} * threads;

    const auto worker = [&] {
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [&] { return stop || next >= count || next < taken + window; });
            if (stop || next >= count) return;
            const std::size_t i = next++;
            lock.unlock();
            Done mine;
            try {
                mine.result.emplace(work(i));
            } catch (...) {
                mine.failure = std::current_exception();
            }
            lock.lock();
            done.emplace(i, std::move(mine));
            changed.notify_all();
        }
    };
    // However this function is left, the workers are told to stop before their threads are joined.
    struct Workers {
        std::vector<std::jthread> threads;
        std::mutex& mutex;
        std::condition_variable& changed;
        bool& stop;
        ~Workers() {
            {
                const std::lock_guard lock(mutex);
                stop = true;
            }
            changed.notify_all();
        }
    } workers{{}, mutex, changed, stop};
    for (std::size_t t = 0; t < threads && t < count; ++t) workers.threads.emplace_back(worker);
    while (taken < count) {
        Done first;
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return done.contains(taken); });
            first = std::move(done.extract(taken).mapped());
        }
        if (first.failure) std::rethrow_exception(first.failure);
        take(taken, std::move(*first.result));
        {
            const std::lock_guard lock(mutex);
            ++taken;
        }
        changed.notify_all();
    }
}

}  // namespace guanxi
