"""One table for each value: what pages, records, references and people write, and what it means.

A row names the roads that can say it. Roads that are not named cannot: PubMed and JATS mark the parts of a date apart
and have free words in `MedlineDate` alone, Crossref has three numbers, the citation line is NLM's and begins with the
year, and a reference prints no time of day; a range of days over two months ("2015 Nov 28-Dec 4") it cuts short.
"""

from typing import NamedTuple

from harvester.model import Name, PartialDate


class DateRow(NamedTuple):
    """A date as it is written, what it means, the roads besides metadata and MedlineDate, and what formats write."""

    text: str
    value: PartialDate
    roads: str = ""
    edtf: str = ""


def day(year: int, month: int | None = None, day: int | None = None) -> PartialDate:
    """A date in parts."""
    return PartialDate(year, month, day)


def words(year: int, literal: str) -> PartialDate:
    """A date of which only words can speak."""
    return PartialDate(year, literal=literal)


DATES = (
    # ISO 8601 and what looks like it
    DateRow("2019", day(2019), "line reference edit", "2019"),
    DateRow("2024-02-28", day(2024, 2, 28), "reference edit", "2024-02-28"),
    DateRow("2024-02", day(2024, 2), "reference edit", "2024-02"),
    DateRow("2024/02/28", day(2024, 2, 28), "reference edit", "2024-02-28"),
    DateRow("2024/2", day(2024, 2), "reference edit", "2024-02"),
    DateRow("20240228", day(2024, 2, 28), "reference edit", "2024-02-28"),
    DateRow("2016-05-24T13:41+00:00", day(2016, 5, 24), "edit", "2016-05-24"),
    DateRow("2018-04-29T07:00:00.000Z", day(2018, 4, 29), "edit", "2018-04-29"),
    DateRow("2019-00-00", day(2019), "reference", "2019"),
    DateRow("2019-13-01", day(2019), "reference", "2019"),
    DateRow("2019年3月5日", day(2019, 3, 5), "reference edit", "2019-03-05"),
    # English, in each order
    DateRow("2024 Feb 28", day(2024, 2, 28), "line reference edit", "2024-02-28"),
    DateRow("2024 February", day(2024, 2), "line reference edit", "2024-02"),
    DateRow("28 February 2024", day(2024, 2, 28), "reference edit", "2024-02-28"),
    DateRow("February 28, 2024", day(2024, 2, 28), "reference edit", "2024-02-28"),
    DateRow("15th March 2020", day(2020, 3, 15), "reference edit", "2020-03-15"),
    DateRow("2017b", day(2017), "reference edit", "2017"),
    DateRow("Aug 2005", day(2005, 8), "reference edit", "2005-08"),
    DateRow("Sept. 2013", day(2013, 9), "reference edit", "2013-09"),
    DateRow("5-Jan-2019", day(2019, 1, 5), "reference edit", "2019-01-05"),
    DateRow("2019-Jan-5", day(2019, 1, 5), "reference edit", "2019-01-05"),
    DateRow("Jan-2019", day(2019, 1), "reference edit", "2019-01"),
    DateRow("Tue, 05 Mar 2019 10:00:00 GMT", day(2019, 3, 5), "edit", "2019-03-05"),
    # other languages, whole names and usual abbreviations
    DateRow("juin 2019", day(2019, 6), "reference edit", "2019-06"),
    DateRow("2019 Mai", day(2019, 5), "line reference edit", "2019-05"),
    DateRow("5. März 2019", day(2019, 3, 5), "reference edit", "2019-03-05"),
    DateRow("1er févr. 2021", day(2021, 2, 1), "reference edit", "2021-02-01"),
    DateRow("11 de marzo de 2019", day(2019, 3, 11), "reference edit", "2019-03-11"),
    DateRow("25 set. 2022", day(2022, 9, 25), "reference edit", "2022-09-25"),
    DateRow("6 out. 2023", day(2023, 10, 6), "reference edit", "2023-10-06"),
    DateRow("giugno 2018", day(2018, 6), "reference edit", "2018-06"),
    DateRow("7 mei 2017", day(2017, 5, 7), "reference edit", "2017-05-07"),
    DateRow("12 października 2018", day(2018, 10, 12), "reference edit", "2018-10-12"),
    DateRow("24. desember 2016", day(2016, 12, 24), "reference edit", "2016-12-24"),
    DateRow("3 мая 2015", day(2015, 5, 3), "reference edit", "2015-05-03"),
    # numbers alone: a part above twelve is the day, points put the day first, else only the year is sure
    DateRow("12/2019", day(2019, 12), "reference edit", "2019-12"),
    DateRow("29.03.2021", day(2021, 3, 29), "reference edit", "2021-03-29"),
    DateRow("3.4.2021", day(2021, 4, 3), "reference edit", "2021-04-03"),
    DateRow("13/01/2015", day(2015, 1, 13), "reference edit", "2015-01-13"),
    DateRow("01/13/2015", day(2015, 1, 13), "reference edit", "2015-01-13"),
    DateRow("05/05/2015", day(2015, 5, 5), "reference edit", "2015-05-05"),
    DateRow("12/01/2015", day(2015), "reference", "2015"),
    DateRow("12/01/2015 00:00:00", day(2015), "", "2015"),
    # what no calendar has is left out
    DateRow("31 Feb 2024", day(2024, 2), "reference", "2024-02"),
    DateRow("2024 Feb 31", day(2024, 2), "line reference", "2024-02"),
    DateRow("2023-02-29", day(2023, 2), "reference", "2023-02"),
    # words that begin like a month
    DateRow("2019 Decision", words(2019, "2019 Decision"), "line", "2019"),
    DateRow("2019 marathon", words(2019, "2019 marathon"), "line", "2019"),
    # seasons and ranges keep their words
    DateRow("Winter 2019", words(2019, "Winter 2019"), "reference edit", "2019-24"),
    DateRow("2019 Spring", words(2019, "2019 Spring"), "line reference edit", "2019-21"),
    DateRow("automne 2018", words(2018, "automne 2018"), "reference edit", "2018-23"),
    DateRow("2019 Jan-Feb", words(2019, "2019 Jan-Feb"), "line reference edit", "2019-01/2019-02"),
    DateRow("Jan/Feb 2019", words(2019, "Jan/Feb 2019"), "reference edit", "2019-01/2019-02"),
    DateRow("2015 Nov 28-Dec 4", words(2015, "2015 Nov 28-Dec 4"), "line edit", "2015-11-28/2015-12-04"),
    DateRow("2015 Jan 15-31", words(2015, "2015 Jan 15-31"), "line reference edit", "2015-01-15/2015-01-31"),
    DateRow("1998 Dec-1999 Jan", words(1998, "1998 Dec-1999 Jan"), "line reference edit", "1998-12/1999-01"),
    DateRow("2018-2019 Winter", words(2018, "2018-2019 Winter"), "reference edit", "2018-24"),
    DateRow("1985–2000", words(1985, "1985–2000"), "reference edit", "1985/2000"),
    # two dates: which is meant is unknown
    DateRow("July 2014 December 2014", words(2014, "July 2014 December 2014"), "", "2014"),
    # numbers that a line prints beside its year are no month
    DateRow("2009 1082-1084", day(2009), "reference", "2009"),
    DateRow("1983 46 1983 4155-6", day(1983), "reference", "1983"),
)  # fmt: skip

NO_YEARS = ("in press", "5-Jan-19", "5/1/16", "Mar 15", "forthcoming")
"""Two digits are no year; the words are kept where there is nothing else, and metadata says nothing by them."""


class PartedDate(NamedTuple):
    """A date in the parts of XML: year, month, day, season, and what they mean."""

    parts: tuple[str, str, str, str]
    value: PartialDate


PARTED_DATES = (
    PartedDate(("2024", "2", "28", ""), day(2024, 2, 28)),
    PartedDate(("2024", "Feb", "28", ""), day(2024, 2, 28)),
    PartedDate(("2024", "02", "31", ""), day(2024, 2)),
    PartedDate(("2024", "13", "1", ""), day(2024)),
    PartedDate(("2024", "0", "0", ""), day(2024)),
    PartedDate(("2024", "", "5", ""), day(2024)),
    PartedDate(("2019", "Jan-Feb", "", ""), words(2019, "2019 Jan-Feb")),
    PartedDate(("2019", "", "", "Winter"), words(2019, "2019 Winter")),
    PartedDate(("2019", "Decision", "", ""), words(2019, "2019 Decision")),
)


class PageRow(NamedTuple):
    """Pages as they are printed, as a work holds them, whether that is an article number, and as MEDLINE shortens
    them. `roads` names the roads that cannot say it, with the reason beside the row."""

    text: str
    value: str
    is_number: bool = False
    medline: str = ""
    not_by: str = ""


PAGES = (
    # whole and shortened ranges, any dash
    PageRow("720-727", "720-727", medline="720-7"),
    PageRow("720–7", "720-727", medline="720-7"),
    PageRow("1284‐9", "1284-1289", medline="1284-9"),
    PageRow("99-101", "99-101", medline="99-101"),
    PageRow("123 - 130", "123-130", medline="123-30"),
    PageRow("5-5", "5", medline="5"),
    PageRow("14", "14", medline="14"),
    PageRow("2789", "2789", medline="2789"),
    # letters before and behind
    PageRow("S1564-80", "S1564-S1580", medline="S1564-80"),
    PageRow("S12-S15", "S12-S15", medline="S12-5"),
    PageRow("G526–34", "G526-G534", medline="G526-34"),
    PageRow("1288S–1294S", "1288S-1294S", medline="1288S-94S"),
    PageRow("e181-92", "e181-e192", medline="e181-92"),
    PageRow("ii12-7", "ii12-ii17", medline="ii12-7"),
    PageRow("S12", "S12", medline="S12"),
    PageRow("R101", "R101", medline="R101"),
    PageRow("357-U54", "357-U54", medline="357-U54"),
    # pages that stand online behind printed ones
    PageRow("100.e1-5", "100.e1-100.e5", medline="100.e1-100.e5"),
    PageRow("100.e1-e5", "100.e1-100.e5", medline="100.e1-100.e5"),
    PageRow("1013-27.e2", "1013-1027.e2", medline="1013-27.e2"),
    # Roman
    PageRow("iii–iv", "iii-iv", medline="iii-iv"),
    # several ranges: StartPage and EndPage hold one, of two tags each has one
    PageRow("1234-8, 1240", "1234-1238, 1240", medline="1234-8, 1240"),
    PageRow("123-8; 130-2", "123-128, 130-132", medline="123-8, 130-2", not_by="line"),
    # words behind the pages are of no page; a citation line of NLM ends at the semicolon
    PageRow("501-10; quiz 511", "501-510", medline="501-10", not_by="line"),
    # the word for pages
    PageRow("pp. 12-5", "12-15", medline="12-5", not_by="line"),
    PageRow("p. 5", "5", medline="5", not_by="line"),
    # article numbers
    PageRow("e90479", "e90479", is_number=True, medline="e90479"),
    PageRow("e1003285", "e1003285", is_number=True, medline="e1003285"),
    PageRow("e2", "e2", is_number=True, medline="e2"),
    PageRow("n71", "n71", is_number=True, medline="n71"),
    PageRow("m4743", "m4743", is_number=True, medline="m4743"),
    PageRow("k1234", "k1234", is_number=True, medline="k1234"),
    PageRow("l4898", "l4898", is_number=True, medline="l4898"),
    PageRow("i493", "i493", is_number=True, medline="i493"),
    PageRow("p1077", "p1077", is_number=True, medline="p1077"),
    PageRow("CD003559", "CD003559", is_number=True, medline="CD003559"),
    PageRow("104235", "104235", is_number=True, medline="104235"),
    PageRow("P01019", "P01019", is_number=True, medline="P01019"),
    PageRow("ofx123", "ofx123", is_number=True, medline="ofx123"),
    PageRow("e02527-14", "e02527-14", is_number=True, medline="e02527-14"),
    PageRow("bcr2012007456", "bcr2012007456", is_number=True, medline="bcr2012007456"),
)

NUMBERED_BY_THEIR_FIELD = ("2789", "14", "S12", "n71")
"""What a field that is made for article numbers says is one, whatever it looks like."""


class NameRow(NamedTuple):
    """A name as it is printed, its parts, and the roads on which a name stands whole that read it alike; those that
    mark the parts apart (JATS, PubMed's XML, Crossref) are told them."""

    text: str
    value: Name
    roads: str = "page reference"
    medline: str = ""


NAMES = (
    NameRow("Puca P", Name("Puca", "P"), medline="Puca P"),
    NameRow("Kaplan GG", Name("Kaplan", "GG"), medline="Kaplan GG"),
    NameRow("Kaplan G.G.", Name("Kaplan", "G.G."), "reference", "Kaplan GG"),
    NameRow("Pierluigi Puca", Name("Puca", "Pierluigi"), medline="Puca P"),
    NameRow("Puca, Pierluigi", Name("Puca", "Pierluigi"), "page reference edit", "Puca P"),
    NameRow("Maria van der Berg", Name("van der Berg", "Maria"), medline="van der Berg M"),
    NameRow("van der Berg AB", Name("van der Berg", "AB"), medline="van der Berg AB"),
    NameRow("Roe, Jane, Jr.", Name("Roe", "Jane", "Jr."), "page edit", "Roe J Jr."),
    NameRow("Jane Roe MD", Name("Roe", "Jane"), "page", "Roe J"),
    NameRow("Anh Do", Name("Do", "Anh"), medline="Do A"),
    NameRow("Kim Y-H", Name("Kim", "Y-H"), medline="Kim YH"),
    # all in capitals: the shorter word is the initials
    NameRow("LI X", Name("LI", "X"), medline="LI X"),
    NameRow("ZHANG WH", Name("ZHANG", "WH"), medline="ZHANG WH"),
    NameRow("JANE ROE", Name("ROE", "JANE"), "page", "ROE J"),
    # bodies
    NameRow("PRISMA Group", Name(literal="PRISMA Group"), "page reference edit"),
    NameRow("World Health Organization", Name(literal="World Health Organization"), "page reference edit"),
    NameRow("EMBRACE", Name(literal="EMBRACE"), "page edit"),
)


class TitleRow(NamedTuple):
    """A title as publishers mark it up and as a work holds it."""

    text: str
    value: str


TITLES = (
    TitleRow("Ca<sup>2+</sup> in <i>E. coli </i> cells", "Ca<sup>2+</sup> in <i>E. coli</i> cells"),
    TitleRow("<jats:italic>BRCA1</jats:italic> &amp; <scp>RNA</scp>", "<i>BRCA1</i> & RNA"),
    TitleRow("&lt;i&gt;Helicobacter&lt;/i&gt; &amp;amp; cancer", "<i>Helicobacter</i> & cancer"),
    TitleRow("Where p <0.05 and x > 3 meet", "Where p <0.05 and x > 3 meet"),
    TitleRow("A line\n   broken <strong>title</strong>", "A line broken <b>title</b>"),
    TitleRow("H<mml:math><mml:mi>α</mml:mi></mml:math>", "Hα"),
    TitleRow("A plain title", "A plain title"),
)

LANGUAGES = (
    ("en", "en"), ("eng", "en"), ("EN", "en"), ("English", "en"), ("en-US", "en-US"), ("en_us", "en-US"),
    ("ger", "de"), ("deu", "de"), ("pt-BR", "pt-BR"), ("zh-Hant", "zh-Hant"), ("wel", "cy"), ("mul", "mul"),
    ("text/html", ""), ("English, mostly", ""), ("", ""),
)  # fmt: skip
"""A language as it is named, and the code that a work holds."""

ISSNS = (
    ("0959-8138", "0959-8138"), ("09598138", "0959-8138"), ("2434-561x", "2434-561X"), ("0959–8138", "0959-8138"),
    ("ISSN: 1756-1833", "1756-1833"), ("0959-813", ""), ("n/a", ""),
)  # fmt: skip
"""An ISSN as it is written, and as a work holds it; "" is none."""

TYPES = (
    ("article-journal", "article-journal"), ("journal-article", "article-journal"), ("posted-content", "article"),
    ("monograph", "book"), ("dissertation", "thesis"), ("peer-review", "review"), ("component", "document"),
    ("", ""),
)  # fmt: skip
"""A type in CSL's or Crossref's words, and CSL's."""
