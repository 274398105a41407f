"""PubMed XML decoded: records a CPU second, the highest memory, and the cost against bare expat and Bio.Entrez.read.

Run `python benchmarks/pubmed.py [RECORDS]`. Records of about 8 KB, with abstract, authors, MeSH and references, are
made from a fixed seed; each way of reading them runs in a fresh process, best of three. Bio.Entrez.read gets a tenth of
them, since it needs some 90 KB of memory a record.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.parsers import expat

CHUNK = 64 * 1024
RUNS = 3
WORDS = (
    *("cohort", "trial", "bowel", "tumour", "response", "therapy", "immune", "outcome", "risk", "cells", "patients"),
    *("disease", "with", "of", "the", "and", "in", "for", "a"),
)
HEAD = (
    '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n<PubmedArticleSet>'
)


def record(number: int) -> str:
    """One article of about 8 KB."""
    dice = random.Random(number)

    def words(count: int) -> str:
        return " ".join(dice.choices(WORDS, k=count))

    authors = "".join(
        f'<Author ValidYN="Y"><LastName>Family{n}</LastName><ForeName>Given {n}</ForeName><Initials>G</Initials>'
        f"<AffiliationInfo><Affiliation>Department of {words(9)}.</Affiliation></AffiliationInfo></Author>"
        for n in range(6)
    )
    references = "".join(
        f"<Reference><Citation>{words(14)}. J Test. 2010;{n}:1-9.</Citation><ArticleIdList>"
        f'<ArticleId IdType="doi">10.1000/x{n}.{number}</ArticleId>'
        f'<ArticleId IdType="pubmed">{10000000 + n}</ArticleId></ArticleIdList></Reference>'
        for n in range(9)
    )
    mesh = "".join(
        f'<MeshHeading><DescriptorName UI="D{n:06}" MajorTopicYN="N">{words(2)}</DescriptorName>'
        f'<QualifierName UI="Q000378" MajorTopicYN="Y">{words(1)}</QualifierName></MeshHeading>'
        for n in range(8)
    )
    return (
        f'<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">{number}</PMID>'
        "<DateRevised><Year>2020</Year><Month>01</Month><Day>02</Day></DateRevised>"
        '<Article PubModel="Print"><Journal><ISSN IssnType="Electronic">1234-5678</ISSN>'
        '<JournalIssue CitedMedium="Print">'
        "<Volume>12</Volume><Issue>3</Issue><PubDate><Year>2018</Year><Month>May</Month></PubDate></JournalIssue>"
        f"<Title>Journal of {words(3)}</Title><ISOAbbreviation>J Test</ISOAbbreviation></Journal>"
        f"<ArticleTitle>A title <i>in vivo</i> of {words(9)}.</ArticleTitle>"
        "<Pagination><StartPage>720</StartPage><EndPage>727</EndPage><MedlinePgn>720-7</MedlinePgn></Pagination>"
        f'<ELocationID EIdType="doi" ValidYN="Y">10.1000/{number}</ELocationID>'
        f'<Abstract><AbstractText Label="A">{words(90)}</AbstractText>'
        f'<AbstractText Label="B">{words(70)}</AbstractText></Abstract>'
        f'<AuthorList CompleteYN="Y">{authors}</AuthorList><Language>eng</Language><PublicationTypeList>'
        '<PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article>'
        "<MedlineJournalInfo><Country>England</Country><MedlineTA>J Test</MedlineTA><NlmUniqueID>1</NlmUniqueID>"
        f"</MedlineJournalInfo><MeshHeadingList>{mesh}</MeshHeadingList></MedlineCitation><PubmedData>"
        '<History><PubMedPubDate PubStatus="entrez"><Year>2018</Year><Month>5</Month><Day>1</Day></PubMedPubDate>'
        "</History>"
        f'<PublicationStatus>ppublish</PublicationStatus><ArticleIdList><ArticleId IdType="pubmed">{number}</ArticleId>'
        f'<ArticleId IdType="doi">10.1000/{number}</ArticleId></ArticleIdList>'
        f"<ReferenceList>{references}</ReferenceList></PubmedData></PubmedArticle>\n"
    )


def chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def bare_expat(path: Path) -> int:
    parser = expat.ParserCreate()
    for chunk in chunks(path):
        parser.Parse(chunk, False)
    parser.Parse(b"", True)
    return 0


def ours(path: Path) -> int:
    from harvester.records.pubmed import stream

    return sum(1 for _ in stream(chunks(path)))


def entrez(path: Path) -> int:
    from Bio import Entrez

    with path.open("rb") as file:
        return len(Entrez.read(file)["PubmedArticle"])


WAYS: dict[str, Callable[[Path], int]] = {
    "expat without handlers": bare_expat,
    "harvester": ours,
    "Bio.Entrez.read": entrez,
}


def measure(way: str, path: Path, count: int) -> tuple[float, float]:
    """CPU seconds a record and the highest memory in MB, in a process of its own, best of some runs."""
    best, memory = float("inf"), 0.0
    for _ in range(RUNS):
        command = [sys.executable, __file__, "--one", way, str(path)]
        seconds, memory = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        best = min(best, seconds / count)
    return best, memory


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        began = time.process_time()
        WAYS[sys.argv[2]](Path(sys.argv[3]))
        seconds = time.process_time() - began
        print(json.dumps((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)))
        return
    count = int(sys.argv[1]) if sys.argv[1:] else 5000
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "large.xml", Path(folder) / "small.xml"
        for path, many in ((large, count), (small, count // 10)):
            # Piece by piece: a child's highest memory would start with what its parent had.
            with path.open("w", encoding="utf-8") as file:
                file.write(HEAD)
                file.writelines(map(record, range(1, many + 1)))
                file.write("</PubmedArticleSet>\n")
        print(f"{count} records of {large.stat().st_size / count / 1000:.1f} KB")
        floor, _ = measure("expat without handlers", large, count)
        print(f"{'way':<24} {'records/CPU s':>14} {'x expat':>8} {'peak MB':>8}")
        for way in WAYS:
            path, many = (small, count // 10) if way == "Bio.Entrez.read" else (large, count)
            each, memory = measure(way, path, many)
            print(f"{way:<24} {1 / each:>14,.0f} {each / floor:>8.1f} {memory:>8.0f}")


if __name__ == "__main__":
    main()
