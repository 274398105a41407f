"""The options that every command has, before its name or after it, and what they add up to."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from harvester.library.core import Library
    from harvester.settings import Settings

F = TypeVar("F", bound=Callable[..., object])


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
        from harvester.library.core import Library

        return Library(self.settings)


def globals_of(context: click.Context) -> Globals:
    """The global options of this call."""
    root = context.find_root()
    if root.obj is None:
        root.obj = Globals()
    found: Globals = root.obj
    return found


def _setting(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None and parameter.name:
        globals_of(context).given[parameter.name] = value


def _config(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        globals_of(context).config = value


def _louder(context: click.Context, _parameter: click.Parameter, value: int) -> None:
    globals_of(context).verbosity += value


def _quieter(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        import logging

        globals_of(context).verbosity = -1
        logging.getLogger("harvester").setLevel(logging.ERROR)


def _json(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value:
        globals_of(context).json = True


def global_options(function: F) -> F:
    """Give a command the global options; their values wait in `globals_of(context)`."""
    options = (
        click.option("--library", metavar="DIR", help="The library's folder (default: here).", callback=_setting),
        click.option("--db", metavar="URL", help="Another database, as an SQLAlchemy URL.", callback=_setting),
        click.option("--config", metavar="FILE", help="A settings file in place of yours.", callback=_config),
        click.option("-v", "--verbose", count=True, help="Say more.", callback=_louder),
        click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.", callback=_quieter),
        click.option("--json", is_flag=True, help="Answer in JSON.", callback=_json),
    )
    for option in reversed(options):
        function = _hidden_value(option)(function)
    return function


def _hidden_value(option: Callable[[F], F]) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        decorated = option(function)
        params = getattr(decorated, "__click_params__", None) or getattr(decorated, "params", [])
        params[-1].expose_value = False
        return decorated

    return decorate


pass_globals = click.pass_context
