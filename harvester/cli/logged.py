"""What a layer without a terminal logs, shown to a person: that another process is waited for.

Loaded with a library alone: reading pages logs nothing, and `logging` costs a start two milliseconds.
"""

import logging

from harvester.cli.output import say


class OnStderr(logging.Handler):
    """Shows each record as a message."""

    def emit(self, record: logging.LogRecord) -> None:
        """One line."""
        say(record.getMessage())


def show_logged(*, quiet: bool) -> None:
    """Show what is logged from now on, if it is no error only where messages are wanted."""
    log = logging.getLogger("harvester")
    log.setLevel(logging.ERROR if quiet else logging.NOTSET)
    # A program that calls this more than once, as the tests do, would else hear each message once more.
    if not any(isinstance(handler, OnStderr) for handler in log.handlers):
        log.addHandler(OnStderr())
