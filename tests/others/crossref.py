"""Crossref as far as it is asked: `/works/{doi}` and `/works?query.bibliographic=`, which always finds something."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from tests.ncbi.paper import Paper, plain
from tests.others.server import Answered, JsonStandin, as_json

UPDATES = {
    "RetractionOf": "retraction",
    "RetractionIn": "retraction",
    "ErratumFor": "erratum",
    "ErratumIn": "erratum",
    "ExpressionOfConcernFor": "expression_of_concern",
    "ExpressionOfConcernIn": "expression_of_concern",
}


class CrossrefStandin(JsonStandin):
    """Crossref with the papers that have a DOI; `titles` gives other spellings of a title by DOI, `listed` reference
    lists by DOI as deposited."""

    def __init__(
        self,
        papers: Iterable[Paper] = (),
        titles: dict[str, str] | None = None,
        listed: dict[str, list[dict[str, str]]] | None = None,
    ) -> None:
        super().__init__()
        self.papers = {p.doi.lower(): p for p in papers if p.doi}
        self.titles, self.listed = titles or {}, listed or {}
        self.more: dict[str, dict[str, object]] = {}
        self._words: dict[str, set[str]] = defaultdict(set)
        for doi, paper in self.papers.items():
            for word in set(_words_of(paper)):
                self._words[word].add(doi)

    def headers(self) -> dict[str, str]:
        pool = "polite" if self.state.at_a_time > 1 else "public"
        return {
            "x-rate-limit-limit": str(self.state.a_second),
            "x-rate-limit-interval": "1s",
            "x-concurrency-limit": str(self.state.at_a_time),
            "x-api-pool": pool,
        }

    def answer(self, path: str, params: dict[str, str]) -> Answered:
        if path.startswith("works/"):
            doi = path.removeprefix("works/").lower()
            if doi not in self.papers:
                return Answered(404, b"Resource not found.", "text/plain")
            return as_json({"status": "ok", "message-type": "work", "message": self.item(doi)})
        if path == "works" and "query.bibliographic" in params:
            found = self.search(params["query.bibliographic"])[: int(params.get("rows", "20"))]
            items = [self.item(doi) | {"score": score} for doi, score in found]
            message = {"total-results": len(self.papers), "items-per-page": len(items), "items": items}
            return as_json({"status": "ok", "message-type": "work-list", "message": message})
        return Answered(400, b'{"status":"failed","message":[{"type":"parameter-not-allowed"}]}')

    def search(self, text: str) -> list[tuple[str, float]]:
        """The papers by the rarity of the words that they share with the text."""
        scores: Counter[str] = Counter()
        for word in set(plain(text).split()):
            holders = self._words.get(word, ())
            if 0 < len(holders) < max(50, len(self.papers) // 5):
                weight = math.log(1 + len(self.papers) / len(holders))
                for doi in holders:
                    scores[doi] += weight  # type: ignore[assignment]
        ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(doi, float(score)) for doi, score in ranked] or [(doi, 1.0) for doi in sorted(self.papers)[:1]]

    def item(self, doi: str) -> dict[str, object]:
        paper = self.papers[doi]
        authors: list[dict[str, object]] = []
        for place, name in enumerate(paper.authors):
            family, _, given = name.rpartition(" ")
            sequence = "additional" if place else "first"
            if family and not name.startswith("="):
                authors.append({"family": family, "given": given, "sequence": sequence, "affiliation": []})
            else:
                authors.append({"name": name.lstrip("="), "sequence": sequence})
        date = [d for d in (paper.year, paper.month, paper.day) if d] or [None]
        item: dict[str, object] = {
            "DOI": doi,
            "type": "posted-content" if "Preprint" in paper.types else "journal-article",
            "title": [self.titles.get(doi, paper.title)] if paper.title else [],
            "author": authors,
            "container-title": [paper.journal.title] if "Preprint" not in paper.types else [],
            "short-container-title": [paper.journal.iso] if "Preprint" not in paper.types else [],
            "issued": {"date-parts": [date]},
            "volume": paper.volume,
            "issue": paper.issue,
            "page": paper.pages,
            "publisher": "A publisher of ours",
            "ISSN": [paper.journal.issn] if paper.journal.issn else [],
        }
        if doi in self.listed:
            item["reference"] = self.listed[doi]
            item["reference-count"] = len(self.listed[doi])
        for kind, _, other in paper.corrections:
            field = "update-to" if kind.endswith(("Of", "For")) else "updated-by"
            item.setdefault(field, []).append({"type": UPDATES.get(kind, "correction"), "DOI": other})  # type: ignore[attr-defined]
        return {k: v for k, v in item.items() if v not in ("", [])} | self.more.get(doi, {})


def _words_of(paper: Paper) -> list[str]:
    told = (paper.title, *paper.authors, paper.journal.title, paper.journal.iso, str(paper.year), paper.volume)
    return plain(" ".join((*told, paper.pages.replace("-", " ")))).split()
