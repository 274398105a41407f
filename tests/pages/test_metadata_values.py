"""Values of metadata in every form: authors in one tag and in many, lines that say where a work appeared, broken JSON."""

import pytest

from harvester.pages.html.author_lists import authors_in, authors_in_list
from harvester.pages.html.json_ld import read_json
from harvester.pages.html.source_lines import read_source


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "A", "name": "x, }",}',
        '//<![CDATA[\n{"@type": "A", "name": "x, }"}\n//]]>',
        '<!--\n{"@type": "A", "name": "x, }"};\n-->',
        "{&quot;@type&quot;: &quot;A&quot;, &quot;name&quot;: &quot;x, }&quot;}",
    ],
)
def test_json_that_is_not_quite_json_is_read(text: str) -> None:
    assert read_json(text) == {"@type": "A", "name": "x, }"}


@pytest.mark.parametrize(
    ("values", "families"),
    [
        (["Hill, Austin Bradford"], ["Hill"]),
        (["Padmanee Sharma, MD, PhD", "Antoni Ribas, MD"], ["Sharma", "Ribas"]),
        (["Sharma, Padmanee; Ribas, Antoni"], ["Sharma", "Ribas"]),
        (["van der Ploeg, Ans T."], ["van der Ploeg"]),
        (["RECOVERY Collaborative Group"], ["RECOVERY Collaborative Group"]),
        (["Dr. Bin Yu", "null"], ["Yu"]),
        (["Do, Anh"], ["Do"]),
        (["Barnaby C. Reeves"], ["Reeves"]),
        (["Melissa L. Knothe Tate", "J. S. Malik Peiris"], ["Knothe Tate", "Peiris"]),
        (["SHARMA Padmanee", "LI Tianjing", "VAN DER PLOEG Ans T."], ["SHARMA", "LI", "VAN DER PLOEG"]),
        (["Watson J. D.", "FHC Crick"], ["Watson", "Crick"]),
        (["Ann Smith", "Bo Smith"], ["Smith", "Smith"]),
        (["Watson JD, Crick FHC"], ["Watson", "Crick"]),
        (["PRISMA Group"], ["PRISMA Group"]),
        (["Xuedan Lv", "Min Chu", "Lv X", "Chu M"], ["Lv", "Chu"]),
        (["Padmanee Sharma1,2*"], ["Sharma"]),
    ],
)
def test_authors_of_tags_are_read_in_every_form(values: list[str], families: list[str]) -> None:
    assert [name.literal or f"{name.particle} {name.family}".strip() for name in authors_in(values)] == families


@pytest.mark.parametrize(
    ("value", "families"),
    [
        ("Padmanee Sharma, Antoni Ribas", ["Sharma", "Ribas"]),
        ("Padmanee Sharma, Antoni Ribas and Fan Wu", ["Sharma", "Ribas", "Wu"]),
        ("Sharma, P., Ribas, A.", ["Sharma", "Ribas"]),
        ("Sharma P, Ribas A;", ["Sharma", "Ribas"]),
        ("Hill, Austin Bradford", ["Hill"]),
        ("By Padmanee Sharma, MD, PhD", ["Sharma"]),
        ("José Ortega y Gasset", ["Gasset"]),
    ],
)
def test_a_list_of_authors_in_one_value_is_parted(value: str, families: list[str]) -> None:
    assert [name.family for name in authors_in_list(value)] == families


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Cell", ("Cell", "", "", "")),
        ("Cell 2017, Vol. 168, Pages 707-723", ("Cell", "168", "", "707-723")),
        ("Behavior Research Methods 2007 39:2", ("Behavior Research Methods", "39", "2", "")),
        ("Cell; Vol. 168 No. 4 (2017); 707-723", ("Cell", "168", "4", "707-723")),
        ("Systematic Botany, 37, 2, 307-319(13)", ("Systematic Botany", "37", "2", "307-319")),
        ("Proceedings of a Society (2016) 48:39-50.", ("Proceedings of a Society", "48", "", "39-50")),
        ("Cell 168.4 (2017): 707-723", ("Cell", "168", "4", "707-723")),
        ("Cell. 2017;168(4):707-723.", ("Cell", "168", "4", "707-723")),
        ("https://example.org/cell", ("", "", "", "")),
        ("ISSN 0092-8674", ("", "", "", "")),
    ],
)
def test_a_line_says_where_a_work_appeared(line: str, said: tuple[str, ...]) -> None:
    found = read_source(line)
    assert (found.journal, found.volume, found.issue, found.page) == said
