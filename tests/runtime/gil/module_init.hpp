// MODULE_INIT: PyMODINIT_FUNC, which before CPython 3.9 leaves the function hidden where all is.
#pragma once

#include <Python.h>

#ifdef __GNUC__
#define MODULE_INIT extern "C" __attribute__((visibility("default"))) PyObject*
#else
#define MODULE_INIT PyMODINIT_FUNC
#endif
