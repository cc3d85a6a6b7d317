// Everything that the entries of a generated module use.
#pragma once

#include "argument.hpp"
#include "attribute.hpp"
#include "constructor.hpp"
#include "conversions.hpp"
#include "function.hpp"
#include "method.hpp"
#include "mismatch.hpp"
#include "numbers.hpp"
#include "object_argument.hpp"
#include "overload.hpp"
#include "plain_class.hpp"
#include "property.hpp"
#include "result.hpp"
