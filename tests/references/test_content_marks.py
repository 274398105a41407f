"""Marks in brackets, notices behind a reference, editors and places with their state."""

import pytest

from harvester import references
from harvester.model import Work
from harvester.references import content_marks


def work(text: str) -> Work:
    """The work that a printed reference describes."""
    (parsed,) = references.parse_many([references.raw(text)])
    return parsed.described


@pytest.mark.parametrize(
    "mark",
    ["[Internet]", "[abstract]", "[serial online]", "[letter to the editor]", "[in Spanish]", "[Article in French]",
     "[cited 2019 Mar 5]", "[accessed 5 March 2019]", "[consultado el 5 de marzo de 2019]", "[Conference abstract]"],
)  # fmt: skip
def test_a_mark_is_taken_out(mark: str) -> None:
    assert (
        content_marks.without(f"Page MJ. A title {mark}. BMJ. 2021;372:n71.") == "Page MJ. A title. BMJ. 2021;372:n71."
    )


@pytest.mark.parametrize("own", ["[18F]FDG", "[Effects of sleep on pain]", "[corrected title", "[Ca2+]i"])
def test_other_words_in_brackets_stay(own: str) -> None:
    text = f"Page MJ. Uptake of {own} in adults. BMJ. 2021;372:n71."
    assert content_marks.without(text) == text


def test_a_journal_on_the_internet_has_its_date_and_locator() -> None:
    read = work(
        "Page MJ, McKenzie JE. The PRISMA 2020 statement. BMJ [Internet]. 2021 Mar 29 [cited 2022 Jan 3];372(71):1-9. "
        "Available from: https://www.bmj.com/content/372/bmj.n71"
    )
    assert (read.container_title, str(read.issued), read.volume, read.issue, read.page) == (
        "BMJ", "2021-03-29", "372", "71", "1-9",
    )  # fmt: skip
    assert str(read.accessed) == "2022-01-03"


def test_a_notice_behind_the_pages_is_no_part() -> None:
    read = work("Altman DG, Bland JM. Statistics notes. BMJ. 1995;311(7003):485. Erratum in: BMJ. 1996;312(7024):153.")
    assert (str(read.issued), read.volume, read.page) == ("1995", "311", "485")


@pytest.mark.parametrize(
    ("mark", "kind"),
    [("[dataset]", "dataset"), ("[computer program]", "software"), ("[Doctoral dissertation]", "thesis"),
     ("[package insert]", "document"), ("[preprint]", "article"), ("[tese]", "thesis")],
)  # fmt: skip
def test_a_mark_names_the_kind(mark: str, kind: str) -> None:
    assert work(f"Roe J. Layers of the climate {mark}. London: King's College; 2008.").type == kind


@pytest.mark.parametrize("word", [", editors.", ", eds.", " (Eds.).", ", editor."])
def test_a_list_with_the_word_for_editors_is_of_editors(word: str) -> None:
    read = work(f"Higgins JPT, Green S{word} Cochrane handbook for systematic reviews. Chichester: Wiley; 2008.")
    assert ([n.family for n in read.editor], read.author) == (["Higgins", "Green"], ())
    assert read.title == "Cochrane handbook for systematic reviews"


def test_a_place_may_have_its_state_in_brackets() -> None:
    read = work("Kahneman D. Thinking, fast and slow. New York (NY): Farrar, Straus and Giroux; 2011.")
    assert (read.publisher_place, read.title) == ("New York (NY)", "Thinking, fast and slow")
