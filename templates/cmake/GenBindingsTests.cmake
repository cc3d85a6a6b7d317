# The generated tests of a module, as tests of CTest.
cmake_policy(VERSION 3.20...3.31)

# Adds <name>.examples, which runs <target>, and <name>.gil_policies, which runs the probe build <probe>.
#
# gen_bindings_add_tests(<name> TARGET <target> PROBE <target> FOLDER <generated folder>)
#
# Two processes: one process can't import two builds of one module. They run in the tests' folder, as Python
# looks for modules in its working folder first.
function(gen_bindings_add_tests name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TARGET;PROBE;FOLDER" "")
  set(separator ":")
  if(CMAKE_HOST_WIN32)
    set(separator "\\;")
  endif()
  foreach(test IN ITEMS examples gil_policies)
    set(target ${arg_TARGET})
    if(test STREQUAL "gil_policies")
      set(target ${arg_PROBE})
    endif()
    add_test(NAME ${name}.${test}
      COMMAND "${Python3_EXECUTABLE}" -m pytest -p no:cacheprovider test_${test}.py
      WORKING_DIRECTORY "${arg_FOLDER}/tests")
    # What the module imports may lie beside it, also where the probe build is tested. No __pycache__ is
    # left among what is generated.
    set_tests_properties(${name}.${test} PROPERTIES ENVIRONMENT
      "PYTHONPATH=$<TARGET_FILE_DIR:${target}>${separator}$<TARGET_FILE_DIR:${arg_TARGET}>;PYTHONDONTWRITEBYTECODE=1")
  endforeach()
endfunction()
