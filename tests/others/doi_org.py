"""doi.org as far as it is asked: `/doiRA/{doi},{doi}`."""

from collections.abc import Mapping

from tests.others.server import Answered, JsonStandin, as_json


class DoiOrgStandin(JsonStandin):
    """doi.org with the agencies of the DOIs that are registered; any other does not exist."""

    def __init__(self, agencies: Mapping[str, str]) -> None:
        super().__init__()
        self.agencies = dict(agencies)
        self.state.at_a_time = 3

    def answer(self, path: str, params: dict[str, str]) -> Answered:
        if not path.startswith("doiRA/"):
            return Answered(404, b"not found", "text/plain")
        asked = path.removeprefix("doiRA/").split(",")
        return as_json(
            [
                {"DOI": doi, "RA": agency}
                if (agency := self.agencies.get(doi.lower()))
                else {"DOI": doi, "status": "DOI does not exist"}
                for doi in asked
            ]
        )
