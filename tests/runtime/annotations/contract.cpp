// A call body with its contract, or without it (NOT_DECLARED): the same machine code, unless in
// contract mode.
#include "gen_bindings/contract.hpp"

#include "gen_bindings/without_gil.hpp"

int library(int n);
int call_library(int n);

int call_library(int n) {
#ifndef NOT_DECLARED
  const gen_bindings::contract::call contract{"library", "release"};
#endif
  const gen_bindings::without_gil region{gen_bindings::known_attached};
#ifndef NOT_DECLARED
  gen_bindings::contract::expect(gen_bindings::promise::detached, "its C++");
#endif
  return library(n);
}
