"""Every DOI of the grid is found in every context, whole and alone."""

import pytest

from harvester.model import Asserted, RawReference
from harvester.pages.links import identifiers_in, without_own_parts
from harvester.values.identifier import Identifier, find, parse
from tests.values import doi_grid


@pytest.mark.parametrize("context", [*doi_grid.WORDS, *doi_grid.ADDRESSES])
def test_words_give_each_doi_whole_and_no_other(context: str) -> None:
    wrong = [
        text
        for text, doi in doi_grid.in_words(context)
        if {f.identifier.value for f in find(text) if f.identifier.scheme == "doi"} != {doi}
    ]
    assert not wrong


@pytest.mark.parametrize("context", [*doi_grid.ADDRESSES, "https://doi.org/{}", "doi:{}", "https://doi.org/{}\\"])
def test_a_link_gives_each_doi_whole(context: str) -> None:
    assert not [href for href, doi in doi_grid.in_links(context) if [i.value for i in identifiers_in(href)] != [doi]]


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        # What may pass for the next word or number is the DOI's own.
        ("doi: 10.1331/1544-3191.44.5.578.Zillich.", "10.1331/1544-3191.44.5.578.zillich"),
        ("doi: 10.1556/CRC.36.2008.Suppl.B.28.", "10.1556/crc.36.2008.suppl.b.28"),
        ("doi: 10.1016/j.jaad.2015.02.1130.", "10.1016/j.jaad.2015.02.1130"),
        ("10.1016/j.cell.2017.01.01712. Smith", "10.1016/j.cell.2017.01.017"),
        ("doi:10.1111/2041-210\u00d7.12974", "10.1111/2041-210x.12974"),
        (
            "10.1002/1097-4571(2000)9999:9999<::AID-ASI1588>3.0.CO;2-7.",
            "10.1002/1097-4571(2000)9999:9999<::aid-asi1588>3.0.co;2-7",
        ),
        ("https://www.biorxiv.org/content/10.1101/2020.05.05.079194v2.full.pdf", "10.1101/2020.05.05.079194"),
        ("doi: 10.1101/079194v1", "10.1101/079194"),
        ("https://academic.oup.com/brain/article/129/10/2667/10.1093/brain/awl181/300123", "10.1093/brain/awl181"),
        ("doi: 10.1007/978-3-031-38100-3{\\_}13", "10.1007/978-3-031-38100-3_13"),
        # Broken behind a full stop: a journal, a year, an ISSN end no DOI, nor does the next line begin with a code.
        ("doi:10.1111/nous.\n12244.\n", "10.1111/nous.12244"),
        ("doi:10.1038/nrgastro.2015.\n   150.\n", "10.1038/nrgastro.2015.150"),
        ("doi:10.4103/0019-5545.\n31580.\n", "10.4103/0019-5545.31580"),
        ("doi:10.1212/WNL.\n0b013e3181b6bbd5.\n", "10.1212/wnl.0b013e3181b6bbd5"),
        ("doi:10.1101/2020.05.\n05.079194.\n", "10.1101/2020.05.05.079194"),
        ("doi:10.1136/bmj.2019.\n15. Smith J. Title", "10.1136/bmj.2019"),
        ("doi:10.1001/jama.2016.1234.\n26501234 [PubMed]", "10.1001/jama.2016.1234"),
        ("doi:10.1001/jama.2016.1234.\n23\nSmith J", "10.1001/jama.2016.1234"),
        ("doi:10.1038/nature12345.\ncovid19 in", "10.1038/nature12345"),
    ],
)
def test_a_doi_ends_where_its_publisher_ends_it(text: str, doi: str) -> None:
    assert [f.identifier.value for f in find(text)] == [doi]


def test_the_span_of_a_doi_with_hidden_marks_is_the_printed_one() -> None:
    text = "x\u200b doi: 1\u200b0.1000/a\u00adbc\\_1\u200b. y"
    (found,) = find(text)
    assert (found.identifier.value, text[found.start : found.end]) == ("10.1000/abc_1", "1\u200b0.1000/a\u00adbc\\_1")


def test_a_resolvers_doi_keeps_the_ending_of_a_file() -> None:
    assert str(parse("https://doi.org/10.1000/abc.pdf")) == "doi:10.1000/abc.pdf"


def test_reviews_figures_and_supplements_of_a_page_are_none_of_its_references() -> None:
    own = Identifier("doi", "10.7554/elife.04407")
    parts = [f"{own.value}.{part}" for part in ("026", "sa1", "r001", "s001", "g001")]
    others = [f"{own.value}.v2", f"{own.value}1", "10.1136/bmj.b4567"]
    references = (RawReference(1, "1", "Words", tuple(Asserted(Identifier("doi", v), "text") for v in parts + others)),)
    (reference,) = without_own_parts(references, (own,))
    assert [i.value for i in reference.identifiers] == others
