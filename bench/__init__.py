"""Benchmarks of the extraction: `make bench`, or `python -m bench [DOCUMENTS]`."""
