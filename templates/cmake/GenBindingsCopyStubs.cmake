# Copies the stub of the module NAME and py.typed from the generated folder FROM to STUBS, which holds
# nothing else, and from there to the folder BESIDE, that of the module. Run as a script while building.
file(GLOB_RECURSE stubs RELATIVE "${FROM}" "${FROM}/${NAME}/*.pyi")
if(EXISTS "${FROM}/${NAME}.pyi")
  list(APPEND stubs "${NAME}.pyi")
endif()
file(REMOVE_RECURSE "${STUBS}")
foreach(stub IN LISTS stubs ITEMS py.typed)
  get_filename_component(folder "${stub}" DIRECTORY)
  file(COPY "${FROM}/${stub}" DESTINATION "${STUBS}/${folder}")
  file(COPY "${FROM}/${stub}" DESTINATION "${BESIDE}/${folder}")
endforeach()
