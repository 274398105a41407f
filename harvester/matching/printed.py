"""What a reference prints, each part made ready for comparing once for all the records that it is held against."""

from dataclasses import dataclass
from functools import cached_property

from harvester.matching.folding import fold
from harvester.matching.kinds import KindTold, told_kind
from harvester.matching.places import Pages, pages
from harvester.matching.titles import Form, printed_form
from harvester.model import Work


@dataclass(frozen=True)
class Printed:
    """What a reference prints: the work as understood, all its words, and the labels of the links behind it.

    Not slotted, so that what is made of it once can be kept with it.
    """

    work: Work
    text: str = ""
    labels: tuple[str, ...] = ()

    @cached_property
    def words(self) -> str:
        """All that is printed, folded."""
        return fold(self.text)

    @cached_property
    def spaced(self) -> str:
        """The same with a blank at either end, to look for whole words in; "" where nothing is printed."""
        return f" {self.words} " if self.words else ""

    @cached_property
    def title(self) -> Form:
        """The title as it is compared."""
        return printed_form(self.work.title)

    @cached_property
    def pages(self) -> Pages:
        """The pages as they are compared."""
        return pages(self.work.page)

    @cached_property
    def kind(self) -> KindTold:
        """What sort of work it is."""
        return told_kind(self.work, self.text)
