"""What came of asking the services, for people and as JSON."""

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from harvester.cli.remedies import NO_EMAIL, away

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from harvester.app.events import Changed
    from harvester.library.enriching import Enrichment


@contextmanager
def asking(*, quiet: bool) -> "Iterator[Callable[[Enrichment], None]]":
    """A function that shows how far asking is, in one line that changes; only on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda _done: None
        return
    from rich.console import Console

    with Console(stderr=True).status("Asking PubMed") as status:
        yield lambda done: status.update(f"Asking PubMed: {_settled(done)}")


def _settled(done: "Enrichment") -> str:
    return ", ".join(f"{count} {verdict.value}" for verdict, count in sorted(done.verdicts.items()))


def tell_enrichment(done: "Enrichment", command: str = "enrich") -> None:
    """Print the summary: what was settled, lists compared, what was left and why."""
    settled = _settled(done)
    if settled or done.requests:
        click.echo(f"Asked PubMed ({done.requests} requests): {settled or 'nothing new'}.{_of_what(done)}")
    for tally in done.tallies if done.verdicts else ():
        click.echo(f"  {_cut(tally.title)}: {tally}")
        for line in tally.missing:
            click.echo(f"    on no list: {_cut(line)}")
    for note in _notes(done):
        click.echo(note, err=True)
    for problem in dict.fromkeys(() if done.unreachable else done.problems):
        click.echo(f"Left for later: {problem}", err=True)
    if done.unreachable:
        click.echo(f"{away(done.unreachable, command)}{_waiting(done)}", err=True)
    elif done.problems:
        click.echo(f"{done.waiting} are waiting; run `harvester enrich` again later.", err=True)
    if done.lacks_email:
        click.echo(NO_EMAIL, err=True)


def _notes(done: "Enrichment") -> list[str]:
    """A line for each service that is away and without which a run goes on, each once."""
    lines = (f"{error}. What PubMed does not know could not be asked there." for error in done.fallbacks_away)
    return list(dict.fromkeys(lines))


def _of_what(done: "Enrichment") -> str:
    """What the verdicts count: each description once, however often it is printed."""
    references = sum(done.verdicts.values()) - done.pages
    if not done.verdicts:
        return ""
    return f" Of these {done.pages} are works of pages and {references} different references."


def _waiting(done: "Enrichment") -> str:
    return f" {done.waiting} are waiting." if done.waiting else ""


def tell_trouble(done: "Enrichment", command: str = "enrich") -> None:
    """Say only why it could not be finished, for a run that was asked to be quiet, as from cron; nothing if it was."""
    if done.unreachable or done.problems:
        click.echo(away(done.unreachable, command) if done.unreachable else done.problems[0], err=True)
        if done.lacks_email:
            click.echo(NO_EMAIL, err=True)


def _cut(title: str) -> str:
    return title if len(title) <= 60 else f"{title[:59]}…"


def enrichment_json(done: "Enrichment", command: str = "enrich") -> dict[str, object]:
    """The summary as plain values; `command` is the one to run again where a service is away."""
    from harvester.explain import shortened

    return {
        "requests": done.requests,
        "pages": done.pages,
        "verdicts": {verdict.value: count for verdict, count in sorted(done.verdicts.items())},
        "lists": [{"title": t.title, "printed": t.printed, "listed": t.listed, "found": t.found} for t in done.tallies],
        "changes": [
            {
                "pmid": c.pmid,
                "title": c.title,
                "fields": {f.name: {"old": shortened(f.old), "new": shortened(f.new)} for f in c.fields},
                "alert": c.alarming,
                "said": list(_said(c)),
                "gone": c.gone,
            }
            for c in done.changes
        ],
        "due": done.due,
        "compared": done.compared,
        "problems": done.problems,
        "notes": _notes(done),
        "unreachable": away(done.unreachable, command) if done.unreachable else "",
        "waiting": done.waiting,
    }


def _said(change: "Changed") -> tuple[str, ...]:
    from harvester.explain import GONE, say_change

    return (GONE,) if change.gone else tuple(map(say_change, change.changes))


def change_line(change: "Changed") -> str:
    """What changed in a record, in one line."""
    return f"pmid:{change.pmid} {change.title.rstrip('.')}: {'; '.join(_said(change))}"


def status_of(done: "Enrichment", *, alert: bool = False) -> int:
    """The exit status: 4 for a new retraction or concern, 3 where a service was out of reach, 1 for batches left."""
    if alert and any(change.alarming for change in done.changes):
        return 4
    if done.unreachable:
        return 3
    return 1 if done.problems else 0
