"""Results: one row a figure, the only thing that chapters and readers of the csv see.

The columns are schema 1 of ``results.csv``; their order and the vocabularies are closed, so
that a report, a spreadsheet and next year's code can rely on them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import pandas as pd

__all__ = [
    "CHANGING",
    "COLUMNS",
    "MEASURES",
    "METHODS",
    "OVER_ZERO",
    "STATUSES",
    "TWO_YEARS",
    "UNITS",
    "VERDICTS",
    "WITHHELD",
    "WITHHELD_RATIO",
    "Result",
    "changes",
    "compares_groups",
    "over_two_years",
    "read_results",
    "require_closed_vocabularies",
    "results_frame",
    "write_results",
]

INDICATORS = ("workforce", "1", "2", "3", "4", "5", "6", "7", "8", "9")
MEASURES = (
    "headcount",
    "share",
    "distribution",
    "likelihood",
    "relative_likelihood",
    "percentage",
    "gap",
    "difference",
    "disparity_ratio",
    "change",
    "comparison",
    "percentile",
    "contribution",
    "parity_headcount",
    "excess_events",
    "trajectory",
    "yearly_increase",
    "supplementary",
    "population_share",
)
# A further measure may be of anything: of days, of pounds.
UNITS = ("%", "ratio", "points", "headcount", "number")
VERDICTS = (
    "more likely",
    "less likely",
    "no clear difference",
    "too few to say",
    # of a comparison
    "above",
    "below",
    # of a change
    "improved",
    "worsened",
    "no clear change",
    "crossed",
    "",
)
# 'over 0': a ratio over a group of whom none was seen has an interval and a verdict, and no value.
OVER_ZERO = "over 0"
STATUSES = ("ok", "as published", "suppressed", OVER_ZERO, "not available", "no members")
METHODS = ("wilson", "koopman", "newcombe", "mover", "mantel-haenszel", "")
# The same sentence for every withheld figure: which of them hides few people is itself withheld.
WITHHELD = "withheld: a count behind this figure could give away a person"
# But for a ratio that came without counts: of these, every one is withheld.
WITHHELD_RATIO = (
    "withheld: without the counts behind this ratio, it can't be shown to give nobody away"
)
# Measures that may have a row of measure `change`: others share breakdown and group with these.
CHANGING = (
    "share",
    "relative_likelihood",
    "likelihood",
    "percentage",
    "gap",
    "difference",
    "disparity_ratio",
)
# Likelihoods whose events were counted over two years begin their reason so.
TWO_YEARS = "two-year average"
GOOD_DIRECTIONS = ("higher", "lower", "towards 1", "towards 0", "")

_INTEGERS = (
    "numerator",
    "denominator",
    "comparator_numerator",
    "comparator_denominator",
    "year",
    "previous_year",
    "benchmark_year",
)
_FLOATS = (
    "value",
    "lower",
    "upper",
    "confidence",
    "previous",
    "benchmark",
    "unknown_low",
    "unknown_high",
)


@dataclass(frozen=True, kw_only=True)
class Result:
    """One figure with everything needed to state it, check it and doubt it.

    Attributes are the columns of ``results.csv`` (see ``data/README.md``). `value` is
    unrounded; shares are 0-100. For a ratio the likelihood of `group` stands over that of
    `comparator_group`.
    """

    organisation: str
    year: int
    edition: str = ""
    profile: str = "public"
    indicator: str
    measure: str
    breakdown: str = "all"
    group: str
    comparator_group: str = ""
    numerator: int | None = None
    denominator: int | None = None
    comparator_numerator: int | None = None
    comparator_denominator: int | None = None
    value: float | None = None
    unit: str
    lower: float | None = None
    upper: float | None = None
    confidence: float | None = None
    method: str = ""
    verdict: str = ""
    good_direction: str = ""
    previous: float | None = None
    previous_year: int | None = None
    benchmark: float | None = None
    benchmark_name: str = ""
    benchmark_year: int | None = None
    unknown_low: float | None = None
    unknown_high: float | None = None
    status: str = "ok"
    reason: str = ""
    definition: str = ""


COLUMNS = tuple(field.name for field in fields(Result))
_TEXTS = tuple(name for name in COLUMNS if name not in _INTEGERS + _FLOATS)


def changes(indicator: str, measure: str) -> bool:
    """Say whether the change of a figure is told as a row of its own.

    A board's share and its difference from the workforce would make two changes of one name: that
    of the difference is told.
    """
    return measure in CHANGING and (indicator, measure) != ("9", "share")


def over_two_years(reason: str) -> bool:
    """Say whether a row's reason is that its events were counted over two years."""
    return reason.startswith(TWO_YEARS)


def compares_groups(row: Any) -> bool:
    """Say whether a result is one of the report's comparisons between groups that are judged.

    They are the family whose size is stated, and allowed for where a trust asks for that: this
    year's relative likelihoods and survey gaps that have an interval, one an indicator. Those
    found 'too few to say' belong to it: which they are is seen in the counts only. A gap without an
    interval, of one known base, doesn't: it can't be shown as a difference.

    Parameters
    ----------
    row : Result
        Or one row of the frame, as `itertuples` gives it.
    """
    headlines = {"relative_likelihood": "all", "gap": f"survey_year={row.year - 1}"}
    judged = row.verdict and pd.notna(row.lower)
    return bool(judged and row.breakdown == headlines.get(row.measure))


def results_frame(results: Iterable[Result]) -> pd.DataFrame:
    """Lay results out as a frame with the columns and types of ``results.csv``."""
    frame = pd.DataFrame([asdict(result) for result in results], columns=list(COLUMNS))
    return require_closed_vocabularies(_typed(frame))


def write_results(frame: pd.DataFrame, path: Path) -> None:
    """Write results as csv, floats in full so that nothing is lost on the way back."""
    confidence = frame["confidence"].map(_plainly, na_action="ignore").astype("object")
    written = frame.assign(confidence=confidence)
    written.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")


def _plainly(number: float) -> str:
    """Write 95.0 as 95: a confidence is whole unless it allows for many comparisons."""
    return repr(float(number)).removesuffix(".0")


def read_results(path: Path) -> pd.DataFrame:
    """Read ``results.csv`` back exactly as it was written.

    Raises
    ------
    ValueError
        If a column is missing or added, or a vocabulary is broken.
    """
    numbers = dict.fromkeys(_INTEGERS, "Int64") | dict.fromkeys(_FLOATS, "Float64")
    frame = pd.read_csv(
        path,
        dtype=numbers | dict.fromkeys(_TEXTS, "str"),
        keep_default_na=False,
        na_values={name: [""] for name in numbers},
        encoding="utf-8",
    )
    if tuple(frame.columns) != COLUMNS:
        raise ValueError(f"{path}: columns must be those of results schema 1")
    return require_closed_vocabularies(frame)


def require_closed_vocabularies(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` if every coded column holds known words only.

    Raises
    ------
    ValueError
        Naming the column and the unknown words.
    """
    vocabularies = {
        "indicator": INDICATORS,
        "measure": MEASURES,
        "unit": UNITS,
        "verdict": VERDICTS,
        "status": STATUSES,
        "method": METHODS,
        "good_direction": GOOD_DIRECTIONS,
    }
    for column, words in vocabularies.items():
        unknown = sorted(set(frame[column]) - set(words))
        if unknown:
            raise ValueError(f"results column {column} holds unknown words {unknown}")
    return frame


def _typed(frame: pd.DataFrame) -> pd.DataFrame:
    whole = {name: pd.to_numeric(frame[name]).astype("Int64") for name in _INTEGERS}
    real = {name: pd.to_numeric(frame[name]).astype("Float64") for name in _FLOATS}
    text = {name: frame[name].fillna("").astype(str) for name in _TEXTS}
    return frame.assign(**whole, **real, **text)[list(COLUMNS)]
