"""`enrich`, `refresh` and `resolve`: what the services know."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from harvester.cli.enrichment import asking, change_line, enrichment_json, status_of, tell_enrichment, tell_trouble
from harvester.cli.options import global_options, globals_of
from harvester.cli.output import print_json, print_json_line

if TYPE_CHECKING:
    from datetime import timedelta

    from harvester.library.enriching import Enrichment


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
    said = globals_of(context)
    library = said.library
    if dry_run:
        cost = library.estimate()
        asked = {"subjects": cost.queries, "likely": cost.likely, "requests": cost.requests}
        answer = {**asked, "elsewhere": cost.elsewhere, "seconds": round(cost.seconds, 1)}
        if said.json:
            print_json(answer)
        else:
            click.echo(
                f"{cost.queries} open, each counted once however often printed; "
                f"about {cost.likely} requests for them, at most {cost.requests}, and up to "
                f"{cost.elsewhere} to Crossref for what PubMed does not know; {cost.seconds:.0f} s if all are needed. "
                "Lists of reviews come on top, 200 works a request."
            )
        return 0
    with asking(quiet=said.verbosity < 0) as tell:
        done = library.enrich(tell, fresh=no_cache)
    _tell(done, as_json=said.json, quiet=said.verbosity < 0)
    return status_of(done)


def _tell(done: "Enrichment", *, as_json: bool, quiet: bool) -> None:
    if as_json:
        print_json(enrichment_json(done))
        return
    if not quiet:
        if not done.requests and not done.verdicts and not done.unreachable:
            click.echo("Nothing is open.")
        tell_enrichment(done)
    else:
        tell_trouble(done)


def _age(_context: click.Context, parameter: click.Parameter, value: str) -> "timedelta":
    """A number of hours, days or weeks as a time span; a usage error for anything else."""
    from datetime import timedelta

    found = re.fullmatch(r"(\d{1,5})\s*([hdw]?)", value.strip().lower())
    if found is None:
        raise click.BadParameter(f"{value!r} is no age; say 30d, 4w or 12h", param=parameter)
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
    --quiet prints nothing but changes and what
    went wrong.

    \b
    harvester refresh --older-than 30d
    harvester --library ~/reviews refresh -q --alert
    """
    from datetime import timedelta

    said = globals_of(context)
    library = said.library
    with asking(quiet=said.verbosity < 0) as tell:
        done = library.refresh(tell, older_than=timedelta(0) if everything else older_than)
    lines = [("ALERT  " if change.alarming else "") + change_line(change) for change in done.changes]
    if report:
        library.write(report, (f"{line}\n" for line in lines))
    if said.json:
        print_json(enrichment_json(done, "refresh"))
        return status_of(done, alert=alert)
    for line in lines:
        click.echo(line)
    if said.verbosity >= 0:
        tell_enrichment(done, "refresh")
        click.echo(_compared(done))
    else:
        tell_trouble(done, "refresh")
    return status_of(done, alert=alert)


def _compared(done: "Enrichment") -> str:
    """How many records were held against what the library had; of what was not asked nothing is said."""
    if not done.due:
        return "No record was due." if not done.unreachable else "No record was compared."
    left = f"; {done.due - done.compared} could not be compared" if done.compared < done.due else ""
    changed = sum(not change.gone for change in done.changes)
    told = f"{changed} changed" if changed else "No record has changed" if not left else "none of these has changed"
    return (
        f"{done.compared} of {done.due} records compared{left}: {told}."
        if done.compared
        else (f"No record was compared; {done.due} are due.")
    )


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

    failed = total = 0
    for answer, answered in resolve_lines(file, globals_of(context).settings):
        print_json_line(answer)
        failed, total = failed + (not answered), total + 1
    return (3 if failed == total else 1) if failed else 0
