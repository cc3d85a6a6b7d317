// The library of both modules.
#include "shapes.hpp"

namespace acme {

double scaled(const Shape& shape, double by) { return shape.area() * by; }

}  // namespace acme
