// What Python can iterate over.
#pragma once

#include <string>
#include <vector>

namespace iteration {

struct Word {
  std::string text;
};

class Page {
 public:
  explicit Page(int words) {
    for (int n = 1; n <= words; ++n) words_.push_back(Word{"word " + std::to_string(n)});
  }
  auto begin() { return words_.begin(); }
  auto end() { return words_.end(); }
  auto middle() { return words_.begin() + static_cast<std::ptrdiff_t>(words_.size() / 2); }

 private:
  std::vector<Word> words_;
};

/// A base of Book, which has the words.
struct Shelf {
  std::vector<Word> words{Word{"once"}, Word{"twice"}};
};
struct Book : Shelf {};
inline auto first_of(Shelf& shelf) { return shelf.words.begin(); }
inline auto last_of(Shelf& shelf) { return shelf.words.end(); }

}  // namespace iteration
