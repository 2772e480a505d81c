"""Measurements of LINDA, each run by hand or by `make bench`."""
