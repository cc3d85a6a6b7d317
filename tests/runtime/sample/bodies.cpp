// Call bodies of each kind, as the generator prints them, for a look at their machine code.
#include <functional>

#include "gen_bindings/call_scope.hpp"
#include "gen_bindings/callback.hpp"
#include "gen_bindings/deferred_errors.hpp"
#include "gen_bindings/function_converter.hpp"
#include "gen_bindings/gil.hpp"
#include "gen_bindings/optional_callback.hpp"
#include "gen_bindings/promise.hpp"
#include "gen_bindings/released_delete.hpp"
#include "gen_bindings/shared_pointer.hpp"

namespace acme {

struct Engine {
  std::function<void(double)> on_done;
};
int calculate(int n);
void calculate_with(const std::function<void(double)>& progress);
void steer(gen_bindings::gil_guard& gil);

}  // namespace acme

using Progress = ::gen_bindings::callback<void(double)>;

// hold
int call_held(int n);
int call_held(int n) {
  const ::gen_bindings::call_scope gen_bindings_call{"held", "hold"};
  ::gen_bindings::entered(::gen_bindings::promise::attached);
  return ::acme::calculate(n);
}

// release
int call_released(int n);
int call_released(int n) {
  const ::gen_bindings::call_scope gen_bindings_call{"released", "release"};
  const ::gen_bindings::without_gil gen_bindings_region{::gen_bindings::known_attached};
  ::gen_bindings::entered(::gen_bindings::promise::detached);
  return ::acme::calculate(n);
}

// release when n > 4096
int call_sometimes_released(int n);
int call_sometimes_released(int n) {
  const ::gen_bindings::call_scope gen_bindings_call{"sometimes_released", "release when n > 4096"};
  const bool gen_bindings_releases = n > 4096;
  const ::gen_bindings::without_gil gen_bindings_region{::gen_bindings::known_attached,
                                                        gen_bindings_releases};
  ::gen_bindings::entered(gen_bindings_releases ? ::gen_bindings::promise::detached
                                                : ::gen_bindings::promise::attached);
  return ::acme::calculate(n);
}

// release, with a callback
void call_with_callback(const Progress& progress);
void call_with_callback(const Progress& progress) {
  const ::gen_bindings::call_scope gen_bindings_call{"with_callback", "release"};
  ::gen_bindings::deferred_errors gen_bindings_boundary;
  gen_bindings_boundary.run([&]() -> decltype(auto) {
    const ::gen_bindings::without_gil gen_bindings_region{::gen_bindings::known_attached};
    ::gen_bindings::entered(::gen_bindings::promise::detached);
    return ::acme::calculate_with(progress);
  });
}

// guard
void call_guarded();
void call_guarded() {
  const ::gen_bindings::call_scope gen_bindings_call{"guarded", "guard"};
  ::gen_bindings::gil_guard gen_bindings_guard;
  ::acme::steer(gen_bindings_guard);
}

// a callback field
void set_on_done(::acme::Engine& self,
                 const ::gen_bindings::optional_callback<void(double)>& value);
void set_on_done(::acme::Engine& self,
                 const ::gen_bindings::optional_callback<void(double)>& value) {
  const ::gen_bindings::call_scope gen_bindings_call{"Engine.on_done.set", "hold"};
  ::gen_bindings::entered(::gen_bindings::promise::attached);
  self.on_done = value;
}

// destructor: release, and what converts
void destroy(::acme::Engine* engine);
void destroy(::acme::Engine* engine) {
  ::gen_bindings::released_delete{}(engine);
}
void register_converters();
void register_converters() {
  ::gen_bindings::register_callback<void(double)>();
  ::gen_bindings::register_optional_callback<void(double)>();
  ::gen_bindings::register_function<void(double)>();
  ::gen_bindings::register_shared_pointers<::acme::Engine>();
}
