"""The CSL type of what a reference cites: by its marks, by words that only such things print, by its fields."""

import re

from harvester.model import Name
from harvester.references.fields import Labelled
from harvester.references.imprints import Imprint
from harvester.text import lazy_pattern, word_set
from harvester.values import names, preprints

_THESIS = lazy_pattern(
    r"\b(?:dissertation|(?:ph\.?\s?d\.?|doctoral|master[’']?s?|m\.?sc\.?|m\.?d\.?) thesis|thesis\]|\[d\]"
    r"|(?:tese|dissertação|tesis|thèse|tesi) (?:\(|de |d['’]|doctoral|doutorado|di )|habilitationsschr|diplomarb)",
    re.IGNORECASE,
)
_THESIS_SIGNS = (
    "thesis",
    "dissertation",
    "[d]",
    "tese ",
    "tesis",
    "thèse",
    "dissertação",
    "diplomarbeit",
    "habilitation",
)
_PREPRINT = lazy_pattern(rf"\b(?:{preprints.NAMES})\b", re.IGNORECASE)
_REPORT = lazy_pattern(
    r"\b(?:technical report|report no|working paper|discussion paper|guidelines?|white paper|who/|policy brief"
    r"|fact ?sheet|statistical bulletin|guidance for|report (?:of|on|to) (?:the|a)\b)",
    re.IGNORECASE,
)
_LAW = (
    r"\bPub(?:lic|\.)? L(?:aw|\.)(?: No\.?)? ?\d|\b\d+ (?:U\.?S\.?C\.?|C\.?F\.?R\.?)(?: |$)|^(?:[\w ]{0,60}[.:] )?"
    r"(?:Council |Commission )?(?:Regulation \(E[UC]\)|Directive \d|Lei n|Decreto|Ley \d|Ley de)"
    r"|^[A-Z][\w ,'’-]{3,80} Act,? (?:of )?(?:1[89]|20)\d\d"
)
_REPOSITORY = r"\b(?:Dryad|Zenodo|[Ff]igshare|Dataverse|PANGAEA|GenBank|Mendeley Data|ICPSR|[Dd]ata ?set)\b"
_PROGRAM = (
    r"\bR: [Aa] [Ll]anguage and [Ee]nvironment|\bR [Pp]ackage|[Pp]ackage [Vv]ersion|[Cc]omputer [Pp]rogram"
    r"|\b[Ss]oftware[:,.]? (?:\([\w ]+\)[:,.]? )?(?:[Rr]elease|[Vv]ersion|v)\b|\bSPSS (?:Statistics )?for\b"
    r"|[Ss]tatistical [Ss]oftware|\bVersion \d[\w.]*[.,] .*\b(?:Corp|Inc|GmbH|LLC|Ltd)\b"
)
_NAMED: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        "patent",
        ("atent",),
        lazy_pattern(
            r"\b[Pp]atent(?:e|s)?\b(?: [Aa]pplication)?(?: [Nn]o\.?| [Nn]umber)?[ :#]*[A-Z]{0,2} ?[\d,./ ]{5,}"
        ),
    ),
    (
        "legal_case",
        (" v. ", " v ", " vs. "),
        lazy_pattern(r"^[A-Z][\w.'’& ]+ vs?\.? [A-Z][\w.'’& ]+,? (?:\d+ [A-Z][\w. ]+ \d+|[\[(]\d{4}[\])] )"),
    ),
    (
        "legislation",
        ("Pub", "U.S.C", "USC", "C.F.R", "CFR", "Regulation", "Directive", "Lei ", "Decreto", "Act", "Ley "),
        lazy_pattern(_LAW),
    ),
    (
        "standard",
        ("ISO", "IEC", "ASTM", "DIN", "NBR", "ANSI", "IEEE Std"),
        lazy_pattern(
            r"^(?:[\w ]{0,60}\. )?(?:ABNT )?(?:ISO|IEC|ASTM|DIN|NBR|ANSI|IEEE Std|BS EN|EN ISO)[ /][\w/ .-]{0,16}\d"
        ),
    ),
    (
        "dataset",
        ("Dryad", "enodo", "igshare", "Dataverse", "ataset", "ata set", "PANGAEA", "GenBank", "Mendeley Data", "ICPSR"),
        lazy_pattern(rf"{_REPOSITORY}(?!s? (?:for|of|on|in))"),
    ),
    (
        "software",
        ("oftware", "rogram", "ackage", "R: ", "SPSS", "Version", "version", "Release"),
        lazy_pattern(_PROGRAM),
    ),
)
"""Kinds that have neither volume nor pages, each behind signs of which its text must have one."""
_NEWSPAPERS = word_set("""the new york times | new york times | the washington post | washington post | the guardian |
    the times | the wall street journal | wall street journal | financial times | le monde | el país | la nación |
    die zeit | süddeutsche zeitung | frankfurter allgemeine zeitung | neue zürcher zeitung | der standard | die welt |
    folha de s.paulo | folha de são paulo | o globo | o estado de s. paulo | los angeles times | usa today |
    the independent | the daily telegraph | the telegraph | the observer | chicago tribune | boston globe |
    the boston globe | le figaro | corriere della sera | la repubblica | el mundo | clarín | the hindu |
    the times of india | china daily""")
_AGENCY = lazy_pattern(
    r"\b(?:Agency|Ministry|Department|Centers|World Health Organization|Commission|Bureau|Government|OECD|IPCC|UNICEF"
    r"|Institutes of Health|Ministério|Ministerio|Ministère|Bundesministerium|Bundesamt|World Bank|Stationery Office)\b"
)
"""What governments and their agencies are called, which publish reports."""
_ACRONYM = re.compile(r"(?:[A-Z][A-Z&/.-]{1,9})\b")


def type_of(reference: Labelled, marked: str, imprint: Imprint, authors: tuple[Name, ...]) -> str:
    """The CSL type of a reference's work; `marked` is the type that a mark in brackets names."""
    if marked:
        return marked
    text, labels = reference.text, reference.segments.keys()
    if (
        "V" in labels
        and "C" in labels
        and "E" not in labels
        and not imprint.number
        and not ("U" in labels or "L" in labels)
    ):
        return "article-journal"  # four of five references; German styles print "In:" before a journal too
    lower = text.lower()
    in_issue = "V" in labels or "P" in labels
    if any(map(lower.__contains__, _THESIS_SIGNS[:3] if in_issue else _THESIS_SIGNS)) and _THESIS.search(lower):
        return "thesis"
    if not in_issue and ("rxiv" in lower or "preprint" in lower or "ssrn" in lower) and _PREPRINT.search(lower):
        return "article"
    if imprint.number or ("V" not in labels and not ("P" in labels and "C" in labels)):
        for kind, signs, pattern in _NAMED:
            if any(map(text.__contains__, signs)) and pattern.search(text):
                return kind
    has_publisher = "U" in labels or "L" in labels
    if "V" not in labels and newspaper(reference):
        return "article-newspaper"
    if "C" in labels:
        return "chapter" if "E" in labels or reference.in_book() else "article-journal"
    if _is_report(reference, imprint, authors, lower, has_publisher=has_publisher):
        return "report"
    if ("http" in lower or "www." in lower) and not in_issue and "doi.org/10." not in lower and not has_publisher:
        return "webpage"
    if has_publisher or "N" in labels:
        return "book"
    return "article-journal" if "T" in labels else "document"


def newspaper(reference: Labelled) -> str:
    """The newspaper that a reference without a volume names where its journal or publisher stands; "" without one."""
    return next((name for label in "CUL" if (name := reference.longest(label)).casefold() in _NEWSPAPERS), "")


def _is_report(
    reference: Labelled, imprint: Imprint, authors: tuple[Name, ...], lower: str, *, has_publisher: bool
) -> bool:
    """Whether a thing without a container is a report: it has a series' number, it says so, or a body publishes what
    it wrote; with an edition it is a book."""
    if "N" in reference.segments:
        return False
    if (imprint.genre and imprint.number) or _REPORT.search(lower):
        return has_publisher or "http" in lower or bool(imprint.number)
    publisher = reference.longest("U")
    if _AGENCY.search(publisher):
        return True
    if not has_publisher or not authors or not all(name.literal for name in authors):
        return False
    return names.is_body(publisher) or _ACRONYM.fullmatch(publisher) is not None or publisher == authors[0].literal
