"""`extract` and `parse`: what pages and references say, as JSON Lines; no database, no network."""

from typing import TYPE_CHECKING, TextIO, TypeVar

import click

from harvester.cli.options import global_options, globals_of
from harvester.cli.output import print_json_line, progress, say

if TYPE_CHECKING:
    from harvester.model.outcome import FileOutcome

T = TypeVar("T")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--raw", is_flag=True, help="Leave references as text and identifiers; do not parse fields.")
@click.option("--jobs", type=click.IntRange(1), help="Processes to use (default: as fits the work).")
@global_options
@click.pass_context
def extract(context: click.Context, paths: tuple[str, ...], raw: bool, jobs: int | None) -> int:
    """Print what saved pages say, one JSON object a page.

    PATH is a file or a folder; folders are read recursively. Neither database nor network is used. Empty, binary and
    companion files are skipped with a line on stderr; the exit status is 1 if a file could not be read.

    \b
    harvester extract sources/ > pages.jsonl
    """
    from harvester import library
    from harvester.model.outcome import FileState

    verbosity = globals_of(context).verbosity
    failures = 0
    # As lines that the workers make: a page as objects takes five times as long to send (`app.extract.lines_of`).
    with progress(library.extract_lines(paths, raw=raw, jobs=jobs or 0), "Reading", quiet=verbosity < 0) as outcomes:
        for outcome in outcomes:
            failures += outcome.state is FileState.FAILED
            say_why_not_read(outcome, verbosity)
            for line in outcome.pages:
                click.echo(line)
    return 1 if failures else 0


def say_why_not_read(outcome: "FileOutcome[T]", verbosity: int) -> None:
    """One line for a file that was not read; what failed is said even when quiet is asked for."""
    if outcome.why is None:
        return
    # Loaded here, since most files are read, and nobody should wait for words that are not said.
    from harvester.explain import why_not_read
    from harvester.model.outcome import FileState

    failed = outcome.state is FileState.FAILED
    line = f"{'failed   ' if failed else 'skipped  '}{outcome.name}: {why_not_read(outcome.why)}"
    say(line, verbosity=0 if failed else verbosity, colour="red" if failed else None)


# A byte that is no UTF-8 spoils its own reference, and not the whole list.
@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"), default="-")
@click.option("--list", "pasted", is_flag=True, help="The input is a pasted list, to be split first.")
@global_options
def parse(file: TextIO, pasted: bool) -> None:
    """Print the fields of references, one JSON object each.

    References stand one a line in FILE or on standard input; with --list the input is a whole reference list as copied
    from a page, and is cut into references first.

    \b
    harvester parse < references.txt
    pbpaste | harvester parse --list
    """
    from harvester.formats.json_objects import encode_reference
    from harvester.library import parse_lines, parse_list

    found = parse_list(file.read()) if pasted else parse_lines(file)
    for reference in found:
        print_json_line(encode_reference(reference))
