"""Both directions of the notations that readers, records and formats share; mapping tables as data."""
