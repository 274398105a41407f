"""A grid of pages that say which work they are about: real articles, each in many layouts written by ourselves.

    python -m tests.pages.work_grid --half seen --fails     # shares, and each fault of the half that may be looked at
    python -m tests.pages.work_grid --half unseen           # shares alone
    python -m tests.pages.work_grid --half seen --printed   # layouts without metadata: what they tell is printed

A layout is a function from the facts of an article to the source of a page, registered by one decorator; a module of
layouts is one line in `measuring.MODULES`.
"""
