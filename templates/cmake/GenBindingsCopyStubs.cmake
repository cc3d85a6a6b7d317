# Copies the stub of the module NAME and py.typed from the generated folder FROM to the folder BESIDE, that of
# the module, and to STUBS, which holds nothing else, as it is to be installed. Run as a script while building.
#
# A module that is in no package (ALONE) has its stub installed as the package NAME-stubs, where type checkers look
# for it: https://peps.python.org/pep-0561/#stub-only-packages
file(GLOB_RECURSE stubs RELATIVE "${FROM}" "${FROM}/${NAME}/*.pyi")
if(EXISTS "${FROM}/${NAME}.pyi")
  list(APPEND stubs "${NAME}.pyi")
endif()
file(REMOVE_RECURSE "${STUBS}")
foreach(stub IN LISTS stubs ITEMS py.typed)
  get_filename_component(folder "${stub}" DIRECTORY)
  set(installed "${STUBS}/${stub}")
  if(ALONE)
    string(REGEX REPLACE "^${NAME}\\.pyi$" "__init__.pyi" inside "${stub}")
    string(REGEX REPLACE "^${NAME}/" "" inside "${inside}")
    set(installed "${STUBS}/${NAME}-stubs/${inside}")
  endif()
  configure_file("${FROM}/${stub}" "${installed}" COPYONLY)
  file(COPY "${FROM}/${stub}" DESTINATION "${BESIDE}/${folder}")
endforeach()
