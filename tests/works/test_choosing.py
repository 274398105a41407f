"""The library's picture of a work."""

from itertools import permutations

from harvester.model import Identifier, Name, PartialDate, Work
from harvester.model.claim import Origin
from harvester.works.choosing import choose
from harvester.works.claims import make_claim

DOI = Identifier("doi", "10.1136/bmj.327.7414.557")
PRINTED = make_claim(
    Work(
        type="article-journal",
        title="Measuring inconsistency in meta-analyses",
        author=(Name("Higgins", "JPT"),),
        authors_complete=False,
        container_title="BMJ",
        issue="7414",
        identifiers=(DOI,),
    ),
    Origin.REFERENCE,
    "",
)
RECORD = make_claim(
    Work(
        type="article-journal",
        title="Measuring inconsistency in meta-analyses.",
        author=(Name("Higgins", "Julian P T"), Name("Thompson", "Simon G")),
        issued=PartialDate(2003, 9, 6),
        identifiers=(DOI, Identifier("pmid", "12958120")),
    ),
    Origin.PUBMED,
    "",
)


def test_a_record_outranks_a_page_and_a_silent_field_is_filled_from_below() -> None:
    work = choose([PRINTED, RECORD])
    assert work.title == "Measuring inconsistency in meta-analyses."
    assert work.issued == PartialDate(2003, 9, 6)
    assert (work.container_title, work.issue) == ("BMJ", "7414")


def test_an_author_list_is_taken_whole_with_whether_it_is_complete() -> None:
    work = choose([PRINTED, RECORD])
    assert [name.family for name in work.author] == ["Higgins", "Thompson"]
    assert work.authors_complete


def test_of_equals_a_whole_author_list_outranks_a_cut_one() -> None:
    whole = make_claim(
        Work(author=(Name("Higgins", "J"), Name("Thompson", "S")), identifiers=(DOI,)), Origin.REFERENCE, ""
    )
    assert choose([PRINTED, whole]).authors_complete


def test_identifiers_add_up_in_a_fixed_order() -> None:
    assert [str(i) for i in choose([RECORD, PRINTED]).identifiers] == ["doi:10.1136/bmj.327.7414.557", "pmid:12958120"]


def test_the_choice_does_not_depend_on_the_order_of_the_claims() -> None:
    third = make_claim(Work(title="Measuring inconsistency", volume="327", identifiers=(DOI,)), Origin.REFERENCE, "")
    assert len({choose(order) for order in permutations([PRINTED, RECORD, third])}) == 1
