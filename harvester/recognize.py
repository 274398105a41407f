"""Source -> Pages: the charset first, then the format, both by evidence and never by the file's suffix alone."""

from dataclasses import dataclass

from harvester.model import Page, Source


@dataclass(frozen=True, slots=True)
class Recognized:
    """The pages that a source holds, or why it is passed over (`skipped`: "empty", "binary", ...)."""

    pages: tuple[Page, ...]
    skipped: str = ""


def recognize(source: Source) -> Recognized:
    """Tell charset and format of a source; several pages where it is a container."""
    if not source.content.strip():
        return Recognized((), "empty")
    text = source.content.decode("utf-8", errors="replace")
    return Recognized((Page(source.name, source.digest, "text", text),))
