// Functions as C libraries and old C++ write them: none of them fits Python as it is.
#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <gen_bindings/gil.hpp>

namespace adapters {

inline int divide(int number, int by, int* remainder) {
  *remainder = number % by;
  return number / by;
}

inline bool split(const std::string& text, char at, std::string& before, std::string& after) {
  const std::size_t found = text.find(at);
  before = text.substr(0, found);
  after = found == std::string::npos ? "" : text.substr(found + 1);
  return found != std::string::npos;
}

inline void limits(int& least, long long* most) {
  least = -1;
  *most = 1LL << 40;
}

inline void greet(const char** greeting) { *greeting = "hello"; }

inline const std::string& label(int* length) {
  static const std::string text = "label";
  *length = 5;
  return text;
}

inline void advance(int& position, int by) { position += by; }

inline bool append(std::string* text, const std::string& more) {
  text->append(more);
  return text->size() < 5;
}

inline void steered(gen_bindings::gil_guard& guard, int n, int& twice) {
  guard.release();
  twice = 2 * n;
}

struct options {
  int base = 10;
};

inline std::string format(int number, const options& how, const char* suffix, double scale) {
  return std::to_string(static_cast<int>(number * scale) % how.base) + (suffix ? suffix : "");
}

inline unsigned sum(const std::uint8_t* data, int count) {
  unsigned total = 0;
  for (int i = 0; i < count; ++i) total += data[i];
  return total;
}

inline unsigned few(const void* /*data*/, std::uint8_t count) { return count; }

inline std::size_t zeros(std::string_view text) {
  std::size_t count = 0;
  for (const char each : text) count += each == '\0';
  return count;
}

inline std::string zero_bytes(std::size_t count) { return std::string(count, '\0'); }

inline std::vector<std::uint8_t> range(int count) {
  std::vector<std::uint8_t> all;
  for (int i = 0; i < count; ++i) all.push_back(static_cast<std::uint8_t>(i));
  return all;
}

inline const unsigned char* table(unsigned* length) {
  static const unsigned char numbers[] = {1, 0, 255};
  *length = 3;
  return numbers;
}

inline const float* samples(int* count, int* rate) {
  static const float all[] = {0.0F, 0.0F};
  *count = 2;
  *rate = 8;
  return all;
}

/// What a library of its own says of a call.
class [[nodiscard]] status {
 public:
  explicit status(std::string message = "") : message_{std::move(message)} {}
  bool ok() const { return message_.empty(); }
  std::string text() const { return message_; }

 private:
  std::string message_;
};

struct engine_error {};

inline status check(int level) { return level < 3 ? status{} : status{"too high"}; }

inline status measure(int level, int& height) {
  height = 10 * level;
  return level < 3 ? status{} : status{"too high"};
}

inline int open_file(const std::string& name) { return name.empty() ? -1 : 7; }

inline void parse(const std::string& text, int* number, std::string* error) {
  if (text.empty()) *error = "nothing to parse";
  else *number = static_cast<int>(text.size());
}

inline int visit(const std::function<int(int)>& each) { return each(1) + each(2); }

inline std::pair<int, std::string> best() { return {3, "three"}; }
inline std::tuple<> nothing() { return {}; }
inline std::optional<int> half(std::optional<int> number) {
  if (!number || *number % 2 != 0) return std::nullopt;
  return *number / 2;
}
inline std::optional<std::pair<std::string, double>> weigh(const std::optional<std::string>& what) {
  if (!what) return std::nullopt;
  return std::pair{*what, static_cast<double>(what->size())};
}

struct point {
  int x = 0;
  int y = 0;
};

inline std::tuple<point, std::shared_ptr<point>> points(int x) {
  return {point{x, 0}, std::make_shared<point>(point{0, x})};
}

/// Counts words; finds what it was told before.
class index {
 public:
  bool find(const std::string& key, int* position) const {
    const auto found = positions_.find(key);
    if (found != positions_.end()) *position = found->second;
    return found != positions_.end();
  }
  void add(const std::string& key, int position) { positions_[key] = position; }

  const int* look_up(const std::string& key) const {
    const auto found = positions_.find(key);
    return found == positions_.end() ? nullptr : &found->second;
  }
  const point* origin(bool there) const { return there ? &origin_ : nullptr; }

  std::string kind() { return "index"; }
  std::string kind() const { return "const index"; }

  std::optional<int> limit() const { return limit_; }
  void set_limit(std::optional<int> limit) { limit_ = limit; }

  static void version(int& major, int& minor) {
    major = 1;
    minor = 2;
  }

 private:
  std::map<std::string, int> positions_;
  std::optional<int> limit_;
  point origin_{4, 5};
};

}  // namespace adapters
