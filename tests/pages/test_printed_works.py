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


def test_a_page_of_html_without_metadata_is_read_as_it_is_seen() -> None:
    page = (
        f"<html><head><title>J Fill</title></head><body><h1>{TITLE}</h1><p>Jane Roe<sup>1</sup>, John Smith<sup>2</sup></p>"
        f"<p>J Fill 2012; 5(2): 12-20</p><p>doi: 10.1234/own</p><h2>Abstract</h2><p>{PROSE}</p><p>Keywords: filler</p></body></html>"
    )
    found = work(page, "page.html")
    assert (found.title, found.get("doi")) == (TITLE, "10.1234/own")
    assert said(found) == "Roe; Smith|J Fill|2012|5|2|12-20"
