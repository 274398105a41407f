"""What an answer amounts to; the numbers are the lines of NCBI's habits that a careful client meets."""

import pytest

from harvester.records import AnswerStatus, check

XML = b'<?xml version="1.0" ?>\n'
GOOD = {
    "esearch": XML + b"<eSearchResult><Count>1</Count><IdList><Id>1</Id></IdList></eSearchResult>",
    "efetch": XML + b'<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD" "x.dtd">\n<PubmedArticleSet><PubmedArticle>'
    b'<PMID Version="1">1</PMID></PubmedArticle></PubmedArticleSet>\n',
    "elink": XML + b"<eLinkResult><LinkSet><LinkSetDb><Link><Id>2</Id></Link></LinkSetDb></LinkSet></eLinkResult>",
    "idconv": b'{"status":"ok","records":[{"requested-id":"1","pmid":1,"pmcid":"PMC1"}]}',
    "ecitmatch": b"J Test|2001|1|1|A B|k|1\n",
}
EMPTY = {
    "esearch": XML + b"<eSearchResult><Count>0</Count><IdList/></eSearchResult>",
    "efetch": XML + b"<PubmedArticleSet></PubmedArticleSet>",
    "elink": XML + b"<eLinkResult><LinkSet><IdList><Id>1</Id></IdList></LinkSet></eLinkResult>",
    "idconv": b'{"status":"ok","records":[{"requested-id":"1","status":"error"}]}',
}


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_answer_is_whole(kind: str) -> None:
    assert check(kind, 200, GOOD[kind]).status is AnswerStatus.WHOLE


@pytest.mark.parametrize("kind", EMPTY)
def test_an_answer_that_says_there_is_nothing_is_empty_and_no_error(kind: str) -> None:
    assert check(kind, 200, EMPTY[kind]).status is AnswerStatus.EMPTY


@pytest.mark.parametrize("kind", GOOD)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   \n",
        XML,
        XML + b'<!DOCTYPE eSearchResult PUBLIC "-//NLM//DTD esearch//EN" "esearch.dtd">',
        b"<!DOCTYPE html><html><head><title>Blocked</title></head><body>Maintenance</body></html>",
        b'NCBI C++ Exception:\n Error: TXCLIENT(CException::eUnknown) "ctxclient.cpp": readAll EOF',
        b'{"error":"API rate limit exceeded","api-key":"203.0.113.9","count":"4","limit":"3"}',
    ],
    ids=["empty", "blank", "prolog", "prolog-doctype", "html", "trace", "rate-limit-200"],
)
def test_19_20_10_what_is_no_answer_at_all_is_asked_for_again(kind: str, body: bytes) -> None:
    assert check(kind, 200, body).status is AnswerStatus.LATER


@pytest.mark.parametrize("kind", ["esearch", "efetch", "elink"])
def test_a_reply_cut_short_is_asked_for_again(kind: str) -> None:
    for end in (3, 10, len(GOOD[kind]) // 2):
        assert check(kind, 200, GOOD[kind][:-end]).status is AnswerStatus.LATER


def test_a_rate_limit_with_its_own_status_is_asked_for_again() -> None:
    body = b'{"error":"API rate limit exceeded","api-key":"k","count":"11","limit":"10"}'
    assert check("efetch", 429, body).status is AnswerStatus.LATER


ERRORS = [
    (
        "esearch",
        200,
        b"<eSearchResult><ERROR>Search Backend failed: timeout</ERROR></eSearchResult>",
        AnswerStatus.LATER,
    ),
    (
        "efetch",
        200,
        b"<eFetchResult><ERROR>External viewer error: Status: Timeout</ERROR></eFetchResult>",
        AnswerStatus.LATER,
    ),
    (
        "efetch",
        400,
        b"<eFetchResult><ERROR>ID list is empty! Possibly it has no correct IDs.</ERROR></eFetchResult>",
        AnswerStatus.ERROR,
    ),
    ("elink", 200, b'{"header":{},"error":"Empty id list - nothing todo"}', AnswerStatus.ERROR),
    (
        "efetch",
        200,
        b'{"header":{},"error":"Too many UIDs in request. Maximum number of UIDs is 500"}',
        AnswerStatus.ERROR,
    ),
    (
        "efetch",
        400,
        b"<eFetchResult><ERROR>Error occurred: cannot get document summary</ERROR></eFetchResult>",
        AnswerStatus.LATER,
    ),
    (
        "efetch",
        400,
        b'{"error":"API key invalid","api-key":"0123","type":"invalid","status":"unknown"}',
        AnswerStatus.BAD_KEY,
    ),
    (
        "esearch",
        200,
        b"<eSearchResult><ERROR>'retstart' cannot be larger than 9998</ERROR></eSearchResult>",
        AnswerStatus.ERROR,
    ),
    ("efetch", 414, b"URI too long", AnswerStatus.ERROR),
    ("efetch", 501, b"not implemented", AnswerStatus.ERROR),
    ("elink", 500, b"", AnswerStatus.LATER),
    ("idconv", 400, b'{"status":"error","message":"Bad Request: malformed identifiers"}', AnswerStatus.ERROR),
]


@pytest.mark.parametrize(("kind", "status", "body", "expected"), ERRORS)
def test_21_24_errors_are_told_apart_by_the_services_own_words(
    kind: str, status: int, body: bytes, expected: AnswerStatus
) -> None:
    assert check(kind, status, body).status is expected


def test_16_json_with_a_raw_newline_in_its_error_is_read_nonetheless() -> None:
    found = check("esearch", 200, b'{"header":{"type":"esearch"},"error":"Empty id list -\n nothing todo"}')
    assert (found.status, found.detail) == (AnswerStatus.ERROR, "Empty id list - nothing todo")


def test_15_an_error_is_never_read_as_no_hits() -> None:
    for body in (
        b"<eSearchResult><ERROR>something unheard of</ERROR></eSearchResult>",
        b'{"esearchresult":{"ERROR":"odd"}}',
    ):
        assert check("esearch", 200, body).status not in (AnswerStatus.EMPTY, AnswerStatus.WHOLE)


def test_hostile_bodies_are_judged_in_linear_time() -> None:
    for body in (
        b"<" * 100_000,
        b"<ERROR>" * 20_000,
        b'{"error":' * 20_000,
        b"<!--" * 30_000,
        b"[" * 100_000,
        b"<?" * 50_000,
    ):
        assert check("efetch", 200, body).status is AnswerStatus.LATER
