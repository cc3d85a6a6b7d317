// What a process does to its threads: it forks, and it ends. POSIX only.
#include <sys/wait.h>
#include <unistd.h>

#include <memory>
#include <thread>
#include <vector>

#include "event.hpp"
#include "module_init.hpp"
#include "gen_bindings/gil.hpp"

namespace {

using gen_bindings::admission;
using gen_bindings::closing_step;
using gen_bindings::with_gil;
using gen_bindings::without_gil;

// A callback as the runtime's own: false where it is refused.
bool call(PyObject* callable) {
  const admission admitted;
  if (!admitted) return false;
  const with_gil gil;
  PyObject* const result = PyObject_CallObject(callable, nullptr);
  if (result == nullptr) PyErr_WriteUnraisable(callable);
  Py_XDECREF(result);
  return true;
}

// Forks, and lets a child that hangs die by its alarm: no watchdog of Python's is in it.
pid_t fork_watched() {
  const pid_t child = fork();
  if (child == 0) alarm(30);
  return child;
}

int wait_for(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

PyObject* call_from_native_thread(PyObject*, PyObject* callable) {
  {
    const without_gil region;
    std::thread{[&] { call(callable); }}.join();
  }
  Py_RETURN_NONE;
}

PyObject* call_from_region(PyObject*, PyObject* callable) {
  {
    const without_gil region;
    call(callable);
  }
  Py_RETURN_NONE;
}

// Raw forks of a thread that is detached.
PyObject* fork_and_attach(PyObject*, PyObject*) {
  int status = 0;
  {
    const without_gil region;
    const pid_t child = fork_watched();
    if (child == 0) {
      const with_gil gil;
      _exit(0);
    }
    status = wait_for(child);
  }
  return PyLong_FromLong(status);
}

PyObject* fork_and_come_back(PyObject*, PyObject*) {
  int status = 0;
  pid_t child = -1;
  {
    const without_gil region;
    child = fork_watched();
    if (child != 0) status = wait_for(child);
  }
  if (child == 0) _exit(0);
  return PyLong_FromLong(status);
}

PyObject* fork_and_execute(PyObject*, PyObject*) {
  int status = 0;
  {
    const without_gil region;
    const pid_t child = fork_watched();
    if (child == 0) {
      execlp("sh", "sh", "-c", "exit 7", nullptr);
      _exit(1);
    }
    status = wait_for(child);
  }
  return PyLong_FromLong(status);
}

PyObject* fork_and_exit(PyObject*, PyObject*) {
  int status = 0;
  {
    const without_gil region;
    const pid_t child = fork_watched();
    if (child == 0) _exit(7);
    status = wait_for(child);
  }
  return PyLong_FromLong(status);
}

// A raw fork of a thread that is attached, which the child goes on with.
PyObject* fork_attached(PyObject*, PyObject* callable) {
  const pid_t child = fork_watched();
  if (child != 0) {
    int status = 0;
    const without_gil region;
    status = wait_for(child);
    const with_gil gil;
    return PyLong_FromLong(status);
  }
  {
    const without_gil region;
    std::thread{[&] { call(callable); }}.join();
  }
  _exit(7);
}

// Native threads that live as long as the process, as their callables do.

// Calls until it is refused, and goes on as C++ does that knows nothing of Python's end.
PyObject* call_for_ever(PyObject*, PyObject* arguments) {
  int threads = 0;
  PyObject* callable = nullptr;
  if (PyArg_ParseTuple(arguments, "iO", &threads, &callable) == 0) return nullptr;
  Py_INCREF(callable);
  for (int i = 0; i != threads; ++i) {
    std::thread{[callable] {
      for (;;) call(callable);
    }}.detach();
  }
  Py_RETURN_NONE;
}

// One thread stays inside Python until another one is refused, and calls then.
PyObject* stay_inside(PyObject*, PyObject* callable) {
  static event& inside = *new event;
  static event& closing = *new event;
  Py_INCREF(callable);
  std::thread{[] {
    while (admission{}) std::this_thread::yield();
    closing.set();
  }}.detach();
  std::thread{[callable] {
    const admission admitted;
    inside.set();
    closing.wait();
    call(callable);
  }}.detach();
  {
    const without_gil region;
    inside.wait();
  }
  Py_RETURN_NONE;
}

// A C++ object whose destructor waits for a thread that calls back.
class blocking {
 public:
  explicit blocking(PyObject* callable) : callable_{callable} {}
  ~blocking() {
    bool called = true;
    std::thread{[&] { called = call(callable_); }}.join();
    std::printf("%s, %s\n", called ? "called" : "refused",
                gen_bindings::attached() ? "attached" : "detached");
  }

 private:
  PyObject* callable_;
};

PyObject* block_at_closing(PyObject*, PyObject* callable) {
  static std::vector<std::unique_ptr<closing_step>>& steps =
      *new std::vector<std::unique_ptr<closing_step>>;
  Py_INCREF(callable);
  auto object = std::make_shared<blocking>(callable);
  steps.push_back(std::make_unique<closing_step>([object]() mutable { object.reset(); }));
  Py_RETURN_NONE;
}

PyObject* print_at_closing(PyObject*, PyObject* text) {
  static std::vector<std::unique_ptr<closing_step>>& steps =
      *new std::vector<std::unique_ptr<closing_step>>;
  Py_INCREF(text);
  steps.push_back(std::make_unique<closing_step>([text] {
    const with_gil gil;
    PyObject_Print(text, stdout, Py_PRINT_RAW);
    std::fputs("\n", stdout);
  }));
  const closing_step dropped{[] { std::fputs("dropped\n", stdout); }};
  Py_RETURN_NONE;
}

struct last_words {
  ~last_words() { std::fputs("static destructors ran\n", stdout); }
} said_at_the_end;

PyMethodDef methods[] = {
    {"call_from_native_thread", call_from_native_thread, METH_O, nullptr},
    {"call_from_region", call_from_region, METH_O, nullptr},
    {"fork_and_attach", fork_and_attach, METH_NOARGS, nullptr},
    {"fork_and_come_back", fork_and_come_back, METH_NOARGS, nullptr},
    {"fork_and_execute", fork_and_execute, METH_NOARGS, nullptr},
    {"fork_and_exit", fork_and_exit, METH_NOARGS, nullptr},
    {"fork_attached", fork_attached, METH_O, nullptr},
    {"call_for_ever", call_for_ever, METH_VARARGS, nullptr},
    {"stay_inside", stay_inside, METH_O, nullptr},
    {"block_at_closing", block_at_closing, METH_O, nullptr},
    {"print_at_closing", print_at_closing, METH_O, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "process", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

}  // namespace

// So patient that a wait for nobody is seen as the deadlock that it is.
MODULE_INIT PyInit_process() {
  return gen_bindings::register_runtime(std::chrono::hours{1}) ? PyModule_Create(&definition)
                                                               : nullptr;
}
