"""`python -m harvester` and the console script: a help page is printed as it stands, everything else goes to click."""

import os
import sys


def main() -> None:
    """Run the command line and end the process with its exit status."""
    if sys.stdout is None:  # the shell closed it (`>&-`); the database must not get its number
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123, RUF100 - for the whole run
    from harvester.cli.help_pages import print_help

    if not print_help(sys.argv[1:]):
        from harvester.cli.main import run

        sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
