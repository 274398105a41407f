"""Which word of a reference belongs to which field: its items, what is known of each, and a model trained on facts."""
