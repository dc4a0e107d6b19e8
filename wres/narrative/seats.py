"""A share of a board in seats, written as everywhere in a report."""

from wres.labels import format_seats as seats

__all__ = ["seats"]
