"""The deciders: what the store shall hold, worked out from what was read and is known. Pure."""
