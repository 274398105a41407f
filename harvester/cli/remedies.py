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
    Fault.FOREIGN_DATABASE: "Give it one of its own.",
    Fault.NO_DRIVER: "Install it with: pip install 'reference-harvester[postgresql]'",
    Fault.NOT_WRITABLE: ELSEWHERE,
    Fault.DISK_FULL: "Make room on the disk; what was stored before is whole",
    Fault.READ_ONLY: "Looking at it works, and so does export -o FILE.",
    Fault.SETTINGS_NOT_WRITABLE: "Get the right to write there, or name another file with --config FILE; "
    "for one run HARVESTER_EMAIL and HARVESTER_API_KEY do.",
    Fault.KEY_REFUSED: "Check NCBI_API_KEY, or leave it out.",
    Fault.UNREACHABLE: "What is open stays open; run `harvester {command}` when it is back.",
}
"""What follows the words of an error; names in braces are what the fault is about, `command` is what was called."""


def message(error: HarvesterError, command: str = "enrich") -> str:
    """What happened, and what to do next where there is something."""
    remedy = REMEDIES.get(error.fault)
    return f"{error}. {remedy.format(command=command, **error.about)}" if remedy else str(error)


def away(error: HarvesterError, command: str) -> str:
    """The same of a service that took connections and gave nothing but errors: it is out of reach all the same."""
    return f"{error}. {REMEDIES[Fault.UNREACHABLE].format(command=command)}"
