"""One field of a work as a person types it: `volume=12`, `issued=2019-05`, `author=Page, MJ; PRISMA Group`."""

from harvester.model import Name, PartialDate
from harvester.notations import work_json

ALIASES = {
    "authors": "author",
    "date": "issued",
    "journal": "container_title",
    "number": "number",
    "pages": "page",
    "year": "issued",
}
"""What people also call a field."""

NAMES = tuple(sorted({*work_json.FIELDS, *ALIASES}))


def parse_field(said: str) -> dict[str, object]:
    """The fields of a work that `FIELD=VALUE` says. Raises `ValueError` with a sentence for the person."""
    name, equals, value = said.partition("=")
    name, value = name.strip().lower().replace("-", "_"), value.strip()
    field = ALIASES.get(name, name)
    if not equals:
        raise ValueError(f"{said!r} does not say FIELD=VALUE, such as volume=12.")
    if field not in work_json.FIELDS:
        raise ValueError(f"A work has no field {name!r}. There are: {', '.join(NAMES)}.")
    if not value:
        raise ValueError(f"A field cannot be emptied by hand; say what {name} is, as in {name}=...")
    if field in work_json.NAMES:
        names = tuple(_name(part) for part in value.split(";") if part.strip())
        return {field: names, **({"authors_complete": True} if field == "author" else {})}
    if field in work_json.DATES:
        return {field: PartialDate.parse(value)}
    if field in work_json.LISTS:
        return {field: tuple(part.strip() for part in value.split(";") if part.strip())}
    return {field: value}


def _name(text: str) -> Name:
    """`Family, Given` or `Family, Given, Jr.`; without a comma a body."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        return Name(literal=parts[0])
    return Name(family=parts[0], given=parts[1], suffix=parts[2] if len(parts) > 2 else "")
