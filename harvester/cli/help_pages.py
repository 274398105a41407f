"""Help pages printed from a file, so that asking for help costs less than loading the program does.

`help.txt` holds what click writes for every command, 80 columns wide; a test regenerates and compares it. A terminal
that is narrower, or one that asks for anything but plain help, gets click's own.
"""

import os
import sys

WIDTH = 80
"""Columns of the pages in the file, which is click's own width."""

PAGE = "\f"
"""Between two pages; the first line of each is the command's name, empty for the program itself."""


def print_help(arguments: list[str]) -> bool:
    """Print the page that `[COMMAND] --help` asks for; False if something else is asked."""
    if arguments[-1:] not in (["--help"], ["-h"]) or len(arguments) > 2:
        return False
    # The pages are 80 columns wide; on a narrower terminal click sets its own.
    if sys.stdout.isatty() and os.get_terminal_size().columns < WIDTH:
        return False
    wanted = arguments[0] if len(arguments) == 2 else ""
    folder = os.path.dirname(__file__)
    with open(os.path.join(folder, "help.txt"), encoding="utf-8") as file:
        pages = file.read().split(PAGE)
    for page in pages:
        name, _, text = page.partition("\n")
        if name == wanted:
            try:
                sys.stdout.write(text)
                sys.stdout.flush()
            except OSError:
                return False  # click tries once more, and what it meets is said as always
            return True
    return False
