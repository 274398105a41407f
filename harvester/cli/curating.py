"""`open`, `why`, `accept`, `reject`, `edit`, `unmerge`: what waits for a person, why, and decisions."""

from typing import TYPE_CHECKING

import click

from harvester.cli.options import COUNT, global_options, globals_of
from harvester.cli.output import cut, print_json, print_table, say, shown_key

if TYPE_CHECKING:
    from harvester.app.why import Why
    from harvester.model.decisions import ReferenceState

# What is asserted, matched or confirmed is settled, and waits for nobody.
LISTED = ("doubtful", "conflict", "open", "unmatched", "rejected")


@click.command("open")
@click.option("--verdict", "verdicts", multiple=True, type=click.Choice(LISTED),
              help="Only references that stand so; may be repeated.")  # fmt: skip
@click.option("--limit", type=COUNT, default=50, show_default=True, help="At most so many.")
@global_options
@click.pass_context
def open_(context: click.Context, verdicts: tuple[str, ...], limit: int) -> None:
    """List the references that wait, and why; first the pages of which it is doubtful which work they are of.

    Doubtful ones first, then conflicts, then what was not asked for yet, then what nobody knows. What a person rejected
    does not wait, and is listed with --verdict rejected alone.

    \b
    harvester open --verdict doubtful
    """
    from harvester import explain
    from harvester.model import Verdict

    options = globals_of(context)
    curation, asked = options.library.curation, [Verdict(v) for v in verdicts]
    waiting = curation.waiting(asked, limit)
    if options.json:
        print_json(
            [
                {
                    "verdict": w.verdict.value,
                    "name": w.name,
                    "method": explain.method(w.method, w.stage),
                    "evidence": explain.sentence(w.reason),
                    "text": w.text,
                    "source": w.source,
                }
                for w in waiting
            ]
        )
        return
    if not waiting:
        nothing = f"is {' or '.join(verdicts)}" if verdicts else "waits"
        say(f"No reference {nothing}.", verbosity=options.verbosity)
        return
    print_table(
        ("REFERENCE", "VERDICT", "WHY", "TEXT"),
        [(shown_key(w.name), w.verdict.value, explain.why(w), w.text) for w in waiting],
    )
    # Counted only where the list may be cut: counting goes through all that waits.
    if len(waiting) == limit and (more := curation.how_many_wait(asked) - limit) > 0:
        how = "were rejected" if verdicts == ("rejected",) else "wait"
        say(f"\n{more:,} more {how}; --limit shows more of them.", verbosity=options.verbosity)
    # To be typed, so without `~`: zsh takes a word that begins with it for somebody's home folder.
    name = waiting[0].name
    # Which work a page is of is said by an identifier: it has no candidates to choose from, and no link to reject.
    how = f"{name} pmid:... or doi:..." if _is_work(name) else f"{name} WORK, or harvester reject {name}"
    say(f"\nNext: harvester accept {how}", verbosity=options.verbosity)


@click.command()
@click.argument("reference")
@click.argument("work", required=False)
@click.option("--none", is_flag=True, help="None of the candidates is meant.")
@click.option("--new", is_flag=True, help="It is a work of its own.")
@click.option("--undo", is_flag=True, help="Take back the last decision about it.")
@global_options
@click.pass_context
def accept(context: click.Context, /, reference: str, work: str | None, **flags: bool) -> None:
    """Say which work a reference means.

    REFERENCE is named as `harvester references` and `harvester open` do; WORK is a citation key, an identifier or a
    number such as w12. With the key of a review in place of REFERENCE, its DOI, PMID or PMCID says which work its page
    is of. No machine changes what a person decided, whatever is harvested later.

    \b
    harvester accept puca2024cellular/3 jarmakiewiczczaja2022genetic
    harvester accept puca2024cellular/3 --none
    harvester accept puca2024cellular/3 --undo
    harvester accept puca2024cellular pmid:38474037
    """
    kinds = [name for name, given in flags.items() if given]
    # One decision a call: which of two was meant cannot be asked of a script.
    if (work is not None) + len(kinds) != 1:
        raise click.UsageError("Say which work is meant, or one of --none, --new, --undo.", context)
    curation = globals_of(context).library.curation
    if _is_work(reference):
        if kinds and kinds != ["undo"]:
            raise click.UsageError("Of a review's own page say an identifier, or --undo.", context)
        _say_done(context, curation.undo_identity(reference) if work is None else curation.identify(reference, work))
    elif work is not None:
        _say_state(context, curation.accept(reference, work))
    else:
        _say_state(context, curation.undo(reference) if kinds == ["undo"] else curation.part(kinds[0], reference))


def _is_work(name: str) -> bool:
    """Whether a name is one of a work, and not of a reference: those end in a number behind a stroke."""
    # So does many an identifier: doi:10.1016/0197.
    return name.startswith(("doi:", "pmid:", "pmcid:")) or not name.rpartition("/")[2].isdecimal() or "/" not in name


@click.command()
@click.argument("reference")
@click.option("--undo", is_flag=True, help="Take back the last decision about it.")
@global_options
@click.pass_context
def reject(context: click.Context, reference: str, undo: bool) -> None:
    """Say that a reference does not mean the work it leads to.

    The reference stays, as it is printed, and is not linked to that work again. Where the list that PubMed or Crossref
    has of the review leads there too, it is rejected there as well, or the answer says what still does.

    \b
    harvester reject puca2024cellular/3
    """
    curation = globals_of(context).library.curation
    _say_state(context, curation.undo(reference) if undo else curation.part("reject", reference))


def _say_state(context: click.Context, state: "ReferenceState") -> None:
    options = globals_of(context)
    if options.json:
        more = {"also": list(state.also), "still": list(state.still)}
        print_json({"reference": state.name, "verdict": state.verdict.value, "work": f"w{state.cited_id}", **more})
    elif options.verbosity >= 0:
        click.echo(f"{state.name} is {state.verdict.value}; it leads to w{state.cited_id}.")
        if state.also:
            click.echo(f"The review's fetched list had it too; rejected with it: {', '.join(state.also)}.")
        # Another printed reference may mean the work although this one does not: that is for the person to say.
        for name in state.still:
            click.echo(f"The review still cites that work through {name}; to reject that too: harvester reject {name}")


@click.command()
@click.argument("work")
@click.argument("assignment", required=False, metavar="FIELD=VALUE")
@click.option("--undo", is_flag=True, help="Take back the last edit of this work.")
@global_options
@click.pass_context
def edit(context: click.Context, work: str, assignment: str | None, undo: bool) -> None:
    """Say what a field of a work is.

    What a person says ranks above every page and service, and survives every refresh. Several authors are divided by
    semicolons; a date is a year, month or day (2019, 2019-05, 2019-05-31).

    \b
    harvester edit puca2024cellular volume=25
    harvester edit w12 "author=Page, MJ; PRISMA Group"
    """
    if (assignment is None) != undo:
        raise click.UsageError("Say FIELD=VALUE, or --undo.", context)
    curation = globals_of(context).library.curation
    number = curation.undo_edit(work) if assignment is None else curation.edit(work, assignment)
    _say_done(context, number)
    options = globals_of(context)
    key = options.library.work(f"w{number}")[1].citekey
    # A provisional key follows what is known of the work: the one that was typed may name nobody now, or another work.
    if shown_key(key) != key and not options.json and work.removeprefix("~") != key:
        say(f"Its citation key is {shown_key(key)} now, until an export fixes it.", verbosity=options.verbosity)


@click.command()
@click.argument("work")
@global_options
@click.pass_context
def unmerge(context: click.Context, work: str) -> None:
    """Take the last merge of a work apart.

    What was joined last becomes a work of its own again, with the citation key that it had, and is not joined again.

    \b
    harvester unmerge page2021prisma
    """
    _say_done(context, globals_of(context).library.curation.unmerge(work))


def _say_done(context: click.Context, number: int) -> None:
    options = globals_of(context)
    if options.json:
        print_json({"work": f"w{number}"})
    elif options.verbosity >= 0:
        click.echo(f"Done. See: harvester show w{number} --provenance")


@click.command()
@click.argument("reference")
@global_options
@click.pass_context
def why(context: click.Context, reference: str) -> None:
    """Say why a reference leads where it leads.

    Prints its words, its place in the file, the candidates with each penalty (0 agrees, 1 contradicts), and the rule
    that decided. Asks nothing: the candidates are judged again from the answers that were kept.

    \b
    harvester why puca2024cellular/3
    """
    from harvester import explain

    options = globals_of(context)
    answer = options.library.curation.why(reference)
    if options.json:
        print_json(_json(answer))
        return
    printed = answer.reference
    at = f", characters {printed.span.start} to {printed.span.end}" if printed.span else ""
    click.echo(f"{answer.state.name}  {answer.state.verdict.value}: {explain.why(answer.state)}")
    click.echo(f"  {printed.text}")
    click.echo(f"  printed in {printed.source}{at}; labels: {', '.join(printed.tail_labels) or 'none'}")
    click.echo(f"  rule: {explain.sentence(answer.rule)}")
    if answer.candidates:
        click.echo(
            "\nCandidates, the nearest first. Of each fact: 0 agrees to 1 contradicts, its weight, printed | record."
        )
    for judged in answer.candidates:
        work = judged.candidate.work
        name = next((str(i) for i in work.identifiers), "(no identifier)")
        click.echo(f"\n  {name}  distance {judged.candidate.distance:.3f}  {judged.verdict.value}")
        click.echo(f"  {work.title}")
        click.echo(f"  {explain.sentence(judged.rule)}")
        for p in judged.candidate.penalties:
            click.echo(f"    {p.name:<11}{p.amount:5.2f}  x {p.weight:<5g}{cut(p.printed)} | {cut(p.found)}")
    if not answer.candidates:
        click.echo("  No kept answer has a record that is like it.")


def _json(answer: "Why") -> dict[str, object]:
    from harvester import explain
    from harvester.formats.json_objects import encode_candidate
    from harvester.model.work_json import encode, encode_identifiers

    printed = answer.reference
    return {
        "reference": answer.state.name,
        "text": printed.text,
        "source": printed.source,
        "span": [printed.span.start, printed.span.end] if printed.span else None,
        "labels": list(printed.tail_labels),
        "printed_identifiers": encode_identifiers(printed.identifiers),
        "described": encode(answer.described),
        "verdict": answer.state.verdict.value,
        "method": explain.method(answer.state.method, answer.state.stage),
        "evidence": explain.sentence(answer.state.reason),
        "rule": explain.sentence(answer.rule),
        "candidates": [
            {
                **encode_candidate(j.candidate),
                "verdict": j.verdict.value,
                "rule": explain.sentence(j.rule),
                "evidence": explain.facts(j.facts),
            }
            for j in answer.candidates
        ],
    }
