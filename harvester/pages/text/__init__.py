"""What the layouts of plain text share: printed lists, titles, and the links of text browsers."""
