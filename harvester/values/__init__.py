"""The small values that every notation shares: each read in any form and written in each form, once."""
