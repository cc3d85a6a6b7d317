"""A calculation in C++."""

from .engine import *  # noqa: F403
