"""Our bindings, by the name that the scripts know them by."""

from gil_incidents import *  # noqa: F403
