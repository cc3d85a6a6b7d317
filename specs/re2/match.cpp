#include "match.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace re2_adapters {

Match::Match(std::vector<Group> groups)
    : groups_{std::make_shared<const std::vector<Group>>(std::move(groups))} {}

std::vector<std::optional<Text>> Match::groups() const {
  std::vector<std::optional<Text>> captured;
  captured.reserve(groups_->size() - 1);
  std::transform(std::next(groups_->begin()), groups_->end(), std::back_inserter(captured),
                 [](const Group& group) { return group.text; });
  return captured;
}

const Group& Match::at(int group) const {
  if (group < 0 || static_cast<std::size_t>(group) >= groups_->size()) {
    throw std::out_of_range("no such group");
  }
  return (*groups_)[static_cast<std::size_t>(group)];
}

}  // namespace re2_adapters
