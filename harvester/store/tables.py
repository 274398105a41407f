"""The tables of a library, as SQLModel classes; rows only, since a `table=True` class validates nothing.

Three layers: what was read (`source`, `reference`, `mention`, `place`, `problem`) and asked (`answer`), kept as
found; what it tells (`description` with its keys); and what that adds up to (`work`, `contributor`, `identifier`,
`citation`), worked out again whenever a claim arrives or leaves. `citekey` and `run` are the library's own memory.
Times are UTC in ISO 8601.
"""

from sqlalchemy import ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

NO_ROWID = {"sqlite_with_rowid": False}


class WorkRow(SQLModel, table=True):
    """A publication as the library knows it: per field the best of what its claims tell.

    `key_head` (author and year) and `key_word` are what its citation keys begin with, by which those that may collide
    are found.
    """

    __tablename__ = "work"
    __table_args__ = (Index("ix_work_key", "key_head", "key_word"),)
    id: int | None = Field(default=None, primary_key=True)
    type: str = ""
    title: str = ""
    authors_complete: bool = True
    issued: str = ""
    issued_literal: str = ""
    container_title: str = ""
    container_title_short: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    publisher: str = ""
    publisher_place: str = ""
    edition: str = ""
    event_title: str = ""
    abstract: str = ""
    keywords: str = ""
    language: str = ""
    issn: str = ""
    url: str = ""
    accessed: str = ""
    accessed_literal: str = ""
    genre: str = ""
    original_title: str = ""
    status: str = ""
    key_head: str = Field(default="", sa_column_kwargs={"server_default": ""})
    key_word: str = Field(default="", sa_column_kwargs={"server_default": ""})


class ContributorRow(SQLModel, table=True):
    """A person or body that wrote or edited a work, in printed order."""

    __tablename__ = "contributor"
    __table_args__ = (NO_ROWID,)
    work_id: int = Field(foreign_key="work.id", ondelete="CASCADE", primary_key=True)
    role: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    family: str = ""
    given: str = ""
    suffix: str = ""
    particle: str = ""
    literal: str = ""


class CorrectionRow(SQLModel, table=True):
    """A link between publications that are not one work: retraction, erratum, concern, update, preprint and so on.

    `kind` says what the other one is to this work (`harvester.values.relations`); `target` is its CURIE.
    """

    __tablename__ = "correction"
    __table_args__ = (NO_ROWID,)
    work_id: int = Field(foreign_key="work.id", ondelete="CASCADE", primary_key=True)
    position: int = Field(primary_key=True)
    kind: str
    target: str = Field(default="", index=True)
    note: str = ""


class IdentifierRow(SQLModel, table=True):
    """An identifier, of one work only."""

    __tablename__ = "identifier"
    __table_args__ = (NO_ROWID,)
    scheme: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    work_id: int = Field(foreign_key="work.id", ondelete="CASCADE", index=True)


class DescriptionRow(SQLModel, table=True):
    """One claim of a work: `content` is the work as told, `matched` and `disputed` lists of CURIEs, all JSON.

    One that is `torn` fits two works that contradict each other, and stays apart from both.
    """

    __tablename__ = "description"
    __table_args__ = (Index("ix_description_torn", "id", sqlite_where=text("torn"), postgresql_where=text("torn")),)
    id: int | None = Field(default=None, primary_key=True)
    digest: str = Field(unique=True)
    origin: int
    content: str
    matched: str = "[]"
    disputed: str = "[]"
    torn: bool = False
    work_id: int = Field(foreign_key="work.id", index=True)
    answer_key: str | None = Field(default=None, foreign_key="answer.key", index=True)


class DescriptionKeyRow(SQLModel, table=True):
    """What a claim can be recognized by: an identifier as CURIE, or a fingerprint of its text."""

    __tablename__ = "description_key"
    __table_args__ = (NO_ROWID,)
    key: str = Field(primary_key=True)
    description_id: int = Field(foreign_key="description.id", ondelete="CASCADE", primary_key=True, index=True)


class SourceRow(SQLModel, table=True):
    """A page that was read; `part` counts from 0 where a file holds several. `work_id` is the work that it is of.

    `verdict`, `method`, `stage` and `reason` say how that work stands with the services, as those of a citation do. A
    source of the format `search-results` is a page of results, or behind it each of its works, by `part`; one of the
    format `pubmed-list` is no page but a review's reference list as PubMed has it; `reader` 0 says that
    it is to be made anew.
    """

    __tablename__ = "source"
    __table_args__ = (UniqueConstraint("name", "part"),)
    id: int | None = Field(default=None, primary_key=True)
    name: str
    part: int = 0
    digest: str = Field(index=True)
    format: str
    title: str = ""
    stated_total: int | None = None
    reader: int
    read_at: str
    description_id: int | None = Field(default=None, foreign_key="description.id", index=True)
    work_id: int | None = Field(default=None, foreign_key="work.id", index=True)
    verdict: str = Field(default="open", sa_column_kwargs={"server_default": "open"})
    method: str = Field(default="", sa_column_kwargs={"server_default": ""})
    reason: str = Field(default="", sa_column_kwargs={"server_default": ""})
    stage: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class ReferenceRow(SQLModel, table=True):
    """An entry of a reference list, as printed; `number` is never given again on its page."""

    __tablename__ = "reference"
    __table_args__ = (Index("ix_reference_source", "source_id", "ordinal"),)
    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id", ondelete="CASCADE")
    number: int
    ordinal: int
    label: str = ""
    text: str
    tail_labels: str = "[]"
    asserted: str = "[]"
    span_start: int | None = None
    span_end: int | None = None
    page_printed: str = ""
    confidence: float = 0.0


class CitationRow(SQLModel, table=True):
    """The link from a citing to a cited work that a reference makes, with its verdict and the reason for it.

    `method` is how the link was made, `stage` how far asking has come (0 untried, 1 the identifier is unknown, 2 the
    citation too, 3 PubMed does not settle it, 4 done), `reason` JSON, a list of a code and its values.
    """

    __tablename__ = "citation"
    __table_args__ = (
        Index("ix_citation_cited", "cited_id", "citing_id"),
        Index("ix_citation_citing", "citing_id", "cited_id"),
        ForeignKeyConstraint(["citing_id"], ["work.id"]),
        ForeignKeyConstraint(["cited_id"], ["work.id"]),
    )
    reference_id: int = Field(foreign_key="reference.id", ondelete="CASCADE", primary_key=True)
    description_id: int = Field(foreign_key="description.id", primary_key=True, index=True)
    citing_id: int
    cited_id: int
    verdict: str = Field(index=True)
    method: str
    reason: str = ""
    stage: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class MentionRow(SQLModel, table=True):
    """An identifier on a page outside its reference list."""

    __tablename__ = "mention"
    __table_args__ = (NO_ROWID,)
    source_id: int = Field(foreign_key="source.id", ondelete="CASCADE", primary_key=True)
    position: int = Field(primary_key=True)
    scheme: str
    value: str
    span_start: int | None = None
    span_end: int | None = None


class ProblemRow(SQLModel, table=True):
    """What could not be understood on a page."""

    __tablename__ = "problem"
    __table_args__ = (NO_ROWID,)
    source_id: int = Field(foreign_key="source.id", ondelete="CASCADE", primary_key=True)
    position: int = Field(primary_key=True)
    code: str
    detail: str
    span_start: int | None = None
    span_end: int | None = None


class PlaceRow(SQLModel, table=True):
    """Where a page says something of its own work: `field` names a column of `work`, author, or an identifier's CURIE.

    In HTML the range is of the smallest block in the source that holds the value; a field without a row has no one
    place on the page, or the page was read before places were kept.
    """

    __tablename__ = "place"
    __table_args__ = (NO_ROWID,)
    source_id: int = Field(foreign_key="source.id", ondelete="CASCADE", primary_key=True)
    field: str = Field(primary_key=True)
    span_start: int
    span_end: int


class CitekeyRow(SQLModel, table=True):
    """A citation key that a bibliography was written with; `current` is the one in use, the others are aliases.

    `folded` is it in small letters, for BibTeX takes keys that differ in case for one. A key whose work is gone stays,
    without a work, so that it never comes to mean another one; see `citekey_trace`.
    """

    __tablename__ = "citekey"
    __table_args__ = (NO_ROWID,)
    key: str = Field(primary_key=True)
    work_id: int | None = Field(default=None, foreign_key="work.id", ondelete="SET NULL", index=True)
    current: bool = True
    given_at: str
    folded: str = Field(default="", index=True, sa_column_kwargs={"server_default": ""})


class CitekeyTraceRow(SQLModel, table=True):
    """What the work of a citation key could be recognized by when claims of it left: a digest, or a key of a claim.

    By these a key finds its work again when what was forgotten is harvested once more.
    """

    __tablename__ = "citekey_trace"
    __table_args__ = (NO_ROWID,)
    citekey: str = Field(foreign_key="citekey.key", ondelete="CASCADE", primary_key=True)
    trace: str = Field(primary_key=True, index=True)


class DecisionRow(SQLModel, table=True):
    """What a person decided of a reference or a work; no machine changes it.

    `kind` is accept, new, none, reject, edit, identity or unmerge; `digest` names the claim that it is about (it
    goes over to the one that takes its place when a page changes), `verdict` is what its citations are by it, and
    `detail` is JSON: what was said, and what the citations were before, for taking it back.
    """

    __tablename__ = "decision"
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    digest: str = Field(index=True)
    verdict: str = ""
    detail: str = "{}"
    made_at: str
    undone_at: str | None = None


class MarkRow(SQLModel, table=True):
    """What a decision puts on a claim, by its digest: kept also while no page tells it."""

    __tablename__ = "mark"
    __table_args__ = (NO_ROWID,)
    digest: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    decision_id: int = Field(foreign_key="decision.id", ondelete="CASCADE", index=True)


class MergeRow(SQLModel, table=True):
    """That claims came to be of one work: `joined` came to `into`, lists of digests in JSON.

    `citekeys` are the keys of both works before: lists of the key, whether it was of the joined side, and in use.
    """

    __tablename__ = "merge"
    id: int | None = Field(default=None, primary_key=True)
    work_id: int = Field(foreign_key="work.id", ondelete="CASCADE", index=True)
    into: str
    joined: str
    citekeys: str = "[]"
    undone: bool = False


class AnswerRow(SQLModel, table=True):
    """What a service said: cache, provenance and offline replay in one; `body` is compressed."""

    __tablename__ = "answer"
    key: str = Field(primary_key=True)
    kind: str
    request: str
    asked_at: str
    expires_at: str | None = None
    body: bytes


class CounterRow(SQLModel, table=True):
    """The last number given to the rows of a table, so that no number ever comes to mean another thing."""

    __tablename__ = "counter"
    __table_args__ = (NO_ROWID,)
    name: str = Field(primary_key=True)
    last: int


class RunRow(SQLModel, table=True):
    """A run of the program that changed something; `summary` is JSON."""

    __tablename__ = "run"
    id: int | None = Field(default=None, primary_key=True)
    command: str
    started_at: str
    finished_at: str | None = None
    summary: str = "{}"


T = SQLModel.metadata.tables
"""The tables by name, for statements; importing it makes sure that all of them are there."""
