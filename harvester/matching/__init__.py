"""One judge of works: facts compared by name, and what they come to by the policy for whoever asks.

Merging two claims, searching for a reference and believing a printed identifier compare the same facts by the same
code; the policies are tables of rules, and every number they decide by stands in `thresholds`.
"""

from harvester.matching.comparing import PrintedFacts
from harvester.matching.judging import Judgement, choose, judge, same_work

__all__ = ["Judgement", "PrintedFacts", "choose", "judge", "same_work"]
