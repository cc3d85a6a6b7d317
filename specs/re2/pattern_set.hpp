// PatternSet: an RE2::Set whose misuse is an Error, where RE2 would write to the log or abort.
#pragma once

#include <atomic>
#include <vector>

#include <re2/re2.h>
#include <re2/set.h>

#include "text.hpp"

namespace re2_adapters {

/// What RE2::Set::Match reports.
struct SetMatch {
  /// Ascending.
  std::vector<int> indices;
  ::re2::RE2::Set::ErrorInfo error_info;
};

/// Add() and close() change the set, and must be called attached: the GIL keeps them apart. Once
/// closed it does not change, so that compile() may run detached, once, and match() detached on
/// many threads.
class PatternSet {
 public:
  /// GIL: any state.
  PatternSet(const ::re2::RE2::Options& options, ::re2::RE2::Anchor anchor);

  /// RE2::Set::Add: the pattern's index. GIL: attached.
  /// Throws Error for a pattern that cannot be parsed, for a str where the options say Latin-1, and
  /// once closed.
  int add(const TextView& pattern);

  /// Ends the adding. GIL: attached. Throws Error the second time.
  void close();

  /// RE2::Set::Compile: false where `max_mem` does not suffice. Once only, after close().
  /// GIL: any state.
  bool compile();

  /// RE2::Set::Match, a set not compiled included. GIL: any state.
  /// Throws Error for a str where the options say Latin-1.
  [[nodiscard]] SetMatch search(const TextView& text) const;

  /// The indices of the patterns that match, ascending. GIL: any state.
  /// Throws Error also where RE2 reports that the set is not compiled or that the memory did not
  /// suffice.
  [[nodiscard]] std::vector<int> match(const TextView& text) const;

 private:
  ::re2::RE2::Set set_;
  ::re2::RE2::Options options_;
  bool closed_ = false;
  std::atomic<bool> compiled_ = false;
};

/// Hands out what was found: the indices, and the error to `error_info`, which Python owns.
/// GIL: attached.
[[nodiscard]] std::vector<int> report(SetMatch& found, ::re2::RE2::Set::ErrorInfo& error_info);

}  // namespace re2_adapters
