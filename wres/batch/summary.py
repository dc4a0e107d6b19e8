"""A run in words: what was asked for, what made the reports, and what came of it."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from wres import __version__
from wres.batch.units import DONE, FAILED, UNCHANGED, Outcome
from wres.labels import format_day
from wres.report import Report
from wres.stamps import library_digest

__all__ = ["asked_for", "counted", "for_readers", "summary", "versions"]


def asked_for(wanted: Report, *, among_peers: bool) -> dict[str, Any]:
    """Say what must be the same for a run to be gone on with."""
    return {
        "year": wanted.year,
        "profile": wanted.profile,
        "formats": list(wanted.formats),
        "engine": wanted.engine,
        "data": wanted.data.as_posix(),
        "among_peers": among_peers,
    }


def versions() -> dict[str, Any]:
    """Say what made the reports: versions that people know, and a hash of what they leave open."""
    known = {"wres": __version__, "python": platform.python_version()}
    return {"versions": known, "code_sha256": library_digest()}


def for_readers(
    begun: datetime, asked: Mapping[str, Any], versions: Mapping[str, Any]
) -> dict[str, str]:
    """Say of a run what the log's first line says, in words."""
    ended = datetime.now().astimezone()
    of = versions["versions"]
    code = versions["code_sha256"][:12]
    return {
        "Begun": f"{format_day(begun)} at {begun:%H:%M:%S} (UTC{begun:%z})",
        "Ended": f"{format_day(ended)} at {ended:%H:%M:%S} (UTC{ended:%z})",
        "Made by": f"wres {of['wres']} (code {code}) with Python {of['python']}",
        "Formats": ", ".join(asked["formats"]),
        "Profile": asked["profile"],
        "Data folder": asked["data"],
    }


def counted(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Count what became of all reports."""
    times = Counter(one.status for one in outcomes)
    return {
        "reports": len(outcomes),
        **{status: times[status] for status in (DONE, UNCHANGED, FAILED)},
        "warnings": sum(one.warnings for one in outcomes),
    }


def summary(outcomes: Sequence[Outcome]) -> str:
    """Say what came of a run in a line."""
    of = counted(outcomes)
    came_out = len(outcomes) - of[FAILED]
    parts = [f"{came_out} of {len(outcomes)} reports done"]
    if of[UNCHANGED]:
        parts.append(f"{of[UNCHANGED]} of them unchanged")
    if of["warnings"]:
        parts.append(f"{of['warnings']} warning{'s' if of['warnings'] > 1 else ''}")
    failed = [one.organisation for one in outcomes if one.status == FAILED]
    told = ", ".join(parts)
    return f"{told}; failed: {', '.join(failed)}" if failed else told
