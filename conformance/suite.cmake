# What both builds of the conformance suite share: the compiler's settings, Python, Boost.Python, and one
# precompiled header for all modules, of the headers in PRECOMPILED.
if(NOT CMAKE_BUILD_TYPE)
  # Asserts stay in, as the suite tests with them, and compiling is quick.
  set(CMAKE_BUILD_TYPE Debug)
endif()
set(CMAKE_CXX_FLAGS_DEBUG "")
set(CMAKE_CXX_STANDARD 17)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

set(UPSTREAM "" CACHE PATH "The folder that holds libs/python/test")
if(NOT EXISTS "${UPSTREAM}/libs/python/test")
  message(FATAL_ERROR "there is no libs/python/test in \"${UPSTREAM}\"")
endif()

find_package(Python3 3.8 REQUIRED COMPONENTS Interpreter Development.Module)
set(boost_python python${Python3_VERSION_MAJOR}${Python3_VERSION_MINOR})
set(boost_numpy numpy${Python3_VERSION_MAJOR}${Python3_VERSION_MINOR})
find_package(Boost CONFIG REQUIRED COMPONENTS ${boost_python} ${boost_numpy})

add_library(precompiled OBJECT "${CMAKE_CURRENT_LIST_DIR}/precompiled.cpp")
target_compile_definitions(precompiled PRIVATE
  BOOST_BIND_GLOBAL_PLACEHOLDERS BOOST_ALLOW_DEPRECATED_HEADERS)
target_link_libraries(precompiled PRIVATE Boost::${boost_python} Python3::Module)
target_precompile_headers(precompiled PRIVATE ${PRECOMPILED})

function(use_precompiled_header target)
  target_precompile_headers(${target} REUSE_FROM precompiled)
  # clang takes a precompiled header only where the same macros are defined.
  set_target_properties(${target} PROPERTIES DEFINE_SYMBOL "")
endfunction()
