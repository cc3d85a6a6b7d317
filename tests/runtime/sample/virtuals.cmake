# Virtual methods and destructors: the module `virtuals` as it is shipped, in contract mode, and as a probe build.
foreach(kind plain contract probe)
  set(name ${kind}_virtuals)
  Python3_add_library(${name} MODULE virtuals.cpp)
  set_target_properties(${name} PROPERTIES
    OUTPUT_NAME virtuals
    LIBRARY_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/${name}
    CXX_VISIBILITY_PRESET hidden)
  target_include_directories(${name} PRIVATE ${templates}/include)
  target_link_libraries(${name} PRIVATE boost_python)
endforeach()
target_compile_definitions(contract_virtuals PRIVATE GEN_BINDINGS_GIL_CONTRACT)
target_compile_definitions(probe_virtuals PRIVATE GEN_BINDINGS_PROBE)

set(tests_of_virtuals test_overrides.py test_override_errors.py test_destructors.py)
add_pytest(plain_virtuals plain_virtuals ${tests_of_virtuals})
add_pytest(contract_virtuals contract_virtuals ${tests_of_virtuals})
add_pytest(probe_virtuals probe_virtuals ${tests_of_virtuals} test_override_probe.py)
