"""Comity reads reports of political contact and says what they say."""

__version__ = "0.1.0"
