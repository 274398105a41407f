"""Europe PMC as far as it is asked: `{source}/{id}/references`."""

import re

from tests.others.server import Answered, JsonStandin, as_json


class EuropePmcStandin(JsonStandin):
    """Europe PMC; `listed` has the reference lists by "MED/123", each entry as its JSON says it."""

    def __init__(self, listed: dict[str, list[dict[str, object]]] | None = None) -> None:
        super().__init__()
        self.listed = listed or {}
        self.state.at_a_time = 3

    def answer(self, path: str, params: dict[str, str]) -> Answered:
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
