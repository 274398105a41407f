"""A grid of reference lists: structures x headings x words of headings x citation styles, and pages that have none.

`measure` says how many lists are read exactly; `python -m tests.pages.list_grid` prints the figures of each
structure. All is seeded: the same seed makes the same pages. The structures are split by their names into two
halves: `seen`, whose failures may be looked at while readers are mended, and `unseen`, which is only scored. A third
part, `later`, was written when the readers had been mended.
"""

from tests.pages.list_grid.measuring import HALVES, Measured, measure

__all__ = ["HALVES", "Measured", "measure"]
