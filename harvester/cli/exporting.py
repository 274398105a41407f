"""`export`: the bibliography into a file or to standard output."""

import sys
from itertools import chain
from pathlib import Path

import click

from harvester.cli.options import COUNT, global_options, globals_of
from harvester.cli.output import print_json, say

# As words here, since loading the formats or the model would slow every start-up.
FORMATS = ("bibtex", "biblatex", "csv", "csv-works", "ris", "nbib", "csl-json")
# Excel takes a csv without a mark for an old code page; readers of the other formats take the mark for text.
BOM_FORMATS = ("csv", "csv-works")
VERDICTS = ("open", "asserted", "matched", "doubtful", "conflict", "unmatched", "confirmed", "rejected")


@click.command()
@click.option("--format", "name", type=click.Choice(FORMATS), default="bibtex", show_default=True,
              help="csv has a row for each citation, csv-works one for each work.")  # fmt: skip
@click.option("-o", "--output", metavar="FILE|-", help="Where to (default: exports/references.<ext>); - is stdout.")
@click.option("--review", default="", metavar="ID", help="Only what this review cites.")
@click.option("--cited-by-at-least", type=COUNT, default=1, metavar="N",
              help="Only works that N reviews of the library cite.")  # fmt: skip
@click.option("--verdict", "verdicts", type=click.Choice(VERDICTS), multiple=True,
              help="Only citations that stand so; may be repeated.")  # fmt: skip
@click.option("--bom", is_flag=True, help="Begin a csv with a byte order mark, by which Excel knows UTF-8.")
@click.option("--with-reviews", is_flag=True, help="The reviews too, not only what they cite.")
@global_options
@click.pass_context
def export(  # noqa: PLR0913, RUF100 - click hands over one argument an option
    context: click.Context,
    name: str,
    output: str | None,
    review: str,
    cited_by_at_least: int,
    verdicts: tuple[str, ...],
    bom: bool,
    with_reviews: bool,
) -> None:
    """Write the bibliography.

    Works that are cited, and those of saved pages of search results, settled or not; those that are not carry the
    keyword harvester-<verdict> and their printed text. The citation keys written stay for good. A folder that FILE
    names and that is not there is made.

    \b
    harvester export
    harvester export --format csv --bom -o for-excel.csv
    harvester export --cited-by-at-least 2 -o -
    """
    from harvester.model import Verdict
    from harvester.model.library_views import Selection

    if bom and name not in BOM_FORMATS:
        raise click.UsageError(
            f"--bom is for {' and '.join(BOM_FORMATS)}: readers of {name} take it for text.", context
        )
    options = globals_of(context)
    library = options.library
    selection = Selection(review, cited_by_at_least, frozenset(Verdict(v) for v in verdicts), with_reviews)
    pieces = chain(("\ufeff",) if bom else (), library.export(name, selection))
    unsupported = library.unsupported(name, selection)
    if not library.has_works(selection):
        say("No work is of this selection: the bibliography is empty. Works that reviews cite are listed by: "
            "harvester search WORDS, harvester top", verbosity=options.verbosity)  # fmt: skip
    if unsupported:
        say(f"{unsupported} works have no place in {name}; RIS takes them all.", verbosity=options.verbosity)
    # A pipe gets UTF-8 with the format's own line ends, whatever the terminal's encoding is.
    if output == "-":
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        sys.stdout.writelines(pieces)
        return
    path = Path(output) if output else library.export_path(name)
    # Told apart, since a mistyped path would make a folder without a word.
    new_folder = output is not None and not path.parent.exists()
    library.write(path, pieces)
    if options.json:
        # `left_out` is the name by which scripts know what a format has no place for.
        print_json({"format": name, "file": path.as_posix(), "left_out": unsupported})
    else:
        where = f", in a new folder {path.parent.as_posix()}" if new_folder else ""
        say(f"Wrote {path.as_posix()}{where}", verbosity=options.verbosity, colour="green")
