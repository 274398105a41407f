"""What to do next, fault by fault: errors say what happened, and only here does a person read which command helps."""

from harvester.errors import Fault, HarvesterError

ELSEWHERE = "Get the right to write there, or keep the library elsewhere: --library DIR"
NO_EMAIL = "NCBI asks for an e-mail address to write to if something goes wrong: harvester configure --email YOU"

REMEDIES = {
    Fault.NO_LIBRARY: "Make one with: harvester harvest PATH",
    Fault.NO_REVIEW: "They are listed by: harvester reviews",
    Fault.NO_REFERENCE: "Look for it with: harvester references {review}",
    Fault.NO_WORK: "Look for it with: harvester search WORDS",
    Fault.MISTYPED_WORK: "Did you mean {near}?",
    Fault.LOST_CLAIM: "See what is damaged: harvester doctor",
    Fault.SEARCHED_IDENTIFIER: "Look at the work with: harvester show {identifier}",
    Fault.EDITED_IDENTIFIER: "Say that with: harvester accept REFERENCE {scheme}:...",
    Fault.LOCKED: "Try again when it is done.",
    Fault.NEWER_DATABASE: "Install the newer one: pip install --upgrade reference-harvester",
    # A mistyped path must not fill somebody else's database with our tables.
    Fault.FOREIGN_DATABASE: "Give it one of its own.",
    Fault.NO_DRIVER: "Install it with: pip install 'reference-harvester[postgresql]'",
    Fault.NOT_WRITABLE: ELSEWHERE,
    Fault.DISK_FULL: "Make room on the disk; what was stored before is whole",
    # Looking writes nothing (docs/decisions/0018), and an export takes the keys that it would fix.
    Fault.READ_ONLY: "Looking at it works, and so does export -o FILE.",
    Fault.SETTINGS_NOT_WRITABLE: "Get the right to write there, or name another file with --config FILE; "
    "for one run HARVESTER_EMAIL and HARVESTER_API_KEY do.",
    Fault.KEY_REFUSED: "Check NCBI_API_KEY, or leave it out.",
    Fault.UNREACHABLE: "What is open stays open; run `harvester {command}` when it is back.",
}
"""What follows the words of an error; names in braces are what the fault is about, `command` is what was called."""

WHEN_BACK = {
    # It has no library, so nothing stays open anywhere.
    "resolve": "Run it again when the service is back.",
}
"""What is said in place of the remedy of `Fault.UNREACHABLE`, by command."""


def message(error: HarvesterError, command: str = "enrich") -> str:
    """What happened, and what to do next where there is something."""
    if error.fault is Fault.UNREACHABLE:
        return away(error, command)
    remedy = REMEDIES.get(error.fault, "")
    # A person can have typed `~key` in quotation marks; what is suggested to be typed has to work without them.
    about = {name: value.removeprefix("~") for name, value in error.about.items()}
    return f"{error}. {remedy.format(**about)}" if remedy else str(error)


def away(error: HarvesterError, command: str) -> str:
    """The same for a service that accepts connections and gives nothing but errors: it is out of reach, too."""
    remedy = WHEN_BACK.get(command, REMEDIES[Fault.UNREACHABLE])
    return f"{error}. {remedy.format(command=command)}"
