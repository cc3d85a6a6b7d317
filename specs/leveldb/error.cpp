// A leveldb::Status that is not ok, thrown.
#include "error.hpp"

namespace leveldb_adapters {

void check(const ::leveldb::Status& status) {
  if (status.ok())
    return;
  if (status.IsNotFound())
    throw NotFound(status.ToString());
  if (status.IsCorruption())
    throw Corruption(status.ToString());
  if (status.IsNotSupportedError())
    throw NotSupported(status.ToString());
  if (status.IsInvalidArgument())
    throw InvalidArgument(status.ToString());
  if (status.IsIOError())
    throw IOError(status.ToString());
  throw Error(status.ToString());
}

}  // namespace leveldb_adapters
