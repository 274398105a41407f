"""Words in brackets that say what kind of thing is cited, in which medium, and when somebody looked: `[Internet]`,
`[abstract]`, `[dataset]`, `[cited 2020 Feb 3]`.

NLM's style puts them behind the title or the journal and behind the date (Citing Medicine, 2nd ed., "Content Type",
"Type of Medium", "Date of Citation"); APA and others have such marks too. They are no part of title, journal or date,
and stand where the tagger expects the next field, so that they are taken out before it. The words are a closed list:
what else stands in brackets may be the title's own, or its translation.
"""

import re

from harvester.text import lazy_pattern

_MEDIA = (
    r"(?:journal|serial|monograph|home ?page|web ?page|web ?site|book|report|newspaper|database|document|text)? ?"
    r"(?:on ?(?:the )?)?-?(?:internet|on ?line|web|world wide web)",
    r"en l[ií]nea|en ligne|electronic(?: resource| version| article| book)?|e-?book|kindle(?: edition| version)?",
    r"cd-?rom|dvd|video(?:cassette|tape)?|audio(?:cassette| recording)?|motion picture|film|podcast|print|pdf",
    r"web ?page|web ?site|home ?page|blog(?: post)?|tweet|текст|электронный ресурс|online ?ressource",
)
_CONTENT = (
    r"(?:meeting |conference |published )?abstracts?|resumo|resumen|r[ée]sum[ée]|letter(?: to the editor)?|carta",
    r"editorial|comment(?:ary)?|news|review|interview|correspondence|case reports?|poster(?: presentation| session)?",
    r"(?:oral|paper|conference) (?:presentation|paper)|presentation|lecture|slides?|press release|fact ?sheet|brochure",
    r"unpublished|in (?:press|print)|epub ahead of print|corrected|retracted|study protocol|internal report",
)
_LANGUAGE = (
    r"(?:article |text )?(?:in|en) (?:[a-z]+,? ?(?:and |with )?){1,4}(?: with (?:an )?[a-z]+ (?:abstract|summary))?",
    r"with english abstract",
)
_SEEN = (
    r"(?:(?:last )?(?:cited|accessed|access(?: date)?|viewed|visited|retrieved|consulted|updated|modified|reviewed"
    r"|revised)|cit[ée]e?s?|citad[oa]|consult[ée]e?|consultad[oa]|acess(?:o|ado)|acceso|zitiert|abgerufen|zugriff"
    r"|geraadpleegd|citerad)\b[^\[\]]{2,60}",
)
_TYPES = {
    "dataset": r"data ?sets?|data(?: file)?|database",
    "software": r"(?:computer )?(?:software|program(?:me)?)|(?:source|computer) code|(?:mobile )?app(?:lication)?"
    r"|r package",
    "thesis": r"(?:(?:unpublished )?(?:doctoral|ph\.?\s?d\.?|master'?s|m\.?sc\.?|bachelor'?s|m\.?d\.?) )?"
    r"(?:dissertation|thesis)|tese|tesis(?: doctoral)?|dissertação(?: de mestrado)?|th[èe]se",
    "article": r"preprint",
    "patent": r"patent",
    "document": r"package insert|prescribing information",
}
"""The words for kinds of things that CSL has a type for; of a preprint that is "article"."""
_TYPED = "|".join(f"(?P<{kind}>{words})" for kind, words in _TYPES.items())
_MARK = lazy_pattern(
    rf"\s*\[\s*(?:{'|'.join((*_MEDIA, *_CONTENT, *_LANGUAGE, *_SEEN))}|{_TYPED})\s*\](?=\W|$)", re.IGNORECASE
)
_SEEN_IN_ROUND = lazy_pattern(rf"\s*\((?:{'|'.join(_SEEN)})\)\.?".replace(r"[^\[\]]", "[^()]"), re.IGNORECASE)
_TYPE = lazy_pattern(rf"\[(?:{_TYPED})\]", re.IGNORECASE)
_NOTICE = lazy_pattern(
    r"[.;]\s+(?:(?:Published )?Errat(?:um|a)|Correction|Comments?|Retraction|Corrected and [Rr]epublished|Reprinted)"
    r" (?:in|from): .*"
)


def without(text: str) -> str:
    """A reference's words without such marks, and without the notice of an erratum behind it, which has a date and
    pages of its own."""
    text = _MARK.sub("", text) if "[" in text else text
    if "ccess" in text and "(" in text:
        text = _SEEN_IN_ROUND.sub("", text)
    return _NOTICE.sub(".", text) if " in: " in text or " from: " in text else text


def type_named(text: str) -> str:
    """The CSL type that a mark names; "" without one."""
    match = _TYPE.search(text) if "[" in text else None
    return (match.lastgroup or "") if match else ""
