// How the entry of a module has its other translation units do their part of the import.
#pragma once

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <utility>
#include <vector>

namespace gen_bindings {

/// What is left to do for classes that Python knows by name: to define their members. It keeps the
/// classes alive, so it has to go while the thread is still attached.
class class_definitions {
 public:
  /// `declared` is a boost::python::class_. GIL: attached.
  template <class Class>
  void add(Class declared, void (*define)(Class&)) {
    steps_.emplace_back([declared = std::move(declared), define]() mutable { define(declared); });
  }

  /// Defines them all, in the order in which they were added. GIL: attached. Throws what Boost.Python
  /// throws.
  void run() const {
    for (const std::function<void()>& step : steps_) step();
  }

 private:
  std::vector<std::function<void()>> steps_;
};

/// A translation unit of a module, as its entry knows it. All is called attached, while the module is
/// imported and is Boost.Python's current scope, and throws what Boost.Python throws.
struct shard {
  void (*register_converters)();
  /// One more than the highest level of its classes; 0 where it has none.
  int levels;
  /// Declares the classes of one level, whose bases and enclosing classes are all of lower levels.
  void (*declare_classes)(int level, class_definitions& later);
  void (*declare_enumerations)();
  /// Constants and functions.
  void (*define_functions)();
};

/// All shards of a module, which do each step of the import before any does the next.
/// GIL: attached, for all of it. Throws what Boost.Python throws.
class shards {
 public:
  shards(std::initializer_list<const shard*> all) : all_{all} {}

  void register_converters() const {
    for (const shard* each : all_) each->register_converters();
  }

  /// All classes are declared before any is defined, so that they can name each other.
  void declare_classes() {
    int levels = 0;
    for (const shard* each : all_) levels = std::max(levels, each->levels);
    for (int level = 0; level < levels; ++level) {
      for (const shard* each : all_) each->declare_classes(level, definitions_);
    }
  }

  void declare_enumerations() const {
    for (const shard* each : all_) each->declare_enumerations();
  }

  /// Members of classes, constants, functions.
  void define() const {
    definitions_.run();
    for (const shard* each : all_) each->define_functions();
  }

 private:
  std::vector<const shard*> all_;
  class_definitions definitions_;
};

}  // namespace gen_bindings
