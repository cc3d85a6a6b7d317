// Database: a leveldb::DB whose errors are exceptions.
#pragma once

#include <leveldb/db.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "bytes.hpp"
#include "order_guard.hpp"

namespace leveldb_adapters {

class Cursor;
class Snapshot;

/// An open database, safe to use on any number of threads at once.
///
/// GIL: detached for all members, the destructor included, where the comparator is written in
/// Python. LevelDB's own thread calls it while it holds a mutex that they all take.
/// All throw what check() throws for the status, and OrderLost once the comparator has failed.
class Database {
 public:
  /// leveldb::DB::Open. The comparator of `options` must outlive the database.
  Database(const ::leveldb::Options& options, const std::string& name);

  void put(const ::leveldb::Slice& key, const ::leveldb::Slice& value,
           const ::leveldb::WriteOptions& options);
  /// Not an error where there is no such key.
  void remove(const ::leveldb::Slice& key, const ::leveldb::WriteOptions& options);
  /// All changes of `batch` or none. By value, as LevelDB writes a number into it.
  void write(::leveldb::WriteBatch batch, const ::leveldb::WriteOptions& options);
  /// Throws NotFound where there is no such key.
  [[nodiscard]] Bytes get(const ::leveldb::Slice& key, const ::leveldb::ReadOptions& options) const;

  /// What LevelDB says about itself; none where it knows no such property.
  [[nodiscard]] std::optional<std::string> property(const std::string& name) const;
  /// Bytes on disk of the keys from `start` up to `limit`, without what was written lately.
  [[nodiscard]] std::uint64_t approximate_size(const ::leveldb::Slice& start,
                                               const ::leveldb::Slice& limit) const;
  /// Waits for LevelDB's thread. None stands for before the first key and after the last.
  void compact(const std::optional<::leveldb::Slice>& begin,
               const std::optional<::leveldb::Slice>& end);

 private:
  friend Cursor;
  friend Snapshot;

  /// The database, unless its order of keys is lost.
  [[nodiscard]] ::leveldb::DB& checked() const;

  ::leveldb::Options options_;
  OrderGuard guard_;
  std::unique_ptr<::leveldb::DB> database_;
};

/// A new database object, for the caller to delete.
[[nodiscard]] Database* open(const ::leveldb::Options& options, const std::string& name);

/// Deletes what a database left on disk. Throws what check() throws, also while it is open.
void destroy(const std::string& name, const ::leveldb::Options& options);

}  // namespace leveldb_adapters
