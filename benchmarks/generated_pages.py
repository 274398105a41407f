"""Generated pages for benchmarks: PubMed text layout, references drawn from a pool of made-up works, a seed decides
all."""

import random
from collections.abc import Iterator
from pathlib import Path

FAMILIES = (
    "Adler",
    "Berg",
    "Costa",
    "Dahl",
    "Egger",
    "Fischer",
    "Garcia",
    "Hansen",
    "Ito",
    "Jensen",
    "Kaplan",
    "Lopez",
    "Meyer",
    "Novak",
    "Olsen",
    "Petrov",
    "Quinn",
    "Rossi",
    "Silva",
    "Tanaka",
    "Ueda",
    "Vogel",
    "Wang",
    "Xu",
    "Young",
    "Zhang",
)
WORDS = (
    "resistance",
    "therapy",
    "cohort",
    "trial",
    "outcome",
    "risk",
    "tumour",
    "immune",
    "cell",
    "blockade",
    "response",
    "receptor",
    "antibody",
    "pathway",
    "expression",
    "mutation",
    "genome",
    "microbiota",
    "bowel",
    "disease",
    "lupus",
    "arthritis",
    "vaccine",
    "infection",
    "virus",
    "bacteria",
    "kidney",
    "liver",
    "cardiac",
    "stroke",
    "randomised",
    "adverse",
    "survival",
    "prognosis",
    "biomarker",
    "screening",
    "diagnosis",
    "treatment",
)
JOURNALS = ("Lancet", "BMJ", "J Clin Oncol", "PLoS One", "Nat Med", "Ann Intern Med", "Gut", "Blood", "Circulation")


def work(number: int) -> str:
    """Work `number` of the pool as an MDPI reference with a DOI."""
    rng = random.Random(number)
    authors = ", ".join(f"{rng.choice(FAMILIES)} {rng.choice('ABCDEFG')}.{rng.choice('HJKLM')}." for _ in range(4))
    title = " ".join(rng.choice(WORDS) for _ in range(9)).capitalize() + f" {number}"
    first = rng.randint(1, 900)
    place = (
        f"{rng.choice(JOURNALS)}. {rng.randint(1990, 2024)};{rng.randint(1, 90)}:{first}–{first + rng.randint(2, 20)}."
    )
    return f"{authors} {title}. {place} doi: 10.5555/pool.{number}."


def page(number: int, references: int, pool: int) -> str:
    """Page `number`: a review with references from the first `pool` works."""
    rng = random.Random(-number - 1)
    title = " ".join(rng.choice(WORDS) for _ in range(8)).capitalize() + f": review {number}"
    abstract = " ".join(rng.choice(WORDS) for _ in range(150)).capitalize() + "."
    cited = rng.sample(range(pool), references)
    listed = "\n".join(f"    1. {work(n)} - DOI - PubMed" for n in cited)
    return (
        f"Review\n. 2024 Jan {rng.randint(1, 28)};12(3):{number}.\ndoi: 10.5555/review.{number}.\n\n{title}\n\n"
        f"{rng.choice(FAMILIES)} et al. BMJ. .\n\nAbstract\n\n{abstract}\n\nSimilar articles\n\nCited by\n\n"
        f"References\n\n{listed}\n\nMeSH terms\n\nLinkOut - more resources\n"
    )


def write(folder: Path, pages: int, references: int = 40, pool: int = 20_000) -> Iterator[Path]:
    """Write pages into a folder, one file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(pages):
        path = folder / f"page{number:05d}.txt"
        path.write_text(page(number, references, pool), "utf-8")
        yield path
