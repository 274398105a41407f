"""Text read in another coding than it was written in."""

import pytest

from harvester.app.extract import parse_list
from harvester.model import Source
from harvester.pages.layouts import read
from harvester.pages.recognize import recognize
from harvester.values.miscoded import mended, mended_words

WORDS = """
Müller|Çakır|Über|Pérez-López|Señor|Ångström|“quoted”|it’s|1–8|α-synuclein|µm|±5|≥10|½|Žižek|Łódź|œuvre|naïve|São|Иванов
""".strip().split("|")


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("coding", ["cp1252", "latin-1"])
def test_utf_8_that_was_read_byte_by_byte_is_read_again(word: str, coding: str) -> None:
    # Bytes that Windows-1252 does not have are left as they are by the programs that do this.
    letters = (bytes((b,)) for b in word.encode())
    misread = "".join(b.decode(coding, "ignore") or chr(b[0]) for b in letters)
    assert mended(f"x MÃ¼ller, Ã©t {misread}") == f"x Müller, ét {word}"


@pytest.mark.parametrize(
    "text",
    [
        "«CAFÉ»", "“CAFÉ”", "NESCAFÉ®", "20 Å³ and Å²", "“voilà”…", "IRMÃ”", "¡Ánimo! ¡África!", "É—", "JOÃO",
        "Año: 12 ñ", "«À»", "É\u00adcole", "¿Qué?", "Ça va", "http://example.org/a?1",
    ],
)  # fmt: skip
def test_words_that_are_right_stay(text: str) -> None:
    assert mended_words(text) == text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("M¨¹ller. 40:1785¨C1794", "Müller. 40:1785–1794"),
        ("Bostrom¡¯s ¡°word¡± 5 ¡À 3, ¦Â-blocker", "Bostrom’s “word” 5 ± 3, β-blocker"),
        ("40:1785ñ1794", "40:1785–1794"),
        ("40:1785Ð1794", "40:1785–1794"),
        ("40:1785\ufffd1794", "40:1785–1794"),
        ('819â€"24', "819–24"),
        ("it\x92s 1785\x961794", "it’s 1785–1794"),
        ("2009;40(3):e1785?e1794", "2009;40(3):e1785–e1794"),
        ("M&amp;ouml;ller &amp; Co, 1&ndash;8", "Möller & Co, 1–8"),
        ("p &lt; 5, &amp;lt;i&amp;gt;", "p &lt; 5, &amp;lt;i&amp;gt;"),
    ],
)
def test_what_another_coding_made_of_dashes_and_letters_is_put_right(text: str, right: str) -> None:
    assert mended_words(text) == right


def test_a_pasted_list_and_a_page_have_their_letters_and_pages_whole() -> None:
    text = (
        "References\n1. MÃ¼ller C. Ãœber Salz. Z Gastroenterol. 2012;50:1â€“8.\n"
        "2. Law MR. By how much? BMJ. 1991;302:819¨C824.\n"
    )
    (page,) = recognize(Source("x.txt", text.encode(), "0")).pages
    assert [r.text for r in read(page).references] == [
        "Müller C. Über Salz. Z Gastroenterol. 2012;50:1–8.",
        "Law MR. By how much? BMJ. 1991;302:819–824.",
    ]
    assert [r.described.page for r in parse_list(text)] == ["1-8", "819-824"]


def test_entities_coded_twice_in_an_entry_are_read() -> None:
    entries = "".join(f"<li>M&amp;uuml;ller C. Salz &amp;amp; Brot. BMJ. 199{n};302:819-24.</li>" for n in range(4))
    (page,) = recognize(Source("x.html", f"<html><h2>References</h2><ol>{entries}</ol></html>".encode(), "0")).pages
    assert read(page).references[0].text == "Müller C. Salz & Brot. BMJ. 1990;302:819-24."
