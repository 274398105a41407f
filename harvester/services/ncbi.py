"""NCBI: the calls of its E-utilities and of the PMC ID converter, who asks, and how often."""

from harvester.model.questions import Cited, Convert, Fetch, FullText, MatchCitations, Search
from harvester.services.calls import Call, Manners, Pace, Pairs
from harvester.services.settings import TOOL, ServiceSettings

WITHOUT_KEY = Pace(3)
WITH_KEY = Pace(10)
"""Requests a second from one address, and with a key (docs/entrez.md 10); several may be under way."""


def _who(settings: ServiceSettings) -> Pairs:
    # `tool` always (docs/entrez.md 12); an empty key would be refused as a wrong one (docs/entrez.md 2).
    pairs = (("tool", TOOL), ("email", settings.email), ("api_key", settings.api_key))
    return tuple((name, value) for name, value in pairs if value)


MANNERS = Manners(
    who=_who,
    pace=lambda settings: WITH_KEY if settings.api_key else WITHOUT_KEY,
    counted_by=lambda settings: settings.api_key,
)


def _match(question: MatchCitations) -> Pairs:
    lines = []
    for c in question.citations:
        cells = (c.journal, c.year, c.volume, c.page, c.author, c.key)
        # A bar or line end within a printed word must not break the line of the question (docs/entrez.md 28).
        lines.append("".join(" ".join(cell.replace("|", " ").split()) + "|" for cell in cells))
    return (("db", "pubmed"), ("retmode", "xml"), ("bdata", "\r".join(lines)))


CALLS: dict[type, Call] = {
    Search: Call(
        "esearch",
        "eutils",
        "esearch.fcgi",
        lambda q: (("db", "pubmed"), ("term", q.term), ("retmax", str(q.limit)), ("retmode", "xml")),
    ),
    Fetch: Call(
        "efetch",
        "eutils",
        "efetch.fcgi",
        lambda q: (("db", "pubmed"), ("id", ",".join(q.pmids)), ("retmode", "xml")),
    ),
    # One `id` for each work: joined by commas they would get one common answer (docs/entrez.md 3).
    Cited: Call(
        "elink",
        "eutils",
        "elink.fcgi",
        lambda q: (
            *(("dbfrom", "pubmed"), ("db", "pubmed"), ("linkname", "pubmed_pubmed_refs"), ("retmode", "xml")),
            *(("id", pmid) for pmid in q.pmids),
        ),
    ),
    MatchCitations: Call("ecitmatch", "eutils", "ecitmatch.cgi", _match),
    # One kind of identifier a question: a PMCID among PMIDs makes all of them fail (docs/entrez.md 29).
    Convert: Call("idconv", "idconv", "", lambda q: (("ids", ",".join(q.identifiers)), ("format", "json"))),
    # The path of PubMed's records with another database; PMC's ids are given without their letters.
    FullText: Call(
        "pmc",
        "eutils",
        "efetch.fcgi",
        lambda q: (("db", "pmc"), ("id", q.pmcid.removeprefix("PMC")), ("retmode", "xml")),
    ),
}
