// deferred_errors: Python errors that wait until C++ has come back to its boundary.
#pragma once

#include <boost/python/errors.hpp>

#include <optional>
#include <type_traits>
#include <utility>

#ifdef __GLIBCXX__
#include <cxxabi.h>
#endif

#include "probe.hpp"
#include "python_error.hpp"
#include "runtime.hpp"
#include "with_gil.hpp"

namespace gen_bindings {

/// Stands in the body of a call whose callbacks or overrides are `deferred`. Keeps the first error
/// of those that run on this thread, innermost call first, and raises it at the end. An error on a
/// thread that is in no such call, as a library's own, waits for the next call to end, on any
/// thread; one that no call has raised goes to sys.unraisablehook when the runtime closes.
///
/// GIL: attached to construct and destroy it. Neither copied nor moved.
class [[nodiscard]] deferred_errors {
 public:
  deferred_errors() noexcept : enclosing_{innermost()} { innermost() = this; }
  deferred_errors(const deferred_errors&) = delete;
  deferred_errors& operator=(const deferred_errors&) = delete;
  /// An error that was not raised, as a C++ exception came in between, goes to sys.unraisablehook.
  ~deferred_errors() {
    probe::ends_call();
    innermost() = enclosing_;
    if (first_) report(*first_);
  }

  /// Calls `call`, raises what was deferred, or returns the result of `call`, reference or value.
  /// Where `call` fails too, most likely for want of an answer, it is the error of Python that is
  /// raised.
  ///
  /// GIL: attached on entry and exit; `call` switches as it likes. Throws python_error, and what
  /// `call` throws.
  template <class Call>
  decltype(auto) run(const Call& call) {
    try {
      return finished(call);
    } catch (const python_error&) {
      throw;
    } catch (const boost::python::error_already_set&) {
      // The one that was kept came first.
      if (waits()) PyErr_Clear();
      raise_if_any();
      throw;
#ifdef __GLIBCXX__
    } catch (const abi::__forced_unwind&) {
      throw;  // a thread that is cancelled
#endif
    } catch (...) {
      raise_if_any();
      throw;
    }
  }

  /// Tells whether an error waits to be raised by this call. GIL: attached.
  [[nodiscard]] bool waits() const { return first_ || elsewhere().first; }

 private:
  template <class Call>
  decltype(auto) finished(const Call& call) {
    using result_type = std::invoke_result_t<const Call&>;
    if constexpr (std::is_void_v<result_type>) {
      call();
      raise_if_any();
    } else if constexpr (std::is_reference_v<result_type>) {
      result_type result = call();
      raise_if_any();
      return static_cast<result_type>(result);
    } else {
      std::remove_const_t<result_type> result = call();
      raise_if_any();
      return result;
    }
  }

 public:
  /// Throws the error that was kept, if there is one, as python_error. GIL: attached.
  void raise_if_any() {
    std::optional<python_error>& kept = first_ ? first_ : elsewhere().first;
    if (!kept) return;
    const python_error error = *std::exchange(kept, std::nullopt);
    throw error;
  }

  /// Keeps `error` if it is the first. GIL: attached.
  static void keep(python_error error) {
    deferred_errors* const here = innermost();
    std::optional<python_error>& kept = here != nullptr ? here->first_ : elsewhere().first;
    if (kept) return;
    kept.emplace(std::move(error));
    if (here == nullptr) elsewhere().report_at_the_end();
  }

 private:
  static deferred_errors*& innermost() noexcept {
    static thread_local deferred_errors* boundary = nullptr;
    return boundary;
  }

  // The error of threads that are in no call. Guarded by the GIL.
  struct waiting {
    std::optional<python_error> first;
    std::optional<closing_step> step;

    // Anew for each error, as objects that are closed at the end may bring on more of them.
    void report_at_the_end() {
      step.emplace([this] {
        const with_gil gil;
        if (first) report(*std::exchange(first, std::nullopt));
      });
    }
  };

  // Never destroyed, as threads may still be there when the process ends.
  static waiting& elsewhere() {
    static auto& the_waiting = *new waiting;
    return the_waiting;
  }

  // An error that is set stays set.
  static void report(const python_error& error) noexcept {
    PyObject *type = nullptr, *value = nullptr, *traceback = nullptr;
    PyErr_Fetch(&type, &value, &traceback);
    error.restore();
    PyErr_WriteUnraisable(nullptr);
    PyErr_Restore(type, value, traceback);
  }

  deferred_errors* enclosing_;
  std::optional<python_error> first_;
};

}  // namespace gen_bindings
