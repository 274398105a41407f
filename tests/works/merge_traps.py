"""Sixty pairs of claims: thirty that are of one work, and thirty that are not however alike they look.

Each row: what the pair is about, the first claim, and how the second differs from it.
"""

from dataclasses import replace

from harvester.model import Identifier, Name, PartialDate, Work

PRISMA = Work(
    type="article-journal",
    title="The PRISMA 2020 statement: an updated guideline for reporting systematic reviews",
    author=(Name("Page", "MJ"), Name("McKenzie", "JE"), Name("Bossuyt", "PM")),
    issued=PartialDate(2021),
    container_title="BMJ",
    volume="372",
    page="n71",
    number="n71",
)
INCONSISTENCY = Work(
    type="article-journal",
    title="Measuring inconsistency in meta-analyses",
    author=(Name("Higgins", "JPT"), Name("Thompson", "SG"), Name("Deeks", "JJ"), Name("Altman", "DG")),
    issued=PartialDate(2003),
    container_title="BMJ",
    volume="327",
    issue="7414",
    page="557-560",
)
HALLMARKS = Work(
    type="article-journal",
    title="Hallmarks of cancer: the next generation",
    author=(Name("Hanahan", "D"), Name("Weinberg", "RA")),
    issued=PartialDate(2011),
    container_title="Cell",
    volume="144",
    issue="5",
    page="646-674",
)
LE_CHATELIER = Work(
    type="article-journal",
    title="Richness of human gut microbiome correlates with metabolic markers",
    author=(Name("Le Chatelier", "E"), Name("Nielsen", "T")),
    issued=PartialDate(2013),
    container_title="Nature",
    volume="500",
    page="541-546",
)
MULLER = Work(
    type="article-journal",
    title="Interferon-β treatment of relapsing-remitting multiple sclerosis",
    author=(Name("Müller", "K"), Name("Sørensen", "PS")),
    issued=PartialDate(1999),
    container_title="Journal of Neurology",
    volume="246",
    page="113-121",
)
RANDOMISED = Work(
    type="article-journal",
    title="Improving the quality of reports of meta-analyses of randomised controlled trials: the QUOROM statement",
    author=(Name("Moher", "D"), Name("Cook", "DJ")),
    issued=PartialDate(1999),
    container_title="Lancet",
    volume="354",
    issue="9193",
    page="1896-1900",
)
GROUP = Work(
    type="article-journal",
    title="Effects of inhaled salmeterol on mortality in chronic obstructive pulmonary disease",
    author=(Name(literal="TORCH Investigators"),),
    issued=PartialDate(2007),
    container_title="N Engl J Med",
    volume="356",
    page="775-789",
)


def ids(*curies: str) -> tuple[Identifier, ...]:
    return tuple(Identifier(scheme, value) for scheme, _, value in (curie.partition(":") for curie in curies))  # type: ignore[arg-type]


def also(work: Work, **changes: object) -> Work:
    return replace(work, **changes)  # type: ignore[arg-type]


ONE_WORK: list[tuple[str, Work, Work]] = [
    ("the same words", PRISMA, PRISMA),
    ("a DOI on one side", also(PRISMA, identifiers=ids("doi:10.1136/bmj.n71")), PRISMA),
    (
        "a DOI here, a PMID there",
        also(PRISMA, identifiers=ids("doi:10.1136/bmj.n71")),
        also(PRISMA, identifiers=ids("pmid:33782057")),
    ),
    (
        "a shared DOI and other words",
        also(PRISMA, identifiers=ids("doi:10.1136/bmj.n71")),
        Work(title="PRISMA", identifiers=ids("doi:10.1136/bmj.n71")),
    ),
    (
        "a shared PMID alone",
        Work(identifiers=ids("pmid:12958120")),
        also(INCONSISTENCY, identifiers=ids("pmid:12958120")),
    ),
    ("the journal in full and in short", also(MULLER, container_title="J Neurol"), MULLER),
    ("the journal with stops", also(MULLER, container_title="J. Neurol."), MULLER),
    ("the journal and its place", also(LE_CHATELIER, container_title="Nature (London)"), LE_CHATELIER),
    ("a short page range", also(INCONSISTENCY, page="557"), INCONSISTENCY),
    ("no issue", also(INCONSISTENCY, issue=""), INCONSISTENCY),
    ("no pages but the same journal and volume", also(INCONSISTENCY, page=""), INCONSISTENCY),
    ("no volume but the same page", also(HALLMARKS, volume=""), HALLMARKS),
    ("no journal but the same page", also(HALLMARKS, container_title=""), HALLMARKS),
    ("a subtitle left out", also(HALLMARKS, title="Hallmarks of cancer: the next generation: a review"), HALLMARKS),
    ("another case", also(HALLMARKS, title="HALLMARKS OF CANCER: THE NEXT GENERATION"), HALLMARKS),
    ("another hyphen and dash", also(INCONSISTENCY, title="Measuring inconsistency in meta–analyses"), INCONSISTENCY),
    ("a full stop at the end", also(INCONSISTENCY, title="Measuring inconsistency in meta-analyses."), INCONSISTENCY),
    ("markup in the title", also(HALLMARKS, title="<i>Hallmarks</i> of cancer: the next generation"), HALLMARKS),
    ("an accent lost", also(MULLER, author=(Name("Muller", "K"),)), MULLER),
    ("the first of many authors only", also(PRISMA, author=(Name("Page", "M.J."),), authors_complete=False), PRISMA),
    ("a given name in full", also(PRISMA, author=(Name("Page", "Matthew J"),)), PRISMA),
    ("a particle apart", also(LE_CHATELIER, author=(Name("Chatelier", "E", particle="Le"),)), LE_CHATELIER),
    (
        "one letter wrong in the title",
        also(LE_CHATELIER, title="Richness of human gut microbiome corelates with metabolic markers"),
        LE_CHATELIER,
    ),
    (
        "one letter wrong in the author",
        also(RANDOMISED, author=(Name("Moher", "D"),), title=RANDOMISED.title.replace("quality", "qualty")),
        RANDOMISED,
    ),
    ("American spelling", also(RANDOMISED, title=RANDOMISED.title.replace("randomised", "randomized")), RANDOMISED),
    ("online in one year, printed in the next", also(RANDOMISED, issued=PartialDate(2000)), RANDOMISED),
    ("a date to the day", also(PRISMA, issued=PartialDate(2021, 3, 29)), PRISMA),
    (
        "a group under the same name",
        also(GROUP, author=(Name(literal="The TORCH Investigators"),)),
        also(GROUP, author=(Name(literal="The TORCH investigators"),)),
    ),
    ("an article number with and without number", also(PRISMA, number=""), PRISMA),
    (
        "an abbreviated journal by initials",
        also(LE_CHATELIER, container_title="PNAS"),
        also(LE_CHATELIER, container_title="Proceedings National Academy Sciences"),
    ),
]

TWO_WORKS: list[tuple[str, Work, Work]] = [
    (
        "two DOIs",
        also(PRISMA, identifiers=ids("doi:10.1136/bmj.n71")),
        also(PRISMA, identifiers=ids("doi:10.1371/journal.pmed.1003583")),
    ),
    ("two PMIDs", also(PRISMA, identifiers=ids("pmid:33782057")), also(PRISMA, identifiers=ids("pmid:33780438"))),
    (
        "two PMCIDs",
        also(PRISMA, identifiers=ids("pmcid:PMC8005924")),
        also(PRISMA, identifiers=ids("pmcid:PMC8007028")),
    ),
    (
        "the same DOI but two PMIDs",
        also(PRISMA, identifiers=ids("doi:10.1136/bmj.n71", "pmid:1")),
        also(PRISMA, identifiers=ids("doi:10.1136/bmj.n71", "pmid:2")),
    ),
    ("printed in two journals at once", PRISMA, also(PRISMA, container_title="PLoS Med", volume="18", page="e1003583")),
    (
        "part I and part II",
        also(HALLMARKS, title="Hallmarks of cancer: the next generation. Part I"),
        also(HALLMARKS, title="Hallmarks of cancer: the next generation. Part II", page="675-690"),
    ),
    (
        "part 1 and part 2 with no pages",
        also(HALLMARKS, title="Hallmarks of cancer, part 1", page=""),
        also(HALLMARKS, title="Hallmarks of cancer, part 2", page=""),
    ),
    ("the erratum", HALLMARKS, also(HALLMARKS, title="Erratum: Hallmarks of cancer: the next generation", page="")),
    (
        "the correction on the same page",
        HALLMARKS,
        also(HALLMARKS, title="Correction to: Hallmarks of cancer: the next generation"),
    ),
    (
        "the retraction notice",
        HALLMARKS,
        also(HALLMARKS, title="Retraction: Hallmarks of cancer: the next generation", page=""),
    ),
    (
        "the comment",
        INCONSISTENCY,
        also(
            INCONSISTENCY,
            title="Comment on: Measuring inconsistency in meta-analyses",
            author=(Name("Smith", "J"),),
            page="1040",
        ),
    ),
    (
        "the reply",
        INCONSISTENCY,
        also(INCONSISTENCY, title="Measuring inconsistency in meta-analyses: authors' reply", page="1041"),
    ),
    ("a letter with the same title", INCONSISTENCY, also(INCONSISTENCY, author=(Name("Jones", "A"),), page="1042")),
    (
        "a letter with the same title and no page",
        INCONSISTENCY,
        also(INCONSISTENCY, author=(Name("Jones", "A"),), page=""),
    ),
    ("the preprint", HALLMARKS, also(HALLMARKS, container_title="bioRxiv", volume="", issue="", page="")),
    (
        "the preprint of the same year by genre",
        HALLMARKS,
        also(HALLMARKS, container_title="", genre="preprint", volume="", issue="", page="646-674"),
    ),
    ("the conference abstract", HALLMARKS, also(HALLMARKS, issue="suppl 1", page="S12")),
    ("the conference abstract without page", also(HALLMARKS, page=""), also(HALLMARKS, issue="suppl 1", page="")),
    (
        "the next edition",
        also(HALLMARKS, issued=PartialDate(2011)),
        also(HALLMARKS, issued=PartialDate(2022), volume="12", page="31-46"),
    ),
    (
        "the same title four years later",
        RANDOMISED,
        also(RANDOMISED, issued=PartialDate(2003), volume="361", page="12-15"),
    ),
    ("the next page", also(INCONSISTENCY, page="557-560"), also(INCONSISTENCY, page="561-563")),
    ("another volume", INCONSISTENCY, also(INCONSISTENCY, volume="328", page="")),
    ("another first author", PRISMA, also(PRISMA, author=(Name("Rethlefsen", "ML"),))),
    (
        "another journal and no pages",
        also(PRISMA, page=""),
        also(PRISMA, container_title="Int J Surg", volume="88", page=""),
    ),
    ("a short title", also(PRISMA, title="Editorial"), also(PRISMA, title="Editorial")),
    ("a title and nothing else", Work(title=PRISMA.title), Work(title=PRISMA.title)),
    ("title and author, no year", also(PRISMA, issued=None), also(PRISMA, issued=None, page="n160")),
    (
        "a companion with another subtitle",
        PRISMA,
        also(PRISMA, title="The PRISMA 2020 statement: development of and key changes in a guideline", page="103-112"),
    ),
    (
        "two trials of one name",
        GROUP,
        also(
            GROUP,
            title="Effects of inhaled fluticasone on mortality in chronic obstructive pulmonary disease",
            page="790-800",
        ),
    ),
    ("two poor references", Work(title="Unpublished data"), Work(title="Unpublished data")),
]
