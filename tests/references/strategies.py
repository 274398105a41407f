"""References made up at random, each unlike the others, printed in one of a few styles."""

from collections.abc import Callable

from hypothesis import strategies as st

FAMILIES = (
    "Kaplan",
    "Le Chatelier",
    "van der Heijde",
    "O'Neill",
    "Jarmakiewicz-Czaja",
    "Müller",
    "de Bree",
    "Zielińska",
    "Li",
)
WORDS = (
    "early",
    "therapy",
    "of",
    "colitis",
    "and",
    "outcome",
    "in",
    "rats",
    "after",
    "IL-6",
    "blockade",
    "a",
    "trial",
    "COVID-19",
)
JOURNALS = ("Nature", "Gut", "N Engl J Med", "J Clin Oncol", "PLoS ONE", "Ann Rheum Dis", "Lancet")

_Printer = Callable[[list[str], str, str, int, int], str]
PRINTERS: dict[str, _Printer] = {
    "vancouver": lambda a, t, j, y, n: (
        f"{', '.join(f'{f} AB' for f in a)}. {t}. {j}. {y};{n}({n % 12 + 1}):{n}-{n + 9}."
    ),
    "mdpi": lambda a, t, j, y, n: f"{'; '.join(f'{f}, A.B.' for f in a)}. {t}. {j} {y}, {n}, {n}–{n + 9}.",
    "bmc": lambda a, t, j, y, n: f"{', '.join(f'{f} AB' for f in a)}: {t}. {j} {y}, {n}:{n}.",
    "nature": lambda a, t, j, y, n: f"{', '.join(f'{f}, A. B.' for f in a)} {t}. {j} {n}, {n}–{n + 9} ({y}).",
    "doi": lambda a, t, j, y, n: f"{', '.join(f'{f} AB' for f in a)}. {t}. {j}. {y};{n}:{n}. doi: 10.1000/j.{y}.{n}.",
}


@st.composite
def reference_lists(draw: st.DrawFn, most: int = 40) -> list[str]:
    """Three to `most` references of one style, each with another number in it."""
    printer = PRINTERS[draw(st.sampled_from(sorted(PRINTERS)))]
    count = draw(st.integers(3, most))
    seed = draw(st.randoms(use_true_random=False))
    made = []
    for number in range(1, count + 1):
        authors = seed.sample(FAMILIES, seed.randint(1, 4))
        words = " ".join(seed.choice(WORDS) for _ in range(seed.randint(3, 14)))
        title = f"Effects {words} in {number} patients"
        made.append(printer(authors, title, seed.choice(JOURNALS), seed.randint(1950, 2026), 100 + number))
    return made
