"""`reviews`, `references`, `show`, `status`, `search`, `top`, `history`, `runs`: look into the library."""

from typing import TYPE_CHECKING

import click

from harvester.cli.options import COUNT, global_options, globals_of
from harvester.cli.output import counted, key_json, print_json, print_table, say, shown_key

if TYPE_CHECKING:
    from harvester.library.curation import Found
    from harvester.model import Entry, Work
    from harvester.model.library_views import Review, StoredReference
    from harvester.works.provenance import ClaimedValue, FieldProvenance


@click.command()
@click.option("--citing", default="", metavar="WORK", help="Only those that cite this work.")
@global_options
@click.pass_context
def reviews(context: click.Context, citing: str) -> None:
    """List the works whose pages were harvested.

    \b
    harvester reviews
    harvester reviews --citing doi:10.1136/bmj.327.7414.557
    """
    options = globals_of(context)
    listed = options.library.reviews(citing)
    if options.json:
        print_json([_review_json(review) for review in listed])
        return
    rows = [
        (shown_key(r.citekey), str(r.cited), str(r.open), _year(r.work), title_of(r.work, "(no title)")) for r in listed
    ]  # fmt: skip
    if listed:
        print_table(("KEY", "CITES", "OPEN", "YEAR", "TITLE"), rows)
        # To be typed, so without `~`: zsh takes a word that begins with it for somebody's home folder.
        say(f"\nNext: harvester references {listed[0].citekey}", verbosity=options.verbosity)
    else:
        nothing = f"No review here cites {citing}." if citing else "No work has a page here yet: harvester harvest PATH"
        say(nothing, verbosity=options.verbosity)


def title_of(work: "Work", otherwise: str) -> str:
    """The title, with a word before it where the work was retracted, doubted or corrected."""
    from harvester.explain import marked

    return marked(work, otherwise).strip()


def _year(work: "Work") -> str:
    return str(work.issued.year) if work.issued and work.issued.year else ""


def _review_json(review: "Review") -> dict[str, object]:
    from harvester.model.work_json import encode

    return {
        **key_json(review.citekey),
        "id": f"w{review.number}",
        "work": encode(review.work),
        "sources": list(review.sources),
        "references": review.references,
        "cited": review.cited,
        "open": review.open,
        "references_stated": review.stated_total,
        "references_listed": review.listed,
    }


@click.command()
@click.argument("review")
@global_options
@click.pass_context
def references(context: click.Context, review: str) -> None:
    """List what a review cites, in printed order.

    REVIEW is a citation key, an identifier such as pmid:26323879, or a number such as w12.

    \b
    harvester references puca2024cellular
    """
    options = globals_of(context)
    listed = options.library.references(review)
    if options.json:
        print_json([_reference_json(reference) for reference in listed])
        return
    # A cited work exists and has no list here, which is no error.
    if not listed:
        say(f"{review} cites nothing here: a work lists references only if a page of it was harvested. "
            f"Those are listed by: harvester reviews", verbosity=options.verbosity)  # fmt: skip
        return
    rows = [
        (shown_key(r.name), r.verdict.value, next((str(i) for i in r.cited.identifiers), ""), title_of(r.cited, r.text))
        for r in listed
    ]
    print_table(("REFERENCE", "VERDICT", "IDENTIFIER", "TITLE"), rows)


def _reference_json(reference: "StoredReference") -> dict[str, object]:
    from harvester.explain import method, notices_of
    from harvester.model.work_json import encode, encode_identifiers

    return {
        "reference": reference.name,
        "ordinal": reference.ordinal,
        "label": reference.label,
        "text": reference.text,
        "source": reference.source,
        "span": [reference.span.start, reference.span.end] if reference.span else None,
        "labels": list(reference.tail_labels),
        "printed_identifiers": encode_identifiers(reference.identifiers),
        "verdict": reference.verdict.value,
        "method": method(reference.method, reference.stage),
        "confidence": round(reference.confidence, 3),
        "notices": list(notices_of(reference.cited)),
        "cited": {**key_json(reference.cited_key), **encode(reference.cited)},
    }


@click.command()
@click.argument("work")
@click.option("--provenance", is_flag=True, help="Field by field: who says so, where, and who says otherwise.")
@global_options
@click.pass_context
def show(context: click.Context, work: str, provenance: bool) -> None:
    """Show one work with all that is known of it.

    WORK is a citation key, an identifier such as doi:10.3390/ijms25052789, or a number such as w12.

    \b
    harvester show puca2024cellular --provenance
    """
    from harvester.explain import notices_of
    from harvester.model.work_json import encode

    options = globals_of(context)
    if provenance:
        _print_provenance(options.library.curation.provenance(work), as_json=options.json)
        return
    number, entry = options.library.work(work)
    if options.json:
        stands = {"verdict": entry.verdict.value, "cited_by": list(entry.cited_by), "aliases": list(entry.aliases)}
        stands["notices"] = list(notices_of(entry.work))
        print_json({**key_json(entry.citekey), "id": f"w{number}", **stands, **encode(entry.work)})
        return
    for label, value in _lines(number, entry):
        if value:
            click.echo(f"{label:<12} {value}")


def _print_provenance(fields: "tuple[FieldProvenance, ...]", *, as_json: bool) -> None:
    if as_json:
        print_json(
            [
                {
                    "field": f.field,
                    "chosen": _claimed_json(f.chosen) if f.chosen else None,
                    "others": [_claimed_json(o) for o in f.others],
                }
                for f in fields
            ]
        )
        return
    for field in fields:
        for number, claimed in enumerate((field.chosen, *field.others)):
            name = field.field if number == 0 else "  instead of"
            click.echo(f"{name:<22} {claimed.value if claimed else '-'}")
            for origin, locations in claimed.claimed_by if claimed else ():
                click.echo(f"{'':<22} {origin.name.lower()}: {'; '.join(map(str, locations)) or '-'}")


def _claimed_json(claimed: "ClaimedValue") -> dict[str, object]:
    by_origin = [
        {
            "origin": origin.name.lower(),
            "places": [str(location) for location in locations],
            "spans": [[location.span.start, location.span.end] if location.span else None for location in locations],
        }
        for origin, locations in claimed.claimed_by
    ]
    locations = [str(location) for location in claimed.locations]
    return {"value": claimed.value, "origin": claimed.origin.name.lower(), "places": locations, "tellers": by_origin}


def _lines(number: int, entry: "Entry") -> list[tuple[str, str]]:
    from harvester.explain import notices_of
    from harvester.values.relations import KINDS

    work = entry.work
    names = "; ".join(map(str, work.author)) + ("" if work.authors_complete else "; et al.")
    issue = f"({work.issue})" if work.issue else ""
    location = f"{work.volume}{issue}" + (f":{work.page}" if work.page else "")
    return [
        ("key", f"{shown_key(entry.citekey)} (w{number})"),
        ("also", ", ".join(entry.aliases)),
        *(("NOTE", what[0].upper() + what[1:]) for what in notices_of(work)),
        ("type", work.type),
        ("title", work.title),
        ("authors", names),
        ("in", work.container_title or work.container_title_short),
        ("date", str(work.issued or "")),
        ("volume", location),
        ("publisher", ", ".join(filter(None, (work.publisher, work.publisher_place)))),
        *((i.scheme, i.value) for i in work.identifiers),
        # A work that only a page is of counts as confirmed by that; there is no citation to speak of.
        ("verdict", entry.verdict.value if entry.cited_by else ""),
        ("cited by", ", ".join(map(shown_key, entry.cited_by))),
        *(("see also", f"{KINDS.get(r.kind, r.kind)}: {r.target or r.note}") for r in work.relations),
        ("printed", entry.printed),
        ("abstract", work.abstract),
    ]


COUNTED = {
    "sources": "pages that were read",
    "reviews": "works that these are pages of",
    "works": "works in all, with those that are cited",
    "references": "entries of reference lists",
    "citations": "works named in them; an entry may name several",
    "identifiers": "DOIs, PMIDs and others, each of one work",
    "problems": "notes on what could not be read",
}
"""What `status` counts, in words, since two of its numbers rarely count the same."""


@click.command()
@global_options
@click.pass_context
def status(context: click.Context) -> None:
    """Say how much the library holds, and how its citations stand."""
    options = globals_of(context)
    totals = options.library.totals()
    verdicts = {verdict.value: count for verdict, count in totals.verdicts}
    counts = {name: getattr(totals, name) for name in COUNTED}
    # Counted by works: what csv has as one row can be printed twice in a list.
    further = {"references_listed": totals.listed, "works_cited": totals.cited, "csv_citations": totals.pairs,
               "works_collected": totals.collected}  # fmt: skip
    if options.json:
        print_json({**counts, **further, "verdicts": verdicts})
        return
    width = max(len(f"{count:,}") for count in counts.values())
    for name, count in counts.items():
        click.echo(f"{name:<12} {count:>{width},}  {COUNTED[name]}")
    printed, listed = totals.references - totals.listed, totals.listed
    elsewhere = f" and {listed:,} on lists of services" if listed else ""
    click.echo(
        f"{counted(totals.reviews, 'work')} from {counted(totals.sources, 'page')}; {printed:,} printed references"
        f"{elsewhere}, {totals.cited:,} works cited, {totals.pairs:,} counting each once a review (the rows of csv)."
    )
    if totals.collected:
        click.echo(f"{counted(totals.collected, 'work')} from pages of search results.")
    if verdicts:
        click.echo("citations:   " + ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items()))


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", type=COUNT, default=20, show_default=True, help="At most so many.")
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
@click.option("--limit", type=COUNT, default=20, show_default=True, help="At most so many.")
@global_options
@click.pass_context
def top(context: click.Context, limit: int) -> None:
    """List the works that most reviews of the library cite.

    Works that one review cites are left out.
    """
    _list(context, globals_of(context).library.curation.top(limit), "No work is cited by two reviews of this library.")


def _list(context: click.Context, listed: "list[Found]", if_none: str) -> None:
    from harvester.model.work_json import encode

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
        (shown_key(f.entry.citekey), str(f.reviews), _year(f.entry.work), title_of(f.entry.work, f.entry.printed))
        for f in listed
    ]
    if rows:
        print_table(("KEY", "CITED BY", "YEAR", "TITLE"), rows)
    else:
        say(if_none, verbosity=globals_of(context).verbosity)


@click.command()
@click.argument("work")
@global_options
@click.pass_context
def history(context: click.Context, work: str) -> None:
    """Say what happened to a work: when it was read of, asked for, merged, decided on."""
    from harvester.explain import happened

    options = globals_of(context)
    # In the order of time; what bears none comes first, and what bears the same in the order of its words.
    events = sorted((event.at, happened(event)) for event in options.library.curation.history(work))
    if options.json:
        print_json([{"at": at or None, "what": what} for at, what in events])
        return
    for at, what in events:
        click.echo(f"{at or '-':<26} {what}")


@click.command()
@click.option("--limit", type=COUNT, default=20, show_default=True, help="At most so many.")
@global_options
@click.pass_context
def runs(context: click.Context, limit: int) -> None:
    """List the runs that changed something, the newest first."""
    options = globals_of(context)
    listed = options.library.runs(limit)
    if options.json:
        fields = ("number", "command", "started_at", "finished_at")
        print_json([{**{f: getattr(r, f) for f in fields}, "counts": dict(r.counts)} for r in listed])
        return
    # A run is filed at its first change, so one that was killed is listed, and never finished.
    rows = [
        (r.started_at, r.command, r.finished_at or "(not finished)", ", ".join(f"{n} {what}" for what, n in r.counts))
        for r in listed
    ]
    if rows:
        print_table(("STARTED", "COMMAND", "FINISHED", "DID"), rows)
    else:
        say("No run has changed anything yet.", verbosity=options.verbosity)
