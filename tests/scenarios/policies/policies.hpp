// Functions that tell whether the thread is attached while they run.
#pragma once

#include <gen_bindings/gil.hpp>

#include <stdexcept>
#include <string>

namespace policies {

inline bool is_attached() { return gen_bindings::gil_guard::owns_gil(); }
inline bool is_attached_for(const std::string&, int) { return is_attached(); }
inline void fail(const std::string& text) { throw std::runtime_error{text}; }

class Worker {
 public:
  explicit Worker(int n) : was_attached_{is_attached()}, n_{n} {}
  bool was_attached() const { return was_attached_; }
  bool work(int) { return is_attached(); }
  int n() const { return n_; }

 private:
  bool was_attached_;
  int n_;
};

inline bool sometimes_at(const char*, Worker*) { return is_attached(); }

// Names that generated code must not get in the way of.
inline int call_held() { return 1; }
struct class_Worker {};

}  // namespace policies
