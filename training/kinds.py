"""How works that are no journal article, and references of other languages, are printed, by kind and language.

Fields as in `styles.py`, and G for a number of a report, registration, patent or law, or a version; ⟦ ⟧ are brackets
that are printed. A language without templates of its own for a kind takes those of English.
"""

REPORT = (
    (8, "{A}. {T}. {L}: {U}; {Y}."),
    (6, "{A}. {T} ⟦Internet⟧. {L}: {U}; {Y} ⟦cited {R}⟧. Available from: {W}"),
    (4, "{A}. {T} ⟦Internet⟧. {U}; {Y} ⟦cited {R}⟧. Available from: {W}"),
    (3, "{A}. {T} ⟦Internet⟧. {L}: {U}; {Y} ⟦updated {Y} {M} {d}; cited {R}⟧. {F} p. Available from: {W}"),
    (4, "{A}. {T}. {G}. {L}: {U}; {Y}."),
    (3, "{A}. {T}. {L}: {U}; {Y}. {G}."),
    (3, "{A}. {T} ({G}). {L}: {U}; {Y}."),
    (3, "{A}. {T}. {G} ⟦Internet⟧. {L}: {U}; {Y} ⟦cited {R}⟧. Available from: {W}"),
    (3, "{A}. {T}. {G}. {U}; {Y}."),
    (4, "{A} ({Y}). {T}. {L}: {U}."),
    (4, "{A} ({Y}). {T}. {U}. {W}"),
    (3, "{A} ({Y}). {T} ({G}). {U}. {W}"),
    (3, "{A}. ({Y}). {T} ({G}). {L}: {U}."),
    (3, "{A}. ({Y}). {T}. {L}: {U}."),
    (3, "{A}. ({Y}, {M} {d}). {T}. {W}"),
    (3, "{A}. ({Y}). {T}. Retrieved {R}, from {W}"),
    (3, "{A}, {Y}. {T}. {L}: {U}. Available at: {W} ⟦Accessed {R}⟧."),
    (3, "{A} ({Y}) {T}. {L}: {U}. Available at: {W} (Accessed: {R})."),
    (3, "{A} ({Y}) {T}. {W}. Accessed {R}"),
    (3, "{A}. {T}. {U}; {Y}. Accessed {R}. {W}"),
    (3, "{A}. {T}. Published {M} {d}, {Y}. Accessed {R}. {W}"),
    (2, "{A}. {T}. Updated {M} {d}, {Y}. Accessed {R}. {W}"),
    (2, "{A}. {T}. {M} {Y}. {W} (accessed {R})."),
    (3, "{A}. {T}. {Y}. {W} (accessed {R})."),
    (2, "{A}. {T}. {L}: {U}, {Y}. {W} (accessed {R})."),
    (2, "{A}. {T}, {Y}. Available: {W} ⟦Accessed {R}⟧."),
    (2, "{A}, {T} ({L}: {U}, {Y})."),
    (2, "{A}, “{T},” {U}, {L}, {G}, {Y}."),
    (2, "{A}. {Y}. {T}. {L}: {U}."),
    (2, "{A}. {Y}. “{T}.” {U}. {W}."),
    (2, "{A}: {T}. {L}: {U}; {Y}."),
    (2, "{A}: {T}. {Y}. {W}"),
    (2, "{A}. {T}. ({Y})."),
    (2, "{T}. {L}: {U}; {Y}."),
    (2, "{T} ⟦Internet⟧. {L}: {U}; {Y} ⟦cited {R}⟧. Available from: {W}"),
    (2, "{A} {T}; {U}: {L}, {Y}."),
    (2, "{A}. {T}; {U}: {L}, {Y}; Available online: {W} (accessed on {R})."),
    (2, "{A}. {T}. Available online: {W} (accessed on {R})."),
    (2, "{A}. {T}; {Y}."),
    (1, "{A} {Y}. {T}, {U}, {L}."),
)

WEB = (
    (4, "{A}. {T}. {C}. Updated {M} {d}, {Y}. Accessed {R}. {W}"),
    (4, "{A}. {T}. {C}. Published {M} {d}, {Y}. Accessed {R}. {W}"),
    (4, "{A}. {T} ⟦Internet⟧. {L}: {U}; {Y} ⟦cited {R}⟧. Available from: {W}"),
    (3, "{A}. {T} ⟦Internet⟧. {Y} ⟦cited {R}⟧. Available from: {W}"),
    (3, "{A}. {T} ⟦Web page⟧. {L}: {U}; {Y}. Available from: {W}. Accessed {R}."),
    (3, "{A}. {T}. {W}. Accessed {R}."),
    (3, "{A}. {T}. {W} (accessed {R})."),
    (2, "{A}. {T}. {W}. Published {Y}. Accessed {R}."),
    (2, "{A}. {T}. Available from: {W}. Accessed {R}."),
    (3, "{A}. ({Y}, {M} {d}). {T}. {W}"),
    (2, "{A}. ({Y}). {T}. {C}. {W}"),
    (2, "{A}. ({Y}). {T}. Retrieved {R}, from {W}"),
    (2, "{A}. ({Y}). {T}. Retrieved from {W}"),
    (2, "{A} ({Y}) {T}. Available at: {W} (Accessed: {R})."),
    (2, "{A}, {Y}. {T}. ⟦online⟧ Available at: {W} ⟦Accessed {R}⟧."),
    (2, "{A}. “{T}.” {C}, {d} {M} {Y}, {W}. Accessed {R}."),
    (2, "{A}. “{T}.” {C}. Last modified {M} {d}, {Y}. {W}."),
    (2, "{T}. {C}. {W}. Updated {M} {d}, {Y}. Accessed {R}."),
    (2, "{T} ⟦Internet⟧. {L}: {U}; {Y} ⟦cited {R}⟧. Available from: {W}"),
    (2, "{A}. {T}. Available online: {W} (accessed on {R})."),
    (1, "{A}. {T}. {W}"),
    (1, "{A}. {T}: {W}. {Y}."),
    (1, "{T}. ⟦{W}⟧. Accessed {R}"),
)

SOFTWARE = (
    (4, "{A}. {T}. {L}: {U}; {Y}."),
    (3, "{A}. {T}. {G}. {L}: {U}; {Y}."),
    (3, "{A}. {T} ⟦Computer program⟧. {G}. {L}: {U}; {Y}."),
    (3, "{T} ⟦Computer program⟧. {G}. {L}: {U}; {Y}."),
    (3, "{T} ⟦computer software⟧. {G}. {U}; {Y}."),
    (3, "{A} ({Y}). {T} ({G}) ⟦Computer software⟧. {U}. {W}"),
    (3, "{A} ({Y}). {T}. {U}, {L}. URL {W}"),
    (3, "{A} ({Y}). {T}. {G}. {L}: {U}."),
    (2, "{A}. {Y}. {T}. {L}: {U}."),
    (2, "{A}. {T}. {U}, {L}. {Y}. {W}"),
    (2, "{A}: {T}. {L}: {U}; {Y}."),
    (2, "{A} {T}. {L}: {U}; {Y}."),
    (2, "{A}. {T}, {G}. {Y}. {W}"),
    (2, "{T}. {G}. {U}, {L}, {Y}."),
    (2, "{T} ({G}). {U}; {Y}. {W}"),
    (2, "{A}, {T}, {G}, {U}, {L}, {Y}."),
    (2, "{A}. {T} ⟦Internet⟧. {L}: {U}; {Y} ⟦cited {R}⟧. Available from: {W}"),
)

DATASET = (
    (4, "{A} ({Y}). {T} ⟦Data set⟧. {U}. https://doi.org/{D}"),
    (3, "{A} ({Y}). {T}. {U}, {G}. https://doi.org/{D}"),
    (3, "{A}. {T}. {U}; {Y}. doi:{D}"),
    (3, "{A}. {T} ⟦dataset⟧. {Y}. {U}. {W}"),
    (3, "{A}. {T}, {G}. {Y}. {W}"),
    (2, "{A} ({Y}) {T}. {U}. doi: {D}"),
    (2, "{A}, {Y}, “{T}”, https://doi.org/{D}, {U}, {G}"),
    (2, "{A}. {Y}. {T}. {U}. {W}"),
    (2, "{A}. {T} ⟦Data file⟧. {L}: {U}; {Y}. Available from: {W}"),
    (2, "⟦dataset⟧ {A}. {T}. {Y}. {U}. {W}"),
    (2, "{A}. Data from: {T}. {U}; {Y}. https://doi.org/{D}"),
)

TRIAL = (
    (4, "{A}. {T}. ClinicalTrials.gov identifier: {G}. Updated {M} {d}, {Y}. Accessed {R}. {W}"),
    (3, "{A}. {T}. {G}. {W}. Accessed {R}."),
    (3, "{A}. {T} ⟦Internet⟧. {L}: {U}; {Y} ⟦cited {R}⟧. {G}. Available from: {W}"),
    (3, "{A}. {T} ({G}). {Y}. {W}"),
    (3, "{A} ({Y}). {T} (ClinicalTrials.gov Identifier {G}). {W}"),
    (2, "{G}. {T}. {W} (first received {d} {M} {Y})."),
    (2, "{G}. {T}. {Y}. Available from: {W}. Accessed {R}."),
    (2, "{T}. ClinicalTrials.gov identifier: {G}. {W}. Published {Y}. Accessed {R}."),
    (2, "{A}. {T}. In: ClinicalTrials.gov ⟦Internet⟧. {L}: {U}; {Y}. {W}. NLM Identifier: {G}."),
    (2, "{A}. {T}. PROSPERO {Y} {G}. Available from: {W}"),
)

PATENT = (
    (3, "{A}, inventors; {U}, assignee. {T}. United States patent {G}. {Y} {M} {d}."),
    (3, "{A}. {T}. US Patent {G}. {M} {d}, {Y}."),
    (3, "{A} ({Y}). {T} (U.S. Patent No. {G}). U.S. Patent and Trademark Office."),
    (2, "{A}. {T}. {G}, {Y}."),
    (2, "{A}. {T}: {G}⟦P⟧. {Y}-05-12."),
    (2, "{A}, “{T},” U.S. Patent {G}, {M} {d}, {Y}."),
    (1, "{A}. {T}. Patent No. {G}. {L}: {U}; {Y}."),
)

LAW = (
    (3, "{T}, {G} ({Y})."),
    (3, "{T}. {G} ({Y})."),
    (2, "{T}. {L}: {U}; {Y}."),
    (2, "{A}. {T}. {G}, {M} {d}, {Y}."),
    (2, "{A}. {T}. {C}. {Y};{G}."),
    (2, "{A}. {T}. {C} {Y}; {V}: {P}."),
    (2, "{T}, {Y}. {W}"),
    (2, "{A} ({Y}). {T}. {C}, {G}."),
    (1, "{T}, {G}, {d} {M} {Y}."),
)

STANDARD = (
    (3, "{A}. {T}. {L}: {U}; {Y}."),
    (3, "{A} ({Y}). {T}. {L}: {U}."),
    (2, "{A}. {T}. {U}, {L} ({Y})."),
    (2, "{A}, {Y}. {T}. {U}, {L}."),
    (2, "{T}. {L}: {U}; {Y}."),
    (2, "{A}, {T}, {U}, {L}, {Y}."),
)

INSERT = (
    (3, "{T} ⟦package insert⟧. {L}: {U}; {Y}."),
    (3, "{T} ⟦prescribing information⟧. {L}: {U}; {Y}."),
    (2, "{T}. Prescribing information. {U}; {Y}. Accessed {R}. {W}"),
    (2, "{U}. {T} ⟦prescribing information⟧. {L}: {U}; {Y}."),
    (2, "{T} ⟦package insert⟧. {U}, {L}; {Y}."),
)

THESIS = (
    (4, "{A}. {T} ⟦{B}⟧. {L}: {U}; {Y}."),
    (3, "{A} ({Y}). {T} ({B}). {U}, {L}."),
    (3, "{A} ({Y}). {T} ⟦{B}, {U}⟧. {W}"),
    (3, "{A} ({Y}). {T}. Unpublished {B}, {U}."),
    (3, "{A}. {T}. {B}. {U}, {Y}."),
    (2, "{A}. {Y}. {T}. {B}. {U}, {L}."),
    (2, "{A}, {Y}. {T}. {B}, {U}, {L}."),
    (2, "{A}. “{T}.” {B}, {U}, {Y}."),
    (2, "{A}, “{T},” {B}, Dept. Elect. Eng., {U}, {L}, {Y}."),
    (2, "{A}, “{T},” Ph.D. dissertation, {U}, {L}, {M} {Y}."),
    (2, "{A}: {T}. {B}, {U}; {Y}."),
    (2, "{A}, {T}, {B}, {U}, {Y}."),
    (2, "{A}. {T}; {B}; {U}: {L}, {Y}."),
)

CONFERENCE = (
    (4, "{A}. {T}. In: {C}; {Y} {M} {d}-30; {L}. p. {P}."),
    (3, "{A}. {T}. In: {C}. {L}: {U}; {Y}. p. {P}."),
    (3, "{A}. {T}. In: {C}. {Y}. p. {P}."),
    (3, "{A}. {T}. Paper presented at: {C}; {M} {d}, {Y}; {L}."),
    (3, "{A} ({Y}, {M}). {T}. Paper presented at the {C}, {L}."),
    (3, "{A}. {T}. Presented at: {C}; {Y} {M} {d}; {L}."),
    (3, "{A}. {T} ⟦abstract⟧. {C}; {Y} {M} {d}; {L}. Abstract {F}."),
    (3, "{A}. {T}. {C}; {Y}; {L}."),
    (3, "{A}, “{T},” in {C}, {L}, {Y}, pp. {P}."),
    (3, "{A}. {T}. In {C}, pages {P}, {Y}."),
    (3, "{A}. {T}. In {C}, {L}, pp. {P}, {Y}."),
    (3, "{A} ({Y}). {T}. In {C} (pp. {P}). {U}."),
    (3, "{A} ({Y}) {T}. In: {C}, {L}, pp. {P}."),
    (2, "{A}. {Y}. {T}. In {C}. {U}, {L}, {P}."),
    (2, "{A}. {T}. In {C}; {U}: {L}, {Y}; pp. {P}."),
    (2, "{A}. {T}. In: {E}, editors. {C}; {Y} {M} {d}; {L}. {L}: {U}; {Y}. p. {P}."),
    (2, "{A}. {T}. {C}. {L}, {M} {Y}."),
    (2, "{A}, {T}, {C}, {L}, {Y}, pp. {P}."),
    (2, "{A}. {T}. Poster presented at: {C}; {M} {Y}; {L}."),
)

NEWS = (
    (4, "{A}. {T}. {C}. {M} {d}, {Y}. Accessed {R}. {W}"),
    (4, "{A} ({Y}, {M} {d}). {T}. {C}. {W}"),
    (3, "{A}. {T}. {C}. {Y} {M} {d}."),
    (3, "{A}. {T}. {C}. {Y} {M} {d};Sect. A:{F}."),
    (3, "{A}, “{T},” {C}, {M} {d}, {Y}."),
    (3, "{A}. “{T}.” {C}, {M} {d}, {Y}. {W}."),
    (2, "{A} ({Y}) ‘{T}’, {C}, {d} {M}, p. {F}."),
    (2, "{A}. {T}. {C} ⟦Internet⟧. {Y} {M} {d} ⟦cited {R}⟧. Available from: {W}"),
    (2, "{T}. {C}. {M} {d}, {Y}. {W}"),
    (2, "{C}, “{T},” {M} {d}, {Y}."),
    (2, "{A}. {T}. {C}, {d} {M} {Y}."),
)

PREPRINT = (
    (4, "{A}. {T}. {C}. Preprint posted online {M} {d}, {Y}. doi:{D}"),
    (3, "{A}. {T}. {C} ⟦Preprint⟧. {Y} {M} {d} ⟦cited {R}⟧. Available from: {W}"),
    (3, "{A}. {T}. {C} {Y}; published online {M} {d}. DOI:{D} (preprint)."),
    (3, "{A} ({Y}). {T}. {C}. https://doi.org/{D}"),
    (3, "{A}. {T}. {C} {Y}.{M}.{d}; doi: https://doi.org/{D}"),
    (3, "{A}. {T}. {C}. {Y}:{Y}.03.16.20036145."),
    (2, "{A}, {T}, {C}:{q} ({Y})."),
    (2, "{A}, “{T},” {C} preprint {C}:{q}, {Y}."),
    (2, "{A}. {T}. {C}, {Y}."),
)

BOOK = (
    (5, "{A}. {T}. {N}. {L}: {U}; {Y}."),
    (4, "{A}, eds. {T}. {N}. {L}: {U}; {Y}."),
    (4, "{A}, editors. {T}. {N}. {L}: {U}; {Y}."),
    (3, "{A}, editor. {T}. {L}: {U}; {Y}. {F} p."),
    (3, "{A}, editors. {T}, {N}. {L}: {U}; {Y}."),
    (3, "{A}. {T}. Vol. {V}. {L}: {U}; {Y}."),
    (3, "{A}, {T} ({U}, {L}, {Y})."),
    (3, "{A}, {T}, {S} Vol. {V} ({U}, {L}, {Y})."),
    (3, "{A} ({Y}). {T} ({N}). {U}."),
    (3, "{A} (Eds.). ({Y}). {T} ({N}). {L}: {U}."),
    (3, "{A}. {T}. {L}, {U}, {Y}."),
    (3, "{A}. {T}. {N}. {U}; {Y}."),
    (3, "{A}. {Y}. {T}. {L}: {U}."),
    (3, "{A}. {Y}. {T}. {U}, {L}. {F} pp."),
    (2, "{A}. {T}. {N}. {L}: {U}, {Y}. Print."),
    (2, "{A}. {T} ⟦Internet⟧. {N}. {L}: {U}; {Y} ⟦cited {R}⟧. Available from: {W}"),
    (2, "{A}. {T}, {N}; {U}: {L}, {Y}."),
    (2, "{A}. {T}. {N}. {L} ({L}): {U}; {Y}."),
    (2, "{T}. {N}. {L}: {U}; {Y}."),
    (2, "{A} {Y}, {T}, {N}, {U}, {L}."),
    (2, "{A}, {T}. {U}, {Y}."),
    (2, "{A} ({Y}): {T}. {L}."),
    (2, "{A} ({Y}) {T}. {U}, {L}, {F} pp."),
)

CHAPTER = (
    (5, "{A}. {T}. In: {E}, editors. {C}. {N}. {L}: {U}; {Y}. p. {P}."),
    (5, "{A}. {T}. In: {E}, eds. {C}. {N}. {L}: {U}; {Y}:{P}."),
    (4, "{A}. {T}. In: {E}, editors. {C} ⟦Internet⟧. {L}: {U}; {Y} ⟦cited {R}⟧. Available from: {W}"),
    (4, "{A}. {T}. In: {C} ⟦Internet⟧. {L}: {U}; {Y}-. Available from: {W}"),
    (3, "{A}. {T}. ⟦Updated {Y} {M} {d}⟧. In: {C} ⟦Internet⟧. {L}: {U}; {Y} Jan-. Available from: {W}"),
    (3, "{A}. Chapter 8: {T}. In: {E} (editors). {C}. {U}, {Y}. Available from {W}."),
    (4, "{A} ({Y}). {T}. In {E} (Eds.), {C} ({N}, pp. {P}). {U}."),
    (4, "{A} ({Y}). {T}. In {E} (Ed.), {C} (Vol. {V}, pp. {P}). {L}: {U}."),
    (3, "{A} ({Y}). {T}. In: {E} (eds.), {C}. {L}: {U}, {P}."),
    (3, "{A} ({Y}). {T}. In: {E} (eds.). {C}. {U}, {L}, pp. {P}."),
    (3, "{A}. “{T}.” In {C}, edited by {E}, {P}. {L}: {U}, {Y}."),
    (3, "{A}. {Y}. “{T}.” In {C}, edited by {E}, {P}. {L}: {U}."),
    (3, "{A}. “{T}.” {C}, edited by {E}, {U}, {Y}, pp. {P}."),
    (3, "{A} ({Y}) ‘{T}’, in {E} (eds), {C}, {L}: {U}, pp. {P}."),
    (3, "{A}, “{T},” in {C}, {E}, Eds. {L}: {U}, {Y}, pp. {P}."),
    (2, "{A}, {T}, in: {E} (Eds.), {C}, {U}, {L}, {Y}, pp. {P}."),
    (2, "{A}. {Y}. {T}. In: {E} (ed.) {C}: {P}. {L}: {U}."),
    (2, "{A}. {Y}. {T}, p. {P}. In {E} (eds.), {C}. {U}, {L}."),
    (2, "{A}. {T}. In: {C}. {E}, eds. {L}: {U}; {Y}: {P}."),
    (2, "{A}. {T}. In {E}, Eds. {C}. {L}, {U}, {Y}, p. {P}."),
    (2, "{A}: {T}. In {C}. Edited by {E}. {L}: {U}; {Y}:{P}."),
    (2, "{A}. {T}. In: {E}, ed. {C}. {L}, {U}, {Y}; {P}."),
)

# Physics, mathematics, astronomy, taxonomy: without titles, with the year behind the volume, or with journals' places.
SCIENCE = (
    (5, "{A}, {C} {V} ({Y}) {P}."),
    (4, "{A}, {C} {V}, {F} ({Y})."),
    (3, "{A} {C} {V} ({Y}) {P}"),
    (3, "{A}, {C} {V} ({Y}) {P}, arXiv:{q} ⟦hep-ph⟧."),
    (3, "{A}, {T}, {C} {V} ({Y}) {P} ⟦arXiv:{q}⟧."),
    (3, "{A}, {T}, {C} {V}, {F} ({Y}), arXiv:{q}."),
    (3, "{A}, {T}, {C} {V} ({Y}), {P}."),
    (3, "{A}. {T}. {C}, {V}({I}):{P}, {Y}."),
    (3, "{A}, {T}, {C} {V} ({Y}), no. {I}, {P}."),
    (3, "{A}. {T}. {C} {V} ({Y}), no. {I}, {P}."),
    (2, "{A} ({Y}). {T}. {C} {V} {P}. MR{K}"),
    (3, "{A}, “{T},” {C}, vol. {V}, p. {F}, {M} {Y}."),
    (3, "{A}, “{T},” {C}, vol. {V}, no. {I}, pp. {P}, {M} {Y}."),
    (2, "{A}, “{T},” {C} {V}, {P} ({Y})."),
    (3, "{A} {Y}, {C}, {V}, {F}"),
    (3, "{A}, {Y}, {C}, {V}, {F}"),
    (2, "{A} {Y} {C} {V} {F}"),
    (3, "{A}. {Y}. {T}. {C}. {L} {V}: {P}."),
    (3, "{A} ({Y}) {T}. {C}, {L} {V}({I}): {P}."),
    (2, "{A} ({Y}) {T}. {C} ({L}) {V}: {P}."),
    (2, "{A} {Y} — {T}. {C} {V}: {P}."),
    (2, "{A}. {Y}. {T}. {C} {V}, no. {I}:{P}."),
    (2, "{A} ({Y}): {T}. — {C}, {V}: {P}; {L}."),
    (2, "{A} {Y}. {T}. {C}, ser. 2, {V}: {P}."),
    (2, "{A}. {T}. {C}. {L}, {Y};{V}:{P}."),
    (2, "{A}. {T}. {C}. {U}; {Y};{V}: {P}."),
    (2, "{A} ({Y}) {T}. {C} {V} {I}: {P}."),
    (2, "{A}. {T}. {C} {Y};{V} Suppl {I}:{P}."),
    (2, "{A}. {T}. {C}, {Y}. {V}({I}): p. {P}."),
    (2, "{A}. {T} ({G}). {C} {Y};{V}:{P}."),
    (2, "{A}. {T}. {C} in press."),
    (2, "{A} ({Y}) {T}. {C}, in press."),
    (2, "{A} (in press). {T}. {C}."),
    (2, "{A} ({Y}). {T}. {C}, ({I}), {P}."),
    (2, "{A}. {Y}. “{T}.” {C}, {M}."),
    (2, "{A}. {Y}. “{T}.” {C} {V} ({I})."),
)

ARTICLE_DE = (
    (5, "{A} ({Y}): {T}. In: {C} {V}, S. {P}."),
    (4, "{A} ({Y}): {T}. In: {C} {V} ({I}), S. {P}."),
    (4, "{A} ({Y}): {T}. {C}, {V}, S. {P}."),
    (4, "{A} ({Y}). {T}. {C}, {V}, S. {P}."),
    (3, "{A} ({Y}). {T}. {C} {V} ({I}), S. {P}"),
    (3, "{A} ({Y}), »{T}«, in: {C} {V}, S. {P}."),
    (3, "{A} ({Y}), „{T}“, {C}, Jg. {V}, H. {I}, S. {P}."),
    (3, "{A}: {T}. In: {C}, Jg. {V} ({Y}), H. {I}, S. {P}."),
    (3, "{A}: {T}. In: {C} {V} ({Y}), {P}."),
    (3, "{A}, {T}, {C} {V} ({Y}) H. {I}, S. {P}"),
    (3, "{A}: {T}. {C} {V}, {Y}, S. {P}."),
    (3, "{A}. {T}. {C} {Y}; {V}: {P}."),
    (3, "{A}. {T}. {C} {Y};{V}:{P}"),
    (2, "{A} ({Y}): {T}. In: {C} (Bd. {V}, Nr. {I}), S. {P}."),
    (2, "{A} ({Y}): {T}. In: {C}, {V}. Jg., Heft {I}, S. {P}."),
    (2, "{A} {Y}: {T}. In: {C}, {V}, {P}."),
    (2, "{A}. {Y}. {T}. {C}. Bd.{V}. S.{P}."),
    (2, "{A} ({Y}): {T}. — {C}, {V}: {P}."),
    (2, "{A} ({Y}), {T}, in: {C}, Nr. {I}, S. {P}."),
    (2, "{A}, {T}, in: {C} {V} ({Y}), S. {P}."),
)
BOOK_DE = (
    (5, "{A} ({Y}): {T}. {L}: {U}."),
    (4, "{A} ({Y}). {T}. {L}: {U}."),
    (4, "{A} ({Y}): {T}. {L}."),
    (3, "{A} ({Y}), {T}, {L}."),
    (3, "{A} ({Y}), {T}, {L}: {U}."),
    (3, "{A}: {T}. {L}: {U} {Y}."),
    (3, "{A}: {T}. {L}: {U}, {Y}."),
    (3, "{A}: {T}, {L} {Y}."),
    (3, "{A}, {T}, {L} {Y}."),
    (3, "{A}. {Y}. {T}. {L}: {U}."),
    (3, "{A} ({Y}): {T}. {N}, {L}: {U}."),
    (2, "{A} (Hrsg.) ({Y}): {T}. {L}: {U}."),
    (2, "{A} (Hg.): {T}. {L}: {U} {Y}."),
    (2, "{A} {Y}: {T}. {L}."),
    (2, "{A}. {T}. {N}. {U}, {L}, {Y}."),
    (2, "{A}. {T}. {N}. {L}: {U}; {Y}"),
    (2, "{A} ({Y}): {T}. ({S}). {L}."),
)
CHAPTER_DE = (
    (5, "{A} ({Y}): {T}. In: {E} (Hg.): {C}. {L}: {U}, S. {P}."),
    (5, "{A} ({Y}): {T}. In: {E} (Hrsg.): {C}. {L}: {U}, {P}."),
    (4, "{A} ({Y}). {T}. In {E} (Hrsg.), {C} (S. {P}). {L}: {U}."),
    (3, "{A} ({Y}). {T}. In: {E} (Hrsg.), {C}. {U}, {L}, S {P}"),
    (3, "{A} ({Y}), »{T}«, in: {E} (Hg.), {C}, {L}, S. {P}."),
    (3, "{A} ({Y}), „{T}“, in: {E} (Hrsg.), {C}, {L}: {U}, S. {P}."),
    (3, "{A}: {T}. In: {E} (Hrsg.): {C}. {L}: {U} {Y}, S. {P}."),
    (3, "{A}, {T}, in: {E} (Hg.), {C}, {L} {Y}, S. {P}."),
    (2, "{A} {Y}: {T}. In: {E} (Hrsg.): {C}. {L}. S. {P}."),
    (2, "{A} ({Y}): {T}. In: {C}. {L}: {U}, S. {P}."),
    (2, "{A} ({Y}): {T}. In: {E} (Hrsg.): {C}. {L}: {P}"),
    (2, "{A}. {T}. In: {E}, Hrsg. {C}. {N}. {L}: {U}; {Y}: {P}"),
)
THESIS_DE = (
    (3, "{A} ({Y}). {T}. Dissertation, {U}."),
    (3, "{A} ({Y}): {T}. Dissertation. {U}, {L}."),
    (2, "{A} ({Y}). {T} (Dissertation). {U}, {L}."),
    (2, "{A}: {T}. Diss. {U} {Y}."),
    (2, "{A}. {T}. Inaugural-Dissertation, {U}, {Y}."),
    (2, "{A} ({Y}). {T} ⟦Dissertation, {U}⟧."),
    (2, "{A} ({Y}): {T}. Unveröffentlichte Diplomarbeit, {U}."),
    (2, "{A} ({Y}): {T}. Habilitationsschrift, {U}, {L}."),
    (1, "{A} ({Y}): {T}. — Diss.: {F} S.; {L}."),
)
REPORT_DE = (
    (4, "{A} ({Y}): {T}. {L}: {U}. Verfügbar unter: {W} (Zugriff am {R})."),
    (3, "{A} (Hrsg.) ({Y}). {T}. {L}: {U}."),
    (3, "{A} ({Y}): {T}. {L}."),
    (3, "{A}. {T}. {L}: {U}; {Y}."),
    (3, "{A}. {T}. {L}; {Y}. Im Internet: {W}; Stand: {R}"),
    (2, "{A} ({Y}). {T}. Abgerufen am {R} von {W}"),
    (2, "{A} ({Y}): {T}. Online verfügbar unter {W}, zuletzt geprüft am {R}."),
    (2, "{A}: {T}. {W} (abgerufen am {R})"),
    (2, "{A} ({Y}). {T}. {G}. {L}: {U}."),
    (2, "{A}: {T} ({Y}), {W} ({R})."),
)
NEWS_DE = (
    (3, "{A} ({Y}): {T}. In: {C}, {d}. {M} {Y}, S. {F}."),
    (3, "{A}: {T}. In: {C} vom {d}.5.{Y}, S. {F}."),
    (2, "{A} ({Y}, {d}. {M}). {T}. {C}. {W}"),
    (2, "{A}, „{T}“, {C}, {d}. {M} {Y}."),
)
ARTICLE_FR = (
    (4, "{A}. {T}. {C} {Y};{V}:{P}."),
    (3, "{A}. {T}. {C}. {Y} ; {V}({I}) : {P}."),
    (3, "{A} ({Y}). {T}. {C}, {V}({I}), {P}."),
    (3, "{A} ({Y}). « {T} », {C}, vol. {V}, n° {I}, p. {P}."),
    (3, "{A}, « {T} », {C}, vol. {V}, n° {I}, {Y}, p. {P}."),
    (3, "{A}, « {T} », {C}, n° {V}, {M} {Y}, pp. {P}."),
    (2, "{A}, {T}, {C}, t. {V}, {Y}, p. {P}."),
    (2, "{A}. {Y}. {T}. {C}, {V} : {P}."),
    (2, "{A} ({Y}) {T}. {C} {V}: {P}."),
)
BOOK_FR = (
    (4, "{A}. {T}. {L} : {U} ; {Y}."),
    (4, "{A} ({Y}). {T}. {L}: {U}."),
    (3, "{A}, {T}, {L}, {U}, {Y}."),
    (3, "{A} ({Y}), {T}, {L}, {U}."),
    (2, "{A}. {Y}. {T}. {L}, {U}, {F} p."),
    (2, "{A}, {T}, {U}, {Y}."),
)
CHAPTER_FR = (
    (3, "{A}. {T}. In: {E}, éditeurs. {C}. {L}: {U}; {Y}. p. {P}."),
    (3, "{A} ({Y}). {T}. Dans {E} (dir.), {C} (p. {P}). {L} : {U}."),
    (3, "{A}, « {T} », dans {E} (dir.), {C}, {L}, {U}, {Y}, p. {P}."),
    (2, "{A} ({Y}), « {T} », in {E} (éds), {C}, {L}, {U}, p. {P}."),
)
THESIS_FR = (
    (3, "{A}. {T} ⟦thèse⟧. {L}: {U}; {Y}."),
    (3, "{A} ({Y}). {T}. Thèse de doctorat, {U}."),
    (2, "{A}, {T}, thèse de doctorat, {U}, {Y}."),
    (2, "{A}. {T}. ⟦Thèse pour le diplôme d’État de docteur en médecine⟧. {L}: {U}; {Y}."),
)
REPORT_FR = (
    (4, "{A}. {T}. {L}: {U}; {Y}."),
    (3, "{A}. {T} ⟦Internet⟧. {L}: {U}; {Y} ⟦cité {R}⟧. Disponible sur: {W}"),
    (3, "{A} ({Y}). {T}. {L} : {U}. Disponible à : {W} (consulté le {R})."),
    (2, "{A}. {T}. {Y}. Disponible sur : {W} (consulté le {R})"),
    (2, "{A}, {T}, {Y}, ⟦en ligne⟧ {W}"),
)
ARTICLE_ES = (
    (4, "{A}. {T}. {C}. {Y};{V}({I}):{P}."),
    (3, "{A}. {T}. {C} {Y}; {V}: {P}."),
    (3, "{A} ({Y}). {T}. {C}, {V}({I}), {P}."),
    (3, "{A} ({Y}). {T}. {C}, ({I}), {P}."),
    (3, "{A} ({Y}): «{T}», {C}, vol. {V}, núm. {I}, pp. {P}."),
    (3, "{A} ({Y}), “{T}”, {C}, {V} ({I}), pp. {P}."),
    (2, "{A}. “{T}”. {C}. Vol. {V}, N° {I} ({Y}): {P}."),
    (2, "{A}. {Y}. {T}. {C} {V}: {P}."),
)
BOOK_ES = (
    (4, "{A}. {T}. {N}. {L}: {U}; {Y}."),
    (4, "{A} ({Y}). {T}. {L}: {U}."),
    (3, "{A} ({Y}). {T}. {U}."),
    (3, "{A} ({Y}): {T}, {L}, {U}."),
    (3, "{A}. {T}. {L}: {U}, {Y}."),
    (2, "{A}, {T}, {L}, {U}, {Y}."),
)
CHAPTER_ES = (
    (3, "{A}. {T}. En: {E}, editores. {C}. {L}: {U}; {Y}. p. {P}."),
    (3, "{A} ({Y}). {T}. En {E} (Eds.), {C} (pp. {P}). {L}: {U}."),
    (3, "{A} ({Y}): «{T}», en {E} (coords.), {C}, {L}, {U}, pp. {P}."),
)
THESIS_ES = (
    (3, "{A}. {T} ⟦tesis doctoral⟧. {L}: {U}; {Y}."),
    (3, "{A} ({Y}). {T} (Tesis doctoral). {U}, {L}."),
    (3, "{A} ({Y}). {T} ⟦Tesis de maestría, {U}⟧. {W}"),
    (2, "{A}. {T}. Tesis de grado. {U}, {L}, {Y}."),
)
REPORT_ES = (
    (4, "{A}. {T}. {L}: {U}; {Y}."),
    (3, "{A}. {T} ⟦Internet⟧. {L}: {U}; {Y} ⟦citado {R}⟧. Disponible en: {W}"),
    (3, "{A} ({Y}). {T}. {L}: {U}. Recuperado de {W}"),
    (3, "{A}. ({Y}). {T}. Recuperado el {R}, de {W}"),
    (2, "{A}. {T}. {Y}. Disponible en: {W} ⟦consultado {R}⟧"),
    (2, "{A} ({Y}): {T}, {L}."),
)
NEWS_ES = (
    (3, "{A} ({Y}, {d} de {M}). {T}. {C}. {W}"),
    (3, "{A}. {T}. {C}. {d} de {M} de {Y}."),
    (2, "{A}. “{T}”. {C}, {d} {M} {Y}. Disponible en: {W}"),
)
ARTICLE_PT = (
    (5, "{A}. {T}. {C}, {L}, v. {V}, n. {I}, p. {P}, {Y}."),
    (4, "{A}. {T}. {C}, v. {V}, n. {I}, p. {P}, {Y}."),
    (3, "{A}. {T}. {C}, v.{V}, n.{I}, p.{P}, {M} {Y}."),
    (3, "{A}. {T}. {C}, v.{V}, p.{P}, {Y}."),
    (3, "{A}. {T}. {C}. {Y};{V}({I}):{P}."),
    (3, "{A}. {Y}. {T}. {C}, {V}({I}): {P}."),
    (2, "{A} ({Y}). {T}. {C}, {V}({I}), {P}."),
    (2, "{A}. {T}. {C}, {V}: {P}, {Y}."),
    (2, "{A}, {Y}. {T}. {C}, vol. {V}, no. {I}, pp. {P}."),
    (2, "{A}. {T}. {C}. {V}, p.{P}, {Y}."),
)
BOOK_PT = (
    (4, "{A}. {T}. {L}: {U}, {Y}."),
    (4, "{A}. {T}. {N}. {L}: {U}, {Y}."),
    (3, "{A}. {T}. {L}: {U}; {Y}."),
    (3, "{A}. {T}. {L}: {U}, {Y}. {F} p."),
    (3, "{A}. {Y}. {T}. {N}. {L}: {U}. {F} p."),
    (2, "{A}. {Y}. {T}. {U}, {L}. {F}p."),
    (2, "{A} (org.). {T}. {L}: {U}, {Y}."),
    (2, "{A} ({Y}). {T}. {L}: {U}."),
)
CHAPTER_PT = (
    (4, "{A}. {T}. In: {E} (org.). {C}. {L}: {U}, {Y}. p. {P}."),
    (3, "{A}. {T}. In: {E} (ed.). {C}. {N}. {L}: {U}, {Y}. cap. 3, p. {P}."),
    (3, "{A}. {T}. In: {E}, organizadores. {C}. {L}: {U}; {Y}. p. {P}."),
    (2, "{A}. {Y}. {T}. In: {E} (Org.). {C}. {U}, {L}. p. {P}."),
)
THESIS_PT = (
    (4, "{A}. {T}. {Y}. {F} f. Tese (Doutorado em Ciências) – {U}, {L}, {Y}."),
    (4, "{A}. {T}. {Y}. Dissertação (Mestrado em Saúde Coletiva) - {U}, {L}."),
    (3, "{A}. {T}. {L}, {Y}. Tese (Doutorado) - {U}."),
    (3, "{A}. {T} ⟦tese⟧. {L}: {U}; {Y}."),
    (3, "{A}. {T} ⟦dissertação⟧. {L} (SP): {U}; {Y}."),
    (2, "{A}. {Y}. {T}. Tese de Doutorado, {U}, {L}, {F} p."),
)
REPORT_PT = (
    (4, "{A}. {T}. {L}: {U}, {Y}. Disponível em: {W}. Acesso em: {R}."),
    (3, "{A}. {T}. {L}: {U}; {Y}."),
    (3, "{A}. {T} ⟦Internet⟧. {L}: {U}; {Y} ⟦citado {R}⟧. Disponível em: {W}"),
    (3, "{A}. {T}. {C}, {L}, {d} {M} {Y}."),
    (2, "{A}. {Y}. {T}. {L}, {U}."),
    (2, "{A}. {T}. Disponível em: <{W}>. Acesso em: {R}."),
    (2, "{A} ({Y}). {T}. {L}: {U}."),
)
NEWS_PT = (
    (3, "{A}. {T}. {C}, {L}, {d} {M} {Y}. Disponível em: {W}. Acesso em: {R}."),
    (3, "{A}. {T}. {C}, {d} {M} {Y}. Política."),
    (2, "{T}. {C}, {L}, {d} {M} {Y}."),
)
ARTICLE_IT = (
    (3, "{A}. {T}. {C} {Y};{V}:{P}."),
    (3, "{A} ({Y}). {T}. {C}, {V}({I}), {P}."),
    (3, "{A}, {T}, in «{C}», {V}, {Y}, pp. {P}."),
    (2, "{A}, {T}, in {C}, n. {I}, {Y}, pp. {P}."),
)
BOOK_IT = (
    (3, "{A}, {T}, {U}, {L}, {Y}."),
    (3, "{A} ({Y}). {T}. {L}: {U}."),
    (3, "{A}. {T}. {L}: {U}; {Y}."),
    (2, "{A}, {T}, {U}, {L} {Y}."),
)
ARTICLE_RU = (
    (5, "{A} {T} // {C}. {Y}. Т. {V}, № {I}. С. {P}."),
    (4, "{A} {T} // {C}. – {Y}. – Т. {V}, № {I}. – С. {P}."),
    (3, "{A} {T}. {C}. {Y};{V}({I}):{P}."),
    (3, "{A}. {T} // {C}. {Y}. № {I}. С. {P}."),
    (3, "{A} {T}. {C}. {Y}; {V}: {P}."),
    (2, "{A} {T} // {C}. - {Y}. - Т.{V}. - №{I}. - С.{P}."),
    (2, "{A}, {T}, {C}, {V}:{I} ({Y}), {P}."),
)
BOOK_RU = (
    (4, "{A} {T}. {L}: {U}, {Y}. {F} с."),
    (3, "{A} {T}. – {L}: {U}, {Y}. – {F} с."),
    (3, "{A} {T}. {L}: {U}; {Y}."),
    (2, "{A} {T}. {L}.: {U}, {Y}."),
)
THESIS_RU = (
    (3, "{A} {T}: дис. ... канд. мед. наук. {L}, {Y}. {F} с."),
    (3, "{A} {T}: автореф. дис. ... д-ра мед. наук. – {L}, {Y}. – 24 с."),
)
ARTICLE_ZH = (
    (6, "{A}. {T}⟦J⟧. {C}, {Y}, {V}({I}): {P}."),
    (4, "{A}. {T}⟦J⟧. {C},{Y},{V}({I}):{P}."),
    (3, "{A}．{T}⟦J⟧．{C}，{Y}，{V}（{I}）：{P}．"),
    (3, "{A}. {T}. {C} {Y};{V}:{P}."),
    (2, "{A}. {T}. {C}, {Y}, {V}({I}): {P}."),
    (2, "{A}（{Y}）. {T}. {C}, {V}({I}), {P}."),
)
BOOK_ZH = (
    (4, "{A}. {T}⟦M⟧. {L}: {U}, {Y}."),
    (3, "{A}. {T}⟦M⟧. {L}: {U}, {Y}: {P}."),
    (2, "{A}．{T}⟦M⟧．{L}：{U}，{Y}．"),
    (2, "{A}. {T}. {L}: {U}; {Y}."),
)
THESIS_ZH = (
    (3, "{A}. {T}⟦D⟧. {L}: {U}, {Y}."),
    (2, "{A}．{T}⟦D⟧．{L}：{U}，{Y}．"),
)
ARTICLE_JA = (
    (4, "{A}. {T}. {C} {Y}; {V}: {P}."),
    (3, "{A}: {T}. {C} {V}: {P}, {Y}."),
    (3, "{A}: {T}. {C}, {V}({I}): {P}, {Y}"),
    (2, "{A} ({Y}). {T}. {C}, {V}, {P}."),
    (2, "{A}「{T}」『{C}』{V}巻{I}号、{Y}年、{P}頁"),
)
ARTICLE_KO = (
    (4, "{A}. {T}. {C}. {Y};{V}({I}):{P}."),
    (3, "{A} ({Y}). {T}. {C}, {V}({I}), {P}."),
    (2, "{A}, {T}, {C}, {V}({I}), {Y}, {P}."),
)

TABLES = {
    ("report", "en"): REPORT, ("web", "en"): WEB, ("software", "en"): SOFTWARE, ("dataset", "en"): DATASET,
    ("trial", "en"): TRIAL, ("patent", "en"): PATENT, ("law", "en"): LAW, ("standard", "en"): STANDARD,
    ("insert", "en"): INSERT, ("thesis", "en"): THESIS, ("conference", "en"): CONFERENCE, ("news", "en"): NEWS,
    ("preprint", "en"): PREPRINT, ("book", "en"): BOOK, ("chapter", "en"): CHAPTER, ("article", "en"): SCIENCE,
    ("article", "de"): ARTICLE_DE, ("book", "de"): BOOK_DE, ("chapter", "de"): CHAPTER_DE, ("thesis", "de"): THESIS_DE,
    ("report", "de"): REPORT_DE, ("web", "de"): REPORT_DE, ("news", "de"): NEWS_DE,
    ("article", "fr"): ARTICLE_FR, ("book", "fr"): BOOK_FR, ("chapter", "fr"): CHAPTER_FR, ("thesis", "fr"): THESIS_FR,
    ("report", "fr"): REPORT_FR, ("web", "fr"): REPORT_FR,
    ("article", "es"): ARTICLE_ES, ("book", "es"): BOOK_ES, ("chapter", "es"): CHAPTER_ES, ("thesis", "es"): THESIS_ES,
    ("report", "es"): REPORT_ES, ("web", "es"): REPORT_ES, ("news", "es"): NEWS_ES,
    ("article", "pt"): ARTICLE_PT, ("book", "pt"): BOOK_PT, ("chapter", "pt"): CHAPTER_PT, ("thesis", "pt"): THESIS_PT,
    ("report", "pt"): REPORT_PT, ("web", "pt"): REPORT_PT, ("news", "pt"): NEWS_PT,
    ("article", "it"): ARTICLE_IT, ("book", "it"): BOOK_IT,
    ("article", "ru"): ARTICLE_RU, ("book", "ru"): BOOK_RU, ("thesis", "ru"): THESIS_RU,
    ("article", "zh"): ARTICLE_ZH, ("book", "zh"): BOOK_ZH, ("thesis", "zh"): THESIS_ZH,
    ("article", "ja"): ARTICLE_JA, ("article", "ko"): ARTICLE_KO,
}  # fmt: skip
