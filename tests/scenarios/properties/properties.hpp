// Data members and properties.
#pragma once

#include <string>
#include <vector>

namespace properties {

struct Place {
  std::string street;
};

class House {
 public:
  double width = 4.5;
  const int floors = 2;
  Place place;
  std::string paint = "white";

  std::size_t size() const { return rooms_.size(); }
  void resize(std::size_t size) { rooms_.resize(size); }
  const std::string& owner() const { return owner_; }
  void set_owner(const std::string& owner) { owner_ = owner; }

 private:
  std::vector<int> rooms_;
  std::string owner_ = "nobody";
};

inline double area(const House& house) { return house.width * house.width; }
inline void set_area(House& house, double area) { house.width = area / house.width; }

}  // namespace properties
