"""Reasons as codes and values in the place of sentences; how far asking has come as a column of its own.

The sentences of older programs are read once, here. Each reading is said again and stands only if it comes out word by
word; a sentence that no pattern knows stays as it is, under a code of its own, so that nothing is lost.
"""

import json
import re
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# The codes and values of this migration are written out, as the program had them then: it may call them otherwise
# one day, and a later migration then takes these over.
_PLAIN = {
    "two records fit": "two_records_fit",
    "nobody has anything like it": "nobody_has_it",
    "PubMed has nothing like it": "nothing_in_pubmed",
    "neither PubMed nor Crossref has anything like it": "nothing_in_pubmed_or_crossref",
    "a work of its own": "work_of_its_own",
    "none of the candidates": "none_of_the_candidates",
}
_WITH_VALUE = (
    (re.compile(r"PubMed has no record of (.+)", re.DOTALL), "no_record_in_pubmed"),
    (re.compile(r"neither PubMed nor Crossref has a record of (.+)", re.DOTALL), "no_record_in_pubmed_or_crossref"),
    (re.compile(r"PubMed knows neither (.+) nor the words", re.DOTALL), "neither_identifier_nor_words_in_pubmed"),
    (re.compile(r"(w\d+)"), "means_work"),
    (re.compile(r"((?:doi|pmid|pmcid|arxiv|isbn):\S+)"), "has_identifier"),
)
_WITH_FACTS = (
    (re.compile(r"nearest: (\S*) \((.*)\)", re.DOTALL), "nearest"),
    (re.compile(r"another work stands there: (\S*) \((.*)\)", re.DOTALL), "another_work_there"),
    (re.compile(r"(\S+|the record) is another work \((.*)\)", re.DOTALL), "is_another_work"),
)
_ORDER = ("title", "author", "authors", "journal", "year", "volume", "page", "kind", "labels", "identifier", "abstract")
_NAME = rf"(?:{'|'.join(_ORDER)})"
_AGREE = re.compile(rf"({_NAME}(?:, {_NAME})*) agree(?:; |$)")
_DIFFER = re.compile(rf"({_NAME}(?:, {_NAME})*) differ(?:; |$)")
_IDENTIFIER = re.compile(r"prints (\S+), the record has (\S+?)(?:; |$)")
_MISPRINTED = re.compile(rf"({_NAME}) misprinted: (.*?) for (.*?)(?=; {_NAME} |$)(?:; )?", re.DOTALL)
_NEARLY = re.compile(
    rf"({_NAME}) (?:(.*?) is (.*?) there|(.*?) says little)(?=; {_NAME} |$)(?:; )?", re.DOTALL
)  # fmt: skip

Fact = list[str]


def read(sentence: str) -> list[Any]:
    """The code of a sentence and its values."""
    if sentence in _PLAIN:
        return [_PLAIN[sentence]]
    for pattern, code in _WITH_VALUE:
        if found := pattern.fullmatch(sentence):
            return [code, found[1]]
    for pattern, code in _WITH_FACTS:
        if found := pattern.fullmatch(sentence):
            # The code is what a later run asks for; it is kept also where the facts are not understood.
            return [code, found[1], *(_facts(found[2]) or [["", "as_recorded", found[2], ""]])]
    if sentence == "nothing else is printed":
        return ["compared"]
    facts = _facts(sentence)
    return ["compared", *facts] if facts else ["as_recorded", sentence]


def _facts(text: str) -> list[Fact]:
    """The facts of one line; none where it says something else, or could be read in two ways."""
    facts: dict[str, Fact] = {}
    at = 0
    for pattern, outcome in ((_AGREE, "agrees"), (_DIFFER, "differs")):
        if found := pattern.match(text, at):
            facts.update((name, [name, outcome, "", ""]) for name in found[1].split(", "))
            at = found.end()
    if found := _IDENTIFIER.match(text, at):
        facts["identifier"] = ["identifier", "differs", found[1], found[2]]
        at = found.end()
    if found := _MISPRINTED.match(text, at):
        facts[found[1]] = [found[1], "misprinted", found[2], found[3]]
        at = found.end()
    while found := _NEARLY.match(text, at):
        name, printed, record, vague = found.groups()
        facts[name] = [name, "nearly", printed, record] if vague is None else [name, "vague", vague, vague]
        at = found.end()
    ordered = [facts[name] for name in _ORDER if name in facts]
    # Nearly equal facts were said in the order of `_ORDER`, so that the values come back in their places.
    return ordered if at == len(text) and _say(ordered) == text else []


def _say(facts: list[Fact]) -> str:
    """A line of facts as the program before this migration said it."""
    by = {outcome: [f for f in facts if f[1] == outcome] for outcome in ("agrees", "differs", "misprinted")}
    parts = [f"{', '.join(f[0] for f in by['agrees'])} agree"] if by["agrees"] else []
    differ = [f[0] for f in facts if f[1] in ("differs", "misprinted")]
    parts += [f"{', '.join(differ)} differ"] if differ else []
    parts += [f"prints {f[2]}, the record has {f[3]}" for f in by["differs"] if f[3]]
    parts += [f"{f[0]} misprinted: {f[2]} for {f[3]}" for f in by["misprinted"]]
    for name, outcome, printed, record in facts:
        if outcome == "nearly":
            parts.append(f"{name} {printed} is {record} there")
        elif outcome == "vague":
            parts.append(f"{name} {printed} says little")
    return "; ".join(parts)


_STAGES = {
    "unknown identifier": ("printed identifier", 1),
    "unknown citation": ("printed words", 2),
    "PubMed alone": ("printed words", 3),
}
"""What stood in `method` for how far asking had come, and how the link was made then."""
_UNTRIED, _DONE = 0, 4


def _reason(evidence: str) -> str:
    values = [v if isinstance(v, str) or v[2] or v[3] else v[:2] for v in read(evidence)] if evidence else []
    return json.dumps(values, ensure_ascii=False) if values else ""


def _detail(detail: dict[str, Any], verdict: str) -> dict[str, Any]:
    """What a decision says beside its row: how the citations stand by it, and how they stood."""
    method, evidence, before = (detail.pop(name, None) for name in ("method", "evidence", "before"))
    if verdict:
        detail["state"] = [verdict, method or "", _DONE, _reason(evidence or "")]
    if before:
        stood, by, why = before
        made_by, stage = _STAGES.get(by, (by, _UNTRIED if stood == "open" else _DONE))
        detail["before"] = [stood, made_by, stage, _reason(why)]
    return detail


_AT_ONCE = 10_000
"""Rows that are read and written together, so that a million citations fit into memory."""


def upgrade() -> None:
    connection = op.get_bind()
    for name, keys in (("citation", ("reference_id", "description_id")), ("source", ("id",))):
        op.execute(f"ALTER TABLE {name} RENAME COLUMN evidence TO reason")
        op.add_column(name, sa.Column("stage", sa.Integer(), nullable=False, server_default="0"))
        table = sa.table(name, *(sa.column(c) for c in (*keys, "verdict", "method", "stage", "reason")))
        connection.execute(sa.update(table).where(table.c.verdict != "open").values(stage=_DONE))
        for old, (made_by, stage) in _STAGES.items():
            connection.execute(sa.update(table).where(table.c.method == old).values(method=made_by, stage=stage))
        first = table.c[keys[0]]
        last = connection.execute(sa.select(sa.func.max(first))).scalar() or 0
        columns = sa.select(*(table.c[key] for key in keys), table.c.reason).where(table.c.reason != "")
        changed = sa.update(table).where(*(table.c[key] == sa.bindparam(f"b_{key}") for key in keys))
        for start in range(0, last + 1, _AT_ONCE):
            found = connection.execute(columns.where(first >= start, first < start + _AT_ONCE)).all()
            bound = [
                {"b_reason": _reason(row[-1]), **{f"b_{key}": v for key, v in zip(keys, row, strict=False)}}
                for row in found
            ]
            if bound:
                connection.execute(changed.values(reason=sa.bindparam("b_reason")), bound)
    decision = sa.table("decision", sa.column("id"), sa.column("verdict"), sa.column("detail"))
    for row in connection.execute(sa.select(decision)).all():
        detail = _detail(json.loads(row.detail), row.verdict)
        one = sa.update(decision).where(decision.c.id == row.id)
        connection.execute(one.values(detail=json.dumps(detail)))
