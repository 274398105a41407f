"""`search`, `top`, `history`, `runs`: find works, and see what happened."""

import click

from harvester.cli.looking import title_of
from harvester.cli.options import global_options, globals_of
from harvester.cli.output import key_json, print_json, print_table, say, shown_key


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
@global_options
@click.pass_context
def search(context: click.Context, words: tuple[str, ...], limit: int) -> None:
    """Find works by words.

    All words must occur; "quoted words" stand together; word* is a beginning. title:, author: and journal: look in one
    field; year:2015, year:2015..2018, review:KEY and verdict:open narrow it down.

    \b
    harvester search microbiome author:routy year:2015..2020
    harvester search 'immune "checkpoint blockade"' verdict:open
    """
    _list(context, globals_of(context).library.curation.search(" ".join(words), limit),
          "Nothing found. All words must occur: try fewer, or beginnings such as immun*.")  # fmt: skip


@click.command()
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
@global_options
@click.pass_context
def top(context: click.Context, limit: int) -> None:
    """List the works that most reviews of the library cite.

    Works that one review cites are left out.
    """
    _list(context, globals_of(context).library.curation.top(limit), "No work is cited by two reviews of this library.")


def _list(context: click.Context, found: object, if_none: str) -> None:
    from harvester.library.reviewing import Found
    from harvester.model.work_json import encode

    assert isinstance(found, list)
    listed = [f for f in found if isinstance(f, Found)]
    if globals_of(context).json:
        print_json(
            [
                {
                    **key_json(f.entry.citekey),
                    "id": f"w{f.number}",
                    "reviews": f.reviews,
                    "verdict": f.entry.verdict.value,
                    "cited_by": list(f.entry.cited_by),
                    "work": encode(f.entry.work),
                }
                for f in listed
            ]
        )
        return
    rows = [
        (shown_key(f.entry.citekey), str(f.reviews), _year(f), title_of(f.entry.work, f.entry.printed)) for f in listed
    ]
    if rows:
        print_table(("KEY", "CITED BY", "YEAR", "TITLE"), rows)
    else:
        say(if_none, verbosity=globals_of(context).verbosity)


def _year(found: object) -> str:
    issued = found.entry.work.issued  # type: ignore[attr-defined]  # a `Found`, which this file loads late
    return str(issued.year) if issued and issued.year else ""


@click.command()
@click.argument("work")
@global_options
@click.pass_context
def history(context: click.Context, work: str) -> None:
    """Say what happened to a work: when it was read of, asked for, merged, decided on."""
    said = globals_of(context)
    events = said.library.curation.history(work)
    if said.json:
        print_json([{"at": at or None, "what": what} for at, what in events])
        return
    for at, what in events:
        click.echo(f"{at or '-':<26} {what}")


@click.command()
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many.")
@global_options
@click.pass_context
def runs(context: click.Context, limit: int) -> None:
    """List the runs that changed something, the newest first."""
    said = globals_of(context)
    listed = said.library.runs(limit)
    if said.json:
        fields = ("number", "command", "started_at", "finished_at")
        print_json([{**{f: getattr(r, f) for f in fields}, "counts": dict(r.counts)} for r in listed])
        return
    rows = [
        (r.started_at, r.command, r.finished_at or "(not finished)", ", ".join(f"{n} {what}" for what, n in r.counts))
        for r in listed
    ]
    if rows:
        print_table(("STARTED", "COMMAND", "FINISHED", "DID"), rows)
    else:
        say("No run has changed anything yet.", verbosity=said.verbosity)
