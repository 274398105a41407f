"""Crossref and Europe PMC decoded: their oddities named in docs/entrez.md 30, on answers written for these tests."""

import json

from harvester.model import Identifier, Name, PartialDate
from harvester.records import AnswerStatus, check, crossref, europepmc
from harvester.records.ncbi import decode_full_text
from harvester.values.relations import CONCERN, WITHDRAWN


def work(**fields: object) -> bytes:
    message = {"DOI": "10.5555/Standin.7", "type": "journal-article", "title": ["A title of our own"], **fields}
    return json.dumps({"status": "ok", "message-type": "work", "message": message}).encode()


def decoded(**fields: object) -> crossref.CrossrefRecord:
    record = crossref.decode_work(work(**fields))
    assert record is not None
    return record


def test_an_abstract_in_jats_becomes_one_plain_text() -> None:
    first = "<jats:p>Filler of <jats:italic>ours</jats:italic>.</jats:p>"
    sent = f"<jats:title>Abstract</jats:title>{first}<jats:p>More.</jats:p>"
    found = crossref.decode_work(json.dumps({"message": {"DOI": "10.1000/abc", "abstract": sent}}).encode())
    assert found is not None
    assert found.work.abstract == "Filler of ours. More."


def test_a_doi_is_lower_case_and_the_place_complete() -> None:
    record = decoded(
        volume="12", issue="3", page="720-7", author=[{"family": "Kaplan", "given": "Gilaad G.", "suffix": "Jr"},
        {"name": "The GBD Group"}], issued={"date-parts": [[2015, 12, 3]]},
        **{"container-title": ["Nature Reviews"], "short-container-title": ["Nat Rev"]},
    )  # fmt: skip
    assert record.doi == "10.5555/standin.7"
    assert (record.work.volume, record.work.issue, record.work.page) == ("12", "3", "720-727")
    assert record.work.author == (Name("Kaplan", "Gilaad G.", "Jr"), Name(literal="The GBD Group"))
    assert record.work.issued == PartialDate(2015, 12, 3)
    assert (record.work.container_title, record.work.container_title_short) == ("Nature Reviews", "Nat Rev")


def test_30_issued_without_a_year_is_no_date_and_print_stands_in_for_it() -> None:
    assert decoded(issued={"date-parts": [[None]]}).work.issued is None
    printed = {"published-print": {"date-parts": [[2011, 4]]}}
    assert decoded(issued={"date-parts": [[None]]}, **printed).work.issued == PartialDate(2011, 4)


def test_a_placeholder_for_a_title_is_none() -> None:
    assert decoded(title=[":{unav)"]).work.title == ""


def test_a_colon_behind_markup_on_a_line_of_its_own_stands_right_behind_it() -> None:
    sent = "Effects of <i>Helicobacter\n     pylori</i>\n                    : a cohort (of <b>HP</b>\n      )"
    assert decoded(title=[sent]).work.title == "Effects of <i>Helicobacter pylori</i>: a cohort (of <b>HP</b>)"
    french = "L'infection par <i>Helicobacter pylori</i> : une cohorte"
    assert decoded(title=[french]).work.title == french


def test_placeholders_for_a_place_tell_none() -> None:
    record = decoded(volume="n/a", issue="0", page="n/a-n/a", **{"article-number": "(:unav)"}).work
    assert (record.volume, record.issue, record.page, record.number) == ("", "", "", "")


def test_a_placeholder_among_the_authors_is_nobody() -> None:
    record = decoded(author=[{"family": "&NA;"}, {"family": "Lee", "given": "Ann"}, {"name": "(:unkn)"}]).work
    assert record.author == (Name("Lee", "Ann"),)


def test_a_year_that_no_publication_can_have_is_none() -> None:
    assert decoded(issued={"date-parts": [[-5]]}).work.issued is None
    assert decoded(issued={"date-parts": [[10**30, 1]]}).work.issued is None
    assert decoded(issued={"date-parts": [[2021, 99]]}).work.issued == PartialDate(2021)


def test_a_subtitle_belongs_to_the_title_once() -> None:
    assert decoded(subtitle=["and what follows"]).work.title == "A title of our own: and what follows"
    assert decoded(title=["Own: and what"], subtitle=["And what"]).work.title == "Own: and what"


def test_a_retracted_work_is_told_by_updated_by_and_a_notice_by_update_to() -> None:
    retracted = decoded(**{"updated-by": [{"type": "retraction", "DOI": "10.5555/N", "source": "retraction-watch"}]})
    assert retracted.work.status == WITHDRAWN
    concern = decoded(**{"updated-by": [{"type": "expression-of-concern", "DOI": "10.5555/N"}]})
    assert concern.work.status == CONCERN
    erratum = decoded(**{"updated-by": [{"type": "erratum", "DOI": "10.5555/N"}]})
    assert erratum.work.status == ""
    notice = decoded(**{"update-to": [{"type": "retraction", "DOI": "10.5555/A"}]})
    assert (notice.work.genre, notice.work.status) == ("Retraction Notice", "")


def test_a_preprint_is_known_by_its_type() -> None:
    record = decoded(type="posted-content")
    assert (record.work.type, record.work.genre) == ("article", "Preprint")


def test_deposited_references_keep_their_numbers_where_the_keys_tell_them() -> None:
    listed = [{"key": "cr1", "DOI": "10.1000/A"}, {"key": "cr3", "unstructured": "Filler of ours. 2010."}]
    assert [(r.ordinal, r.identifiers) for r in decoded(reference=listed).references] == [
        (1, (Identifier("doi", "10.1000/a"),)),
        (3, ()),
    ]


def test_a_reference_in_parts_is_put_together_as_a_line() -> None:
    listed = [{"key": "x", "author": "Kaplan", "article-title": "A title", "journal-title": "J Ours", "year": "2015",
               "volume": "12", "first-page": "720"}]  # fmt: skip
    assert [r.text for r in decoded(reference=listed).references] == ["Kaplan. A title. J Ours. 2015;12:720."]


def test_30_a_doi_that_crossref_does_not_know_is_empty_and_another_404_is_an_error() -> None:
    assert check("crossref-work", 404, b"Resource not found.").status is AnswerStatus.EMPTY
    assert check("crossref-work", 404, b"<html>not here</html>").status is AnswerStatus.ERROR
    assert check("crossref-work", 200, work()).status is AnswerStatus.WHOLE
    assert check("crossref-work", 200, work()[:-9]).status is AnswerStatus.LATER
    assert crossref.decode_work(b"Resource not found.") is None


def test_hostile_shapes_decode_to_nothing_and_never_raise() -> None:
    for body in (
        b"",
        b"[]",
        b'{"message": []}',
        b'{"message": {"DOI": 5}}',
        b'{"message": {"DOI": null}}',
        b"[" * 9999,
    ):
        assert crossref.decode_work(body) is None
        assert crossref.decode_search(body) == ()
        assert europepmc.decode_references(body).references == ()
    odd = decoded(title="no list", author="nobody", issued=[], reference={"a": 1}, page=720, volume=True)
    assert (odd.work.title, odd.work.author, odd.work.issued, odd.work.page) == ("no list", (), None, "720")


def test_europe_pmc_numbers_its_references_as_printed() -> None:
    reference = [
        {"id": "26323879", "source": "MED", "authorString": "Kaplan GG", "title": "A title", "pubYear": 2015,
         "journalAbbreviation": "J Ours", "volume": "12", "issue": "12", "pageInfo": "720-727", "citedOrder": 1},
        {"citedOrder": 4, "unstructuredInformation": "Filler of ours."},
    ]  # fmt: skip
    body = json.dumps({"hitCount": 4, "referenceList": {"reference": reference}}).encode()
    page = europepmc.decode_references(body)
    assert page.total == 4
    assert [(r.ordinal, r.text, r.identifiers) for r in page.references] == [
        (1, "Kaplan GG. A title. J Ours. 2015;12(12):720-727.", (Identifier("pmid", "26323879"),)),
        (4, "Filler of ours.", ()),
    ]


def test_the_list_of_a_full_text_is_in_printed_order() -> None:
    refs = "".join(
        f'<ref id="B{n}"><label>{n}</label><mixed-citation>Filler {n}. <pub-id pub-id-type="pmid">{1000 + n}</pub-id>'
        "</mixed-citation></ref>"
        for n in (1, 2, 3)
    )
    article = f"<article><front/><back><ref-list>{refs}</ref-list></back></article>"
    body = f"<pmc-articleset>{article}</pmc-articleset>".encode()
    assert check("pmc", 200, body).status is AnswerStatus.WHOLE
    assert [(r.ordinal, str(r.identifiers[0])) for r in decode_full_text(body)] == [
        (1, "pmid:1001"), (2, "pmid:1002"), (3, "pmid:1003"),
    ]  # fmt: skip
    closed = b'<pmc-articleset><error id="1">The following PMCID is not available</error></pmc-articleset>'
    assert check("pmc", 200, closed).status is AnswerStatus.EMPTY
    assert decode_full_text(closed) == ()
    mirror = b"<?xml version='1.0'?><PubmedArticleSet></PubmedArticleSet>"
    assert check("pmc", 200, mirror).status is AnswerStatus.ERROR, "asking again would not help"
