// A leveldb::Status that is not ok, as a tree of C++ exceptions.
#pragma once

#include <leveldb/status.h>

#include <stdexcept>

namespace leveldb_adapters {

/// The base of all errors of LevelDB. what() is the text of the status.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class NotFound : public Error {
 public:
  using Error::Error;
};

class Corruption : public Error {
 public:
  using Error::Error;
};

class NotSupported : public Error {
 public:
  using Error::Error;
};

class InvalidArgument : public Error {
 public:
  using Error::Error;
};

class IOError : public Error {
 public:
  using Error::Error;
};

/// A comparator could not say which of two keys comes first, as Python code raised an error or the
/// interpreter is closing. Nothing that depends on the order can be trusted any more.
class OrderLost : public Error {
 public:
  using Error::Error;
};

/// Throws what the status says, unless it is ok. GIL: any state.
void check(const ::leveldb::Status& status);

}  // namespace leveldb_adapters
