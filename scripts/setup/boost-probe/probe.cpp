// The smallest module that needs Boost.Python's library, not just its headers.
#include <boost/python/def.hpp>
#include <boost/python/module.hpp>
#include <boost/version.hpp>

static const char* version() { return BOOST_LIB_VERSION; }

BOOST_PYTHON_MODULE(boost_probe) { boost::python::def("version", version); }
