"""Pairs in the same journal and year by the same author, without pages: nothing but words tells the two works apart."""

import pytest

from harvester.model import Name, PartialDate, Work
from harvester.model.claim import Origin
from harvester.works.claims import make_claim
from harvester.works.clusters import clusters

PAIRS = (
    ("Adalimumab in moderate to severe ulcerative colitis: 8-week results",
     "Adalimumab in moderate to severe ulcerative colitis: 52-week results"),
    ("Global burden of inflammatory bowel disease in adults, 1990-2017",
     "Global burden of inflammatory bowel disease in children, 1990-2017"),
    ("The global burden of inflammatory bowel disease in 195 countries, 1990-2017",
     "The global burden of inflammatory bowel disease in 195 countries, 1990-2019"),
    ("Ustekinumab for Crohn's disease: a phase 2 randomised trial",
     "Ustekinumab for Crohn's disease: a phase 3 randomised trial"),
    ("Ustekinumab in refractory Crohn's disease: UNITI-1 trial",
     "Ustekinumab in refractory Crohn's disease: UNITI-2 trial"),
    ("Standards of care in type 1 diabetes mellitus", "Standards of care in type 2 diabetes mellitus"),
    ("Structure and function of cyclooxygenase COX-1 in inflammation",
     "Structure and function of cyclooxygenase COX-2 in inflammation"),
    ("Interleukin-1α in the pathogenesis of colitis", "Interleukin-1β in the pathogenesis of colitis"),
    ("Outcomes in patients with coronary artery disease and diabetes",
     "Outcomes in patients without coronary artery disease and diabetes"),
    ("Hypertension and risk of stroke in older persons", "Hypotension and risk of stroke in older persons"),
    ("Vaccination and the risk of multiple sclerosis",
     "Vaccination and the risk of multiple sclerosis: authors' reply"),
    ("Effect of aspirin on survival in the healthy elderly",
     "Effect of aspirin on survival in the healthy elderly: study protocol"),
    ("Effect of aspirin on survival in the healthy elderly",
     "Rationale of the effect of aspirin on survival in the healthy elderly"),
    ("Dietary fibre and colonic inflammation in rats", "Dietary fibre and colonic inflammation in mice"),
    ("Dietary fibre and colonic inflammation in humans",
     "Corrigendum to \"Dietary fibre and colonic inflammation in humans\""),
    ("Dietary fibre and colonic inflammation in humans",
     "Comment on: Dietary fibre and colonic inflammation in humans"),
    ("Guidelines on lipids. I. Screening of adults and the elderly",
     "Guidelines on lipids. II. Treatment of adults and the elderly"),
    ("Smoking and lung cancer mortality in men", "Smoking and lung cancer mortality in women"),
    ("Low-dose aspirin in the prevention of colorectal adenoma",
     "High-dose aspirin in the prevention of colorectal adenoma"),
    ("Helicobacter pylori eradication and gastric cancer in Japan",
     "Helicobacter pylori eradication and gastric cancer in Korea"),
    ("Cancer statistics for the whole country, 2012", "Cancer statistics for the whole country, 2015"),
)  # fmt: skip


@pytest.mark.parametrize("origin", [Origin.PAGE, Origin.REFERENCE])
@pytest.mark.parametrize(("one", "other"), PAIRS, ids=[pair[1] for pair in PAIRS])
def test_works_that_one_word_tells_apart_stay_two(one: str, other: str, origin: Origin) -> None:
    assert len(clusters([claim(one, origin), claim(other, Origin.REFERENCE)])) == 2


def claim(title: str, origin: Origin):  # type: ignore[no-untyped-def]
    work = Work(type="article-journal", title=title, author=(Name("Smith", "J"),), issued=PartialDate(2015),
                container_title="Lancet", volume="385")  # fmt: skip
    return make_claim(work, origin, title)
