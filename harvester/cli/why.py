"""`why`: the reasons of a link, for a person who must be able to defend it."""

from typing import TYPE_CHECKING

import click

from harvester.cli.options import global_options, globals_of
from harvester.cli.output import print_json

if TYPE_CHECKING:
    from harvester.app.why import Why
    from harvester.matching.judging import Judgement


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

    said = globals_of(context)
    told = said.library.curation.why(reference)
    if said.json:
        print_json(_json(told))
        return
    place = told.reference
    at = f", characters {place.span.start} to {place.span.end}" if place.span else ""
    click.echo(f"{told.state.name}  {told.state.verdict.value}: {explain.why(told.state)}")
    click.echo(f"  {place.text}")
    click.echo(f"  printed in {place.source}{at}; labels: {', '.join(place.tail_labels) or 'none'}")
    click.echo(f"  rule: {explain.sentence(told.rule)}")
    if told.candidates:
        click.echo(
            "\nCandidates, the nearest first. Of each fact: 0 agrees to 1 contradicts, its weight, printed | record."
        )
    for judged in told.candidates:
        _print_candidate(judged)
    if not told.candidates:
        click.echo("  No kept answer has a record that is like it.")


def _print_candidate(judged: "Judgement") -> None:
    from harvester import explain

    work = judged.candidate.work
    name = next((str(i) for i in work.identifiers), "(no identifier)")
    click.echo(f"\n  {name}  distance {judged.candidate.distance:.3f}  {judged.verdict.value}")
    click.echo(f"  {work.title}")
    click.echo(f"  {explain.sentence(judged.rule)}")
    for p in judged.candidate.penalties:
        click.echo(f"    {p.name:<11}{p.amount:5.2f}  x {p.weight:<5g}{_cut(p.printed)} | {_cut(p.found)}")


def _cut(value: str) -> str:
    return value if len(value) <= 60 else f"{value[:59]}…"


def _json(told: "Why") -> dict[str, object]:
    from harvester import explain
    from harvester.formats.json_objects import encode_candidate
    from harvester.model.work_json import encode, encode_identifiers

    place = told.reference
    return {
        "reference": told.state.name,
        "text": place.text,
        "source": place.source,
        "span": [place.span.start, place.span.end] if place.span else None,
        "labels": list(place.tail_labels),
        "printed_identifiers": encode_identifiers(place.identifiers),
        "described": encode(told.described),
        "verdict": told.state.verdict.value,
        "method": explain.method(told.state.method, told.state.stage),
        "evidence": explain.sentence(told.state.reason),
        "rule": explain.sentence(told.rule),
        "candidates": [
            {
                **encode_candidate(j.candidate),
                "verdict": j.verdict.value,
                "rule": explain.sentence(j.rule),
                "evidence": explain.facts(j.facts),
            }
            for j in told.candidates
        ],
    }
