// What stands in modules inside the module, some of it under names that the others have too.
#pragma once

#include <stdexcept>
#include <string>

namespace submodules {

enum class unit { metre, mile };

inline int count(int n) { return n; }

namespace maps {

class failure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class place {
 public:
  enum class kind { town, lake };

  explicit place(std::string name) : name_{std::move(name)} {}
  const std::string& name() const { return name_; }
  kind what() const { return name_ == "Geneva" ? kind::lake : kind::town; }

 private:
  std::string name_;
};

inline place find(const std::string& name) {
  if (name.empty()) throw failure{"nowhere"};
  return place{name};
}

constexpr int scale = 25000;

inline int count(int n) { return n * scale; }

namespace routes {

class closed : public failure {
 public:
  using failure::failure;
};

inline double length(const place& from, const place& to, unit in) {
  if (from.name() == to.name()) throw closed{"no way"};
  return in == unit::metre ? 1609.0 : 1.0;
}

}  // namespace routes
}  // namespace maps
}  // namespace submodules
