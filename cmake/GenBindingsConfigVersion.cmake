# The version of the CMake package is that of the npm package.
include("${CMAKE_CURRENT_LIST_DIR}/../templates/cmake/GenBindingsConfigVersion.cmake")
