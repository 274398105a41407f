"""Iterable[Entry] -> Iterator[str]: one function in one file a format, and one line in the table below."""
