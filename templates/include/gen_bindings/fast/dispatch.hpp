// Everything that the entries of a generated module use.
#pragma once

#include "attribute.hpp"
#include "constructor.hpp"
#include "functions.hpp"
#include "method.hpp"
#include "object_argument.hpp"
#include "plain_class.hpp"
#include "property.hpp"
