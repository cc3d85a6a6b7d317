// Bytes that C++ owns. What comes from Python is seen in place instead, as a leveldb::Slice.
#pragma once

#include <leveldb/slice.h>

#include <string>

namespace leveldb_adapters {

/// Becomes a bytes object, where a std::string would become a str. GIL: any state.
struct Bytes {
  std::string data;

  Bytes() = default;
  /// Copies: a slice of an iterator is gone when the iterator moves.
  explicit Bytes(const ::leveldb::Slice& slice) : data(slice.data(), slice.size()) {}
};

}  // namespace leveldb_adapters
