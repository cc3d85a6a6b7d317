// What a leveldb::WriteBatch holds, told to a handler.
#pragma once

#include <leveldb/write_batch.h>

#include "error.hpp"

namespace leveldb_adapters {

/// Tells the changes of `batch` one by one, in the order in which they were made. A copy, as a
/// handler written in Python may change the batch meanwhile. GIL: that of the handler.
inline void iterate(::leveldb::WriteBatch batch, ::leveldb::WriteBatch::Handler& handler) {
  check(batch.Iterate(&handler));
}

}  // namespace leveldb_adapters
