"""Write what is generated in this repository, or check that it is current.

    python docs/generate.py            write
    python docs/generate.py --check    exit 1 and name what is not current

Generated are the help pages that the program prints (`harvester/cli/help.txt`), the reference of the command line
(`docs/cli.md`), the schema of the database (`db/schema.sql`), the outputs in README's session, the tables of the
formats (`docs/formats.md`) and a sample of each format (`exports/samples/`).
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click
import format_samples

from harvester.formats import FORMATS

PREFACE = """# The command line

Generated from the program's own help by `docs/generate.py`; do not edit.

Results go to standard output, messages to standard error. Exit status: 0 all well; 1 some sources failed, or what was
asked for is not there; 2 wrong usage; 3 a service could not be reached; 4 `refresh --alert` found a new retraction or
concern; 130 interrupted.

"""

ROOT = Path(__file__).resolve().parent.parent


def help_pages() -> dict[str, str]:
    """What click prints for the program ("") and for each command, 80 columns wide."""
    from harvester.cli.main import COMMANDS, program

    root = click.Context(program, info_name="harvester", terminal_width=80, **program.context_settings)
    pages = {"": program.get_help(root) + "\n"}
    for name in COMMANDS:
        command = program.get_command(root, name)
        assert command is not None, name
        context = click.Context(command, info_name=name, parent=root, terminal_width=80)
        pages[name] = command.get_help(context) + "\n"
    return pages


def help_text() -> str:
    """The file that the program prints help from."""
    from harvester.cli.help_pages import PAGE

    return PAGE.join(f"{name}\n{text}" for name, text in help_pages().items())


def cli_reference() -> str:
    """The help pages as one Markdown document."""
    pages = help_pages()
    sections = [f"## harvester {name}".rstrip() + f"\n\n```text\n{text}```\n" for name, text in pages.items()]
    return PREFACE + "\n".join(sections)


def schema() -> str:
    """The statements that make a new database, tables before what points to them."""
    from sqlalchemy import create_engine
    from sqlalchemy.schema import CreateIndex, CreateTable
    from sqlmodel import SQLModel

    from harvester.store import tables

    assert tables.WorkRow
    dialect = create_engine("sqlite://").dialect
    statements = []
    for table in SQLModel.metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)).strip().replace("\t", "  "))
        ordered = sorted(table.indexes, key=lambda index: str(index.name))
        statements.extend(str(CreateIndex(index).compile(dialect=dialect)) for index in ordered)
    lines = "\n".join(line.rstrip() for line in ";\n\n".join(statements).splitlines())
    return f"-- Generated from harvester/store/tables.py by docs/generate.py; do not edit.\n\n{lines};\n"


def model() -> str:
    """The tables as a picture (Mermaid, which GitHub and most editors draw) and in words."""
    from sqlmodel import SQLModel

    from harvester.store import tables

    rows = {getattr(c, "__tablename__", ""): c.__doc__ for c in vars(tables).values() if isinstance(c, type)}
    lines, words = ["erDiagram"], []
    for table in SQLModel.metadata.sorted_tables:
        keys = sorted(table.foreign_keys, key=lambda k: k.parent.name)
        lines.extend(f"  {key.column.table.name} ||--o{{ {table.name} : {key.parent.name}" for key in keys)
        columns = [f"    {str(c.type).lower()} {c.name}{' PK' if c.primary_key else ''}" for c in table.columns]
        lines.extend([f"  {table.name} {{", *columns, "  }"])
        words.append(f"- **{table.name}**: {' '.join((rows[table.name] or '').split())}")
    intro = " ".join((tables.__doc__ or "").split())
    picture = "\n".join(lines)
    return (
        "# The model of a library\n\nGenerated from `harvester/store/tables.py` by `docs/generate.py`; do not edit.\n\n"
        f"{intro}\n\nWhy works are worked out from claims:\n"
        "[decision 0001](decisions/0001-works-are-worked-out-from-claims.md).\n\n"
        f"```mermaid\n{picture}\n```\n\n" + "\n".join(words) + "\n"
    )


def readme() -> str:
    """README with the real output of its session."""
    import console

    return console.with_outputs((ROOT / "README.md").read_text("utf-8"), ROOT)


GENERATED: dict[str, Callable[[], str]] = {
    "harvester/cli/help.txt": help_text,
    "docs/cli.md": cli_reference,
    "db/schema.sql": schema,
    "docs/model.md": model,
    "README.md": readme,
    "docs/formats.md": format_samples.tables,
    **{f"exports/samples/{row.file_name}": partial(format_samples.sample, row.name) for row in FORMATS.values()},
}


def main() -> int:
    """Write or check every generated file."""
    check = "--check" in sys.argv[1:]
    stale = []
    for name, make in GENERATED.items():
        path, text = ROOT / name, make()
        if not path.exists() or path.read_bytes().decode("utf-8") != text:
            stale.append(name)
            if not check:
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, "utf-8", newline="")
    for name in stale:
        print(f"{'not current' if check else 'wrote'}: {name}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
