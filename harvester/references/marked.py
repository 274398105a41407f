"""What a page marks up in an entry, beside what the tagger reads of it: the marked fields are taken as they are, and
the tagger, told where they stand, reads the rest."""

import re

from harvester.model import Name, Work, remake_work
from harvester.references.tagging.items import Items
from harvester.references.tagging.tagger import Tagged

_NUMBER_BEHIND = re.compile(r"[\s.,;:(]{0,6}(?:vol\.? ?)?\d", re.IGNORECASE)
_STOPS = frozenset(".,;:?!)]”\"'’")


def fenced(text: str, marked: Work | None) -> str:
    """The words for the tagger: a stop where a marked title begins and ends and the page prints none, since only its
    elements keep the title from its neighbours there."""
    title = marked.title if marked else ""
    start = text.find(title) if title else -1
    if start < 0:
        return text
    before, after = text[:start].rstrip(), text[start + len(title) :].lstrip()
    if before and before[-1] not in _STOPS and before[-1] not in "([“\"'‘":
        before += "."
    if after and after[0] not in _STOPS:
        after = f". {after}"
    return f"{before}{' ' if before else ''}{title}{'' if after[:1] in _STOPS else ' '}{after}".strip()


def relabelled(every: list[Items], tagged: list[Tagged], texts: list[str], given: list[Work | None]) -> list[Tagged]:
    """What was tagged of some references, with labels put right where their pages mark title and container."""
    return [
        one._replace(labels=_relabelled(items, one.labels, text, marked)) if marked else one
        for items, one, text, marked in zip(every, tagged, texts, given, strict=True)
    ]


def _relabelled(items: Items, labels: list[str], text: str, marked: Work) -> list[str]:
    """The tagger's labels, put right where the page marks title and container."""
    labels = list(labels)
    container = "" if _is_source_alone(marked) else marked.container_title
    for label, value in (("T", marked.title), ("C", container)):
        start = _place(value, text, marked.title if label == "C" else "")
        if start < 0:
            continue
        end = start + len(value)
        for number, (first, last) in enumerate(zip(items.starts, items.ends, strict=True)):
            if first < end and last > start:
                labels[number] = label
            elif labels[number] == label:
                labels[number] = "X"
    return labels


def _place(value: str, text: str, title: str) -> int:
    """Where a marked value stands in the words, -1 if nowhere: as words of their own, and a container where numbers
    follow, since a title may name it too."""
    if not value:
        return -1
    behind = text.find(title) + len(title) if title and title in text else 0
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(value)}(?!\w)", text)]
    after = [place for place in places if place >= behind] or places
    numbered = (place for place in after if _NUMBER_BEHIND.match(text, place + len(value)))
    return next(numbered, after[-1] if after else -1)


def taken(work: Work, marked: Work | None) -> Work:
    """The work that was read, with the fields that the page marks up."""
    if marked is None:
        return work
    # What was read may say more of the same: the day of a marked year, the last page behind a marked first one.
    issued, page = marked.issued, marked.page
    if work.issued and issued and work.issued.year == issued.year:
        issued = work.issued
    if work.page.startswith(f"{page}-"):
        page = work.page
    complete = marked.authors_complete if marked.author else work.authors_complete
    title, container = marked.title or work.title, marked.container_title or work.container_title
    if _letters(container) == _letters(work.container_title):
        container = work.container_title  # with the last stop of an abbreviation
    if _is_source_alone(marked) and not _same(work.container_title, container):
        title, container = _told_apart(title, container)
    return remake_work(
        work,
        title=title,
        author=_people(marked.author, work.author),
        authors_complete=complete,
        issued=issued or work.issued,
        container_title=container,
        volume=marked.volume or work.volume,
        issue=marked.issue or work.issue,
        page=page or work.page,
        publisher=marked.publisher or work.publisher,
        publisher_place=marked.publisher_place or work.publisher_place,
    )


def _people(marked: tuple[Name, ...], read: tuple[Name, ...]) -> tuple[Name, ...]:
    """The marked names, in the form in which they are printed where the same ones were read: few pages mark "Jr.", and
    metadata drop particles and stops."""
    if not marked or len(marked) != len(read):
        return marked or read
    return tuple(printed if _is_same_person(one, printed) else one for one, printed in zip(marked, read, strict=True))


def _is_same_person(marked: Name, read: Name) -> bool:
    """Whether two names are the same but for signs, a suffix or particles that only the read one has."""
    family, given = (_letters(marked.family), _letters(read.family)), (_letters(marked.given), _letters(read.given))
    if not family[0] or given[0] != given[1] or not family[1].endswith(family[0]):
        return False
    particles = read.family[: -len(marked.family)].replace(" ", "")
    return family[0] == family[1] or (particles.isalpha() and particles.islower())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _is_source_alone(marked: Work) -> bool:
    """Whether a container is marked, and nothing that shows it to be one: it may be a book, cited as a whole."""
    return bool(marked.container_title) and not (marked.title or marked.volume or marked.issue or marked.page)


def _told_apart(title: str, source: str) -> tuple[str, str]:
    """Title and container where a source is marked alone: a book's title, if nothing else was read as one; else the
    container, also of a title that was read up to its end."""
    if title.endswith(source) and len(title) - len(source) > _BEFORE_SOURCE:
        return title[: -len(source)].rstrip(" .,:;"), source
    return (source, "") if not title or _same(title, source) else (title, source)


_BEFORE_SOURCE = 16
"""Characters before a source in what was read as its title: so many may be its number or year, more are a title."""


def _same(title: str, source: str) -> bool:
    """Whether a title is a source, but for what stands around it (its edition, its year)."""
    letters, others = _letters(title), _letters(source)
    return bool(letters) and (others in letters or letters in others)
