"""Every field that our decoder gives is held against Biopython's own parser on the same records."""

import html
import re
from pathlib import Path
from typing import Any

import pytest
from Bio import Entrez

from harvester.records import pubmed
from harvester.records.pubmed import Record
from harvester.values.relations import CONCERN, PUBMED, WITHDRAWN
from tests.ncbi.calls import SPECIAL
from tests.ncbi.paper import article_xml
from tests.ncbi.papers import papers

WHOLE = SPECIAL.read_text("utf-8")
HEAD = WHOLE[: WHOLE.index("<PubmedArticleSet>")]


def _both(xml: str, folder: Path) -> tuple[dict[str, Record], dict[str, Any], dict[str, Any]]:
    file = folder / "set.xml"
    file.write_text(xml, "utf-8")
    with file.open("rb") as stream:
        parsed = Entrez.read(stream)
    articles = {str(a["MedlineCitation"]["PMID"]): a for a in parsed["PubmedArticle"]}
    books = {str(b["BookDocument"]["PMID"]): b for b in parsed["PubmedBookArticle"]}
    ours = pubmed.decode(xml.encode())
    assert not ours.problems
    return {r.pmid: r for r in ours.records}, articles, books


@pytest.fixture(scope="module")
def decoded(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Record], dict[str, Any], dict[str, Any]]:
    made = "".join(article_xml(p) for p in papers(20).values())
    return _both(WHOLE.replace("</PubmedArticleSet>", made + "</PubmedArticleSet>"), tmp_path_factory.mktemp("xml"))


def _plain(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"</?[a-z][^<>]*>", "", text)).split())


def _stop(text: str) -> str:
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def test_all_records_of_the_set_come_in_its_order(decoded: Any) -> None:
    records, articles, books = decoded
    assert set(records) == set(articles) | set(books)
    assert len(records) == len(articles) + len(books) == 12 + len(papers(20))


def test_titles_are_whole_whatever_markup_stands_in_them(decoded: Any) -> None:
    records, articles, _ = decoded
    for pmid, article in articles.items():
        theirs = _stop(_plain(str(article["MedlineCitation"]["Article"]["ArticleTitle"])))
        ours = records[pmid].work
        if theirs.startswith("[Not Available"):
            assert ours.title == ours.original_title
        elif theirs.startswith("["):
            assert f"[{_plain(ours.title)}]" == theirs
        else:
            assert _plain(ours.title) == theirs


def test_vernacular_titles_stand_beside_the_translated_ones(decoded: Any) -> None:
    records, articles, _ = decoded
    given = {p: _stop(str(a["MedlineCitation"]["Article"].get("VernacularTitle", ""))) for p, a in articles.items()}
    assert {p: records[p].work.original_title for p in articles} == given


def test_authors_are_those_that_are_valid_with_groups_and_suffixes(decoded: Any) -> None:
    records, articles, _ = decoded
    for pmid, article in articles.items():
        listed = article["MedlineCitation"]["Article"].get("AuthorList", [])
        valid = [a for a in listed if a.attributes.get("ValidYN") != "N"]
        theirs = [
            (
                str(a.get("LastName", "")),
                str(a.get("ForeName", a.get("Initials", ""))) if "LastName" in a else "",
                str(a.get("Suffix", "")),
                _plain(str(a.get("CollectiveName", ""))),
            )
            for a in valid
        ]
        assert [(n.family, n.given, n.suffix, n.literal) for n in records[pmid].work.author] == theirs
        complete = not listed or listed.attributes.get("CompleteYN") != "N"
        assert records[pmid].work.authors_complete is complete


def test_journal_volume_issue_and_issn_are_the_same(decoded: Any) -> None:
    records, articles, _ = decoded
    for pmid, article in articles.items():
        journal = article["MedlineCitation"]["Article"]["Journal"]
        info = article["MedlineCitation"]["MedlineJournalInfo"]
        work = records[pmid].work
        assert work.container_title == str(journal["Title"])
        assert work.container_title_short == str(journal.get("ISOAbbreviation", info["MedlineTA"]))
        assert work.volume == str(journal["JournalIssue"].get("Volume", ""))
        assert work.issue == str(journal["JournalIssue"].get("Issue", ""))
        theirs = [str(journal.get("ISSN", "")), str(info.get("ISSNLinking", ""))]
        assert list(work.issn) == list(dict.fromkeys(i for i in theirs if i))


def test_publication_dates_are_the_same_as_far_as_they_are_known(decoded: Any) -> None:
    records, articles, _ = decoded
    for pmid, article in articles.items():
        date = article["MedlineCitation"]["Article"]["Journal"]["JournalIssue"]["PubDate"]
        issued = records[pmid].work.issued
        if "MedlineDate" in date:
            assert issued.literal == str(date["MedlineDate"])
            assert str(issued.year) == str(date["MedlineDate"])[:4]
        else:
            assert str(issued.year) == str(date["Year"])
            assert (issued.month is None) == ("Month" not in date)
            assert str(issued.day or "") == str(date.get("Day", "")).lstrip("0")


def test_own_identifiers_are_those_of_the_records_own_list(decoded: Any) -> None:
    records, articles, _ = decoded
    for pmid, article in articles.items():
        own = {i.attributes["IdType"]: str(i) for i in article["PubmedData"]["ArticleIdList"]}
        located = article["MedlineCitation"]["Article"].get("ELocationID", [])
        valid = [str(e) for e in located if e.attributes["EIdType"] == "doi" and e.attributes["ValidYN"] == "Y"]
        doi = own.get("doi", valid[0] if valid else "")
        work = records[pmid].work
        assert work.get("pmid") == own["pubmed"] == pmid
        assert (work.get("doi") or "") == doi.lower()
        assert (work.get("pmcid") or "") == own.get("pmc", "")
        assert len(work.identifiers) == len({i.scheme for i in work.identifiers})


def _references(lists: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    found = []
    for one in lists:
        for reference in one.get("Reference", []):
            ids = [(i.attributes["IdType"], str(i)) for i in reference.get("ArticleIdList", [])]
            found.append((_plain(str(reference["Citation"])), ids))
        found += _references(one.get("ReferenceList", []))
    return found


def test_reference_lists_are_whole_also_where_lists_are_nested(decoded: Any) -> None:
    records, articles, _ = decoded
    for pmid, article in articles.items():
        theirs = _references(article["PubmedData"].get("ReferenceList", []))
        ours = records[pmid].references
        assert [r.text for r in ours] == [text for text, _ in theirs]
        for reference, (_, ids) in zip(ours, theirs, strict=True):
            dois = [value.lower() for kind, value in ids if kind == "doi"]
            assert [i.value for i in reference.identifiers if i.scheme == "doi"] == dois
            pmids = [value for kind, value in ids if kind == "pubmed" and value.isdigit()]
            assert [i.value for i in reference.identifiers if i.scheme == "pmid"] == pmids
    deep = records["50000001"].references
    assert [r.ordinal for r in deep] == [1, 2, 3, 4, 5]
    assert str(deep[3].identifiers[0]) == "pmcid:PMC7000004", "a PMCID given as a PMID is taken as what it is"
    assert str(deep[2].identifiers[0]) == "doi:10.1000/third(1)x", "an ECitMatch error is no PMID"


def test_keywords_and_status_are_the_same(decoded: Any) -> None:
    records, articles, _ = decoded
    for pmid, article in articles.items():
        citation, work = article["MedlineCitation"], records[pmid].work
        words = [_plain(str(k)).rstrip(".") for ks in citation.get("KeywordList", []) for k in ks]
        assert list(work.keywords) == list(dict.fromkeys(words))
        assert work.status in (str(article["PubmedData"]["PublicationStatus"]), WITHDRAWN, CONCERN)


def test_comments_and_corrections_are_relations_in_their_order(decoded: Any) -> None:
    records, articles, _ = decoded
    for pmid, article in articles.items():
        notes = article["MedlineCitation"].get("CommentsCorrectionsList", [])
        theirs = [
            (PUBMED[kind], str(n["RefSource"]), f"pmid:{n['PMID']}" if "PMID" in n else "")
            for n in notes
            if (kind := n.attributes["RefType"]) in PUBMED
        ]
        assert [(r.kind, r.note, r.target) for r in records[pmid].work.relations] == theirs


def test_abstracts_are_whole_with_their_labels_and_markup(decoded: Any) -> None:
    records, articles, _ = decoded
    for pmid, article in articles.items():
        parts = article["MedlineCitation"]["Article"].get("Abstract", {}).get("AbstractText", [])
        labelled = [(p.attributes.get("Label", ""), _plain(str(p))) for p in parts]
        theirs = "\n".join(f"{label}: {text}" if label else text for label, text in labelled)
        assert _plain(records[pmid].work.abstract) == _plain(theirs)
    marked = records["50000001"].work.abstract.split("\n")
    assert marked[0] == "BACKGROUND: A beginning with <i>in vivo</i> words & signs."
    assert marked[1] == "RESULTS: About 10<sup>3</sup> cells; CO<sub>2</sub> fell."


def test_books_and_chapters_say_what_biopython_reads_in_them(decoded: Any) -> None:
    records, _, books = decoded
    for pmid, element in books.items():
        document, work = element["BookDocument"], records[pmid].work
        book = document["Book"]
        title = _plain(str(document.get("ArticleTitle", "")))
        assert work.type == ("chapter" if title else "book")
        assert _plain(work.title) == (title or _plain(str(book["BookTitle"])))
        assert work.publisher == str(book["Publisher"]["PublisherName"])
        assert work.publisher_place == str(book["Publisher"]["PublisherLocation"])
        assert work.edition == str(book.get("Edition", ""))
        editors = [a for names in book["AuthorList"] if names.attributes["Type"] == "editors" for a in names]
        assert [n.family for n in work.editor] == [str(a["LastName"]) for a in editors]
    chapter, whole = records["50000010"].work, records["50000011"].work
    assert _plain(chapter.container_title) == "GeneReviews®"
    assert str(chapter.issued) == "1998-09-04", "the chapter's own date, not the book's"
    assert [n.family for n in chapter.author] == ["Petrucelli"]
    assert chapter.url == "https://www.ncbi.nlm.nih.gov/books/NBK1247/"
    assert [r.text for r in records["50000010"].references] == ["Cited in a chapter."]
    assert whole.author[0].literal == "National Academies of Sciences"
    assert (whole.volume, whole.get("doi"), str(whole.issued)) == ("2", "10.17226/99999", "2019-03")


PAGES = {
    "50000001": ("S1564-S1580", ""), "50000002": ("720-727", ""), "50000003": ("22, 25-27", ""),
    "50000004": ("e90479", "e90479"), "50000005": ("99-103", ""), "50000007": ("", ""), "50000009": ("", ""),
    "50000012": ("3", "3"),
}  # fmt: skip


@pytest.mark.parametrize("pmid", PAGES)
def test_page_ranges_are_expanded_and_article_numbers_told_from_pages(decoded: Any, pmid: str) -> None:
    work = decoded[0][pmid].work
    assert (work.page, work.number) == PAGES[pmid]


def test_inline_markup_of_a_title_is_kept_as_four_tags_and_no_other(decoded: Any) -> None:
    records = decoded[0]
    assert records["50000001"].work.title == (
        "Ca<sup>2+</sup> and CO<sub>2</sub> in <i>Escherichia coli</i> with <b><i>bold italics</i></b> & p < 0.05: "
        "does it matter?"
    )
    assert records["50000008"].work.title == "Correction: the area r2 of ions"
    assert records["50000012"].work.title == "Expression of concern ... and more...."


def test_a_retracted_work_is_told_from_the_notice_of_its_retraction(decoded: Any) -> None:
    records = decoded[0]
    assert records["50000005"].work.status == "retracted"
    assert records["50000006"].work.genre == "Retraction Notice"
    assert [r.pmid for r in records.values() if r.work.status == WITHDRAWN] == ["50000005"]


def test_preprints_languages_and_genres_are_in_csls_words(decoded: Any) -> None:
    records = decoded[0]
    assert (records["50000009"].work.type, records["50000009"].work.genre) == ("article", "Preprint")
    assert [records[p].work.language for p in ("50000003", "50000004")] == ["de", "fr"]
    assert records["50000001"].work.genre == "Randomized Controlled Trial"
    assert records["50000007"].work.status == "aheadofprint"
