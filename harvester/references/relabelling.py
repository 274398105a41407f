"""The tagger's labels put right where marks and words around them leave no doubt: one table of rules.

A rule looks for a pattern in the line of labels (`ATTTCCDVP`, one letter an item), and judges by the words and gaps
there. The tagger sees two items to each side; what a rule knows lies further away, or is too rare to be learned.
"""

import re
from collections.abc import Callable

from harvester.references import bodies
from harvester.references.tagging.items import NAMES, Items
from harvester.text import lazy_pattern, word_set

Rule = Callable[[re.Match[str], str, Items], str | None]
"""What stands for the matched labels, of the same length; None where they are right."""

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_MARKS = '.,;:?!–—-”"»’'


def put_right(text: str, items: Items, labels: list[str]) -> str:
    """The labels of a reference's items as a line, put right by every rule of the table."""
    line = "".join(labels)
    for number in items.dates:
        # "Notices 21(7), July 1986." has the date where others have their pages.
        if line[number] in "VIP":
            line = f"{line[:number]}D{line[number + 1 :]}"
    if text[:1] >= "\u3040":
        line = _behind_eastern_names(line, text, items)
    for sign, words, pattern, rule in _RULES:
        if sign not in line or (words and not any(map(text.__contains__, words))):
            continue
        for match in pattern.finditer(line):
            if (right := rule(match, text, items)) is not None:
                line = line[: match.start()] + right + line[match.end() :]
    return line


def _end_of_title(match: re.Match[str], _text: str, items: Items) -> str | None:
    """ "Vitamin D. Gynecol Endocrinol": a capital alone behind the title's word ends the title. "... chiefly Mt. Murud
    and Mt. Dulit. The Sarawak Museum Journal": the stop of a short word ends none."""
    at = match.start() + 1
    gap, behind = items.gaps[at], items.gaps[at + 1]
    if gap == " ":
        return "TT" if items.words[at] in _FINAL and behind[:1] == "." else None
    is_short = gap[:1] == "." and items.words[at - 1].rpartition(" ")[2] in _SHORT_WORDS
    return "TT" if is_short and behind[:2] == ". " else None


_FINAL = frozenset("ABCDEFGHIK")
"""Capitals of hepatitis, vitamins, groups and factors; J and N begin journals' names."""


def _year_of_title(match: re.Match[str], text: str, items: Items) -> str | None:
    """ "2018 ESC/ESH Guidelines ... Eur Heart J. 2018;39": a year without marks before a word, with another behind that
    is no address's."""
    at, address = match.start(), text.find("://")
    if 0 <= address < items.starts[match.string.find("D", at + 1)]:
        return None
    follows_mark = text[: items.starts[at]].rstrip()[-1:] in (".", ":")
    return "T" if follows_mark and items.gaps[at + 1] == " " and _YEAR.fullmatch(items.words[at]) else None


def _year_of_journal(match: re.Match[str], _text: str, items: Items) -> str | None:
    """ "J Appl Physiol (1985). 2005;99": a year in brackets behind the journal, with the date behind."""
    at = match.start()
    return "C" if items.gaps[at] == " (" and items.gaps[at + 1] in (") ", "). ") else None


def _date_in_brackets(match: re.Match[str], _text: str, items: Items) -> str | None:
    """ "25 (2012), no. 3": a year in brackets behind the volume is the date where there is no other."""
    at = match.start("year")
    in_brackets = items.gaps[at][-1:] == "(" and items.gaps[at + 1][:1] == ")"
    return f"{match[0][:at]}D{match[0][at + 1 :]}" if in_brackets and _YEAR.fullmatch(items.words[at]) else None


def _container_behind_in(match: re.Match[str], _text: str, items: Items) -> str | None:
    """ "..., in: History Workshop 8": behind "in" with a colon stands what contains the work."""
    first, last = match.span()
    for at in range(last - 2, first, -1):
        is_in = items.words[at] in _IN and (items.gaps[at + 1][:1] == ":" or items.words[at + 1].startswith("Proc"))
        if is_in and items.gaps[at].strip()[-1:] in _MARKS:
            return "T" * (at - first) + "X" + "C" * (last - at - 1)
    return None


_IN = ("in", "In", "in the", "In the")


def _container_behind_editors(match: re.Match[str], _text: str, items: Items) -> str | None:
    """Behind editors who follow an "In" stands what contains the work, up to its publisher."""
    at, run, begin = match.start(), match.group("run"), match.start("run")
    if at == 0 or items.words[at] != NAMES or items.words[at - 1].rpartition(" ")[2] not in ("in", "In"):
        return None
    before = f"E{match.group('between')}"
    rest = match.string[match.end() :]
    # Where a place and its publisher follow, no publisher stands before them.
    if rest.startswith("L") and "U" in rest:
        return before + "C" * len(run)
    if "C" in run or "T" in run:
        return before + run.translate(_AS_CONTAINER)
    end = next((n for n in range(begin + 1, match.end("run")) if items.gaps[n][:1] in ",.;"), match.end("run"))
    return before + "C" * (end - begin) + run[end - begin :]


_AS_CONTAINER = str.maketrans("TA", "CC")


def _edited_by(match: re.Match[str], _text: str, items: Items) -> str | None:
    """ "In Encyclopedia of human behavior, edited by V. S. Ramachaudran": the book stands before its editors."""
    line = match[0]
    at = next((n for n, word in enumerate(items.words) if word.endswith("dited by")), 0)
    begin = next((n for n in range(at - 1, 0, -1) if items.words[n] in ("In", "in")), 0)
    if not begin or not at - begin > 1 or items.words[at + 1 : at + 2] != [NAMES]:
        return None
    return f"{line[:begin]}X{'C' * (at - begin - 1)}XE{line[at + 2 :]}"


def _title_before_container(match: re.Match[str], _text: str, items: Items) -> str | None:
    """Two containers and no title: the first of several words is the title."""
    first = match.group("first")
    words = sum(word.count(" ") + 1 for word in items.words[match.start("first") : match.end("first")])
    return match.group("before") + "T" * len(first) + match.group("rest") if words >= _TITLE_WORDS else None


_TITLE_WORDS = 3
"""Words that the first of two containers has where it is a title; a name of fewer may be a series or a place."""


def _container_at_end(match: re.Match[str], _text: str, items: Items) -> str | None:
    """Before volume and pages, what follows the last stop of a title is what contains the work."""
    first, last = match.span("title")
    for at in range(last - 1, first, -1):
        word = items.words[at]
        if items.gaps[at] in _STOPS and not word[0].islower() and word not in ("Retrieved", "Available"):
            words = sum(word.count(" ") + 1 for word in items.words[first:at])
            # Chinese and Japanese print no blanks: a title is one word.
            if words < _TITLE_WORDS and items.words[first][0] < "\u3040":
                return None
            is_in = word == "In"
            return match[0][:at] + "X" * is_in + "C" * (last - at - is_in)
    return None


_EASTERN = lazy_pattern(r"A(?P<run>[ATCULEX]+)(?=[DVIP])")


def _behind_eastern_names(line: str, text: str, items: Items) -> str:
    """Behind names in Chinese, Japanese or Korean letters stands the title, and the last sentence before the date is
    the journal: there are no capitals that tell them apart."""
    match = _EASTERN.match(line)
    if match is None or items.words[0] != NAMES or text[0] > "\ud7af":
        return line
    first, last = match.span("run")
    marks = ["X" if items.gaps[at][-1:] == "[" else "T" for at in range(first, last)]
    split = next((at for at in range(last - 1, first, -1) if "." in items.gaps[at] and marks[at - first] == "T"), last)
    return f"A{''.join(marks[: split - first])}{'C' * (last - split)}{line[last:]}"


_STOPS = frozenset((". ", "? ", "! ", "” ", ".” ", ",” ", '." ', ',"', '," ', "’, ", "», ", "». "))


def _section_letter(match: re.Match[str], _text: str, items: Items) -> str | None:
    """ "Phys. Rev. C 40 (1989) 2091": the letter of a section belongs to the journal, the next number is the volume."""
    at = match.start() + 1
    if items.words[at] not in _SECTIONS or not items.words[at + 1].isdigit():
        return None
    rest = match.group("rest")
    if rest and items.words[match.start("rest") + 1][:1].isalnum():
        return "CCV" + "DP"
    return "CCV" + rest


_SECTIONS = frozenset("ABCDEFGX")


def _behind_authors(match: re.Match[str], text: str, items: Items) -> str | None:
    """What follows a list of authors behind its stop is the title, if it is no body ("Walker BD. Hepatitis C. N Engl J
    Med"), and so is a word that nothing parts from the title ("et al Health outcomes in", "P. G. Thomas, Using T")."""
    lead = items.leads.get(0)
    if lead is None:
        return None
    first, last = match.span("run")
    gap = items.gaps[1]
    is_body = bodies.names_body(text[items.starts[first] : items.ends[last - 1]])
    ends = gap[:1] == "." and (len(lead.names) > 1 or not lead.names[0].given) and not is_body
    # The title of a list that says "et al." may begin behind a blank alone.
    goes_on = last - first == 1 and items.gaps[last] == " " and gap in (" ", ", ")
    begins = not lead.complete and last - first == 1 and gap in (" ", ". ") and not is_body
    if not (ends or goes_on or begins):
        return None
    # "KDIGO 2021 Clinical Practice Guideline ... Kidney Int. 2021": the year is the title's where the date follows.
    year = match["year"]
    if year and (items.gaps[last] != " " or "D" not in match.string[last + 1 :]):
        return None
    return "A" + "T" * (last - first + len(year))


def _volume_at_end(match: re.Match[str], _text: str, items: Items) -> str | None:
    """ "(2021). ... Dis Model Mech 14.": a number that ends the reference behind a journal's words is its volume."""
    at = match.end() - 1
    is_number = items.words[at].isdigit() and len(items.words[at]) < _YEAR_DIGITS and items.gaps[at] in (" ", ", ")
    return match[0][:-1] + "V" if is_number and "D" in match[0][:-1] else None


_YEAR_DIGITS = 4
"""Digits of a year, which no volume here has."""


def _part_of_issue(match: re.Match[str], _text: str, items: Items) -> str | None:
    """ "91(5 Pt 1-2):467": the number of a part stands in the issue's brackets."""
    at = match.end() - 1
    return "II" if items.words[at - 1] in _PARTS and items.gaps[at + 1][:1] == ")" else None


_PARTS = word_set("Pt Part Suppl suppl Teil pt")
_SHORT_WORDS = word_set("Mt St Ste Mr Mrs Dr sp spp cf vs ca var subsp ssp nov approx")

_RULES: tuple[tuple[str, tuple[str, ...], re.Pattern[str], Rule], ...] = (
    ("TC", (), lazy_pattern(r"TC(?=C)"), _end_of_title),
    ("DT", (), lazy_pattern(r"D(?=T.*D[VI])"), _year_of_title),
    ("CDD", (), lazy_pattern(r"(?<=C)D(?=D)"), _year_of_journal),
    ("V", (), lazy_pattern(r"^[^D]*V(?P<year>[VIP])[^D]*$"), _date_in_brackets),
    ("TTT", ("n: ", "n Proc", "the Proc"), lazy_pattern(r"T{3,}"), _container_behind_in),
    ("E", ("dited by",), lazy_pattern(r"^.*$"), _edited_by),
    ("E", (), lazy_pattern(r"E(?P<between>[XE]?)(?P<run>[TCAU]+|X{2,}(?=[PLD]))"), _container_behind_editors),
    ("C", (), lazy_pattern(r"^(?P<before>[^TC]*)(?P<first>C+)(?P<rest>[^TC]+C+[^T]*$)"), _title_before_container),
    ("T", (), lazy_pattern(r"^[^TCULE]*(?P<title>T{2,}+)(?=X?D?[VI]?[VIP][^TCULE]*$)"), _container_at_end),
    ("CV", (), lazy_pattern(r"CV[VIP](?P<rest>(?:D[PXVI])?)"), _section_letter),
    ("AA", (), lazy_pattern(r"^A(?P<run>A+)(?P<year>D?)(?=[TC])"), _behind_authors),
    ("IP", (), lazy_pattern(r"IP(?=P)"), _part_of_issue),
    ("D", (), lazy_pattern(r"^[^V]*D[^V]*CC[CD]$"), _volume_at_end),
)
"""Each rule, behind labels and words of which the reference must have them (one of the words), and its pattern."""
