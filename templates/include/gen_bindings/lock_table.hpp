// lock_table: a recursive mutex for each address that somebody locks.
#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <iterator>
#include <mutex>
#include <new>
#include <thread>
#include <unordered_map>

namespace gen_bindings::detail {

/// Recursive mutexes by address. An entry lives while a thread holds it or waits for it: an object
/// that nobody locks costs nothing, and the next one at its address begins anew.
///
/// GIL: any state, unchanged. The table's own mutexes guard a look-up each; no thread waits for
/// anything else while it holds one, so that they may be waited for attached.
class lock_table {
 public:
  /// The one of this module. Never destroyed, as threads may still hold locks when the process
  /// ends.
  static lock_table& instance() {
    static lock_table& the_table = *new lock_table;
    return the_table;
  }

  /// Locks unless another thread holds it. Throws std::bad_alloc, with no change.
  bool try_lock(const void* address) {
    shard& here = shard_of(address);
    const std::lock_guard guard{here.mutex};
    entry& found = here.entries[address];
    if (!found.available()) return false;
    found.take();
    return true;
  }

  /// Waits for it and locks. Throws as try_lock(). GIL: detached, as the wait may be long.
  void lock(const void* address) {
    shard& here = shard_of(address);
    std::unique_lock guard{here.mutex};
    entry& found = here.entries[address];
    ++found.waiting;
    found.freed.wait(guard, [&] { return found.available(); });
    --found.waiting;
    found.take();
  }

  /// Undoes one try_lock() or lock() of this thread.
  void unlock(const void* address) noexcept {
    shard& here = shard_of(address);
    const std::lock_guard guard{here.mutex};
    const auto held = here.entries.find(address);
    entry& found = held->second;
    if (--found.depth != 0) return;
    if (found.waiting != 0) {
      found.freed.notify_one();
    } else {
      here.entries.erase(held);
    }
  }

  /// How many threads wait for it.
  std::size_t waiting(const void* address) {
    shard& here = shard_of(address);
    const std::lock_guard guard{here.mutex};
    const auto found = here.entries.find(address);
    return found == here.entries.end() ? 0 : found->second.waiting;
  }

  // Around a fork, as pthread_atfork() has it: no other thread is in the middle of a look-up.
  void before_fork() noexcept {
    for (shard& each : shards_) each.mutex.lock();
  }
  void after_fork_in_parent() noexcept {
    for (shard& each : shards_) each.mutex.unlock();
  }

  /// Keeps what this thread holds, and forgets the threads that are gone.
  void after_fork_in_child() noexcept {
    for (shard& each : shards_) {
      for (auto next = each.entries.begin(); next != each.entries.end();) {
        entry& found = next->second;
        // Its destructor would wait for the threads that waited on it.
        new (&found.freed) std::condition_variable;
        found.waiting = 0;
        const bool kept = found.depth != 0 && found.owner == std::this_thread::get_id();
        next = kept ? std::next(next) : each.entries.erase(next);
      }
      each.mutex.unlock();
    }
  }

 private:
  // Not a std::recursive_mutex: its owner's number is another one in the child of a fork.
  struct entry {
    std::thread::id owner{};
    std::size_t depth = 0;
    std::size_t waiting = 0;
    std::condition_variable freed{};

    bool available() const noexcept { return depth == 0 || owner == std::this_thread::get_id(); }
    void take() noexcept {
      owner = std::this_thread::get_id();
      ++depth;
    }
  };
  struct shard {
    std::mutex mutex{};
    std::unordered_map<const void*, entry> entries{};
  };

  shard& shard_of(const void* address) noexcept {
    // The low bits of addresses are alike, as objects are aligned.
    return shards_[(std::hash<const void*>{}(address) >> 4U) % shards_.size()];
  }

  std::array<shard, 31> shards_{};
};

}  // namespace gen_bindings::detail
