"""Pages built straight from works, so that the store is tested without any reader."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from harvester.app.harvest import hold
from harvester.model import (
    Asserted,
    Identifier,
    Mention,
    Name,
    ParsedReference,
    PartialDate,
    Problem,
    RawReference,
    Reading,
    Span,
    Work,
)
from harvester.model.outcome import FileOutcome
from harvester.model.prepared import Prepared, SourceFacts
from harvester.ports import Store
from harvester.store.library import open_library
from harvester.works.source_plan import make_prepared

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def article(title: str, year: int = 2020, page: str = "1-9", ids: str = "", author: str = "Page") -> Work:
    """A work; `ids` are CURIEs with blanks between them."""
    pairs = (curie.split(":", 1) for curie in ids.split())
    return Work(
        type="article-journal",
        title=title,
        author=(Name(author, "MJ"),),
        issued=PartialDate(year),
        container_title="BMJ",
        volume="372",
        page=page,
        identifiers=tuple(Identifier(scheme, value) for scheme, value in pairs),
    )


def reference(ordinal: int, work: Work, text: str = "") -> ParsedReference:
    """A printed reference of a work."""
    asserted = tuple(Asserted(i, "text", Span(ordinal * 100 + 10, ordinal * 100 + 20)) for i in work.identifiers)
    span = Span(ordinal * 100, ordinal * 100 + 90)
    raw = RawReference(ordinal, str(ordinal), text or f"{work.title}. BMJ.", asserted, ("DOI", "PubMed"), span)
    return ParsedReference(raw, work, 0.9, work.page.replace("-", "–"))


def page(name: str, citing: Work | None, cited: Iterable[Work], *, salt: str = "") -> Prepared:
    """One page that is of a work and cites others."""
    listed = [reference(n, work) for n, work in enumerate(cited, 1)]
    digest = hashlib.sha256(f"{name}{citing}{listed}{salt}".encode()).hexdigest()
    title = citing.title if citing else name
    mention = Mention(Identifier("doi", "10.1136/bmj.n160"), Span(5, 20))
    reading = Reading(title, citing, tuple(r.raw for r in listed), (mention,), 7, (Problem("cut", "shows 5 of 7"),))
    facts = SourceFacts(name, 0, digest, "text", title, reading.stated_total)
    return make_prepared(facts, reading, listed)


def put(store: Store, *pages: Prepared) -> None:
    """Harvest pages, each a file of its own."""
    for prepared in pages:
        hold(FileOutcome(prepared.source.name, (prepared,)), store, NOW)


def library(folder: Path) -> Store:
    """A fresh library."""
    return open_library(f"sqlite:///{folder / 'library.sqlite3'}", create=True)


def second_part(prepared: Prepared) -> Prepared:
    """The same page as the second of its file."""
    return replace(prepared, source=replace(prepared.source, part=1))
