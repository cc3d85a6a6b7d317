// base_call: a call from Python of the C++ implementation of a virtual method.
#pragma once

#include <cstring>

#include "between_modules.hpp"
#include "override_lookup.hpp"

namespace gen_bindings {

/// Stands in the body of a call of an overridable method, right before the method itself is called:
///
///     const base_call base{self, gen_bindings_override_Shape_area};
///     return self.area(scale);
///
/// Python has chosen this method already: by super(), by the class's name, or because nothing
/// overrides it. So the next call of the method for this object on this thread does not look for an
/// override, which would lead back here, and runs the nearest implementation in C++; later calls
/// look again. A C++ class that is derived from the one that Python sees is called as ever.
///
/// GIL: any state, unchanged. Nests. `self` must outlive it, and the names in `method` too.
class [[nodiscard]] base_call {
 public:
  template <class Class>
  base_call(const Class& self, const overridable_method& method) noexcept
      : object_{dynamic_cast<const void*>(&self)}, name_{method.name()}, enclosing_{static_cast<base_call*>(innermost())} {
    innermost() = this;
  }
  base_call(const base_call&) = delete;
  base_call& operator=(const base_call&) = delete;
  ~base_call() { innermost() = enclosing_; }

  /// Tells whether this call of `method` for `object`, the address of the whole object, is the one
  /// that was announced. True once. GIL: any state, unchanged.
  ///
  /// By name, as a class derived from the one that exposes the method knows it as its own.
  [[nodiscard]] static bool announced(const void* object,
                                      const overridable_method& method) noexcept {
    auto* const here = static_cast<base_call*>(innermost());
    if (here == nullptr || here->object_ != object) return false;
    if (std::strcmp(here->name_, method.name()) != 0) return false;
    here->object_ = nullptr;
    return true;
  }

 private:
  // Of all modules: a class may be derived from one that another module binds.
  static void*& innermost() noexcept { return detail::functions_in_use()->innermost_base_call(); }

  const void* object_;
  const char* name_;
  base_call* enclosing_;
};

}  // namespace gen_bindings
