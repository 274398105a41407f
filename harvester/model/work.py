"""A citable publication in CSL's vocabulary, and what it is to others."""

from dataclasses import dataclass

from harvester.values.dates import PartialDate
from harvester.values.identifier import Identifier
from harvester.values.names import Name


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """A link to another publication that is not the same work: `kind` says what the other one is to this.

    `kind` is one of `values.relations.KINDS`, such as `retraction`, `erratum`, `preprint`; `target` is its CURIE, ""
    where only the words of `note` name it.
    """

    kind: str
    target: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A publication as one account tells it: a page, a printed reference, a service's record, or the library's choice.

    Fields are CSL variables; an empty string, an empty tuple or None says that the account is silent. `type` is a CSL
    type (`article-journal`, `chapter`, `book`, `webpage`, `article` for preprints, `thesis`, `report`). Titles may
    hold `<i>`, `<b>`, `<sup>` and `<sub>` and nothing else of markup. `page` is a range with expanded ends and an
    ASCII hyphen (`720-727`) or an article number, which then stands in `number` too. `status` is PubMed's word where
    there is one (`aheadofprint`, `ppublish`, `retracted`).
    """

    type: str = ""
    title: str = ""
    author: tuple[Name, ...] = ()
    authors_complete: bool = True
    editor: tuple[Name, ...] = ()
    issued: PartialDate | None = None
    container_title: str = ""
    container_title_short: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    publisher: str = ""
    publisher_place: str = ""
    edition: str = ""
    event_title: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    language: str = ""
    issn: tuple[str, ...] = ()
    url: str = ""
    accessed: PartialDate | None = None
    genre: str = ""
    original_title: str = ""
    status: str = ""
    relations: tuple[Relation, ...] = ()
    identifiers: tuple[Identifier, ...] = ()

    def get(self, scheme: str) -> str | None:
        """The first identifier of a scheme as its bare value, or None."""
        for identifier in self.identifiers:
            if identifier.scheme == scheme:
                return identifier.value
        return None
