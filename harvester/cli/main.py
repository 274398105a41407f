"""The program `harvester`: its commands as a table, loaded one at a time, and what each error means for the shell."""

import errno
import os
import sys
from importlib import import_module
from typing import cast

import click

from harvester import __version__
from harvester.cli.options import global_options
from harvester.cli.output import say
from harvester.errors import HarvesterError, QueryError, UnreachableError

COMMANDS = {
    "harvest": ("harvesting", "Read saved pages into the library."),
    "enrich": ("enrichment", "Ask PubMed about what is open."),
    "export": ("exporting", "Write the bibliography."),
    "extract": ("extraction", "Print what saved pages say, without a library."),
    "parse": ("extraction", "Print the fields of references, without a library."),
    "resolve": ("enrichment", "Find the identifiers of references, without a library."),
    "reviews": ("views", "List the works whose pages were harvested."),
    "references": ("views", "List what a review cites."),
    "show": ("views", "Show one work with all that is known of it."),
    "status": ("views", "Say how much the library holds."),
    "refresh": ("enrichment", "Ask again for what is due, and say what changed."),
    "search": ("views", "Find works by words."),
    "top": ("views", "List the works that most reviews cite."),
    "open": ("curating", "List the references that wait, and why."),
    "why": ("curating", "Say why a reference leads where it leads."),
    "accept": ("curating", "Say which work a reference means."),
    "reject": ("curating", "Say that a reference does not mean its work."),
    "edit": ("curating", "Say what a field of a work is."),
    "unmerge": ("curating", "Take the last merge of a work apart."),
    "history": ("views", "Say what happened to a work."),
    "runs": ("views", "List the runs that changed something."),
    "forget": ("harvesting", "Take a source or a review out again."),
    "configure": ("configuration", "Set e-mail, API key and library."),
    "doctor": ("configuration", "Check settings and database."),
}
"""Command -> its module under `harvester.cli`, and its line on the help page."""

STATUSES = {UnreachableError: 3, QueryError: 2}
"""What an error means for the shell; every other kind is 1. The README promises them to scripts."""


class Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, _context: click.Context) -> list[str]:
        """The commands in the order of the table: the main road first."""
        return list(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """One command, imported now."""
        if name not in COMMANDS:
            return None
        module = import_module(f"harvester.cli.{COMMANDS[name][0]}")
        # `open` is a function of Python's own, which no module should hide from itself.
        return cast(click.Command, getattr(module, f"{name}_" if name == "open" else name))

    def invoke(self, context: click.Context) -> object:
        """Run the command; an error that is meant for a person becomes a message and an exit status."""
        # Here and not in `run`, since only the context knows which command was called, and remedies differ by command.
        try:
            return super().invoke(context)
        except HarvesterError as error:
            # Remedies are loaded where something failed, since nearly every call needs none.
            from harvester.cli.remedies import message

            _complain(message(error, context.invoked_subcommand or ""))
            return next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 1)

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name where there is no such command."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            # Loaded at a mistake alone: what stands at the top of this file is paid for at every start.
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            hint = f" Did you mean {near[0]}?" if near else " See: harvester --help"
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", context)
        return super().resolve_command(context, args)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, "-V", "--version", prog_name="harvester")
@global_options
def program() -> None:
    """Harvest references from saved pages into a bibliography.

    \b
    harvester harvest ./sources      read pages into the library, and ask PubMed
    harvester export                 write exports/references.bib
    """


def run(arguments: list[str]) -> int:
    """Run the command line; returns the exit status and prints errors as one message each."""
    try:
        # Not standalone, in which click would end the process itself and take what a command returns for nothing.
        status = program.main(arguments, prog_name="harvester", standalone_mode=False)
        # A full disk shows only when the last piece is written, and has to be caught below.
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _complain("Interrupted. What was done so far is kept; the same command goes on from there.")
        return 130  # as a shell has it: 128 and the number of SIGINT
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): no error of ours, and nobody left to tell.
        _abandon_output()
        return 0
    except OSError as error:
        # One with a name is about a file that the user gave; one without is about standard output.
        if error.filename is not None:
            what = f"{error.filename} cannot be used: {error.strerror}."
        elif error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
            what = (
                f"The output cannot be written: {error.strerror}. Make room, or write it elsewhere with -o FILE or >."
            )
        else:
            raise  # a bug, which keeps its traceback
        _abandon_output()
        _complain(what)
        return 1


def _abandon_output() -> None:
    """What waits to be written goes nowhere: Python would try once more at the end, and complain again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> None:
    say(f"harvester: {message}", colour="red")
