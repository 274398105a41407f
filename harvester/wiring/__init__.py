"""Settings -> the real store, services and workers; the only place that names concrete classes."""
