"""What one publication can be to another, in words for people, and PubMed's words for it.

PubMed's are the values of `RefType` in its DTD of 2025 (`CommentsCorrections`); of its two directions each is named
here by what the *other* publication is.
"""

KINDS = {
    "retraction": "the notice that retracts it",
    "retracted": "the article that it retracts",
    "erratum": "an erratum of it",
    "corrected": "the article that it corrects",
    "concern": "an expression of concern about it",
    "concerned": "the article that it expresses concern about",
    "update": "an update of it",
    "updated": "the article that it updates",
    "republication": "it, published again",
    "original": "what was published first",
    "comment": "a comment on it",
    "commented": "the article that it comments on",
    "preprint": "its preprint",
    "published": "the article that it became",
    "summary": "a summary of it for patients",
    "summarized": "the article that it summarizes",
    "dataset": "data that belong to it",
    "companion": "another report that belongs to it",
}

PUBMED = {
    "RetractionIn": "retraction",
    "RetractionOf": "retracted",
    "RetractedandRepublishedIn": "republication",
    "RetractedandRepublishedFrom": "original",
    "CorrectedandRepublishedIn": "republication",
    "CorrectedandRepublishedFrom": "original",
    "RepublishedIn": "republication",
    "RepublishedFrom": "original",
    "ErratumIn": "erratum",
    "ErratumFor": "corrected",
    "ExpressionOfConcernIn": "concern",
    "ExpressionOfConcernFor": "concerned",
    "UpdateIn": "update",
    "UpdateOf": "updated",
    "CommentIn": "comment",
    "CommentOn": "commented",
    "SummaryForPatientsIn": "summary",
    "PatientSummaryIn": "summary",
    "OriginalReportIn": "summarized",
    "PatientSummaryOf": "summarized",
    "AssociatedDataset": "dataset",
    "AssociatedPublication": "companion",
}
"""`Cites` is left out: it is a reference and no relation of this kind."""

WITHDRAWN = "retracted"
CONCERN = "expression of concern"
"""What `Work.status` says of a work that was retracted, or that a concern was expressed about."""
