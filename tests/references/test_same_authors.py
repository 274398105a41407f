"""A dash for the authors of the reference above gives them, or none; what is printed stays as it is."""

import pytest

from harvester.model import ParsedReference
from harvester.references import parse, parse_many, raw, split

ABOVE = (
    "Egger, M., and Davey Smith, G. 1997. Bias in meta-analysis detected by a simple, graphical test. BMJ 315: 629-634."
)
BELOW = " 2001. Systematic reviews in health care. London: BMJ Books."


def read(*lines: str) -> list[ParsedReference]:
    return list(parse_many(raw(line, number) for number, line in enumerate(lines, 1)))


def families(parsed: ParsedReference) -> list[str]:
    return [name.family for name in parsed.described.author]


@pytest.mark.parametrize("mark", ["———.", "______.", "---.", "⸻.", "— — —.", "––.", "—."])
def test_a_dash_alone_stands_for_all_authors_above(mark: str) -> None:
    _, same = read(ABOVE, mark + BELOW)
    assert families(same) == ["Egger", "Davey Smith"]
    assert same.raw.text == mark + BELOW


def test_dashes_before_further_names_stand_for_one_author_each() -> None:
    _, one, two = read(ABOVE, "——— and Altman, D. G." + BELOW, "———, ———, and Schneider, M." + BELOW)
    assert families(one) == ["Egger", "Altman"]
    assert families(two) == ["Egger", "Altman", "Schneider"]


def test_dashes_one_below_the_other_stand_for_the_same_authors() -> None:
    assert families(read(ABOVE, "———." + BELOW, "———." + BELOW)[2]) == ["Egger", "Davey Smith"]


@pytest.mark.parametrize("printed", ["———." + BELOW, "——— and Altman, D. G." + BELOW])
def test_without_a_reference_above_the_authors_are_unknown(printed: str) -> None:
    work = parse(raw(printed)).described
    assert (work.author, work.authors_complete) == ((), False)


def test_more_dashes_than_authors_above_leave_the_authors_unknown() -> None:
    work = read(ABOVE, "———, ———, ———, and Altman, D. G." + BELOW)[1].described
    assert (work.author, work.authors_complete) == ((), False)


def test_a_list_with_dashes_is_cut_at_them() -> None:
    listed = (
        ABOVE[:70]
        + "\n"
        + ABOVE[71:]
        + "\n———."
        + BELOW[:30]
        + "\n"
        + BELOW[31:]
        + "\nSchneider, M. 1998. Trials. BMJ 316: 1-9."
    )
    assert [r.text[:4] for r in split(listed)] == ["Egge", "———.", "Schn"]


def test_a_dash_before_a_name_is_a_bullet() -> None:
    assert families(read(ABOVE, "— Altman, D. G. 1991. Practical statistics. London: Chapman.")[1]) == ["Altman"]
