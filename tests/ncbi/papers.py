"""The papers that the stand-in knows: the works of the sample pages, their neighbours, and as many more as a test
wants.

Authors, titles, journals, years, pages and DOIs are facts; abstracts are filler of our own, and a PMID stands only
for itself.
"""

import random
from collections.abc import Iterator
from dataclasses import replace

from tests.ncbi.paper import Journal, Listed, Paper

J = {
    "nrgh": Journal("Nature reviews. Gastroenterology & hepatology", "Nat Rev Gastroenterol Hepatol", "1759-5053"),
    "cgfr": Journal("Cytokine & growth factor reviews", "Cytokine Growth Factor Rev", "1879-0305"),
    "genes": Journal("Genes", "Genes (Basel)", "2073-4425", "Genes (Basel)"),
    "plos": Journal("PloS one", "PLoS One", "1932-6203"),
    "ijid": Journal(
        "International journal of infectious diseases : IJID : official publication of the ISID",
        "Int J Infect Dis",
        "1201-9712",
    ),
    "ijms": Journal("International journal of molecular sciences", "Int J Mol Sci", "1422-0067"),
    "medsci": Journal("Medical sciences (Basel, Switzerland)", "Med Sci (Basel)", "2076-3271"),
    "intimp": Journal("International immunopharmacology", "Int Immunopharmacol", "1878-1705"),
    "cdisc": Journal("Cancer discovery", "Cancer Discov", "2159-8290"),
    "immunity": Journal("Immunity", "Immunity", "1097-4180"),
    "science": Journal("Science (New York, N.Y.)", "Science", "1095-9203"),
    "ccell": Journal("Cancer cell", "Cancer Cell", "1878-3686"),
    "nature": Journal("Nature", "Nature", "1476-4687"),
    "cell": Journal("Cell", "Cell", "1097-4172"),
    "cir": Journal("Cancer immunology research", "Cancer Immunol Res", "2326-6074"),
    "ccs": Journal("Cell communication and signaling : CCS", "Cell Commun Signal", "1478-811X"),
    "gmed": Journal("Genome medicine", "Genome Med", "1756-994X"),
    "jtd": Journal("Journal of thoracic disease", "J Thorac Dis", "2072-1439"),
    "pnas": Journal(
        "Proceedings of the National Academy of Sciences of the United States of America",
        "Proc Natl Acad Sci U S A",
        "1091-6490",
    ),
    "jco": Journal(
        "Journal of clinical oncology : official journal of the American Society of Clinical Oncology",
        "J Clin Oncol",
        "1527-7755",
    ),
    "jitc": Journal("Journal for immunotherapy of cancer", "J Immunother Cancer", "2051-1426"),
}


def _p(
    pmid: str, authors: str, title: str, journal: str, when: str, place: str, doi: str = "", **more: object
) -> Paper:
    """A paper from short notes: authors "A B; C D" ("; ..." when cut), when "2024-02-28", place "25(5):2789"."""
    year, month, day = ([int(x) for x in when.split("-")] + [0, 0])[:3]
    volume, _, pages = place.partition(":")
    volume, _, issue = volume.partition("(")
    complete = not authors.endswith("; ...")
    paper = Paper(
        pmid=pmid,
        title=title,
        authors=tuple(a.strip() for a in authors.removesuffix("; ...").split(";")),
        journal=J[journal],
        year=year,
        month=month,
        day=day,
        volume=volume,
        issue=issue.rstrip(")"),
        pages=pages,
        doi=doi,
        complete=complete,
        abstract=_filler(title),
    )
    return replace(paper, **more)  # type: ignore[arg-type]


def _filler(title: str) -> str:
    words = title.rstrip("?")
    return (
        f"This record stands in for the article on {words}. Its abstract is filler: it repeats the subject, {words}, "
        "so that a search by words finds something, and says nothing that the article says."
    )


_IBD = (
    _p("26323879", "Kaplan GG", "The global burden of IBD: from 2015 to 2025", "nrgh", "2015-12", "12(12):720-727",
       "10.1038/nrgastro.2015.150", types=("Journal Article", "Review")),
    _p("37429733", "Liu J; Di B; Xu LL",
       "Recent advances in the treatment of IBD: Targets, mechanisms and related therapies", "cgfr", "2023-06",
       "71-72:1-12", "10.1016/j.cytogfr.2023.07.001", types=("Journal Article", "Review")),
    _p("36553655", "Jarmakiewicz-Czaja S; Zielińska M; Sokal A; Filip R",
       "Genetic and Epigenetic Etiology of Inflammatory Bowel Disease: An Update", "genes", "2022-12-16", "13(12):2388",
       "10.3390/genes13122388", pmc="PMC9778199", model="Electronic"),
    _p("24608080",
       "Link J; Ryner ML; Fink K; Hermanrud C; Lima I; Brynedal B; Kockum I; Hillert J; Fogdell-Hahn A",
       "Human leukocyte antigen genes and interferon beta preparations influence risk of developing neutralizing "
       "anti-drug antibodies in multiple sclerosis", "plos", "2014", "9(3):e90479", "10.1371/journal.pone.0090479",
       pmc="PMC3946519", model="Electronic-eCollection"),
    _p("9531659", "Hayney MS; Poland GA; Jacobson RM; Rabe D; Schaid DJ; Jacobsen SJ; Lipsky JJ",
       "Relationship of HLA-DQA1 alleles and humoral antibody following measles vaccination", "ijid", "1998",
       "2(3):143-146", "10.1016/S1201-9712(98)90116-3"),
)  # fmt: skip

_CHECKPOINTS = (
    _p("30115704", "Wei SC; Duffy CR; Allison JP", "Fundamental Mechanisms of Immune Checkpoint Blockade Therapy",
       "cdisc", "2018-09", "8(9):1069-1086", "10.1158/2159-8290.CD-18-0367"),
    _p("27332730",
       "Pitt JM; Vétizou M; Daillère R; Roberti MP; Yamazaki T; Routy B; Lepage P; Boneca IG; Chamaillard M; "
       "Kroemer G; Zitvogel L",
       "Resistance Mechanisms to Immune-Checkpoint Blockade in Cancer: Tumor-Intrinsic and -Extrinsic Factors",
       "immunity",
       "2016-06-21", "44(6):1255-1269", "10.1016/j.immuni.2016.06.001"),
    _p("29097493",
       "Gopalakrishnan V; Spencer CN; Nezi L; Reuben A; Andrews MC; Karpinets TV; Prieto PA; Vicente D; Hoffman K; "
       "Wei SC; Wargo JA",
       "Gut microbiome modulates response to anti-PD-1 immunotherapy in melanoma patients", "science", "2018-01-05",
       "359(6371):97-103", "10.1126/science.aan4236", pmc="PMC5827966"),
    _p("29634945", "Gopalakrishnan V; Helmink BA; Spencer CN; Reuben A; Wargo JA",
       "The Influence of the Gut Microbiome on Cancer, Immunity, and Cancer Immunotherapy", "ccell", "2018-04-09",
       "33(4):570-580", "10.1016/j.ccell.2018.03.015", pmc="PMC6529202"),
    _p("29097494",
       "Routy B; Le Chatelier E; Derosa L; Duong CPM; Alou MT; Daillère R; Fluckiger A; Messaoudene M; Rauber C; "
       "Roberti MP; Zitvogel L",
       "Gut microbiome influences efficacy of PD-1-based immunotherapy against epithelial tumors",
       "science", "2018-01-05",
       "359(6371):91-97", "10.1126/science.aan3706"),
)  # fmt: skip

_COMPANY_PAGE = (
    _p("24138885", "Bindea G; Mlecnik B; Tosolini M; Kirilovsky A; Waldner M; Galon J",
       "Spatiotemporal dynamics of intratumoral immune cells reveal the immune landscape in human cancer", "immunity",
       "2013-10-17", "39(4):782-795", "10.1016/j.immuni.2013.10.003"),
    _p("28102259", "Chen DS; Mellman I", "Elements of cancer immunity and the cancer-immune set point", "nature",
       "2017-01-18", "541(7637):321-330", "10.1038/nature21349"),
    _p("28187290", "Sharma P; Hu-Lieskovan S; Wargo JA; Ribas A",
       "Primary, Adaptive, and Acquired Resistance to Cancer Immunotherapy", "cell", "2017-02-09", "168(4):707-723",
       "10.1016/j.cell.2017.01.017", pmc="PMC5391692"),
    _p("30181337", "Trujillo JA; Sweis RF; Bao R; Luke JJ",
       "T Cell-Inflamed versus Non-T Cell-Inflamed Tumors: A Conceptual Framework for Cancer Immunotherapy Drug "
       "Development and Combination Therapy Selection", "cir", "2018-09", "6(9):990-1000",
       "10.1158/2326-6066.CIR-18-0277"),
    _p("28073373", "Catakovic K; Klieser E; Neureiter D; Geisberger R",
       "T cell exhaustion: from pathophysiological basics to tumor immunotherapy", "ccs", "2017-01-05", "15(1):1",
       "10.1186/s12964-016-0160-z", pmc="PMC5225559", model="Electronic"),
    _p("27793177", "Day D; Siu LL", "Approaches to modernize the combination drug development paradigm", "gmed",
       "2016-10-28", "8(1):115", "10.1186/s13073-016-0369-x", pmc="PMC5084460", model="Electronic"),
    _p("29951304", "Ferrara R; Pilotto S; Caccese M; Grizzi G; Sperduti I; Giannarelli D; Milella M; Besse B; "
       "Tortora G; Bria E", "Do immune checkpoint inhibitors need new studies methodology?", "jtd", "2018-05",
       "10(Suppl 13):S1564-S1580", "10.21037/jtd.2018.01.131", pmc="PMC5994495"),
    _p("27357694", "Ornes S", "Core Concept: Basket trial approach capitalizes on the molecular mechanisms of tumors",
       "pnas", "2016-06-28", "113(26):7007-7008", "10.1073/pnas.1608277113"),
    _p("25667288", "Redig AJ; Jänne PA",
       "Basket trials and the evolution of clinical trial design in an era of genomic medicine", "jco", "2015-03-20",
       "33(9):975-977", "10.1200/JCO.2014.59.8433"),
    _p("26788324",
       "Yuan J; Hegde PS; Clynes R; Foukas PG; Harari A; Kleen TO; Kvistborg P; Maccalli C; Maecker HT; Fox BA",
       "Novel technologies and emerging biomarkers for personalized cancer immunotherapy", "jitc", "2016-01-19", "4:3",
       "10.1186/s40425-016-0107-3", pmc="PMC4717548", model="Electronic"),
)  # fmt: skip
"""Patil, Rao and Majumdar (J Int Oral Health 2015;7(8):i-ii), the eleventh, is left out: one must be absent from
PubMed."""

_NEIGHBOURS = (
    _p("26323880", "Kaplan GG; Ng SC", "The global burden of IBD: a reply", "nrgh", "2016-01", "13(1):6-7",
       "10.1038/nrgastro.2015.199", types=("Letter", "Comment")),
    _p("28102260", "Moon JJ; Irvine DJ", "A neighbour on the next pages of the same volume", "nature", "2017-01-18",
       "541(7637):331-340", "10.5555/neighbour.1"),
    _p("30115705", "Wei SC; Duffy CR", "Erratum: Fundamental Mechanisms of Immune Checkpoint Blockade Therapy", "cdisc",
       "2018-11", "8(11):1500", "10.5555/erratum.1", types=("Published Erratum",),
       corrections=(("ErratumFor", "Cancer Discov. 2018 Sep;8(9):1069-1086", "30115704"),)),
)  # fmt: skip


def _reviews(known: dict[str, Paper]) -> Iterator[Paper]:
    """The three reviews, whose records list what the pages print and more."""
    more = tuple(_generated(40, 39000001))
    lists = {
        "38474037": (*_IBD, *more[:7]),
        "30678063": (*_CHECKPOINTS, *_COMPANY_PAGE[:3], *more[7:12]),
        "28324831": (*_CHECKPOINTS[:2], *more[12:20]),
    }
    text_only = Listed("World Health Organization. A report that no database lists. Geneva: WHO; 2012.")
    notes = (
        ("38474037",
         "Puca P; Capobianco I; Coppola G; Di Vincenzo F; Trapani V; Petito V; Laterza L; Pugliese D; Lopetuso LR; "
         "Scaldaferri F",
         "Cellular and Molecular Determinants of Biologic Drugs Resistance and Therapeutic Failure in Inflammatory "
         "Bowel Disease", "ijms", "2024-02-28", "25(5):2789", "10.3390/ijms25052789"),
        ("30678063", "Seto T; Sam D; Pan M",
         "Mechanisms of Primary and Secondary Resistance to Immune Checkpoint Inhibitors in Cancer", "medsci",
         "2019-01-22", "7(2):14", "10.3390/medsci7020014"),
        ("28324831", "Wang Q; Wu X", "Primary and acquired resistance to PD-1/PD-L1 blockade in cancer treatment",
         "intimp", "2017-05", "46:210-219", "10.1016/j.intimp.2017.03.015"),
    )  # fmt: skip
    for pmid, *rest in notes:
        listed = tuple(p.as_reference() for p in lists[pmid])
        listed = (*listed[:6], text_only, *listed[6:]) if pmid == "38474037" else listed
        yield _p(
            pmid,
            *rest,
            types=("Journal Article", "Review"),
            references=listed,
            cites=tuple(p.pmid for p in lists[pmid]),
        )
    for paper in more:
        known[paper.pmid] = paper


_WORDS = " ".join(
    (
        "adherence airway albumin allele antibody aspirin biopsy bone brain cardiac cohort colon cortisol",
        "cytokine dementia diabetes dialysis dietary embryo enzyme epilepsy exercise fibrosis fracture",
        "gastric genome glucose growth hepatic hormone hypertension immune infant insulin kinase lesion lipid",
        "lung lymphoma marker melanoma mortality muscle neonatal neuron obesity outcome pain plasma platelet",
        "pregnancy receptor relapse renal retina sepsis serum sleep smoking statin stroke surgery thyroid",
        "tissue transplant tumour vaccine vascular virus vitamin",
    )
).split()
_FAMILIES = " ".join(
    (
        "Abbott Becker Castillo Dubois Eriksson Fischer Garcia Hansen Ivanova Jansen Kowalski Lindqvist",
        "Moreau Nakamura Okafor Petrov Quinn Rossi Sato Tanaka Ueda Vogel Weber Xu Yamamoto Zhang",
    )
).split()


def _generated(count: int, first: int = 40000001) -> Iterator[Paper]:
    """Invented papers, always the same for the same numbers."""
    journals = list(J.values())
    for pmid in range(first, first + count):
        dice = random.Random(pmid)
        words = dice.sample(_WORDS, 8)
        names = tuple(
            f"{family} {dice.choice('ABCDEFGHJKLMNP')}" for family in dice.sample(_FAMILIES, dice.randint(1, 6))
        )
        start = dice.randint(1, 3000)
        title = (
            f"{words[0].capitalize()} and {words[1]} in {words[2]} {words[3]}: {words[4]}, {words[5]} and {words[6]}"
        )
        yield Paper(
            str(pmid), title, names, dice.choice(journals), dice.randint(1990, 2024), dice.randint(1, 12), 0,
            str(dice.randint(1, 400)), str(dice.randint(1, 24)), f"{start}-{start + dice.randint(1, 15)}",
            f"10.5555/standin.{pmid}", abstract=_filler(title),
        )  # fmt: skip


def papers(generated: int = 0) -> dict[str, Paper]:
    """The stand-in's papers by PMID, with so many invented ones besides (PMIDs from 40000001 on)."""
    known = {p.pmid: p for p in (*_IBD, *_CHECKPOINTS, *_COMPANY_PAGE, *_NEIGHBOURS)}
    for review in list(_reviews(known)):
        known[review.pmid] = review
    known.update({p.pmid: p for p in _generated(generated)})
    return known
