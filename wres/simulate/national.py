"""The figures of a made-up England, in the form of the benchmark table: all trusts together."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from wres.sources.benchmarks import BENCHMARKS

__all__ = ["National"]

SOURCE = "Fictional: all trusts made up in one run of wres simulate, together"


class National:
    """Adds up trusts, one at a time, and keeps their sums only."""

    def __init__(self) -> None:
        self._sums: defaultdict[tuple[int, str, str], float] = defaultdict(float)

    def add(self, year: int, counts: dict[str, pd.DataFrame]) -> None:
        """Add one trust's counts of a year."""
        for table, columns in (
            ("recruitment", ("shortlisted", "appointed")),
            ("disciplinary", ("workforce", "entered_process")),
            ("training", ("accessed",)),
            ("workforce", ("headcount",)),
            ("board", ("members",)),
        ):
            by_group = counts[table].groupby("ethnicity")[list(columns)].sum()
            for column in columns:
                for group, number in by_group[column].items():
                    self._sums[year, column, str(group)] += float(number)
        self._add_survey(year, counts["staff_survey"])

    def write(self, folder: Path) -> Path:
        """Write `benchmarks/national.csv`."""
        path = folder / "benchmarks" / "national.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow([column.name for column in BENCHMARKS.columns])
        writer.writerows(row for year in self._years() for row in self._rows(year))
        path.write_bytes(text.getvalue().encode())
        return path

    def _add_survey(self, year: int, table: pd.DataFrame) -> None:
        newest = table[(table["survey_year"] == year - 1) & (table["scope"] == "trust")]
        answers = newest["responses"].astype(float)
        sums = newest.assign(yes=newest["percent"] * answers, answers=answers)
        for row in sums.itertuples():
            key = f"survey {row.indicator}|{row.base}"
            self._sums[year, f"{key}|yes", str(row.ethnicity)] += float(row.yes)  # type: ignore[arg-type]
            self._sums[year, f"{key}|all", str(row.ethnicity)] += float(row.answers)  # type: ignore[arg-type]

    def _years(self) -> list[int]:
        return sorted({year for year, _, _ in self._sums})

    def _rows(self, year: int) -> Iterator[tuple[object, ...]]:
        yield self._row(year, "workforce_share", "BME", self._share(year, "headcount"), "%")
        yield self._row(year, "9_board_share", "BME", self._share(year, "members"), "%")
        for indicator, first, part, whole in (
            ("2", "White", "appointed", "shortlisted"),
            ("3", "BME", "entered_process", "workforce"),
            ("4", "White", "accessed", "workforce"),
        ):
            other = "BME" if first == "White" else "White"
            ratio = _over(
                self._rate(year, part, whole, first), self._rate(year, part, whole, other)
            )
            yield self._row(year, indicator, f"{first} over {other}, England", ratio, "ratio")
        for key in sorted({name for at, name, _ in self._sums if at == year and "|yes" in name}):
            indicator, base, _ = key.removeprefix("survey ").split("|")
            for group in ("White", "BME"):
                percent = self._rate(year, key, key.replace("|yes", "|all"), group)
                yield self._row(year, indicator, group, percent, "%", base)

    def _row(
        self,
        year: int,
        indicator: str,
        group: str,
        value: float | None,
        unit: str,
        base: str = "",
    ) -> tuple[object, ...]:
        shown = "" if value is None else f"{value:.2f}" if unit == "ratio" else f"{value:.1f}"
        status = "secondary source"
        place = (year, "WRES", indicator, "England", group)
        return (*place, shown, unit, status, SOURCE, base, "Fictional, made up by wres simulate")

    def _share(self, year: int, column: str) -> float | None:
        everyone = sum(self._sums[year, column, group] for group in ("White", "BME", "Unknown"))
        share = _over(self._sums[year, column, "BME"], everyone)
        return None if share is None else 100 * share

    def _rate(self, year: int, part: str, whole: str, group: str) -> float | None:
        return _over(self._sums[year, part, group], self._sums[year, whole, group])


def _over(part: float | None, whole: float | None) -> float | None:
    return part / whole if part is not None and whole else None
