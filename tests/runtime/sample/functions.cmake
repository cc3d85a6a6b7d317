# Callback fields and functions as results: the modules `functions` and `more_functions`, as they are shipped and in
# contract mode.
foreach(kind plain contract)
  set(name ${kind}_functions)
  foreach(module functions more_functions)
    set(target ${kind}_${module})
    Python3_add_library(${target} MODULE ${module}.cpp)
    set_target_properties(${target} PROPERTIES
      OUTPUT_NAME ${module}
      LIBRARY_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/${name}
      CXX_VISIBILITY_PRESET hidden)
    target_include_directories(${target} PRIVATE ${templates}/include)
    target_link_libraries(${target} PRIVATE boost_python)
  endforeach()
  add_pytest(${name} ${name} test_functions.py)
endforeach()
target_compile_definitions(contract_functions PRIVATE GEN_BINDINGS_GIL_CONTRACT)
target_compile_definitions(contract_more_functions PRIVATE GEN_BINDINGS_GIL_CONTRACT)
