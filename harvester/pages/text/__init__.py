"""What the layouts of plain text share: lists as they are printed, titles, and the links of text browsers."""
