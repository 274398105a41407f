"""Records of our own making with planted neighbours, and references to them in mixed styles; a seed decides all.

A neighbour is what wrong links are made of: the letter with the article's title, part II beside part I, the erratum,
the retraction notice, the preprint, the next article on the page, the conference abstract, another paper of the same
author, year and journal.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from tests.ncbi.paper import Journal, Paper
from tests.ncbi.papers import J

FAMILIES = [
    "Abbott",
    "Becker",
    "Castillo",
    "Dubois",
    "Eriksson",
    "Fischer",
    "Garcia",
    "Hansen",
    "Ivanova",
    "Jansen",
    "Kowalski",
    "Lindqvist",
    "Moreau",
    "Nakamura",
    "Okafor",
    "Petrov",
    "Quinn",
    "Rossi",
    "Sato",
    "Tanaka",
    "Ueda",
    "Vogel",
    "Weber",
    "Xu",
    "Yamamoto",
    "Zhang",
    "Wang",
    "Li",
    "Chen",
    "Kim",
    "Nguyen",
    "Müller",
    "Sørensen",
    "O'Brien",
    "Le_Goff",
    "van_der_Meer",
    "García-Pérez",
    "Öztürk",
    "Novák",
    "Silva",
    "Costa",
    "Almeida",
    "Haddad",
    "Mensah",
    "Bianchi",
    "Keller",
    "Ström",
]
THINGS = [
    "aspirin",
    "metformin",
    "vitamin D",
    "exercise training",
    "cognitive therapy",
    "statins",
    "probiotics",
    "early surgery",
    "telemonitoring",
    "influenza vaccination",
    "smoking cessation",
    "dietary fibre",
    "oxygen therapy",
    "hydrocortisone",
    "beta blockers",
    "music therapy",
    "home dialysis",
    "light therapy",
    "screening colonoscopy",
    "breast feeding",
    "intermittent fasting",
    "iron supplementation",
    "peer support",
    "acupuncture",
    "low dose radiation",
    "monoclonal antibodies",
    "gene panel testing",
    "sleep hygiene",
]
PEOPLE = [
    "older adults",
    "children with asthma",
    "patients with heart failure",
    "women with gestational diabetes",
    "survivors of stroke",
    "kidney transplant recipients",
    "adolescents",
    "people with schizophrenia",
    "preterm infants",
    "intensive care patients",
    "patients with ulcerative colitis",
    "nursing home residents",
    "adults with obesity",
    "people living with HIV",
    "patients with melanoma",
    "athletes",
    "pregnant women",
    "patients with chronic pain",
    "rural communities",
    "shift workers",
]
OUTCOMES = [
    "mortality",
    "quality of life",
    "bone density",
    "cognitive decline",
    "readmission",
    "glycaemic control",
    "depression",
    "blood pressure",
    "gut microbiota",
    "wound healing",
    "muscle strength",
    "relapse",
    "lung function",
    "adherence",
    "inflammation markers",
    "birth weight",
    "fatigue",
    "cardiac remodelling",
    "sleep duration",
    "viral load",
    "renal function",
    "costs of care",
    "falls",
    "pain scores",
]
DESIGNS = [
    "a randomised controlled trial",
    "a cohort study",
    "a systematic review and meta-analysis",
    "a cross-sectional survey",
    "results after five years",
    "a registry analysis",
    "a pilot study",
    "secondary analysis of a multicentre trial",
    "a qualitative interview study",
    "findings from a national database",
    "a mendelian randomisation study",
]
FORMS = (
    "Effects of {thing} on {outcome} in {people}: {design}",
    "{Thing} and {outcome} among {people}: {design}",
    "Association between {outcome} and {thing} in {people}",
    "{Thing} for {people} at risk of reduced {outcome}: {design}",
    "Does {thing} change {outcome} in {people}? {Design}",
    "Changes of {outcome} in {people} treated with {thing}",
)
BIORXIV = Journal("bioRxiv : the preprint server for biology", "bioRxiv")
ABROAD = (
    Journal("Annals of Northern Lights", "Ann North Lights"),
    Journal("Archives of Applied Balneology", "Arch Appl Balneol"),
    Journal("Revista de Medicina Montana", "Rev Med Mont"),
)
"""Journals of our own that PubMed does not have."""


@dataclass
class Corpus:
    """The records by PMID, those that only Crossref has, and the neighbours of each by the key of the article."""

    pubmed: dict[str, Paper] = field(default_factory=dict)
    crossref_only: list[Paper] = field(default_factory=list)
    families: dict[str, list[Paper]] = field(default_factory=dict)
    absent: list[Paper] = field(default_factory=list)
    gone: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """A printed reference, the work that it means (None where nobody has it), and what is odd about it."""

    text: str
    target: Paper | None
    sort: str
    labels: tuple[str, ...] = ()


def make_corpus(dice: random.Random, articles: int = 2600, abroad: int = 60, absent: int = 350) -> Corpus:
    """So many articles and their neighbours, about half as many again."""
    corpus = Corpus()
    numbers = iter(range(31_000_000, 39_999_999, 7))
    for place in range(articles):
        article = _article(dice, str(next(numbers)))
        family = [replace(n, pmid=str(next(numbers))) for n in _neighbours(dice, article, place)]
        corpus.families[article.pmid] = family
        corpus.pubmed.update({p.pmid: p for p in (article, *family)})
        if place % 40 == 7:
            corpus.gone[str(next(numbers))] = article.pmid
    for _ in range(abroad):
        corpus.crossref_only.append(replace(_article(dice, str(next(numbers)), ABROAD), pmid=""))
    for place in range(absent):
        article = _article(dice, str(next(numbers)))
        corpus.absent.append(replace(article, pmid="", pmc=""))
        for neighbour in _neighbours(dice, article, place)[:1]:
            if place % 3 == 0:
                pmid = str(next(numbers))
                corpus.pubmed[pmid] = replace(neighbour, pmid=pmid)
    return corpus


def _article(dice: random.Random, pmid: str, journals: tuple[Journal, ...] = tuple(J.values())) -> Paper:
    words = {"thing": dice.choice(THINGS), "people": dice.choice(PEOPLE), "outcome": dice.choice(OUTCOMES)}
    words["design"] = dice.choice(DESIGNS)
    words["Thing"], words["Design"] = (words[w][0].upper() + words[w][1:] for w in ("thing", "design"))
    names = dice.sample(FAMILIES, dice.choice((1, 2, 3, 4, 5, 6, 8)))
    start = dice.randint(1, 3000)
    pages = dice.choice((f"{start}-{start + dice.randint(2, 14)}", f"e{start * 31}", f"{start}-{start + 8}"))
    return Paper(
        pmid, dice.choice(FORMS).format(**words), tuple(f"{n.replace('_', ' ')} {_initials(dice)}" for n in names),
        dice.choice(journals), dice.randint(1992, 2024), dice.randint(1, 12), 0, str(dice.randint(1, 400)),
        str(dice.randint(1, 24)), pages, f"10.5555/made.{pmid}", f"PMC{int(pmid) // 5}" if dice.random() < 0.4 else "",
        "Filler of our own that says nothing at all about anything. " * 3,
    )  # fmt: skip


def _initials(dice: random.Random) -> str:
    return "".join(dice.choice("ABCDEFGHJKLMNPRST") for _ in range(dice.choice((1, 2, 2))))


def _beside(paper: Paper, dice: random.Random, **fields: object) -> Paper:
    """A record on later pages of the same volume, with a DOI of its own."""
    start = int("".join(c for c in paper.first_page if c.isdigit()) or "1") + dice.randint(200, 900)
    doi = f"{paper.doi}.{dice.randint(2, 10**6)}"
    return replace(paper, **{"pages": f"{start}-{start + 1}", "doi": doi, "pmc": "", **fields})  # type: ignore[arg-type]


def _next_page(paper: Paper, dice: random.Random) -> Paper:
    end = paper.pages.split("-")[-1]
    start = int("".join(c for c in end if c.isdigit()) or "1") + 1
    other = _article(dice, paper.pmid)
    return replace(other, journal=paper.journal, year=paper.year, volume=paper.volume, issue=paper.issue,
                   pages=f"{start}-{start + 6}", doi=f"{paper.doi}.next")  # fmt: skip


NEIGHBOURS: dict[str, Callable[[Paper, random.Random], Paper]] = {
    "letter with the title": lambda p, d: _beside(p, d, authors=(_article(d, "1").authors[0],), types=("Letter",)),
    "reply by the author": lambda p, d: _beside(p, d, title=f"{p.title}. Authors' reply", types=("Letter", "Comment")),
    "part II": lambda p, d: _beside(p, d, title=f"{p.title}. Part II"),
    "erratum": lambda p, d: _beside(p, d, title=f"Erratum: {p.title}", types=("Published Erratum",)),
    "erratum under the title": lambda p, d: _beside(p, d, types=("Published Erratum",)),
    "retraction notice": lambda p, d: _beside(
        p, d, title=f"Retraction: {p.title}", year=p.year + 2, types=("Retraction of Publication",)
    ),
    "preprint": lambda p, d: _beside(
        p, d, journal=BIORXIV, year=p.year - 1, volume="", issue="", pages="", types=("Preprint",)
    ),
    "next page": _next_page,
    "conference abstract": lambda p, d: _beside(
        p, d, year=p.year - 1, volume=str(int(p.volume) + 1), issue="Suppl 1", pages=f"S{d.randint(10, 400)}"
    ),
    "same author, year and journal": lambda p, d: _beside(p, d, title=_article(d, "1").title, issue="1"),
    "yearly update": lambda p, d: _beside(p, d, year=p.year + 1, volume=str(int(p.volume) + 1), authors=p.authors[:1]),
}


def _neighbours(dice: random.Random, article: Paper, place: int) -> list[Paper]:
    """Every other article has one neighbour, every tenth two."""
    if place % 2:
        return []
    names = list(NEIGHBOURS)
    chosen = [names[place // 2 % len(names)]] + ([dice.choice(names)] if place % 10 == 0 else [])
    return [NEIGHBOURS[name](article, dice) for name in dict.fromkeys(chosen)]


def _people(paper: Paper, most: int, form: Callable[[str, str], str], glue: str = ", ", cut: str = ", et al") -> str:
    pairs = [name.rpartition(" ") for name in paper.authors]
    listed = glue.join(form(family, initials) for family, _, initials in pairs[:most])
    return listed + (cut if len(pairs) > most else "")


def _dots(initials: str) -> str:
    return "".join(f"{letter}." for letter in initials)


def _place(paper: Paper, pages: str | None = None) -> str:
    issue = f"({paper.issue})" if paper.issue else ""
    if not paper.volume:
        return f"{paper.year}"
    return f"{paper.year};{paper.volume}{issue}:{pages or paper.pages}"


def _short_pages(paper: Paper) -> str:
    first, _, last = paper.pages.partition("-")
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(last))
    return f"{first}-{last[same:]}" if last and len(first) == len(last) else paper.pages


def vancouver(p: Paper) -> str:
    return f"{_people(p, 6, lambda f, i: f'{f} {i}')}. {p.title}. {p.journal.ta}. {_place(p, _short_pages(p))}."


def ama(p: Paper) -> str:
    return f"{_people(p, 3, lambda f, i: f'{f} {i}')}. {p.title}. {p.journal.ta}. {_place(p)}."


def mdpi(p: Paper) -> str:
    names = _people(p, 10, lambda f, i: f"{f}, {_dots(i)}", "; ", "; et al")
    at = f", {p.volume}, {p.pages.replace('-', '–')}" if p.volume else ""
    return f"{names}. {p.title}. {p.journal.iso} {p.year}{at}."


def apa(p: Paper) -> str:
    names = _people(p, 7, lambda f, i: f"{f}, {'. '.join(i)}.", ", ", ", ...")
    issue = f"({p.issue})" if p.issue else ""
    at = f", {p.volume}{issue}, {p.pages.replace('-', '–')}" if p.volume else ""
    return f"{names} ({p.year}). {p.title}. {p.journal.title.split(' : ')[0]}{at}."


def nature(p: Paper) -> str:
    names = _people(p, 5, lambda f, i: f"{f}, {_dots(i)}", ", ", " et al.")
    at = f" {p.volume}, {p.pages.replace('-', '–')}" if p.volume else ""
    return f"{names} {p.title}. {p.journal.iso}{at} ({p.year})."


def harvard(p: Paper) -> str:
    names = _people(p, 3, lambda f, i: f"{f} {i}", ", ", " et al.")
    at = f" {p.volume}: {p.pages}" if p.volume else ""
    return f"{names} ({p.year}) {p.title}. {p.journal.ta}{at}."


def no_title(p: Paper) -> str:
    names = _people(p, 3, lambda f, i: f"{f} {i}", ", ", ", et al")
    return f"{names}. {p.journal.ta}. {_place(p)}."


def no_place(p: Paper) -> str:
    names = _people(p, 3, lambda f, i: f"{f} {i}", ", ", ", et al")
    return f"{names}. {p.title}. {p.journal.ta}. {p.year}."


STYLES: tuple[Callable[[Paper], str], ...] = (vancouver, vancouver, ama, mdpi, apa, nature, harvard)


def _misprint(paper: Paper, dice: random.Random) -> Paper:
    """One thing wrong: the year by one, a digit of the page, a letter of the author, the title cut or misspelt, or the
    journal abbreviated in its own way."""
    kind = dice.choice(("year", "page", "author", "cut", "letter", "journal"))
    if kind == "year":
        return replace(paper, year=paper.year + dice.choice((-1, 1)))
    if kind == "page":
        return replace(paper, pages=_other_digit(paper.pages, dice))
    if kind == "author":
        first, _, initials = paper.authors[0].rpartition(" ")
        return replace(paper, authors=(f"{_slip(first, dice)} {initials}", *paper.authors[1:]))
    if kind == "cut":
        words = paper.title.split(" ")
        return replace(paper, title=" ".join(words[: max(6, len(words) * 2 // 3)]))
    if kind == "letter":
        words = paper.title.split(" ")
        longest = max(range(len(words)), key=lambda i: len(words[i]))
        words[longest] = _slip(words[longest], dice)
        return replace(paper, title=" ".join(words))
    cut = " ".join(w[: max(2, len(w) - 1)] for w in paper.journal.ta.split(" "))
    return replace(paper, journal=replace(paper.journal, iso=cut, medline=cut, title=cut))


def _slip(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, max(2, len(word) - 1))
    return word[:at] + dice.choice("aeiostr") + word[at + 1 :]


def _other_digit(page: str, dice: random.Random) -> str:
    places = [i for i, c in enumerate(page.partition("-")[0]) if c.isdigit()]
    at = dice.choice(places)
    return page[:at] + dice.choice([d for d in "123456789" if d != page[at]]) + page[at + 1 :]


def _invented(paper: Paper, dice: random.Random) -> Paper:
    """The right journal, year, volume and page, and a paper that nobody wrote."""
    other = _article(dice, "1")
    keeps = dice.random() < 0.3
    return replace(paper, title=other.title, authors=paper.authors if keeps else other.authors)


def make_references(corpus: Corpus, dice: random.Random, count: int = 2000) -> list[Asked]:
    """References in mixed styles: a fifth of works that nobody has (50 of them invented), 100 with a misprint."""
    absent, invented, misprinted = count // 5, count // 40, count // 20
    known = [p for p in corpus.pubmed.values() if p.title and p.pages and p.volume]
    articles = [corpus.pubmed[pmid] for pmid in corpus.families]
    asked = [_plain(p, dice, "only at Crossref") for p in corpus.crossref_only]
    asked += [_gone(corpus.pubmed[pmid], old, dice) for old, pmid in list(corpus.gone.items())[: count // 40]]
    fit = [p for p in articles if len(p.title.split()) > 7]
    asked += [Asked(dice.choice(STYLES)(_misprint(p, dice)), p, "misprint") for p in dice.sample(fit, misprinted)]
    asked += [Asked(no_title(p), p, "no title") for p in dice.sample(articles, count // 50)]
    left = count - absent - len(asked)
    with_family = [corpus.pubmed[pmid] for pmid, family in corpus.families.items() if family]
    asked += [_plain(p, dice, "has a neighbour") for p in dice.sample(with_family, min(left // 2, len(with_family)))]
    asked += [_plain(p, dice, "any record") for p in dice.sample(known, count - absent - len(asked))]
    nobodys = corpus.absent[: absent - invented]
    deleted = count // 80
    asked += [_deleted(p, number, dice) for number, p in enumerate(nobodys[:deleted])]
    asked += [_plain(p, dice, "absent") for p in nobodys[deleted:]]
    asked += [Asked(dice.choice(STYLES)(_invented(p, dice)), None, "invented") for p in dice.sample(articles, invented)]
    dice.shuffle(asked)
    return asked


def _plain(paper: Paper, dice: random.Random, sort: str) -> Asked:
    text = dice.choice(STYLES)(paper)
    if dice.random() < 0.25:
        text += f" doi:{paper.doi}."
    elif paper.pmid and dice.random() < 0.08:
        text += f" PMID: {paper.pmid}."
    labels = ("DOI", *(("PMC",) if paper.pmc else ()), "PubMed") if dice.random() < 0.3 else ()
    return Asked(text, None if sort == "absent" else paper, sort, labels)


def _gone(paper: Paper, old: str, dice: random.Random) -> Asked:
    """A PMID that was merged into another: PubMed does not say into which (docs/entrez.md 22)."""
    return Asked(f"{dice.choice(STYLES)(paper)} PMID: {old}.", paper, "merged PMID")


def _deleted(paper: Paper, number: int, dice: random.Random) -> Asked:
    """A PMID whose record PubMed took out again, with the work: nothing is known of either."""
    return Asked(f"{dice.choice(STYLES)(paper)} PMID: {49_000_000 + number}.", None, "deleted PMID")


def kinds(asked: list[Asked]) -> Iterator[str]:
    """The sorts of references, each once."""
    return iter(dict.fromkeys(a.sort for a in asked))
