"""The references of a review, as they stand on its pages, with what each leads to."""

import json
from dataclasses import replace

from harvester.model import Verdict
from harvester.model.citation import LinkState
from harvester.model.library_views import StoredReference
from harvester.model.reason import Reason, ReasonCode
from harvester.model.resolution import FETCHED_LIST
from harvester.store.rows import asserted_from, span_from, state_from
from harvester.store.views import citekeys, names, works
from harvester.store.views.reader import Reader

REFERENCES = f"""
SELECT citation.cited_id, source.name, source.digest, source.format, description.torn,
       citation.verdict, citation.method, citation.stage, citation.reason,
       reference.number, reference.ordinal, reference.label, reference.text, reference.span_start, reference.span_end,
       reference.tail_labels, reference.confidence, reference.asserted
FROM citation
JOIN reference ON reference.id = citation.reference_id
JOIN description ON description.id = citation.description_id
JOIN source ON source.id = reference.source_id
WHERE citation.citing_id = :citing
ORDER BY CASE WHEN source.format = '{FETCHED_LIST}' THEN 1 ELSE 0 END, source.name, source.part, reference.ordinal,
         citation.cited_id
"""


def references(reader: Reader, citing: int) -> list[StoredReference]:
    """Every reference on the pages of a work, page by page, in printed order; then what only a fetched list has."""
    found = reader.rows(REFERENCES, citing=citing)
    printed = {row[0] for row in found if row[3] != FETCHED_LIST}
    listed = [row for row in found if row[3] != FETCHED_LIST or row[0] not in printed]
    pages = {row[2] for row in listed if row[3] != FETCHED_LIST}
    keys = citekeys.keys_of(reader, [citing, *(row[0] for row in listed)])
    cited = works.whole(reader, dict.fromkeys(row[0] for row in listed))
    out = []
    for (
        work,
        file,
        digest,
        _,
        ambiguous,
        *state,
        number,
        ordinal,
        label,
        text,
        start,
        end,
        tails,
        confidence,
        ids,
    ) in listed:
        how = as_shown(state_from(state), ambiguous=ambiguous)
        out.append(
            StoredReference(
                name=names.of_reference(keys[citing][0], digest, pages, number),
                ordinal=ordinal,
                label=label,
                text=text,
                source=file,
                span=span_from(start, end),
                tail_labels=tuple(json.loads(tails)),
                verdict=how.verdict,
                method=how.method,
                stage=how.stage,
                cited=cited[work],
                cited_key=keys[work][0],
                confidence=confidence,
                identifiers=asserted_from(ids),
            )
        )
    return out


def as_shown(state: LinkState, *, ambiguous: bool) -> LinkState:
    """How a citation stands for a person: an open one that fits two works is doubtful, and is still asked for."""
    if ambiguous and state.verdict is Verdict.OPEN:
        return replace(state, verdict=Verdict.DOUBTFUL, reason=Reason(ReasonCode.FITS_TWO_WORKS))
    return state
