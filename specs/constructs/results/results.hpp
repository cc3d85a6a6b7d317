// What becomes of a reference or pointer that C++ returns.
#pragma once

#include <boost/python/default_call_policies.hpp>

#include <memory>
#include <string>

namespace results {

struct Leaf {
  int veins = 1;
};

class Tree {
 public:
  Leaf& leaf() { return leaf_; }
  const Leaf& seen() const { return leaf_; }
  const std::string& name() const { return name_; }
  Tree& renamed(const std::string& name) {
    name_ = name;
    return *this;
  }
  void lean_on(Tree& other) { support_ = &other; }
  std::string support() const { return support_ == nullptr ? "nothing" : support_->name_; }

 private:
  Leaf leaf_;
  std::string name_ = "oak";
  Tree* support_ = nullptr;
};

inline Tree& oldest() {
  static Tree tree;
  return tree;
}
inline Tree* planted() { return new Tree; }
inline Leaf* picked(Tree& tree) { return &tree.leaf(); }
inline void watered(Tree&, int) {}
inline Tree* grafted(Tree& stem) {
  auto made = std::make_unique<Tree>();
  made->lean_on(stem);
  return made.release();
}

/// Any policy of one's own.
struct at_least_one : boost::python::default_call_policies {
  template <class Arguments>
  static PyObject* postcall(const Arguments&, PyObject* result) {
    if (result == nullptr || PyLong_AsLong(result) >= 1) return result;
    Py_DECREF(result);
    return PyLong_FromLong(1);
  }
};
inline int rings(int years) { return years - 1; }

}  // namespace results
