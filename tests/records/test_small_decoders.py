"""ESearch, ELink, ECitMatch and the ID converter."""

from harvester.model import Identifier
from harvester.records.ncbi import decode_conversion, decode_links, decode_matches, decode_search
from tests.ncbi.calls import Desk, elink, esearch, idconv
from tests.ncbi.papers import papers

DESK = Desk(papers())


def test_a_search_gives_its_pmids_and_its_count() -> None:
    body = esearch(DESK, {"term": ['"10.1038/nrgastro.2015.150"[doi] OR "10.9999/none"[doi]']}, "").body
    hits = decode_search(body)
    assert (hits.count, hits.pmids) == (1, ("26323879",))


def test_25_brackets_in_a_doi_group_unless_it_is_quoted() -> None:
    doi = "10.1016/S1201-9712(98)90116-3"
    assert decode_search(esearch(DESK, {"term": [f'"{doi}"[doi]']}, "").body).pmids == ("9531659",)
    assert decode_search(esearch(DESK, {"term": [f"{doi}[doi]"]}, "").body).pmids == ()


def test_links_come_one_set_a_work_and_a_work_without_links_has_an_empty_one() -> None:
    links = decode_links(elink(DESK, {"id": ["38474037", "26323879"]}, "").body)
    assert [link.pmid for link in links] == ["38474037", "26323879"]
    assert links[0].targets[:2] == ("26323879", "37429733")
    assert links[1].targets == ()


def test_28_matches_are_mapped_by_key_and_a_missing_line_is_a_missing_key() -> None:
    body = (
        b"Immunity|2013|39|782|Bindea G|r1|24138885\n"
        b"Cell Comm Signal|2017|15|1|Catakovic K|r2|NOT_FOUND;INVALID_JOURNAL\n"
        b"Nature|2017|541||Chen DS|r4|AMBIGUOUS 26315901,25768914\n"
        b"Nature|2017|||Chen|r5|AMBIGUOUS (783 citations)\n\n"
    )
    found = decode_matches(body)
    assert found["r1"].pmids == ("24138885",)
    assert (found["r2"].outcome, found["r2"].pmids) == ("not found", ())
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
        assert decode_conversion(body) == {}
        assert decode_matches(body) == {}
