// leveldb::DB with results for out-parameters and exceptions for statuses.
#include "database.hpp"

#include <leveldb/write_batch.h>

#include "error.hpp"

namespace leveldb_adapters {

Database::Database(const ::leveldb::Options& options, const std::string& name)
    : options_{options}, guard_{options_} {
  ::leveldb::DB* opened = nullptr;
  check(::leveldb::DB::Open(options_, name, &opened));
  database_.reset(opened);
}

::leveldb::DB& Database::checked() const {
  guard_.check();
  return *database_;
}

void Database::put(const ::leveldb::Slice& key, const ::leveldb::Slice& value,
                   const ::leveldb::WriteOptions& options) {
  check(checked().Put(options, key, value));
}

void Database::remove(const ::leveldb::Slice& key, const ::leveldb::WriteOptions& options) {
  check(checked().Delete(options, key));
}

void Database::write(::leveldb::WriteBatch batch, const ::leveldb::WriteOptions& options) {
  check(checked().Write(options, &batch));
}

Bytes Database::get(const ::leveldb::Slice& key, const ::leveldb::ReadOptions& options) const {
  Bytes value;
  check(checked().Get(options, key, &value.data));
  return value;
}

std::optional<std::string> Database::property(const std::string& name) const {
  std::string value;
  if (!checked().GetProperty(name, &value))
    return std::nullopt;
  return value;
}

std::uint64_t Database::approximate_size(const ::leveldb::Slice& start,
                                         const ::leveldb::Slice& limit) const {
  const ::leveldb::Range range{start, limit};
  std::uint64_t size = 0;
  checked().GetApproximateSizes(&range, 1, &size);
  return size;
}

void Database::compact(const std::optional<::leveldb::Slice>& begin,
                       const std::optional<::leveldb::Slice>& end) {
  const auto pointer = [](const auto& key) { return key ? &*key : nullptr; };
  checked().CompactRange(pointer(begin), pointer(end));
}

Database* open(const ::leveldb::Options& options, const std::string& name) {
  return new Database{options, name};
}

void destroy(const std::string& name, const ::leveldb::Options& options) {
  check(::leveldb::DestroyDB(name, options));
}

}  // namespace leveldb_adapters
