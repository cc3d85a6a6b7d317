// What owns Python objects and what does not: compiles or does not.
#include "gen_bindings/ownership.hpp"

#include <boost/python/dict.hpp>
#include <boost/python/list.hpp>
#include <boost/python/object.hpp>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "gen_bindings/callback.hpp"

namespace {

namespace python = boost::python;
using gen_bindings::owns_python;
using python::object;
using Callback = gen_bindings::callback<double(double)>;

class Opaque;
struct Derived : object {};
template <class T>
struct Template {};
struct Hidden {
  object inside;
};
struct Declared {
  object inside;
};

static_assert(owns_python<object>);
static_assert(owns_python<const object&>);
static_assert(owns_python<object&&>);
static_assert(owns_python<python::list> && owns_python<python::dict>);
static_assert(owns_python<Derived>);
static_assert(owns_python<python::handle<>>);
static_assert(owns_python<python::back_reference<int>>);
static_assert(owns_python<python::api::object_item>);
static_assert(owns_python<PyObject*> && owns_python<PyObject* const&> &&
              owns_python<PyTypeObject*>);
static_assert(owns_python<object*> && owns_python<const object[3]> && owns_python<object (&)[2]>);
static_assert(owns_python<std::vector<object>>);
static_assert(owns_python<std::vector<std::vector<python::list>>>);
static_assert(owns_python<std::array<object, 2>>);
static_assert(owns_python<std::pair<int, object>> && owns_python<std::tuple<int, object>>);
static_assert(owns_python<std::optional<object>> && owns_python<std::variant<int, object>>);
static_assert(owns_python<std::map<std::string, object>> && owns_python<std::set<PyObject*>>);
static_assert(owns_python<std::shared_ptr<object>> && owns_python<std::unique_ptr<object>>);
static_assert(owns_python<std::function<void(object)>> && owns_python<std::function<object()>>);
static_assert(owns_python<object(int)> && owns_python<void (*)(const object&) noexcept>);
static_assert(owns_python<Template<object>>);

static_assert(!owns_python<void> && !owns_python<int> && !owns_python<const char*>);
static_assert(!owns_python<std::string> && !owns_python<const std::string&>);
static_assert(!owns_python<std::vector<int>> && !owns_python<std::map<int, std::string>>);
static_assert(!owns_python<std::array<int, 2>> && !owns_python<const int[3]>);
static_assert(!owns_python<std::function<double(double)>> && !owns_python<double(int)>);
static_assert(!owns_python<Opaque*> && !owns_python<std::shared_ptr<Opaque>>);
static_assert(!owns_python<Callback> && !owns_python<std::vector<Callback>>);
static_assert(!owns_python<std::function<void(Callback)>>);
static_assert(!owns_python<Hidden>, "not seen, as documented");

}  // namespace

template <>
struct gen_bindings::python_ownership<Declared> : std::true_type {};

static_assert(owns_python<std::vector<Declared>>);
