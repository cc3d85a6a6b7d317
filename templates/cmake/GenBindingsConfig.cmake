# The CMake package GenBindings: Boost.Python modules from specs, a line for each.
#
#   find_package(GenBindings CONFIG REQUIRED)
#   gen_bindings_add_module(engine SPEC engine.spec.json LINK acme::engine)
#
# In the npm package it is found from what `gen-bindings --cmake-dir` prints, as GenBindings_DIR. Each
# generated folder holds a copy, which builds what is generated there, without Node.
#
# gen_bindings_add_module(<module>
#   SPEC <file>                   the spec of the module, whose name is that of the target
#   [SHARDS <count>]              compile in so many parts; 1 if not given
#   [LINK <library>...]           what the module is linked with
#   [SOURCES <file>...]           your own C++ that belongs to the module
#   [IMPORTS <target>...]         the modules that its spec imports: built before it, and found by its tests
#   [TEMPLATES <folder>...]       your own templates over those of gen-bindings; the last one wins
#   [PYTHON_DIR <folder>]         the Python package it goes to: below the build folder, and when installed
#   [STUBS]                       put the stub and py.typed beside the module
#   [TESTS]                       add the generated tests to CTest
#   [INSTALL_COMPONENT <name>]    install the module, and the stub with STUBS, as this component
#   [COMMITTED <folder>]          compile what is generated in this folder of your own; a test tells
#                                 when it is out of date
#   [NUMPY])                      the spec uses NumPy
#
# <module> is a target like any other. Without COMMITTED the C++ is generated as it is built, into
# gen_bindings/<module> of the build folder, and again when the spec, what it includes, a template or
# gen-bindings itself changes. Relative paths start at the folder of the calling CMakeLists.txt.
#
# GEN_BINDINGS_NODE names the Node to run; ${module}_GIL_CONTRACT asserts the declared GIL states.
cmake_minimum_required(VERSION 3.20)

include("${CMAKE_CURRENT_LIST_DIR}/GenBindingsBoostPython.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/GenBindingsGenerator.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/GenBindingsLibrary.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/GenBindingsStubs.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/GenBindingsTests.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/GenBindingsAddModule.cmake")
