"""Both modules take and return what the other one registers; run where they are installed."""

import survey_paths
import survey_points

near = survey_points.Point(0.0, 0.0)
far = survey_points.Point(3.0, 4.0)

# Taken and returned by the generated module, registered by hand.
assert survey_paths.distance(near, far) == 5.0
path = survey_paths.Path()
path.add(near)
path.add(far)
end = path.end()
assert type(end) is survey_points.Point
assert (end.x, end.y) == (3.0, 4.0)

# The reverse.
assert survey_points.length(path) == 5.0
line = survey_points.line(far, near)
assert type(line) is survey_paths.Path
assert (line.size, line.length()) == (2, 5.0)

print(survey_paths.__file__)
