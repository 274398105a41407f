"""Help pages printed from a file, so that asking for help costs less than loading the program does.

`help.txt` holds what click writes for every command, 80 columns wide; a test regenerates and compares it. A terminal
that is narrower, or one that asks for anything but plain help, gets click's own.
"""

import os
import sys

PAGE = "\f"
"""Between two pages; the first line of each is the command's name, empty for the program itself."""


def print_help(arguments: list[str]) -> bool:
    """Print the page that `[COMMAND] --help` asks for; False if something else is asked."""
    if arguments[-1:] not in (["--help"], ["-h"]) or len(arguments) > 2 or not _wide_enough():
        return False
    wanted = arguments[0] if len(arguments) == 2 else ""
    folder = os.path.dirname(__file__)
    with open(os.path.join(folder, "help.txt"), encoding="utf-8") as file:
        pages = file.read().split(PAGE)
    for page in pages:
        name, _, text = page.partition("\n")
        if name == wanted:
            return _printed(text)
    return False


def _printed(text: str) -> bool:
    """Whether it could be printed; if not, click tries once more, and what it meets is told as always."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError:
        return False
    return True


def _wide_enough() -> bool:
    if not sys.stdout.isatty():
        return True
    return os.get_terminal_size().columns >= 80
