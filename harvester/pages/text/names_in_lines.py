"""The names of people and groups in a line of a page: those of a byline with the marks, degrees, roles and buttons
around them.

A name is told by its shape, two to six words with capitals and none of the words of menus and addresses; a line is a
byline only if everything in it is a name or belongs to one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from harvester.model import Name
from harvester.text import UPPER, fold, word_set
from harvester.values.names import read as read_name

_SIGNS = "[*†‡§¶#‖✉☯∥⊥∗⁎☆★◊△⁂◇¹²³⁴-⁹⁰]"
_MARK = (
    rf"(?:\d{{1,3}}(?![\w.:/])|(?<=\^)[IVX]{{1,4}}(?!\w)|(?<=[IVX],)[IVX]{{1,4}}(?!\w)|{_SIGNS}+|na\d"
    r"|[a-z](?![\w'’.-]))"
)
MARKS = re.compile(
    # "^1,2^*" as text browsers print a superscript, "Roe1,2" and "Roe 1 2 *" as it is copied.
    rf"\^(?:corresponding author)?\^?\s?(?:{_MARK}(?:\s?[,;]?\s?\^?{_MARK})*\^?)?"
    rf"|(?<=[^\W\d_.])\d{{1,3}}(?![\w.:/])(?:\s?[,;]?\s?{_MARK})*"
    rf"|{_SIGNS}+(?:\s?[,;]?\s?{_MARK})*"
    rf"|[,;]\s?\d{{1,3}}(?![\w.:/])(?:\s?[,;]?\s?{_MARK})*"
    rf"|(?<=[\w.)])\s\d{{1,3}}(?![\w.:/])(?:\s?[,;]?\s?{_MARK})*"
)
_PARTED = "\x1f"
"""Stands where a mark stood: it parts two names where no comma does."""
NOISE = re.compile(
    r"\(?\b(?:view )?orcid(?: i[cd](?:on)?| logo| profile"
    r"| record)*\b(?: for [^,;]{2,40})?[:\s]*(?:\(?(?:https?://)?(?:www\.)?orcid\.org/(?:[\dX]{4}-){3}[\dX]{4}\)?)?\)?"
    r"|(?:https?://)?orcid\.org/(?:[\dX]{4}-){3}[\dX]{4}"
    r"|(?<!\S)\S{1,64}@\S{1,80}\.\w+|<?https?://\S+|\bsend e-?mail to\b|\b(?:e-?mail(?: the)?(?: author)?"
    r"|mail)\b"
    r"|(?<=[a-z])E-?mail author|\bcorresponding author\b|\(corresponding\)|\b(?:search for|find|view|see) (?:all "
    r"|more )?(?:articles|papers"
    r"|publications|this author)"
    r"(?: by| on)? ?(?:this author|[^,;]{2,40})?|\bview (?:the )?(?:author )?(?:profile|affiliations?|biography)\b"
    r"|\bauthor links open (?:overlay|author) (?:panel|workspace)|\bauthor (?:information|links|workspace)\b|\bx$"
    r"|\[(?:image|photo)\]|\[\w{1,20}\]"
    r"|\b(?:\d{4}-){3}\d{3}[\dX]|authors?\s?info(?:rmation)?\s?(?:&|and)\s?affiliations"
    r"|(?:\+\d{1,4}\s?)?(?:view|show|see) all authors(?: and affiliations)?|\bshow (?:more|less)$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:[\s#•*·▪◦□☆○+–,;&∙-]{0,8}(?:\d{1,2}\.\s)?)"
    r"(?P<said>(?:authors?(?:\(s\)|s)?|by|written by|author list|autor(?:en|es|i)?|auteurs?|verfasser|verfasst von|por"
    r"|von|creators?"
    r"|contributors?|author names?)\s*(?::|(?<=by)\s|(?<=By)\s|(?<=BY)\s|(?<=von)\s|(?<=por)\s)\s*)?",
    re.IGNORECASE,
)
MORE = re.compile(
    r"^(?:\W{0,3}et al\W{0,2}|\[?…\]?|\+\s?\d{1,4}|\.\.\.|\W{0,2}(?:show|see|view) (?:all|more|less"
    r"|fewer)(?: authors)?\W{0,3}(?:\d{1,4}\W{0,2})?(?:authors)?"
    r"|show more|\[?\+?\s?\d{1,4} (?:more|other|others|additional)(?: authors)?\]?|(?:and )?\d{1,4} others?"
    r"|\+\s?\d{1,4} authors?"
    r"|other authors|u\. ?a\.)$",
    re.IGNORECASE,
)
_WHOLE_LIST = re.compile(rf"([^.]{{3,4000}}[{UPPER}])\.\s?[^.,;]{{3,40}}[{UPPER}],? et al\.")
"""PubMed's two forms of a list, one behind the other: "Roe J, Smith A.Roe J, et al.J Fill. 2012"."""
_RAISED = re.compile(r"<(/?)su[bp]>")
"""The tags of raised signs, which pages turned into Markdown keep."""
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|og|och|&|&amp;)\s+(?!al\b)")
_FOR_A_GROUP = re.compile(
    r",?\s*\(?(?:(?:and|&) the|for and on behalf of(?: the)?|on behalf of(?: all)?(?: the)?|for the|representing the"
    r"|im Namen der|en nombre del?)\s+",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:group|groups|investigators?|consortium|collaborators?|collaboration|collaborative|network|committee"
    r"|trialists|team"
    r"|task force|initiative|working party|panel|society|association|federation|council|cooperative|researchers"
    r"|registry"
    r"|study|trial|organi[sz]ation|arbeitsgruppe|grupo|groupe)\)?$",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:universi[td]\w*|departments?|dept|division|institut\w*|schools?|facult\w+|hospitals?|hospices|cent(?:er|re"
    r"|ro)s?|clinic\w*|college|laborator\w+|academy"
    r"|departamento|servicio|unidad|klinik\w*|ospedal\w+|hôpital|service|foundation|ministry|unit|section of"
    r"|program(?:me)? (?:in|of|for)|inc|ltd"
    r"|gmbh|corporation|company|street|avenue|road|box|medical|medicine|health|sciences?|usa|uk|u\.s\.a|germany|france"
    r"|italy|spain|china|japan|canada"
    r"|australia|netherlands|kingdom|sweden|switzerland|brazil|india|korea|taiwan|denmark|norway|finland|belgium"
    r"|austria|poland"
    r"|turkey|israel|iran|mexico|portugal|greece|ireland|scotland|england|wales|states)\b",
    re.IGNORECASE,
)
_INSTITUTE = re.compile(
    r"(?:Universi[td]\w*|Institut\w*|Hospital|Faculdade|Faculty|Facultad|Department|Departamento|Escuela|Escola|Centro"
    r"|H[oô]pital) "
)
"""The first word of an institution, which has the shape of a person's name: "Universidade de São Paulo"."""
_UNIT = re.compile(r"\s(?:Department|Division|Faculty|Section|Service|University|Universidade?) (?:of|de|do|da)\b")
_POSTED = re.compile(r"(?:Posted|Published|Written)\b[^;]{0,40}? by ([^;]{3,400})$")
_TITLES = re.compile(r"^(?:(?:Prof(?:essor)?|Dr|Mr|Mrs|Ms|Sir|Priv\.-Doz|PD|med|rer|nat|Dipl\.-\w+)\b\.?\s+)+")
_DEGREES = word_set("""
    md phd mph msc bsc frcp mbbs dphil facp rn pharmd dr prof do mbchb ms ma dds dvm ba bs mba mbbch frcpc facs facc
    faan rnc
    frcs frcr mrcp drph scd dsc edd psyd dnp msn bsn msph mhs mpharm mrcpsych frcpath fapa np pa lcsw rd jd llm dmd
    od dpt pt mpt
    mstat mmed mclinepi bmbs bmedsci mres meng fmedsci phdc aprn cnm crna fnp ot cphq mha licsw fesc faha ph.d m.d
    b.sc m.sc
    m.p.h sc.d m.s m.a b.a r.n d.o m.b b.s d.phil dr.med m.b.b.s ph.d. dr.p.h pharm.d med habil phd. bph mbiostat
    mhsc mph&tm
    """)
_DEGREE = re.compile(
    r"\(?(?:[A-Z][a-z]{0,5}\.?\s?){2,6}(?:\([A-Za-z]{2,8}\))?\)?|[A-Z]{2,8}(?:[-/][A-Z]{2,6})?"
    r"|(?:[A-Z][a-z]{0,2}\.){1,4}[A-Z]?[a-z]{0,3}\.?"
)
_PARTICLES = word_set("""
    van der den de del della di da dos du la le von zu zur zum ter ten te al el bin bint ibn af av st das do e y los
    las 't dal degli dei
    vom im abu ben mac
    """)
_SUFFIXES = word_set("jr jr. sr sr. ii iii iv 2nd 3rd filho neto júnior junior")
_WORD = re.compile(rf"(?:[DdLlOo]['’´`]|[a-z]{{1,3}}[-‐'’])?[{UPPER}](?:[^\W\d_]|['’´`.‐-](?=[^\W\d_]))*\.?")
_INITIALS = re.compile(rf"(?:[{UPPER}]\.?[-‐]?){{1,4}}|(?:[{UPPER}][a-z]?\.[-‐]?){{1,4}}")
_INNER_CAPITAL = re.compile(rf"(?<=[^\W\d_])(?<![{UPPER}])(?=[{UPPER}])")
_WITH_CAPITALS = re.compile(r"(?:[A-Z][a-z]{1,2}|Fitz|Vander|Abdel|Vande)[A-Z][a-z]{2}")
_FIRST_OF_PLACES = word_set("new los san santa north south united saudi sri great")
_PLACES = word_set("""
    hong kong|costa rica|el salvador|el paso|west virginia|east lansing|east asia|west africa|east africa
    """)
"""Places of which the first word is a name too: Hong Gao, Mae West, Costa Pereira."""
_NOT_NAMES = word_set("""
    abstract access account add advanced advertisement affiliation affiliations alert alerts all analysis and annals
    archive archives article articles
    author authors available background brief bulletin buy by case cases cite cited clinical clinic close collection
    comment comments
    commentary community conclusion conclusions conference contact contents continue copy copyright correspondence
    cover create current data
    department details diagnosis discussion disease diseases download drug editor editorial editors effect effects
    email epidemiology evaluation evidence export facebook favorites feature figure figures files find first follow
    for free from full
    get guide guideline guidelines health help history home hospital html image images in info information
    instructions introduction
    issue issues jobs journal journals keywords languages latest letter letters library license links linkedin list
    log login management
    medical medicine menu meta method methods metrics more my navigation network news next no not now of on online
    open options or order organization
    original our outcomes page pages paper papers patient patients pdf peer permissions physicians policy popular
    practice press
    preview previous print privacy proceedings profile prospective protocol publication publications published
    publisher purchase quality
    randomized read received recent recommended reference references register related report reports reprints request
    research resources
    results retrospective review reviewed reviews rights rss sample save science sciences search section sections see
    services share show sign
    significance similar site skip society sources special standard statement states study subject subscribe
    subscription summary
    supplement supplementary supplemental supporting survey system systematic table tables terms text the therapy
    this title to
    tools top topic topics toxicity treatment trial trials twitter type united university update use user users
    version video view views
    volume was web website welcome were what when with without work world you your diabetes cancer surgery nursing
    psychiatry pediatrics
    neurology cardiology oncology health-care care education general global index international journals' national
    new nature public
    american british european canadian german french italian spanish academic additional aim aims objective
    objectives design setting
    participants interventions measures main findings registration funding conflict interest interests ethics
    appendix acknowledgements
    acknowledgments key points highlights graphical article's altmetric citation citations crossmark crossref scopus
    google scholar
    password verify phone username successfully changed code submit remember forgot button pubmed medline openathens
    institution institutional hide expand collapse less resource center centre college
    school institute division
    laboratory academy faculty street avenue road box suite floor building usa uk germany
    """)
"""Words of menus, labels, journals and titles; a name of a person has none of them."""
_LONGEST_LINE = 12_000
"""Characters of a byline; collaborations of 500 authors fill that."""
_LONGEST_INITIALS = 3
"""Letters of initials; a longer last word of a name in capitals is a family name."""
_LEAST_SENTENCE = 14
"""Words of a line from which on it may be a sentence."""
_LONGEST_PIECE = 70
"""Characters between two separators that can be a person."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a line: whether the line claims to give all, was led by a word such as "By", and ends in an
    address; `plain` says that a name stands there without any sign of an author."""

    names: tuple[Name, ...]
    complete: bool
    led: bool
    placed: bool
    plain: bool


@lru_cache(maxsize=1024)
def names_in(line: str, *, beside: bool = False) -> Names | None:
    """The people and groups that a line names, if it names nothing else; None if it is no line of names.

    `beside` other lines of names, a word of menus may be a family name.
    """
    if len(line) > _LONGEST_LINE or _is_sentence(line):
        return None
    if "et al" in line and (whole := _WHOLE_LIST.match(line)):
        line = whole[1]
    if "</su" in line:
        line = _RAISED.sub(lambda tag: " " if tag[1] else "^", line)
    if " by " in line and (behind := _POSTED.match(line)):
        line = f"By {behind[1]}"
    lead = _LEAD.match(line)
    words = line[lead.end() :] if lead else line
    led = bool(lead and lead["said"])
    if not words or (not words[0].isupper() and words[0] not in "[^\"'" and not _starts_small(words)):
        return None
    bare = NOISE.sub(_PARTED, words)
    marked = MARKS.sub(_PARTED, bare)
    found: list[tuple[str, str]] = []
    complete, placed, skipped = True, False, 0
    for piece, kind in _judged(marked, led):
        if kind in ("name", "perhaps", "group"):
            found.append((piece, kind))
        elif kind == "more":
            complete = False
        elif kind == "skip":
            skipped += 1
            if skipped > 6 * (len(found) + 1):
                return None
        elif kind == "place" and found:
            placed = True
            break
        else:
            return None
    if not found or not _are_authors(found, led or beside, skipped > 0 or marked != words):
        return None
    # Names in capitals are read in the order that the longer ones show.
    given_first = any(_is_given_first(piece.split()) for piece, kind in found if kind == "name")
    names = [
        Name(literal=piece) if kind == "group" else _read(piece, given_first) or Name(literal=piece)
        for piece, kind in found
    ]
    is_bare = not skipped and marked == words and words[-1] not in ",;"
    plain = len(names) == 1 and is_bare and words.strip().count(" ") == _blanks(names[0])
    return Names(tuple(names), complete, led, placed, plain)


def _is_sentence(line: str) -> bool:
    """Whether a line has far more words in lower case than the roles of authors are."""
    words = line.split()
    return len(words) > _LEAST_SENTENCE and 4 * sum(word[0].islower() for word in words) > 3 * len(words)


def _are_authors(found: Sequence[tuple[str, str]], led: bool, marked: bool) -> bool:
    """Whether what looks like names are: groups alone only behind "By", words that may be names beside sure ones."""
    sure = sum(kind == "name" for _, kind in found)
    perhaps = [piece for piece, kind in found if kind == "perhaps"]
    if not sure and not perhaps:
        return led or len(found) == 1
    if perhaps and sure < 2 * len(perhaps) and not led:
        # Alone it needs a mark and an initial: "Matthew J Page, PhD".
        return marked and len(found) == 1 and any(_INITIALS.fullmatch(word) for word in perhaps[0].split()[1:])
    return True


def _is_given_first(words: Sequence[str]) -> bool:
    """Whether the words of a name in capitals show that the family is the last: it is long, or an initial before it."""
    is_middle = len(words) > 2 and len(words[0]) > _LONGEST_INITIALS and len(words[1].strip(".")) == 1
    return is_middle or len(words[-1].strip(".")) > _LONGEST_INITIALS


def _blanks(name: Name) -> int:
    """Blanks in a name as it is printed."""
    return len(f"{name.given} {name.family} {name.suffix} {name.literal}".split()) - 1


def _read(piece: str, given_first: bool) -> Name | None:
    """The name in a piece; the last word of one in capitals is its family where other names of the line show that."""
    words = piece.split()
    if not given_first or not piece.isupper() or "," in piece or len(words) < 2:
        return read_name(piece)
    suffix = words.pop() if len(words) > 2 and words[-1].lower() in _SUFFIXES else ""
    place = len(words) - 1
    while place > 1 and words[place - 1].lower() in _PARTICLES and len(words[place - 1]) > 1:
        place -= 1
    return Name(" ".join(words[place:]), " ".join(words[:place]), suffix)


def is_address(words: str) -> bool:
    """Whether a line is an institution and its place rather than a title: capitals, commas, and the words of both."""
    several = words.split()
    capitals = sum(word[:1].isupper() or word[:1].isdigit() or len(word) < 4 for word in several)
    return words.count(",") > 1 and capitals * 10 >= 9 * len(several) and PLACE.search(words) is not None


def _starts_small(words: str) -> bool:
    """Whether words begin with a particle of a name, or a prefix ("van der Berg", "al-Shaar")."""
    first = words.split(None, 1)[0]
    return first in _PARTICLES or _WORD.fullmatch(first) is not None


def _judged(words: str, led: bool) -> Iterator[tuple[str, str]]:
    """The pieces of a line between its separators, and what each is: a name, a group, more names, an address, something
    to skip (a degree, a role, nothing), or other words."""
    parts: list[str] = []
    for whole in _FOR_A_GROUP.split(words):
        parts += [*re.split(r"\s*[;|•·∙⋅●・]\s*", whole), ""]
    by_semicolons = ";" in words
    for number, part in enumerate(parts):
        del number
        pieces = [
            p.strip(" \t\u00a0\u200a.-–()") if p.count("(") != p.count(")") else p.strip(" \t\u00a0\u200a")
            for p in re.split(rf"[,{_PARTED}]", part)
        ]
        pieces = _turned(_unglued(pieces), by_semicolons or led)
        for piece in pieces:
            if _as_group(piece):
                yield _as_group(piece), "group"
                continue
            sides = [side for side in _AND.split(f" {piece} ") if side.strip()]
            if len(sides) > 1 and not all(_person(side) for side in sides):
                sides = [piece]
            yield from (_judge(side.strip()) for side in sides)


def _turned(pieces: list[str], family_first: bool) -> list[str]:
    """Pieces of which pairs are a family name and its initials or given names, put together as `Family, Given`."""
    if len(pieces) == 3 and pieces[2].lower() in _SUFFIXES and _is_turned(pieces[0], pieces[1], family_first):
        return [", ".join(pieces)]
    pairs = list(zip(pieces[::2], pieces[1::2], strict=False))
    if not pairs or len(pieces) % 2 or not all(_is_turned(a, b, family_first and len(pairs) == 1) for a, b in pairs):
        return pieces
    return [f"{a}, {b}" for a, b in pairs]


def _is_turned(family: str, given: str, family_first: bool) -> bool:
    if not _is_family(family, family_first) or (_person(family) and (_is_degree(given) or _person(given))):
        return False
    return _INITIALS_ALONE.fullmatch(given) is not None or (family_first and _is_given(given))


def _unglued(pieces: list[str]) -> list[str]:
    """Pieces without the letters of affiliations that a copy has run together with names ("Roea,b, Smithb,*").

    A letter that stands alone behind a name shows that one is glued to it; then the names before other marks have one
    too.
    """
    alone = [len(piece) == 1 and piece.islower() for piece in pieces]
    shown = [n for n in range(1, len(pieces)) if alone[n] and not alone[n - 1] and pieces[n - 1][-1:] < pieces[n]]
    if not shown or any(re.search(r"[^\W\d_] [a-z]$", piece) for piece in pieces):
        return pieces
    glued = {n - 1 for n in shown if re.search(r"[^\W\d_]{2}[a-h]$", pieces[n - 1])}
    last = max((pieces[n] for n in shown), default="a")
    return [
        piece[:-1] if n in glued or (glued and len(piece) > 3 and "a" <= piece[-1] <= chr(ord(last) + 1)) else piece
        for n, piece in enumerate(pieces)
    ]


_INITIALS_ALONE = re.compile(rf"(?:[{UPPER}]\.?[ ‐-]?){{1,4}}(?: (?:van|von|de|der|den|da|di|du))*")


def _is_family(piece: str, family_first: bool) -> bool:
    words = piece.removeprefix("and ").removeprefix("& ").split()
    return (
        0 < len(words) < 4
        and all(_WORD.fullmatch(w) or w.lower() in _PARTICLES for w in words)
        and (family_first or not any(fold(w) in _NOT_NAMES for w in words))
        and len(words[-1]) > 1
    )


def _is_given(piece: str) -> bool:
    words = piece.split()
    return 0 < len(words) < 4 and all(map(_WORD.fullmatch, words)) and not _is_degree(piece)


def _judge(piece: str) -> tuple[str, str]:
    """What a piece between separators is."""
    bare = piece.strip(" .:-–—_")
    if not bare or len(bare) == 1 or (len(bare) == 2 and bare.islower()):
        return "", "skip"
    if MORE.match(piece.strip()):
        return "", "more"
    if bare.endswith(" et al"):
        name = _person(bare[:-6])
        return (name, "name") if name else ("", "other")
    if name := _person(piece):
        is_sure = _NOT_NAMES.isdisjoint(map(fold, name.split())) and not any(map(_is_glued, name.split()))
        return name, "name" if is_sure else "perhaps"
    if _is_degree(bare) or fold(bare) in ("and", "jr", "sr", "x", "phd", "md"):
        return "", "skip"
    if PLACE.search(bare):
        unit = _UNIT.search(bare)
        # A link's words run into the address behind it: "Jane Roe Department of Medicine".
        name = _person(bare[: unit.start()]) if unit else ""
        return (name, "name") if name else ("", "place")
    words = bare.split()
    if words[0][0].islower() and len(words) <= 7 and words[0] not in ("the", "a", "an", "to", "in", "we", "is"):
        return "", "skip"  # a role: "professor of medicine"
    return "", "other"


def _is_degree(piece: str) -> bool:
    words = piece.replace("/", " ").split()
    return 0 < len(words) < 7 and all(_is_one_degree(word) for word in words)


def _is_one_degree(word: str) -> bool:
    """Whether a word is a degree, perhaps with the letter of an address behind it ("PhDa")."""
    bare = word.strip("().")
    return (
        bare.lower() in _DEGREES
        or _DEGREE.fullmatch(word) is not None
        or (bare[-1:].islower() and bare[:-1].lower() in _DEGREES and not bare.islower())
    )


def _as_group(piece: str) -> str:
    """The name of a group of people ("SPRINT Research Group"); "" if a piece is none."""
    name = re.sub(r"^(?:and |& )?(?:for |on behalf of )?the ", "", piece.strip(" .:()"), flags=re.IGNORECASE).strip()
    name = re.sub(r" [a-z]$", "", name)
    words = name.split()
    named = name[:1].isupper() or len(name) < len(piece.strip(" .:()"))
    if not 1 < len(words) < 15 or not named or not _GROUP.search(name):
        return ""
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return name if capitals * 2 > len(words) else ""


def _is_glued(word: str) -> bool:
    """Whether two words are run together ("AachenGermany"), which a prefix of a name is not ("MacLeod", "D'Arcy")."""
    return (
        _INITIALS.fullmatch(word) is None
        and _INNER_CAPITAL.search(word) is not None
        and _WITH_CAPITALS.match(word) is None
        and not any(sign in word for sign in "-'’‐")
    )


def _person(piece: str) -> str:
    """The name in a piece without its title, degrees and marks; "" if it cannot be a person's."""
    name = _TITLES.sub("", re.sub(r"\s?\([^()]{1,40}\)", "", piece).strip(' .:;-–—_"“”'))
    name = name.removeprefix("and ").removeprefix("& ").strip()
    if not name or len(name) > _LONGEST_PIECE:
        return ""
    if _INSTITUTE.match(name):
        return ""
    family, comma, given = name.partition(", ")
    words = name.replace(",", "").split()
    while len(words) > 2 and (
        words[-1].strip(".").lower() in _DEGREES or (len(words[-1]) == 1 and words[-1].islower())
    ):
        words.pop()
    if len(words) == 2 and len(words[-1]) == 1 and words[-1].islower():
        return ""
    if not 2 <= len(words) <= 6 or words[0].lower() in _FIRST_OF_PLACES or name.lower() in _PLACES:
        return ""
    # The family stands last, or first before initials or a comma.
    is_first = bool(comma) or (
        _INITIALS.fullmatch(words[-1]) is not None and len(words[0]) > 1 and len(words[-1]) <= _LONGEST_INITIALS
    )
    at_family = 1 if is_first else len(words)
    solid = 0
    for number, word in enumerate(words, 1):
        if word in _PARTICLES or (word.lower() in _SUFFIXES and len(words) > 2):  # "Brant SR" has two initials
            continue
        if not _WORD.fullmatch(word) and not _INITIALS.fullmatch(word):
            return ""
        # A family may be named Page or Key; its first name is no word of a menu.
        if fold(word) in _NOT_NAMES and (number != at_family or PLACE.search(word)):
            return ""
        solid += 1
    longest = max(len(word.strip(".")) for word in words)
    if longest < 2 or solid < 2:
        return ""
    return f"{family}, {given}" if comma and given else " ".join(words)
