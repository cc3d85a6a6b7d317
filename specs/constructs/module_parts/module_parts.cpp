// A source of the user's, compiled into the module.
#include "module_parts.hpp"

int module_parts::lines() { return 25; }
