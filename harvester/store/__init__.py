"""The library on disk: the one place that knows SQL."""
