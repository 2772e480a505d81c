"""LINDA answers the phone of a one-man cell-phone repair shop."""

__version__ = "0.1.0"
