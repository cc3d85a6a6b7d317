// The library that the module `virtuals` binds: classes whose destructors wait for a thread that
// calls back.
#pragma once

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "../gil/event.hpp"
#include "gen_bindings/attached.hpp"
#include "shapes.hpp"

namespace acme {

/// Calls `work` once more when it is stopped, from its own thread, for which its destructor waits.
/// Says how it was destroyed, and what that last call gave.
class Engine : public std::enable_shared_from_this<Engine> {
 public:
  using Work = std::function<int(int)>;

  Engine(std::string name, Work work)
      : name_{std::move(name)}, work_{std::move(work)}, thread_{[this] {
          stopped_.wait();
          last_ = work_(turns_);
        }} {}
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  ~Engine() {
    const char* const state = gen_bindings::attached() ? "attached" : "detached";
    stopped_.set();
    thread_.join();
    std::printf("%s: destroyed %s, last call gave %d\n", name_.c_str(), state, last_);
    std::fflush(stdout);
  }

  int turn() { return ++turns_; }

 private:
  std::string name_;
  Work work_;
  event stopped_;
  int turns_ = 0;
  int last_ = 0;
  std::thread thread_;
};

/// An engine whose work is to read a gauge.
inline std::shared_ptr<Engine> make_engine(std::string name, const Gauge& gauge) {
  return std::make_shared<Engine>(std::move(name), [&gauge](int) { return gauge.read("seven.."); });
}

/// An engine that C++ keeps too.
inline std::shared_ptr<Engine> shared_engine;

/// Static, so that its destructor says whether such destructors ran.
class Epilogue {
 public:
  Epilogue() = default;
  Epilogue(const Epilogue&) = delete;
  Epilogue& operator=(const Epilogue&) = delete;
  ~Epilogue() { std::fputs("static destructors ran\n", stdout); }
};

}  // namespace acme
