"""Identifiers in running text and alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harvester.values import identifier
from harvester.values.identifier import find, parse


def curies(text: str) -> list[str]:
    return [str(found.identifier) for found in find(text)]


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("doi: 10.1016/S1201-9712(98)90116-3. - DOI - PubMed", "10.1016/s1201-9712(98)90116-3"),
        ("(doi:10.1000/182)", "10.1000/182"),
        ("see [10.1000/182].", "10.1000/182"),
        ("DOI: 10.1097/HJH. 0000000000002321.", "10.1097/hjh.0000000000002321"),
        ("DOI: 10.1016/j. jacc. 2018. 06.056.\n[7] Next", "10.1016/j.jacc.2018.06.056"),
        ("DOI: 10.1186/s12872‐021‐01858‐1.", "10.1186/s12872-021-01858-1"),
        ("10.1371/journal.pone.00904792. Smith", "10.1371/journal.pone.0090479"),
        ("doi: 10.1073/pnas.85.1.175.Proc Natl Acad Sci", "10.1073/pnas.85.1.175"),
        ("10.1016/j.cell.2017.01.017PubMedGoogle Scholar", "10.1016/j.cell.2017.01.017"),
        ("10.1038/nature12345CrossrefPubMed", "10.1038/nature12345"),
        ("https://doi.org/10.1037//0022-3514.51.6.1173 x", "10.1037/0022-3514.51.6.1173"),
        ("https://doi.org/10.1016%2Fj.x.2", "10.1016/j.x.2"),
        ("10.1371/\n    journal.pone.0012345.", "10.1371/journal.pone.0012345"),
        ("doi:10.1016/S0140-6736(05)\n   67889-5.", "10.1016/s0140-6736(05)67889-5"),
        ("10.1890/0012-9658(2001)082[0001:ABC]2.0.CO;2 x", "10.1890/0012-9658(2001)082[0001:abc]2.0.co;2"),
        (
            "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2.",
            "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
        ),
        (
            "10.1002/(SICI)1097-0258(1998)17:15&lt;1661::AID-SIM968&gt;3.0.CO;2-2",
            "10.1002/(sici)1097-0258(1998)17:15<1661::aid-sim968>3.0.co;2-2",
        ),
        ("doi:10.1101/2020.05.05.079194[preprint]", "10.1101/2020.05.05.079194"),
    ],
)
def test_a_doi_in_running_text_ends_where_the_doi_ends(text: str, doi: str) -> None:
    assert curies(text) == [f"doi:{doi}"]


def test_two_dois_with_a_comma_between_are_two() -> None:
    assert curies("10.1001/jama.2020.1234,10.1001/jama.2020.1235") == [
        "doi:10.1001/jama.2020.1234",
        "doi:10.1001/jama.2020.1235",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "http://example.org/2010/summary.pdf",
        "10.1002/(ISSN)1531-8249",
        "10.1000/",
        "found in PubMed 2019 and",
        "PMID 0",
    ],
)
def test_what_only_resembles_an_identifier_is_none(text: str) -> None:
    assert curies(text) == []


def test_labelled_identifiers_are_found_beside_each_other() -> None:
    text = "doi: 10.1073/pnas.85.1.175. PMID: 2829168; PMCPMC6063408 arXiv:1706.03762v5 ISBN 978-3-16-148410-0"
    assert curies(text) == [
        "doi:10.1073/pnas.85.1.175",
        "pmid:2829168",
        "pmcid:PMC6063408",
        "arxiv:1706.03762",
        "isbn:9783161484100",
    ]
    assert all(found.labelled for found in find(text) if found.identifier.scheme != "pmcid")


def test_the_span_of_a_found_identifier_is_the_printed_one() -> None:
    text = "x doi:10.1000/AbC. y"
    (found,) = find(text)
    assert text[found.start : found.end] == "10.1000/AbC"


@pytest.mark.parametrize(
    ("text", "scheme", "curie"),
    [
        ("https://www.ncbi.nlm.nih.gov/pubmed/123/", None, "pmid:123"),
        ("PMID: 0123", None, "pmid:123"),
        ("123", "pmid", "pmid:123"),
        ("PMC123", None, "pmcid:PMC123"),
        ("123456", "pmcid", "pmcid:PMC123456"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC7916202/", None, "pmcid:PMC7916202"),
        ("DOI 10.1000/AbC.", None, "doi:10.1000/abc"),
        ("https://doi-org.ezproxy.example.edu/10.1000/abc", None, "doi:10.1000/abc"),
        ("0-306-40615-2", "isbn", "isbn:9780306406157"),
        ("info:doi/10.1000/x", None, "doi:10.1000/x"),
        ("https://arxiv.org/abs/1706.03762v2", None, "arxiv:1706.03762"),
    ],
)
def test_one_identifier_is_read_in_any_of_its_forms(text: str, scheme: str | None, curie: str) -> None:
    assert str(parse(text, scheme)) == curie  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "scheme"), [("123", None), ("10.1000/a b", None), ("", None), ("978-3-16-148410-1", "isbn"), ("0", "pmid")]
)
def test_a_string_that_is_no_identifier_gives_none(text: str, scheme: str | None) -> None:
    assert parse(text, scheme) is None  # type: ignore[arg-type]


@given(st.text(alphabet="10./()<>[];:aSdoi PMID\n-%2F‐", max_size=300))
def test_whatever_is_found_is_canonical_and_inside_the_text(text: str) -> None:
    for found in find(text):
        assert 0 <= found.start < found.end <= len(text)
        assert parse(str(found.identifier), found.identifier.scheme) == found.identifier


@pytest.mark.parametrize("piece", ["10.", "(", "<a", "10.1000/j. ", "a.)", "&lt;", "ISBN 1 ", "PMID ", "%2F"])
def test_long_hostile_text_is_searched_without_backtracking(piece: str) -> None:
    assert isinstance(list(find("10.1000/" + piece * (100_000 // len(piece)))), list)


@given(
    st.text("abcdefghij0123456789._-/()v", max_size=20), st.sampled_from(["10.1016/", "10.1000/j.", "", "10.12345/"])
)
def test_what_is_canonical_already_is_taken_as_it_is_and_as_the_long_way_takes_it(tail: str, head: str) -> None:
    text = head + tail
    for scheme, parser in (("doi", identifier._parse_doi), ("pmid", identifier._parse_pmid)):
        if identifier._CANONICAL[scheme].fullmatch(text):  # type: ignore[index]
            assert identifier.parse(text, scheme) == parser(text, True)  # type: ignore[arg-type]


def test_a_pmid_is_found_as_scielo_prints_it() -> None:
    assert [str(f.identifier) for f in identifier.find("2017;17(1):30. PMid:28086820.")] == ["pmid:28086820"]


def test_an_issue_is_no_work_and_an_article_named_by_its_volume_is_one() -> None:
    for issue in ("10.1002/mds.v18:6", "10.1182/blood.V98.6", "10.1002/hbm.v34.11"):
        assert identifier.parse(issue) is None
    for article in ("10.1590/s1678-3921.pab2019.v54.00335", "10.3402/gha.v8.27624"):
        assert str(identifier.parse(article)) == f"doi:{article}"


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        (
            "doi:10.1002/(SICI)1097-0142(19990801)86:3\n   <429::AID-\n   CNCR11>3.0.CO;2-Y.",
            "10.1002/(sici)1097-0142(19990801)86:3<429::aid-cncr11>3.0.co;2-y",
        ),
        ("https://doi.org/10.3389/fonc.2018.\n00123 [PubMed]", "10.3389/fonc.2018.00123"),
        ("doi: 10.1136/bmj-\n   2019-051234", "10.1136/bmj-2019-051234"),
        ("doi: 10.1080/00207454.2016.\n1185421", "10.1080/00207454.2016.1185421"),
        ("doi: 10.1002/abc-\n1234.", "10.1002/abc-1234"),
        ("doi: 10.1016\n    /j.crpv.2006.09.003\n", "10.1016/j.crpv.2006.09.003"),
        ("doi: 10.1385 /ni:1:1:111. [PubMed]", "10.1385/ni:1:1:111"),
        (
            "doi: 10.1666/0022-3360(2000)074\n    <0158:anfrwb>2.0.co;2\n",
            "10.1666/0022-3360(2000)074<0158:anfrwb>2.0.co;2",
        ),
        ("doi: 10.1038/nm.2678.\n[5] CARR T F.", "10.1038/nm.2678"),
        ("doi: 10.1001/jama.2016.1234.\n5. Next", "10.1001/jama.2016.1234"),
    ],
)
def test_a_doi_that_cannot_end_where_the_line_ends_goes_on_in_the_next(printed: str, whole: str) -> None:
    assert [f.identifier.value for f in identifier.find(printed)] == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "It costs 10.5000 /day and 10.2000\n/week.",
        "doi: 10.1666/0022-3360(2000)074. Next",
        "doi: 10.1002/1097-0193.",
        "doi: 10.1182/blood-2010-10-",
    ],
)
def test_what_may_be_no_doi_or_a_cut_one_is_not_said(text: str) -> None:
    assert not list(identifier.find(text))


@pytest.mark.parametrize(
    ("printed", "doi"),
    [
        ("doi: 10.1016/s0140-6736(20)30183-5.Lancet. 2020.PMID: 31986264", "10.1016/s0140-6736(20)30183-5"),
        ("doi: 10.1093/ije/dyaa001.Int J Epidemiol. 2020.PMID: 1", "10.1093/ije/dyaa001"),
        ("doi: 10.1136/bmj.n71.BMJ. 2021.PMID: 33782057", "10.1136/bmj.n71"),
        ("doi: 10.2203/dose-response.08-028.Isaksson. 2009 May", "10.2203/dose-response.08-028.isaksson"),
    ],
)
def test_a_journal_and_its_year_behind_a_doi_are_no_part_of_it(printed: str, doi: str) -> None:
    assert [f.identifier.value for f in identifier.find(printed) if f.identifier.scheme == "doi"] == [doi]
