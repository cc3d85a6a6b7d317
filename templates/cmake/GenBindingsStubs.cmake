# The stub of a module, for type checkers: beside the module, and ready to be installed.
cmake_policy(VERSION 3.20...3.31)

# Keeps the stub of the module <name> beside it, as <target>_stubs.
#
# gen_bindings_add_stubs(<target> <name> FOLDER <generated folder> STUBS <folder> [ALONE] DEPENDS <file>...)
#
# ALONE says that the module is in no package: then the stub is installed as a package, <name>-stubs.
# STUBS gets a copy of the stub and py.typed alone, which install(DIRECTORY) takes as it is: whether a stub
# is a file or a package of files depends on the spec, and is not known before it is generated.
function(gen_bindings_add_stubs target name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "ALONE" "FOLDER;STUBS" "DEPENDS")
  # A multi-config generator has a module for each configuration.
  get_property(has_configurations GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
  set(stamp "${arg_STUBS}$<${has_configurations}:.$<CONFIG>>.stamp")
  set(script "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/GenBindingsCopyStubs.cmake")
  add_custom_command(
    OUTPUT "${stamp}"
    COMMAND "${CMAKE_COMMAND}" -D "NAME=${name}" -D "FROM=${arg_FOLDER}" -D "STUBS=${arg_STUBS}" -D "ALONE=${arg_ALONE}"
      -D "BESIDE=$<TARGET_FILE_DIR:${target}>" -P "${script}"
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS ${arg_DEPENDS} "${script}"
    COMMENT "Copying the stub of ${name}"
    VERBATIM)
  add_custom_target(${target}_stubs ALL DEPENDS "${stamp}")
endfunction()
