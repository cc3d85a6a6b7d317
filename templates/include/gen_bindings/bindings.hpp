// Everything that a generated module uses.
#pragma once

#include "bound_value.hpp"
#include "callback.hpp"
#include "exceptions.hpp"
#include "gil.hpp"
#include "imported.hpp"
#include "ownership.hpp"
#include "probe.hpp"
#include "probe_module.hpp"
#include "python_error.hpp"
