// OrderGuard: keeps a database from harm when its order of keys fails.
#pragma once

#include <leveldb/comparator.h>
#include <leveldb/env.h>
#include <leveldb/options.h>

#include <memory>

namespace leveldb_adapters {

struct OrderState;

/// Stands between one database and its comparator and environment.
///
/// LevelDB cannot be told that a comparison failed: it goes on with whatever is returned, and a
/// compaction that takes two keys for equal drops one of them for good. So the first comparison
/// without an answer ends all writing: no file of the compaction that goes on can be completed, and
/// the files that are there stay what they are. Opened again, the database has all that was
/// written.
///
/// GIL: any state. Must outlive the database.
class OrderGuard {
 public:
  /// Puts itself into `options`, where their comparator is a KeyOrder.
  explicit OrderGuard(::leveldb::Options& options);
  OrderGuard(const OrderGuard&) = delete;
  OrderGuard& operator=(const OrderGuard&) = delete;
  ~OrderGuard();

  /// Throws OrderLost if a comparison had no answer.
  void check() const;

 private:
  std::unique_ptr<OrderState> state_;
  std::unique_ptr<const ::leveldb::Comparator> comparator_;
  std::unique_ptr<::leveldb::Env> env_;
};

}  // namespace leveldb_adapters
