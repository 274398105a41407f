"""EPost and EFetch as one chain over NCBI's history server, done again from its start when the server has forgotten."""

from collections.abc import Iterator

from harvester.model import Problem
from harvester.model.questions import FetchPosted, Post, Reply
from harvester.ports import Services
from harvester.records.searching import decode_post

CHAIN_TRIES = 3
EXPIRED = "Unable to obtain query"


def fetch_by_history(services: Services, pmids: tuple[str, ...], page: int = 200) -> Iterator[Reply]:
    """The records of the PMIDs, `page` of them a reply, by one EPost and as many EFetches.

    An expired history (docs/entrez.md 17) means that the chain is done again; pages that came are not.
    """
    waiting = list(range(0, len(pmids), page))
    for _ in range(CHAIN_TRIES):
        (posted,) = services.ask([Post(pmids)])
        if posted.problem is not None:
            yield posted
            return
        place = decode_post(posted.body)
        questions = {FetchPosted(place.web_env, place.query_key, start, page): start for start in waiting}
        expired: Reply | None = None
        for reply in services.ask(questions):
            if reply.problem is not None and EXPIRED in reply.problem.detail:
                expired = reply
                continue
            waiting.remove(questions[reply.question])  # type: ignore[index]  # it is one of those asked
            yield reply
        if expired is None:
            return
    yield Reply(Post(pmids), problem=Problem("service", f"the history server forgot {CHAIN_TRIES} times: {EXPIRED}"))
