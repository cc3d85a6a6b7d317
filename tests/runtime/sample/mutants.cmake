# Mutants: the sample with one mistake each. A named test must fail for it, by a failed proof and not by a crash.

# add_mutant(NAME FILE TEXT REPLACEMENT FAILS): in FILE of the sample or of the headers, the one TEXT becomes
# REPLACEMENT; the pytest id FAILS then has to be among the failures.
function(add_mutant name file text replacement fails)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/mutants/${name})
  file(COPY ${CMAKE_CURRENT_SOURCE_DIR}/module.cpp ${CMAKE_CURRENT_SOURCE_DIR}/acme.hpp
    ${CMAKE_CURRENT_SOURCE_DIR}/locked.hpp ${templates}/include/gen_bindings
    DESTINATION ${folder})
  file(READ ${folder}/${file} original)
  string(REPLACE "${text}" "${replacement}" mutated "${original}")
  if(mutated STREQUAL original)
    message(FATAL_ERROR "The mutant ${name} finds no '${text}' in ${file}.")
  endif()
  file(WRITE ${folder}/${file} "${mutated}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/module.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/acme.hpp ${CMAKE_CURRENT_SOURCE_DIR}/locked.hpp ${boost_headers})

  add_sample(mutant_${name} ${folder} ${folder})
  target_compile_definitions(mutant_${name} PRIVATE GEN_BINDINGS_PROBE)
  target_compile_options(mutant_${name} PRIVATE -Wno-error)
  add_pytest(mutant_${name} mutant_${name} test_proofs.py test_locks.py test_sample.py)
  string(REGEX REPLACE "([][])" "\\\\\\1" fails "${fails}")
  set_tests_properties(mutant_${name} PROPERTIES PASS_REGULAR_EXPRESSION "FAILED [^\n]*::${fails}")
endfunction()

set(region "const ::gen_bindings::without_gil region{::gen_bindings::known_attached};")
set(in_f "call call{\"f\"};\n  ")
set(promise_detached "::gen_bindings::probe::entered(::gen_bindings::promise::detached);")
set(promise_attached "::gen_bindings::probe::entered(::gen_bindings::promise::attached);")
set(met test_other_threads_run_in_the_released_region)

add_mutant(release_without_guard module.cpp "${in_f}${region}" "${in_f}" "${met}[f]")
add_mutant(release_made_hold module.cpp "${in_f}${region}\n  ${promise_detached}" "${in_f}${promise_attached}" "${met}[f]")
add_mutant(hold_made_released module.cpp "call call{\"held\"};" "call call{\"held\"};\n  ${region}"
  "test_held_functions_are_entered_attached[held]")
add_mutant(hold_made_release module.cpp "call call{\"held\"};\n  ${promise_attached}"
  "call call{\"held\"};\n  ${region}\n  ${promise_detached}" "test_held_functions_are_entered_attached[held]")
add_mutant(condition_flipped module.cpp "known_attached, condition}" "known_attached, !condition}"
  "test_the_condition_chooses_the_state[2]")
add_mutant(step_without_region module.cpp "    ${region}\n    ${promise_detached}\n    step_1" "    ${promise_detached}\n    step_1"
  "${met}[g]")
add_mutant(value_dies_detached module.cpp "    step_1.make();" "    [[maybe_unused]] const ::acme::Part dies_here = ::acme::first_half(n);\n    step_1.make();"
  test_values_of_released_steps_die_attached)
add_mutant(guard_does_not_release gen_bindings/gil_guard.hpp "open<without_gil>();" "open<with_gil>();" "${met}[steered]")
add_mutant(callback_without_guard gen_bindings/callback.hpp "const with_gil gil;" "" "test_callbacks_are_called_attached[f]")
add_mutant(converted_detached gen_bindings/callback.hpp "const conversion_scope<Callback> conversion;"
  "const std::shared_ptr<PyThreadState> detached{PyEval_SaveThread(), PyEval_RestoreThread};\n    const conversion_scope<Callback> conversion;" "${met}[f]")
add_mutant(error_replaced gen_bindings/python_error.hpp "detail::restore_exception(captured_->exception.get());"
  "PyErr_SetString(PyExc_ValueError, what());" "test_an_error_in_a_callback_comes_back[f-ValueError]")
add_mutant(traceback_lost gen_bindings/python_error.hpp "  Py_INCREF(exception);"
  "  Py_INCREF(exception);\n  PyException_SetTraceback(exception, Py_None);" "test_an_error_in_a_callback_comes_back[f-ValueError]")
add_mutant(reference_kept gen_bindings/python_reference.hpp "Py_DECREF(object_);" "" "test_callback_references_balance[f]")
add_mutant(interpreter_taken_for_granted gen_bindings/python_reference.hpp " || (!attached() && !detail::can_attach())" ""
  test_a_callback_may_outlive_the_interpreter)
add_mutant(switch_left_open gen_bindings/with_gil.hpp "probe::closed();" "" "${met}[f]")
add_mutant(lock_in_one_branch locked.hpp "lock_of(self)};\n  ::gen_bindings::entered(condition" "lock_of(condition ? &self : nullptr)};\n  ::gen_bindings::entered(condition"
  test_both_branches_of_a_condition_are_locked)
add_mutant(other_object_not_locked locked.hpp "{lock_of(self), lock_of(other)}" "{lock_of(self)}" test_every_object_is_locked)
add_mutant(own_object_not_locked locked.hpp "{lock_of(self), lock_of(other)}" "{lock_of(other)}" test_every_object_is_locked)
add_mutant(setter_not_locked locked.hpp "{lock_of(self)};\n  ::gen_bindings::entered(promise::attached);\n  self.set_balance"
  "{lock_of(balance)};\n  ::gen_bindings::entered(promise::attached);\n  self.set_balance" test_accessors_are_locked)
add_mutant(lock_on_nothing_shared locked.hpp "{::gen_bindings::module_lock()}" "{lock_of(n)}" test_the_module_is_locked)
