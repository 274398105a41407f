"""Read the fields of reference strings."""

from collections.abc import Iterable, Iterator
from itertools import islice

from harvester.model import ParsedReference, RawReference, Work, make_work
from harvester.references import (
    chances,
    cleaning,
    content_marks,
    fields,
    imprints,
    kinds,
    locators,
    marked,
    names,
    relabelling,
    same_authors,
)
from harvester.references.tagging import tagger
from harvester.references.tagging.items import LONGEST, itemize
from harvester.text import word_set
from harvester.values import dates, preprints

BATCH = 32
"""References that go through each step together: a step's code and tables stay in the processor's cache, which made
parsing 1.3 times as fast as one reference after the other (`benchmarks/parse.py`)."""
_IN_CONTAINERS = ("article-journal", "article-newspaper", "article", "chapter")
"""Types whose series and number are the container's."""
_WITHOUT_CONTAINER = ("book", "report", "patent", "standard", "legislation", "legal_case", "dataset", "software")
_LOCATOR_WORDS = word_set("Nr No Bd Vol vol Jg Heft no nr")
"""Words before a number that the tagger may leave at the end of a journal's name."""
_LOCATOR = (("V", locators.is_volume), ("I", locators.is_issue), ("P", locators.are_pages))


def parse_reference(raw: RawReference) -> ParsedReference:
    """The work that a reference describes, with the identifiers that its page asserts, and how far to believe it."""
    return same_authors.with_authors_above(_parse_batch([raw])[0], None)


def parse_references(raws: Iterable[RawReference]) -> Iterator[ParsedReference]:
    """The same for many references, in their order, as they come."""
    waiting = iter(raws)
    above: ParsedReference | None = None
    while batch := list(islice(waiting, BATCH)):
        for parsed in _parse_batch(batch):
            above = same_authors.with_authors_above(parsed, above)
            yield above


def _parse_batch(raws: list[RawReference]) -> list[ParsedReference]:
    read = _read(raws, [raw.text for raw in raws])
    # Where the printed reference is broken, the page's metadata may have the same reference whole.
    if broken := [number for number, (_, refused) in enumerate(read) if refused and raws[number].in_metadata]:
        from_metadata = _read([raws[number] for number in broken], [raws[number].in_metadata for number in broken])
        for number, better in zip(broken, from_metadata, strict=True):
            read[number] = better
    return [parsed for parsed, _ in read]


def _read(raws: list[RawReference], printed: list[str]) -> list[tuple[ParsedReference, bool]]:
    """Each reference read from these words, and whether a part of it could not be what it was labelled as."""
    given = [raw.marked.work() if raw.marked else None for raw in raws]
    texts = [marked.fenced(cleaning.cleaned(text), work) for work, text in zip(given, printed, strict=True)]
    every = [itemize(text) for text in texts]
    tagged = marked.relabelled(every, tagger.tag_all(every), texts, given)
    read: list[tuple[ParsedReference, bool]] = []
    for raw, text, items, (labels, probability, marginals) in zip(raws, texts, every, tagged, strict=True):
        line = relabelling.put_right(text, items, labels)
        imprint = imprints.NONE
        if "V" not in line or any(map(text.__contains__, imprints.OWN_SIGNS)):
            title = line.find("T")
            imprint = imprints.find(text, items.ends[max(title, 0)] if items.ends else 0)
            line = imprints.relabelled(line, items, imprint)
        work, pages, refused = _understand(fields.Labelled(text, items, line), imprint, raw)
        mark = given[len(read)]
        work = marked.taken(work, mark)
        of_fields, whole = chances.judge(line, marginals, probability, chances.given_fields(work), refused)
        if marginals:
            of_fields = chances.with_ruled(of_fields, labels, line)
        if mark:
            of_fields = chances.with_marked(of_fields, mark)
        confidence = round(whole, 4)
        if not line or len(raw.text) > LONGEST:
            confidence = 0.0  # a text too long for a reference was not read to its end
        work = chances.without_doubtful(work, of_fields)
        read.append((ParsedReference(raw, work, confidence, pages, of_fields), refused))
    return read


def _understand(labelled: fields.Labelled, imprint: imprints.Imprint, raw: RawReference) -> tuple[Work, str, bool]:
    """The work that labelled words describe, its pages as printed, and whether something was labelled volume, issue
    or pages that cannot be that."""
    locator, refused = _locator(labelled)
    authors, editors = labelled.people("A"), labelled.people("E").names
    kind = kinds.type_of(labelled, content_marks.type_named(raw.text), imprint, authors.names)
    if labelled.items.edited and not editors:
        authors, editors = names.NameList(), authors.names
    url, accessed = fields.address(raw.text)
    volume, issue, issued = locator.volume, locator.issue, labelled.issued()
    if issued is None and locators.is_year(volume):
        # A year in the volume's position ("2014(1):CD003559") is the date if there is no other.
        volume, issued = "", dates.read(volume)
    if issued is None and kind == "article":
        issued = labelled.posted()
    if volume and not issue and labelled.in_brackets("V"):
        # "2015;(5):CD003559": such a journal counts issues within its year, and has no volume.
        volume, issue = "", volume
    title, (container, volume, edition) = labelled.title(), _container(labelled, imprint, kind, volume)
    roman = container.rpartition(" ")[2]
    if volume and not issue and f"{roman}({volume})" in labelled.text and locators.is_roman(roman):
        # "Revista Mexicana, VI(11)": the tagger knows few volumes in Roman numbers.
        container, volume, issue = container[: -len(roman)].rstrip(" ,"), roman, volume
    if not title and kind in _WITHOUT_CONTAINER:
        title, container = container, ""
    publisher = labelled.publisher()
    if kind == "article-newspaper" and not container:
        container, publisher = kinds.newspaper(labelled), ""
    is_contained = kind in _IN_CONTAINERS
    work = make_work(
        type=kind,
        title=title,
        author=authors.names,
        authors_complete=authors.complete,
        editor=editors,
        issued=issued,
        container_title=container,
        volume=volume,
        issue=issue,
        page=locator.pages,
        publisher=publisher,
        publisher_place=labelled.place(),
        edition=edition,
        genre="" if is_contained else imprint.genre,
        number="" if is_contained else imprint.number,
        url=url,
        accessed=accessed,
        identifiers=raw.identifiers,
    )
    return work, locator.pages, refused


def _locator(labelled: fields.Labelled) -> tuple[locators.Locator, bool]:
    """Volume, issue and pages, and whether something was labelled so that cannot be that."""
    if locators.is_glued(labelled.text):
        return locators.Locator("", "", ""), True
    printed = [labelled.every(label) for label, _ in _LOCATOR]
    if printed[2] and not printed[0]:
        last = labelled.segments["P"][-1]
        if locators.is_count(printed[2][-1], labelled.text[last.end :]):
            printed[2] = printed[2][:-1]
    kept = [locators.first_of(values, can_be) for values, (_, can_be) in zip(printed, _LOCATOR, strict=True)]
    # An address behind the pages was taken for the pages, and they for the volume.
    if printed[2] and not kept[2] and locators.is_range(kept[0]):
        kept = ["", kept[1], kept[0]]
    refused = any(values and not value for values, value in zip(printed, kept, strict=True))
    return locators.part(*kept), refused


def _container(labelled: fields.Labelled, imprint: imprints.Imprint, kind: str, volume: str) -> tuple[str, str, str]:
    """What contains the work, its volume, and the edition: numbers and letters of each may stand in another's place."""
    container = labelled.longest("C")
    if section := locators.section_of(volume, container):
        container, volume = f"{container}{'.' * (f'{container}.' in labelled.text)} {section}", volume[1:]
    if container.rpartition(" ")[2] in _LOCATOR_WORDS:
        container = container.rpartition(" ")[0].rstrip(",")
    elif ", " in container and (f"{container}, v." in labelled.text or f"{container}, n." in labelled.text):
        # ABNT prints a journal's place between its name and its volume: "Educação e Pesquisa, São Paulo, v. 34".
        container = container.rpartition(", ")[0]
    edition = labelled.longest("N") or imprint.edition
    if not edition and locators.is_ordinal(ordinal := labelled.first("V")):
        edition = ordinal
    if not edition and locators.is_ordinal(container.rpartition(". ")[2]):
        # "Handbook of Growth. 3rd. New York": a count of editions without its word ends no name.
        container, _, edition = container.rpartition(". ")
    if not container and kind == "article":
        container = preprints.printed_server(labelled.text)
    elif ". " in container and container + "." in labelled.text:
        container += "."  # an abbreviated name printed with stops keeps its last stop
    return container, volume, edition
