"""Who claims what of a work: each value with all who claim it, and the values that lost."""

from harvester.model import Identifier, PartialDate, Span, Work
from harvester.model.claim import Claim, Location, Origin
from harvester.model.reading import FieldLocation
from harvester.works.provenance import FieldProvenance, provenance

DOI, PMID, WRONG = Identifier("doi", "10.1136/bmj.n71"), Identifier("pmid", "33782057"), Identifier("pmid", "1")
RECORD = Claim("r", Origin.PUBMED, Work(title="A", volume="372", identifiers=(DOI, PMID)), ())
PRINTED = Claim("p", Origin.REFERENCE, Work(title="A", volume="37", identifiers=(WRONG,)), (), (PMID,), (WRONG,))
PERSON = Claim("e", Origin.PERSON, Work(issued=PartialDate(2021)), (), (DOI, PMID))
ANSWER, REFERENCE = Location("answer"), Location("page, reference 1", Span(1, 9))
OWN = Location("page", fields=(FieldLocation("title", Span(2, 5)), FieldLocation("doi:10.1136/bmj.n71", Span(7, 9))))
PLACES = {"r": (ANSWER,), "p": (REFERENCE,), "e": (Location("a person"),), "o": (OWN,)}


def fields_of(*cluster: Claim) -> dict[str, FieldProvenance]:
    return {found.field: found for found in provenance(cluster, PLACES)}


def test_a_value_has_all_who_tell_it_the_most_believed_first() -> None:
    title = fields_of(PRINTED, RECORD)["title"].chosen
    assert title is not None
    assert title.claimed_by == ((Origin.PUBMED, (ANSWER,)), (Origin.REFERENCE, (REFERENCE,)))
    assert title.origin is Origin.PUBMED


def test_a_value_that_lost_is_told_beside_the_one_that_won() -> None:
    volume = fields_of(PRINTED, RECORD)["volume"]
    assert [volume.chosen and volume.chosen.value, *(o.value for o in volume.others)] == ["372", "37"]


def test_an_identifier_that_matching_found_is_not_said_to_be_printed() -> None:
    pmid = fields_of(PRINTED, RECORD)["pmid"].chosen
    assert pmid is not None
    assert [str(location) for location in pmid.locations] == ["answer", "page, reference 1 [1:9], by matching"]


def test_a_printed_identifier_of_another_work_is_among_what_lost() -> None:
    (lost,) = fields_of(PRINTED, RECORD)["pmid"].others
    assert (lost.value, *map(str, lost.locations)) == ("1", "page, reference 1 [1:9], but that is another work")
    alone = Claim("p", Origin.REFERENCE, PRINTED.work, (), (), (WRONG,))
    assert fields_of(alone)["pmid"].chosen is None


def test_a_person_who_edited_a_field_is_no_teller_of_identifiers() -> None:
    found = fields_of(PERSON, RECORD)
    assert found["issued"].chosen and found["issued"].chosen.origin is Origin.PERSON
    assert found["doi"].chosen and found["doi"].chosen.claimed_by == ((Origin.PUBMED, (ANSWER,)),)


def test_a_field_of_a_pages_own_work_has_its_own_place_on_the_page() -> None:
    page = Claim("o", Origin.PAGE, Work(title="A", volume="372", identifiers=(DOI,)), ())
    found = fields_of(page)
    shown = {field: [str(p) for p in found[field].chosen.locations] for field in found if found[field].chosen}
    assert shown == {"title": ["page [2:5]"], "volume": ["page, place not kept"], "doi": ["page [7:9]"]}


def test_an_identifier_found_by_matching_has_no_place_on_the_works_own_page() -> None:
    page = Claim("o", Origin.PAGE, Work(title="A", identifiers=(DOI,)), (), (PMID,))
    pmid = fields_of(page)["pmid"].chosen
    assert pmid and [str(p) for p in pmid.locations] == ["page, by matching"]
