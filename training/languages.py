"""What print says in each language: months, "and", "et al.", and the words before an address; facts as data."""

_MONTHS = """
de Januar Februar März April Mai Juni Juli August September Oktober November Dezember
fr janvier février mars avril mai juin juillet août septembre octobre novembre décembre
es enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
pt janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
it gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
ru января февраля марта апреля мая июня июля августа сентября октября ноября декабря
nl januari februari maart april mei juni juli augustus september oktober november december
abnt jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez.
"""
MONTHS = {words[0]: words[1:] for words in map(str.split, _MONTHS.split("\n")) if words}
"""The names of months by language; `abnt` as the Brazilian standard NBR 6023 cuts them."""
AND = {"de": ("und", "u.", "/", ";", "&"), "fr": ("et", "et", "&"), "es": ("y", "e", "y"), "pt": ("e", "&", ";"),
       "it": ("e", "&"), "nl": ("en", "&")}  # fmt: skip
ET_AL = {
    "de": ("et al.", "u. a.", "u.a.", "et al"),
    "fr": ("et al.", "et coll.", "et al"),
    "es": ("et al.", "y cols.", "et al"),
    "pt": ("et al.", "e cols.", "et al"),
    "it": ("et al.", "e coll."),
    "ru": ("и др.", "и соавт."),
    "zh": ("等", "et al."),
    "ja": ("他", "ほか"),
    "ko": ("등", "외"),
}
DATES = {
    "de": ("{d}. {m} {y}", "{d}.{n}.{y}", "{d:02}.{n:02}.{y}", "{m} {y}"),
    "fr": ("{d} {m} {y}", "{d}/{n:02}/{y}", "le {d} {m} {y}"),
    "es": ("{d} de {m} de {y}", "{d} {m} {y}", "{d}/{n:02}/{y}"),
    "pt": ("{d} de {m} de {y}", "{d} {m} {y}", "{d}/{n:02}/{y}"),
    "it": ("{d} {m} {y}", "{d}/{n:02}/{y}"),
    "ru": ("{d:02}.{n:02}.{y}",),
    "zh": ("{y}-{n:02}-{d:02}",),
    "ja": ("{y}-{n:02}-{d:02}", "{y}年{n}月{d}日"),
    "ko": ("{y}-{n:02}-{d:02}",),
    "nl": ("{d} {m} {y}",),
}
GIVEN = {
    "A": "Anna Andrew Andreas Antonio Alice Ana", "B": "Barbara Beverley Benjamin Bernd Beatriz",
    "C": "Christian Clara Carlos Catherine Chunhua", "D": "David Diana Dieter Daniel", "E": "Elena Erik Eva Edward",
    "F": "Franz Frances Fernando Fatima", "G": "George Gabriele Gordon Giulia", "H": "Heike Henry Hiroshi Hannah",
    "I": "Ingrid Ivan Isabel Ian", "J": "Jeremy Julia Johannes José Jürgen Joan", "K": "Katherine Klaus Karl Kenji",
    "L": "Laura Lars Luis Lothar", "M": "Maria Michael Martin Mary Mohammed", "N": "Nicole Norbert Nigam Noah",
    "O": "Otto Olga Oscar", "P": "Peter Patricia Pierre Paulo", "Q": "Qing Quentin", "R": "Robert Rachel Roland Rosa",
    "S": "Susan Stefan Sergio Sarah", "T": "Thomas Theodor Teresa Tatiana", "U": "Ulrich Ursula", "V": "Victor Vera",
    "W": "Wolfgang William Wei", "X": "Xavier Xiaoming", "Y": "Yuko Yvonne Yusuf", "Z": "Zoe Zhang",
}  # fmt: skip
"""Given names by their initial, for the styles that print them in full where a fact has the initial alone."""
