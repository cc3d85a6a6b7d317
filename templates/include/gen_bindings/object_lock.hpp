// object_lock: locks C++ objects while it lives, and what it can lock.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "between_modules.hpp"
#include "capability.hpp"
#include "probe.hpp"
#include "without_gil.hpp"

namespace gen_bindings {

/// What an object_lock locks. Made by lock_of(), member_lock() and module_lock(); two for the same
/// address are the same lock.
struct lock_target {
  using operations = detail::lock_operations;

  const void* address;   ///< of the object or mutex; null where there is nothing to lock
  const operations* by;  ///< how it is locked

  friend bool operator<(const lock_target& one, const lock_target& other) noexcept {
    return std::less<>{}(one.address, other.address);
  }
  friend bool operator==(const lock_target& one, const lock_target& other) noexcept {
    return one.address == other.address;
  }
};

namespace detail {

/// By the table that all modules share.
inline const lock_target::operations* by_table() noexcept { return &functions_in_use()->locks; }

template <class Mutex>
Mutex& mutex_at(const void* address) noexcept {
  return *static_cast<Mutex*>(const_cast<void*>(address));
}

template <class Mutex>
inline constexpr lock_target::operations by_member{
    [](const void* address) { return mutex_at<Mutex>(address).try_lock(); },
    [](const void* address) { mutex_at<Mutex>(address).lock(); },
    [](const void* address) { mutex_at<Mutex>(address).unlock(); }};

// From a virtual base there is no such way back.
template <class Derived, class Base, class = void>
inline constexpr bool has_virtual_base = true;
template <class Derived, class Base>
inline constexpr bool has_virtual_base<
    Derived, Base,
    std::void_t<decltype(static_cast<const Derived*>(std::declval<const Base*>()))>> = false;

template <class Mutex>
inline constexpr bool never_recursive =
    std::is_base_of_v<std::mutex, Mutex> || std::is_base_of_v<std::timed_mutex, Mutex> ||
    std::is_base_of_v<std::shared_mutex, Mutex> ||
    std::is_base_of_v<std::shared_timed_mutex, Mutex>;

}  // namespace detail

/// The lock of a C++ object: one recursive mutex for each object, found by address, whichever
/// module's function takes it.
/// A class with virtual functions shares it with all its bases that have some; see shares_lock()
/// for others. GIL: any state, unchanged. The object must outlive the object_lock.
template <class Object>
[[nodiscard]] lock_target lock_of(const Object& object) noexcept {
  if constexpr (std::is_polymorphic_v<Object>) {
    return {dynamic_cast<const void*>(std::addressof(object)), detail::by_table()};
  } else {
    return {std::addressof(object), detail::by_table()};
  }
}

/// The same for the object pointed to; nothing to lock where there is none.
template <class Object>
[[nodiscard]] lock_target lock_of(Object* object) noexcept {
  return object == nullptr ? lock_target{nullptr, detail::by_table()} : lock_of(*object);
}
template <class Object>
[[nodiscard]] lock_target lock_of(const std::shared_ptr<Object>& object) noexcept {
  return lock_of(object.get());
}
template <class Object, class Delete>
[[nodiscard]] lock_target lock_of(const std::unique_ptr<Object, Delete>& object) noexcept {
  return lock_of(object.get());
}

/// The object's own mutex, which must be recursive and offer lock(), try_lock() and unlock().
/// GIL: any state, unchanged. Forks are the library's own affair, as with all of its mutexes.
template <class Mutex>
[[nodiscard]] lock_target member_lock(Mutex& mutex) noexcept {
  static_assert(!detail::never_recursive<std::remove_const_t<Mutex>>,
                "this mutex is not recursive: a callback that calls the object again on its own "
                "thread would wait for itself; make it a std::recursive_mutex");
  static_assert(!std::is_const_v<Mutex>, "the mutex of a const object has to be mutable");
  return {std::addressof(mutex), &detail::by_member<Mutex>};
}

/// The same where the object may be missing: nothing to lock for null.
template <class Mutex>
[[nodiscard]] lock_target member_lock(Mutex* mutex) noexcept {
  return mutex == nullptr ? lock_target{nullptr, detail::by_table()} : member_lock(*mutex);
}

/// The lock of this module, for a library that is not thread-safe at all.
/// GIL: any state, unchanged.
[[nodiscard]] inline lock_target module_lock() noexcept {
  static constexpr char the_module{};
  return {&the_module, detail::by_table()};
}

/// Tells whether lock_of() is the same for a Derived and for the Base in it. Without virtual
/// functions nothing leads from a base to its object: then they must begin at the same address.
template <class Derived, class Base>
[[nodiscard]] bool shares_lock() noexcept {
  static_assert(std::is_base_of_v<Base, Derived>);
  if constexpr (std::is_polymorphic_v<Base>) {
    return true;
  } else if constexpr (std::is_polymorphic_v<Derived> || detail::has_virtual_base<Derived, Base>) {
    return false;
  } else {
    // It takes no object to see where the base begins, only the place of one.
    alignas(Derived) static std::byte place[sizeof(Derived)];
    const auto* const derived = reinterpret_cast<const Derived*>(&place);
    return static_cast<const void*>(static_cast<const Base*>(derived)) == &place;
  }
}

/// Refuses classes that would not keep each other out; see shares_lock(). Throws std::logic_error,
/// which fails the import. GIL: any state, unchanged.
template <class Derived, class Base>
void require_shared_lock() {
  if (shares_lock<Derived, Base>()) return;
  throw std::logic_error{
      "a base class of a class that is locked begins at another address, and has no virtual "
      "function that leads to the whole object: name a mutex with \"lock\": { \"member\": … }"};
}

/// Holds the locks of all its targets while it lives; they are freed on every way out.
///
///     const object_lock lock{lock_of(self), lock_of(other)};
///
/// Recursive: a thread may lock again what it holds, as a callback does that re-enters. Several
/// targets are locked in the order of their addresses, each once, so that two threads that name
/// them in different orders don't wait for each other. One object_lock inside another has no such
/// order: what one thread locks one after the other, no thread may lock the other way round.
///
/// GIL: any state on entry, unchanged on exit. No thread waits for a lock while it is attached:
/// what can't be had at once is waited for detached, so that other Python threads may run
/// meanwhile. In a released region make it after the without_gil, so that it is freed before the
/// thread attaches again. A thread that parks when the interpreter finalises keeps its locks.
///
/// After a fork the child holds what the forking thread held, and all else is free; member_lock()
/// excepted. Throws std::bad_alloc, or what a member mutex throws, with nothing locked.
template <std::size_t Count>
class [[nodiscard]] object_lock {
 public:
  template <class... Targets>
  explicit object_lock(const Targets&... targets)
      : object_lock{std::array<lock_target, Count>{targets...}} {
    take();
  }
  object_lock(const object_lock&) = delete;
  object_lock& operator=(const object_lock&) = delete;
  ~object_lock() {
    probe::frees_lock();
    unlock_taken();
  }

 private:
  // Complete before anything is locked: the destructor then frees what a throw has left.
  explicit object_lock(const std::array<lock_target, Count>& targets) noexcept : targets_{targets} {
    std::sort(targets_.begin(), targets_.end());
    const auto end = std::unique(targets_.begin(), targets_.end());
    first_ = targets_.front().address == nullptr ? 1 : 0;
    end_ = static_cast<std::size_t>(end - targets_.begin());
    taken_ = first_;
  }

  void take() GEN_BINDINGS_UNCHECKED {
    if (try_all()) return;
    probe::waits_for_lock();
    const without_gil region;
    for (; taken_ != end_; ++taken_) targets_[taken_].by->lock(targets_[taken_].address);
  }

  bool try_all() {
    for (; taken_ != end_; ++taken_) {
      if (targets_[taken_].by->try_lock(targets_[taken_].address)) continue;
      unlock_taken();
      return false;
    }
    return true;
  }

  void unlock_taken() noexcept {
    while (taken_ != first_) {
      --taken_;
      targets_[taken_].by->unlock(targets_[taken_].address);
    }
  }

  std::array<lock_target, Count> targets_;
  std::size_t first_;  // null sorts before all addresses
  std::size_t end_;
  std::size_t taken_;  // those before it are locked
};

template <class... Targets>
object_lock(const Targets&...) -> object_lock<sizeof...(Targets)>;

}  // namespace gen_bindings
