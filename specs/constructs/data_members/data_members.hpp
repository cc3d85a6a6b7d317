// Data that Python reads and assigns.
#pragma once

#include <string>
#include <vector>

namespace data_members {

struct Point {
  int x = 0, y = 0;
};

class Node {
 public:
  Point at;
  Point start;
  const int id = 7;
  Node* next = nullptr;
  inline static int made = 0;

  Node() { ++made; }

  int size() const { return size_; }
  void resize(int size) { size_ = size; }
  Point place() const { return at; }
  static int most() { return most_; }
  static void set_most(int most) { most_ = most; }
  auto begin_trail() const { return trail_.begin(); }
  auto end_trail() const { return trail_.end(); }

 private:
  int size_ = 1;
  inline static int most_ = 10;
  std::vector<int> trail_{1, 2, 3};
};

inline std::string label(const Node& node) { return "node " + std::to_string(node.size()); }

}  // namespace data_members
