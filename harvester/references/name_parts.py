"""What stands between and behind the names of a list in any style: the word for "and", suffixes, "et al."."""

SUFFIX = r"(?:,? (?:Jr|Sr|JR|SR|II|III|IV|2nd|3rd|4th|Filho|Neto|Junior|Júnior)\b\.?)"
ET_AL = (
    r"(?:,? ?\(?[\[]?(?:et\.? ?al\b\.?|et coll?\.|and (?:others|colleagues)|et alii|y col(?:s|\.)|u\. ?a\."
    r"|и др\.?|等|…|\.{3})[\])]?)"
)
AND = r"(?:and|und|et(?! al)|y|e|&|&amp;|и)"
