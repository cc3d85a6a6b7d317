# gen_bindings_add_module(): see GenBindingsConfig.cmake.
cmake_policy(VERSION 3.20...3.31)

function(gen_bindings_add_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "STUBS;TESTS;NUMPY"
    "SPEC;SHARDS;PYTHON_DIR;INSTALL_COMPONENT;COMMITTED" "LINK;SOURCES;IMPORTS;TEMPLATES")
  gen_bindings_check_arguments()
  gen_bindings_make_absolute(arg_SPEC arg_SOURCES arg_TEMPLATES arg_COMMITTED)
  if(arg_NUMPY)
    gen_bindings_find_boost_python(NUMPY)
  else()
    gen_bindings_find_boost_python()
  endif()

  set(folder "${CMAKE_CURRENT_BINARY_DIR}/gen_bindings/${name}")
  set(stubs "${folder}.stubs")
  set(description "${folder}.target")
  set(probe "${folder}.probe")
  # What is built is said here and nowhere else.
  set(options --no-config)
  if(arg_SHARDS GREATER 1)
    list(APPEND options --shards ${arg_SHARDS})
  endif()
  foreach(templates IN LISTS arg_TEMPLATES)
    list(APPEND options --templates "${templates}")
  endforeach()
  if(arg_COMMITTED)
    set(folder "${arg_COMMITTED}")
    gen_bindings_use_committed(${name} made)
  else()
    gen_bindings_generate(${name} made)
  endif()

  set(output "${CMAKE_CURRENT_BINARY_DIR}/${arg_PYTHON_DIR}")
  gen_bindings_build(${name} "${output}")
  gen_bindings_note_import_path(${name} import_path)
  gen_bindings_describe_target(${name} "${description}")
  if(arg_STUBS)
    set(alone "")
    if(NOT arg_PYTHON_DIR)
      set(alone ALONE)
    endif()
    gen_bindings_add_stubs(${name} ${name}
      FOLDER "${folder}" STUBS "${stubs}" ${alone} DEPENDS ${made})
    gen_bindings_wait_for_generator(${name}_stubs)
  endif()
  # What is built for another machine can't be imported on this one.
  if(arg_TESTS AND NOT CMAKE_CROSSCOMPILING)
    gen_bindings_build(${name}_probe "${probe}" GEN_BINDINGS_PROBE)
    gen_bindings_share_properties(${name} ${name}_probe)
    gen_bindings_add_tests(${name} TARGET ${name} PROBE ${name}_probe FOLDER "${folder}"
      IMPORT_PATH ${import_path})
  endif()
  if(arg_INSTALL_COMPONENT)
    gen_bindings_install(${name})
  endif()
endfunction()

# The functions below are parts of the one above, and see its variables.

function(gen_bindings_check_arguments)
  set(call "gen_bindings_add_module(${name})")
  if(arg_UNPARSED_ARGUMENTS OR arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR
      "${call}: not understood: ${arg_UNPARSED_ARGUMENTS}${arg_KEYWORDS_MISSING_VALUES}. "
      "What it takes is listed in ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/GenBindingsConfig.cmake")
  endif()
  if(NOT arg_SPEC)
    message(FATAL_ERROR "${call}: SPEC is missing, the file that declares the module")
  endif()
  if(DEFINED arg_SHARDS AND NOT arg_SHARDS MATCHES "^[1-9][0-9]*$")
    message(FATAL_ERROR "${call}: SHARDS is ${arg_SHARDS}, and has to be a number from 1 on")
  endif()
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  if(NOT "CXX" IN_LIST languages)
    message(FATAL_ERROR "${call}: the project has no C++: project(… LANGUAGES CXX)")
  endif()
  foreach(imported IN LISTS arg_IMPORTS)
    if(NOT TARGET ${imported})
      message(FATAL_ERROR
        "${call}: IMPORTS: there is no target ${imported}. A module is added after those that it imports")
    endif()
  endforeach()
endfunction()

# Relative paths start at the caller's folder. A file that is not there is told by its name.
function(gen_bindings_make_absolute)
  foreach(variable IN LISTS ARGN)
    set(paths "")
    foreach(path IN LISTS ${variable})
      get_filename_component(path "${path}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_SOURCE_DIR}")
      get_source_file_property(is_made "${path}" GENERATED)
      if(NOT EXISTS "${path}" AND NOT is_made AND NOT variable STREQUAL "arg_COMMITTED")
        string(REPLACE "arg_" "" keyword ${variable})
        message(FATAL_ERROR "gen_bindings_add_module(${name}): ${keyword}: there is no ${path}")
      endif()
      list(APPEND paths "${path}")
    endforeach()
    set(${variable} "${paths}" PARENT_SCOPE)
  endforeach()
endfunction()

# Generates while building; <made> is set to a file that is newer whenever something was generated.
#
# A stamp is the output, and the sources are by-products, which the generator leaves untouched where they are as
# before: were they outputs, Makefiles would run it again in every build from then on. They belong to a second
# command, which as a rule has nothing to do: where the first one fails, for a mistake in the spec, Ninja lists
# all that it would have made.
function(gen_bindings_generate name made)
  gen_bindings_find_generator(generator)
  if(NOT generator)
    message(FATAL_ERROR
      "GEN_BINDINGS_MISSING generator: gen_bindings_add_module(${name}) can't generate: "
      "${generator_WHY}. With COMMITTED it compiles sources that were generated before.")
  endif()
  gen_bindings_known_outputs(outputs "${folder}" "${generator_PACKAGE}/templates" ${arg_TEMPLATES})
  gen_bindings_compiled_sources(compiled "${folder}" "${arg_SHARDS}")
  gen_bindings_shared_header(shared ${name} "${folder}" "${arg_SHARDS}")
  list(APPEND outputs ${compiled} ${shared})
  list(REMOVE_DUPLICATES outputs)
  set_source_files_properties(${compiled} PROPERTIES GENERATED TRUE)
  set(command
    ${generator} "${arg_SPEC}" -o "${folder}" ${options} --cmake-target "${description}")
  get_filename_component(spec_name "${arg_SPEC}" NAME)
  # What no compiler reads has no rule: were it a by-product, the names would have to be known here. The depfile names
  # it, so that the generator runs where it is missing.
  string(REPLACE ";" "\n" list "${outputs}")
  file(CONFIGURE OUTPUT "${folder}.outputs" CONTENT "${list}\n" @ONLY)

  set(stamp "${folder}.stamp")
  add_custom_command(
    OUTPUT "${stamp}"
    COMMAND ${command} --stamp "${stamp}" --depfile "${folder}.d" --by-products "${folder}.outputs"
    DEPENDS "${arg_SPEC}" "${description}" "${folder}.outputs" ${generator}
    DEPFILE "${folder}.d"
    COMMENT "Generating ${name} from ${spec_name}"
    VERBATIM)
  add_custom_target(${name}_generate DEPENDS "${stamp}")
  if(CMAKE_GENERATOR MATCHES "Makefiles")
    gen_bindings_notice_deleted(${name} "${stamp}" ${outputs})
  else()
    gen_bindings_heal_deleted(${name} "${stamp}" ${outputs})
  endif()
  add_dependencies(${name}_generated ${name}_generate)
  set(generated_by ${name}_generated PARENT_SCOPE)
  set(${made} "${stamp}" PARENT_SCOPE)
endfunction()

# Writes down what the target is made of, when CMake generates: by then all commands of the project have had
# their say. A line for each value; a multi-config generator describes its first configuration.
function(gen_bindings_describe_target name file)
  set(content "name ${name}\nSOURCE_DIR ${CMAKE_CURRENT_SOURCE_DIR}\n")
  foreach(property IN ITEMS SOURCES INCLUDE_DIRECTORIES COMPILE_DEFINITIONS LINK_LIBRARIES)
    set(values "$<TARGET_GENEX_EVAL:${name},$<TARGET_PROPERTY:${name},${property}>>")
    string(APPEND content "${property} $<JOIN:${values},\n${property} >\n")
  endforeach()
  set(condition "$<COMPILE_LANGUAGE:CXX>")
  get_property(has_configurations GLOBAL PROPERTY GENERATOR_IS_MULTI_CONFIG)
  if(has_configurations)
    list(GET CMAKE_CONFIGURATION_TYPES 0 first)
    set(condition "$<AND:${condition},$<CONFIG:${first}>>")
  endif()
  file(GENERATE OUTPUT "${file}" CONTENT "${content}" CONDITION "${condition}")
endfunction()

# The probe build is made of what the module is made of, whatever command adds to it. Of these properties only
# the libraries are given as they were written, with their generator expressions.
function(gen_bindings_share_properties from to)
  target_include_directories(${to} PRIVATE $<TARGET_PROPERTY:${from},INCLUDE_DIRECTORIES>)
  target_compile_definitions(${to} PRIVATE $<TARGET_PROPERTY:${from},COMPILE_DEFINITIONS>)
  target_compile_options(${to} PRIVATE $<TARGET_PROPERTY:${from},COMPILE_OPTIONS>)
  target_link_libraries(${to} PRIVATE $<TARGET_GENEX_EVAL:${from},$<TARGET_PROPERTY:${from},LINK_LIBRARIES>>)
endfunction()

# Ninja runs the command of a by-product that is missing.
function(gen_bindings_heal_deleted name stamp)
  set(script "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/GenBindingsHeal.cmake")
  add_custom_command(
    OUTPUT "${folder}.complete"
    BYPRODUCTS ${ARGN}
    COMMAND "${CMAKE_COMMAND}" -D "OUTPUTS=${folder}.outputs" -P "${script}" -- ${command}
    COMMAND "${CMAKE_COMMAND}" -E touch "${folder}.complete"
    DEPENDS "${stamp}" "${script}"
    COMMENT "Looking whether ${name} is complete"
    VERBATIM)
  add_custom_target(${name}_generated DEPENDS "${folder}.complete")
endfunction()

# Make does not know what the generator makes beside the stamp. Each file is given a rule without
# prerequisites, which runs where the file is missing, and has the next build generate it again.
function(gen_bindings_notice_deleted name stamp)
  foreach(path IN LISTS ARGN)
    add_custom_command(
      OUTPUT "${path}"
      COMMAND "${CMAKE_COMMAND}" -E echo
        "gen_bindings_add_module(${name}): ${path} was deleted. Build again: it will be generated."
      COMMAND "${CMAKE_COMMAND}" -E rm -f "${stamp}"
      COMMAND "${CMAKE_COMMAND}" -E false
      COMMENT ""
      VERBATIM)
  endforeach()
  add_custom_target(${name}_generated DEPENDS ${ARGN})
endfunction()

# Sets <result> to what is generated whatever the spec says: the files that are copied as they are. A template
# that prints nothing for a spec makes no file.
function(gen_bindings_known_outputs result folder)
  set(outputs "")
  foreach(templates IN LISTS ARGN)
    # A new template in one of them is a new output.
    file(GLOB_RECURSE paths LIST_DIRECTORIES true RELATIVE "${templates}" "${templates}/*")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${templates}")
    foreach(path IN LISTS paths)
      if(IS_DIRECTORY "${templates}/${path}")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${templates}/${path}")
      elseif(NOT path MATCHES "^partials/|{{|\\.hbs$")
        list(APPEND outputs "${folder}/${path}")
      endif()
    endforeach()
  endforeach()
  set(${result} "${outputs}" PARENT_SCOPE)
endfunction()

# Compiles what the user keeps; <made> is set to its stubs. The generator is needed only by the test.
function(gen_bindings_use_committed name made)
  set(command "gen-bindings ${arg_SPEC} -o ${folder} ${options}")
  string(REPLACE ";" " " command "${command}")
  gen_bindings_compiled_sources(compiled "${folder}" "${arg_SHARDS}")
  foreach(path IN LISTS compiled ITEMS "${folder}/gen-bindings.manifest.json")
    if(NOT EXISTS "${path}")
      message(FATAL_ERROR
        "gen_bindings_add_module(${name}): COMMITTED: there is no ${path}. Generate it: ${command}")
    endif()
  endforeach()
  file(GLOB_RECURSE stubs "${folder}/${name}.pyi" "${folder}/${name}/*.pyi")
  set(${made} "${stubs}" PARENT_SCOPE)

  gen_bindings_find_generator(generator)
  if(generator)
    add_test(NAME ${name}.committed
      COMMAND ${generator} "${arg_SPEC}" -o "${folder}" --check ${options}
        --cmake-target "${description}")
  else()
    message(STATUS "${name}: no test of whether ${folder} is up to date: ${generator_WHY}")
  endif()
endfunction()

# The module, or its probe build. What the modules that it imports are made of, it is made of too: it includes
# their headers, and calls their libraries.
function(gen_bindings_build target output)
  # The user's own headers are included as the spec names them, from where it lies.
  get_filename_component(spec_folder "${arg_SPEC}" DIRECTORY)
  gen_bindings_compiled_sources(compiled "${folder}" "${arg_SHARDS}")
  gen_bindings_add_library(${target}
    NAME ${name} OUTPUT_DIRECTORY "${output}" SOURCES ${compiled} ${arg_SOURCES}
    INCLUDE "${folder}/include" "${spec_folder}" DEFINE ${ARGN} LINK ${arg_LINK})
  foreach(imported IN LISTS arg_IMPORTS)
    target_include_directories(${target} PRIVATE $<TARGET_PROPERTY:${imported},INCLUDE_DIRECTORIES>)
    target_link_libraries(${target} PRIVATE $<TARGET_GENEX_EVAL:${imported},$<TARGET_PROPERTY:${imported},LINK_LIBRARIES>>)
    add_dependencies(${target} ${imported})
  endforeach()
  gen_bindings_shared_header(shared ${name} "${folder}" "${arg_SHARDS}")
  if(shared)
    gen_bindings_share_header(${target} "${shared}" ${arg_SOURCES})
  endif()
  gen_bindings_wait_for_generator(${target})
endfunction()

# Sets <result> to the folders in which Python finds the module and those that it imports: by its name, or by those
# of its package and the packages around. Modules that import this one find them at its target.
function(gen_bindings_note_import_path name result)
  set(path "$<TARGET_FILE_DIR:${name}>")
  set(package "${arg_PYTHON_DIR}")
  while(package)
    get_filename_component(package "${package}" DIRECTORY)
    get_filename_component(around "${package}" ABSOLUTE BASE_DIR "${CMAKE_CURRENT_BINARY_DIR}")
    list(APPEND path "${around}")
  endwhile()
  foreach(imported IN LISTS arg_IMPORTS)
    get_target_property(further ${imported} GEN_BINDINGS_IMPORT_PATH)
    if(NOT further)
      set(further "$<TARGET_FILE_DIR:${imported}>")
    endif()
    list(APPEND path ${further})
  endforeach()
  list(REMOVE_DUPLICATES path)
  set_target_properties(${name} PROPERTIES GEN_BINDINGS_IMPORT_PATH "${path}")
  set(${result} "${path}" PARENT_SCOPE)
endfunction()

# Whoever uses what is generated is built after it: in Makefiles each target would else generate for itself.
function(gen_bindings_wait_for_generator target)
  if(generated_by)
    add_dependencies(${target} ${generated_by})
  endif()
endfunction()

# The module, and its stub where there is one: one component, one folder.
function(gen_bindings_install name)
  set(destination "${arg_PYTHON_DIR}")
  if(NOT destination)
    set(destination .)
  endif()
  install(TARGETS ${name} LIBRARY DESTINATION "${destination}" COMPONENT ${arg_INSTALL_COMPONENT})
  if(arg_STUBS)
    install(DIRECTORY "${stubs}/" DESTINATION "${destination}" COMPONENT ${arg_INSTALL_COMPONENT})
  endif()
endfunction()
