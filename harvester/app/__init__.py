"""The verbs: the order of steps and nothing else. They know ports, not adapters."""
