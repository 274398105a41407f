"""What DOIs look like in running text, publisher by publisher: where one cannot end, and where another word begins.

Learnt from the DOIs of real pages and records; the tables are of publishers' ways to number, not of single works.
"""

import re

HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

# The suffix of a DOI in running text. `<...>` and `[0001:...]` stand in SICI DOIs (ANSI/NISO Z39.56), `;` there
# after CO.
RUN = (
    rf"(?:[\w.:()/+*=~$!@{HYPHENS}{INVISIBLE}-]|%[0-9A-Fa-f]{{2}}|(?<=CO);"
    r"|<\d[^<>\s]{0,60}>|&lt;\d[^<>&\s]{0,60}&gt;|\[\d+:[^\[\]\s]{1,40}\])"
)

# What pages glue behind a DOI: a word after the sentence's full stop, or the label of the next link.
GLUED = re.compile(
    r"(?<=[\d)>x])\.(?=[A-Z][a-z]+(?:\W|$))|(?<=.)(?:PubMed|PMID|PMC\d|Cross[Rr]ef|Google|Epub|Abstract|Medline|MEDLINE"
    r"|Full[Tt]ext|Find|Search|View|Available|Accessed|Article(?=CAS|PubMed|Google|$)|CAS(?=PubMed|Google|Article)"
    r"|https?:|doi:|DOI:)"
)
# Publishers whose suffixes have a fixed length: what follows is the next word or number.
FIXED = re.compile(
    r"10\.(?:1371/journal\.p[a-z]{3}\.\d{7}|1016/j\.[a-z]+\.\d{4}\.\d{2}\.\d{3}|1097/[a-z]{2,5}\.\d{16}"
    r"|(?:1186|1007|1038|1245)/s\d{5}-\d{3}-\d{4,5}-[\dw-z])(?=[^\W_])",
    re.ASCII | re.IGNORECASE,
)
# A suffix that cannot be whole, so that a blank (or line end) inside the DOI may be passed over.
UNFINISHED = re.compile(
    r"10\.(?:\d{4,9}/|1097/[a-z]{2,5}\.|1016/j\.(?:[a-z]+\.(?:\d{4}\.(?:\d\d\.)?)?)?|1016/s?\d{4}-\d{3}[\dx](?:\(\d\d\))?"
    r"|(?:1186|1007|1038|1245)/s\d{5}-(?:\d{3}-(?:\d{4,5}-)?)?|1371/journal\.(?:p[a-z]{3}\.)?"
    r"|\d{4,9}/\(sici\)(?:(?!co;2-[\w#]).)*+"
    r"|(?:1001|3389)/[a-z]+\.(?:(?:19|20)\d\d\.)?|1136/[a-z]+[.-](?:\d{4}-)?|1161/[a-z]+\.(?:\d{3}\.)?"
    r"|(?:1038|1073|1126|1523|7554)/[a-z]+\."
    r"|(?:1053|1067)/j\.(?:[a-z]+\.(?:\d{4}\.(?:\d\d\.)?)?)?|1111/j\.(?:\d{4}-\d{3}[\dx]\.(?:\d{4}\.)?)?"
    r"|1080/\d{7}[\dx]\.(?:\d{4}\.)?|1158/\d{4}-\d{3}[\dx]\.)",
    re.ASCII | re.IGNORECASE,
)
# SICI DOIs, which Wiley gave until about 2000, with the line ends that text browsers put into them.
SICI = re.compile(r"10\.\d{4,9}/\(SICI\)(?:\S|\s{1,14}(?=\S)){10,90}?CO;\s{0,14}2-\s{0,14}[\w#]", re.IGNORECASE)
# An ISSN, perhaps with year and volume, is but the beginning of such a one, or a whole journal.
CUT_SICI = re.compile(r"10\.\d{4,9}/\d{4}-\d{3}[\dx](?:\(\d{4}\)\d{1,4})?", re.ASCII | re.IGNORECASE)
GOES_ON = "-/(_<"  # what ends no DOI, at the end of a line
NEXT_PIECE = re.compile(rf"[ \t\u00a0]?\r?\n?[ \t\u00a0]{{0,12}}(?=[\w(<])({RUN}{{1,300}})", re.ASCII | re.IGNORECASE)
# DOIs of a whole journal, volume or issue, which some sites link instead of the work's (Wiley's and Blood's
# registrations); a number of three digits and more behind the volume is an article's.
NOT_A_WORK = re.compile(r"\(issn\)|\.issue-\d|\.v\d+[:.]\d{1,2}$", re.IGNORECASE)
