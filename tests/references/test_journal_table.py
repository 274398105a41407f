"""The table of journals that ships is looked up by the first words of its names."""

import pkgutil

from harvester.references.tagging import journals


def test_each_name_of_the_table_is_found_by_its_first_word() -> None:
    data = pkgutil.get_data("harvester.references.tagging", journals.TABLE)
    assert data is not None
    table = journals.known()
    lines = data.decode("utf-8").splitlines()
    assert all(line.replace(" ", "") in (table.get(line.partition(" ")[0]) or ()) for line in lines)


def test_a_word_that_begins_no_name_finds_none() -> None:
    table = journals.table_of(["gut", "ann intern med", "ann oncol", "annals of botany"])
    assert table.get("ann") == {"anninternmed", "annoncol"}
    assert table.get("an") is None
    assert table.get("gut microbes") is None
