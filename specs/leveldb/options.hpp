// What a leveldb::Options is told by a function, where an assignment would not do.
#pragma once

#include <leveldb/options.h>

#include "key_order.hpp"

namespace leveldb_adapters {

/// Makes databases opened with `options` keep their keys in this order, which must outlive them.
/// GIL: any state.
inline void set_comparator(::leveldb::Options& options, const KeyOrder& order) {
  options.comparator = &order;
}

/// The name of the comparator. GIL: any state.
inline const char* comparator_name(const ::leveldb::Options& options) {
  return options.comparator->Name();
}

}  // namespace leveldb_adapters
