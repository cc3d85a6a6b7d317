// What the generated module needs from this project beside the library.
#pragma once

namespace survey {

/// Imports survey_points, which registers Point. Attached on entry and exit; throws what Python raises.
void import_points();

}  // namespace survey
