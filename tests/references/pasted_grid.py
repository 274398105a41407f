"""A seeded grid of pasted reference lists: bibliographic facts printed in styles, numbered, wrapped, headed and framed
in combinations, so that how lists are cut is measured on structures that nobody looked at.

Every structure has a name made of its parts; its name's digest says whether it belongs to the half that may be looked
at when splitting is mended, or to the half that is only scored.
"""

import gzip
import hashlib
import json
import random
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from harvester.model import Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from harvester.references import split
from tests.references.measuring import letters

FACTS = Path(__file__).resolve().parents[2] / "training" / "facts.jsonl.gz"
Fact = dict[str, str]


@cache
def facts() -> tuple[Fact, ...]:
    """Journal articles, books and chapters: families and initials (as "Family AB|Family C"), title, container, year,
    volume, pages, DOI."""
    kept: list[Fact] = []
    for line in gzip.decompress(FACTS.read_bytes()).decode().splitlines():
        fact = json.loads(line)
        people = [p for p in fact.get("a", ()) if len(p) == 2]
        whole = {"t", "y"} <= fact.keys() and len(people) == len(fact.get("a", ())) > 0
        if not whole or len(fact["t"]) < _SHORTEST_TITLE or not ("c" in fact or "u" in fact) or "e" in fact:
            continue
        if not all(map(str.isprintable, fact["t"] + fact.get("c", ""))) or any(
            given != given.upper() for _, given in people
        ):
            continue
        made = {key: str(fact.get(key, "")) for key in "tcyvpudl"}
        if not (made["v"] and made["p"] and made["c"]):
            made["v"] = made["p"] = ""
        kept.append(made | {"a": "|".join(f"{family} {given}" for family, given in people)})
    return tuple(kept)


_SHORTEST_TITLE = 12
"""Characters of a title: a shorter one is mostly cut, or a heading ("Preface")."""


# Styles: how one reference is printed.


def _names(fact: Fact, one: Callable[[str, str], str], last: str, most: int = 6) -> str:
    people = [name.rpartition(" ")[::2] for name in fact["a"].split("|")]
    printed = [one(family, given) for family, given in people[:most]]
    if len(people) > most:
        return ", ".join(printed) + ", et al"
    return ", ".join(printed[:-1]) + (last if len(printed) > 1 else "") + printed[-1]


def _dotted(given: str, between: str = "") -> str:
    return between.join(f"{letter}." for letter in given if letter.isalpha())


def _doi(fact: Fact, before: str) -> str:
    return before + fact["d"] if fact["d"] else ""


def _vancouver(f: Fact) -> str:
    place = f"{f['c']}. {f['y']};{f['v']}:{f['p']}." if f["v"] else f"{f['c']}. {f['y']}."
    names = _names(f, lambda family, given: f"{family} {given}", ", ")
    if not f["c"]:
        return f"{names}. {f['t']}. {f['l'] or 'London'}: {f['u']}; {f['y']}."
    return f"{names}. {f['t']}. {place}{_doi(f, ' doi: ')}"


def _apa(f: Fact) -> str:
    names = _names(f, lambda family, given: f"{family}, {_dotted(given, ' ')}", ", & ", 7).rstrip(".")
    place = f"{f['c']}, {f['v']}, {f['p']}." if f["v"] else f"{f['c'] or f['u']}."
    return f"{names}. ({f['y']}). {f['t']}. {place}{_doi(f, ' https://doi.org/')}"


def _mdpi(f: Fact) -> str:
    names = _names(f, lambda family, given: f"{family}, {_dotted(given)}", "; ").replace(".,", ".;").rstrip(".")
    place = f"{f['c']} {f['y']}, {f['v']}, {f['p']}." if f["v"] else f"{f['c'] or f['u']}, {f['y']}."
    return f"{names}. {f['t']}. {place}{_doi(f, ' https://doi.org/')}"


def _harvard(f: Fact) -> str:
    names = _names(f, lambda family, given: f"{family}, {_dotted(given)}", " and ", 3)
    place = f"{f['c']}, {f['v']}, pp. {f['p']}." if f["v"] else f"{f['c'] or f['u']}."
    return f"{names} ({f['y']}) '{f['t']}', {place}"


def _ieee(f: Fact) -> str:
    names = _names(f, lambda family, given: f"{_dotted(given, ' ')} {family}", " and ", 3)
    place = f"{f['c']}, vol. {f['v']}, pp. {f['p']}, {f['y']}." if f["v"] else f"{f['c'] or f['u']}, {f['y']}."
    return f"{names}, “{f['t']},” {place}{_doi(f, ' doi: ')}"


def _chicago(f: Fact) -> str:
    names = _names(f, lambda family, given: f"{family}, {_dotted(given, ' ')}", ", and ", 3).rstrip(".")
    place = f"{f['c']} {f['v']}: {f['p']}." if f["v"] else f"{f['c'] or f['u']}."
    return f"{names}. {f['y']}. “{f['t']}.” {place}"


def _springer(f: Fact) -> str:
    names = _names(f, lambda family, given: f"{family} {given}", ", ")
    place = f"{f['c']} {f['v']}:{f['p']}" if f["v"] else f"{f['c'] or f['u']}"
    return f"{names} ({f['y']}) {f['t']}. {place}{_doi(f, '. https://doi.org/')}"


def _nature(f: Fact) -> str:
    names = _names(f, lambda family, given: f"{family}, {_dotted(given, ' ')}", " & ", 5)
    place = f"{f['c']} {f['v']}, {f['p']} ({f['y']})." if f["v"] else f"{f['c'] or f['u']} ({f['y']})."
    return f"{names} {f['t']}. {place}"


STYLES: dict[str, Callable[[Fact], str]] = {
    "vancouver": _vancouver, "apa": _apa, "mdpi": _mdpi, "harvard": _harvard, "ieee": _ieee, "chicago": _chicago,
    "springer": _springer, "nature": _nature,
}  # fmt: skip

# Marks: what is printed before each reference; the number is counted up.


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MARKS: dict[str, Callable[[int], str]] = {
    "n. ": lambda n: f"{n}. ", "n.": lambda n: f"{n}.", "n) ": lambda n: f"{n}) ", "(n) ": lambda n: f"({n}) ",
    "[n] ": lambda n: f"[{n}] ", "[n]": lambda n: f"[{n}]", "n ": lambda n: f"{n} ", "n": str,
    "superscript": lambda n: str(n).translate(_SUPERSCRIPT), "superscript ": lambda n: f"{n} ".translate(_SUPERSCRIPT),
    "n.tab": lambda n: f"{n}.\t", "right n. ": lambda n: f"{n:>3}. ", "own line": lambda n: f"{n}.\n",
    "own line [n]": lambda n: f"[{n}]\n", "n: ": lambda n: f"{n}: ", "n - ": lambda n: f"{n} - ",
    "[n]. ": lambda n: f"[{n}]. ", "bullet": lambda _: "• ", "dash": lambda _: "- ", "star": lambda _: "* ",
    "n.- ": lambda n: f"{n}.- ", "Rn. ": lambda n: f"R{n}. ", "Sn ": lambda n: f"S{n} ", "0n. ": lambda n: f"{n:02}. ",
    "none": lambda _: "",
    "[n.] ": lambda n: f"[{n}.] ", "(n.) ": lambda n: f"({n}.) ",
    "n/ ": lambda n: f"{n}/ ", "n.) ": lambda n: f"{n}.) ",
    "No. n ": lambda n: f"№{n} ", "<n> ": lambda n: f"<{n}> ", "{n} ": lambda n: f"{{{n}}} ", "n° ": lambda n: f"{n}° ",
    "#n ": lambda n: f"#{n} ", "Ref n: ": lambda n: f"Ref {n}: ", "［n］": lambda n: f"［{n}］",
    "n、": lambda n: f"{n}、",
    "tab n tab": lambda n: f"\t{n}\t", "[^n]: ": lambda n: f"[^{n}]: ", "roman": lambda n: f"{_roman(n)}. ",
    "‣": lambda _: "‣ ", "†": lambda _: "† ", "o": lambda _: "o ", "◦": lambda _: "◦ ",
}  # fmt: skip
_IN_LINES = ("n. ", "n.", "n) ", "(n) ", "[n] ", "[n]", "[n]. ", "n.tab")
_COUNTED = tuple(name for name in MARKS if name not in ("bullet", "dash", "star", "none", "‣", "†", "o", "◦"))

# Flows: how the marked references become lines.


def _wrap(text: str, width: int, first: str = "", rest: str = "") -> str:
    head, line_end, body = text.partition("\n")
    lines = textwrap.wrap(
        body if line_end else head, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=True,
        break_long_words=False,
    )  # fmt: skip
    return "\n".join([f"{first}{head}", *lines] if line_end else lines)


def _hyphenated(text: str, width: int) -> str:
    """Wrapped lines, with long lower-case words divided at the margin."""
    lines, line = list[str](), ""
    for word in text.split(" "):
        room = width - len(line) - 1
        if len(line) + len(word) + 1 <= width:
            line = f"{line} {word}" if line else word
        elif len(word) > 7 and word.isalpha() and word.islower() and 3 < room < len(word):
            lines.append(f"{line} {word[: room - 1]}-")
            line = word[room - 1 :]
        else:
            lines.append(line)
            line = word
    return "\n".join([*lines, line])


def _justified(line: str) -> str:
    """A line with wide blanks, as a margin on both sides makes them."""
    words = line.split(" ")
    return " ".join(words) if len(words) < 4 else "  ".join(words[:3]) + " " + " ".join(words[3:])


FLOWS: dict[str, Callable[[list[str]], str]] = {
    "one a line": "\n".join,
    "one a line, blank between": "\n\n".join,
    "two blank lines between": "\n\n\n".join,
    "every line blank": lambda e: "\n\n".join(_wrap(one, 90).replace("\n", "\n\n") for one in e),
    "run on": lambda e: " ".join(one.replace("\n", " ") for one in e),
    "run on, wrapped": lambda e: _wrap(" ".join(one.replace("\n", " ") for one in e), 80),
    "flush 60": lambda e: "\n".join(_wrap(one, 60) for one in e),
    "flush 78": lambda e: "\n".join(_wrap(one, 78) for one in e),
    "flush 100": lambda e: "\n".join(_wrap(one, 100) for one in e),
    "flush 45, blank between": lambda e: "\n\n".join(_wrap(one, 45) for one in e),
    "flush 72, blank between": lambda e: "\n\n".join(_wrap(one, 72) for one in e),
    "hanging 70": lambda e: "\n".join(_wrap(one, 70, "", "    ") for one in e),
    "hanging 55 in a margin": lambda e: "\n".join(_wrap(one, 55, "   ", "      ") for one in e),
    "hanging 90, blank between": lambda e: "\n\n".join(_wrap(one, 90, "", "  ") for one in e),
    "first line indented": lambda e: "\n".join(_wrap(one, 80, "    ", "") for one in e),
    "divided words 64": lambda e: "\n".join(_hyphenated(one, 64) for one in e),
    "divided words 50": lambda e: "\n".join(_hyphenated(one, 50) for one in e),
    "links behind": lambda e: "\n".join(f"{one}\nArticle CAS PubMed Google Scholar" for one in e),
    "links glued behind": lambda e: "\n".join(f"{one}\nCASPubMedWeb of Science®Google Scholar" for one in e),
    "windows lines": lambda e: "\r\n".join(e),
    "justified 70": lambda e: "\n".join("\n".join(map(_justified, _wrap(one, 70).split("\n"))) for one in e),
    "tab hanging": lambda e: "\n".join(_wrap(one, 72, "", "\t") for one in e),
    "deep hanging": lambda e: "\n".join(_wrap(one, 72, "", " " * 14) for one in e),
    "rules between": "\n-----\n".join,
    "stars between": "\n\n* * *\n\n".join,
    "trailing blanks": "   \n".join,
    "semicolons": ";\n".join,
    "blanks in blank lines": lambda e: "\n   \n".join(_wrap(one, 80) for one in e),
    "links a line each": lambda e: "\n".join(f"{one}\nView Article\nGoogle Scholar" for one in e),
    "links below": lambda e: "\n".join(f"{one}\n    - DOI - PubMed" for one in e),
    "links in brackets": lambda e: "\n".join(f"{one} [Crossref], [PubMed], [Web of Science ®]" for one in e),
}

# Headings, above and below.

HEADINGS: dict[str, str] = {
    "none": "",
    "plain": "References\n",
    "capitals": "REFERENCES\n\n",
    "colon": "References:\n",
    "numbered": "7. References\n",
    "roman": "VI. REFERENCES\n",
    "underlined": "References\n----------\n",
    "underlined double": "REFERENCES\n==========\n\n",
    "counted": "References (12)\n",
    "markdown": "## References\n\n",
    "bold": "**References**\n",
    "dashes": "-- References --\n",
    "cited": "Literature Cited\n",
    "works": "Works cited\n\n",
    "notes": "References and Notes\n",
    "bibliography": "Bibliography\n",
    "spaced": "R E F E R E N C E S\n",
    "list": "Reference list\n",
    "full stop": "References.\n",
    "German": "Literatur\n",
    "German list": "Literaturverzeichnis\n\n",
    "French": "Références\n",
    "French long": "RÉFÉRENCES BIBLIOGRAPHIQUES\n",
    "Spanish": "Bibliografía\n",
    "Spanish long": "Referencias bibliográficas:\n",
    "Portuguese": "Referências\n",
    "Italian": "Bibliografia\n",
    "Dutch": "Literatuur\n",
    "Swedish": "Referenser\n",
    "Polish": "Piśmiennictwo\n",
    "Czech": "Literatura\n",
    "Turkish": "KAYNAKLAR\n",
    "Russian": "Список литературы\n",
    "Ukrainian": "Список використаних джерел\n",
    "Chinese": "参考文献\n",
    "Chinese bracketed": "【参考文献】\n",
    "Japanese": "引用文献\n",
    "Korean": "참고문헌\n",
    "Greek": "Βιβλιογραφία\n",
    "Hungarian": "Irodalom\n",
    "Finnish": "Lähteet\n",
    "Indonesian": "DAFTAR PUSTAKA\n",
    "Arabic": "المراجع\n",
    "Danish": "Litteratur\n",
    "Hebrew": "מקורות\n",
    "on the line": "References: ",
    "on the line, no colon": "References ",
    "on the line, capitals": "REFERENCES. ",
    "on the line, German": "Literatur: ",
    "on the line, French": "Références : ",
    "on the line, Russian": "Литература: ",
    "on the line, glued": "References",
    "on the line, Turkish": "Kaynaklar: ",
    "on the line, Chinese": "参考文献：",
    "on the line, dash": "Bibliography - ",
    "Icelandic": "Heimildir\n",
    "Thai": "เอกสารอ้างอิง\n",
    "Croatian": "POPIS LITERATURE\n\n",
    "Basque": "Erreferentziak:\n",
    "in brackets": "[References]\n",
    "with a page": "References  345\n",
    "with an arrow": "▼ References\n",
    "in stars": "*** REFERENCES ***\n",
    "in signs": "==References==\n",
    "long": "References for the main text\n",
    "section": "5.3 References\n",
    "Persian": "منابع\n",
    "on the line, Slovene": "Viri: ",
    "on the line, Catalan": "Bibliografia: ",
}
ABOVE: dict[str, str] = {
    "none": "",
    "prose": "The cohort was small [1,2]. We saw 14 events in 2012, as others had (3).\n\n",
    "funding": "Funding: None. Conflict of interest: the authors declare none.\n\n",
    "acknowledgements": "Acknowledgements\nWe thank the nurses of ward 4 and Dr. K. Brandt for reading it in 2019.\n\n",
    "figure legend": "Figure 2. Survival by arm. A, treated (n = 120). B, untreated (n = 118). P = .03.\n\n",
    "page number": "412\n\n",
    "received": "Received 3 May 2011; accepted 9 June 2011\n\n",
}
BELOW: dict[str, str] = {
    "none": "",
    "received": "Received 3 March 2020. Accepted 14 May 2020. Published online 2 June 2020.\n",
    "received, blank": "\nReceived: 12 January 2018 / Accepted: 3 April 2018\n",
    "history in lines": "\nSubmitted: 4 February 2017\nRevised: 30 May 2017\nAccepted: 8 June 2017\n",
    "copyright": "© 2019 The Authors. Published by Elsevier Ltd. All rights reserved.\n",
    "copyright, blank": "\nCopyright © 2016 by the American Society of Clinical Oncology\n",
    "licence": "\nThis is an open access article distributed under the Creative Commons Attribution License, "
    "which permits unrestricted use, provided the original work is properly cited.\n",
    "licence, no blank": "Open Access This article is licensed under a Creative Commons Attribution 4.0 International "
    "License.\n",
    "correspondence": "\nCorrespondence to: Dr P. Osei, City Hospital, Leeds LS1 3EX, UK. E-mail: p.osei@example.org\n",
    "address": "Address for correspondence: Jana Lind, MD, Ward 7, Uppsala, Sweden. Tel: +46 18 555 0101.\n",
    "how to cite": "\nHow to cite this article: Osei P, Lind J. Handover at night. J Ward Med. 2020;4:11-19.\n",
    "cite this": "\nCite this article as: Osei P, Lind J. Handover on the ward at night. J Ward Med. 2020;4:11-19. "
    "doi:10.5555/jwm.2020.11\n",
    "contributions": "\nAuthor contributions: P.O. and J.L. designed the study, P.O. wrote the first draft in 2019.\n",
    "contributions headed": "\nAUTHORS' CONTRIBUTIONS\nPO had the idea. JL collected 45 records from 2011 to 2014.\n",
    "legend": "\nFigure 1. Flow of patients. In 2014, 212 patients were screened and 45 declined.\n",
    "legends headed": "\nFigure Legends\n\nFig. 1. Flow of patients, 2011 to 2014.\nFig. 2. Survival (n = 88).\n",
    "table": "\nTable 1. Patients at entry (2014)\nAge 61 (12)\nWomen 45 (38%)\n",
    "publisher's note": "\nPublisher's note Springer Nature remains neutral with regard to jurisdictional claims in "
    "published maps and institutional affiliations.\n",
    "appendix": "\nAppendix A. Supplementary data\nSupplementary data to this article can be found online.\n",
    "conflict": "\nConflict of interest: none declared. Funding: Wellcome Trust, grant 088341 (2015).\n",
    "keywords": "\nKeywords: handover; wards; night shift; safety\n",
    "biography": "\nAbout the authors\nPeter Osei has worked as a surgeon since 1998 and teaches at Leeds.\n",
    "disclaimer": "\nDisclaimer: The views expressed in this article are those of the authors alone.\n",
    "page foot": "\n123\nJ Ward Med (2020) 4:11-19\n",
    "reprints": "Reprints: Dr J. Lind, Ward 7, Uppsala University Hospital, SE-751 85 Uppsala, Sweden.\n",
    "German": "\nEingegangen am 3. März 2015, angenommen am 9. Juni 2015.\n",
    "Spanish": "\nRecibido el 3 de marzo de 2015; aceptado el 9 de junio de 2015.\n",
    "accepted": "\nAccepted for publication August 12, 2014. From the Department of Surgery, Mayo Clinic.\n",
    "conflicts": "Conflicts of Interest: None disclosed.\n",
    "biography of words": "\nJana Lind is a nurse in Uppsala. She has written about wards since 2004.\n",
    "requests": "\nRequests for reprints should be addressed to Jana Lind, Uppsala.\n",
    "address again": "Address correspondence to: P. Osei, MD, 12 Mill Road, Leeds. Phone: 555-0101.\n",
    "site": "\nWWW.JWARDMED.ORG\n",
    "own DOI": "\nDOI: 10.5555/jwm.2020.11\n",
    "transparency": "\nTransparency declaration: the lead author affirms that the manuscript is honest.\n",
    "thanks": "\nThe authors thank K. Brandt for help. No funding was received in 2019.\n",
    "end": "\nEND OF DOCUMENT\n",
    "education": "\nTo access continuing education for this article, visit the site by May 2022.\n",
}
FURNITURE = ("none", "none", "none", "page numbers", "running heads", "page of", "form feed", "journal foot")
COUNTS = (3, 5, 12, 26)
GAPS = ("none", "none", "none", "from 37", "one missing", "two lists")


@dataclass(frozen=True, slots=True)
class Structure:
    """How one list is printed: a choice from each table."""

    style: str
    mark: str
    flow: str
    heading: str
    above: str
    below: str
    furniture: str
    count: int
    gap: str
    number: int

    @property
    def name(self) -> str:
        """All its choices in one line."""
        return "/".join(str(getattr(self, one.name)) for one in fields(self))

    @property
    def is_seen(self) -> bool:
        """Whether it belongs to the half that may be looked at."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 2 == 0


def structures(most: int, seed: int = 11) -> Iterator[Structure]:
    """So many structures, each table's entries drawn alike; what print cannot mean is left out."""
    rng = random.Random(seed)
    made = 0
    while made < most:
        s = Structure(
            rng.choice([*STYLES]), rng.choice([*MARKS, *("none",) * 4, *("n. ",) * 3]), rng.choice([*FLOWS]),
            rng.choice([*HEADINGS]), rng.choice([*ABOVE, "none", "none", "none"]),
            rng.choice([*BELOW, "none", "none", "none", "none"]), rng.choice(FURNITURE), rng.choice(COUNTS),
            rng.choice(GAPS), made,
        )  # fmt: skip
        if _is_printable(s):
            made += 1
            yield s


def _is_printable(s: Structure) -> bool:
    """Whether a reader of the print could say where its references begin and end."""
    counted = s.mark in _COUNTED
    if s.flow.startswith("run on") and s.mark not in _IN_LINES:
        return False  # a bare number within a line may belong to the words before it
    if s.flow == "every line blank" and not counted:
        return False
    if s.heading.startswith("on the line") and (
        s.mark in ("own line", "own line [n]", "tab n tab", "roman") or s.mark not in _COUNTED
    ):
        return False
    if s.heading == "on the line, glued" and s.mark not in ("n. ", "n.", "[n] ", "[n]", "(n) ", "n) "):
        return False
    if s.heading == "none" and s.above != "none" and not counted:
        return False
    if s.gap != "none" and not counted:
        return False
    if s.gap == "two lists" and s.heading.startswith("on the line"):
        return False
    # Without marks, and lines that are no entries of their own, styles must show where one begins.
    if s.mark == "none" and s.flow == "first line indented":
        return False
    inner = ("one a line", "one a line, blank between", "two blank lines between", "windows lines", "run on")
    inner += ("rules between", "stars between", "semicolons", "trailing blanks")
    return s.furniture == "none" or s.flow not in (*inner, "every line blank", "run on, wrapped")


def print_structure(s: Structure) -> tuple[str, list[str]]:
    """The pasted text, and the references in it."""
    rng = random.Random(s.name)
    chosen = rng.sample(facts(), s.count)
    if s.style in ("apa", "harvard", "chicago", "springer") and s.mark == "none":
        chosen.sort(key=lambda fact: fact["a"].casefold())
    entries = [" ".join(STYLES[s.style](fact).split()) for fact in chosen]
    first = 37 if s.gap == "from 37" else 1
    numbers = list(range(first, first + s.count))
    if s.gap == "one missing":
        at = rng.randrange(1, s.count)
        numbers = numbers[:at] + [number + 1 for number in numbers[at:]]
    cut = len(entries)
    if s.gap == "two lists":
        cut = max(2, s.count // 2)
        numbers = [*range(1, cut + 1), *range(1, s.count - cut + 1)]
    marked = [f"{MARKS[s.mark](number)}{entry}" for number, entry in zip(numbers, entries, strict=True)]
    if s.flow == "semicolons":
        marked = [entry.rstrip(".") for entry in marked]
    if s.mark == "dash" and any(" - " in entry for entry in entries):
        marked = [entry.replace(" - ", " – ") for entry in marked]
    body = FLOWS[s.flow](marked[:cut])
    if cut < len(marked):
        body += "\n\nFurther reading\n\n" + FLOWS[s.flow](marked[cut:])
    body = _furnished(body, s.furniture)
    return f"{ABOVE[s.above]}{HEADINGS[s.heading]}{body}\n{BELOW[s.below]}", [letters(entry) for entry in entries]


_PAGE = 14
"""Lines of a printed page in the grid."""


def _furnished(body: str, furniture: str) -> str:
    """The lines with what a printed page has between its last line and the next page's first."""
    if furniture == "none":
        return body
    lines = body.split("\n")
    pages = ["\n".join(lines[at : at + _PAGE]) for at in range(0, len(lines), _PAGE)]
    if len(pages) < 3 and furniture == "journal foot":
        return body  # printed once, it may as well be the end of a reference
    printed = pages[0]
    for number, page in enumerate(pages[1:], 213):
        between = {
            "page numbers": f"\n\n{number}\n\n",
            "running heads": f"\n\n{number}   OSEI AND LIND\n\nHANDOVER ON THE WARD AT NIGHT   {number + 1}\n\n",
            "page of": f"\nPage {number - 210} of 9\n",
            "form feed": f"\n{number}\n\f",
            "journal foot": f"\nJ Ward Med 2020;4:11-19 {number}\n",
        }[furniture]
        printed += between + page
    return printed


_MEASURED, _ON_PAGES = 800, 400
"""Structures that the gate measures, pasted and on pages; either takes a second."""
_ARTICLE = """Handover on the ward at night: a mixed methods study

Peter Osei, Jana Lind and Karl Brandt

J Ward Med 2020;4(2):11-19. doi:10.5555/jwm.2020.11

Abstract

Background: Handover at night is short. We asked 212 nurses in 14 wards how it is done. Methods: Interviews and a
survey in 2017 and 2018. Results: Most wards had no form. Conclusion: A form may help.

Introduction

Handover has been studied often [1,2]. In 2012, 14 events were reported (3). Others found none.

Discussion

We found little. The study has limits, as it was done in one city.

"""


def share(road: Callable[[str], list[str]], chosen: list[Structure]) -> float:
    """The share of structures whose list a road gives back letter by letter, no reference more or less."""
    right = 0
    for structure in chosen:
        text, expected = print_structure(structure)
        right += road(text) == expected
    return round(right / len(chosen), 4)


def pasted_share(is_seen: bool) -> float:
    """That share of the seen or unseen half for lists that are pasted (`parse --list`)."""
    chosen = [structure for structure in structures(_MEASURED) if structure.is_seen == is_seen]
    return share(lambda text: [letters(reference.text) for reference in split(text)], chosen)


def page_share(is_seen: bool) -> float:
    """That share for lists under a heading at the end of an article in plain text."""
    half = [structure for structure in structures(_ON_PAGES) if structure.is_seen == is_seen]
    return share(_read_page, [structure for structure in half if structure.heading != "none"])


def _read_page(text: str) -> list[str]:
    (page,) = recognize(Source("page.txt", (_ARTICLE + text).encode(), "0" * 64)).pages
    return [letters(reference.text) for reference in read(page).references]
