// What steps are made of.
#pragma once

#include <gen_bindings/gil.hpp>

#include <memory>
#include <string>

namespace steps {

inline std::string state() { return gen_bindings::gil_guard::owns_gil() ? "a" : "d"; }
inline std::unique_ptr<int> boxed(int n) { return std::make_unique<int>(n); }

class Log {
 public:
  void add(const std::string& text) { text_ += text; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace steps
