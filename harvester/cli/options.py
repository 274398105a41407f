"""The options that every command has, before its name or after it, and what they add up to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from harvester.library.core import Library
    from harvester.settings import Settings

F = TypeVar("F", bound=Callable[..., object])


class _Count(click.IntRange):
    """A number from 1 on that SQLite takes as a limit; in help only its lower bound is of use."""

    def __init__(self) -> None:
        super().__init__(1, 2**31 - 1)

    def _describe_range(self) -> str:
        return "x>=1"


COUNT = _Count()
"""How many of something."""


@dataclass(slots=True)
class Globals:
    """What the global options say; filled while click reads the command line."""

    given: dict[str, str] = field(default_factory=dict)
    config: str = ""
    verbosity: int = 0
    json: bool = False

    @property
    def settings(self) -> "Settings":
        """Settings from the command line and everywhere else."""
        from harvester.settings import load

        return load(self.given, config=self.config)

    @property
    def library(self) -> "Library":
        """The library that the settings name."""
        from harvester.cli.logged import show_logged
        from harvester.library.core import Library

        # What a layer without a terminal logs is a message, too, and `-q` holds for it.
        show_logged(quiet=self.verbosity < 0)
        return Library(self.settings)


def globals_of(context: click.Context) -> Globals:
    """The global options of this call."""
    # At the root the options before the command's name and those after it meet.
    root = context.find_root()
    if root.obj is None:
        root.obj = Globals()
    found: Globals = root.obj
    return found


def _heed(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Note what one of the global options says; nothing where it was not given."""
    options = globals_of(context)
    match parameter.name:
        case "config" if value is not None:
            options.config = value
        case "verbose":
            options.verbosity += value
        case "quiet" if value:
            options.verbosity = -1
        case "json" if value:
            options.json = True
        case "library" | "db" if value is not None:
            options.given[parameter.name] = value


def global_options(function: F) -> F:
    """Give a command the global options; their values wait in `globals_of(context)`."""
    options = (
        click.option("--library", metavar="DIR", help="The library's folder (default: here).", callback=_heed),
        click.option("--db", metavar="URL", help="Another database, as an SQLAlchemy URL.", callback=_heed),
        click.option("--config", metavar="FILE", help="A settings file in place of yours.", callback=_heed),
        click.option("-v", "--verbose", count=True, help="Say more.", callback=_heed),
        click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.", callback=_heed),
        click.option("--json", is_flag=True, help="Answer in JSON.", callback=_heed),
    )
    # Backwards, as decorators that stand above a function are applied: help then lists them in this order.
    for option in reversed(options):
        function = option(function)
        # A command does not take them as arguments: it asks `globals_of`, wherever they stood on the command line.
        params = getattr(function, "__click_params__", None) or getattr(function, "params", [])
        params[-1].expose_value = False
    return function
