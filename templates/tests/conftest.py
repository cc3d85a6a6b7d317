"""Watches over every test: a deadlock ends the run with the tracebacks of all threads."""

from support.watchdog import watchdog  # noqa: F401
