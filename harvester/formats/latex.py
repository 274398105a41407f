"""Text as LaTeX that BibTeX, biber, bibtexparser and pandoc read back as the same text.

Everything that LaTeX would take for a command is written by name. Braces are never written as `\\{`: BibTeX counts
those as braces all the same, so one alone would swallow the rest of the file. Letters and accents stay UTF-8.
"""

import re

from harvester.values import titles

ESCAPES = {
    "\\": r"{\textbackslash}",
    "{": r"$\lbrace$",
    "}": r"$\rbrace$",
    "%": r"\%",
    "#": r"\#",
    "&": r"\&",
    "_": r"\_",
    "$": r"\$",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    "|": r"$|$",
    "\u2032": "$'$",
    "\u2033": "$''$",
    "\u02bc": r"{\textquoteright}",
}
"""What each character that means something to TeX, or prints as another in its old fonts, is written as; braces and
bars as mathematics, since pandoc 2.17 drops `\\textbraceleft` and `\\textbar`."""

MARKS = {
    "i": r"\emph{{",
    "/i": "}}",
    "b": r"\textbf{{",
    "/b": "}}",
    "sup": r"\textsuperscript{",
    "/sup": "}",
    "sub": r"\textsubscript{",
    "/sub": "}",
}
"""Markup of titles. Two braces around italics keep the case of `Escherichia coli` in BibTeX styles and in biblatex:
BibTeX would change the case inside `{\\emph{...}}`, which it takes for an accented letter, and biblatex inside
`\\emph{...}`."""

COMMANDS = frozenset(re.findall(r"\\([a-z]+)", "".join((*ESCAPES.values(), *MARKS.values(), r"\url"))))
"""The only commands that we ever write."""

_SPECIAL = re.compile(r"[\\{}%#&_$^~<>|\u2032\u2033\u02bc]")
_TABLE = str.maketrans(ESCAPES)

_JOINERS = "-‐‑–/+.'’_"
_CAPITAL = re.compile(
    f"[{''.join(c for c in map(chr, (*range(0x41, 0x590), *range(0x1E00, 0x2000))) if c != c.lower())}]"
)
_SENTENCE_END = re.compile(r"[:?!.]\s+[\"'“‘(\[]*\Z")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_POSSESSIVE = ("'s", "’s")
_BRACED_TAGS = {"i": 1, "b": 1, "/i": -1, "/b": -1}
_LOOK_BACK = 8  # letters before a word: a sentence's end with its blank, quotation marks and brackets has no more
_SHOUTED_WORDS = 4  # fewer in capitals throughout may be names: "HIV AND AIDS"
_TITLE_CASE_SHARE = 0.6  # of the long words behind the first; of fewer than three no share is taken


def escape(text: str) -> str:
    """Plain text as LaTeX, on one line."""
    text = titles.clean(text)
    return text.translate(_TABLE) if _SPECIAL.search(text) else text


def title(text: str) -> str:
    """A title as LaTeX: markup turned into commands, and the case of words that mean their capitals protected by
    braces.

    In a title in sentence case any capital is meant that starts no sentence; in one in Title Case (more than 60 % of
    its long words) only capitals inside a word, behind a digit, or throughout; in one all in capitals none is.
    """
    text = titles.clean(text)
    if not _CAPITAL.search(text, 1):
        return _render(text)
    words = titles.untagged(text)
    # A title that shouts says nothing about case: bracing all of it would make every style shout.
    if words == words.upper() and words.count(" ") >= _SHOUTED_WORDS - 1:
        return _render(text)
    return _Protector(in_title_case=is_title_case(words)).render(text)


def uncased_title(text: str) -> str:
    """A title as LaTeX without protected words, for one that no style changes the case of (biblatex: by its
    `langid`)."""
    return _render(titles.clean(text))


def foreign_title(text: str) -> str:
    """A title whose case no style may touch, because English rules do not hold for it: braced as a whole."""
    rendered = uncased_title(text)
    return f"{{{rendered}}}" if rendered else ""


def is_title_case(words: str) -> bool:
    """Whether a title is written With Capitals Throughout, so that a capital says nothing about its word."""
    # The first word has its capital anyway, and short ones (of, the, and) have none in Title Case either.
    behind_first = _LONG_WORD.findall(words)[1:]
    capitals = sum(word[0] != word[0].lower() for word in behind_first)
    return len(behind_first) >= 3 and capitals > _TITLE_CASE_SHARE * len(behind_first)


def _render(text: str) -> str:
    if "<" in text:
        return titles.render(text, lambda piece: piece.translate(_TABLE), MARKS)
    return text.translate(_TABLE) if _SPECIAL.search(text) else text


class _Protector:
    """Braces words while it walks through a title, and knows whether a sentence starts."""

    __slots__ = ("in_title_case", "written")

    def __init__(self, *, in_title_case: bool) -> None:
        self.in_title_case = in_title_case
        self.written = ""

    def render(self, text: str) -> str:
        if "<" not in text:
            return self.text(text)
        parts, braced = [], 0
        for piece in titles.pieces(text):
            braced += _BRACED_TAGS.get(piece.tag, 0)
            text = piece.text.translate(_TABLE) if braced else self.text(piece.text)
            parts.append(MARKS[piece.tag] if piece.tag else text)
            self.written = (self.written + piece.text)[-_LOOK_BACK:]
        return "".join(parts)

    def text(self, piece: str) -> str:
        """A piece of a title without markup, each word in braces that means its capitals."""
        parts, done, seen = [], 0, 0
        for capital in _CAPITAL.finditer(piece):
            if capital.start() < seen:
                continue
            # The word around the capital; signs that join words belong to it only between letters or digits.
            start = at = capital.start()
            while at > seen and (piece[at - 1].isalnum() or piece[at - 1] in _JOINERS):
                at -= 1
                start = at if piece[at].isalnum() else start
            seen = at = capital.end()
            while at < len(piece) and (piece[at].isalnum() or piece[at] in _JOINERS):
                at += 1
                seen = at if piece[at - 1].isalnum() else seen
            word = piece[start:seen]

            # A capital inside a word is always meant: mRNA, McDonald, IL-6.
            if word[1:] == word[1:].lower():
                if self.in_title_case:
                    # Alone it is a symbol (vitamin D, factor V), and as "A" most often the article.
                    is_meant = len(word) == 1 and word != "A"
                else:
                    before = piece[max(0, start - _LOOK_BACK) : start]
                    if start < _LOOK_BACK:
                        before = self.written + before
                    is_meant = bool(before.strip(" \"'“‘([")) and _SENTENCE_END.search(before) is None
                if not is_meant:
                    continue
            # The s of a genitive stays outside, since a style in capitals would leave it small: {Crohn}'s.
            core = word[:-2] if word.endswith(_POSSESSIVE) else word
            parts.append(piece[done:start].translate(_TABLE))
            parts.append(f"{{{core.translate(_TABLE)}}}{word[len(core) :]}")
            done = seen
        parts.append(piece[done:].translate(_TABLE))
        return "".join(parts)
