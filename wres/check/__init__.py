"""Checks between figures: what a table can't show alone, told as warnings."""

from wres.check.cross_checks import cross_checks
from wres.check.findings import Finding, Limits
from wres.check.placeholders import unfilled
from wres.check.printing import exit_code, format_findings
from wres.check.settings import idle_settings

__all__ = [
    "Finding",
    "Limits",
    "cross_checks",
    "exit_code",
    "format_findings",
    "idle_settings",
    "unfilled",
]
