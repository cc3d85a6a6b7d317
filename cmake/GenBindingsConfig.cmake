# The CMake package of the npm package: what generated folders hold a copy of.
include("${CMAKE_CURRENT_LIST_DIR}/../templates/cmake/GenBindingsConfig.cmake")
