"""Bytes of a page -> Reading: recognized, then read by one of the layouts, with the places where its values stand."""
