// What the bindings of a project write by hand: conversions that run Python, values that own Python
// objects, and functions that switch the GIL themselves. Naive and generated bindings share it.
#pragma once

#include <boost/python/converter/registry.hpp>
#include <boost/python/converter/rvalue_from_python_data.hpp>
#include <boost/python/errors.hpp>
#include <boost/python/extract.hpp>
#include <boost/python/list.hpp>
#include <boost/python/object.hpp>

#include <cstddef>
#include <functional>
#include <new>
#include <numeric>
#include <string>
#include <vector>

#include "task.hpp"

namespace incidents {

/// The numbers of any Python iterable. Keeps the list that it made on the way, as an array keeps
/// its buffer. GIL: attached, to make, copy and destroy it.
class Numbers {
 public:
  explicit Numbers(const boost::python::object& iterable) : list_{iterable} {
    for (boost::python::ssize_t i = 0; i != boost::python::len(list_); ++i) {
      values_.push_back(boost::python::extract<double>{list_[i].attr("__float__")()});
    }
  }
  [[nodiscard]] const std::vector<double>& values() const {
    return values_;
  }

 private:
  boost::python::list list_;
  std::vector<double> values_;
};

/// Teaches Boost.Python to convert any iterable. GIL: attached.
inline void register_numbers() {
  namespace python = boost::python;
  python::converter::registry::push_back(
      [](PyObject* object) -> void* {
        return PyObject_HasAttrString(object, "__iter__") != 0 ? object : nullptr;
      },
      [](PyObject* object, python::converter::rvalue_from_python_stage1_data* data) {
        using storage = python::converter::rvalue_from_python_storage<Numbers>;
        void* const bytes = reinterpret_cast<storage*>(data)->storage.bytes;
        new (bytes) Numbers{python::object{python::handle<>{python::borrowed(object)}}};
        data->convertible = bytes;
      },
      python::type_id<Numbers>());
}

/// Touches no Python.
inline double sum(const Numbers& numbers) {
  return std::accumulate(numbers.values().begin(), numbers.values().end(), 0.0);
}

/// A function of a library that releases by itself, whoever calls it.
template <class WithoutGil>
int released(int n) {
  const WithoutGil region;
  return n + 1;
}

/// Exposes Task::step() a second time, as a method descriptor of CPython's own, which is quicker to
/// call than Boost.Python's functions. GIL: attached.
inline void use_own_descriptor(const boost::python::object& type) {
  namespace python = boost::python;
  static PyMethodDef definition{"step",
                                [](PyObject* self, PyObject* n) -> PyObject* {
                                  try {
                                    Task& task = python::extract<Task&>{self}();
                                    const int given = python::extract<int>{n}();
                                    return PyLong_FromLong(task.step(given));
                                  } catch (const python::error_already_set&) {
                                    return nullptr;
                                  }
                                },
                                METH_O, nullptr};
  const python::handle<> descriptor{
      PyDescr_NewMethod(reinterpret_cast<PyTypeObject*>(type.ptr()), &definition)};
  python::setattr(type, "step", python::object{descriptor});
}

/// What a module offers other modules, as C++: its own guards around a call.
struct nesting {
  void (*attached)(const std::function<void()>& inner);
  void (*detached)(const std::function<void()>& inner);
};

template <class WithGil, class WithoutGil>
const nesting& nesting_of() {
  static const nesting the_nesting{[](const std::function<void()>& inner) {
                                     const WithGil gil;
                                     inner();
                                   },
                                   [](const std::function<void()>& inner) {
                                     const WithoutGil region;
                                     inner();
                                   }};
  return the_nesting;
}

template <class WithGil, class WithoutGil>
std::size_t nesting_address() {
  return reinterpret_cast<std::size_t>(&nesting_of<WithGil, WithoutGil>());
}

/// Nests the guards of two modules, in both states, and says before and after each step whether
/// the thread is attached. GIL: attached.
template <class WithGil, class WithoutGil>
std::string nested_with(std::size_t address) {
  const nesting& ours = nesting_of<WithGil, WithoutGil>();
  const nesting& theirs = *reinterpret_cast<const nesting*>(address);
  std::string states;
  const auto note = [&] { states += PyGILState_Check() != 0 ? 'a' : 'd'; };
  const auto step = [&](auto guard, const std::function<void()>& inner) {
    return [note, guard, inner] {
      note();
      guard(inner);
      note();
    };
  };
  step(ours.detached,
       step(theirs.detached,
            step(ours.attached,
                 step(theirs.attached, step(theirs.detached, step(ours.detached, note))))))();
  return states;
}

}  // namespace incidents
