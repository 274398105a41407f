"""Which word of a reference belongs to which field: its items, the features of each, and a model trained on facts."""
