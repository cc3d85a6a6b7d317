// How a Python object holds the C++ one: by value, or by a smart pointer.
#pragma once

#include <boost/intrusive_ptr.hpp>
#include <boost/make_shared.hpp>
#include <boost/shared_ptr.hpp>

#include <memory>
#include <utility>

namespace held_types {

struct Value {
  int n = 1;
};

struct Shared {
  int n = 2;
};
/// Keeps a Shared alive on the C++ side.
class Keeper {
 public:
  void keep(std::shared_ptr<Shared> shared) { shared_ = std::move(shared); }
  std::shared_ptr<Shared> kept() const { return shared_; }

 private:
  std::shared_ptr<Shared> shared_;
};

struct BoostShared {
  int n = 3;
};
inline boost::shared_ptr<BoostShared> boost_shared() { return boost::make_shared<BoostShared>(); }

struct Unique {
  int n = 4;
};
inline std::unique_ptr<Unique> made() { return std::make_unique<Unique>(); }
inline int consumed(std::unique_ptr<Unique> unique) { return unique->n; }

/// Counts its own references.
struct Counted {
  int n = 5;
  int references = 0;
};
inline void intrusive_ptr_add_ref(Counted* counted) { ++counted->references; }
inline void intrusive_ptr_release(Counted* counted) {
  if (--counted->references == 0) delete counted;
}
inline boost::intrusive_ptr<Counted> counted() { return new Counted; }

/// A smart pointer of one's own.
template <class Object>
class handle {
 public:
  using element_type = Object;
  explicit handle(Object* object) : object_{object} {}
  Object* get() const { return object_.get(); }
  Object& operator*() const { return *object_; }

 private:
  std::shared_ptr<Object> object_;
};
template <class Object>
Object* get_pointer(const handle<Object>& held) {
  return held.get();
}

struct Engine {
  int n = 6;
};
inline handle<Engine> same(handle<Engine> engine) { return engine; }

}  // namespace held_types
