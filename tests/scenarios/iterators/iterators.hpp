// What can be iterated over: a container, pairs of members, and what functions find.
#pragma once

#include <utility>
#include <vector>

namespace iterators {

class Numbers {
 public:
  using iterator = std::vector<int>::iterator;

  explicit Numbers(int count) {
    for (int n = 0; n < count; ++n) numbers_.push_back(n);
  }

  iterator begin() { return numbers_.begin(); }
  iterator end() { return numbers_.end(); }
  iterator middle() { return numbers_.begin() + static_cast<std::ptrdiff_t>(numbers_.size() / 2); }

 private:
  std::vector<int> numbers_;
};

/// Begin and end as data members.
struct Span : std::pair<Numbers::iterator, Numbers::iterator> {
  explicit Span(Numbers& numbers) : pair{numbers.begin(), numbers.middle()} {}
};

/// A function object, with the result type that Boost.Bind asks for.
struct from_middle {
  using result_type = Numbers::iterator;
  result_type operator()(Numbers& numbers) const { return numbers.middle(); }
};

inline Numbers::iterator last_of(Numbers& numbers) { return numbers.end(); }

}  // namespace iterators
