"""Workforce Race Equality Standard reports: indicators, charts, chapters and the report."""

__version__ = "0.1.0"
