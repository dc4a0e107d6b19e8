"""Printing what was found: errors, contradictions, warnings, notes, by file, and how many."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from wres.errors import Problem

__all__ = ["exit_code", "format_findings"]

_KINDS = ("error", "contradiction", "warning", "note")


def format_findings(
    errors: Sequence[Problem],
    warnings: Sequence[Problem],
    notes: Sequence[Problem],
    form: str = "text",
    *,
    contradictions: Sequence[Problem] = (),
) -> str:
    """Write all that was found, in a fixed order.

    Parameters
    ----------
    errors, warnings, notes : sequence of Problem
        What was found; the same problem twice is told once.
    form : str
        `text`: one line each, the number of each kind in the last line; `json`: a list of records
        and the numbers.
    contradictions : sequence of Problem
        What says otherwise than the figures; each input is sound by itself.
    """
    kinds = [_sorted(problems) for problems in (errors, contradictions, warnings, notes)]
    if form == "json":
        return _as_json(kinds)
    return "\n".join([*_lines(kinds), _last_line(kinds)])


def exit_code(
    errors: Sequence[Problem],
    warnings: Sequence[Problem],
    *,
    strict: bool,
    contradictions: Sequence[Problem] = (),
) -> int:
    """Give 3 with errors, 1 with contradictions or with warnings where they count, else 0.

    Examples
    --------
    >>> exit_code([], [], strict=True)
    0
    """
    if errors:
        return 3
    return 1 if contradictions or (strict and warnings) else 0


def _sorted(problems: Iterable[Problem]) -> list[Problem]:
    """Group by file and order by sheet and row; what has no row comes first, as it came."""
    unique = dict.fromkeys(problems)
    return sorted(unique, key=lambda one: (one.file, one.sheet or "", one.row or 0))


def _lines(kinds: Sequence[list[Problem]]) -> Iterator[str]:
    for kind, problems in zip(_KINDS, kinds, strict=True):
        yield from (f"{kind}: {_one_line(str(problem))}" for problem in problems)


def _one_line(text: str) -> str:
    # a cell may hold line breaks; every finding stays one line
    return " ".join(text.split())


def _last_line(kinds: Sequence[list[Problem]]) -> str:
    counted = (
        f"{len(problems)} {kind}{'' if len(problems) == 1 else 's'}"
        for kind, problems in zip(_KINDS, kinds, strict=True)
        # most checks look for none: they are counted where there are some
        if problems or kind != "contradiction"
    )
    return ", ".join(counted)


def _as_json(kinds: Sequence[list[Problem]]) -> str:
    records = [
        {"kind": kind, **asdict(problem)}
        for kind, problems in zip(_KINDS, kinds, strict=True)
        for problem in problems
    ]
    counts = {f"{kind}s": len(found) for kind, found in zip(_KINDS, kinds, strict=True)}
    return json.dumps({"findings": records, **counts}, indent=2, ensure_ascii=False)
