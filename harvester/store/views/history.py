"""What happened: to a work, and in the runs of the program."""

import json

from harvester.model.library_views import Happening, HappeningKind, Run
from harvester.store.views import claims
from harvester.store.views.reader import Reader

READ = """
SELECT source.read_at, source.name
FROM source JOIN description ON description.id = source.description_id
WHERE description.work_id = :work
"""
CITED = """
SELECT DISTINCT source.read_at, source.name
FROM source
JOIN reference ON reference.source_id = source.id
JOIN citation ON citation.reference_id = reference.id
WHERE citation.cited_id = :work
"""
ASKED = """
SELECT answer.asked_at, answer.kind
FROM answer JOIN description ON description.answer_key = answer.key
WHERE description.work_id = :work
"""
DECIDED = "SELECT made_at, kind, undone_at FROM decision WHERE digest IN (:these)"
MERGED = "SELECT joined, undone FROM merge WHERE work_id = :work"
RUNS = "SELECT id, command, started_at, finished_at, summary FROM run ORDER BY id DESC LIMIT :most"


def history(reader: Reader, work: int) -> list[Happening]:
    """What happened to a work: when pages spoke of it, what was asked, merged and decided; the earliest first."""
    events = [Happening(at, HappeningKind.READ, name) for at, name in reader.rows(READ, work=work)]
    events += [Happening(at, HappeningKind.CITED, name) for at, name in reader.rows(CITED, work=work)]
    events += [Happening(at, HappeningKind.ASKED, kind) for at, kind in reader.rows(ASKED, work=work)]
    digests = {one.claim.digest for _, one in claims.of_works(reader, [work])}
    for at, kind, undone in reader.each(DECIDED, sorted(digests)):
        events.append(Happening(at, HappeningKind.DECIDED, kind))
        if undone:
            events.append(Happening(undone, HappeningKind.TAKEN_BACK, kind))
    for joined, undone in reader.rows(MERGED, work=work):
        kind = HappeningKind.TAKEN_APART if undone else HappeningKind.MERGED
        # Merges bear no time: they follow from what was read, in whatever order that was.
        events.append(Happening("", kind, str(len(json.loads(joined)))))
    return sorted(events)


def runs(reader: Reader, limit: int) -> list[Run]:
    """The last runs that changed something, the newest first."""
    return [
        Run(command, started, finished or "", tuple(json.loads(summary).items()), number)
        for number, command, started, finished, summary in reader.rows(RUNS, most=limit)
    ]
