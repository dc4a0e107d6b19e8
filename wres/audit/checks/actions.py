"""Findings to the disadvantage of BME people, and the plan: each needs an action."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from wres.audit.checks.ledger import Ledger, figure_of
from wres.audit.claim import ALL, Claim
from wres.audit.documents.contents import Block, Grid
from wres.audit.findings import UNCHECKABLE, WORDING, AuditFinding, finding
from wres.audit.words import first_of
from wres.definitions.indicators import indicator

__all__ = ["check_actions"]

# Above this a relative likelihood counts as adverse (wres.stats.FOUR_FIFTHS).
_ADVERSE_RATIO: Final = Fraction(125, 100)
# Below this many points a gap may be nobody's finding.
_ADVERSE_GAP: Final = 2
_NAMED: Final = re.compile(
    r"\b(?:indicators?|metrics?|WRES)\s*(?:no\.?\s*)?((?:[1-9](?:\s*(?:,|and|&|to|-|–|/)\s*)?)+)",
    re.IGNORECASE,
)
_INDICATOR: Final = re.compile(r"indicator|metric|wres", re.IGNORECASE)
# Lines that make a plan where no table does.
_FEWEST_LINES: Final = 2
_NEARLY_ALL: Final = 0.9
_UNSURE: Final = "The plan can't be told row from row, or names no indicator by its number: look."


def check_actions(ledger: Ledger, plans: Sequence[Block]) -> Iterator[AuditFinding]:
    """Hold the adverse figures of the report's year against its plan, where it prints one."""
    rows: list[tuple[str, ...]] = [(plan.text,) for plan in plans if plan.grid is None]
    rows += [row for plan in plans if plan.grid for row in _named_rows(plan.grid)]
    if len(rows) < _FEWEST_LINES and not any(plan.grid for plan in plans):
        return
    named = _indicators_named(rows)
    meant = named | _indicators_meant(rows)
    sure = bool(named) and _is_read_whole(plans)
    for number in "23456789":
        adverse = _adverse(ledger, number)
        if adverse is not None and meant and number not in meant:
            title = indicator(number).short_title
            message = (
                f"Indicator {number} ({title.lower()}) is to the disadvantage of BME people, "
                "and no action of the plan names it."
            )
            if not sure:
                message = f"{_UNSURE} {message}"
            kind = WORDING if sure else UNCHECKABLE
            yield finding(adverse, kind, "finding without action", message)


def _is_read_whole(plans: Sequence[Block]) -> bool:
    """Say whether a plan was read in rows and columns, so that what it doesn't name it leaves out.

    A PDF's rows without lines often run together or on as text.
    """
    if not any(plan.place.startswith("page") for plan in plans):
        return True
    return all(
        plan.grid is not None and (plan.grid.origin == "ruled" or _is_well_aligned(plan.grid))
        for plan in plans
    )


def _is_well_aligned(grid: Grid) -> bool:
    """Say whether nearly each row has its indicator's number, and none has half a row."""
    rows = grid.rows[1:]
    heads = [n for n, cell in enumerate(grid.rows[0]) if _INDICATOR.search(cell)]
    numbered = sum(any(row[n][:1].isdigit() for n in heads) for row in rows)
    return bool(rows) and numbered >= _NEARLY_ALL * len(rows)


def _named_rows(grid: Grid) -> list[tuple[str, ...]]:
    """Give a plan's rows with the word of its heading before each number of an indicator."""
    heads = [_INDICATOR.search(cell) for cell in grid.rows[0]]
    return [
        tuple(
            f"Indicators {cell}" if head and cell[:1].isdigit() else cell
            for head, cell in zip(heads, row, strict=True)
        )
        for row in grid.rows[1:]
    ]


def _indicators_named(rows: Sequence[Sequence[str]]) -> set[str]:
    """Give the indicators that a plan names by their numbers."""
    found: set[str] = set()
    for cell in (cell for row in rows for cell in row):
        for match in _NAMED.finditer(cell):
            found |= _numbers(match[1])
    return found


def _indicators_meant(rows: Sequence[Sequence[str]]) -> set[str]:
    """Give the indicators whose subjects the rows of a plan speak of."""
    meant: set[str] = set()
    for row in rows:
        for cell in dict.fromkeys(row):
            for clause in re.split(r"[.;,]| and ", cell):
                found = first_of("indicator", clause)
                meant |= {found} if found else set()
            if re.search(r"harass|bull|abus|civility|respect", cell, re.IGNORECASE):
                meant |= {"5", "6"}
            if re.search(r"career|promotion|talent|progress", cell, re.IGNORECASE):
                meant.add("7")
            if re.search(r"recruit|interview", cell, re.IGNORECASE):
                meant.add("2")
            if re.search(r"investigation|just culture|conduct", cell, re.IGNORECASE):
                meant.add("3")
    return meant


def _numbers(text: str) -> set[str]:
    found: set[str] = set()
    for first, last in re.findall(r"([1-9])(?:\s*(?:to|-|–)\s*([1-9]))?", text):
        found |= {str(n) for n in range(int(first), int(last or first) + 1)}
    return found


def _adverse(ledger: Ledger, number: str) -> Claim | None:
    record = indicator(number)
    if record.kind == "ratio":
        key = (number, "relative_likelihood", ALL, record.group, record.comparator_group)
        claim = ledger.one(key, ledger.year)
        figure = figure_of(claim) if claim is not None else None
        return claim if figure is not None and figure.value > _ADVERSE_RATIO else None
    if record.kind == "survey":
        pair = [
            ledger.one((number, "percentage", ALL, group, ""), ledger.year)
            for group in ("BME", "White")
        ]
        figures = [figure_of(claim) if claim is not None else None for claim in pair]
        if figures[0] is None or figures[1] is None:
            return None
        gap = figures[0].value - figures[1].value
        worse = -gap if record.good_direction == "higher" else gap
        return pair[0] if worse >= _ADVERSE_GAP else None
    claim = ledger.one((number, "difference", ALL, "BME", ""), ledger.year)
    figure = figure_of(claim) if claim is not None else None
    return claim if figure is not None and figure.value <= -_ADVERSE_GAP else None
