// Snapshot: what a database holds at one moment, until it is dropped.
#pragma once

#include <leveldb/db.h>

namespace leveldb_adapters {

class Database;

/// Must be destroyed before its database. GIL: as of Database.
class Snapshot {
 public:
  explicit Snapshot(Database& database);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

  [[nodiscard]] const ::leveldb::Snapshot* get() const noexcept { return snapshot_; }

 private:
  ::leveldb::DB& database_;
  const ::leveldb::Snapshot* snapshot_;
};

/// A new snapshot, for the caller to delete. Throws OrderLost.
[[nodiscard]] Snapshot* take_snapshot(Database& database);

/// Makes those who read with `options` see the snapshot, which must outlive them.
void read_snapshot(::leveldb::ReadOptions& options, const Snapshot& snapshot);

}  // namespace leveldb_adapters
