"""Europe PMC as far as it is asked: `search` by DOI and PMID, and `{source}/{id}/references`."""

import re
from collections.abc import Iterable

from tests.ncbi.paper import Paper
from tests.others.server import Answered, JsonStandin, as_json


class EuropePmcStandin(JsonStandin):
    """Europe PMC with these papers; `listed` has the reference lists by "MED/123", each entry as its JSON says it."""

    def __init__(self, papers: Iterable[Paper] = (), listed: dict[str, list[dict[str, object]]] | None = None) -> None:
        super().__init__()
        self.papers = list(papers)
        self.listed = listed or {}
        self.state.at_a_time = 3

    def answer(self, path: str, params: dict[str, str]) -> Answered:
        if path == "search":
            found = [_result(p) for p in self.papers if self._asked_for(p, params.get("query", ""))]
            return as_json({"version": "6.9", "hitCount": len(found), "resultList": {"result": found}})
        named = re.fullmatch(r"(MED|PMC|PPR)/(\w+)/references", path)
        if named is None:
            return as_json({"version": "6.9", "errCode": 404, "errMsg": "no such call"}, 404)
        whole = self.listed.get(f"{named.group(1)}/{named.group(2)}", [])
        page, size = int(params.get("page", "1")), int(params.get("pageSize", "25"))
        part = whole[(page - 1) * size : page * size]
        data: dict[str, object] = {"version": "6.9", "hitCount": len(whole)}
        if whole:
            data["referenceList"] = {"reference": part}
        return as_json(data)

    def _asked_for(self, paper: Paper, query: str) -> bool:
        dois = [d.lower() for d in re.findall(r'DOI:"([^"]+)"', query)]
        return paper.doi.lower() in dois or paper.pmid in re.findall(r"EXT_ID:(\d+)", query)


def _result(paper: Paper) -> dict[str, object]:
    preprint = "Preprint" in paper.types
    authors = [{"lastName": a.rpartition(" ")[0] or a, "initials": a.rpartition(" ")[2]} for a in paper.authors]
    return {
        "id": paper.pmid or f"PPR{abs(hash(paper.doi)) % 10**6}",
        "source": "PPR" if preprint else "MED",
        "pmid": "" if preprint else paper.pmid,
        "doi": paper.doi,
        "title": f"{paper.title}.",
        "authorList": {"author": authors},
        "pubYear": str(paper.year),
        "pageInfo": paper.pages,
        "journalInfo": {
            "volume": paper.volume,
            "issue": paper.issue,
            "journal": {"title": paper.journal.title, "isoabbreviation": paper.journal.iso},
        },
    }
