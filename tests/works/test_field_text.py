"""What a person says of a field: taken in the forms that the help promises, refused with a remedy otherwise."""

import pytest

from harvester.cli.remedies import message
from harvester.errors import FieldError
from harvester.model import Name, PartialDate
from harvester.works.field_text import parse_field


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("issued=2019", PartialDate(2019)),
        ("year=2019-05", PartialDate(2019, 5)),
        ("date=2020-02-29", PartialDate(2020, 2, 29)),
        ("issued=May 2019", PartialDate(2019, 5)),
        ("accessed=2024-1-7", PartialDate(2024, 1, 7)),
        ("page=720–7", "720-727"),
        ("page=S12-5", "S12-S15"),
        ("pages=e1003285", "e1003285"),
        ("page=i-iv", "i-iv"),
        ("page=iv", "iv"),
        ("issn=0959-8138; 1756-1833", ("0959-8138", "1756-1833")),
        ("issn=2434561X", ("2434-561X",)),
        ("type=chapter", "chapter"),
        ("language=pt-BR", "pt-BR"),
        ("url=https://www.bmj.com/content/372/bmj.n71", "https://www.bmj.com/content/372/bmj.n71"),
        ("volume=39 Suppl 1", "39 Suppl 1"),
        ("keywords=one; two", ("one", "two")),
        ("editor=Higgins, J", (Name("Higgins", "J"),)),
    ],
)
def test_what_a_field_can_be_is_taken(typed: str, value: object) -> None:
    (found,) = parse_field(typed).values()
    assert found == value


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("issued=20x", "issued=2019-05-31"),
        ("year=in press", "year=2019"),
        ("issued=2019-13", "issued=2019-05"),
        ("issued=2019-02-30", "issued=2019-05-31"),
        ("issued=2019-0", "issued=2019"),
        ("issued=0019", "issued=2019"),
        ("issued=31 Feb 2019", "issued=2019-05"),
        ("issued=05/01/2019", "issued=2019-05"),
        ("issued=२०१९", "issued=2019"),
        ("page=see there", "page=720-727"),
        ("page=-", "page=720-727"),
        ("issn=0959-8139", "issn=0959-8138"),
        ("type=paper", "article-journal"),
        ("language=English, mostly", "language=en"),
        ("url=bmj.com", "url=https://"),
        ("author=; 12", "Family, Given"),
        ("volume=" + "1" * 100, "volume=12"),
        ("doi=10.1136/bmj.n71", "harvester accept REFERENCE doi:"),
        ("pmid=12x", "harvester accept REFERENCE pmid:"),
        ("colour=red", "There are: abstract"),
        ("title=", "title=..."),
        ("keywords=;", "keywords=..."),
        ("title", "FIELD=VALUE"),
    ],
)
def test_what_a_field_cannot_be_is_refused_with_what_to_say(typed: str, remedy: str) -> None:
    with pytest.raises(FieldError) as refused:
        parse_field(typed)
    assert remedy in message(refused.value)
