"""Every number of a report must be explained: by results.csv, by a year, or by the template.

A number printed in any file is looked for among the published results, rounded as reports round,
and among the numbers that stand in the report's own fixed text. What is left is reported.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from tests.attack.printed import MINUS, NUMBER
from tests.attack.reading import ReportFiles

__all__ = ["unexplained"]

ROOT = Path(__file__).parents[2]
COLUMNS = (
    "numerator",
    "denominator",
    "comparator_numerator",
    "comparator_denominator",
    "value",
    "lower",
    "upper",
    "confidence",
    "previous",
    "benchmark",
    "unknown_low",
    "unknown_high",
)
# Tick marks of axes, and the counting of figures, tables, pages, pay groups.
TICKS = {*map(str, range(0, 101)), "0.1", "0.2", "0.25", "0.3", "0.4", "0.5", "0.6", "0.7"}
TICKS |= {f"{n / 100:.2f}" for n in (10, 12, 20, 25, 33, 50, 67, 80, 100, 125, 150, 200, 300)}
TICKS |= {"4.00", "5.00", "8.00", "10.00", "16.00", "20.00"}


def unexplained(files: ReportFiles, earlier: ReportFiles | None = None) -> list[str]:
    """List the numbers of a report's files that nothing published explains."""
    known = TICKS | _template() | set(_results(files.folder / "results.csv"))
    if earlier is not None:
        known |= set(_results(earlier.folder / "results.csv"))
    found = []
    for file, words in files.texts:
        for number in _numbers(words):
            if number not in known and not _is_year(number):
                found.append(f"{file}: {number} in {words[:90]!r}")
    return found


def _numbers(words: str) -> Iterator[str]:
    """Find numbers, not the digits of codes such as Z001 or of words such as 8a."""
    for number in re.findall(rf"(?<![\w.])(?:{NUMBER})(?![\w])", words):
        yield number.replace(",", "").lstrip(f"+-{MINUS}")


def _is_year(number: str) -> bool:
    return bool(re.fullmatch(r"(19|20)\d\d", number))


def _results(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for column in COLUMNS:
                if row[column] and row[column] != "inf":
                    yield from _rounded(abs(float(row[column])))
            # How many leave is a setting of the trust, and no figure.
            yield from re.findall(r";leavers=(\d+(?:\.\d+)?)", row["breakdown"])
            if row["indicator"] == "9" and row["denominator"] not in ("", "0"):
                yield from _rounded(100 / float(row["denominator"]))  # what one seat is worth


def _rounded(value: float) -> Iterator[str]:
    exact = Decimal(value).quantize(Decimal("1e-10"), ROUND_HALF_UP)
    for decimals in range(9):  # an end that stops short of equality has as many as show it
        rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        yield f"{rounded:.{decimals}f}"


def _template() -> set[str]:
    """Collect the numbers of the report's fixed text: anyone can read it in the repository."""
    texts = [(ROOT / "report.qmd").read_text(encoding="utf-8")]
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        texts += ["".join(cell["source"]) for cell in cells]
    for path in (ROOT / "wres").glob("*/*.yml"):
        texts.append(path.read_text(encoding="utf-8"))
    return {number for text in texts for number in _numbers(text)} | set(_national())


def _national() -> Iterator[str]:
    """Yield the figures of national publications, as they are printed, and words around them."""
    path = ROOT / "data" / "benchmarks" / "national.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield from _rounded(float(row["value"]))
            for column in ("group", "unit", "source"):
                yield from _numbers(row[column])
