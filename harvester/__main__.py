"""`python -m harvester` and the console script: a help page is printed as it stands, everything else goes to click."""

import sys


def main() -> None:
    """Run the command line and end the process with its exit status."""
    from harvester.cli.help_pages import print_help

    if not print_help(sys.argv[1:]):
        from harvester.cli.main import run

        sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
