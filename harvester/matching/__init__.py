"""Whether a record is the work that a reference or a page tells of: facts compared by name, and verdicts on them."""

from harvester.matching.comparing import PrintedFacts
from harvester.matching.judging import Judgement, choose, judge

__all__ = ["Judgement", "PrintedFacts", "choose", "judge"]
