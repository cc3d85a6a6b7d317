# Contract mode on the module `functions` with its guards taken out: each broken promise must be named.
set(folder ${CMAKE_CURRENT_BINARY_DIR}/broken_functions)
file(COPY functions.cpp functions.hpp ${templates}/include/gen_bindings DESTINATION ${folder}/source)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS functions.cpp functions.hpp ${boost_headers})

# take_out(FILE BEFORE GUARD): in FILE, the text GUARD that follows BEFORE.
function(take_out file before guard)
  file(READ ${folder}/source/${file} original)
  string(REPLACE "${before}${guard}" "${before}" broken "${original}")
  if(broken STREQUAL original)
    message(FATAL_ERROR "There is no '${before}${guard}' to take out of ${file}.")
  endif()
  file(WRITE ${folder}/source/${file} "${broken}")
endfunction()

set(region "const ::gen_bindings::without_gil region{::gen_bindings::known_attached};")
take_out(functions.cpp "call{\"Widget.on_done_released.get\", \"release\"};\n  " "${region}")
take_out(gen_bindings/callback.hpp "" "const with_gil gil;")
take_out(gen_bindings/python_reference.hpp "" "const with_gil gil;")
take_out(gen_bindings/released_delete.hpp "" "const without_gil region;")

Python3_add_library(broken_functions MODULE ${folder}/source/functions.cpp)
set_target_properties(broken_functions PROPERTIES
  OUTPUT_NAME functions
  LIBRARY_OUTPUT_DIRECTORY ${folder}
  CXX_VISIBILITY_PRESET hidden)
target_include_directories(broken_functions PRIVATE ${folder}/source)
target_compile_definitions(broken_functions PRIVATE GEN_BINDINGS_GIL_CONTRACT)
target_link_libraries(broken_functions PRIVATE boost_python)
add_pytest(broken_contracts broken_functions test_broken_contracts.py)
