// What a generated module uses that is functions over numbers and text, and nothing else; and all others as well.
#pragma once

#include <boost/python/docstring_options.hpp>
#include <boost/python/scope.hpp>

#include "call_scope.hpp"
#include "contract.hpp"
#include "gil.hpp"
#include "made_detached.hpp"
#include "module.hpp"
#include "ownership.hpp"
#include "probe.hpp"
#include "probe_module.hpp"
#include "python_error.hpp"
#include "scope_exit.hpp"
