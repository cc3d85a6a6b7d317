// Classes and enumerations inside classes.
#pragma once

namespace nested {

class Engine {
 public:
  enum class Mode { slow, fast };
  struct Options {
    enum Level { low, high = 5 };
    struct Limits {
      int most = 9;
    };
    Mode mode = Mode::slow;
    Level level = low;
    Limits limits() const { return {}; }
  };
  explicit Engine(const Options& options) : options_{options} {}
  Mode mode() const { return options_.mode; }
  Options options() const { return options_; }

 private:
  Options options_;
};

struct Engine_Options {
  enum class Kind { only };
  struct Part {};
  int n = 1;
  Kind kind() const { return Kind::only; }
};

}  // namespace nested
