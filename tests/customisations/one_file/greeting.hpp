#pragma once

#include <string>

namespace acme {

std::string greeting(const std::string& name);

}  // namespace acme
