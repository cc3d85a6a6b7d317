// KeyOrder: a leveldb::Comparator of which only the comparison is left to write.
#pragma once

#include <leveldb/comparator.h>
#include <leveldb/slice.h>

#include <limits>
#include <string>
#include <utility>

namespace leveldb_adapters {

/// What Compare() returns where it has no answer.
inline constexpr int no_order = std::numeric_limits<int>::min();

/// An order of keys. LevelDB calls Compare() on the threads of its callers and on a thread of its
/// own, and is built without exception tables: nothing may be thrown.
class KeyOrder : public ::leveldb::Comparator {
 public:
  /// `name` is stored in the database, which opens only with an order of the same name.
  explicit KeyOrder(std::string name) : name_{std::move(name)} {}

  [[nodiscard]] const char* Name() const final { return name_.c_str(); }

  // Both may shorten a key in an index. To leave it as it is, is correct for every order.
  void FindShortestSeparator(std::string* /*start*/,
                             const ::leveldb::Slice& /*limit*/) const final {}
  void FindShortSuccessor(std::string* /*key*/) const final {}

 private:
  std::string name_;
};

}  // namespace leveldb_adapters
