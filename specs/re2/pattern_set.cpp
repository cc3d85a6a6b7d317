#include "pattern_set.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "error.hpp"
#include "expression.hpp"

namespace re2_adapters {

namespace {

using ::re2::RE2;

const char* describe(RE2::Set::ErrorKind kind) {
  switch (kind) {
    case RE2::Set::kNoError:
      return "no error";
    case RE2::Set::kNotCompiled:
      return "the set is not compiled";
    case RE2::Set::kOutOfMemory:
      return "the set needs more memory than max_mem allows";
    case RE2::Set::kInconsistent:
      return "the result is inconsistent";
  }
  return "unknown error";
}

}  // namespace

PatternSet::PatternSet(const RE2::Options& options, RE2::Anchor anchor)
    : set_{options, anchor}, options_{options} {}

int PatternSet::add(const TextView& pattern) {
  check_encoding(pattern, options_);
  if (closed_) throw Error("a set takes no more patterns once it is compiled");
  std::string reason;
  const int index = set_.Add(pattern.bytes, &reason);
  if (index < 0) throw Error(reason);
  return index;
}

void PatternSet::close() {
  if (closed_) throw Error("a set is compiled once");
  closed_ = true;
}

bool PatternSet::compile() {
  // Published by the atomic: whoever sees true sees the compiled set. A set that could not be
  // compiled is never searched, as RE2 would follow a null pointer.
  compiled_ = set_.Compile();
  return compiled_;
}

SetMatch PatternSet::search(const TextView& text) const {
  check_encoding(text, options_);
  SetMatch found{{}, {RE2::Set::kNoError}};
  if (!compiled_) {
    found.error_info.kind = RE2::Set::kNotCompiled;
  } else {
    set_.Match(text.bytes, &found.indices, &found.error_info);
    std::sort(found.indices.begin(), found.indices.end());
  }
  return found;
}

std::vector<int> PatternSet::match(const TextView& text) const {
  SetMatch found = search(text);
  if (found.error_info.kind != RE2::Set::kNoError) throw Error(describe(found.error_info.kind));
  return std::move(found.indices);
}

std::vector<int> report(SetMatch& found, RE2::Set::ErrorInfo& error_info) {
  error_info = found.error_info;
  return std::move(found.indices);
}

}  // namespace re2_adapters
