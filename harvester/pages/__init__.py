"""Bytes of a page -> Reading: recognized, then read by one of the layouts, with the locations of its values."""
