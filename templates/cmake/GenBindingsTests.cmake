# The generated tests of a module, as tests of CTest.
cmake_policy(VERSION 3.20...3.31)

# Adds <name>.examples, which runs <target>, and <name>.gil_policies, which runs the probe build <probe>.
#
# gen_bindings_add_tests(<name>
#   TARGET <target>
#   PROBE <target>
#   FOLDER <folder>               the generated folder
#   [IMPORT_PATH <folder>...])    where Python finds the modules that this one imports, if not beside it
#
# ${name}_IMPORT_PATH, a list, names more of such folders, and comes before what is given here.
#
# Two processes: one process can't import two builds of one module. They run in the tests' folder, as Python
# looks for modules in its working folder first.
function(gen_bindings_add_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TARGET;PROBE;FOLDER" "IMPORT_PATH")
  # As Python has it on this machine, in a list of CMake's.
  set(separator ":")
  if(CMAKE_HOST_WIN32)
    set(separator "\\;")
  endif()
  foreach(test IN ITEMS examples gil_policies)
    set(target ${arg_TARGET})
    if(test STREQUAL "gil_policies")
      set(target ${arg_PROBE})
    endif()
    # What the module imports may lie beside it, also where the probe build is tested.
    set(path "$<TARGET_FILE_DIR:${target}>" "$<TARGET_FILE_DIR:${arg_TARGET}>"
      ${${name}_IMPORT_PATH} ${arg_IMPORT_PATH})
    list(REMOVE_DUPLICATES path)
    list(JOIN path "${separator}" path)
    add_test(NAME ${name}.${test}
      COMMAND "${Python3_EXECUTABLE}" -m pytest -p no:cacheprovider test_${test}.py
      WORKING_DIRECTORY "${arg_FOLDER}/tests")
    # No __pycache__ is left among what is generated.
    set_tests_properties(${name}.${test} PROPERTIES ENVIRONMENT
      "PYTHONPATH=${path};PYTHONDONTWRITEBYTECODE=1")
  endforeach()
endfunction()
