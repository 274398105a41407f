"""Pages of HTML without metadata, as eight publishers and some catalogues print them."""

from tests.pages.work_grid.articles import OTHERS, Article
from tests.pages.work_grid.forms import family_first, in_words, short
from tests.pages.work_grid.furniture import plain
from tests.pages.work_grid.layouts import layout
from tests.pages.work_grid.printed_forms import (
    ADDRESSES,
    MORE,
    PROSE,
    an,
    authors_of,
    cited,
    day_first,
    en,
    html,
    issue_of,
    listed,
    month,
    vancouver,
)


@layout()
def elsevier_like(a: Article) -> str:
    """Journal, then one line of volume, issue, date, pages; names parted by commas with letters raised."""
    people = ", ".join(f"<a href='#'>{x}</a> <sup>{'abc'[i % 3]}</sup>" for i, x in enumerate(authors_of(a)))
    return html(
        f"{plain(a.title)} - ScienceSite",
        f"""<div><a href='/'>ScienceSite</a> <a href='/j'>Journals</a> <a href='/b'>Books</a></div>
<div><a href='/x'>{a.journal}</a></div><div>Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}, {month(a)} {a.year}, Pages {en(a.pages)}</div>
<p>Original paper</p><h1>{a.title}</h1><p>{people}</p><dl><dt>a</dt><dd>{ADDRESSES[0]}</dd><dt>b</dt><dd>{ADDRESSES[1]}</dd></dl>
<p>Received 3 March {int(a.year) - 1}, Available online 4 April {a.year}.</p><p><a href='https://doi.org/{a.doi}'>https://doi.org/{a.doi}</a></p>
<h2>Abstract</h2><p>{PROSE}</p><h2>Introduction</h2><p>{MORE}</p><h2>References</h2>{listed()}<h2>Cited by</h2><ul><li>{cited()[0]}</li></ul>""",
    )


@layout()
def bmj_like_print(a: Article) -> str:
    """Kind, title, and one line with the citation, doi, date and "Cite this as"; roles behind names."""
    people = "</li><li>".join(
        f"{x}, <span>research fellow</span><sup>{i + 1}</sup>" for i, x in enumerate(authors_of(a))
    )
    return html(
        f"{plain(a.title)} | {a.short}",
        f"""<ul><li>Home</li><li>Research</li><li>Education</li><li>News &amp; Views</li></ul><p>Research</p><h1>{a.title}</h1>
<p>{a.short} {a.year}; {a.volume} doi: https://doi.org/{a.doi} (Published {day_first(a.date)}) Cite this as: {a.short} {a.year};{a.volume}:{a.first}</p>
<ol><li>{people}</li></ol><ol><li><sup>1</sup>{ADDRESSES[0]}</li><li><sup>2</sup>{ADDRESSES[1]}</li></ol><p>Correspondence to: {authors_of(a)[0]} someone@example.org</p><p>Accepted 12 January {a.year}</p>
<h2>Abstract</h2><p><b>Objective</b> {PROSE}</p><h2>Introduction</h2><p>{MORE}</p><h2>References</h2>{listed()}""",
    )


@layout()
def nejm_like(a: Article) -> str:
    """Degrees behind each name, a group at the end; the citation under the list."""
    people = an([f"{x}, M.D." if i % 2 == 0 else f"{x}, M.D., Ph.D." for i, x in enumerate(authors_of(a))], ", and ")
    return html(
        plain(a.title),
        f"""<div>{a.journal}</div><div>Original Article</div><h1>{a.title}</h1><p>{people}</p>
<p>Article Figures/Media Metrics</p><ul><li>{in_words(a.date)}</li><li>{a.short} {a.year}; {a.volume}:{a.pages}</li><li>DOI: {a.doi}</li></ul>
<h2>Abstract</h2><h3>Background</h3><p>{PROSE}</p><h3>Methods</h3><p>{MORE}</p><h2>References</h2>{listed()}<h2>Related Articles</h2><ul><li>{OTHERS[0].title} {", ".join(vancouver(OTHERS[0]))} {OTHERS[0].short} {OTHERS[0].year};{OTHERS[0].volume}:{OTHERS[0].pages}</li></ul>""",
    )


@layout()
def plos_old_print(a: Article) -> str:
    """Names with raised numbers, a box with "Citation:", "Published:" and an editor."""
    people = ", ".join(f"{x}<sup>{i % 3 + 1}{'*' if i == 0 else ''}</sup>" for i, x in enumerate(authors_of(a)))
    who = ", ".join(vancouver(a))
    return html(
        f"{a.journal}: {a.title}",
        f"""<div>{a.journal}: A Peer-Reviewed Open-Access Journal</div><div>Home Browse Articles About For Readers</div>
<h1>{a.title}</h1><p>{people}</p><p><strong>1</strong> {ADDRESSES[0]}, <strong>2</strong> {ADDRESSES[1]}</p>
<h2>Abstract</h2><p>{PROSE}</p><p><strong>Citation:</strong> {who} ({a.year}) {a.title}. {a.short} {a.volume}{issue_of(a)}: {a.pages}. doi:{a.doi}</p>
<p><strong>Academic Editor:</strong> Maria Nobody, University of Nowhere, Italy</p><p><strong>Received:</strong> May 5, {int(a.year) - 1}; <strong>Accepted:</strong> June 6, {int(a.year) - 1}; <strong>Published:</strong> {in_words(a.date)}</p>
<h2>Introduction</h2><p>{MORE}</p><h2>References</h2>{listed()}""",
    )


@layout()
def definition_list(a: Article) -> str:
    """A catalogue's table of fields."""
    return html(
        "Library catalogue",
        f"""<p>Home &gt; Search &gt; Record</p><h2>{a.title}</h2><dl><dt>Author(s):</dt><dd>{"; ".join(family_first(x) for x in a.authors)}</dd>
<dt>Journal:</dt><dd>{a.journal}</dd><dt>Volume:</dt><dd>{a.volume}</dd><dt>Issue:</dt><dd>{a.issue}</dd><dt>Pages:</dt><dd>{a.pages}</dd><dt>Published:</dt><dd>{day_first(a.date)}</dd><dt>DOI:</dt><dd>{a.doi}</dd></dl>
<h3>Abstract</h3><p>{PROSE}</p><p>Keywords: one, two, three</p><h3>References</h3>{listed()}""",
    )


@layout("title year authors journal locator")
def printed_elsevier_pages_old(a: Article) -> str:
    """Old HTML by hand: journal line with volume (year) pages above, centred title, names in capitals."""
    people = ", ".join(x.upper() for x in authors_of(a))
    return f"""<HTML><HEAD><TITLE>{a.short} {a.volume} ({a.year})</TITLE></HEAD><BODY><CENTER><FONT SIZE=2>{a.journal} {a.volume} ({a.year}) {a.pages}</FONT><BR><BR>
<FONT SIZE=5><B>{a.title}</B></FONT><BR><BR><B>{people}</B><BR><I>{ADDRESSES[0]}</I></CENTER><P><B>Abstract</B><P>{PROSE}<P><B>Introduction</B><P>{MORE}<P><B>References</B><OL>{"".join(f"<LI>{c}" for c in cited())}</OL>
<P>DOI: {a.doi}</BODY></HTML>"""


@layout()
def springer_like(a: Article) -> str:
    people = "</li><li>".join(
        f"<span>{x}</span><sup>{i % 2 + 1}</sup><span>Email author</span>"
        if i == 0
        else f"<span>{x}</span><sup>{i % 2 + 1}</sup>"
        for i, x in enumerate(authors_of(a))
    )
    return html(
        f"{plain(a.title)} | SpringLink",
        f"""<div>SpringLink</div><p><a href='/j'>{a.journal}</a></p><p>{month(a)} {a.year}, Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}, pp {en(a.pages)} | Cite as</p><h1>{a.title}</h1>
<ul><li>{people}</li></ul><p>1. {ADDRESSES[0]}</p><p>2. {ADDRESSES[1]}</p><p>Review</p><p>First Online: 12 May {a.year}</p>
<section><h2>Abstract</h2><p>{PROSE}</p></section><h2>Introduction</h2><p>{MORE}</p><h2>References</h2>{listed()}
<h2>About this article</h2><p>Cite this article as:</p><p>{", ".join(vancouver(a)[:3])}{" et al." if len(a.authors) > 3 else ""} {a.short} ({a.year}) {a.volume}: {a.first}. https://doi.org/{a.doi}</p>""",
    )


@layout()
def wiley_like(a: Article) -> str:
    people = "<br>".join(authors_of(a))
    return html(
        f"{plain(a.title)} - {a.journal} - Wily Library",
        f"""<div>Wily Library</div><h2>{a.journal}</h2><p>Original Article</p><h1>{a.title}</h1><div>{people}</div>
<p>First published: {day_first(a.date)}</p><p>https://doi.org/{a.doi}</p><p>Citations: 45</p><p>Volume {a.volume}{f", Issue {a.issue}" if a.issue else ""}</p><p>Pages {a.pages}</p>
<h3>Abstract</h3><p>{PROSE}</p><h3>1 INTRODUCTION</h3><p>{MORE}</p><h3>REFERENCES</h3>{listed()}<h3>Citing Literature</h3><p>{", ".join(vancouver(OTHERS[1]))}, {OTHERS[1].title}, {OTHERS[1].short}, {OTHERS[1].volume}, {OTHERS[1].issue}, ({OTHERS[1].pages}), ({OTHERS[1].year}). https://doi.org/{OTHERS[1].doi}</p>""",
    )


@layout()
def jama_like(a: Article) -> str:
    people = "; ".join(f"{x}, {('MD', 'PhD', 'RN, MPH')[i % 3]}" for i, x in enumerate(authors_of(a)))
    return html(
        f"{plain(a.title)} | {a.short}",
        f"""<ul><li>Home</li><li>Current Issue</li></ul><p>Original Contribution</p><p>{in_words(a.date)}</p><h1>{a.title}</h1><p>{people}</p><p>Author Affiliations</p>
<p>{a.short}. {a.year};{a.volume}{issue_of(a)}:{a.pages}. doi:{a.doi}</p><h2>Abstract</h2><p><b>Context</b> {PROSE}</p><h2>Methods</h2><p>{MORE}</p><h2>References</h2>{listed()}""",
    )


@layout()
def highwire_old(a: Article) -> str:
    people = an([f"<nobr>{x}</nobr><sup>{'*' if i else 'a'}</sup>" for i, x in enumerate(authors_of(a))], " and ")
    return f"""<html><head><title>{plain(a.title)} -- {authors_of(a)[0]} {a.volume} {issue_of(a)}: {a.first} -- {a.journal}</title></head><body><table><tr><td>HOME</td><td>HELP</td><td>FEEDBACK</td><td>SUBSCRIPTIONS</td><td>ARCHIVE</td></tr></table>
<p>{a.journal}, Vol. {a.volume}{f", No. {a.issue}" if a.issue else ""}, {a.pages}, {day_first(a.date)}<br>DOI: {a.doi}<br>&copy; {a.year} A Society</p><h2>{a.title}</h2><p><strong>{people}</strong></p><p><sup>a</sup> {ADDRESSES[0]}</p><p><strong>ABSTRACT</strong></p><p>{PROSE}</p>
<p><strong>INTRODUCTION</strong></p><p>{MORE}</p><p><strong>REFERENCES</strong></p>{listed()}</body></html>"""


@layout()
def source_line(a: Article) -> str:
    """A page of a library's news service: "Source:" line under authors."""
    return f"""<html><head><title>Nursing abstracts</title></head><body><table><tr><td><b>Title</b></td><td>{a.title}</td></tr><tr><td><b>Authors</b></td><td>{"; ".join(short(x) for x in a.authors)}</td></tr>
<tr><td><b>Source</b></td><td>{a.short}. {a.year};{a.volume}{issue_of(a)}:{a.pages}</td></tr><tr><td><b>DOI</b></td><td>{a.doi}</td></tr></table><h3>Abstract</h3><p>{PROSE}</p><h3>References</h3>{listed()}</body></html>"""


@layout()
def printed_scielo_like(a: Article) -> str:
    people = "; ".join(f"{x}<sup>{'I' * (i % 3 + 1)}</sup>" for i, x in enumerate(authors_of(a)))
    return html(
        a.short,
        f"""<p>{a.journal}</p><p>versión impresa ISSN 0034-8910</p><p>{a.short} vol.{a.volume}{f" no.{a.issue}" if a.issue else ""} Somewhere {month(a)[:3]}. {a.year}</p><p>http://dx.doi.org/{a.doi}</p><p>ARTÍCULO ORIGINAL</p><h2>{a.title}</h2><p><b>{people}</b></p>
<p><sup>I</sup>{ADDRESSES[0]}</p><p><b>RESUMEN</b></p><p>{PROSE}</p><p><b>Palabras clave:</b> uno, dos</p><p><b>INTRODUCCIÓN</b></p><p>{MORE}</p><p><b>REFERENCIAS</b></p>{listed()}<p>Como citar: {", ".join(vancouver(a))}. {a.title}. {a.short}. {a.year};{a.volume}{issue_of(a)}:{a.pages}.</p>""",
    )
