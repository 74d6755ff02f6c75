"""Makes the weights that newsgraph ships; see README.md in this folder."""
