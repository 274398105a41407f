"""`harvest` and `forget`: pages into the library, and out again."""

from collections import Counter
from shlex import quote
from typing import TYPE_CHECKING

import click

from harvester.cli.enrichment import asking, enrichment_json, say_enrichment
from harvester.cli.extraction import say_why_not_read
from harvester.cli.options import global_options, globals_of
from harvester.cli.output import counted, print_json, progress, say
from harvester.cli.remedies import message

if TYPE_CHECKING:
    from harvester.library import Library
    from harvester.library.enriching import Enrichment
    from harvester.model.outcome import FileOutcome
    from harvester.model.prepared import Prepared


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--offline", is_flag=True, help="Do not ask any service now; `enrich` can do so later.")
@click.option("--dry-run", is_flag=True, help="Say what would be stored; change nothing.")
@click.option("--reread", is_flag=True, help="Read unchanged files again, after an upgrade of the readers.")
# A setting like any other, so it goes the way of the global options: `jobs` can stand in harvester.toml, too.
@click.option("--jobs", type=click.IntRange(1), callback=lambda c, _p, v: _jobs(c, v), expose_value=False,
              help="Processes to read with (default: as fits the work).")  # fmt: skip
@global_options
@click.pass_context
def harvest(context: click.Context, paths: tuple[str, ...], offline: bool, dry_run: bool, reread: bool) -> int:
    """Read saved pages into the library, and ask PubMed about them.

    PATH is a file or a folder; folders are read recursively. Files that have not changed since the last harvest cost
    nothing; a changed file replaces what it said. A saved page of search results (PubMed, Europe PMC, Google Scholar)
    brings its works, which nothing cites. Hidden, temporary and companion files (page_files/) are left out.
    The exit status is 1 if a file could not be read. Without a network everything is stored nonetheless, and `enrich`
    does the asking later.

    \b
    harvester harvest ./sources
    harvester --library my-review harvest ~/Downloads/pages --dry-run
    """
    options = globals_of(context)
    library = options.library
    outcomes = library.preview(paths) if dry_run else library.harvest(paths, reread=reread)
    tally = _Tally(dry_run=dry_run, offline=offline)
    with progress(outcomes, "Harvesting", quiet=options.verbosity < 0) as passing:
        for outcome in passing:
            tally.add(outcome)
            _say(outcome, options.verbosity)
    # A page saved twice is of one work; of what was not stored only the claims can be counted.
    tally.works = len(tally.citing) if dry_run or not tally.citing else library.works_of(tally.read)
    collected = tally.collected_claims
    tally.collected = len(collected) if dry_run or not collected else library.collected_of(tally.read)
    # Also where no page is new: what was left open the last time is asked for now.
    if not dry_run and not offline and (tally.states["read"] or tally.states["unchanged"]):
        tally.enrichment = _ask(library, options.verbosity)
    if options.json:
        print_json(tally.as_json())
    elif options.verbosity >= 0:
        tally.say()
    # A service that was away is no failure of a harvest: everything is stored, and the summary says what waits.
    return 1 if tally.states["failed"] else 0


def _ask(library: "Library", verbosity: int) -> "Enrichment | None":
    """Enrich after reading; where another process is asking already, what is open is left to it and to later."""
    from harvester.errors import LockedError

    try:
        with asking(quiet=verbosity < 0) as tell:
            return library.enrich(tell)
    except LockedError as error:
        # The pages are stored: who is asking already will come to them, or the next run does.
        say(f"{message(error)} What is open waits: harvester enrich", verbosity=verbosity)
        return None


def _jobs(context: click.Context, value: int | None) -> None:
    if value is not None:
        globals_of(context).given["jobs"] = str(value)


def _say(outcome: "FileOutcome[Prepared]", verbosity: int) -> None:
    from harvester.explain import GONE_FILE
    from harvester.model.outcome import FileState

    say_why_not_read(outcome, verbosity)
    if outcome.state is FileState.GONE:
        # Never taken out by itself: a folder that is not mounted today would empty the library. Browsers name pages by
        # their titles, so the name is quoted for the shell.
        say(f"gone     {outcome.name}: {GONE_FILE}. To take it out: harvester forget {quote(outcome.name)}",
            verbosity=verbosity)  # fmt: skip
    elif outcome.state is FileState.RENAMED:
        say(f"renamed  {outcome.name}: was {outcome.was}", verbosity=verbosity)
    for page in outcome.pages:
        for problem in page.problems:
            say(f"note     {outcome.name}: {problem.detail}", verbosity=verbosity)
        if verbosity > 0 and not page.is_collected:
            say(f"read     {outcome.name}: {len(page.references)} references", verbosity=verbosity)


_COUNTED = ("read", "unchanged", "skipped", "failed", "gone")
"""The states that the summary counts, in this order; a renamed file is an unchanged one with another name."""


def _state(outcome: "FileOutcome[Prepared]") -> str:
    return "unchanged" if outcome.state == "renamed" else outcome.state.value


class _Tally:
    """Counts what a harvest brought."""

    def __init__(self, *, dry_run: bool, offline: bool) -> None:
        self.dry_run, self.offline = dry_run, offline
        self.states: Counter[str] = Counter()
        self.references = self.identified = self.works = self.pages = 0
        self.citing: set[str] = set()
        self.collected_claims: set[str] = set()
        self.collected = 0
        self.result_pages = 0
        self.files: list[dict[str, object]] = []
        self.enrichment: Enrichment | None = None

    def add(self, outcome: "FileOutcome[Prepared]") -> None:
        self.states[_state(outcome)] += 1
        cited = [reference for page in outcome.pages for reference in page.references]
        self.references += len(cited)
        self.identified += sum(1 for reference in cited if reference.parsed.raw.asserted)
        for page in outcome.pages:
            self.pages += not page.is_collected
            if page.citing is not None:
                (self.collected_claims if page.is_collected else self.citing).add(page.citing.digest)
            self.result_pages += page.is_results
        self.files.append(_as_json(outcome))

    @property
    def read(self) -> list[str]:
        """The names of the files that were read."""
        return [str(file["source"]) for file in self.files if file["state"] == "read"]

    def as_json(self) -> dict[str, object]:
        return {
            "dry_run": self.dry_run,
            "offline": self.offline,
            **{state: self.states[state] for state in _COUNTED},
            "works": self.works,
            "pages": self.pages,
            "works_collected": self.collected,
            "references": self.references,
            "references_with_identifier": self.identified,
            "files": self.files,
            "enrichment": enrichment_json(self.enrichment) if self.enrichment else None,
        }

    def say(self) -> None:
        states = [(s, self.states[s]) for s in _COUNTED if self.states[s]]
        files = ", ".join(f"{count} {state}" for state, count in states) or "no files"
        click.echo(f"{'Would store' if self.dry_run else 'Harvested'}: {files}.")
        if self.states["read"]:
            click.echo(
                f"{counted(self.works, 'citing work')} from {counted(self.pages, 'page')}; {self.references:,} printed "
                f"references, {self.identified:,} of them with a DOI, PMID or PMCID on the page."
            )
        if self.collected:
            click.echo(
                f"{counted(self.collected, 'work')} from {counted(self.result_pages, 'page')} of search results."
            )
        if self.enrichment:
            say_enrichment(self.enrichment)
        if self.dry_run:
            click.echo("Nothing was written. The same command without --dry-run does it.")
        elif self.states["read"] or self.states["unchanged"]:
            # What a search found has no review to look at.
            reviews = "harvester reviews, or " if self.works or not self.collected else ""
            click.echo(f"Next: {reviews}harvester export --format bibtex")


def _as_json(outcome: "FileOutcome[Prepared]") -> dict[str, object]:
    from harvester.explain import GONE_FILE, why_not_read
    from harvester.model.outcome import FileState

    out: dict[str, object] = {"source": outcome.name, "state": _state(outcome)}
    details = {FileState.GONE: GONE_FILE, FileState.RENAMED: f"was {outcome.was}"}
    if detail := details.get(outcome.state, why_not_read(outcome.why)):
        out["detail"] = detail
    if outcome.pages:
        out["pages"] = [
            {
                "format": page.source.format,
                "title": page.source.title,
                "references": len(page.references),
                "problems": [problem.code for problem in page.problems],
            }
            for page in outcome.pages
            if not page.is_collected
        ]
        if collected := sum(page.is_collected for page in outcome.pages):
            out["works_collected"] = collected
    if outcome.plans:
        new = sum(1 for plan in outcome.plans for work in plan.works if work.work_id is None)
        changed = sum(1 for plan in outcome.plans for work in plan.works if work.work_id is not None)
        out["works"] = {"new": new, "changed": changed, "dropped": sum(len(plan.dropped) for plan in outcome.plans)}
    return out


@click.command()
@click.argument("name", metavar="PATH|REVIEW")
@global_options
@click.pass_context
def forget(context: click.Context, name: str) -> None:
    """Take a source or a review out again.

    What only it brought goes too: its references, and works that nothing else tells of. Citation keys that were given
    are never given to another work. The file itself is not touched.

    \b
    harvester forget sources/wrong-page.html
    harvester forget puca2024cellular
    """
    options = globals_of(context)
    names = options.library.forget(name)
    if options.json:
        print_json({"forgotten": names})
    elif options.verbosity >= 0:
        click.echo(f"Forgotten: {', '.join(names)}.")
