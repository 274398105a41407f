"""`enrich`, `refresh` and `resolve`: what the services know, and what came of asking them."""

import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from harvester.cli.options import global_options, globals_of
from harvester.cli.output import cut, print_json, print_json_line
from harvester.cli.remedies import NO_EMAIL, away

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import timedelta

    from harvester.app.events import Changed
    from harvester.library.enriching import Enrichment


@contextmanager
def asking(*, quiet: bool) -> "Iterator[Callable[[Enrichment], None]]":
    """A function that shows how far asking is, in one line that changes; only on a terminal."""
    # In a log, or the mail that cron sends, each state of a line that is meant to be written over would stay.
    if quiet or not sys.stderr.isatty():
        yield lambda _done: None
        return
    from rich.console import Console

    with Console(stderr=True).status("Asking PubMed") as status:
        yield lambda done: status.update(f"Asking PubMed: {_settled(done)}")


def _settled(done: "Enrichment") -> str:
    return ", ".join(f"{count} {verdict.value}" for verdict, count in sorted(done.verdicts.items()))


def say_enrichment(done: "Enrichment", command: str = "enrich") -> None:
    """Print the summary: what was settled, lists compared, what was left and why."""
    from harvester.explain import say_tally

    settled = _settled(done)
    # Each claim counts once, however often it is printed.
    references = sum(done.verdicts.values()) - done.pages
    of_these = f" Of these {done.pages} are works of pages and {references} different references."
    counted = of_these if done.verdicts else ""
    if settled or done.requests:
        click.echo(f"Asked PubMed ({done.requests} requests): {settled or 'nothing new'}.{counted}")
    # Tallies are of the whole library: a run that settled nothing has nothing new to say of them.
    for tally in done.tallies if done.verdicts else ():
        click.echo(f"  {cut(tally.title)}: {say_tally(tally)}")
        # What no service lists may be a misprint, or not the review's own: only a person can tell.
        for line in tally.missing:
            click.echo(f"    on no list: {cut(line)}")
    for note in _notes(done):
        click.echo(note, err=True)
    # Batches that fail in the same way say the same; where the service is away that is said once, below.
    for problem in dict.fromkeys(() if done.unreachable else done.problems):
        click.echo(f"Left for later: {problem}", err=True)
    if done.unreachable:
        # A refresh can fail where nothing is open: then there is nothing to say of what waits.
        waiting = f" {done.waiting} are waiting." if done.waiting else ""
        click.echo(f"{away(done.unreachable, command)}{waiting}", err=True)
    elif done.problems:
        click.echo(f"{done.waiting} are waiting; run `harvester enrich` again later.", err=True)
    if done.lacks_email:
        click.echo(NO_EMAIL, err=True)


def _notes(done: "Enrichment") -> list[str]:
    """A line for each service that is away and without which a run goes on, each once."""
    lines = (f"{error}. What PubMed does not know could not be asked there." for error in done.fallbacks_away)
    return list(dict.fromkeys(lines))


def say_trouble(done: "Enrichment", command: str = "enrich") -> None:
    """Say only why it could not be finished, for a run that was asked to be quiet, as from cron; nothing if it was."""
    if done.unreachable or done.problems:
        # One line, for cron sends a mail of it; batches fail as a rule for one and the same reason.
        click.echo(away(done.unreachable, command) if done.unreachable else done.problems[0], err=True)
        if done.lacks_email:
            click.echo(NO_EMAIL, err=True)


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
                "said": list(_in_words(c)),
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


def _in_words(change: "Changed") -> tuple[str, ...]:
    from harvester.explain import GONE, say_change

    return (GONE,) if change.gone else tuple(map(say_change, change.changes))


def change_line(change: "Changed") -> str:
    """What changed in a record, in one line."""
    return f"pmid:{change.pmid} {change.title.rstrip('.')}: {'; '.join(_in_words(change))}"


def status_of(done: "Enrichment", *, alert: bool = False) -> int:
    """The exit status: 4 for a new retraction or concern, 3 where a service was out of reach, 1 for batches left."""
    # The graver first: a retraction is what a cron job is for, a service that is away comes back.
    if alert and any(change.alarming for change in done.changes):
        return 4
    if done.unreachable:
        return 3
    return 1 if done.problems else 0


@click.command()
@click.option("--dry-run", is_flag=True, help="Say how many requests it would take; ask nothing.")
@click.option("--no-cache", is_flag=True, help="Take no kept answers; ask anew.")
@global_options
@click.pass_context
def enrich(context: click.Context, dry_run: bool, no_cache: bool) -> int:
    """Ask PubMed about what is open.

    Reviews get their record and their whole reference list, references their record; what was printed stays. Answers
    are kept in the library, so that nothing is asked twice. Exit status 3: PubMed could not be reached; run it again
    later.

    \b
    harvester enrich --dry-run
    harvester enrich
    """
    options = globals_of(context)
    library = options.library
    if dry_run:
        cost = library.estimate()
        # Queries were once called subjects; scripts read the key.
        asked = {"subjects": cost.queries, "likely": cost.likely, "requests": cost.requests}
        answer = {**asked, "elsewhere": cost.elsewhere, "seconds": round(cost.seconds, 1)}
        if options.json:
            print_json(answer)
        else:
            click.echo(
                f"{cost.queries} open, each counted once however often printed; "
                f"about {cost.likely} requests for them, at most {cost.requests}, and up to "
                f"{cost.elsewhere} to Crossref for what PubMed does not know; {cost.seconds:.0f} s if all are needed. "
                "Lists of reviews come on top, 200 works a request."
            )
        return 0
    with asking(quiet=options.verbosity < 0) as tell:
        done = library.enrich(tell, fresh=no_cache)
    if options.json:
        print_json(enrichment_json(done))
    elif options.verbosity < 0:
        say_trouble(done)
    else:
        if not done.requests and not done.verdicts and not done.unreachable:
            click.echo("Nothing is open.")
        say_enrichment(done)
    return status_of(done)


def _age(_context: click.Context, parameter: click.Parameter, value: str) -> "timedelta":
    """A number of hours, days or weeks as a time span; a usage error for anything else."""
    from datetime import timedelta

    # Five digits at most: with six, days and weeks lead to before the year 1, where a `datetime` ends.
    found = re.fullmatch(r"(\d{1,5})\s*([hdw]?)", value.strip().lower())
    if found is None:
        raise click.BadParameter(f"{value!r} is no age; say 30d, 4w or 12h", param=parameter)
    # Without a unit days are meant.
    unit = {"h": "hours", "w": "weeks"}.get(found.group(2), "days")
    return timedelta(**{unit: int(found.group(1))})


@click.command()
@click.option("--older-than", callback=_age, default="30d", show_default=True, metavar="AGE",
              help="Ask for records that were last asked for so long ago: 30d, 4w, 12h.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Ask for all records.")
@click.option("--alert", is_flag=True, help="Exit with status 4 if there is a new retraction or concern.")
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write what changed into a file.")  # fmt: skip
@global_options
@click.pass_context
def refresh(context: click.Context, older_than: "timedelta", everything: bool, alert: bool, report: Path | None) -> int:
    """Ask again for what is due, and say what changed.

    Records that were last asked for long ago, and all that is unsettled. Made for cron: only one runs at a time,
    --quiet prints nothing but changes and what went wrong.

    \b
    harvester refresh --older-than 30d
    harvester --library ~/reviews refresh -q --alert
    """
    from datetime import timedelta

    options = globals_of(context)
    library = options.library
    with asking(quiet=options.verbosity < 0) as tell:
        done = library.refresh(tell, older_than=timedelta(0) if everything else older_than)
    lines = [("ALERT  " if change.alarming else "") + change_line(change) for change in done.changes]
    if report:
        library.write(report, (f"{line}\n" for line in lines))
    if options.json:
        print_json(enrichment_json(done, "refresh"))
        return status_of(done, alert=alert)
    for line in lines:
        click.echo(line)
    if options.verbosity >= 0:
        say_enrichment(done, "refresh")
        if not done.due:
            click.echo("No record was due." if not done.unreachable else "No record was compared.")
        elif not done.compared:
            click.echo(f"No record was compared; {done.due} are due.")
        else:
            # Nothing is claimed of what was not asked.
            left = f"; {done.due - done.compared} could not be compared" if done.compared < done.due else ""
            changed = sum(not change.gone for change in done.changes)
            none = "none of these has changed" if left else "No record has changed"
            found = f"{changed} changed" if changed else none
            click.echo(f"{done.compared} of {done.due} records compared{left}: {found}.")
    else:
        say_trouble(done, "refresh")
    return status_of(done, alert=alert)


# A byte that is no UTF-8 spoils its own reference, and not the whole list.
@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"), default="-")
@global_options
@click.pass_context
def resolve(context: click.Context, file: TextIO) -> int:
    """Find the identifiers of references, one JSON object each.

    References stand one a line in FILE or on standard input. Each answer has the verdict, why, and the candidates; its
    identifiers are the accepted work's, those on the line are in printed_identifiers. No library is used.

    \b
    harvester resolve < references.txt
    """
    from harvester.library import resolve_lines

    # One that no service answered for is no failure of the others; where none was answered, the service was away.
    failed = total = 0
    for answer, answered in resolve_lines(file, globals_of(context).settings):
        print_json_line(answer)
        failed, total = failed + (not answered), total + 1
    return (3 if failed == total else 1) if failed else 0
