# What every build of generated sources is: the module itself, and the probe build that proves its policies.
cmake_policy(VERSION 3.20...3.31)

# Adds a Python module of generated sources; gen_bindings_find_boost_python() comes first.
#
# gen_bindings_add_library(<target>
#   NAME <module>              the name that Python imports
#   OUTPUT_DIRECTORY <folder>  where the module is put; a multi-config generator adds the configuration
#   SOURCES <file>...          what is generated, and the user's own C++
#   [INCLUDE <folder>...] [DEFINE <definition>...] [LINK <library>...])
#
# -D <module>_GIL_CONTRACT=ON asserts the declared GIL states.
function(gen_bindings_add_library target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAME;OUTPUT_DIRECTORY" "SOURCES;INCLUDE;DEFINE;LINK")
  option(${arg_NAME}_GIL_CONTRACT
    "Assert the declared GIL state wherever ${arg_NAME} crosses into C++ or Python" OFF)
  Python3_add_library(${target} MODULE WITH_SOABI ${arg_SOURCES})
  target_compile_features(${target} PRIVATE cxx_std_17)
  target_include_directories(${target} PRIVATE ${arg_INCLUDE})
  # The first two are for Boost.Bind inside Boost.Python 1.74, which notes its own deprecations.
  target_compile_definitions(${target} PRIVATE
    BOOST_BIND_GLOBAL_PLACEHOLDERS BOOST_ALLOW_DEPRECATED_HEADERS
    $<$<BOOL:${${arg_NAME}_GIL_CONTRACT}>:GEN_BINDINGS_GIL_CONTRACT>
    ${arg_DEFINE})
  target_link_libraries(${target} PRIVATE ${gen_bindings_boost} ${arg_LINK})
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME ${arg_NAME}
    CXX_EXTENSIONS OFF
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON
    LIBRARY_OUTPUT_DIRECTORY "${arg_OUTPUT_DIRECTORY}")
endfunction()

# Precompiles the header that the shards of <target> share, for all of its sources but these, the user's own.
#
# gen_bindings_share_header(<target> <header> [<file>...])
function(gen_bindings_share_header target header)
  target_precompile_headers(${target} PRIVATE "${header}")
  set_source_files_properties(${ARGN} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  gen_bindings_save_memory(${target})
endfunction()

# Lets g++ clear up before it takes more memory, which it does by itself only when its memory has doubled.
# -D GEN_BINDINGS_SAVE_MEMORY=OFF lets it have what it likes, and compile faster.
#
# https://gcc.gnu.org/onlinedocs/gcc/Optimize-Options.html, ggc-min-expand (percent), ggc-min-heapsize (kB)
function(gen_bindings_save_memory target)
  option(GEN_BINDINGS_SAVE_MEMORY "Compile modules in shards with less memory, in more time" ON)
  if(GEN_BINDINGS_SAVE_MEMORY)
    target_compile_options(${target} PRIVATE
      "$<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-expand=5;--param=ggc-min-heapsize=700000>")
  endif()
endfunction()

# Sets <result> to the generated files that are compiled: they are known before any is generated.
function(gen_bindings_compiled_sources result folder shards)
  set(sources "${folder}/src/module.cpp")
  if(shards GREATER 1)
    math(EXPR last "${shards} - 1")
    foreach(shard RANGE ${last})
      list(APPEND sources "${folder}/src/shard_${shard}.cpp")
    endforeach()
  endif()
  set(${result} "${sources}" PARENT_SCOPE)
endfunction()

# Sets <result> to the generated header that the shards of the module <name> share; empty with one alone.
function(gen_bindings_shared_header result name folder shards)
  set(${result} "" PARENT_SCOPE)
  if(shards GREATER 1)
    set(${result} "${folder}/include/gen_bindings_${name}/shared.hpp" PARENT_SCOPE)
  endif()
endfunction()
