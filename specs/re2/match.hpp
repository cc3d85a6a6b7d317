// Match: where a regular expression matched, and what its groups captured.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "text.hpp"

namespace re2_adapters {

/// Start and end, as Python counts.
using Span = std::pair<std::ptrdiff_t, std::ptrdiff_t>;

/// One group of a match; without text it took no part, and its span is (-1, -1).
struct Group {
  Span span{-1, -1};
  std::optional<Text> text;
};

/// A match and its groups; group 0 is the whole match. Never changes; copies share the groups.
/// GIL: any state.
class Match {
 public:
  /// `groups` begins with the whole match.
  explicit Match(std::vector<Group> groups);

  /// All four throw std::out_of_range where the pattern has no such group.
  [[nodiscard]] Span span(int group) const { return at(group).span; }
  [[nodiscard]] std::ptrdiff_t start(int group) const { return at(group).span.first; }
  [[nodiscard]] std::ptrdiff_t end(int group) const { return at(group).span.second; }
  [[nodiscard]] std::optional<Text> group(int group) const { return at(group).text; }

  /// What was captured, from group 1 on.
  [[nodiscard]] std::vector<std::optional<Text>> groups() const;

 private:
  [[nodiscard]] const Group& at(int group) const;

  std::shared_ptr<const std::vector<Group>> groups_;
};

}  // namespace re2_adapters
