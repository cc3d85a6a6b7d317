// A class whose members are locked, and its bindings, by hand as the generator prints them.
#pragma once

#include <boost/python/args.hpp>
#include <boost/python/class.hpp>
#include <boost/python/def.hpp>

#include <functional>
#include <mutex>
#include <string>
#include <utility>

#include "gen_bindings/call_scope.hpp"
#include "gen_bindings/callback.hpp"
#include "gen_bindings/gil.hpp"

namespace acme {

/// Not thread-safe by itself.
class Account {
 public:
  explicit Account(int balance) : balance_{balance} {}
  int deposit(int amount) { return balance_ += amount; }
  int take_from(Account& other, int amount) {
    other.balance_ -= amount;
    return balance_ += amount;
  }
  void visit(const std::function<double(double)>& visitor) { visitor(balance_); }
  [[nodiscard]] int balance() const { return balance_; }
  void set_balance(int balance) { balance_ = balance; }

  mutable std::recursive_mutex mutex_{};
  mutable struct {
    std::mutex mutex{};
    bool try_lock() { return mutex.try_lock(); }
    void lock() { mutex.lock(); }
    void unlock() { mutex.unlock(); }
  } not_recursive_{};

 private:
  int balance_;
};

inline int audits(int n) { return n + 1; }

}  // namespace acme

namespace {

using ::gen_bindings::call_scope;
using ::gen_bindings::known_attached;
using ::gen_bindings::lock_of;
using ::gen_bindings::object_lock;
using ::gen_bindings::promise;
using Visitor = ::gen_bindings::callback<double(double)>;

// release when amount > 4096, lock: self
int call_Account_deposit(::acme::Account& self, int amount) {
  const call_scope call{"Account.deposit", "release when amount > 4096"};
  const bool condition = amount > 4096;
  const ::gen_bindings::without_gil region{known_attached, condition};
  const object_lock lock{lock_of(self)};
  ::gen_bindings::entered(condition ? promise::detached : promise::attached);
  return self.deposit(amount);
}

// hold, lock: self, and the other account's
int call_Account_take_from(::acme::Account& self, ::acme::Account& other, int amount) {
  const call_scope call{"Account.take_from", "hold"};
  const object_lock lock{lock_of(self), lock_of(other)};
  ::gen_bindings::entered(promise::attached);
  return self.take_from(other, amount);
}

// release, lock: { member: mutex_ }, with a callback
void call_Account_visit(::acme::Account& self, const Visitor& visitor) {
  const call_scope call{"Account.visit", "release"};
  const ::gen_bindings::without_gil region{known_attached};
  const object_lock lock{::gen_bindings::member_lock(self.mutex_)};
  ::gen_bindings::entered(promise::detached);
  self.visit(visitor);
}

// the same with a lock of the user's own that is not recursive: what the proof must find
void call_Account_visit_badly(::acme::Account& self, const Visitor& visitor) {
  const call_scope call{"Account.visit_badly", "release"};
  const ::gen_bindings::without_gil region{known_attached};
  const object_lock lock{::gen_bindings::member_lock(self.not_recursive_)};
  ::gen_bindings::entered(promise::detached);
  self.visit(visitor);
}

// hold, lock: self, a property
int call_Account_balance(const ::acme::Account& self) {
  const call_scope call{"Account.balance", "hold"};
  const object_lock lock{lock_of(self)};
  ::gen_bindings::entered(promise::attached);
  return self.balance();
}
void call_Account_balance_set(::acme::Account& self, int balance) {
  const call_scope call{"Account.balance.set", "hold"};
  const object_lock lock{lock_of(self)};
  ::gen_bindings::entered(promise::attached);
  self.set_balance(balance);
}

// release, lock: module
int call_audits(int n) {
  const call_scope call{"audits", "release"};
  const ::gen_bindings::without_gil region{known_attached};
  const object_lock lock{::gen_bindings::module_lock()};
  ::gen_bindings::entered(promise::detached);
  return ::acme::audits(n);
}

void define_locked() {
  namespace python = ::boost::python;
  python::def("audits", &call_audits, (python::arg("n")));
  python::class_<::acme::Account, ::boost::noncopyable>("Account", python::init<int>())
      .def("deposit", &call_Account_deposit, (python::arg("amount")))
      .def("take_from", &call_Account_take_from, (python::arg("other"), python::arg("amount")))
      .def("visit", &call_Account_visit, (python::arg("visitor")))
      .def("visit_badly", &call_Account_visit_badly, (python::arg("visitor")))
      .add_property("balance", &call_Account_balance, &call_Account_balance_set);
}

}  // namespace
