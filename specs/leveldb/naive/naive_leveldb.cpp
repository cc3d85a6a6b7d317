// LevelDB with a Python comparator, bound as one would at first: each call is held, and the
// comparator attaches by itself. The tests show where it deadlocks.
#include <boost/python.hpp>

#include <leveldb/comparator.h>
#include <leveldb/db.h>

#include <stdexcept>
#include <string>

namespace {

namespace python = boost::python;

python::object bytes(const leveldb::Slice& slice) {
  return python::object{python::handle<>{
      PyBytes_FromStringAndSize(slice.data(), static_cast<Py_ssize_t>(slice.size()))}};
}

std::string string(const python::object& bytes) {
  char* data = nullptr;
  Py_ssize_t size = 0;
  if (PyBytes_AsStringAndSize(bytes.ptr(), &data, &size) != 0)
    python::throw_error_already_set();
  return {data, static_cast<std::size_t>(size)};
}

void check(const leveldb::Status& status) {
  if (!status.ok())
    throw std::runtime_error(status.ToString());
}

/// Attaches, as it has to on a thread of LevelDB's own.
class Comparator final : public leveldb::Comparator {
 public:
  explicit Comparator(PyObject* compare) : compare_{compare} {}

  int Compare(const leveldb::Slice& a, const leveldb::Slice& b) const override {
    const PyGILState_STATE state = PyGILState_Ensure();
    const int order = python::call<int>(compare_, bytes(a), bytes(b));
    PyGILState_Release(state);
    return order;
  }

  const char* Name() const override { return "naive"; }
  void FindShortestSeparator(std::string* /*start*/, const leveldb::Slice&) const override {}
  void FindShortSuccessor(std::string* /*key*/) const override {}

 private:
  PyObject* compare_;
};

class DB {
 public:
  DB(const std::string& name, const python::object& compare)
      : compare_{compare}, comparator_{compare.ptr()} {
    leveldb::Options options;
    options.create_if_missing = true;
    options.comparator = &comparator_;
    options.write_buffer_size = 64 << 10;
    check(leveldb::DB::Open(options, name, &db_));
  }
  DB(const DB&) = delete;
  DB& operator=(const DB&) = delete;
  ~DB() { delete db_; }

  void put(const python::object& key, const python::object& value) {
    check(db_->Put({}, string(key), string(value)));
  }

 private:
  python::object compare_;
  Comparator comparator_;
  leveldb::DB* db_ = nullptr;
};

}  // namespace

BOOST_PYTHON_MODULE(naive_leveldb) {
  python::class_<DB, boost::noncopyable>("DB", python::init<std::string, python::object>())
      .def("Put", &DB::put);
}
