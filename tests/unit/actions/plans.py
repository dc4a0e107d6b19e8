"""Plans for tests: rows by column, fictional."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from tests.unit.indicators.trusts import chapter
from wres.actions import Plan, read_plan
from wres.chapters.reading import Action, Chapter
from wres.chapters.register import Staged
from wres.sources.folders import YearFolder


def folder_of(tmp_path: Path, year: int = 2024) -> YearFolder:
    """Give a year's folder that is there."""
    folder = YearFolder(tmp_path, "RXX", year)
    folder.path.mkdir(parents=True)
    return folder


def written(folder: YearFolder, *rows: dict[str, str]) -> YearFolder:
    """Write a plan of these rows, with the columns that any of them has."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (folder.path / "action_plan.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
    return folder


def plan_of(tmp_path: Path, *rows: dict[str, str]) -> Plan:
    """Write a plan and read it back."""
    plan = read_plan(written(folder_of(tmp_path), *rows))
    if plan is None:
        raise LookupError("no plan")
    return plan


def actions(*rows: dict[str, str]) -> tuple[Action, ...]:
    """Make a register; rows are counted from 2, as in a file."""
    return tuple(Action.model_validate({"row": row} | one) for row, one in enumerate(rows, start=2))


def with_plan(
    *rows: dict[str, str],
    before: tuple[dict[str, str], ...] | None = None,
    made: Chapter | None = None,
    settings: dict[str, object] | None = None,
    as_at: str = "",
) -> Chapter:
    """Give a chapter with a register, in a document of that day with these settings."""
    last = None if before is None else actions(*before)
    paper = {"register": settings or {}, "date": as_at} if settings or as_at else None
    held = Staged.model_validate({"register": actions(*rows), "before": last, "paper": paper})
    return replace(made or chapter(2024), staged=held)
