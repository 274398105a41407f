"""The lists and texts that journal articles and books have in common: titles, abstracts, keywords, MeSH, references."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from harvester.records.fields import identifiers_of, marked_up, text_of
from harvester.records.record import Correction, ListedReference, MeshHeading

_NOT_AVAILABLE = frozenset({"[Not Available]", "[Not available]", "Not Available", "Not available"})


def title_of(title: Element | None, vernacular: Element | None) -> tuple[str, str]:
    """The title without PubMed's final stop, and the title in the work's own language.

    Brackets say that NLM translated the title; "[Not Available]." that it did not, and then the vernacular one stands.
    """
    printed = _without_stop(marked_up(title))
    original = _without_stop(marked_up(vernacular))
    if printed in _NOT_AVAILABLE:
        return original, original
    return (_without_stop(printed[1:-1]) if _is_bracketed(printed) else printed), original


def _is_bracketed(text: str) -> bool:
    """Whether one pair of brackets holds the whole text."""
    if not (text.startswith("[") and text.endswith("]")):
        return False
    depth = 0
    for place, char in enumerate(text):
        depth += (char == "[") - (char == "]")
        if depth == 0:
            return place == len(text) - 1
    return False


def _without_stop(text: str) -> str:
    """One final stop dropped; an ellipsis stays."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def abstract_of(abstract: Element | None) -> str:
    """The abstract with inline markup; the sections of a structured one on lines of their own, `LABEL: text`."""
    if abstract is None:
        return ""
    sections = []
    for section in abstract.findall("AbstractText"):
        text, label = marked_up(section), section.get("Label", "")
        if text:
            sections.append(f"{label}: {text}" if label and label != "UNLABELLED" else text)
    return "\n".join(sections)


def keywords_of(lists: Iterable[Element]) -> tuple[str, ...]:
    """The authors' keywords, each once."""
    return tuple(dict.fromkeys(text for keywords in lists for word in keywords if (text := text_of(word).rstrip("."))))


def mesh_of(headings: Element | None) -> tuple[MeshHeading, ...]:
    """The MeSH headings; one is major where its descriptor or a qualifier is marked so."""
    if headings is None:
        return ()
    return tuple(_heading(heading) for heading in headings)


def _heading(heading: Element) -> MeshHeading:
    descriptor, unique_id, major = "", "", False
    qualifiers: list[str] = []
    for part in heading:
        major = major or part.get("MajorTopicYN") == "Y"
        if part.tag == "DescriptorName":
            descriptor, unique_id = text_of(part), part.get("UI", "")
        else:
            qualifiers.append(text_of(part))
    return MeshHeading(descriptor, unique_id, major, tuple(qualifiers))


def corrections_of(notes: Element | None) -> tuple[Correction, ...]:
    """The notes that link this record to others."""
    if notes is None:
        return ()
    return tuple(
        Correction(
            note.get("RefType", ""),
            text_of(note.find("RefSource")),
            text_of(note.find("PMID")),
            text_of(note.find("Note")),
        )
        for note in notes
    )


def references_of(lists: Iterable[Element]) -> tuple[ListedReference, ...]:
    """The reference list in its order; lists within lists (by sections) are laid one behind the other."""
    entries = [
        (text_of(reference.find("Citation")), identifiers_of(reference.find("ArticleIdList")))
        for reference_list in lists
        for reference in reference_list.iter("Reference")
    ]
    told = [(text, identifiers) for text, identifiers in entries if text or identifiers]
    return tuple(ListedReference(n, text, identifiers) for n, (text, identifiers) in enumerate(told, 1))
