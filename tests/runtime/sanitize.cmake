# Everything with AddressSanitizer and UndefinedBehaviorSanitizer: included after project(), for g++. BUILD/sanitized is
# a program that runs a command under them, as in `BUILD/sanitized ctest --test-dir BUILD`; what they find is written
# to BUILD/reports, where a test that expects a crash can't hide it.
#
# Undefined behaviour is an illegal instruction, which AddressSanitizer then reports: the other sanitizer's own library
# writes to the standard error wherever both are there, whatever log_path says.
set(sanitizers -fsanitize=address,undefined -fsanitize-undefined-trap-on-error -fno-omit-frame-pointer)
add_compile_options(${sanitizers} -g1 -O1)
add_link_options(${sanitizers})
foreach(library asan stdc++)
  execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=lib${library}.so OUTPUT_VARIABLE path
    OUTPUT_STRIP_TRAILING_WHITESPACE)
  list(APPEND preloaded ${path})
endforeach()
list(JOIN preloaded " " preloaded)

# Python is not built so, which is why the sanitizer comes first, with the library whose throw it replaces. With
# malloc in place of Python's own pools, freed objects are seen. What Python never frees is no leak of ours.
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/sanitized @ONLY CONTENT [[#!/bin/sh
mkdir -p "@CMAKE_BINARY_DIR@/reports"
export LD_PRELOAD="@preloaded@"
export ASAN_OPTIONS="detect_leaks=0:handle_sigill=1:log_path=@CMAKE_BINARY_DIR@/reports/report"
export PYTHONMALLOC=malloc
exec "$@"
]])
file(CHMOD ${CMAKE_BINARY_DIR}/sanitized PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
