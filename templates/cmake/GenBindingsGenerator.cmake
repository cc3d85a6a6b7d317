# Finds the generator: the npm package and a Node that runs it.
cmake_policy(VERSION 3.20...3.31)

# Sets <result> to the command that runs the generator, and <result>_PACKAGE to its folder; without
# them where there is none, and <result>_WHY says what is missing.
#
# Node is called with the package's script itself: npx would look for updates, or for another version.
# It runs on this machine, also where the modules are built for another one.
function(gen_bindings_find_generator result)
  set(${result} "" PARENT_SCOPE)
  set(package "")
  foreach(place IN ITEMS
      "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../.."
      "${CMAKE_CURRENT_SOURCE_DIR}/node_modules/gen-bindings"
      "${CMAKE_SOURCE_DIR}/node_modules/gen-bindings")
    if(NOT package AND EXISTS "${place}/dist/cli.js")
      get_filename_component(package "${place}" ABSOLUTE)
    endif()
  endforeach()
  set(script "${package}/dist/cli.js")
  if(NOT package)
    set(${result}_WHY
      "the npm package gen-bindings was not found. Install it (npm install gen-bindings), and find this CMake package with -DGenBindings_DIR=<what gen-bindings --cmake-dir prints>; in a clone, run npm install and npm run build first"
      PARENT_SCOPE)
    return()
  endif()
  file(READ "${package}/package.json" about)
  string(JSON wanted GET "${about}" engines node)
  string(REGEX MATCH "[0-9.]+" wanted "${wanted}")

  find_program(GEN_BINDINGS_NODE NAMES node nodejs NO_CMAKE_FIND_ROOT_PATH
    DOC "Node ${wanted} or later, which runs gen-bindings")
  if(NOT GEN_BINDINGS_NODE)
    set(${result}_WHY
      "Node was not found. Install Node ${wanted} or later (https://nodejs.org), or name it with -DGEN_BINDINGS_NODE=…"
      PARENT_SCOPE)
    return()
  endif()
  gen_bindings_try_generator(why "${script}" "${wanted}")
  set(${result}_WHY "${why}" PARENT_SCOPE)
  if(NOT why)
    set(${result} "${GEN_BINDINGS_NODE}" "${script}" PARENT_SCOPE)
    set(${result}_PACKAGE "${package}" PARENT_SCOPE)
  endif()
endfunction()

# Sets <why> to what is wrong with this Node or this script, empty where nothing is. Both are tried once.
function(gen_bindings_try_generator why script wanted)
  set(${why} "" PARENT_SCOPE)
  set(tried "${GEN_BINDINGS_NODE} ${script}")
  if(GEN_BINDINGS_TRIED STREQUAL tried)
    return()
  endif()
  execute_process(COMMAND "${GEN_BINDINGS_NODE}" --version
    OUTPUT_VARIABLE version ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT version MATCHES "^v([0-9.]+)")
    set(${why} "${GEN_BINDINGS_NODE} does not run. Name another Node with -DGEN_BINDINGS_NODE=…"
      PARENT_SCOPE)
    return()
  endif()
  if(CMAKE_MATCH_1 VERSION_LESS wanted)
    set(${why}
      "${GEN_BINDINGS_NODE} is Node ${CMAKE_MATCH_1}, and ${wanted} or later is needed. Install one (https://nodejs.org), or name it with -DGEN_BINDINGS_NODE=…"
      PARENT_SCOPE)
    return()
  endif()
  execute_process(COMMAND "${GEN_BINDINGS_NODE}" "${script}" --version
    RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
  if(NOT status EQUAL 0)
    string(REGEX MATCH "Error[^\n]*" said "${said}")
    set(${why}
      "${script} does not run (${said}). Its npm packages are missing if it was unpacked and not installed: run npm install --omit=dev in its folder"
      PARENT_SCOPE)
    return()
  endif()
  set(GEN_BINDINGS_TRIED "${tried}" CACHE INTERNAL "The Node and the script that were found to run")
endfunction()
