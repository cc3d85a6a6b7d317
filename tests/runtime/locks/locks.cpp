// Locks on C++ objects as a plain extension module uses them, and naive code for comparison.
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>

#include "event.hpp"
#include "module_init.hpp"
#include "gen_bindings/gil.hpp"

namespace {

using gen_bindings::known_attached;
using gen_bindings::lock_of;
using gen_bindings::member_lock;
using gen_bindings::module_lock;
using gen_bindings::object_lock;
using gen_bindings::with_gil;
using gen_bindings::without_gil;

// A recursive mutex that tells how many threads wait for it.
class counting_mutex {
 public:
  bool try_lock() { return mutex_.try_lock(); }
  void lock() {
    ++waiting_;
    mutex_.lock();
    --waiting_;
  }
  void unlock() { mutex_.unlock(); }
  std::size_t waiting() const { return waiting_; }

 private:
  std::recursive_mutex mutex_;
  std::atomic<std::size_t> waiting_{0};
};

// How many threads wait for a lock of this module.
std::size_t waiting();

// A number that threads increment, each by a read and a write with a meeting in between.
struct counter {
  long value = 0;
  std::atomic<std::size_t> threads{1};
  std::atomic<std::size_t> reading{0};
  std::atomic<std::size_t> done{0};
  counting_mutex mutex{};

  // All threads that are to come have read, or wait for a lock, or are done: what one that is not
  // excluded would do to this one, it has done. The states can only be asked for.
  void meet() {
    const without_gil region;
    while (reading + waiting() + done < threads) std::this_thread::yield();
  }

  void increment() {
    const long read = value;
    ++reading;
    meet();
    value = read + 1;
    ++done;
    --reading;
  }

  void add_one() {
    const long read = value;
    { const without_gil others_may_run; }
    value = read + 1;
  }
} shared, another;

std::size_t waiting() {
  gen_bindings::detail::lock_table& table = gen_bindings::detail::lock_table::instance();
  return table.waiting(&shared) + table.waiting(&another) + table.waiting(module_lock().address) +
         shared.mutex.waiting();
}

// The bodies of one call, by policy.
using work = std::function<void()>;
const std::map<std::string, void (*)(const work&)> bodies{
    {"held", [](const work& library) {
       const object_lock lock{lock_of(shared)};
       library();
     }},
    {"released", [](const work& library) {
       const without_gil region{known_attached};
       const object_lock lock{lock_of(shared)};
       library();
     }},
    {"member", [](const work& library) {
       const without_gil region{known_attached};
       const object_lock lock{member_lock(shared.mutex)};
       library();
     }},
    {"module", [](const work& library) {
       const object_lock lock{module_lock()};
       library();
     }},
    {"two", [](const work& library) {
       const object_lock lock{lock_of(another), lock_of(shared)};
       library();
     }},
    {"two, other order", [](const work& library) {
       const without_gil region{known_attached};
       const object_lock lock{lock_of(shared), lock_of(another)};
       library();
     }},
    {"naive held", [](const work& library) { library(); }},
    {"naive released", [](const work& library) {
       const without_gil region{known_attached};
       library();
     }},
    {"naive wait", [](const work& library) {
       const std::lock_guard lock{shared.mutex};
       library();
     }},
};

PyObject* in_body(PyObject* policy, const work& library) {
  try {
    bodies.at(PyUnicode_AsUTF8(policy))(library);
  } catch (const std::exception& error) {
    PyErr_SetString(PyExc_RuntimeError, error.what());
    return nullptr;
  }
  Py_RETURN_NONE;
}

PyObject* increment(PyObject*, PyObject* policy) {
  return in_body(policy, [] { shared.increment(); });
}

PyObject* add_one(PyObject*, PyObject* policy) {
  return in_body(policy, [] { shared.add_one(); });
}

PyObject* begin(PyObject*, PyObject* threads) {
  shared.value = 0;
  shared.threads = PyLong_AsSize_t(threads);
  shared.done = 0;
  Py_RETURN_NONE;
}

PyObject* value(PyObject*, PyObject*) { return PyLong_FromLong(shared.value); }

// Calls back under the lock; throws what stands for any exception if the callable raises.
PyObject* call_back(PyObject*, PyObject* arguments) {
  PyObject *policy = nullptr, *callable = nullptr;
  if (PyArg_ParseTuple(arguments, "OO", &policy, &callable) == 0) return nullptr;
  return in_body(policy, [&] {
    const with_gil gil;
    PyObject* const result = PyObject_CallObject(callable, nullptr);
    if (result == nullptr) {
      PyErr_Clear();
      throw std::runtime_error{"the callable raised"};
    }
    Py_DECREF(result);
  });
}

PyObject* wait_until_waiting(PyObject*, PyObject* threads) {
  const std::size_t expected = PyLong_AsSize_t(threads);
  {
    const without_gil region;
    while (waiting() != expected) std::this_thread::yield();
  }
  Py_RETURN_NONE;
}

// Tells whether another thread could lock it.
bool is_free_for_others(const void* address) {
  const without_gil region;
  bool free = false;
  std::thread{[&] {
    gen_bindings::detail::lock_table& table = gen_bindings::detail::lock_table::instance();
    free = table.try_lock(address);
    if (free) table.unlock(address);
  }}.join();
  return free;
}

PyObject* is_free(PyObject*, PyObject*) { return PyBool_FromLong(is_free_for_others(&shared)); }

// A mutex that some other thread always seems to hold.
class noting_mutex {
 public:
  noting_mutex(char name, std::string& notes) : name_{name}, notes_{notes} {}
  bool try_lock() { return false; }
  void lock() { notes_ += name_; }
  void unlock() { notes_ += '.'; }

 private:
  char name_;
  std::string& notes_;
};

PyObject* orders(PyObject*, PyObject*) {
  std::string notes;
  noting_mutex mutexes[] = {{'1', notes}, {'2', notes}};
  { const object_lock lock{member_lock(mutexes[0]), member_lock(mutexes[1])}; }
  notes += ' ';
  { const object_lock lock{member_lock(mutexes[1]), member_lock(mutexes[0])}; }
  notes += ' ';
  counter* const nothing = nullptr;
  { const object_lock lock{member_lock(mutexes[0]), lock_of(nothing), member_lock(mutexes[0])}; }
  notes += ' ';
  {
    const object_lock lock{lock_of(nothing)};
    notes += is_free_for_others(nothing) ? "free" : "locked";
  }
  return PyUnicode_FromString(notes.c_str());
}

// Two locks one after the other, in both orders: what object_lock would do if it didn't sort.
PyObject* naive_orders(PyObject*, PyObject*) {
  static event& one_holds = *new event;
  static event& other_holds = *new event;
  const without_gil region;
  std::thread{[] {
    const object_lock first{lock_of(shared)};
    one_holds.set();
    other_holds.wait();
    const object_lock second{lock_of(another)};
  }}.detach();
  const object_lock first{lock_of(another)};
  other_holds.set();
  one_holds.wait();
  const object_lock second{lock_of(shared)};
  return nullptr;
}

// Which classes share the lock of an object with their bases.
struct plain {
  int n = 0;
};
struct further {
  int m = 0;
};
struct joined : plain, further {};
struct left {
  virtual ~left() = default;
  int n = 0;
};
struct right {
  virtual ~right() = default;
  int m = 0;
};
struct both : left, right {};
struct hiding : plain {
  virtual ~hiding() = default;
};
struct virtually : virtual plain {};
struct empty {};
struct beginning : empty {
  virtual ~beginning() = default;
};

PyObject* shared_locks(PyObject*, PyObject*) {
  const auto owner = std::make_shared<both>();
  const both& object = *owner;
  const joined second;
  const bool facts[] = {
      lock_of(object) == lock_of(static_cast<const left&>(object)),
      lock_of(object) == lock_of(static_cast<const right&>(object)),
      lock_of(owner) == lock_of(std::shared_ptr<right>{owner}),
      lock_of(owner) == lock_of(&object),
      lock_of(second) == lock_of(static_cast<const plain&>(second)),
      gen_bindings::shares_lock<both, right>(),
      gen_bindings::shares_lock<joined, plain>(),
      !(lock_of(second) == lock_of(static_cast<const further&>(second))),
      !gen_bindings::shares_lock<joined, further>(),
      !gen_bindings::shares_lock<hiding, plain>(),
      !gen_bindings::shares_lock<virtually, plain>(),
      !gen_bindings::shares_lock<beginning, empty>(),
      !(lock_of(object) == module_lock()),
  };
  std::string all;
  for (const bool fact : facts) all += fact ? 'y' : 'n';
  return PyUnicode_FromString(all.c_str());
}

PyMethodDef methods[] = {
    {"increment", increment, METH_O, nullptr},
    {"add_one", add_one, METH_O, nullptr},
    {"begin", begin, METH_O, nullptr},
    {"value", value, METH_NOARGS, nullptr},
    {"call_back", call_back, METH_VARARGS, nullptr},
    {"wait_until_waiting", wait_until_waiting, METH_O, nullptr},
    {"is_free", is_free, METH_NOARGS, nullptr},
    {"orders", orders, METH_NOARGS, nullptr},
    {"naive_orders", naive_orders, METH_NOARGS, nullptr},
    {"shared_locks", shared_locks, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "locks", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

}  // namespace

MODULE_INIT PyInit_locks() {
  return gen_bindings::register_runtime() ? PyModule_Create(&definition) : nullptr;
}
