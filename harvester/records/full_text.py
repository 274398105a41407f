"""PMC's full text (EFetch, db=pmc) -> the article's reference list in printed order."""

from harvester.errors import PageError
from harvester.records.record import ListedReference


def decode_full_text(body: bytes) -> tuple[ListedReference, ...]:
    """The references of the first article of an answer; none where PMC may not give it, or it cannot be read."""
    from harvester.jats import entries, parse_xml

    if b"<article" not in body:
        return ()
    try:
        article = parse_xml(body.decode("utf-8", "replace"))
    except PageError:
        return ()
    return tuple(ListedReference(n, e.text, e.identifiers) for n, e in enumerate(entries(article), 1))
