// What the entries of functions over numbers and text use.
#pragma once

#include "argument.hpp"
#include "conversions.hpp"
#include "function.hpp"
#include "mismatch.hpp"
#include "numbers.hpp"
#include "overload.hpp"
#include "result.hpp"
