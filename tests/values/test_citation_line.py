"""The line that NLM prints over a record: which journal stands before its date."""

import pytest

from harvester.values.citation_line import find_citation_line


@pytest.mark.parametrize(
    ("line", "journal"),
    [
        ("Moher D, Liberati A, et al.BMJ. 2009 Jul;339:b2535.", "BMJ"),
        ("items for systematic reviews and meta-analyses. Ann Intern Med. 2009;151(4):264-9.", "Ann Intern Med"),
        ("Int. J. Surg. 2010;8(5):336-41.", "Int. J. Surg"),
        ("Med Sci (Basel). 2019 Jan 22;7(2):14.", "Med Sci (Basel)"),
        ("2009 Jul;339:b2535.", ""),
    ],
)
def test_the_journal_of_a_citation_line_is_without_the_authors_and_the_title_before_it(line: str, journal: str) -> None:
    found = find_citation_line(line)
    assert found is not None
    assert found.journal == journal
