// A library in two versions, 4 and 5: what it offers, says a macro.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

#ifndef VERSIONS_NUMBER
#define VERSIONS_NUMBER 5
#endif

#if VERSIONS_NUMBER >= 5
#define VERSIONS_HAS_STREAMS
#endif

namespace versions {

struct error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Engine {
 public:
  explicit Engine(int power) : power_{power} {}
  virtual ~Engine() = default;

  int power() const { return power_; }
  static int count() { return 1; }
  Engine operator+(const Engine& other) const { return Engine{power_ + other.power_}; }

#if VERSIONS_NUMBER >= 5
  struct Part {
    int number = 3;
  };

  Engine() : Engine{1} {}
  int power(int factor) const { return power_ * factor; }
  static int count(int more) { return 1 + more; }
  bool operator==(const Engine& other) const { return power_ == other.power_; }
  virtual std::string sound(int loudness) const { return std::string(static_cast<std::size_t>(loudness), 'r'); }
  int gear() const { return gear_; }
  void shift(int gear) { gear_ = gear; }
  int fuel = 50;
  inline static int made = 2;

 private:
  int gear_ = 1;

 public:
#else
  int gears = 4;
  int gear = 1;
#endif

 private:
  int power_;
};

enum class mode {
  slow,
  fast,
#if VERSIONS_NUMBER >= 5
  turbo,
#endif
};

inline int run(mode which) { return static_cast<int>(which); }

inline int open(int size) { return size; }
constexpr int limit = 10 * VERSIONS_NUMBER;

#if VERSIONS_NUMBER >= 5
struct overflow : error {
  using error::error;
};

struct Turbo : Engine {
  Turbo() : Engine{9} {}
};

enum class quality { low, high };

struct Stream {
  int size = 7;
};

struct Gauge {
  Gauge(int level) : level{level} {}
  int level;
};

struct Token;

inline int level_of(const Gauge& gauge) { return gauge.level; }
inline Token* token() {
  static int number = 8;
  return reinterpret_cast<Token*>(&number);
}
inline int number_of(const Token* token) { return *reinterpret_cast<const int*>(token); }
inline quality watch(const std::function<quality(const Stream&)>& watcher) { return watcher(Stream{}); }

inline Stream open_stream() { return {}; }
inline std::optional<Stream> find_stream(bool found) { return found ? std::optional<Stream>{Stream{}} : std::nullopt; }
inline int size_of(const Stream& stream) { return stream.size; }
inline quality quality_of(int number) { return number > 1 ? quality::high : quality::low; }
inline std::string open(const std::string& name) { return name; }
inline int open(int size, int times) { return size * times; }
inline void fail() { throw overflow{"too much"}; }
inline int each(const std::function<void(int)>& call) { call(2); return 2; }
inline std::string listen(const Engine& engine) { return engine.sound(2); }
constexpr int newest = 5;
#else
inline int renamed_old() { return 4; }
#endif

inline int renamed() { return VERSIONS_NUMBER; }

}  // namespace versions
