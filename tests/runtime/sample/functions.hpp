// The library of the modules `functions` and `more_functions`: it keeps std::functions in fields.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

namespace acme {

/// Calls what is in its fields, and must not care who made it.
class Widget {
 public:
  std::function<void(double)> on_done;
  std::function<int(int)> score;

  void finish(double fraction) const {
    if (on_done) on_done(fraction);
  }
  void finish_on_native_thread(double fraction) const {
    std::thread{[&] { finish(fraction); }}.join();
  }
  void clear_on_native_thread() {
    std::thread{[&] { on_done = nullptr; }}.join();
  }
  /// Scores n by a function of its own, which calls the one in the field.
  [[nodiscard]] std::function<int(int)> twice_scored() const {
    return [score = score](int n) { return 2 * score(n); };
  }
};

/// Has the same in a field of C++, from a table of its own.
class Table {
 public:
  explicit Table(double factor) : scaled_{[factor](double x) { return factor * x; }} {}
  [[nodiscard]] const std::function<double(double)>& scaled() const { return scaled_; }

 private:
  std::function<double(double)> scaled_;
};

class Label {
 public:
  int n = 0;
};

inline std::function<void(Label&, const std::string&)> appender() {
  return [](Label& label, const std::string& text) { label.n += static_cast<int>(text.size()); };
}
inline std::function<const std::string&(std::string&&)> keeper() {
  return [kept = std::make_shared<std::string>()](std::string&& text) -> const std::string& {
    *kept = std::move(text);
    return *kept;
  };
}
inline std::function<void()> failing() {
  return [] { throw std::invalid_argument{"failed in C++"}; };
}

}  // namespace acme
