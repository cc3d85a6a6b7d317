// Results and arguments whose owner a call policy names, and smart pointers of each kind.
#pragma once

#include <boost/python/dict.hpp>
#include <boost/python/tuple.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ownership {

class Leaf {
 public:
  explicit Leaf(int number = 0) : number{number} {}
  int number;
};

class Tree {
 public:
  Leaf& leaf() { return leaf_; }
  const Leaf& seen() const { return leaf_; }
  Leaf* first() { return &leaf_; }
  Leaf* none() { return nullptr; }
  Tree& grown(int by) {
    leaf_.number += by;
    return *this;
  }

 private:
  Leaf leaf_{1};
};

inline Leaf& shared_leaf() {
  static Leaf leaf{7};
  return leaf;
}
inline const std::string& name() {
  static const std::string text{"oak"};
  return text;
}
inline int& counter() {
  static int count = 3;
  return count;
}
inline Leaf* picked(Tree& tree) { return tree.first(); }

// What only one can own is moved.
inline std::unique_ptr<Leaf> grow(int number) { return std::make_unique<Leaf>(number); }
inline int burn(std::unique_ptr<Leaf> leaf) { return leaf ? leaf->number : -1; }

// A smart pointer of a library's own.
template <class T>
class handle {
 public:
  using element_type = T;
  explicit handle(T* object) : object_{object} {}
  T* get() const { return object_.get(); }
  T& operator*() const { return *object_; }
  T* operator->() const { return object_.get(); }

 private:
  std::shared_ptr<T> object_;
};
template <class T>
T* get_pointer(const handle<T>& pointer) {
  return pointer.get();
}

class Engine {
 public:
  explicit Engine(int power) : power{power} {}
  int power;
};
inline handle<Engine> same(handle<Engine> engine) { return engine; }
inline std::shared_ptr<Leaf> made(int number) { return std::make_shared<Leaf>(number); }
inline int power_of(const handle<Engine>& engine, int times) { return engine->power * times; }

// A template of the library's, as a class of its own.
inline std::size_t length(const std::vector<Leaf>& leaves) { return leaves.size(); }

// Nobody but C++ knows what is in it.
class Secret;
inline Secret* secret() { return reinterpret_cast<Secret*>(&counter()); }
inline bool is_secret(Secret* given) { return given == secret(); }

inline int summed(int first, int second = 20, int third = 300) { return first + second + third; }
inline int minus(int first, int second) { return first - second; }

inline boost::python::object counted(boost::python::tuple all, boost::python::dict named) {
  return boost::python::make_tuple(boost::python::len(all), boost::python::len(named));
}

}  // namespace ownership
