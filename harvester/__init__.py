"""Harvester reads saved pages, links each review to what it cites, and writes the bibliography."""

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """`Library`, imported when it is first asked for, so that `import harvester` costs nothing."""
    if name == "Library":
        from harvester.library.core import Library

        return Library
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
