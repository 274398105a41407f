"""Source -> Pages: the charset first, then the format, both by evidence and never by the file's suffix alone."""

from dataclasses import dataclass

from harvester.model import Page, Skip, SkipCode, Source
from harvester.pages.recognize.charset import decode
from harvester.pages.recognize.evidence import format_of, out_of_viewer, skip_binary, skip_text
from harvester.values.miscoded import mended_words

MAX_BYTES = 64_000_000
"""Bytes; a larger file is not a saved page: the largest real one measured, with its pictures inside, had 12 MB."""


@dataclass(frozen=True, slots=True)
class Recognized:
    """The pages that a source holds, or why it is passed over."""

    pages: tuple[Page, ...]
    skipped: Skip | None = None


def recognize(source: Source) -> Recognized:
    """Find charset and format of a source; several pages where it is a container (MHTML, web archive).

    A page's `text` has no NUL, no byte order mark and only line feeds at its line ends. Raises nothing.
    """
    content = source.content
    if not content.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf"):
        return Recognized((), Skip(SkipCode.EMPTY))
    if len(content) > MAX_BYTES:
        return Recognized((), Skip(SkipCode.TOO_LARGE, str(MAX_BYTES // 1_000_000)))
    # Other headers (From, Subject) may stand before the line that makes a file MIME.
    if content.startswith((b"bplist00", b"MIME-Version:")) or b"\nMIME-Version:" in content[:2000]:
        # Imported here, since no other page needs `email` and `plistlib`.
        from harvester.pages.recognize.containers import parts_of

        parts = parts_of(content)
        if not parts:
            return Recognized((), Skip(SkipCode.EMPTY_CONTAINER))
    elif skip := skip_binary(content):
        return Recognized((), skip)
    else:
        parts = ((content, ""),)
    texts = [out_of_viewer(text) for part, charset in parts if (text := decode(part, charset)).strip()]
    if not texts:
        return Recognized((), Skip(SkipCode.EMPTY))
    skips = [skip_text(text) for text in texts]
    pages: list[Page] = []
    for text, skip in zip(texts, skips, strict=True):
        if skip is None:
            form = format_of(text)
            pages.append(Page(source.name, source.digest, form, mended_words(text) if form.endswith("text") else text))
    # A file with at least one page is read; without any, the main part says why.
    return Recognized(tuple(pages), None if pages else skips[0])
