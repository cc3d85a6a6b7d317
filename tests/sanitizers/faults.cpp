// Each function has one fault.
#include <Python.h>

#include <climits>
#include <memory>

namespace {

PyObject* use_after_free(PyObject*, PyObject*) {
  auto owner = std::make_unique<volatile long>(7);
  volatile long* const freed = owner.get();
  owner.reset();
  return PyLong_FromLong(*freed);
}

PyObject* signed_overflow(PyObject*, PyObject*) {
  volatile int most = INT_MAX;
  return PyLong_FromLong(most + 1);
}

PyMethodDef methods[] = {
    {"use_after_free", use_after_free, METH_NOARGS, nullptr},
    {"signed_overflow", signed_overflow, METH_NOARGS, nullptr},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "faults", nullptr, -1, methods, nullptr, nullptr, nullptr, nullptr};

}  // namespace

PyMODINIT_FUNC PyInit_faults() { return PyModule_Create(&definition); }
