# Probe and contract leave no trace in the machine code of call bodies, in that of g++ and in that of clang++.
set(includes "$<TARGET_PROPERTY:Boost::${boost_component},INTERFACE_INCLUDE_DIRECTORIES>;${Python3_INCLUDE_DIRS}")
# A compiler that is told of its own headers again does not find them in their order.
set(includes "$<FILTER:${includes},EXCLUDE,^/usr/include$>")
set(definitions "$<TARGET_PROPERTY:boost_python,INTERFACE_COMPILE_DEFINITIONS>")
foreach(compiler g++ clang++)
  find_program(path_of_${compiler} ${compiler} REQUIRED)
  add_test(NAME same_code_${compiler} COMMAND_EXPAND_LISTS
    COMMAND Python3::Interpreter ${CMAKE_CURRENT_SOURCE_DIR}/same_code.py ${CMAKE_CURRENT_SOURCE_DIR}/bodies.cpp
      ${templates}/include ${path_of_${compiler}} --
      "-isystem$<JOIN:${includes},;-isystem>" "-D$<JOIN:${definitions},;-D>")
endforeach()
