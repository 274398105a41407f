"""Pages copied from a browser, or printed by lynx or w3m, in the layouts of publishers' lists."""

import pytest

from harvester.model import Reading, Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from tests.pages.layouts import CITED, OWN_DOI, OWN_TITLE, entries

HEAD = f"""Skip to main content
Journal of Filler
Menu
Research Article
Open Access
{OWN_TITLE}
Pierluigi Puca, Maria Rossi
J Fill (2024) 25: 2789. https://doi.org/{OWN_DOI}

Abstract

{"Our own words stand here, as long as those of other abstracts. " * 5}

Introduction

More words of ours, with a citation [1,2] and another (3). A data set is at https://doi.org/10.5061/dryad.abc12.

"""

# name: (heading, one entry, what follows the list)
LISTS = {
    "bullets-with-links": (
        "References\n\n",
        "-   {n}.\n\n    {authors}\n    {title}.\n    {journal}. {year}; {volume}: {pages}\n\n"
        "    -   Crossref\n    -   PubMed\n    -   Google Scholar\n\n",
        "Related Hub\n\nWords of a hub.\n",
    ),
    "studies": (
        "References to studies included in this review\n\n",
        "{first} {year} {{published data only}}\n\n{authors}. {title}. {journal} {year};{volume}:{pages}."
        " [DOI: {doi}] [PubMed] [Google Scholar]\n\n",
        "Cited by\n",
    ),
    "lead-in": (
        "References\n\nArticles referenced by this article (12)\n\n",
        "-   {title}\n\n    {authors}\n\n    {journal}, {volume}:{pages}, {year}\n\n    DOI: {doi}\n\n",
        "Similar Articles\n\n-   Something else. 2020;1:2.\n",
    ),
    "elsevier": (
        "References\n",
        (
            "[{n}]\n{authors}\n{title}\n{journal}, {volume} ({year}), pp. {pages}\nCrossref\nView in Scopus\n"
            "Google Scholar\n"
        ),
        "\nCited by (12)\nAnother, title of a citing work\n2021, Journal of Other\nShow abstract\n",
    ),
    "atypon": (
        "References\n",
        ("{n}.\n{authors}. {title}. {journal}. {year};{volume}:{pages}.\nCrossref\nPubMed\nGoogle Scholar\n"),
        "\nInformation & Authors\nPublished: 2024\n",
    ),
    "wiley": (
        "REFERENCES\n",
        ("{n}\n{authors}. {title}. {journal}. {year};{volume}:{pages}.\nCrossrefPubMedWeb of Science®Google Scholar\n"),
        "\nCiting Literature\n\nDownload PDF\n",
    ),
    "frontiers": (
        "References\n\n",
        (
            "{n}. {authors}. {title}. {journal} ({year}) {volume}:{pages}. doi: {doi}\n\nPubMed Abstract "
            "| CrossRef Full Text | Google Scholar\n\n"
        ),
        (
            "Keywords: a, b, c\n\nCitation: Puca P (2024) A page. J Fill 25:2789. doi: 10.1234/own.2024.0"
            "01\n\nCopyright © 2024 Puca.\n"
        ),
    ),
    "nature": (
        "References\n",
        ("{authors}. {title}. {journal} {volume}, {pages} ({year}).\n\nArticle  CAS  PubMed  Google Scholar \n\n"),
        "Download references\n\nAcknowledgements\nThanks.\n",
    ),
    "nature-numbered": (
        "References\n",
        (
            "{n}.\n\n{authors}. {title}. {journal} {volume}, {pages} ({year}).\n\nArticle  CAS  PubMed  Goo"
            "gle Scholar \n\n"
        ),
        "Download references\n\nAcknowledgements\nThanks.\n",
    ),
    "mdpi": (
        "References\n",
        ("{authors}. {title}. {journal} {year}, {volume}, {pages}. [Google Scholar] [CrossRef] [PubMed]\n"),
        "\nDisclaimer/Publisher’s Note: The statements are ours.\n",
    ),
    "mdpi-bullets": (
        "References\n\n",
        ("  {n}. {authors}. {title}. {journal} {year}, {volume}, {pages}. [Google Scholar] [CrossRef] [PubMed]\n"),
        "\nFigure 1. Something.\n",
    ),
    "pmc": (
        "References\n\n",
        (
            "    {n}.{authors}. {title}. {journal}. {year};{volume}:{pages}. doi: {doi}. [DOI] [PubMed]"
            " [Google Scholar]\n"
        ),
        "\nAssociated Data\n\nArticles from J Fill are provided here courtesy of Nobody\n",
    ),
    "jama": (
        "References\n",
        "{n}.\n{authors}. {title}. {journal}. {year};{volume}:{pages}.PubMedGoogle ScholarCrossref\n",
        "\nComment\n",
    ),
    "plos": (
        "References\n",
        (
            " {n}. {authors} ({year}) {title}. {journal} {volume}: {pages}. doi: {doi} pmid:{pmid}\n  + "
            "View Article\n  + PubMed/NCBI\n  + Google Scholar\n"
        ),
        "\nDownload PDF\n",
    ),
    "vancouver-lines": (
        "Bibliography\n",
        "{n}. {authors}. {title}. {journal}. {year};{volume}:{pages}. PMID: {pmid}\n",
        "",
    ),
    "brackets": (
        "LITERATURE CITED\n",
        "[{n}] {authors}. {title}. {journal} {year};{volume}:{pages}. https://doi.org/{doi}\n",
        "",
    ),
    "apa": (
        "References\n\n",
        "{authors} ({year}). {title}. {journal}, {volume}, {pages}. https://doi.org/{doi}\n\n",
        "Author notes\n",
    ),
    "one-paragraph": (
        "References: ",
        "{n}. {authors}. {title}. {journal}. {year};{volume}:{pages}. ",
        "",
    ),
    "german": (
        "Literatur\n",
        "{n}. {authors}: {title}. {journal} {year}; {volume}: {pages}\n",
        "\nDanksagung\nAllen.\n",
    ),
    "chinese": (
        "参考文献\n",
        "[{n}] {authors}. {title}[J]. {journal}, {year}, {volume}: {pages}. DOI: {doi}.\n",
        "",
    ),
    "lynx": (
        "References\n\n",
        ("    {n}. {authors}. {title}. {journal}. {year};{volume}:{pages}.\n       doi:{doi} pmid:{pmid}.\n"),
        "\n   View Abstract\n\nArticle tools\n",
    ),
    "items": (
        "References\n",
        (
            "Item {n}, {title}\n{authors}\n{journal}, {volume} ({year}), pp. {pages}\nCrossref\nView in Scopus\n"
            "Google Scholar\n"
        ),
        "\nCited by (12)\nAnother, title of a citing work\n",
    ),
    "nested-numbers": (
        "References\n\n",
        (
            " {n}. {n}\n    {title}\n     1. {authors}\n    ({year})\n    {journal} {volume}:{pages}.\n    https://doi.org/{doi}\n"
            "      □ PubMed\n      □ Google Scholar\n"
        ),
        "\nCited by\n\n 1. Other A. A work that is not cited here. J Other. 2021;3:4-5.\n",
    ),
    "numbers-twice": (
        "References\n\n",
        (
            "    {n}. {n}.↵\n         1. {authors}.\n       {title}. {journal}\n       {year};{volume}:{pages}.\n"
            "       OpenUrlCrossRefPubMed\n"
        ),
        "\n   View Abstract\n",
    ),
    "wikipedia": (
        "References[edit]\n\n",
        '^ a b {authors} ({year}). "{title}". {journal}. {volume}: {pages}. doi:{doi}. PMID {pmid}.\n\n',
        "External links[edit]\nOfficial website\n",
    ),
    "menu-over-bullets": (
        "REFERENCES\n\n 1. Top of page\n 2. Abstract\n 3. REFERENCES\n 4. Supporting Information\n\n",
        (
            "  • {authors} ( {year}): {title}. {journal} {volume}: {pages}.\n      □ CrossRef,\n      □ References\n"
            "      □ Web of Science® Times Cited: 75\n"
        ),
        "\nSupporting Information\n\nWords.\n",
    ),
    "back-marks": (
        "References\n\n",
        "↵\n\n{authors}. {title}. {journal} {year};{volume}:{pages}.\n\n",
        "View Abstract\n",
    ),
    "return-to-text": (
        "References\n\n",
        "{authors}: {title}.\n\n{journal} {year}, {volume}:{pages}. PubMed Abstract | Publisher Full Text\n\nReturn to text\n\n",
        "",
    ),
    "silver": (
        "References\n",
        (
            "{n}.\n{authors}\n.\n{title}\n.\n{journal}\n{year}\n;\n{volume}\n:\n{pages}\n.\nGoogle Scholar\nCrossref"
            "\nPubMed\n\n"
        ),
        "© 2024 Somebody\n",
    ),
}


def text(name: str) -> str:
    heading, entry, after = LISTS[name]
    return HEAD + heading + entries(entry) + after


def reading(name: str) -> Reading:
    (page,) = recognize(Source("page.txt", text(name).encode(), "0" * 64)).pages
    assert page.format == "text"
    return read(page)


@pytest.mark.parametrize("name", LISTS)
def test_a_copied_page_gives_its_work_and_exactly_its_references(name: str) -> None:
    found = reading(name)
    assert found.citing is not None
    assert (found.citing.title, found.citing.get("doi")) == (OWN_TITLE, OWN_DOI)
    assert len(found.references) == len(CITED)
    for number, (reference, cited) in enumerate(zip(found.references, CITED, strict=True), 1):
        assert cited.title in reference.text
        assert reference.label in ("", str(number), f"{cited.authors.split()[0]} {cited.year}")
        assert {i.value for i in reference.identifiers} <= {cited.doi.lower(), cited.pmid}


@pytest.mark.parametrize("name", [name for name, (_, entry, _) in LISTS.items() if "{doi}" in entry])
def test_printed_dois_of_a_copied_list_are_read(name: str) -> None:
    assert [[i.value for i in r.identifiers if i.scheme == "doi"] for r in reading(name).references] == [
        [cited.doi.lower()] for cited in CITED
    ]


@pytest.mark.parametrize("name", LISTS)
def test_spans_of_a_copied_list_hold_the_references(name: str) -> None:
    whole = text(name)
    for reference, cited in zip(reading(name).references, CITED, strict=True):
        assert reference.span is not None
        assert cited.title in whole[reference.span.start : reference.span.end]


def test_a_data_set_in_the_text_is_a_mention() -> None:
    assert [str(mention.identifier) for mention in reading("apa").mentions] == ["doi:10.5061/dryad.abc12"]


LINKED = HEAD.replace("More words", "[1]More words") + (
    "References\n\n    1. Kaplan GG. The global burden of IBD: from 2015 to 2025. Nat Rev Gastroenterol Hepatol.\n"
    "       2015;12:720-727. [2]CrossRef [3]PubMed\n    2. Wei SC, Duffy CR. Fundamental mechanisms of immune checkpoint\n"
    "       blockade therapy. Cancer Discov. 2018;8:1069-1086. [4]doi:10.1158/2159-8290.CD- [5]pmid:3011570\n       4.\n\n"
    "Cited by\n\n   [6]Nobody\n\nReferences\n\n   Visible links:\n   1. https://example.org/#top\n"
    "   2. https://doi.org/10.1038/nrgastro.2015.150\n   3. http://www.ncbi.nlm.nih.gov/pubmed/26323879\n"
    "   4. https://doi.org/10.1158/2159-8290.CD-18-0367\n   5. https://pubmed.ncbi.nlm.nih.gov/30115704/\n"
    "   6. https://doi.org/10.5555/not.cited\n"
)


def test_the_links_that_lynx_lists_are_no_references_but_tell_what_is_cited() -> None:
    (page,) = recognize(Source("page.txt", LINKED.encode(), "0" * 64)).pages
    found = read(page)
    assert [[str(i) for i in reference.identifiers] for reference in found.references] == [
        ["doi:10.1038/nrgastro.2015.150", "pmid:26323879"],
        ["doi:10.1158/2159-8290.cd-18-0367", "pmid:30115704"],
    ]
    assert {a.how for reference in found.references for a in reference.asserted} == {"link"}
    assert "[2]" not in found.references[0].text


def test_a_citation_line_under_the_title_does_not_make_the_abstract_a_title() -> None:
    head = (
        f"{OWN_TITLE}\n\nPierluigi Puca, Maria Rossi\n\nJ Fill 2024;25:2789. https://doi.org/{OWN_DOI}\n\nAbstract\n\n"
    )
    prose = "This study asks whether filler can be told from meaning. Two hundred pages were gathered and read. " * 3
    (page,) = recognize(Source("page.txt", f"{head}{prose}\n\nReferences\n".encode(), "0" * 64)).pages
    assert read(page).title == OWN_TITLE


RECORD = f"""Skip to main content
  * Databases
Sequence Words Archive of Ours
Sequence Words Archive of Ours
J Fill. 2004 Jun 17;18(1):33-42. Epub 2004 Jun 17.

{OWN_TITLE}.

Puca P^1, Rossi M, Bianchi A.

Author information

Abstract

{"Words of an abstract stand here, and no two pages have the same. " * 20}

PMID:
    26323879
DOI:
    {OWN_DOI}

    [Indexed for MEDLINE]
"""


def test_a_record_that_prints_its_identifiers_under_the_abstract_has_them() -> None:
    (page,) = recognize(Source("page.txt", RECORD.encode(), "0" * 64)).pages
    found = read(page)
    assert found.citing is not None
    assert found.citing.title.rstrip(".") == OWN_TITLE
    assert {str(i) for i in found.citing.identifiers} == {"pmid:26323879", f"doi:{OWN_DOI}"}


def test_a_doi_behind_a_librarys_proxy_is_the_pages_own() -> None:
    proxied = HEAD.replace("https://doi.org/", "https://doi-org.ezproxy.example.edu/")
    (page,) = recognize(Source("page.txt", proxied.encode(), "0" * 64)).pages
    found = read(page)
    assert found.citing is not None
    assert found.citing.get("doi") == OWN_DOI
