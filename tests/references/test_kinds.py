"""Things that are no journal article: their type, number, edition, imprint and who wrote or edited them."""

from typing import Any

import pytest

from harvester.references import parse, raw


def work(text: str) -> Any:
    return parse(raw(text)).described


def imprint(w: Any) -> tuple[str, ...]:
    return w.title, w.publisher_place, w.publisher, str(w.issued)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("World Health Organization. Guideline: sugars intake for adults and children. Geneva: WHO; 2015.", "report"),
        ("Fielding RA. Sarcopenia: an overview. 2nd ed. Cham: Springer; 2011.", "book"),
        ("Cunningham FG, Leveno KJ, editors. Williams obstetrics [Internet]. New York: McGraw-Hill; 2014.", "book"),
        ("Smith J. Iodine in school children [dissertation]. Leeds: University of Leeds; 2009.", "thesis"),
        ("Silva MA. Iodo em escolares. Tese (Doutorado) - Universidade de São Paulo, São Paulo, 2009.", "thesis"),
        ("Bates D. lme4: linear mixed-effects models. R package version 1.1-7. 2014.", "software"),
        ("IBM Corp. IBM SPSS Statistics for Windows. Version 22. Armonk, NY: IBM Corp.; 2013.", "software"),
        ("Jones P. Data from: Salt in bread. Zenodo; 2019. doi:10.5281/zenodo.123456", "dataset"),
        ("Blackburn EH. Telomerase assay. US Patent 5,489,508. 1996 Feb 6.", "patent"),
        ("ISO 14971:2019. Medical devices: application of risk management. Geneva: ISO; 2019.", "standard"),
        ("Patient Protection and Affordable Care Act of 2010, Pub. L. No. 111-148, 124 Stat. 119.", "legislation"),
        ("Roe v. Wade, 410 U.S. 113 (1973).", "legal_case"),
        ("Kolata G. The science of salt. The New York Times. 2013 May 15.", "article-newspaper"),
        ("Coumadin (warfarin) [package insert]. Princeton, NJ: Bristol-Myers Squibb; 2010.", "document"),
        (
            "Weir R. Salt and stroke. medRxiv. Preprint posted online March 4, 2021. doi:10.1101/2021.03.01.21252641",
            "article",
        ),
        ("Adam MP, Ardinger HH. Marfan syndrome. In: Pagon RA, editor. GeneReviews. Seattle: UW; 2017.", "chapter"),
        (
            "National Cancer Institute. Cancer stat facts. https://seer.cancer.gov/statfacts (accessed 4 May 2020).",
            "webpage",
        ),
    ],
)
def test_a_reference_says_what_kind_of_thing_it_cites(text: str, kind: str) -> None:
    assert work(text).type == kind


@pytest.mark.parametrize(
    ("series", "genre", "number"),
    [
        ("WHO Technical Report Series No. 916", "WHO Technical Report Series", "916"),
        ("NICE guideline [NG28]", "NICE guideline", "NG28"),
        ("AHRQ Publication No. 12-EHC088", "AHRQ Publication", "12-EHC088"),
        ("NBER Working Paper 14407", "NBER Working Paper", "14407"),
    ],
)
def test_the_series_behind_a_title_is_no_part_of_it(series: str, genre: str, number: str) -> None:
    w = work(
        f"Nishida C, Uauy R. Diet, nutrition and chronic diseases. {series}. Geneva: World Health Organization; 2003."
    )
    assert (w.title, w.genre, w.number, w.type) == ("Diet, nutrition and chronic diseases", genre, number, "report")


def test_the_number_of_a_registration_stands_in_number() -> None:
    w = work("ClinicalTrials.gov. Salt substitute and stroke study. NCT02092090. 2014. https://clinicaltrials.gov")
    assert (w.title, w.number, w.page, w.type) == ("Salt substitute and stroke study", "NCT02092090", "", "webpage")


@pytest.mark.parametrize(
    ("place", "publisher"),
    [
        ("Woodbury (CT)", "Ciné-Med, Inc."),
        ("Philadelphia, PA", "WB Saunders Co."),
        ("St. Louis, MO", "Mosby"),
        ("Washington, D.C.", "National Academies Press"),
        ("Frankfurt am Main", "Suhrkamp"),
        ("Rio de Janeiro", "Guanabara Koogan"),
        ("Whitehouse Station, NJ", "Merck & Co., Inc."),
    ],
)
def test_an_imprint_is_a_place_and_a_publisher(place: str, publisher: str) -> None:
    w = work(f"Guyton AC, Hall JE. Textbook of medical physiology. {place}: {publisher}; 2006.")
    assert imprint(w) == ("Textbook of medical physiology", place, publisher, "2006")


@pytest.mark.parametrize("edition", ["11th ed", "2. ed", "3rd rev. ed", "4. Aufl", "Second edition", "3ª ed"])
def test_an_edition_ends_the_title(edition: str) -> None:
    w = work(f"Guyton AC, Hall JE. Textbook of medical physiology. {edition}. Philadelphia: Elsevier Saunders; 2006.")
    assert (w.title, w.edition) == ("Textbook of medical physiology", edition)


def test_a_congress_has_a_date_of_its_own() -> None:
    text = "Fox R. Bread. In: Proceedings of the Salt Congress; 2003 Oct 23-24; Lyon. Paris: ASFC; 2004."
    assert str(work(text).issued) == "2004"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("Simmons Jr. GM", ("Simmons", "GM", "Jr.")), ("Simmons GMJr", ("Simmons", "GM", "Jr"))],
)
def test_a_suffix_is_known_wherever_it_stands(printed: str, expected: tuple[str, ...]) -> None:
    w = work(f"Clow GD, McKay CP, {printed}, Wharton RA. Climatological observations. J Clim. 1988;1:715-28.")
    assert (w.author[2].family, w.author[2].given, w.author[2].suffix) == expected
    assert len(w.author) == 4


@pytest.mark.parametrize(
    ("text", "authors", "title", "journal"),
    [
        (
            "王陇德，马冠生．营养与疾病［J］．营养学报，2005，27（1）：1-4．",
            ["王陇德", "马冠生"],
            "营养与疾病",
            "营养学报",
        ),
        (
            "鈴木一郎, 佐藤健. 食塩摂取の評価. 日本高血圧学会誌. 2012;35:1-9.",
            ["鈴木一郎", "佐藤健"],
            "食塩摂取の評価",
            "日本高血圧学会誌",
        ),
        (
            "박지영, 이상훈. 나트륨 섭취. 한국영양학회지. 2013;46(1):1-9.",
            ["박지영", "이상훈"],
            "나트륨 섭취",
            "한국영양학회지",
        ),
        (
            "Чазова И. Е. Диагностика гипертонии / И. Е. Чазова // Терапевтический архив. – 2010. – Т. 82. – С. 5-9.",
            ["Чазова"],
            "Диагностика гипертонии",
            "Терапевтический архив",
        ),
    ],
)
def test_references_in_eastern_languages_are_read(text: str, authors: list[str], title: str, journal: str) -> None:
    w = work(text)
    assert ([n.family for n in w.author], w.title, w.container_title) == (authors, title, journal)


@pytest.mark.parametrize(
    ("printed", "people"),
    [
        ("FREYRE, Gilberto de Mello", [("FREYRE", "Gilberto de Mello")]),
        ("CANDIDO, Antonio; SILVA, Maria Nizza da", [("CANDIDO", "Antonio"), ("SILVA", "Maria Nizza da")]),
        ("CARDOSO, F. H.; FALETTO, E.", [("CARDOSO", "F. H."), ("FALETTO", "E.")]),
        ("Rocha, A. C. dos S., & Nozu, C. S.", [("Rocha", "A. C. dos S."), ("Nozu", "C. S.")]),
    ],
)
def test_names_as_brazilian_styles_print_them(printed: str, people: list[tuple[str, str]]) -> None:
    w = work(f"{printed.rstrip('.')}. Formação da sociedade brasileira. São Paulo: Global, 2003.")
    assert [(n.family, n.given) for n in w.author] == people
    assert w.title == "Formação da sociedade brasileira"


@pytest.mark.parametrize(
    "who", ["Trad. Danilo Marcondes de Souza Filho", "Tradução de Paulo Bezerra", "Trans. Susan Emanuel"]
)
def test_a_translator_is_no_part_of_the_title(who: str) -> None:
    assert (
        work(f"AUSTIN, J. L. Quando dizer é fazer. {who}. Porto Alegre: Artes Médicas, 1990.").title
        == "Quando dizer é fazer"
    )


def test_the_place_of_a_journal_is_no_part_of_its_name() -> None:
    w = work("ALVES, M. T. O efeito das escolas. Educação e Pesquisa, São Paulo, v. 34, n. 3, p. 527-544, 2008.")
    assert (w.container_title, w.volume, w.issue, w.page) == ("Educação e Pesquisa", "34", "3", "527-544")


def test_proceedings_behind_in_contain_the_work() -> None:
    w = work(
        "Kadia R. Building a flexible environment: lessons learned. In Proceedings of SIGSOFT, pages 169-180, 1992."
    )
    assert (w.title, w.container_title) == (
        "Building a flexible environment: lessons learned",
        "Proceedings of SIGSOFT",
    )
