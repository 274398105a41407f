"""PubMed's query language as far as a careful client uses it: tagged terms, quotes, brackets, AND OR NOT from left
to right."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tests.ncbi.paper import Paper, plain

_TOKEN = re.compile(r'"([^"]*)"(?:\[([^\]]*)\])?|([()])|([^\s()"\[\]]+)(?:\[([^\]]*)\])?')


class Index:
    """The papers by DOI and by word; `find` gives the PMIDs of a query, newest first, and the phrases not found."""

    def __init__(self, papers: dict[str, Paper]) -> None:
        self.papers = papers
        self.by_doi: dict[str, set[str]] = defaultdict(set)
        self.by_word: dict[str, set[str]] = defaultdict(set)
        self.by_title_word: dict[str, set[str]] = defaultdict(set)
        for paper in papers.values():
            self.by_doi[paper.doi.lower()].add(paper.pmid)
            for word in plain(paper.title).split():
                self.by_title_word[word].add(paper.pmid)
            for word in plain(
                f"{paper.title} {paper.abstract} {' '.join(paper.authors)} {paper.journal.title}"
            ).split():
                self.by_word[word].add(paper.pmid)

    def find(self, query: str) -> tuple[list[str], list[str]]:
        missed: list[str] = []
        tokens = [m.groups() for m in _TOKEN.finditer(query)]
        found, _ = self._expression(tokens, 0, missed)
        return sorted(found, key=int, reverse=True), missed

    def _expression(self, tokens: list[tuple[str | None, ...]], at: int, missed: list[str]) -> tuple[set[str], int]:
        result: set[str] | None = None
        operator = "AND"
        while at < len(tokens):
            phrase, phrase_tag, bracket, word, word_tag = tokens[at]
            if bracket == ")":
                return result or set(), at + 1
            if word in ("AND", "OR", "NOT") and not word_tag:
                operator, at = str(word), at + 1
                continue
            if bracket == "(":
                hits, at = self._expression(tokens, at + 1, missed)
            else:
                text = phrase if phrase is not None else str(word)
                hits, at = self._term(text, (phrase_tag or word_tag or "all").lower(), missed), at + 1
            result = hits if result is None else _combine(result, operator, hits)
            operator = "AND"
        return result or set(), at

    def _term(self, text: str, tag: str, missed: list[str]) -> set[str]:
        hits = set(_FIELDS.get(tag, Index.any_field)(self, text))
        if not hits:
            missed.append(text)
        return hits

    def any_field(self, text: str) -> set[str]:
        return _all_words(self.by_word, text)

    def title(self, text: str) -> set[str]:
        return _all_words(self.by_title_word, text)

    def doi(self, text: str) -> set[str]:
        return self.by_doi.get(text.strip().lower(), set()) if text.strip() else set()

    def pmid(self, text: str) -> set[str]:
        return {text.lstrip("0")} & self.papers.keys()

    def author(self, text: str) -> Iterator[str]:
        wanted = plain(text)
        return (p.pmid for p in self.papers.values() if any(plain(a).startswith(wanted) for a in p.authors))

    def first_author(self, text: str) -> Iterator[str]:
        wanted = plain(text)
        return (p.pmid for p in self.papers.values() if p.authors and plain(p.authors[0]).startswith(wanted))

    def journal(self, text: str) -> Iterator[str]:
        return (p.pmid for p in self.papers.values() if p.journal.known_as(text))

    def year(self, text: str) -> Iterator[str]:
        low, _, high = text.partition(":")
        if not low[:4].isdigit() or (high and not high[:4].isdigit()):
            return iter(())
        years = range(int(low[:4]), int((high or low)[:4]) + 1)
        return (p.pmid for p in self.papers.values() if p.year in years)

    def volume(self, text: str) -> Iterator[str]:
        return (p.pmid for p in self.papers.values() if p.volume == text)

    def page(self, text: str) -> Iterator[str]:
        return (p.pmid for p in self.papers.values() if p.first_page.lower() == text.lower().split("-")[0])


_FIELDS = {
    "doi": Index.doi, "aid": Index.doi, "lid": Index.doi, "pmid": Index.pmid, "uid": Index.pmid, "ti": Index.title,
    "title": Index.title, "au": Index.author, "author": Index.author, "1au": Index.first_author, "ta": Index.journal,
    "journal": Index.journal, "dp": Index.year, "pdat": Index.year, "vi": Index.volume, "volume": Index.volume,
    "pg": Index.page, "page": Index.page, "tiab": Index.any_field, "tw": Index.any_field, "all": Index.any_field,
}  # fmt: skip


def _combine(left: set[str], operator: str, right: set[str]) -> set[str]:
    if operator == "AND":
        return left & right
    return left | right if operator == "OR" else left - right


def _all_words(index: dict[str, set[str]], text: str) -> set[str]:
    words = plain(text).split()
    if not words:
        return set()
    hits = set(index.get(words[0], ()))
    for word in words[1:]:
        hits &= index.get(word, set())
    return hits
