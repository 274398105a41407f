"""The facts of real articles of many kinds: particles in names, groups, one author, article numbers, a supplement,
titles with a colon, markup, Greek letters, a question mark, in another language, and a preprint."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    """A person by family and given names, or a group that is only `family`."""

    family: str
    given: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """What is true of an article. `title` may hold `<i>`, `<sup>` and `<sub>`; dates are ISO; `last` is "" of an
    article number; `online` is the date of first publication, where it is another than that of the issue."""

    key: str
    title: str
    authors: tuple[Author, ...]
    journal: str
    short: str
    publisher: str
    issn: str
    date: str
    volume: str
    issue: str
    first: str
    last: str
    doi: str
    pmid: str = ""
    online: str = ""

    @property
    def year(self) -> str:
        """The year of the issue."""
        return self.date[:4]

    @property
    def pages(self) -> str:
        """First and last page, or the article number."""
        return f"{self.first}-{self.last}" if self.last else self.first


def people(names: str) -> tuple[Author, ...]:
    """Authors of `Family, Given, Suffix; Family, Given; Group`."""
    return tuple(Author(*(part.strip() for part in name.split(","))) for name in names.split(";"))


ARTICLES = (
    Article(
        "sharma", "Primary, Adaptive, and Acquired Resistance to Cancer Immunotherapy",
        people("Sharma, Padmanee; Hu-Lieskovan, Siwen; Wargo, Jennifer A.; Ribas, Antoni"),
        "Cell", "Cell", "Elsevier", "0092-8674", "2017-02-09", "168", "4", "707", "723",
        "10.1016/j.cell.2017.01.017", "28187290",
    ),
    Article(
        "watson", "Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid",
        people("Watson, J. D.; Crick, F. H. C."),
        "Nature", "Nature", "Nature Publishing Group", "0028-0836", "1953-04-25", "171", "4356", "737", "738",
        "10.1038/171737a0", "13054692",
    ),
    Article(
        "ioannidis", "Why Most Published Research Findings Are False", people("Ioannidis, John P. A."),
        "PLOS Medicine", "PLoS Med", "Public Library of Science", "1549-1676", "2005-08-30", "2", "8", "e124", "",
        "10.1371/journal.pmed.0020124", "16060722",
    ),
    Article(
        "prisma", "The PRISMA 2020 statement: an updated guideline for reporting systematic reviews",
        people(
            "Page, Matthew J; McKenzie, Joanne E; Bossuyt, Patrick M; Boutron, Isabelle; Hoffmann, Tammy C; "
            "Mulrow, Cynthia D; Shamseer, Larissa; Tetzlaff, Jennifer M; Akl, Elie A; Brennan, Sue E; Chou, Roger; "
            "Glanville, Julie; Grimshaw, Jeremy M; Hróbjartsson, Asbjørn; Lalu, Manoj M; Li, Tianjing; "
            "Loder, Elizabeth W; Mayo-Wilson, Evan; McDonald, Steve; McGuinness, Luke A; Stewart, Lesley A; "
            "Thomas, James; Tricco, Andrea C; Welch, Vivian A; Whiting, Penny; Moher, David"
        ),
        "BMJ", "BMJ", "British Medical Journal Publishing Group", "1756-1833", "2021-03-29", "372", "", "n71", "",
        "10.1136/bmj.n71", "33782057",
    ),
    Article(
        "pompe", "A Randomized Study of Alglucosidase Alfa in Late-Onset Pompe's Disease",
        people(
            "van der Ploeg, Ans T.; Clemens, Paula R.; Corzo, Deyanira; Escolar, Diana M.; Florence, Julaine; "
            "Groeneveld, Geert Jan; Herson, Serge; Kishnani, Priya S.; Laforet, Pascal; Lake, Stephen L.; "
            "Lange, Dale J.; Leshner, Robert T.; Mayhew, Jill E.; Morgan, Claire; Nozaki, Kenkichi; Park, Dorothy J.; "
            "Pestronk, Alan; Rosenbloom, Barry; Skrinar, Alison; van Capelle, Carine I.; van der Beek, Nadine A.; "
            "Wasserstein, Melissa; Zivkovic, Sasa A."
        ),
        "New England Journal of Medicine", "N Engl J Med", "Massachusetts Medical Society", "0028-4793", "2010-04-15",
        "362", "15", "1396", "1406", "10.1056/NEJMoa0909859", "20393176",
    ),
    Article(
        "recovery", "Tocilizumab in patients admitted to hospital with COVID-19 (RECOVERY): a randomised, controlled, "
        "open-label, platform trial", people("RECOVERY Collaborative Group"),
        "The Lancet", "Lancet", "Elsevier", "0140-6736", "2021-05-01", "397", "10285", "1637", "1645",
        "10.1016/S0140-6736(21)00676-0", "33933206",
    ),
    Article(
        "opioid", "Structure of the human κ-opioid receptor in complex with JDTic",
        people(
            "Wu, Huixian; Wacker, Daniel; Mileni, Mauro; Katritch, Vsevolod; Han, Gye Won; Vardy, Eyal; Liu, Wei; "
            "Thompson, Aaron A.; Huang, Xi-Ping; Carroll, F. Ivy; Mascarella, S. Wayne; Westkaemper, Richard B.; "
            "Mosier, Philip D.; Roth, Bryan L.; Cherezov, Vadim; Stevens, Raymond C."
        ),
        "Nature", "Nature", "Springer Science and Business Media LLC", "1476-4687", "2012-05-17", "485", "7398", "327",
        "332", "10.1038/nature10939", "22437504", "2012-03-21",
    ),
    Article(
        "wolbachia", "<i>Wolbachia</i>: master manipulators of invertebrate biology",
        people("Werren, John H.; Baldo, Laura; Clark, Michael E."),
        "Nature Reviews Microbiology", "Nat Rev Microbiol", "Nature Publishing Group", "1740-1534", "2008-10-01", "6",
        "10", "741", "751", "10.1038/nrmicro1969", "18794912",
    ),
    Article(
        "hill", "The Environment and Disease: Association or Causation?", people("Hill, Austin Bradford"),
        "Proceedings of the Royal Society of Medicine", "Proc R Soc Med", "SAGE Publications", "0035-9157",
        "1965-05-01", "58", "5", "295", "300", "10.1177/003591576505800503", "14283879",
    ),
    Article(
        "lakens", "Calculating and reporting effect sizes to facilitate cumulative science: a practical primer for "
        "t-tests and ANOVAs", people("Lakens, Daniël"),
        "Frontiers in Psychology", "Front. Psychol.", "Frontiers Media SA", "1664-1078", "2013-11-26", "4", "", "863",
        "", "10.3389/fpsyg.2013.00863", "24324449",
    ),
    Article(
        "standards", "Standards of Medical Care in Diabetes—2014", people("American Diabetes Association"),
        "Diabetes Care", "Diabetes Care", "American Diabetes Association", "0149-5992", "2014-01-01", "37",
        "Supplement 1", "S14", "S80", "10.2337/dc14-S014", "24357209",
    ),
    Article(
        "einstein", "Zur Elektrodynamik bewegter Körper", people("Einstein, A."),
        "Annalen der Physik", "Ann. Phys.", "Wiley", "0003-3804", "1905-09-26", "322", "10", "891", "921",
        "10.1002/andp.19053221004",
    ),
    Article(
        "livak", "Analysis of Relative Gene Expression Data Using Real-Time Quantitative PCR and the "
        "2<sup>−ΔΔ<i>C</i><sub>T</sub></sup> Method", people("Livak, Kenneth J.; Schmittgen, Thomas D."),
        "Methods", "Methods", "Academic Press", "1046-2023", "2001-12-01", "25", "4", "402", "408",
        "10.1006/meth.2001.1262", "11846609", "2002-05-25",
    ),
    Article(
        "wuhan", "A new coronavirus associated with human respiratory disease in China",
        people(
            "Wu, Fan; Zhao, Su; Yu, Bin; Chen, Yan-Mei; Wang, Wen; Song, Zhi-Gang; Hu, Yi; Tao, Zhao-Wu; Tian, Jun-Hua; "
            "Pei, Yuan-Yuan; Yuan, Ming-Li; Zhang, Yu-Ling; Dai, Fa-Hui; Liu, Yi; Wang, Qi-Min; Zheng, Jiao-Jiao; "
            "Xu, Lin; Holmes, Edward C.; Zhang, Yong-Zhen"
        ),
        "Nature", "Nature", "Nature Publishing Group UK London", "1476-4687", "2020-03-12", "579", "7798", "265", "269",
        "10.1038/s41586-020-2008-3", "32015508", "2020-02-03",
    ),
    Article(
        "gpower", "G*Power 3: A flexible statistical power analysis program for the social, behavioral, and biomedical "
        "sciences", people("Faul, Franz; Erdfelder, Edgar; Lang, Albert-Georg; Buchner, Axel"),
        "Behavior Research Methods", "Behav Res Methods", "Springer-Verlag", "1554-3528", "2007-05-01", "39", "2",
        "175", "191", "10.3758/BF03193146", "17695343",
    ),
    Article(
        "kaplan", "The global burden of IBD: from 2015 to 2025", people("Kaplan, Gilaad G."),
        "Nature Reviews Gastroenterology & Hepatology", "Nat Rev Gastroenterol Hepatol", "Nature Publishing Group",
        "1759-5053", "2015-12-01", "12", "12", "720", "727", "10.1038/nrgastro.2015.150", "26323879", "2015-09-01",
    ),
    Article(
        "framingham", "General Cardiovascular Risk Profile for Use in Primary Care: The Framingham Heart Study",
        people(
            "D'Agostino, Ralph B., Sr; Vasan, Ramachandran S.; Pencina, Michael J.; Wolf, Philip A.; Cobain, Mark; "
            "Massaro, Joseph M.; Kannel, William B."
        ),
        "Circulation", "Circulation", "Lippincott Williams & Wilkins", "0009-7322", "2008-02-12", "117", "6", "743",
        "753", "10.1161/CIRCULATIONAHA.107.699579", "18212285", "2008-01-22",
    ),
    Article(
        "mammography", "Screening for breast cancer with mammography",
        people("Gøtzsche, Peter C; Jørgensen, Karsten Juhl"),
        "Cochrane Database of Systematic Reviews", "Cochrane Database Syst Rev", "John Wiley & Sons, Ltd", "1465-1858",
        "2013-06-04", "2013", "6", "CD001877", "", "10.1002/14651858.CD001877.pub5", "23737396",
    ),
    Article(
        "spike", "Cryo-EM Structure of the 2019-nCoV Spike in the Prefusion Conformation",
        people(
            "Wrapp, Daniel; Wang, Nianshuang; Corbett, Kizzmekia S.; Goldsmith, Jory A.; Hsieh, Ching-Lin; "
            "Abiona, Olubukola; Graham, Barney S.; McLellan, Jason S."
        ),
        "bioRxiv", "bioRxiv", "Cold Spring Harbor Laboratory", "", "2020-02-15", "", "", "2020.02.11.944462", "",
        "10.1101/2020.02.11.944462", "32511295",
    ),
)  # fmt: skip

OTHERS = (
    Article(
        "altschul", "Basic local alignment search tool",
        people("Altschul, Stephen F.; Gish, Warren; Miller, Webb; Myers, Eugene W.; Lipman, David J."),
        "Journal of Molecular Biology", "J Mol Biol", "Academic Press", "0022-2836", "1990-10-05", "215", "3", "403",
        "410", "10.1016/S0022-2836(05)80360-2", "2231712",
    ),
    Article(
        "cohen", "A power primer", people("Cohen, Jacob"), "Psychological Bulletin", "Psychol Bull",
        "American Psychological Association", "0033-2909", "1992-07-01", "112", "1", "155", "159",
        "10.1037/0033-2909.112.1.155", "19565683",
    ),
    Article(
        "hanahan", "Hallmarks of Cancer: The Next Generation", people("Hanahan, Douglas; Weinberg, Robert A."),
        "Cell", "Cell", "Elsevier", "0092-8674", "2011-03-04", "144", "5", "646", "674", "10.1016/j.cell.2011.02.013",
        "21376230",
    ),
)  # fmt: skip
"""Works that stand on the pages beside the article: related ones, cited ones, news."""
