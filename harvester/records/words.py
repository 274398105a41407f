"""PubMed's words -> those of this library, as tables."""

LANGUAGES = {
    "afr": "af", "ara": "ar", "arm": "hy", "aze": "az", "bos": "bs", "bul": "bg", "cat": "ca", "chi": "zh", "cze": "cs",
    "dan": "da", "dut": "nl", "eng": "en", "epo": "eo", "est": "et", "fin": "fi", "fre": "fr", "geo": "ka", "ger": "de",
    "gle": "ga", "gre": "el", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ice": "is", "ind": "id", "ita": "it",
    "jpn": "ja", "kor": "ko", "lat": "la", "lav": "lv", "lit": "lt", "mac": "mk", "may": "ms", "nor": "no", "per": "fa",
    "pol": "pl", "por": "pt", "rum": "ro", "rus": "ru", "slo": "sk", "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv",
    "tha": "th", "tur": "tr", "ukr": "uk", "vie": "vi", "wel": "cy",
}  # fmt: skip
"""MEDLINE's language (MARC, three letters) -> ISO 639-1, which CSL and hyphenation want; "mul" and "und" stay."""

GENRES = {
    "Preprint": "Preprint",
    "Retraction Notice": "Retraction Notice",
    "Retraction of Publication": "Retraction Notice",
    "Published Erratum": "Published Erratum",
    "Expression of Concern": "Expression of Concern",
    "Meta-Analysis": "Meta-Analysis",
    "Systematic Review": "Systematic Review",
    "Practice Guideline": "Practice Guideline",
    "Guideline": "Guideline",
    "Review": "Review",
    "Randomized Controlled Trial": "Randomized Controlled Trial",
    "Clinical Trial": "Clinical Trial",
    "Case Reports": "Case Reports",
    "Letter": "Letter",
    "Editorial": "Editorial",
    "Comment": "Comment",
    "News": "News",
    "Congress": "Congress",
    "Dataset": "Dataset",
}
"""Publication types that say what sort of article it is -> CSL's `genre`; a record's first that is in the table
counts."""
