// released_delete: a deleter that runs a C++ destructor detached.
#pragma once

#include <memory>

#include "contract.hpp"
#include "probe.hpp"
#include "promise.hpp"
#include "without_gil.hpp"

namespace gen_bindings {

/// Deletes detached, for a destructor that waits for other threads: as the deleter of a
/// std::unique_ptr or a std::shared_ptr. T must not own Python objects, except through types that
/// attach by themselves, as callback<> does.
///
/// GIL: any state on entry, detached for the destructor, as before on exit.
struct released_delete {
  template <class T>
  void operator()(T* object) const noexcept {
    const contract::call_of<T> call{"the destructor", "release"};
    [[maybe_unused]] const probe::destructor_of<T> seen;
    const without_gil region;
    contract::expect(promise::detached, "it");
    probe::entered(promise::detached);
    std::default_delete<T>{}(object);
  }
};

}  // namespace gen_bindings
