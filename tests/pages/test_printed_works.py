"""A page's own work read from its visible words alone, and what stands beside it and is of other works."""

from harvester.model import Source, Work
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize

TITLE = "A title of our own about nothing in particular"
PROSE = "Words of ours stand here, as long as those of other abstracts, and they say nothing at all to anybody. " * 4
LIST = (
    "References\n1. Kaplan GG. The global burden of IBD. Nat Rev. 2015;12:720-7. doi: 10.1038/nrgastro.2015.150\n"
    "2. Hayney MS, Poland GA. Another one of them. Int J Infect Dis. 1998;2:143-146.\n3. Sharma P. A third one. Cell. 2017;168:707-723.\n"
)


def work(text: str, name: str = "page.txt") -> Work:
    (page,) = recognize(Source(name, text.encode(), "0" * 64)).pages
    found = read(page).citing
    assert found is not None
    return found


def said(found: Work) -> str:
    names = "; ".join(name.literal or name.family for name in found.author)
    return f"{names}|{found.container_title}|{found.issued or ''}|{found.volume}|{found.issue}|{found.page}"


def text(*head: str, foot: str = "") -> str:
    return "\n".join(head) + f"\nAbstract\n{PROSE}\nIntroduction\n{PROSE}\n{LIST}{foot}"


def test_journal_volume_and_names_stand_around_the_title() -> None:
    page = text(
        "J Fill",
        "Volume 7, Issue 3, May 1986, Pages 177-188",
        "Review",
        TITLE,
        "Jane Roe a, John Smith b",
        "doi: 10.1234/own",
    )
    assert said(work(page)) == "Roe; Smith|J Fill|1986-05|7|3|177-188"


def test_the_line_that_cites_the_page_says_what_its_head_leaves_open() -> None:
    cites = f"How to cite this article: Roe J, Smith J. {TITLE}. J Fill. 2012;5(2):12-20. doi: 10.1234/own\n"
    assert (
        said(work(text("Research Article", TITLE, "Published: 3 May 2012", foot=cites)))
        == "Roe; Smith|J Fill|2012-05-03|5|2|12-20"
    )


def test_a_line_that_cites_another_work_says_nothing_of_the_page() -> None:
    other = "Comment on: Poe E. Another title of another work altogether. J Other. 2001;9(1):1-2."
    found = work(text("J Fill 2012;5(2):12-20", TITLE, "Jane Roe 1, John Smith 2", other, "doi: 10.1234/own"))
    assert said(found) == "Roe; Smith|J Fill|2012|5|2|12-20"


def test_related_articles_give_the_page_neither_authors_nor_volume() -> None:
    related = "Related articles\nAnother title of another work\nEdgar Poe 1, Allan Poe 2\nJ Other. 2001;9(1):1-2.\n"
    assert said(work(text("Research Article", TITLE, "doi: 10.1234/own", foot=related))) == "|||||"


def test_the_last_of_a_list_of_other_works_above_the_title_is_not_its_citation() -> None:
    above = "Most read", "Another title of another work altogether", "J Other. 2001;9(1):1-2."
    assert said(work(text(*above, TITLE, "Jane Roe 1, John Smith 2", "doi: 10.1234/own"))) == "Roe; Smith|||||"


def test_items_of_a_menu_do_not_end_what_stands_under_a_title() -> None:
    menu = "Article", "Related content", "Metrics", "Responses"
    found = work(
        text("Research", TITLE, *menu, "Jane Roe, professor1", "John Smith, research fellow2", "doi: 10.1234/own")
    )
    assert said(found) == "Roe; Smith|||||"


def test_a_citation_without_title_tells_the_pages_doi_and_place() -> None:
    cites = "About this article\n\nCite this article as:\nRoe, J., Smith, J. J Fill (2012) 5: 874. https://doi.org/10.1234/own\n"
    found = work(text("Research Article", TITLE, "Jane Roe, John Smith", foot=cites))
    assert (found.get("doi"), said(found)) == ("10.1234/own", "Roe; Smith|J Fill|2012|5||874")


def test_labelled_lines_tell_the_fields() -> None:
    fields = (
        "Authors: Roe, Jane; Smith, John",
        "Journal: J Fill",
        "Volume: 7",
        "Issue: 3",
        "Pages: 177-188",
        "Year: 1986",
    )
    assert said(work(text(TITLE, *fields, "DOI: 10.1234/own"))) == "Roe; Smith|J Fill|1986|7|3|177-188"


HEAD = (
    f'<meta name="citation_title" content="{TITLE}"><meta name="citation_doi" content="10.1234/own">'
    '<meta name="citation_publication_date" content="2012/05/03">'
)


def test_fields_that_metadata_leave_out_are_read_from_the_words() -> None:
    page = (
        f"<html><head>{HEAD}</head><body><p>J Fill</p><p>Volume 5, Issue 2, Pages 12-20</p><h1>{TITLE}</h1><p>Jane Roe<sup>1</sup>, "
        f"John Smith<sup>2</sup></p><h2>Abstract</h2><p>{PROSE}</p></body></html>"
    )
    assert said(work(page, "page.html")) == "Roe; Smith|J Fill|2012-05-03|5|2|12-20"


def test_a_volume_of_another_year_is_not_the_works() -> None:
    page = f"<html><head>{HEAD}</head><body><h1>{TITLE}</h1><p>J Other 2001;9(1):1-2</p><h2>Abstract</h2><p>{PROSE}</p></body></html>"
    found = work(page, "page.html")
    assert (found.volume, found.page) == ("", "")


def test_publishers_print_volume_and_pages_at_the_foot() -> None:
    page = (
        f"<html><head>{HEAD}</head><body><h1>{TITLE}</h1><p>Jane Roe, John Smith</p><h2>Abstract</h2><p>{PROSE}</p><h2>References</h2>"
        "<p>1. Poe E. One. J Other. 2001;9:1-2.</p><h2>Information</h2><h4>Published in</h4><p>J Fill</p><p>Volume 5 • Number 2 • May 2012</p>"
        "<p>Pages: 12 - 20</p></body></html>"
    )
    assert said(work(page, "page.html")) == "Roe; Smith|J Fill|2012-05-03|5|2|12-20"


def test_the_foot_of_a_page_tells_doi_and_place() -> None:
    entries = "".join(
        f"<li>Poe E. Another title of a work number {n}. J Other. 200{n};9(1):1-2.</li>" for n in range(1, 4)
    )
    page = (
        f"<html><head><title>J Fill</title></head><body><h1>{TITLE}</h1><p>Jane Roe<sup>1</sup>, John Smith<sup>2</sup></p><h2>Abstract</h2>"
        f"<p>{PROSE}</p><p>Keywords: filler</p><p>Received 3 March 2012</p><h2>References</h2><ol>{entries}</ol>"
        "<div>doi: 10.1234/own J Fill May 2012 vol. 5 no. 2 12-20</div></body></html>"
    )
    found = work(page, "page.html")
    assert (found.get("doi"), said(found)) == ("10.1234/own", "Roe; Smith|J Fill|2012-05|5|2|12-20")


def test_comments_within_a_line_hide_nothing_behind_them() -> None:
    page = (
        f"<html><head>{HEAD}</head><body><p>J Fill</p><p>Volume 5<!-- -->, <!-- a > b -->May 2012, Pages 12-20</p><h1>{TITLE}</h1>"
        f"<p>Jane Roe<sup>1</sup>, John Smith<sup>2</sup></p><h2>Abstract</h2><p>{PROSE}</p></body></html>"
    )
    assert said(work(page, "page.html")) == "Roe; Smith|J Fill|2012-05-03|5||12-20"


def test_a_manuscript_without_a_volume_is_an_article() -> None:
    page = (
        f"<html><head><title>J Fill</title></head><body><p>J Fill</p><p>Available online 3 May 2012</p><p>In Press</p><h1>{TITLE}</h1>"
        f"<p>Jane Roe<sup>a</sup>, John Smith<sup>b</sup></p><p>https://doi.org/10.1234/own</p><h2>Abstract</h2><p>{PROSE}</p></body></html>"
    )
    found = work(page, "page.html")
    assert (found.get("doi"), said(found)) == ("10.1234/own", "Roe; Smith|J Fill|2012-05-03|||")


def test_the_journal_above_a_title_is_known_by_the_browsers_title() -> None:
    page = (
        f"<html><head><title>{TITLE} - Fill and Spill - A Library</title></head><body><div>A Library</div><h2>Fill and Spill</h2><p>Review</p>"
        f"<h1>{TITLE}</h1><p>Jane Roe<sup>1</sup>, John Smith<sup>2</sup></p><p>doi: 10.1234/own</p><p>Volume 5, Issue 2</p>"
        f"<p>Pages S12-S20</p><p>First published: 3 May 2012</p><h2>Abstract</h2><p>{PROSE}</p></body></html>"
    )
    assert said(work(page, "page.html")) == "Roe; Smith|Fill and Spill|2012-05-03|5|2|S12-S20"


def test_years_of_a_title_in_the_path_are_not_the_works() -> None:
    title = "The FILL 2020 statement: a guideline of our own about nothing"
    path = f"Home / Journals / J Fill / Volume 5 / {title}"
    found = work(text(path, title, "Jane Roe 1, John Smith 2", "Published: 3 May 2021", "doi: 10.1234/own"))
    assert str(found.issued) == "2021-05-03"


def test_a_title_with_a_full_stop_above_names_is_one() -> None:
    found = work(
        text(
            "Search results", f"{TITLE}.", "Roe J, Smith A.Roe J, et al.J Fill. 2012 May;5(2):12-20. doi: 10.1234/own."
        )
    )
    assert (found.title, said(found)) == (TITLE, "Roe; Smith|J Fill|2012-05|5|2|12-20")


def test_a_record_without_a_title_tells_its_place() -> None:
    found = work("Roe J, Smith A.Roe J, et al.J Fill. 2012 May;5(2):12-20. doi: 10.1234/own. PMID: 12345678\n")
    assert said(found) == "Roe; Smith|J Fill|2012-05|5|2|12-20"


def test_a_list_of_results_is_the_page_of_none_of_them() -> None:
    results = "".join(
        f"<p><a href='/{n}'>Another title of a work number {n}</a></p><p>Jane Roe<sup>1</sup>, John Smith<sup>2</sup></p>"
        f"<p>J Fill. 201{n} May; {n}(2): 12-20.</p><p>PMCID: PMC123456{n}</p>"
        for n in range(1, 6)
    )
    page = f"<html><head><title>Results</title></head><body><h1>{TITLE}</h1>{results}</body></html>"
    (found,) = recognize(Source("page.html", page.encode(), "0" * 64)).pages
    assert read(found).citing is None


def test_a_leaflet_with_a_summary_and_numbers_in_brackets_is_no_article() -> None:
    words = "as long as those of other abstracts, and they say nothing at all. "
    prose = "".join(f"Words of ours ({n}), {words}" for n in range(1, 9))
    page = f"<html><head><title>Health</title></head><body><h1>{TITLE}</h1><p>Written by Jane Roe on 3 May 2012</p><h2>Summary</h2><p>{prose}</p></body></html>"
    (found,) = recognize(Source("page.html", page.encode(), "0" * 64)).pages
    assert read(found).citing is None


def test_a_table_of_fields_is_read_without_a_heading() -> None:
    rows = {
        "Title": TITLE,
        "Authors": "Roe J; Smith J",
        "Journal": "J Fill",
        "Year": "2012",
        "Volume": "5",
        "Pages": "12-20",
    }
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows.items())
    page = f"<html><head><title>Record</title></head><body><table>{table}</table><h3>Abstract</h3><p>{PROSE}</p></body></html>"
    found = work(page, "page.html")
    assert (found.title, said(found)) == (TITLE, "Roe; Smith|J Fill|2012|5||12-20")


def test_a_page_of_html_without_metadata_is_read_as_it_is_seen() -> None:
    page = (
        f"<html><head><title>J Fill</title></head><body><h1>{TITLE}</h1><p>Jane Roe<sup>1</sup>, John Smith<sup>2</sup></p>"
        f"<p>J Fill 2012; 5(2): 12-20</p><p>doi: 10.1234/own</p><h2>Abstract</h2><p>{PROSE}</p><p>Keywords: filler</p></body></html>"
    )
    found = work(page, "page.html")
    assert (found.title, found.get("doi")) == (TITLE, "10.1234/own")
    assert said(found) == "Roe; Smith|J Fill|2012|5|2|12-20"


def ids(found: Work) -> list[str]:
    return [str(one) for one in found.identifiers]


def test_the_line_about_supplements_names_the_own_doi() -> None:
    note = "The online version of this article (doi: 10.1234/own.7) contains supplementary material."
    page = text("J Fill 2014; 7: 177-188", TITLE, "Jane Roe, John Smith").replace(LIST, f"{note}\n\n{LIST}")
    assert ids(work(page)) == ["doi:10.1234/own.7"]


def test_a_box_beside_the_article_may_hold_its_pmid() -> None:
    box = "\n\nPublished in\n\nJ Fill\nVol. 107 | No. 17\nApril 27, 2010\nPubMed: 20395549\n\nClassifications\n"
    head = ("J Fill 2010; 107: 177-188", TITLE, "Jane Roe, John Smith", "doi: 10.1234/own")
    assert ids(work(text(*head, foot=box))) == ["doi:10.1234/own", "pmid:20395549"]
    # Two boxes are of other articles.
    other = box.replace("20395549", "19171889")
    assert ids(work(text(*head, foot=box + other))) == ["doi:10.1234/own"]
