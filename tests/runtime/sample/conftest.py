"""Gives each test the watchdog that generated tests have."""

from support.watchdog import watchdog  # noqa: F401
