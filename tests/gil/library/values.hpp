// Objects without threads of their own: numbers, things that are shared, streams that are closed.
#pragma once

#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "callbacks.hpp"

namespace incidents {

/// Throws std::invalid_argument where the text does not begin with a number.
inline int parsed(const std::string& text) {
  return std::stoi(text);
}

class Thing {
 public:
  virtual ~Thing() = default;
};

/// Keeps a thing, and lets go of it on a thread of its own.
class Sink {
 public:
  void keep(std::shared_ptr<Thing> thing) {
    kept_ = std::move(thing);
  }
  [[nodiscard]] std::shared_ptr<Thing> kept() const {
    return kept_;
  }
  void drop() {
    std::thread{[&] { kept_.reset(); }}.join();
  }

 private:
  std::shared_ptr<Thing> kept_;
};

/// Not thread-safe: nobody may close it while another one reads.
class Stream {
 public:
  /// Calls back between the first value and the last. Throws std::logic_error where the stream was
  /// closed meanwhile.
  int read(const Callback& between) {
    if (values_.empty())
      throw std::logic_error{"the stream is closed"};
    const int first = values_.front();
    between(first);
    if (values_.empty())
      throw std::logic_error{"the stream was closed while it was read"};
    return first + values_.back();
  }
  void close() {
    values_.clear();
  }

 private:
  std::vector<int> values_{1, 2, 3};
};

/// The same, for bindings that lock it.
class Journal : public Stream {};

/// Has a mutex of its own that whoever uses it has to lock.
class Registry {
 public:
  int visit(const Callback& callback) const {
    return callback(1);
  }
  [[nodiscard]] int size() const {
    return 1;
  }

  std::recursive_mutex mutex;
};

}  // namespace incidents
