"""ESearch, EPost, ELink, ESummary, ECitMatch and the ID converter."""

from harvester.model import Identifier
from harvester.records.citation_matching import decode_matches
from harvester.records.converting import decode_conversion
from harvester.records.searching import decode_links, decode_post, decode_search
from harvester.records.summaries import decode_summaries
from tests.ncbi.calls import Desk, elink, epost, esearch, esummary, idconv
from tests.ncbi.papers import papers

DESK = Desk(papers())


def test_a_search_gives_its_pmids_its_count_and_what_was_not_found() -> None:
    body = esearch(DESK, {"term": ['"10.1038/nrgastro.2015.150"[doi] OR "10.9999/none"[doi]']}, "").body
    hits = decode_search(body)
    assert (hits.count, hits.pmids, hits.not_found) == (1, ("26323879",), ("10.9999/none",))


def test_warnings_of_a_search_are_kept() -> None:
    body = (
        b"<eSearchResult><Count>0</Count><IdList/><ErrorList><PhraseNotFound>x</PhraseNotFound>"
        b"<FieldNotFound>y</FieldNotFound></ErrorList><WarningList><QuotedPhraseNotFound>z</QuotedPhraseNotFound>"
        b"<OutputMessage>No items found.</OutputMessage></WarningList></eSearchResult>"
    )
    hits = decode_search(body)
    assert (hits.not_found, hits.warnings) == (("x", "y"), ("z", "No items found."))


def test_25_brackets_in_a_doi_group_unless_it_is_quoted() -> None:
    doi = "10.1016/S1201-9712(98)90116-3"
    assert decode_search(esearch(DESK, {"term": [f'"{doi}"[doi]']}, "").body).pmids == ("9531659",)
    assert decode_search(esearch(DESK, {"term": [f"{doi}[doi]"]}, "").body).pmids == ()


def test_a_post_gives_its_place_on_the_history_server() -> None:
    place = decode_post(epost(DESK, {"id": ["1,2"]}, "").body)
    assert place.query_key == "1"
    assert DESK.history[place.web_env] == ("1", "2")


def test_links_come_one_set_a_work_and_a_work_without_links_has_an_empty_one() -> None:
    links = decode_links(elink(DESK, {"id": ["38474037", "26323879"]}, "").body)
    assert [link.pmid for link in links] == ["38474037", "26323879"]
    assert links[0].targets[:2] == ("26323879", "37429733")
    assert links[1].targets == ()


def test_a_summary_gives_a_work_and_an_id_without_one_is_left_out() -> None:
    body = esummary(DESK, {"id": ["26323879,999"]}, "").body
    (summary,) = decode_summaries(body)
    work = summary.work
    assert (summary.pmid, work.page) == ("26323879", "720-727")
    assert work.title == "The global burden of IBD: from 2015 to 2025"
    assert (work.author[0].family, work.author[0].given, str(work.issued)) == ("Kaplan", "GG", "2015-12")
    assert work.get("doi") == "10.1038/nrgastro.2015.150"


def test_28_matches_are_mapped_by_key_and_a_missing_line_is_a_missing_key() -> None:
    body = (
        b"Immunity|2013|39|782|Bindea G|r1|24138885\n"
        b"Cell Comm Signal|2017|15|1|Catakovic K|r2|NOT_FOUND;INVALID_JOURNAL\n"
        b"Nature|2017|541||Chen DS|r4|AMBIGUOUS 26315901,25768914\n"
        b"Nature|2017|||Chen|r5|AMBIGUOUS (783 citations)\n\n"
    )
    found = decode_matches(body)
    assert found["r1"].pmids == ("24138885",)
    assert (found["r2"].outcome, found["r2"].reason) == ("not found", "NOT_FOUND;INVALID_JOURNAL")
    assert (found["r4"].outcome, found["r4"].pmids) == ("ambiguous", ("26315901", "25768914"))
    assert (found["r5"].outcome, found["r5"].pmids) == ("ambiguous", ())
    assert "r3" not in found


def test_29_the_converter_gives_numbers_or_strings_and_nothing_for_what_is_not_in_pmc() -> None:
    new = idconv(DESK, {"ids": ["24608080,26323879"]}, "").body
    assert decode_conversion(new)["24608080"][:2] == (Identifier("pmid", "24608080"), Identifier("pmcid", "PMC3946519"))
    assert "26323879" not in decode_conversion(new)
    old = b'{"records":[{"pmid":"24608080","pmcid":"PMC3946519"},{"requested-id":"1","live":"false","status":"error"}]}'
    assert decode_conversion(old) == {"PMC3946519": (Identifier("pmid", "24608080"), Identifier("pmcid", "PMC3946519"))}


def test_garbage_decodes_to_nothing_and_raises_nothing() -> None:
    hostile = b"<!DOCTYPE a [<!ENTITY b 'c'>]><eSearchResult>&b;</eSearchResult>"
    for body in (b"", b"<", b"{", b"[]", b'{"result":[]}', hostile):
        assert decode_search(body).pmids == ()
        assert decode_links(body) == ()
        assert decode_summaries(body) == ()
        assert decode_conversion(body) == {}
        assert decode_matches(body) == {}
