// Operators of a class, in C++ and in Python.
#pragma once

#include <cstddef>
#include <functional>
#include <ostream>

namespace arithmetic {

struct Vector {
  double x = 0, y = 0;

  double operator[](int index) const { return index == 0 ? x : y; }
  double& operator[](int index) { return index == 0 ? x : y; }
  double operator()(double by) const { return by * (x + y); }
  explicit operator bool() const { return x != 0 || y != 0; }
  std::size_t size() const { return 2; }
  double dot(const Vector& other) const { return x * other.x + y * other.y; }

  Vector operator-() const { return {-x, -y}; }
  Vector& operator+=(const Vector& other) {
    x += other.x;
    y += other.y;
    return *this;
  }
  Vector& operator/=(double by) {
    x /= by;
    y /= by;
    return *this;
  }
};

inline Vector vector(double x, double y) { return {x, y}; }
inline Vector operator+(Vector first, const Vector& second) { return first += second; }
inline Vector operator*(const Vector& one, double by) { return {one.x * by, one.y * by}; }
inline Vector operator*(double by, const Vector& one) { return one * by; }
inline bool operator==(const Vector& one, const Vector& other) {
  return one.x == other.x && one.y == other.y;
}
inline bool operator<(int length, const Vector& one) { return length < one.x + one.y; }
inline std::ostream& operator<<(std::ostream& stream, const Vector& one) {
  return stream << '(' << one.x << ", " << one.y << ')';
}
inline Vector floor_divide(const Vector& one, int by) {
  return {static_cast<double>(static_cast<int>(one.x) / by),
          static_cast<double>(static_cast<int>(one.y) / by)};
}
inline bool contains(const Vector& one, double value) { return one.x == value || one.y == value; }

}  // namespace arithmetic

template <>
struct std::hash<arithmetic::Vector> {
  std::size_t operator()(const arithmetic::Vector& one) const {
    return std::hash<double>{}(one.x) ^ std::hash<double>{}(one.y);
  }
};
