"""DOIs of every shape that publishers give, in every context in which pages print and link them, hidden marks among
their letters: a grid of which each cell must give that DOI and no other."""

from collections.abc import Callable, Iterator
from itertools import product
from urllib.parse import quote

from harvester.pages.links import identifiers_in
from harvester.values.identifier import find

_SHAPES = """
10.1038/nrgastro.2015.150 10.1016/S1201-9712(98)90116-3 10.1016/j.cell.2017.01.017 10.1016/j.bpj.2008.12.2483
10.1371/journal.pone.0210000 10.1073/pnas.85.1.175 10.1056/NEJMoa1304127 10.1001/jama.279.17.1383
10.1136/bmj.39147.604896.55 10.1136/bmj.b4567 10.1161/01.HYP.0000102864.05174.E8 10.1002/14651858.CD001431.pub5
10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2
10.1577/1548-8659(1981)110<446:EOTOFR>2.0.CO;2 10.1890/0012-9658(2001)082[0001:ABC]2.0.CO;2
10.1207/s15327752jpa7602_9 10.1207/s15327752jpa7602,9_6 10.1207/S15326942DN231&2_13 10.1007/978-3-031-38100-3_13
10.1007/s00134-015-3859-4 10.1186/s12872-021-01858-1 10.1111/nous.12244 10.1111/j.1365-2036.2009.04051.x
10.1182/blood-2010-10-311704 10.3390/ijms25052789 10.7448/IAS.15.5.18440 10.1093/analys/anw053
10.1101/2020.05.05.079194 10.1055/s-0031-1282016 10.1097/HJH.0000000000002321 10.1159/000341234
10.1542/peds.2012-1234 10.1016/0092-8674(90)90186-I 10.1023/A:1022627411411 10.12688/f1000research.3-190.v1
10.7554/eLife.04407 10.1212/WNL.0b013e3181b6bbd5 10.3389/fpsyg.2014.01582 10.1385/NI:1:1:111
10.1080/00207454.2016.1185421 10.5194/acp-15-1013-2015 10.1145/3292500.3330701 10.4103/0019-5545.31580
10.3760/cma.j.issn.0253-9624.2012.01.001
"""
SHAPES = tuple(_SHAPES.split())

WORDS = (
    "{}", "doi:{}", "doi: {}.", "DOI {}", "DOI: {}, 2019", "(doi: {})", "[doi:{}].", "DOI{}", "doi:\t{}\t2019",
    "doi:\u00a0{}\u00a0x", "doi: \"{}\".", "\u201c{}\u201d", "doi: {}; PMID: 12345678", "doi: {}PMID: 12345678",
    "{}CrossrefPubMed", "{}Google Scholar", "{}. Crossref", "doi: {}\nNext entry. 2019.", "doi: {}.\n2. Smith J.",
    "doi: {}. Epub 2019 Jan 5.", "doi: {}.Epub 2019 Jan 5.", "doi: {}. eCollection 2019.", "doi: {}.eCollection 2019",
    "doi:{}: a study", "doi:{}*", "doi:{}[preprint]", "doi: {}..", "doi: {} \u2013 DOI \u2013 PubMed", "{{doi:{}}}",
    "https://doi.org/{}", "http://dx.doi.org/{}.", "doi.org/{}", "https://doi.org/doi:{}", "<https://doi.org/{}>",
    "https://doi-org.ezproxy.lib.example.edu/{}", "https://doi.org/{}, accessed 5 May 2019", "https://doi.org/{}/",
    "[{}](https://doi.org/{})", "\\url{{https://doi.org/{}}}",
)  # fmt: skip
ADDRESSES = (
    "http://onlinelibrary.wiley.com/doi/{}/abstract", "https://onlinelibrary.wiley.com/doi/full/{}",
    "https://onlinelibrary.wiley.com/doi/{}/full", "https://onlinelibrary.wiley.com/doi/{}/summary",
    "https://example.com/doi/{}/pdf", "https://example.com/doi/{}/epdf", "https://example.com/doi/{}/fulltext",
    "https://www.frontiersin.org/articles/{}/full", "https://iopscience.iop.org/article/{}/meta",
    "https://link.springer.com/content/pdf/{}.pdf", "https://www.example.com/content/{}.full.pdf",
    "https://www.example.com/content/{}.abstract", "https://www.example.com/doi/{}.html",
    "https://example.com/doi/full/{}?casa_token=abc:def", "https://example.com/doi/{}#abstract",
    "https://academic.oup.com/j/article/doi/{}/5512345", "https://academic.oup.com/j/article-pdf/doi/{}/5512345/a.pdf",
    "https://doi.org/{}/full", "https://example.com/redirect?url=https://doi.org/{}",
)  # fmt: skip
"""Addresses, as printed and as the targets of links."""


def _within(sign: str) -> Callable[[str], str]:
    def marked(doi: str) -> str:
        middle = (doi.index("/") + 1 + len(doi)) // 2
        return doi[:middle] + sign + doi[middle:]

    return marked


MARKS: dict[str, Callable[[str], str]] = {
    "none": str,
    "lower case": str.lower,
    "a zero-width space within": _within("\u200b"),
    "a zero-width space behind the stroke": lambda doi: doi.replace("/", "/\u200b", 1),
    "a zero-width space in the prefix": lambda doi: doi[:3] + "\u200b" + doi[3:],
    "zero-width spaces all over": "\u200b".join,
    "a soft hyphen within": _within("\u00ad"),
    "a word joiner within": _within("\u2060"),
    "marks of direction around": lambda doi: f"\u200e{doi}\u200e",
    "escapes": lambda doi: doi.replace("_", "\\_").replace("(", "\\(").replace(")", "\\)").replace("<", "\\<"),
    "typographic hyphens": lambda doi: doi.replace("-", "\u2011"),
    "percent signs": lambda doi: quote(doi, safe="/:.-_(),;"),
    "entities": lambda doi: doi.replace("<", "&lt;").replace(">", "&gt;"),
    "a wide stroke": lambda doi: doi.replace("/", "\uff0f", 1),
}
IN_LINKS = ("none", "lower case", "a zero-width space within", "percent signs")


def in_words(context: str) -> Iterator[tuple[str, str]]:
    """Each shape with each mark in this context: the text, and the DOI that it prints."""
    for doi, mark in product(SHAPES, MARKS.values()):
        printed = context.replace("{{", "").count("{}")
        yield "Kaplan GG. J Fill. 2015;12:720-7. " + context.format(*[mark(doi)] * printed), doi.lower()


def in_links(context: str) -> Iterator[tuple[str, str]]:
    """The same for the target of a link."""
    for doi, name in product(SHAPES, IN_LINKS):
        yield context.format(MARKS[name](doi)), doi.lower()


def share() -> float:
    """The share of the grid's cells, in words and in links, that give their DOI and no other."""
    right = total = 0
    for context in (*WORDS, *ADDRESSES):
        for text, doi in in_words(context):
            total += 1
            right += {f.identifier.value for f in find(text) if f.identifier.scheme == "doi"} == {doi}
    for context in ADDRESSES:
        for href, doi in in_links(context):
            total += 1
            right += [i.value for i in identifiers_in(href)] == [doi]
    return right / total
