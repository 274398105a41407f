"""A name means the same by whichever road it comes, and is written as each format has it."""

import pytest

from harvester.model import Name, make_work
from harvester.references.names import parse_names
from harvester.values import names
from tests.values import roads
from tests.values.tables import NAMES, NameRow


def by_road(road: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", [row for row in NAMES if road in row.roads.split()], ids=lambda row: row.text)


by_text = pytest.mark.parametrize("row", NAMES, ids=lambda row: row.text)


@by_road("page")
def test_the_reader_and_the_metadata_of_a_page_say_it(row: NameRow) -> None:
    assert names.read(row.text) == row.value
    assert roads.html(citation_author=row.text).author == (row.value,)
    assert roads.html(dc__creator=row.text).author == (row.value,)
    assert roads.html(author_=row.text).author == (row.value,)


@by_road("reference")
def test_a_reference_says_it(row: NameRow) -> None:
    assert parse_names(row.text).names == (row.value,)


@by_road("edit")
def test_a_person_says_it_with_a_comma_where_it_is_a_persons(row: NameRow) -> None:
    assert roads.edit("author", row.text) == (row.value,)


@by_text
def test_parts_that_are_marked_apart_say_it(row: NameRow) -> None:
    name = row.value
    if name.literal:
        jats = f"<collab>{name.literal}</collab>"
        pubmed = f"<CollectiveName>{name.literal}</CollectiveName>"
        crossref = {"name": name.literal}
    else:
        suffix = f"<suffix>{name.suffix}</suffix>" if name.suffix else ""
        jats = f"<name><surname>{name.family}</surname><given-names>{name.given}</given-names>{suffix}</name>"
        pubmed = (
            f"<LastName>{name.family}</LastName><ForeName>{name.given}</ForeName>{suffix.replace('suffix', 'Suffix')}"
        )
        crossref = {"family": name.family, "given": name.given, "suffix": name.suffix}
    assert roads.jats(f'<contrib-group><contrib contrib-type="author">{jats}</contrib></contrib-group>').author == (
        name,
    )
    assert roads.pubmed_xml(article=f"<AuthorList><Author>{pubmed}</Author></AuthorList>").author == (name,)
    assert roads.crossref_json(author=[crossref]).author == (name,)


@by_text
def test_formats_write_it_and_it_is_read_back(row: NameRow) -> None:
    assert row.value.literal or names.medline(row.value) == row.medline
    assert row.value.literal or names.read(str(row.value)) == row.value


def test_a_name_without_any_part_is_no_author() -> None:
    assert make_work(author=(Name(), Name("Roe"), Name(suffix="Jr"))).author == (Name("Roe"),)
