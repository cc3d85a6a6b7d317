# The version of the CMake package: that of the npm package, or of the generator that copied it here.
# Below 1.0 a minor version may change what another builds.
set(gen_bindings_record "${CMAKE_CURRENT_LIST_DIR}/../gen-bindings.manifest.json")
set(gen_bindings_key generator)
if(NOT EXISTS "${gen_bindings_record}")
  set(gen_bindings_record "${CMAKE_CURRENT_LIST_DIR}/../../package.json")
  set(gen_bindings_key version)
endif()
file(READ "${gen_bindings_record}" gen_bindings_record)
string(JSON PACKAGE_VERSION GET "${gen_bindings_record}" ${gen_bindings_key})

set(PACKAGE_VERSION_COMPATIBLE FALSE)
set(PACKAGE_VERSION_EXACT FALSE)
string(REGEX MATCH "^0\\.[0-9]+|^[0-9]+" gen_bindings_series "${PACKAGE_VERSION}")
if(PACKAGE_FIND_VERSION STREQUAL PACKAGE_VERSION)
  set(PACKAGE_VERSION_EXACT TRUE)
endif()
if(PACKAGE_FIND_VERSION VERSION_LESS_EQUAL PACKAGE_VERSION
   AND (PACKAGE_FIND_VERSION STREQUAL "" OR "${PACKAGE_FIND_VERSION}." MATCHES "^${gen_bindings_series}\\."))
  set(PACKAGE_VERSION_COMPATIBLE TRUE)
endif()
