// Everything that a generated module uses.
#pragma once

#include "bound_value.hpp"
#include "callback.hpp"
#include "contract.hpp"
#include "deferred_errors.hpp"
#include "exceptions.hpp"
#include "gil.hpp"
#include "imported.hpp"
#include "on_error.hpp"
#include "ownership.hpp"
#include "probe.hpp"
#include "probe_module.hpp"
#include "python_error.hpp"
#include "released_delete.hpp"
#include "shared_pointer.hpp"
