"""Every number that matching decides by, with the case that needs it or the run that chose it.

The run is `python -m benchmarks.matching` (2,000 references against 4,192 planted records, 21 November 2026: precision
100 %, recall 98.94 %, none of 50 invented ones linked; `docs/matching.md` has that run, what leaving out each fact
costs, and a run on references of real papers). With another page of the volume taken for a misprint, and one drug for
another for the same title, seven of 2,000 links were wrong. The cases stand in `tests/matching` and
`tests/works/merge_traps.py`.
"""

WEIGHTS = {
    "title": 4.0, "author": 2.0, "authors": 1.0, "journal": 1.0, "year": 1.0, "volume": 1.0, "page": 2.0, "kind": 3.0,
    "labels": 0.5, "identifier": 2.0, "abstract": 3.0,
}  # fmt: skip
"""How much each fact weighs in the distance; the title and the first author tell two works apart best."""

# How far apart two values of a fact are, from 0 (the same) to 1.
AGREES = 0.1
"""Up to this a fact agrees: a title with one letter misprinted in ten."""
CONTRADICTS = 0.5
"""From this on it contradicts; between the two it says nothing, as a misprint does."""
NEAR = 0.3
"""What is nearly the printed value: it neither agrees nor contradicts. A year beside it, a page within the range."""
CUT = 0.2
"""A title that is the other's beginning or end: a subtitle was left out, or it is a wider paper."""
OTHER_WORK = 0.9
"""A title that says it is of an erratum, a reply, or of another part."""
CAME_LATER = 0.2
"""No link to PMC on the page, and a record that is there: the work may have come there after the page was saved."""

# Of several candidates.
FAR_ENOUGH = 0.1
"""A candidate must be nearer than the second by this much, where both could be meant: two records of one work that
PubMed has twice are not."""
WORTH_A_LOOK = 0.45
"""A candidate further away than this is no candidate: nearly half of what was compared speaks against it."""

# Titles.
MIN_TITLE = 20
"""Letters that a title needs to be looked for within a text; shorter ones (`Editorial`, `In reply`) say little."""
LONG_TITLE = 30
"""Letters of the shorter title from which on it may be a cut of the longer one: `Pain` is none of `Pain in the
elderly`."""
ALIKE = 0.2
"""Up to this distance titles with one telling word for another are nearly the same, beyond it they are two: a sister
study with another drug."""
LEAST_ALIKE = 40
"""Of 100: titles that are less alike than this are not alike at all, and how little is not asked: it costs less."""
SAME_TITLE = 95
"""Of 100: a title that begins so much like another is the other with more behind it."""
SAME_WORD = 75
"""Of 100: how much alike two words must be to be one word misspelt (`tumour` and `tumor` are 91, `aspirin` and
`heparin` 57)."""
NUMBER_LENGTH = 4
"""Digits or Roman letters of a number in a title (part II, phase 3, 2019); what is longer is a name or an amount."""
MIN_TELLING = 4
"""Letters of a word that tells one title from another; shorter ones are articles and prepositions, but for `no`."""
MIN_GOING_ON = 5
"""Letters by which a title must be longer than another to be that one and more: a plural and a stop are fewer."""

# Names of persons and groups.
SHORTEST_NAME = 2
"""Letters of a family name that a reference is seen to begin with: `Li`, `Wu`."""
SHORTEST_FOUND = 3
"""Letters of a family name that is found anywhere in a reference; shorter ones are found by chance."""
SHORTEST_GIVEN = 4
"""Letters of a given name that is no initials: `Wang`, printed where the given name stands."""
LONG_PART = 4
"""Letters of a part of a double name that can stand for the whole: `Silva` for `Silva Santos`, and not `de`."""
LONG_NAME = 6
"""Letters of a name in which one may be wrong and the name be the same: `Andersen` and `Anderson`; `Chen` and `Cheng`
are two people."""
SHORT_SLIP = 3
"""Letters of a name, or digits of a page, in which one wrong is not another one yet: `Smyth` for `Smith`, 132 for 123;
`Li` and `Wu`, 12 and 15 share too little."""
MANY_AUTHORS = 40
"""Authors of a record that are looked at; a printed list is never longer than its first few."""
FEW_AUTHORS = 0.34
"""A record that has fewer of the other printed authors than this is of other people: one of three is by chance."""
OTHER_AUTHORS = 2
"""Printed authors behind the first from which on they say something: a single one is as likely an editor."""
PERSON_AS_GROUP = 4
"""Words of what was taken for a group and is a person in one piece: `van der Meer P`."""

# Journals.
MIN_CONTRACTED = 4
"""Letters of a word without its middle (`natl`); three are found in too many words, and the one that is used, `Jpn`,
stands in a table."""
MIN_INITIALS = 3
"""Words of a name that is written by its first letters: `BMJ`, `PNAS`; two letters are found by chance."""

# Volumes and pages.
LONG_NUMBER = 7
"""Digits; from so many on it is an article number, and no page of a range."""
SHORTEST_NUMBER = 3
"""Letters of an article number, beside which pages may be counted from 1: `n71`."""
LONGEST_RANGE = 100
"""Pages of a record's range within which a page is looked for; longer ones are of books and whole issues."""
WHOLE_END = 3
"""Digits of a last page that is whole, and can tell what the first does: 123-8 was cut."""

# Abstracts.
MIN_ABSTRACT_WORDS = 20
"""Different words of an abstract that can be compared; shorter ones are headings."""
ENOUGH_SHARED = 0.7
"""Of the words of the shorter abstract so many must be in the longer one, for a page may cut or head it."""
