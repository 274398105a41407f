"""Character classes for patterns: upper and lower case letters of Latin, Greek and Cyrillic, unknown to `re`.

Each is the inside of a character class. The letters of Latin Extended-A and -B, where the cases alternate, stand in
both: listing them one by one makes a pattern ten times slower to compile.
"""

UPPER = "A-ZÀ-ÖØ-ÞĀ-ɏΆ-ΫЀ-ЯҐẀ-ỿ"
LOWER = "a-zß-öø-ÿĀ-ɏά-ώа-џґẀ-ỿ"

DASHES = r"‐‑‒–—―−\-"
"""All that is printed for a hyphen or dash."""
