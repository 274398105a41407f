"""DataCite as far as it is asked: `/dois/{doi}`, in JSON:API."""

from collections.abc import Mapping

from tests.others.server import Answered, JsonStandin, as_json


class DataCiteStandin(JsonStandin):
    """DataCite; `attributes` has what it says of each DOI."""

    def __init__(self, attributes: Mapping[str, Mapping[str, object]]) -> None:
        super().__init__()
        self.attributes = dict(attributes)
        self.state.at_a_time = 3

    def answer(self, path: str, params: dict[str, str]) -> Answered:
        doi = path.removeprefix("dois/").lower()
        if doi not in self.attributes:
            error = {"status": "404", "title": "The resource you are looking for doesn't exist."}
            return as_json({"errors": [error]}, 404)
        return as_json({"data": {"id": doi, "type": "dois", "attributes": {"doi": doi, **self.attributes[doi]}}})
