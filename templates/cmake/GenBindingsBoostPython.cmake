# Python and its Boost.Python, found once for each folder that asks, with an error that says what to do.
cmake_policy(VERSION 3.20...3.31)

# Finds Python 3 and the Boost.Python that was built for it; sets Python3_VERSION and the like, and
# gen_bindings_boost to the libraries to link.
#
# Arguments: NUMPY, where Boost.Python's library for NumPy is needed too.
#
# A macro, since what find_package() sets belongs to the caller; its imported targets are visible in
# the caller's folder.
macro(gen_bindings_find_boost_python)
  # Whoever looked for Python under its other name meant that one.
  if(DEFINED Python_EXECUTABLE AND NOT DEFINED Python3_EXECUTABLE)
    set(Python3_EXECUTABLE "${Python_EXECUTABLE}")
  endif()
  # The Python that things are built for can't run here.
  if(CMAKE_CROSSCOMPILING)
    # The suffix is asked of the Python, and what the user says of it is overwritten.
    set(gen_bindings_soabi "${Python3_SOABI}")
    find_package(Python3 3.8 QUIET COMPONENTS Development.Module)
    if(gen_bindings_soabi)
      set(Python3_SOABI "${gen_bindings_soabi}")
    endif()
  else()
    find_package(Python3 3.8 QUIET COMPONENTS Interpreter Development.Module)
  endif()
  if(NOT Python3_FOUND)
    message(FATAL_ERROR
      "GEN_BINDINGS_MISSING Python: Python 3 and its headers are needed. "
      "Install them (Debian: python3-dev), or name one with -DPython3_EXECUTABLE=…")
  endif()

  # Boost names its components after the version of Python.
  set(gen_bindings_boost "")
  foreach(gen_bindings_library IN ITEMS ${ARGN} PYTHON)
    string(TOLOWER "${gen_bindings_library}" gen_bindings_library)
    set(gen_bindings_component
      ${gen_bindings_library}${Python3_VERSION_MAJOR}${Python3_VERSION_MINOR})
    # A BoostConfig.cmake comes with Boost 1.70 and later; what it leaves unsaid is whether the
    # component was found, so the target is what counts.
    if(NOT TARGET Boost::${gen_bindings_component})
      find_package(Boost CONFIG QUIET COMPONENTS ${gen_bindings_component})
    endif()
    if(NOT TARGET Boost::${gen_bindings_component} AND CMAKE_VERSION VERSION_LESS 3.30)
      find_package(Boost QUIET COMPONENTS ${gen_bindings_component})
    endif()
    if(NOT TARGET Boost::${gen_bindings_component})
      gen_bindings_boost_is_missing(${gen_bindings_library})
    endif()
    list(APPEND gen_bindings_boost Boost::${gen_bindings_component})
  endforeach()
endmacro()

# Ends the configuration: which library, for which Python, and where to get it.
function(gen_bindings_boost_is_missing library)
  if(library STREQUAL "numpy")
    message(FATAL_ERROR
      "GEN_BINDINGS_MISSING Boost.NumPy: no Boost.Python library for NumPy and Python "
      "${Python3_VERSION} was found. Install it (Debian: libboost-numpy-dev; in a virtual environment: "
      "pip install cmeel-boost), and a NumPy that it was built for: 1.x up to Boost 1.86, 2.x from 1.87 on.")
  endif()
  message(FATAL_ERROR
    "GEN_BINDINGS_MISSING Boost.Python: no Boost.Python for Python ${Python3_VERSION} "
    "(${Python3_EXECUTABLE}) was found. Install it (Debian: libboost-python-dev; in a virtual "
    "environment: pip install cmeel-boost, then -DCMAKE_PREFIX_PATH=<site-packages>/cmeel.prefix), or "
    "name another Python with -DPython3_EXECUTABLE=…")
endfunction()
