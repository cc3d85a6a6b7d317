// Python modules inside the module.
#pragma once

#include <boost/python/errors.hpp>
#include <boost/python/extract.hpp>
#include <boost/python/handle.hpp>
#include <boost/python/object.hpp>

#include <string>

namespace gen_bindings {

/// Makes a module inside `outer`, as an attribute of it and for `import outer.name`: Python finds
/// it in sys.modules once `outer` is imported, though `outer` is a single file and no package.
/// `doc` may be null.
/// GIL: attached. Throws error_already_set if Python can't make it.
inline boost::python::object add_submodule(boost::python::object outer, const char* name,
                                           const char* doc) {
  using boost::python::object;
  const std::string full = boost::python::extract<std::string>(outer.attr("__name__"))() + "." + name;
  object made{boost::python::handle<>{boost::python::borrowed(PyImport_AddModule(full.c_str()))}};
  if (doc != nullptr) made.attr("__doc__") = doc;
  outer.attr(name) = made;
  return made;
}

}  // namespace gen_bindings
