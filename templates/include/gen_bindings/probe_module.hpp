// The probe as Python sees it: the module `_gen_bindings_probe` inside a probe build's module.
#pragma once

#include "probe.hpp"

#ifdef GEN_BINDINGS_PROBE

#include <boost/python/def.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/list.hpp>
#include <boost/python/object.hpp>
#include <boost/python/scope.hpp>
#include <boost/python/tuple.hpp>

#include <cstddef>
#include <string>
#include <thread>

#include "admission.hpp"

namespace gen_bindings {

namespace probe {

inline void arm(const std::string& callable, double timeout) {
  recorder::instance().arm(callable, recorder::seconds{timeout});
}
inline void disarm() { recorder::instance().disarm(); }
inline bool wait_for_entry(double timeout) {
  return recorder::instance().wait_for_entry(recorder::seconds{timeout});
}
inline void meet() { recorder::instance().meet(); }
inline void clear() { recorder::instance().clear(); }

inline const char* name_of(promise state) {
  return state == promise::attached ? "attached" : "detached";
}

inline boost::python::list report() {
  boost::python::list rows;
  for (const observation& seen : recorder::instance().observations()) {
    rows.append(boost::python::make_tuple(seen.callable, seen.place, name_of(seen.promised),
                                          name_of(seen.observed), seen.met));
  }
  return rows;
}

inline void arm_encounter(const std::string& callable, double timeout) {
  encounter::instance().arm(callable, encounter::seconds{timeout});
}
inline void disarm_encounter() { encounter::instance().disarm(); }
inline bool wait_for_events(std::size_t count, double timeout) {
  return encounter::instance().wait_for_events(count, encounter::seconds{timeout});
}
inline void let_go() { encounter::instance().let_go(); }
inline void turn_away() { this_thread().turned_away = true; }
inline boost::python::list events() {
  boost::python::list texts;
  for (const char* const text : encounter::instance().events()) texts.append(text);
  return texts;
}

// Asked on a thread of C++, as those of Python are let in where they are attached.
inline bool admits_threads() {
  bool admitted = false;
  std::thread{[&] {
    const admission asked;
    admitted = static_cast<bool>(asked);
  }}.join();
  return admitted;
}

inline boost::python::tuple open_on_this_thread() {
  return boost::python::make_tuple(this_thread().open_calls, this_thread().open_switches);
}

}  // namespace probe

/// Puts the probe on the module that is being initialised, as the attribute `_gen_bindings_probe`:
/// arm(callable, timeout), disarm(), wait_for_entry(timeout) -> bool, meet(), clear(),
/// report() -> [(callable, place, promised, observed, met)], open_on_this_thread() -> (calls,
/// switches); for locks, as encounter has them: arm_encounter(callable, timeout),
/// disarm_encounter(), wait_for_events(count, timeout) -> bool, let_go(), turn_away(), events() ->
/// [text]; for the end of the interpreter: admits_threads() -> bool. Timeouts in seconds. Without GEN_BINDINGS_PROBE it does nothing.
///
/// GIL: attached, inside the module's initialisation.
inline void register_probe() {
  namespace python = boost::python;
  const python::object module{python::handle<>{PyModule_New("_gen_bindings_probe")}};
  python::scope().attr("_gen_bindings_probe") = module;
  const python::scope inside{module};
  python::def("arm", &probe::arm);
  python::def("disarm", &probe::disarm);
  python::def("wait_for_entry", &probe::wait_for_entry);
  python::def("meet", &probe::meet);
  python::def("clear", &probe::clear);
  python::def("report", &probe::report);
  python::def("arm_encounter", &probe::arm_encounter);
  python::def("disarm_encounter", &probe::disarm_encounter);
  python::def("wait_for_events", &probe::wait_for_events);
  python::def("let_go", &probe::let_go);
  python::def("turn_away", &probe::turn_away);
  python::def("events", &probe::events);
  python::def("admits_threads", &probe::admits_threads);
  python::def("open_on_this_thread", &probe::open_on_this_thread);
}

}  // namespace gen_bindings

#else

namespace gen_bindings {
inline void register_probe() noexcept {}
}  // namespace gen_bindings

#endif
