# Builds for Debian on AArch64 with a compiler and packages that are unpacked and installed nowhere:
#
#   cmake --toolchain aarch64.cmake -D COMPILER_ROOT=FOLDER -D TARGET_ROOT=FOLDER …
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_LIBRARY_ARCHITECTURE aarch64-linux-gnu)
# Its checks of the compiler are projects of their own.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES COMPILER_ROOT TARGET_ROOT)

set(CMAKE_CXX_COMPILER "${COMPILER_ROOT}/usr/bin/aarch64-linux-gnu-g++-12")
# The C library of the compiler's packages; the rest of the target's headers.
set(CMAKE_CXX_FLAGS_INIT
  "--sysroot=${COMPILER_ROOT} -isystem ${TARGET_ROOT}/usr/include -isystem ${TARGET_ROOT}/usr/include/aarch64-linux-gnu")

set(CMAKE_FIND_ROOT_PATH "${TARGET_ROOT}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

set(Python3_INCLUDE_DIR "${TARGET_ROOT}/usr/include/python3.11")
set(Python3_SOABI cpython-311-aarch64-linux-gnu)
