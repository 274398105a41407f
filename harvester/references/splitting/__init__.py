"""A pasted or saved reference list cut into its references: numbers, lines, link words, and the text of each."""
