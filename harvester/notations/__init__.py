"""Both directions of the notations that readers, records and formats share, with their mapping tables as data.

`mapping` is the one table of what a variable is called in each format; `types` the one of publication types; `names`,
`dates`, `pages`, `markup` and `latex` write what a `Work` holds in the notation of a format; `citekey` proposes BibTeX
keys.
"""
