"""What each question of `harvester.ports` is on the wire: the calls of E-utilities and of the PMC ID converter, as a
table; those of Crossref and Europe PMC stand in files of their own."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from harvester.model.questions import (
    Cited,
    Convert,
    Fetch,
    FullText,
    MatchCitations,
    Question,
    Search,
)
from harvester.services import crossref, europepmc
from harvester.services.call import Call, Pairs

POST_FROM_IDS = 200
"""Ids from which on a request goes as POST (NBK25499)."""
POST_FROM_LENGTH = 1000
"""Characters of encoded parameters from which on it does; what fails beyond is the URL's length (docs/entrez.md 13)."""

POSTING = ("eutils", "idconv")
"""The bases that take a request as POST."""


def _search(q: Search) -> Pairs:
    return (("db", "pubmed"), ("term", q.term), ("retmax", str(q.limit)), ("retmode", "xml"))


def _fetch(q: Fetch) -> Pairs:
    return (("db", "pubmed"), ("id", ",".join(q.pmids)), ("retmode", "xml"))


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


def _full_text(q: FullText) -> Pairs:
    return (("db", "pmc"), ("id", q.pmcid.removeprefix("PMC")), ("retmode", "xml"))


_MONTH = timedelta(days=30)
_WEEK = timedelta(days=7)

CALLS: dict[type, Call] = {
    Search: Call("esearch", "eutils", "esearch.fcgi", _search, _MONTH, _WEEK),
    Fetch: Call("efetch", "eutils", "efetch.fcgi", _fetch, _MONTH, _WEEK),
    Cited: Call("elink", "eutils", "elink.fcgi", _cited, _MONTH, _WEEK),
    MatchCitations: Call("ecitmatch", "eutils", "ecitmatch.cgi", _match, _MONTH, _WEEK),
    Convert: Call("idconv", "idconv", "", _convert, _MONTH, _WEEK),
    FullText: Call("pmc", "eutils", "efetch.fcgi", _full_text, _MONTH, _WEEK),
    **crossref.CALLS,
    **europepmc.CALLS,
}


@dataclass(frozen=True, slots=True)
class Wire:
    """A question made ready: its call, its own parameters (nobody's key or address among them), and whether to POST."""

    call: Call
    parameters: Pairs
    post: bool
    path: str

    @property
    def as_text(self) -> str:
        """The parameters as they are sent."""
        return urlencode(self.parameters)


def wire(question: Question) -> Wire:
    """What a question is on the wire."""
    call = CALLS[type(question)]
    parameters = call.encode(question)
    ids = sum(value.count(",") + 1 for name, value in parameters if name in ("id", "ids"))
    long = ids >= POST_FROM_IDS or len(urlencode(parameters)) > POST_FROM_LENGTH
    return Wire(call, parameters, long and call.base in POSTING, call.place(question) if call.place else call.path)
