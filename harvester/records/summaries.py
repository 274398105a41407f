"""ESummary answers (JSON) -> works with what a summary holds: no abstract, names with initials."""

import json
from dataclasses import dataclass

from harvester.model import Identifier, Name, PartialDate, Work
from harvester.records.fields import month_of, parse_as
from harvester.values import identifier, page_ranges
from harvester.values.identifier import Scheme

_SCHEMES: dict[str, Scheme] = {"pubmed": "pmid", "doi": "doi", "pmc": "pmcid"}
_KINDS: dict[str, str] = {"Book": "book", "Preprint": "article"}


@dataclass(frozen=True, slots=True)
class Summary:
    """A short record; `publication_types` as PubMed writes them."""

    pmid: str
    work: Work
    publication_types: tuple[str, ...] = ()


def decode_summaries(body: bytes) -> tuple[Summary, ...]:
    """The summaries of an answer in its order; ids that PubMed has no summary of are left out."""
    try:
        data = json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return ()
    result = data.get("result") if isinstance(data, dict) else None
    if not isinstance(result, dict):
        return ()
    entries = (result.get(str(uid)) for uid in _items(result.get("uids")))
    return tuple(_summary(e) for e in entries if isinstance(e, dict) and "error" not in e)


def _summary(entry: dict[str, object]) -> Summary:
    kinds = tuple(str(kind) for kind in _items(entry.get("pubtype")))
    pmid = parse_as(_text(entry, "uid"), "pmid")
    work = Work(
        type=next((_KINDS[k] for k in kinds if k in _KINDS), "article-journal"),
        title=_text(entry, "title").removesuffix("."),
        author=tuple(_name(a) for a in _items(entry.get("authors")) if isinstance(a, dict) and a.get("name")),
        issued=_date(_text(entry, "pubdate")),
        container_title=_text(entry, "fulljournalname"),
        container_title_short=_text(entry, "source"),
        volume=_text(entry, "volume"),
        issue=_text(entry, "issue"),
        page=page_ranges.join(_text(entry, "pages"), "-"),
        issn=tuple(i for i in (_text(entry, "issn"), _text(entry, "essn")) if i),
        identifiers=_identifiers(entry, pmid),
    )
    return Summary(pmid.value if pmid else "", work, kinds)


def _identifiers(entry: dict[str, object], pmid: Identifier | None) -> tuple[Identifier, ...]:
    found = [pmid] if pmid else []
    for one in _items(entry.get("articleids")):
        if isinstance(one, dict) and one.get("idtype") in _SCHEMES:
            parsed = identifier.parse(str(one.get("value", "")), _SCHEMES[str(one["idtype"])])
            if parsed and parsed.scheme not in {i.scheme for i in found}:
                found.append(parsed)
    return tuple(found)


def _name(author: dict[str, object]) -> Name:
    """ "Puca P" -> Puca, P; a group's name stays whole."""
    name = str(author["name"])
    family, _, initials = name.rpartition(" ")
    if author.get("authtype") == "CollectiveName" or not family or not initials.isupper():
        return Name(literal=name)
    return Name(family, initials)


def _date(text: str) -> PartialDate | None:
    """ "2024 Feb 28", "2024 Feb", "2024", or words with a year in front."""
    words = text.split()
    if not words or not (words[0].isascii() and words[0].isdigit() and len(words[0]) == 4):
        return PartialDate(literal=text) if text else None
    month = month_of(words[1]) if len(words) > 1 and "-" not in words[1] else None
    if len(words) > 1 and month is None:
        return PartialDate(int(words[0]), literal=text)
    day = (
        int(words[2]) if len(words) > 2 and words[2].isascii() and words[2].isdigit() and int(words[2]) <= 31 else None
    )
    return PartialDate(int(words[0]), month, day)


def _text(entry: dict[str, object], name: str) -> str:
    value = entry.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []
