// Classes: how objects are made, what they offer, what they are derived from.
#pragma once

#include <memory>
#include <string>
#include <utility>

namespace class_definitions {

class Shape {
 public:
  virtual ~Shape() = default;
  virtual int corners() const = 0;
};

class Polygon : public Shape {
 public:
  explicit Polygon(int corners) : corners_{corners} {}
  int corners() const override { return corners_; }
  void cut() { ++corners_; }
  static Polygon triangle() { return Polygon{3}; }

  struct Style {
    int width = 1;
  };
  enum class Kind { convex, concave };
  Kind kind() const { return Kind::convex; }

 private:
  int corners_;
};

/// Not Polygon's own, but Python finds it in the class.
inline std::string described(const Polygon& polygon) {
  return std::to_string(polygon.corners()) + " corners";
}
inline bool is_larger(const Polygon* polygon, int than) { return polygon->corners() > than; }
inline Polygon* named(const std::string& name) {
  return new Polygon{name == "square" ? 4 : 3};
}

class File {
 public:
  explicit File(std::string path) : path_{std::move(path)} {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace class_definitions
