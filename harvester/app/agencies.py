"""A printed DOI that Crossref has no record of: doi.org says with whom it is registered, DataCite gives its record.

Crossref knows its own DOIs alone (docs/entrez.md 44): Zenodo's, Dryad's, arXiv's and those of many theses are
DataCite's. Only what is registered nowhere is a misprint; then the words decide, as if no DOI were printed. These
strategies are for what is at the stage `DOI_UNKNOWN`; a run without doi.org leaves it so, and calls nothing dead.
"""

from collections.abc import Sequence

from harvester.app.asking import Strategy
from harvester.app.resolutions import of_agency, of_printed, without_doi
from harvester.app.strategies import fetch
from harvester.model.citation import Stage
from harvester.model.claim import Origin
from harvester.model.questions import Agencies, DataCiteWork
from harvester.model.reason import ReasonCode
from harvester.model.resolution import FetchedClaim, Query
from harvester.records import datacite
from harvester.records.doi_agencies import decode_agencies
from harvester.works.claims import make_claim

TOGETHER = 50
"""DOIs a request: it is an address, and 50 of 40 letters make 2,000, which every server takes."""
BATCH = 25
"""Queries a transaction, each a request of its own."""
DATACITE = "DataCite"


def doi_of(query: Query) -> str:
    """The DOI whose agency is asked for; "" where it is known, or Crossref was not asked yet."""
    return "" if _agency_is_known(query) or query.stage is not Stage.DOI_UNKNOWN else query.claim.work.get("doi") or ""


def datacite_doi_of(query: Query) -> str:
    """The DOI that DataCite is asked for; "" of any other agency's."""
    is_its_own = _agency_is_known(query) and query.reason is not None and query.reason.values[1] == DATACITE
    return query.claim.work.get("doi") or "" if is_its_own and query.stage is Stage.DOI_UNKNOWN else ""


def _agency_is_known(query: Query) -> bool:
    return query.reason is not None and query.reason.code in (
        ReasonCode.DOI_OF_AGENCY,
        ReasonCode.DOI_OF_AGENCY_NEAREST,
    )


def by_agency(batch: Sequence[Query]) -> Strategy:
    """Ask doi.org with whom DOIs are registered; where nobody has one, the record that the words found is judged
    without it."""
    question = Agencies(tuple(dict.fromkeys(map(doi_of, batch))))
    replies = yield (question,)
    agencies = decode_agencies(replies[question].body)
    nowhere = [query for query in batch if agencies.get(doi_of(query)) == ""]
    records = yield from fetch(pmid for query in nowhere if (pmid := _nearest_pmid(query)))
    found = []
    for query in batch:
        agency = agencies.get(doi_of(query))
        if agency == "":
            record = records.get(_nearest_pmid(query))
            found.append(without_doi(query, [record] if record else []))
        else:
            # An answer that says nothing of it is no word on whether it is dead.
            found.append(of_agency(query, agency or "", is_asked_for=agency == DATACITE))
    return tuple(found)


def _nearest_pmid(query: Query) -> str:
    """The PMID of the record that came nearest by its words, as the reason names it."""
    if query.reason is None or query.reason.code is not ReasonCode.NEAREST:
        return ""
    scheme, _, value = str(query.reason.values[0]).partition(":")
    return value if scheme == "pmid" else ""


def by_datacite(batch: Sequence[Query]) -> Strategy:
    """Take the works of DataCite's DOIs from its records."""
    asked = tuple(DataCiteWork(doi) for doi in dict.fromkeys(map(datacite_doi_of, batch)))
    replies = yield asked
    by_doi: dict[str, FetchedClaim] = {}
    for question in asked:
        work = datacite.decode_work(replies[question].body)
        if work is not None and work.get("doi") == question.doi:
            claim = make_claim(work, Origin.DATACITE, question.doi)
            by_doi[question.doi] = FetchedClaim(claim, replies[question].key)
    return tuple(
        of_printed(q, by_doi[doi])
        if (doi := datacite_doi_of(q)) in by_doi
        else of_agency(q, DATACITE, is_asked_for=False)
        for q in batch
    )
