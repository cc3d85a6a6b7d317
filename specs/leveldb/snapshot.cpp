// Snapshots that release themselves.
#include "snapshot.hpp"

#include "database.hpp"

namespace leveldb_adapters {

Snapshot::Snapshot(Database& database)
    : database_{database.checked()}, snapshot_{database_.GetSnapshot()} {}

Snapshot::~Snapshot() {
  database_.ReleaseSnapshot(snapshot_);
}

Snapshot* take_snapshot(Database& database) {
  return new Snapshot{database};
}

void read_snapshot(::leveldb::ReadOptions& options, const Snapshot& snapshot) {
  options.snapshot = snapshot.get();
}

}  // namespace leveldb_adapters
