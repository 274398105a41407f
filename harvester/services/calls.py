"""What each question of `harvester.ports` is on the wire: the calls of E-utilities and of the PMC ID converter, as a
table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal
from urllib.parse import urlencode

from harvester.model.questions import (
    Cited,
    Convert,
    Fetch,
    FetchPosted,
    MatchCitations,
    Post,
    Question,
    Search,
    Summaries,
)

POST_FROM_IDS = 200
"""Ids from which on a request goes as POST (NBK25499)."""
POST_FROM_LENGTH = 1000
"""Characters of encoded parameters from which on it does; what fails beyond is the URL's length (ENTREZ 13)."""

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """One call: its kind, base and path, how a question becomes parameters, and how long its answers are kept.

    `keep` is for an answer that holds something, `keep_empty` for one that says there is nothing: PubMed may know
    tomorrow what it does not know today. None: not kept.
    """

    kind: str
    base: Literal["eutils", "idconv"]
    path: str
    encode: Callable[[Any], Pairs]
    keep: timedelta | None
    keep_empty: timedelta | None
    always_post: bool = False


def _search(q: Search) -> Pairs:
    return (("db", "pubmed"), ("term", q.term), ("retmax", str(q.limit)), ("retmode", "xml"))


def _fetch(q: Fetch) -> Pairs:
    return (("db", "pubmed"), ("id", ",".join(q.pmids)), ("retmode", "xml"))


def _summaries(q: Summaries) -> Pairs:
    return (("db", "pubmed"), ("id", ",".join(q.pmids)), ("retmode", "json"), ("version", "2.0"))


def _cited(q: Cited) -> Pairs:
    fixed = (("dbfrom", "pubmed"), ("db", "pubmed"), ("linkname", "pubmed_pubmed_refs"), ("retmode", "xml"))
    return fixed + tuple(("id", pmid) for pmid in q.pmids)


def _match(q: MatchCitations) -> Pairs:
    lines = (
        "|".join(_cell(v) for v in (c.journal, c.year, c.volume, c.page, c.author, c.key)) + "|" for c in q.citations
    )
    return (("db", "pubmed"), ("retmode", "xml"), ("bdata", "\r".join(lines)))


def _cell(value: str) -> str:
    return " ".join(value.replace("|", " ").split())


def _convert(q: Convert) -> Pairs:
    return (("ids", ",".join(q.identifiers)), ("format", "json"))


def _post(q: Post) -> Pairs:
    return (("db", "pubmed"), ("id", ",".join(q.pmids)))


def _fetch_posted(q: FetchPosted) -> Pairs:
    history = (("db", "pubmed"), ("WebEnv", q.web_env), ("query_key", q.query_key))
    return (*history, ("retstart", str(q.start)), ("retmax", str(q.count)), ("retmode", "xml"))


_MONTH = timedelta(days=30)
_WEEK = timedelta(days=7)

CALLS: dict[type, Call] = {
    Search: Call("esearch", "eutils", "esearch.fcgi", _search, _MONTH, _WEEK),
    Fetch: Call("efetch", "eutils", "efetch.fcgi", _fetch, _MONTH, _WEEK),
    Summaries: Call("esummary", "eutils", "esummary.fcgi", _summaries, _MONTH, _WEEK),
    Cited: Call("elink", "eutils", "elink.fcgi", _cited, _MONTH, _WEEK),
    MatchCitations: Call("ecitmatch", "eutils", "ecitmatch.cgi", _match, _MONTH, _WEEK),
    Convert: Call("idconv", "idconv", "", _convert, _MONTH, _WEEK),
    Post: Call("epost", "eutils", "epost.fcgi", _post, None, None, always_post=True),
    FetchPosted: Call("efetch", "eutils", "efetch.fcgi", _fetch_posted, None, None),
}


@dataclass(frozen=True, slots=True)
class Wire:
    """A question made ready: its call, its own parameters (nobody's key or address among them), and whether to POST."""

    call: Call
    parameters: Pairs
    post: bool

    @property
    def as_text(self) -> str:
        """The parameters as they are sent."""
        return urlencode(self.parameters)


def wire(question: Question) -> Wire:
    """What a question is on the wire."""
    call = CALLS[type(question)]
    parameters = call.encode(question)
    ids = sum(value.count(",") + 1 for name, value in parameters if name in ("id", "ids"))
    post = call.always_post or ids >= POST_FROM_IDS or len(urlencode(parameters)) > POST_FROM_LENGTH
    return Wire(call, parameters, post)
