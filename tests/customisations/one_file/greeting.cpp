#include "greeting.hpp"

namespace acme {

std::string greeting(const std::string& name) { return "Hello, " + name + "!"; }

}  // namespace acme
