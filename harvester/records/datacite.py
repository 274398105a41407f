"""DataCite's JSON -> works: data sets, software, theses, preprints and reports (docs/entrez.md 44).

Source of the shape: DataCite's REST documentation (JSON:API) and its Metadata Schema 4.5, whose codes for what is
unknown are no values (`values.placeholders`).
"""

from harvester.model import Name, PartialDate, Work, make_work
from harvester.records import loose_json
from harvester.records.loose_json import Object
from harvester.records.pubmed_fields import parse_as
from harvester.values import dates, placeholders, titles

_TYPES = {
    "dataset": "dataset", "software": "software", "dissertation": "thesis", "preprint": "article", "report": "report",
    "book": "book", "bookchapter": "chapter", "conferencepaper": "paper-conference", "standard": "standard",
    "journalarticle": "article-journal", "datapaper": "article-journal", "computationalnotebook": "software",
}  # fmt: skip
"""DataCite's general types of a resource (Metadata Schema 4.5, 10.a) in CSL's words; any other is a document."""
_DATES = ("Issued", "Available", "Created")
"""Kinds of dates, the best first; the year of publication stands in a field of its own."""


def decode_work(body: bytes) -> Work | None:
    """The work of `/dois/{doi}`; None where DataCite has none."""
    data = loose_json.child(loose_json.load(body), "data")
    said = loose_json.child(data, "attributes")
    doi = parse_as(loose_json.text(said, "doi") or loose_json.text(data, "id"), "doi")
    if doi is None:
        return None
    kind = loose_json.text(loose_json.child(said, "types"), "resourceTypeGeneral").lower()
    container = loose_json.child(said, "container")
    first, last = (loose_json.text(container, name) for name in ("firstPage", "lastPage"))
    return make_work(
        type=_TYPES.get(kind, "document"),
        title=_title(said),
        author=_names(said, "creators"),
        issued=_issued(said),
        container_title=placeholders.told(titles.read(loose_json.text(container, "title"))),
        volume=placeholders.told(loose_json.text(container, "volume")),
        issue=placeholders.told(loose_json.text(container, "issue")),
        page=placeholders.told(f"{first}-{last}" if first and last else first),
        publisher=placeholders.told(_publisher(said)),
        language=loose_json.text(said, "language"),
        genre="Preprint" if kind == "preprint" else "",
        identifiers=(doi,),
    )


def _title(said: Object) -> str:
    """The main title with its subtitle; other kinds are translations and alternatives."""
    of_kind: dict[str, str] = {}
    for entry in loose_json.children(said, "titles"):
        of_kind.setdefault(loose_json.text(entry, "titleType"), titles.read(loose_json.as_sent(entry, "title")))
    title, subtitle = of_kind.get("", ""), of_kind.get("Subtitle", "")
    if placeholders.is_code(title):
        return ""
    return f"{title}: {subtitle}" if title and subtitle and subtitle.lower() not in title.lower() else title


def _names(said: Object, role: str) -> tuple[Name, ...]:
    found = []
    for person in loose_json.children(said, role):
        name, family = loose_json.text(person, "name"), loose_json.text(person, "familyName")
        if placeholders.is_placeholder(family or name):
            continue
        if loose_json.text(person, "nameType") == "Organizational" or not (family or "," in name):
            found.append(Name(literal=titles.read(name or family)))
        elif family:
            found.append(Name(titles.read(family), titles.read(loose_json.text(person, "givenName"))))
        else:
            family, _, given = titles.read(name).partition(",")
            found.append(Name(family.strip(), given.strip()))
    return tuple(found)


def _publisher(said: Object) -> str:
    """A name in older answers, an object with one in newer ones."""
    publisher = loose_json.child(said, "publisher")
    return titles.read(loose_json.text(publisher, "name") if publisher else loose_json.text(said, "publisher"))


def _issued(said: Object) -> PartialDate | None:
    """The year of publication, with the day of the first date of a kind that is of that year."""
    year = loose_json.number(said.get("publicationYear"))
    if year is None or not dates.is_year(year):
        return None
    listed = loose_json.children(said, "dates")
    of_kind = {loose_json.text(entry, "dateType"): loose_json.text(entry, "date") for entry in listed}
    told = (PartialDate.parse(of_kind[kind][:10]) for kind in _DATES if kind in of_kind)
    return next((date for date in told if date and date.year == year and not date.literal), PartialDate(year))
