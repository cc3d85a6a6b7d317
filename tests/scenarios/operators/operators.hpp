// Two classes with the operators that C++ has, and functions for those that it has not.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <functional>
#include <ostream>
#include <stdexcept>
#include <vector>

namespace operators {

/// A whole number of cents.
struct Money {
  long long cents = 0;

  explicit Money(long long n) : cents{n} {}
  explicit operator bool() const { return cents != 0; }
  explicit operator long long() const { return cents; }
  explicit operator long() const { return static_cast<long>(cents); }
  explicit operator double() const { return static_cast<double>(cents) / 100; }
};

inline Money operator+(Money a, Money b) { return Money{a.cents + b.cents}; }
inline Money operator-(Money a, Money b) { return Money{a.cents - b.cents}; }
inline Money operator-(Money a) { return Money{-a.cents}; }
inline Money operator*(Money a, int n) { return Money{a.cents * n}; }
inline Money operator*(int n, Money a) { return a * n; }
inline Money& operator+=(Money& a, Money b) {
  a.cents += b.cents;
  return a;
}
inline Money& operator/=(Money& a, int n) {
  a.cents /= n;
  return a;
}
inline bool operator==(Money a, Money b) { return a.cents == b.cents; }
inline bool operator<(Money a, Money b) { return a.cents < b.cents; }
inline bool operator<(Money a, int n) { return a.cents < n; }
inline bool operator<(int n, Money a) { return n < a.cents; }
inline Money abs(Money a) { return Money{std::llabs(a.cents)}; }
inline Money pow(Money a, int n) { return n == 0 ? Money{1} : Money{a.cents * pow(a, n - 1).cents}; }
inline Money times(int n, Money a) { return n * a; }
inline Money floor_divide(Money a, int n) { return Money{a.cents / n}; }
inline std::ostream& operator<<(std::ostream& stream, Money a) {
  return stream << a.cents / 100 << '.' << a.cents / 10 % 10 << a.cents % 10;
}

/// Numbers under one lock.
class Row {
 public:
  explicit Row(std::size_t count) : numbers_(count) {}

  std::size_t size() const { return numbers_.size(); }
  double& operator[](std::size_t index) { return numbers_.at(index); }
  bool contains(double number) const {
    for (const double each : numbers_) {
      if (each == number) return true;
    }
    return false;
  }
  void erase(std::size_t index) {
    if (index >= numbers_.size()) throw std::out_of_range{"no such index"};
    numbers_.erase(numbers_.begin() + static_cast<std::ptrdiff_t>(index));
  }
  double operator()(double factor) const { return factor * dot(*this); }
  double dot(const Row& other) const {
    double sum = 0;
    for (std::size_t n = 0; n < size(); ++n) sum += numbers_[n] * other.numbers_.at(n);
    return sum;
  }
  Row& operator+=(const Row& other) {
    for (std::size_t n = 0; n < size(); ++n) numbers_[n] += other.numbers_.at(n);
    return *this;
  }
  bool operator==(const Row& other) const { return numbers_ == other.numbers_; }

 private:
  std::vector<double> numbers_;
};

}  // namespace operators

template <>
struct std::hash<operators::Money> {
  std::size_t operator()(operators::Money money) const noexcept {
    return static_cast<std::size_t>(money.cents);
  }
};
