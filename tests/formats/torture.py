"""Works that break exporters: real bibliographic facts where a DOI or PMID is given, made-up ones where none is."""

from harvester.model import Entry, Identifier, Name, PartialDate, Verdict, Work
from harvester.works import citekeys


def people(text: str) -> tuple[Name, ...]:
    """Names from `Family, Given, Suffix; {Group}`."""
    return tuple(_name(part.strip()) for part in text.split(";") if part.strip())


def _name(text: str) -> Name:
    if text.startswith("{"):
        return Name(literal=text[1:-1])
    family, given, suffix = (*(part.strip() for part in text.split(",")), "", "")[:3]
    return Name(family=family, given=given, suffix=suffix)


def ids(text: str) -> tuple[Identifier, ...]:
    """Identifiers from CURIEs set apart by blanks."""
    return tuple(Identifier(*curie.split(":", 1)) for curie in text.split())  # type: ignore[arg-type]


def article(title: str, authors: str, journal: str, printed: str, curies: str = "", **more: object) -> Work:
    """A journal article; `printed` is `date;volume(issue):page`, any part of it empty."""
    date, _, rest = printed.partition(";")
    volume, _, page = rest.partition(":")
    volume, _, issue = volume.partition("(")
    fields: dict[str, object] = {
        "type": "article-journal",
        "title": title,
        "author": people(authors),
        "container_title": journal,
        "issued": PartialDate.parse(date),
        "volume": volume,
        "issue": issue.rstrip(")"),
        "page": page,
        "identifiers": ids(curies),
    }
    return Work(**{**fields, **more})  # type: ignore[arg-type]


REAL = (
    article(
        "The global burden of IBD: from 2015 to 2025",
        "Kaplan, G.G.",
        "Nat Rev Gastroenterol Hepatol",
        "2015-12;12(12):720-727",
        "doi:10.1038/nrgastro.2015.150 pmid:26323879",
    ),
    article(
        "PD-1 blockade in tumors with mismatch-repair deficiency",
        "Le, Dung T.; Uram, Jennifer N.",
        "N Engl J Med",
        "2015-06-25;372(26):2509-2520",
        "doi:10.1056/nejmoa1500596 pmid:26028255",
        authors_complete=False,
    ),
    article(
        "Ileal-lymphoid-nodular hyperplasia, non-specific colitis, and pervasive developmental disorder in children",
        "Wakefield, A J; Murch, S H; Anthony, A",
        "Lancet",
        "1998-02-28;351(9103):637-641",
        "doi:10.1016/s0140-6736(97)11096-0 pmid:9500320",
        authors_complete=False,
        status="retracted",
    ),
    article(
        "Robust inference on average treatment effects: <i>Statistics in Medicine</i> at 17",
        "Lindsey, J K",
        "Stat Med",
        "1998-08-15;17(15-16):1661-1682",
        "doi:10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
    ),
    article(
        "Cluster of differentiation and <i>Mycobacterium tuberculosis</i> in the UK & Ireland",
        "Fogdell-Hahn, A.; Le Chatelier, Emmanuelle; Nielsen, Trine",
        "Int J Infect Dis",
        "1998;3(2):96-98",
        "doi:10.1016/s1201-9712(98)90116-3",
    ),
    article(
        "Richness of human gut microbiome correlates with metabolic markers",
        "Le Chatelier, Emmanuelle; Nielsen, Trine; Qin, Junjie; {MetaHIT consortium}",
        "Nature",
        "2013-08-29;500(7464):541-546",
        "doi:10.1038/nature12506 pmid:23985870",
    ),
    article(
        "Preferred reporting items for systematic reviews and meta-analyses: the PRISMA statement",
        "Moher, David; Liberati, Alessandro; Tetzlaff, Jennifer; Altman, Douglas G; {PRISMA Group}",
        "PLoS Med",
        "2009-07-21;6(7):e1000097",
        "doi:10.1371/journal.pmed.1000097 pmid:19621072 pmcid:PMC2707599",
        number="e1000097",
    ),
    article(
        "The PRISMA 2020 statement: an updated guideline for reporting systematic reviews",
        "Page, Matthew J; McKenzie, Joanne E; Bossuyt, Patrick M",
        "BMJ",
        "2021-03-29;372:n71",
        "doi:10.1136/bmj.n71 pmid:33782057 pmcid:PMC8005924",
        number="n71",
        authors_complete=False,
    ),
    article(
        "RETRACTED: Hydroxychloroquine or chloroquine with or without a macrolide for treatment of COVID-19: a "
        "multinational registry analysis",
        "Mehra, Mandeep R; Desai, Sapan S; Ruschitzka, Frank; Patel, Amit N",
        "Lancet",
        "2020-05-22;",
        "doi:10.1016/s0140-6736(20)31180-6 pmid:32450107",
        status="retracted",
    ),
    article(
        "CRISPR–Cas9: a <i>Streptococcus pyogenes</i> nuclease with Mg<sup>2+</sup> in its RuvC domain",
        "Jinek, Martin; Chylinski, Krzysztof; Doudna, Jennifer A.; Charpentier, Emmanuelle",
        "Science",
        "2012-08-17;337(6096):816-821",
        "doi:10.1126/science.1225829 pmid:22745249",
    ),
    article(
        "Inflammatory bowel disease and the microbiome",
        "Puca, Pierluigi; Del Gaudio, Angelo; Iaccarino, Jacopo",
        "Int J Mol Sci",
        "2024-02-28;25(5):2789",
        "doi:10.3390/ijms25052789",
        number="2789",
        authors_complete=False,
    ),
    article(
        "Measuring inconsistency in meta-analyses",
        "Higgins, Julian P T; Thompson, Simon G; Deeks, Jonathan J; Altman, Douglas G",
        "BMJ",
        "2003-09-06;327(7414):557-560",
        "doi:10.1136/bmj.327.7414.557 pmid:12958120 pmcid:PMC192859",
    ),
    article(
        "Bias in meta-analysis detected by a simple, graphical test",
        "Egger, M; Davey Smith, G; Schneider, M; Minder, C",
        "BMJ",
        "1997-09-13;315(7109):629-634",
        "doi:10.1136/bmj.315.7109.629 pmid:9310563",
    ),
    article(
        "Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid",
        "Watson, J. D.; Crick, F. H. C.",
        "Nature",
        "1953-04-25;171(4356):737-738",
        "doi:10.1038/171737a0 pmid:13054692",
    ),
)
"""Works whose identifiers exist; some of the titles are changed to be nastier."""

_NASTY_TITLES = (
    r"\input{/etc/passwd} and \write18{rm -rf} in a title",
    r"A backslash at the end \ ".rstrip() + "\\",
    "An { opening brace",
    "A } closing brace",
    "}{ the wrong way round",
    "100% of #1: costs of $5 & more_than ^2 ~ 3",
    "p < 0.05 or p > 0.95 | both",
    "The \"quoted\" title, and 'single' ones",
    "Ca<sup>2+</sup>/calmodulin & Na<sup>+</sup>/K<sup>+</sup>-ATPase in H<sub>2</sub>O",
    "<i>In vitro</i> activity of β-lactams against <i>Escherichia coli</i> O157:H7",
    "<i>Unclosed italics and <b>bold</i> crossing</b>",
    "TNF-α, IL-1β and NF-κB in Crohn's disease",
    "mTOR, eIF4E and the iPSC: A pH-dependent story",
    "The HLA-DQA1*05 allele? It predicts. Anti-TNF antibodies in T cells",
    "EFFECTS OF ASPIRIN ON STROKE IN WOMEN",
    "Efficacy And Safety Of Semaglutide In Adults With Obesity: The STEP 1 Trial",
    "Ångström, naïve façade: Œuvre d'été — Łódź, İstanbul, Straße",
    "中文标题：炎症性肠病",
    "Влияние аспирина на инсульт",
    "عنوان بالعربية",
    "Emoji 🧬 and a lone surrogate \ud83e in a title",
    "Zero\u200bwidth, soft\u00adhyphen, no-break\u00a0space and\u2009thin space",
    "Two\nlines\r\nand a\ttab",
    "@article{fake, title = {x}} @comment",
    "\n@book{x,",
    '=HYPERLINK("http://evil","x")',
    "+cmd|' /C calc'!A0",
    "-omics in the clinic",
    "@SUM(1+1)",
    "% a comment",
    "{Already braced} Title of {DNA}",
    "$E=mc^2$ and \\alpha\\beta",
    "~tilde~ and ^caret^ \\~{n}",
    "A title with month = jan # feb, author = {x}",
    "Title ending with a question mark?",
    "a",
    "?",
    "\\",
    "{}",
    "<sup></sup>",
)

_NASTY_NAMES = (
    "van der Berg, A. B., Jr",
    "de la Cruz, Juan, 3rd",
    "{KEYNOTE-001 Investigators, and others}",
    "O'Brien, D'Arcy",
    "{Barnes & Noble and Sons, Inc.}",
    "Müller-Lüdenscheidt, Jürgen",
    "Madonna",
    "al-Ṣūfī, ʿAbd al-Raḥmān",
    "Le Chatelier",
    "Çelik, Ş.",
    "and, And",
    "Smith}, {J",
    "N'Guyen\\, \\input",
    "山田, 太郎",
    "others",
    "von, Given",
    "{}",
    "Ng, S~C",
    "X, =1+1",
)

_DATES = (
    "2019 Jan-Feb",
    "Winter 2018",
    "1998 Dec-1999 Jan",
    "2015 Nov 28-Dec 4",
    "in press",
    "2015-02-30",
    "2020-13",
    "",
    "0999",
)
_PAGES = (
    "S1564-S1580",
    "123-128, 130-132",
    "1013-1027.e2",
    "501-510; quiz 511",
    "i-ii",
    "e90479",
    "1-2",
    "71–72",
    "CD012345",
    "=1+1",
    "{",
)

MADE_UP = tuple(
    article(
        title,
        f"{_NASTY_NAMES[i % len(_NASTY_NAMES)]}; {_NASTY_NAMES[(i * 7 + 3) % len(_NASTY_NAMES)]}",
        ("J & B_1 {Test}", "Lancet (London, England)", "50% Medicine")[i % 3],
        f";{i % 5}(Suppl {i}):{_PAGES[i % len(_PAGES)]}",
        issued=PartialDate.parse(_DATES[i % len(_DATES)]),
        language=("", "eng", "fre", "chi", "xxx")[i % 5],
        keywords=("Arthritis, Rheumatoid", "A & B {c}", ""),
        abstract=f"BACKGROUND: {title}",
        status=("", "aheadofprint")[i % 2],
        authors_complete=i % 3 != 0,
    )
    for i, title in enumerate(_NASTY_TITLES)
)

OTHER_TYPES = (
    Work(
        type="webpage",
        title="Fact sheet",
        url="https://www.who.int/news-room/a b/{x}%20#y",
        accessed=PartialDate(2026, 11, 21),
    ),
    Work(type="webpage", title="Page without an address"),
    Work(
        type="article",
        title="A preprint of SARS-CoV-2 in 2020",
        author=people("Doe, Jane"),
        container_title="medRxiv",
        issued=PartialDate(2020, 5),
        identifiers=ids("doi:10.1101/2020.05.01.20086801"),
    ),
    Work(
        type="article",
        title="Attention is all you need",
        author=people("Vaswani, Ashish; Shazeer, Noam"),
        issued=PartialDate(2017, 6, 12),
        identifiers=ids("arxiv:1706.03762"),
        authors_complete=False,
    ),
    Work(
        type="chapter",
        title="Chapter 10: Analysing data and undertaking meta-analyses",
        author=people("Deeks, Jonathan J; Higgins, Julian P T; Altman, Douglas G"),
        editor=people("Higgins, Julian P T; Thomas, James"),
        container_title="Cochrane Handbook for Systematic Reviews of Interventions",
        publisher="Wiley & Sons",
        publisher_place="Chichester (UK)",
        edition="2",
        page="241-284",
        issued=PartialDate(2019),
        identifiers=ids("isbn:9781119536611"),
    ),
    Work(
        type="book",
        title="Introduction to Meta-Analysis",
        author=people("Borenstein, Michael; Hedges, Larry V.; Higgins, Julian P. T.; Rothstein, Hannah R."),
        publisher="Wiley",
        issued=PartialDate(2009),
        identifiers=ids("isbn:9780470057247 doi:10.1002/9780470743386"),
    ),
    Work(
        type="thesis", title="On p-values", author=people("Roe, R."), publisher="Univ. of X", issued=PartialDate(2001)
    ),
    Work(
        type="report",
        title="Global report #3",
        author=people("{World Health Organization (WHO)}"),
        number="WHO/3_2",
        publisher="WHO",
        issued=PartialDate(2018),
    ),
    Work(
        type="paper-conference",
        title="BERT: Pre-training",
        author=people("Devlin, J."),
        event_title="NAACL 2019",
        page="4171-4186",
        issued=PartialDate(2019),
    ),
    Work(type="dataset", title="Data of <i>X</i>", publisher="Zenodo", issued=PartialDate(2020)),
    Work(),
    Work(title="Only a title"),
    Work(author=people("Only, A.")),
)

WORKS = REAL + MADE_UP + OTHER_TYPES
_VERDICTS = tuple(Verdict)


def entries(works: tuple[Work, ...] = WORKS) -> list[Entry]:
    """The works under their keys, with every verdict there is, and a printed reference for each that is not settled."""
    keys = citekeys.assign(dict(enumerate(works)))
    return [
        Entry(
            work,
            keys[i],
            _VERDICTS[i % len(_VERDICTS)],
            cited_by=("puca2024", "=evil")[: i % 3],
            printed=f"{i}. {work.title} \\printed {{as}} is.",
        )
        for i, work in enumerate(works)
    ]
