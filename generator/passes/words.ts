/** Words with a meaning of their own in C++, Python and Boost.Python. */

/** C++20, [lex.key], with the alternative tokens. */
export const CPP_KEYWORDS: ReadonlySet<string> = new Set(
  `alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t
  char32_t class compl concept const consteval constexpr constinit const_cast continue co_await
  co_return co_yield decltype default delete do double dynamic_cast else enum explicit export extern
  false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr
  operator or or_eq private protected public register reinterpret_cast requires return short signed
  sizeof static static_assert static_cast struct switch template this thread_local throw true try
  typedef typeid typename union unsigned using virtual void volatile wchar_t while xor xor_eq`.split(
    /\s+/,
  ),
);

/** Python's `keyword.kwlist`, the same from 3.8 to 3.14. */
export const PYTHON_KEYWORDS: ReadonlySet<string> = new Set(
  `False None True and as assert async await break class continue def del elif else except finally
  for from global if import in is lambda nonlocal not or pass raise return try while with
  yield`.split(/\s+/),
);

/** Types that Boost.Python converts without being asked, and how Python calls what they become. */
export const FUNDAMENTAL_TYPES: ReadonlyMap<string, string> = new Map([
  ["bool", "bool"],
  ...`char|signed char|unsigned char|short|short int|unsigned short|unsigned short int|int|unsigned|
  unsigned int|long|long int|unsigned long|unsigned long int|long long|long long int|unsigned long long|
  unsigned long long int|std::size_t|size_t|std::ptrdiff_t|ptrdiff_t|std::int8_t|std::int16_t|
  std::int32_t|std::int64_t|std::uint8_t|std::uint16_t|std::uint32_t|std::uint64_t|int8_t|int16_t|
  int32_t|int64_t|uint8_t|uint16_t|uint32_t|uint64_t|std::intptr_t|std::uintptr_t|intptr_t|uintptr_t|
  Py_ssize_t|Py_intptr_t`
    .split("|")
    .map((name) => [name.trim(), name.trim() === "char" ? "str" : "int"] as const),
  ["float", "float"],
  ["double", "float"],
  ["long double", "float"],
]);

export const TEXT_TYPES: ReadonlySet<string> = new Set(["std::string", "std::wstring"]);

/** Types that own a Python object; copying or destroying one needs an attached thread. */
export const PYTHON_TYPES: ReadonlyMap<string, string> = new Map([
  ...["object", "list", "dict", "tuple", "str", "slice", "long_"].flatMap((name) => [
    [name, `::boost::python::${name}`] as const,
    [`boost::python::${name}`, `::boost::python::${name}`] as const,
  ]),
  ["boost::python::api::object", "::boost::python::object"],
  ["boost::python::numpy::ndarray", "::boost::python::numpy::ndarray"],
  ["boost::python::numpy::dtype", "::boost::python::numpy::dtype"],
  ["PyObject", "::PyObject"],
  ["PyTypeObject", "::PyTypeObject"],
]);

/** What Python calls those among them whose name in C++ differs. */
export const PYTHON_NAMES: ReadonlyMap<string, string> = new Map([
  ["long_", "int"],
  ["PyObject", "object"],
  ["PyTypeObject", "type"],
  ["ndarray", "numpy.ndarray"],
  ["dtype", "numpy.dtype"],
]);

/** Class templates that own a Python object, whatever their argument is. */
export const PYTHON_TEMPLATES: ReadonlySet<string> = new Set([
  "boost::python::handle",
  "boost::python::back_reference",
]);

/** Class templates of the standard library that Boost.Python has no converter for. */
export const STANDARD_TEMPLATES: ReadonlySet<string> = new Set(
  `array deque forward_list list map multimap multiset optional pair set tuple unique_ptr
  unordered_map unordered_set variant vector basic_string basic_string_view complex function
  shared_ptr weak_ptr`
    .split(/\s+/)
    .map((name) => `std::${name}`),
);
