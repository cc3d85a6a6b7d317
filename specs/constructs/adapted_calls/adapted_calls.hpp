// Functions as C and older C++ write them: each fits Python but for one statement.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace adapted_calls {

inline int divide(int number, int by, int* remainder) {
  *remainder = number % by;
  return number / by;
}
inline void advance(int& position, int by) { position += by; }

struct Format {
  int base = 10;
};
inline std::string digits(int number, const Format& format, const char* suffix) {
  return std::to_string(number % format.base) + (suffix == nullptr ? "" : suffix);
}

inline int open_file(const char* path) { return *path == '\0' ? -1 : 7; }

inline unsigned checksum(const unsigned char* data, int length) {
  unsigned sum = 0;
  for (int index = 0; index < length; ++index) sum += data[index];
  return sum;
}
inline const char* table(std::size_t* length) {
  *length = 3;
  return "\x01\x00\x02";
}

inline std::optional<double> half(std::optional<double> number) {
  if (!number) return std::nullopt;
  return *number / 2;
}
inline std::pair<bool, std::string> looked_up(int key) { return {key == 1, "one"}; }

class Index {
 public:
  void add(const std::string& key, int place) { places_[key] = place; }
  const int* find(const std::string& key) const {
    const auto found = places_.find(key);
    return found == places_.end() ? nullptr : &found->second;
  }
  bool has(const std::string& key) const { return places_.count(key) > 0; }
  std::string rows() { return "rows to change"; }
  std::string rows() const { return "rows to read"; }

 private:
  std::map<std::string, int> places_;
};

}  // namespace adapted_calls
