"""Source -> Pages: the charset first, then the format, both by evidence and never by the file's suffix alone."""

from dataclasses import dataclass

from harvester.model import Page, Source
from harvester.pages.recognize.charset import decode
from harvester.pages.recognize.evidence import format_of, out_of_viewer, skip_text, tell_binary

MAX_BYTES = 64_000_000
"""A larger file is no saved page: the largest real one measured, with its pictures inside, had 12 MB."""


@dataclass(frozen=True, slots=True)
class Recognized:
    """The pages that a source holds, or why it is passed over (`skipped`: "empty", "binary", ...)."""

    pages: tuple[Page, ...]
    skipped: str = ""


def recognize(source: Source) -> Recognized:
    """Tell charset and format of a source; several pages where it is a container (MHTML, web archive).

    A page's `text` has no NUL, no byte order mark and only line feeds at its line ends. Raises nothing.
    """
    content = source.content
    if not content.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf"):
        return Recognized((), "empty")
    if len(content) > MAX_BYTES:
        return Recognized((), f"larger than {MAX_BYTES // 1_000_000} MB")
    if content.startswith((b"bplist00", b"MIME-Version:")) or b"\nMIME-Version:" in content[:2000]:
        from harvester.pages.recognize.containers import parts

        return _from_parts(source, parts(content))
    if binary := tell_binary(content):
        return Recognized((), binary)
    return _from_texts(source, (decode(content),))


def _from_parts(source: Source, parts: tuple[tuple[bytes, str], ...]) -> Recognized:
    if not parts:
        return Recognized((), "a container without a page inside")
    return _from_texts(source, tuple(decode(content, charset) for content, charset in parts))


def _from_texts(source: Source, texts: tuple[str, ...]) -> Recognized:
    texts = tuple(out_of_viewer(text) for text in texts if text.strip())
    if not texts:
        return Recognized((), "empty")
    reasons = [skip_text(text) for text in texts]
    pages = tuple(
        Page(source.name, source.digest, format_of(text), text)
        for text, reason in zip(texts, reasons, strict=True)
        if not reason
    )
    return Recognized(pages, "" if pages else reasons[0])
