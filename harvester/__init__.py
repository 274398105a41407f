"""Harvester reads saved pages, links each review to what it cites, and writes the bibliography."""

__version__ = "0.1.0"
