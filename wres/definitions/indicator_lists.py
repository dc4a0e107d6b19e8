"""Which indicators a text names: '2', '2, 3 and 5-8', 'all', or none."""

from __future__ import annotations

import re

from wres.definitions.indicators import indicators

__all__ = ["ALL_INDICATORS", "indicator_words", "read_indicators"]

ALL_INDICATORS = "all"
_PREFIX = re.compile(
    r"^(?:wres\b\s*)?(?:(?:indicators?|metrics?|inds?)(?![a-z]))?\.?\s*(?:nos?\b\.?)?[\s:#]*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,\s*and\b|[,;/&\n]|\band\b)\s*", re.IGNORECASE)
_RANGE = re.compile(r"([1-9])\s*(?:[-–—]|\bto\b)\s*([1-9])", re.IGNORECASE)


def read_indicators(text: str) -> tuple[str, ...]:
    """Read which indicators a text names, in their order; a blank names none.

    Raises
    ------
    ValueError
        It names something else too.

    Examples
    --------
    >>> read_indicators("2, 3 and 5-8"), read_indicators("Metric 9"), read_indicators("")
    (('2', '3', '5', '6', '7', '8'), ('9',), ())
    """
    whole = text.strip()
    bare = _PREFIX.sub("", whole).strip()
    if whole.casefold() in {ALL_INDICATORS, "all indicators", "all metrics", "all nine"}:
        return tuple(record.number for record in indicators())
    parts = [part for part in _BETWEEN.split(bare) if part] if bare else []
    named = {number for part in parts for number in _numbers(_PREFIX.sub("", part).strip())}
    if whole and not named:
        raise ValueError("names no indicator")
    return tuple(sorted(named))


def _numbers(part: str) -> list[str]:
    if re.fullmatch(r"[1-9]", part):
        return [part]
    ends = _RANGE.fullmatch(part)
    if ends is None or ends[1] > ends[2]:
        raise ValueError(f"names no indicator: {part}")
    return [str(number) for number in range(int(ends[1]), int(ends[2]) + 1)]


def indicator_words(numbers: tuple[str, ...]) -> str:
    """Name indicators, runs of three or more by their ends.

    Examples
    --------
    >>> indicator_words(("2", "3", "5", "6", "7", "8")), indicator_words(("2",))
    ('Indicators 2, 3 and 5 to 8', 'Indicator 2')
    """
    if len(numbers) == len(indicators()):
        return "All indicators"
    runs = [_run(run) for run in _runs(numbers)]
    *first, last = [one for run in runs for one in run]
    listed = f"{', '.join(first)} and {last}" if first else last
    return f"Indicator{'s' if len(numbers) > 1 else ''} {listed}"


def _runs(numbers: tuple[str, ...]) -> list[list[str]]:
    runs: list[list[str]] = []
    for number in numbers:
        if runs and int(number) == int(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _run(run: list[str]) -> list[str]:
    return [f"{run[0]} to {run[-1]}"] if len(run) > 2 else run
