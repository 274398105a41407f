"""What copied text, crawled pages and pages without metadata say of their own work: one kind a test."""

import pytest

from harvester.pages.html.tree import parse_hand_made
from harvester.pages.html.visible_text import visible_text
from harvester.pages.text.citation_lines import read_citation_line
from harvester.pages.text.names_in_lines import names_in
from harvester.pages.text.printed_titles import abstract_start
from harvester.values import identifier


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ArticlesVolume 395, Issue 10223p497-506February 15, 2020", "|2020-02-15|395|10223|497-506"),
        ("COMMENT ∙ Volume 375, Issue 9713, P445, February 06, 2010", "|2010-02-06|375|9713|445"),
        ("J Am Chem Soc 2005, 127, 14, 4998-5000", "J Am Chem Soc|2005|127|14|4998-5000"),
        ("Field Methods, 18:1,  59-82", "Field Methods||18|1|59-82"),
        ("Nature 1953; 171, 4356: 737-738", "Nature|1953|171|4356|737-738"),
        ("Can J Gastroenterol. 2005;19(Suppl A):5A-36A", "Can J Gastroenterol|2005|19|Suppl A|5A-36A"),
        ("Psychological Review, Jahrgang 84 (1977), Heft 2, S. 191-215", "Psychological Review|1977|84|2|191-215"),
        ("Yıl 1976, Cilt: 72 Sayı: 1, 248 - 254", "|1976|72|1|248-254"),
        ("Volume 372, 2021", "|2021|372||"),
        ("2021 Journal of Information Science Volume 49, Issue 1", "Journal of Information Science|2021|49|1|"),
    ],
)
def test_numbers_in_the_forms_of_copies_are_read(line: str, told: str) -> None:
    printed = read_citation_line(line)
    said = (printed.journal, str(printed.issued or ""), printed.volume, printed.issue, printed.page)
    assert "|".join(said) == told


@pytest.mark.parametrize(
    ("line", "families"),
    [
        ("Greg Guest, MDa ∙ Arwen Bunce, PhDb ∙ Laura Johnson, MSca Show more", "Guest Bunce Johnson"),
        (", Arwen Bunce b", "Bunce"),
        ("Jane Roe<sup>1</sup>, John Poe", "Roe Poe"),
        ("Hong Gao, Li Guo, Min Liu", "Gao Guo Liu"),
        ("Brant SR, Targan SR, Warren BF", "Brant Targan Warren"),
        ("Jing W Wang, K VijayRaghavan, Heinrich Reichert", "Wang VijayRaghavan Reichert"),
    ],
)
def test_names_between_the_signs_of_copies_are_read(line: str, families: str) -> None:
    told = names_in(line)
    assert told is not None
    assert " ".join(name.family for name in told.names) == families


@pytest.mark.parametrize("line", ["Universidade de São Paulo", "Hong Kong", "View PDF"])
def test_places_and_buttons_are_no_names(line: str) -> None:
    assert names_in(line) is None


def test_a_society_whose_organ_a_journal_is_is_no_journal() -> None:
    assert read_citation_line("Official Organ of the Society of Fillers, Vol. 18, No. 1").journal == ""


def test_a_date_is_no_part_of_a_journals_name() -> None:
    assert read_citation_line("J Fill 12 Mar 2003: Vol. 18, No. 1").journal == "J Fill"


def test_a_script_that_writes_a_script_hides_only_itself() -> None:
    page = "<body><p>Before</p><script>document.write('<script src=x>');</script><p>Behind</p></body>"
    assert "Behind" in visible_text(parse_hand_made(page))


@pytest.mark.parametrize("text", ["10.1016/S0028-3932(02)00081-7Get rights", "10.7554/eLife.04407Published December"])
def test_a_word_that_is_run_together_with_a_doi_is_not_of_it(text: str) -> None:
    (found,) = identifier.find(f"https://doi.org/{text}")
    assert found.identifier.value[-1].isdigit()


def test_a_menus_abstract_is_not_where_the_abstract_begins() -> None:
    sentence = "Words of ours stand where the abstract would be. "
    menu = "Abstract\nIntroduction\nMethods\nResults\nDiscussion\nReferences\n"
    text = f"{menu}A title of a work that is here\n\nAbstract\n{sentence * 4}\n"
    assert abstract_start(text, len(text)) == text.rindex("Abstract\n")
