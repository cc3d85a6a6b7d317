// The incidents as a project binds them that has not met them yet: by hand, with Boost.Python. Each
// function is marked with its row in the table of incidents; what is not the point of a row is
// right.
#include <boost/python/class.hpp>
#include <boost/python/def.hpp>
#include <boost/python/make_constructor.hpp>
#include <boost/python/module.hpp>
#include <boost/python/override.hpp>
#include <boost/python/wrapper.hpp>

#include <memory>
#include <mutex>
#include <string>

#include "adapters.hpp"
#include "callbacks.hpp"
#include "foreign.hpp"
#include "fork.hpp"
#include "gate.hpp"
#include "guards.hpp"
#include "last_words.hpp"
#include "task.hpp"
#include "values.hpp"

namespace {

namespace python = boost::python;
using namespace naive;
using incidents::Callback;

/// Calls a Python callable under a guard. It is leaked, so that only the call is at stake.
template <class Guard>
Callback calling(const python::object& callable) {
  const auto& kept = *new python::object{callable};
  return [&kept](int n) {
    const Guard guard;
    return python::extract<int>{kept(n)}();
  };
}

/// Calls a Python callable attached, but lets go of it in whatever state that happens.
struct owning_callback {
  python::object callable;
  int operator()(int n) const {
    const with_gil gil;
    return python::extract<int>{callable(n)}();
  }
};

// F2: Boost.Python's own shared_ptr.
void keep_thing(incidents::Sink& self, const std::shared_ptr<incidents::Thing>& thing) {
  self.keep(thing);
}
void drop_thing(incidents::Sink& self) {
  const without_gil region;
  self.drop();
}

// F3: objects copied while others count references too.
void copy_in_region(const python::object& value, int times) {
  const without_gil region;
  for (int i = 0; i != times; ++i)
    const python::object copy{value};
}

// F4: what is replaced dies detached.
void set_slot(incidents::Slot& self, const python::object& callable) {
  owning_callback callback{callable};
  const without_gil region;
  self.set(std::move(callback));
}

// F5: held, although another thread calls back.
int on_native_thread(const python::object& callable) {
  return incidents::on_native_thread(calling<with_gil>(callable));
}

// F6: right as long as everything is held; but then one function was released.
void set_hook(const python::object& callable) {
  incidents::set_hook(calling<nothing>(callable));
}
int computed(int n) {
  const without_gil region;
  return incidents::computed(n);
}

// F7: waits for the mutex attached.
int visit_registry(incidents::Registry& self, const python::object& callable) {
  const std::lock_guard lock{self.mutex};
  const Callback callback = calling<with_gil>(callable);
  const without_gil region;
  return self.visit(callback);
}
int size_of_registry(incidents::Registry& self) {
  const std::lock_guard lock{self.mutex};
  return self.size();
}

// F8: waits attached for whoever came first.
int made_once(const python::object& callable) {
  return incidents::made_once(calling<with_gil>(callable));
}

// F9: a released call of a function that releases by itself.
int released_twice(int n) {
  const without_gil region;
  return incidents::released<without_gil>(n);
}

// F10: its destructor asks for the GIL while the interpreter finalises.
void stand_at_gate() {
  const without_gil region;
  incidents::stand_at_gate();
}
void wait_until_one_stands() {
  const without_gil region;
  incidents::wait_until_one_stands();
}

// F11: `made` lives on when the guard goes back to the state before.
int made_between(const python::object& make, const std::string& text) {
  gil_guard guard{gil_guard::no_acquire_t{}};
  guard.acquire();
  const python::object made = make();
  guard.restore();
  return incidents::parsed(text);
}

// F12: released before the arguments are converted.
double sum_converted(const python::object& iterable) {
  const without_gil region;
  return incidents::sum(incidents::Numbers{iterable});
}

// F13: held, although the destructor waits for a thread that calls back.
std::shared_ptr<incidents::Worker> make_worker(const python::object& callable) {
  return std::make_shared<incidents::Worker>(calling<with_gil>(callable));
}

// F14, F15: the look-up is attached where the base implementation waits, and is not on a thread of
// C++.
class TaskWrapper : public incidents::Task, public python::wrapper<incidents::Task> {
 public:
  int pause(int n) override {
    const with_gil gil;
    if (const python::override overridden = get_override("pause"))
      return overridden(n).as<int>();
    return Task::pause(n);
  }
  int run(int n) override {
    if (const python::override overridden = get_override("run"))
      return overridden(n).as<int>();
    return Task::run(n);
  }
  // F23: right, if it were not for the way in which Python reaches it.
  int step(int n) override {
    const with_gil gil;
    if (const python::override overridden = get_override("step"))
      return overridden(n).as<int>();
    return Task::step(n);
  }
};

void wait_until_paused(incidents::Task& task) {
  const without_gil region;
  task.wait_until_paused();
}
int run_on_native_thread(incidents::Task& task, int n) {
  const without_gil region;
  return incidents::run_on_native_thread(task, n);
}
int run_paused(incidents::Task& task, int n) {
  const without_gil region;
  return incidents::run_paused(task, n);
}
int run_steps(incidents::Task& task, int n) {
  const without_gil region;
  return incidents::run_steps(task, n);
}

// F16: a cached thread state, which somebody else deletes.
void around_foreign(const python::object& callable) {
  const Callback callback = calling<cached_gil>(callable);
  const without_gil region;
  incidents::around_foreign(callback);
}

// F17: released, and another thread may close it.
int read_stream(incidents::Stream& self, const python::object& callable) {
  const Callback callback = calling<with_gil>(callable);
  const without_gil region;
  return self.read(callback);
}
void close_stream(incidents::Stream& self) {
  const without_gil region;
  self.close();
}

// F18: the argument's temporary lives on after the guard has released.
double sum_temporary(const python::object& iterable) {
  gil_guard guard;
  const incidents::Numbers numbers{iterable};
  guard.release();
  return incidents::sum(numbers);
}

// F20: a lock in the right order that a forked child finds locked, and nobody to unlock it.
std::recursive_mutex journal_mutex;

int read_journal(incidents::Journal& self, const python::object& callable) {
  const Callback callback = calling<with_gil>(callable);
  const without_gil region;
  const std::lock_guard lock{journal_mutex};
  return self.read(callback);
}
void close_journal(incidents::Journal& self) {
  const without_gil region;
  const std::lock_guard lock{journal_mutex};
  self.close();
}

// F20: forks where it is released, and the child attaches.
int fork_and_attach() {
  const without_gil region;
  return incidents::fork_and_attach<with_gil>();
}
void wait_until_released() {
  const without_gil region;
  incidents::wait_until_released();
}

// F21: the thread state is dropped when the thread ends, which waits for the GIL.
void start_notifier(incidents::Notifier& self, const python::object& callable) {
  const Callback callback = calling<cached_gil>(callable);
  const without_gil region;
  self.start(callback);
}

// F22: its destructor is released; but nobody closes it while the interpreter still runs.
std::shared_ptr<incidents::LastingWorker> make_lasting_worker(const python::object& callable) {
  return {new incidents::LastingWorker{calling<with_gil>(callable)},
          [](incidents::LastingWorker* worker) {
            const without_gil region;
            delete worker;
          }};
}

}  // namespace

BOOST_PYTHON_MODULE(naive) {
  using boost::noncopyable;
  using namespace incidents;

  python::def("parsed", &parsed, release_in_policy{});  // F1
  python::class_<Thing, std::shared_ptr<Thing>, noncopyable>("Thing");
  python::class_<Sink>("Sink").def("keep", &keep_thing).def("drop", &drop_thing);
  python::def("copy_in_region", &copy_in_region);
  python::class_<Slot>("Slot").def("set", &set_slot).def("call", &Slot::call);
  python::def("on_native_thread", &::on_native_thread);
  python::def("set_hook", &::set_hook);
  python::def("computed", &::computed);
  python::class_<Registry, noncopyable>("Registry")
      .def("visit", &visit_registry)
      .def("size", &size_of_registry);
  python::def("made_once", &::made_once);
  python::def("released_twice", &released_twice);
  python::class_<GateKeeper, noncopyable>("GateKeeper");
  python::def("stand_at_gate", &::stand_at_gate);
  python::def("wait_until_one_stands", &::wait_until_one_stands);
  python::def("made_between", &made_between);
  python::def("sum_converted", &sum_converted);
  python::class_<Worker, std::shared_ptr<Worker>, noncopyable>("Worker", python::no_init)
      .def("__init__", python::make_constructor(&make_worker));
  python::class_<TaskWrapper, noncopyable> task("Task");
  task.def("pause", &Task::pause).def("run", &Task::run).def("step", &Task::step);
  task.def("wait_until_paused", &wait_until_paused).def("proceed", &Task::proceed);
  python::def("run_on_native_thread", &::run_on_native_thread);
  python::def("run_paused", &::run_paused);
  python::def("run_steps", &::run_steps);
  python::def("use_own_descriptor", &use_own_descriptor);
  python::def("around_foreign", &::around_foreign);
  python::class_<Stream>("Stream").def("read", &read_stream).def("close", &close_stream);
  python::def("sum_temporary", &sum_temporary);
  python::def("nesting_address", &nesting_address<counting_with_gil, counting_without_gil>);
  python::def("nested_with", &nested_with<counting_with_gil, counting_without_gil>);
  python::class_<Journal>("Journal").def("read", &read_journal).def("close", &close_journal);
  python::def("fork_and_attach", &::fork_and_attach);
  python::def("wait_until_released", &::wait_until_released);
  python::def("hold_through_fork", &hold_through_fork);
  python::class_<Notifier, noncopyable>("Notifier")
      .def("start", &start_notifier)
      .def("finish", &Notifier::finish);  // held: the thread calls nobody any more
  python::class_<LastingWorker, std::shared_ptr<LastingWorker>, noncopyable>("LastingWorker",
                                                                             python::no_init)
      .def("__init__", python::make_constructor(&make_lasting_worker));
}
