"""Any work that there could be, for hypothesis."""

from hypothesis import strategies as st

from harvester.model import Identifier, Name, PartialDate, Work
from harvester.values import identifier as identifiers

ANY = st.text(max_size=25)
NASTY = st.text(alphabet=st.sampled_from("\\{}%&#_^~$<>|\"'@,;:=+-\n\t abcABC0123/.éβ–’\u200b\ud800"), max_size=25)
TEXT = ANY | NASTY
TITLE = st.lists(
    st.sampled_from(["<i>", "</i>", "<sup>", "</sup>", "<sub>", "</sub>", "<b>", "</b>"]) | TEXT, max_size=6
).map("".join)
DOI = (
    st.text(
        alphabet=st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="\"'<>%"),
        min_size=1,
        max_size=20,
    )
    .map(lambda suffix: identifiers.parse(f"10.1234/{suffix}", "doi"))
    .filter(lambda doi: doi is not None and not doi.value.endswith("/"))
)
PMID = st.integers(1, 99_999_999).map(lambda number: Identifier("pmid", str(number)))
NAMES = st.builds(Name, TEXT, TEXT, TEXT, TEXT, st.just("") | TEXT)
DATES = st.none() | st.builds(
    PartialDate,
    st.none() | st.integers(-5, 12000),
    st.none() | st.integers(-1, 14),
    st.none() | st.integers(-1, 33),
    TEXT,
)


def works() -> st.SearchStrategy[Work]:
    """Works with any text in any field."""
    return st.builds(
        Work,
        type=st.sampled_from(
            ["", "article-journal", "article", "chapter", "book", "webpage", "thesis", "report", "dataset", "odd"]
        ),
        title=TITLE,
        author=st.lists(NAMES, max_size=3).map(tuple),
        authors_complete=st.booleans(),
        editor=st.lists(NAMES, max_size=1).map(tuple),
        issued=DATES,
        container_title=TEXT,
        container_title_short=TEXT,
        volume=TEXT,
        issue=TEXT,
        page=TEXT,
        number=TEXT,
        publisher=TEXT,
        abstract=TEXT,
        keywords=st.lists(TEXT, max_size=2).map(tuple),
        language=st.sampled_from(["", "eng", "fr", "xx"]) | TEXT,
        issn=st.lists(TEXT, max_size=2).map(tuple),
        url=TEXT,
        status=st.sampled_from(["", "aheadofprint", "retracted"]) | TEXT,
        identifiers=st.tuples(DOI | st.none(), PMID | st.none()).map(
            lambda pair: tuple(i for i in pair if i is not None)
        ),
    )
