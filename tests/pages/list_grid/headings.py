"""What stands over a list: 31 words in 20 languages, and the forms in which pages print them.

A form of HTML is a function of the words and of the list's markup, since some hold the list (`<details>`); one of
text is a function of the words alone.
"""

from collections.abc import Callable

WORDS = {
    "References": "en", "REFERENCES": "en", "Bibliography": "en", "Works Cited": "en", "Literature cited": "en",
    "References and notes": "en", "Reference list": "en", "Références": "fr", "Bibliographie": "fr",
    "Références bibliographiques": "fr", "Literatur": "de", "Literaturverzeichnis": "de", "Referencias": "es",
    "Bibliografía": "es", "Referências Bibliográficas": "pt", "Bibliografia Citada": "pt",
    "Riferimenti bibliografici": "it", "Literatuur": "nl", "Referenser": "sv", "Litteratur": "no",
    "Kirjallisuus": "fi", "Piśmiennictwo": "pl", "Kaynaklar": "tr", "Список литературы": "ru", "参考文献": "zh",
    "引用文献": "ja", "참고문헌": "ko", "Literatura": "cs", "Irodalom": "hu", "Βιβλιογραφία": "el", "Litteraturliste": "da",
}  # fmt: skip

HtmlForm = Callable[[str, str], str]
HTML_FORMS: dict[str, HtmlForm] = {
    "h2": lambda words, listed: f"<h2>{words}</h2>\n{listed}",
    "h4": lambda words, listed: f"<h4>{words}</h4>\n{listed}",
    "h5 of a class": lambda words, listed: f'<div><h5 class="sec-title">{words}</h5>\n{listed}</div>',
    "bold paragraph": lambda words, listed: f"<p><b>{words}</b></p>\n{listed}",
    "strong in a box": lambda words, listed: f"<div><strong>{words}</strong></div>\n{listed}",
    "centred font": lambda words, listed: f'<center><font size="+1">{words.upper()}</font></center>\n{listed}',
    "centred paragraph": lambda words, listed: f'<p align="center">{words.upper()}</p>\n{listed}',
    "term": lambda words, listed: f"<dl><dt>{words}</dt><dd>{listed}</dd></dl>",
    "summary": lambda words, listed: f"<details open><summary>{words}</summary>{listed}</details>",
    "head of a table": lambda words, listed: f"<table><tr><th>{words}</th></tr><tr><td>{listed}</td></tr></table>",
    "span of a class": lambda words, listed: f'<div class="block"><span class="label">{words}</span>{listed}</div>',
    "bare line": lambda words, listed: f"{words}<br>\n{listed}",
    "with a colon": lambda words, listed: f"<h3>{words}:</h3>\n{listed}",
    "with a number": lambda words, listed: f"<h3>6. {words}</h3>\n{listed}",
    "with a link": lambda words, listed: f'<h2 id="s9">{words} <a class="anchor" href="#s9">#</a></h2>\n{listed}',
    "link back to the top": lambda words, listed: f'<h3>{words} <a href="#top">[Top]</a></h3>\n{listed}',
}

TEXT_FORMS: dict[str, Callable[[str], str]] = {
    "line": lambda words: f"{words}\n\n",
    "line without a blank one": lambda words: f"{words}\n",
    "capitals": lambda words: f"{words.upper()}\n\n",
    "with a colon": lambda words: f"{words}:\n\n",
    "with a number": lambda words: f"7. {words}\n\n",
    "centred": lambda words: f"{words:^72}\n\n",
    "markdown": lambda words: f"## {words}\n\n",
    "in bold": lambda words: f"**{words}**\n\n",
    "underlined": lambda words: f"{words}\n{'=' * len(words)}\n\n",
    "with a button": lambda words: f"{words}[edit]\n\n",
}
