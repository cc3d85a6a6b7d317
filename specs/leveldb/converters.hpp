// Converters of Boost.Python for the types that the adapters take and return.
#pragma once

namespace leveldb_adapters {

/// Teaches Boost.Python bytes as leveldb::Slice, seen in place, and as std::optional<Slice>, where
/// None stands for none; Bytes and pairs of them as bytes and tuples; std::optional<std::string> as
/// str or None. Each type is left alone that another module has registered already.
/// GIL: attached, inside the module's initialisation.
void register_converters();

}  // namespace leveldb_adapters
