"""Journal, date, volume, issue and pages in the forms in which publishers print them above and under titles."""

import pytest

from harvester.pages.text.citation_lines import journal_in, read_citation_line

LINES = {
    "J Clin Epidemiol. 2019 Mar;107:1-9. doi: 10.1016/j.jclinepi.2018.11.001": "J Clin Epidemiol|2019-03|107||1-9",
    "Controlled Clinical Trials Volume 7, Issue 3, September 1986, Pages 177-188":
        "Controlled Clinical Trials|1986-09|7|3|177-188",
    "BMJ 2015; 350 doi: https://doi.org/10.1136/bmj.g7647 (Published 02 January 2015) Cite this as: BMJ 2015;350:g7647":
        "BMJ|2015|350||g7647",
    "Nature volume 586, pages378–383 (2020)Cite this article": "Nature|2020|586||378-383",
    "N Engl J Med 2017; 377:1391-1402": "N Engl J Med|2017|377||1391-1402",
    "PLoS ONE 9(1): e85123. https://doi.org/10.1371/journal.pone.0085123": "PLoS ONE||9|1|e85123",
    "Source: J Nurs Adm. 2001;31(2):78-87": "J Nurs Adm|2001|31|2|78-87",
    "World J Gastroenterol. Aug 14, 2006; 12(30): 4807-4812": "World J Gastroenterol|2006-08-14|12|30|4807-4812",
    "June 2017, Volume 11, Issue 3, pp 874–886 | Cite as": "|2017-06|11|3|874-886",
    "Brain Sci. 2025, 15(3), 264; https://doi.org/10.3390/brainsci15030264": "Brain Sci|2025|15|3|264",
    "Pain 152 (2011) 1234–1240": "Pain|2011|152||1234-1240",
    "Eur J Pediatr (2012) 171:123–130": "Eur J Pediatr|2012|171||123-130",
    "British Journal of Psychiatry (2001), 178, 123–128": "British Journal of Psychiatry|2001|178||123-128",
    "Psychological Medicine, 2005, 35, 1–10.": "Psychological Medicine|2005|35||1-10",
    "J. Biol. Chem. 280, 1234-1240 (2005)": "J. Biol. Chem|2005|280||1234-1240",
    "Am J Psychiatry 158:1234-1240, August 2001": "Am J Psychiatry|2001-08|158||1234-1240",
    "PNAS July 7, 2009 106 (27) 11268-11273": "PNAS|2009-07-07|106|27|11268-11273",
    "Scientific Reports volume 10, Article number: 4998 (2020)": "Scientific Reports|2020|10||4998",
    "Published in final edited form as: Nicotine Tob Res. 2005 Aug;7(4):637–645.": "Nicotine Tob Res|2005-08|7|4|637-645",
    "Volume 67, 2014, 103-112": "|2014|67||103-112",
    "Rev Esp Cardiol 2010;63:123-30 - Vol. 63 Núm.2": "Rev Esp Cardiol|2010|63|2|123-130",
    "Transplantation: March 27th, 2004 - Volume 77 - Issue 6 - p 123-130": "Transplantation|2004-03-27|77|6|123-130",
    "Vol. 58, No. 4": "||58|4|",
    "Bioresources and Bioprocessing20163:21": "Bioresources and Bioprocessing|2016|3||21",
    "PLoS Med August 2005 vol. 2 no. 8 e124": "PLoS Med|2005-08|2|8|e124",
    "R. Soc. open sci. 2016 3 160123; DOI: 10.1098/rsos.160123": "R. Soc. open sci|2016|3||160123",
    "Rev Saúde Pública v.7 n.3 São Paulo 1986": "Rev Saúde Pública|1986|7|3|",
    "Frontiers in Psychology, 4, 863.": "Frontiers in Psychology||4||863",
    "*Cell* **168**(4), 707–723 (2017)": "Cell|2017|168|4|707-723",
    "Front. Psychol., 15 January 2015 | doi: 10.3389/fpsyg.2014.01582": "Front. Psychol|2015-01-15|||",
    "J. Med. Chem., Article ASAP": "J. Med. Chem||||",
    "Cochrane Database Syst Rev 2013(6): CD001877": "Cochrane Database Syst Rev||2013|6|CD001877",
}  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_citation_line_says(line: str) -> None:
    said = read_citation_line(line)
    assert f"{said.journal}|{said.issued or ''}|{said.volume}|{said.issue}|{said.page}" == LINES[line]


@pytest.mark.parametrize(
    "line",
    ["Received 2012 Sep 28; Accepted 2013 Mar 1", "Page 12 of 30", "In the study, 12 (24%) of them, 2015, had it"],
)
def test_other_lines_with_numbers_say_nothing(line: str) -> None:
    assert read_citation_line(line).said == 0


@pytest.mark.parametrize("words", ["Download PDF", "Original Article", "March 2012", "Skip to main content", "Vol. 3"])
def test_what_pages_print_around_a_citation_is_no_journal(words: str) -> None:
    assert journal_in(words) == ""


def test_a_line_with_sentences_before_the_journal_is_of_another_work() -> None:
    assert read_citation_line("Poe E. Another title of another work. J Other. 2001;9(1):1-2.").of_another
    assert not read_citation_line("J. Clin. Epidemiol. 2001;9(1):1-2.").of_another


def test_a_publishers_logo_names_the_journal_once() -> None:
    assert journal_in("Journal of Filler logoLink to Journal of Filler") == "Journal of Filler"
