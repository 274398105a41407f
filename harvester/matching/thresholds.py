"""Every number that matching decides by, with the run that chose it.

Measured with `python -m benchmarks.matching` (2,000 references against 4,192 planted records, 21 November 2026:
precision 100 %, recall 98.94 %, none of 50 invented ones linked; `docs/matching.md` has that run, what leaving out each
penalty costs, and a run on references of real papers). With another page of the volume taken for a misprint, and one
drug for another for the same title, seven of 2,000 links were wrong.
"""

WEIGHTS = {
    "title": 4.0, "author": 2.0, "authors": 1.0, "journal": 1.0, "year": 1.0, "volume": 1.0, "page": 2.0, "kind": 3.0,
    "labels": 0.5, "identifier": 2.0, "abstract": 3.0,
}  # fmt: skip
"""How much each fact weighs in the distance; the title and the first author tell two works apart best."""

AGREES = 0.1
"""Up to this penalty a fact agrees."""
CONTRADICTS = 0.5
"""From this penalty on it contradicts; between the two it says nothing, as a misprint does."""

FAR_ENOUGH = 0.1
"""A candidate must be nearer than the second by this much, where both could be meant."""
WORTH_A_LOOK = 0.45
"""A candidate further away than this is no candidate."""

MIN_TITLE = 20
"""Letters that a title needs to be looked for within a text."""
LONG_TITLE = 30
"""Letters of the shorter title from which on it may be a cut of the longer one."""
OTHER_WORK = 0.9
"""The distance of a title that says it is of an erratum, a reply, or of another part."""
NEAR = 0.3
"""The distance of a fact that is nearly the printed one: it neither agrees nor contradicts."""
CUT = 0.2
"""The distance of a title that is the other's beginning or end: a subtitle was left out, or it is a wider paper."""
ALIKE = 0.2
"""Up to this distance titles with one telling word for another are nearly the same, beyond it they are two."""
LEAST_ALIKE = 40
"""Of 100: titles that are less alike than this are not alike at all, and how little is not asked."""
SAME_TITLE = 95
"""Of 100: a title that begins so much like another is the other with more behind it."""
SAME_WORD = 75
"""Of 100: how much alike two words must be to be one word misspelt (`tumour` and `tumor` are 91, `aspirin` and
`heparin` 57)."""

MIN_ABSTRACT_WORDS = 20
ENOUGH_SHARED = 0.7
"""Of the words of the shorter abstract so many must be in the longer one, for a page may cut or head it."""

FEW_AUTHORS = 0.34
"""A record that has fewer of the other printed authors than this is of other people."""
