"""Cut a pasted or saved reference list into its references."""

import re

from harvester.model import Asserted, RawReference, Span, identifier

_NUMBERED = re.compile(r"^\s*\[?(\d{1,3})[.)\]]\s+", re.MULTILINE)


def split_list(text: str) -> tuple[RawReference, ...]:
    """One reference a line or a paragraph, with or without a number before it."""
    references: list[RawReference] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = offset + line.index(body[0])
            label = _NUMBERED.match(body)
            content = body[label.end() :] if label else body
            asserted = tuple(
                Asserted(f.identifier, "text", Span(start + f.start, start + f.end)) for f in identifier.find(body)
            )
            span = Span(start, start + len(body))
            number = label.group(1) if label else ""
            references.append(RawReference(len(references) + 1, number, " ".join(content.split()), asserted, (), span))
        offset += len(line)
    return tuple(references)
