// Converters of Boost.Python for the types that the adapters take and return.
#pragma once

namespace re2_adapters {

/// Teaches Boost.Python str and bytes as TextView, and all results: Text, optional (None), pair
/// (tuple), vector, map (dict). Each type is left alone that another module has registered already.
/// GIL: attached, inside the module's initialisation. A str that holds surrogates raises
/// UnicodeEncodeError later on, in the call that it is passed to.
void register_converters();

}  // namespace re2_adapters
