"""`configure` and `doctor`: settings made, and everything checked."""

import sys
from typing import TYPE_CHECKING

import click

from harvester.cli.options import global_options, globals_of
from harvester.cli.output import print_json
from harvester.cli.remedies import message

if TYPE_CHECKING:
    from harvester.library import Check


@click.command()
@click.option("--email", help="Your address; NCBI asks programs to send one.")
@click.option("--api-key", help="An NCBI API key: 10 requests a second instead of 3.")
@click.option("--here", is_flag=True, help="For this library alone, in its harvester.toml.")
@global_options
@click.pass_context
def configure(context: click.Context, email: str | None, api_key: str | None, here: bool) -> None:
    """Set e-mail, API key and library.

    On a terminal, and without options, it asks. Settings go to your config folder, or with --here to the library's
    harvester.toml; only you may read the file. An empty value leaves a setting as it is.

    \b
    harvester configure --email you@example.org
    """
    from pathlib import Path

    from harvester.settings import FILE, load, user_file, write_file

    options = globals_of(context)
    values = {"email": email or "", "api_key": api_key or ""}
    # A script must not be asked: it would wait for ever.
    if not any(values.values()) and not options.given and sys.stdin.isatty():
        values["email"] = click.prompt("E-mail", default="", show_default=False)
        values["api_key"] = click.prompt("NCBI API key (empty: none)", default="", show_default=False, hide_input=True)
        values["library"] = click.prompt("Library folder (empty: the current one)", default="", show_default=False)
    # In a library's own file its folder would say nothing.
    if not here:
        values.update(options.given)
    if values["email"] and "@" not in values["email"]:
        raise click.BadParameter(f"{values['email']!r} is no e-mail address", param_hint="--email")
    if not any(values.values()):
        raise click.UsageError("Nothing to set. Give --email or --api-key, or --library for a library of your own.")
    path = (
        Path(load(options.given, config=options.config).library) / FILE if here else Path(options.config or user_file())
    )
    # An empty answer leaves a setting as it is.
    write_file(path, {name: value for name, value in values.items() if value})
    click.echo(f"Wrote {path}")


@click.command()
@global_options
@click.pass_context
def doctor(context: click.Context) -> int:
    """Check settings and database.

    Every line is a check: ok, FAIL, or a note on what could be better. The exit status is 1 if one failed.
    """
    options = globals_of(context)
    checks = options.library.diagnose()
    if options.json:
        print_json([{"check": c.name, "ok": c.ok, "note": c.note, "detail": _detail(c)} for c in checks])
    else:
        for check in checks:
            mark = "FAIL" if not check.ok else "note" if check.note else "ok  "
            click.echo(f"{mark}  {check.name}: {_detail(check)}")
    return 0 if all(check.ok for check in checks) else 1


_UNSET = {"e-mail": "NCBI asks for one: harvester configure --email YOU", "API key": "3 requests a second"}
"""What follows where something is not set."""


def _detail(check: "Check") -> str:
    """What is so and, where it is not good, what to do."""
    from harvester.errors import HarvesterError, NotFoundError, SettingsError, StoreError
    from harvester.model import Problem

    match check.trouble:
        case NotFoundError():
            # A new user has none, and that is no fault.
            return f"none yet. {message(check.trouble)}"
        case SettingsError() | StoreError():
            return message(check.trouble)
        case Problem():
            return f"{check.trouble.detail}; what is open waits"
        case HarvesterError():
            return f"{check.trouble}; what is open waits"  # no network is no fault: what to do is to wait
    if check.totals is not None:
        # A damaged database can have a fault in every row; three of them show what kind it is.
        healthy = f"{check.totals.sources} sources, {check.totals.works} works, no damage"
        return "; ".join(check.damage[:3]) or healthy
    if check.name in _UNSET:
        return check.value or f"not set; {_UNSET[check.name]}"
    return "answers"
