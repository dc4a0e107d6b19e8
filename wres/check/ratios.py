"""Ratios that jump on a handful of people, and printed ones that the counts do not give."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from wres.check.figures import Figures, listed, printed
from wres.check.findings import Finding, Limits
from wres.definitions.indicators import Indicator, indicators
from wres.stats import TOO_FEW, is_few

__all__ = ["published_ratios_differ", "published_ratios_withheld", "unsteady_ratios"]

_PRINTED = Fraction(1, 200)  # half the last digit of a ratio of two decimals


def unsteady_ratios(now: Figures, before: Figures | None, limits: Limits) -> Iterator[Finding]:
    """Find ratios that crossed 1, or doubled or halved, on few events, seen and to be expected."""
    for record in indicators("ratio"):
        new, old = now.ratio(record), _earlier(now, before, record)
        if new is None or old is None or not _few(now, before, record, limits):
            continue
        if _moved(new, old, limits):
            rule = (
                f"indicator {record.number} went from {printed(old)} to {printed(new)} on fewer "
                f"than {limits.few_events} events in a group, seen and to be expected: {TOO_FEW}"
            )
            remedy = "Do not call it a rise or a fall; print the counts beside it."
            yield now.finding("ratio-unsteady", record.table, rule, remedy, printed(new))


def _earlier(now: Figures, before: Figures | None, record: Indicator) -> Fraction | None:
    counted = before.ratio(record) if before else None
    return counted if counted is not None else _published(now, record).get(now.year - 1)


def _published(now: Figures, record: Indicator) -> dict[int, Fraction]:
    rows = now.table("published_ratios")
    if rows.empty:
        return {}
    ours = rows[rows["indicator"].eq(record.number)]
    return {
        int(year): Fraction(str(ratio))
        for year, ratio in zip(ours["year"], ours["ratio"], strict=True)
    }


def _few(now: Figures, before: Figures | None, record: Indicator, limits: Limits) -> bool:
    """Tell whether either year's ratio is too few to say, by the rule of the report's verdict."""
    years = [figures.pairs(record) for figures in (now, before) if figures is not None]
    return any(is_few(*pair, limits.few_events) for pair in years if pair is not None)


def _moved(new: Fraction, old: Fraction, limits: Limits) -> bool:
    crossed = (new - 1) * (old - 1) < 0
    low, high = sorted((new, old))
    return crossed or high >= Fraction(limits.ratio_factor) * low


def published_ratios_differ(
    now: Figures, before: Figures | None, limits: Limits
) -> Iterator[Finding]:
    """Find printed ratios that the counts of the same year do not give."""
    for record in indicators("ratio"):
        for year, published in _published(now, record).items():
            figures = {now.year: now, now.year - 1: before}.get(year)
            counted = figures.ratio(record) if figures else None
            if counted is not None and abs(counted - published) > _PRINTED:
                rule = (
                    f"the ratio printed for indicator {record.number} in {year} differs from "
                    f"{printed(counted)}, which the counts in {record.table} give; the counts are "
                    "used"
                )
                remedy = "Find out which is right, and say in the report why it was corrected."
                given = str(float(published))
                yield now.finding(
                    "published-ratio-differs", "published_ratios", rule, remedy, given
                )


def published_ratios_withheld(
    now: Figures, before: Figures | None, limits: Limits
) -> Iterator[Finding]:
    """Find printed ratios that no public report shows, since nothing says that they are public.

    One whose counts are there isn't missed: the report works it out.
    """
    table = now.table("published_ratios")
    if table.empty or now.read.is_published("published_ratios"):
        return
    counted = {one.number for one in indicators("ratio") if now.pairs(one) is not None}
    shown = table["indicator"].astype(str).isin(counted) & table["year"].eq(now.year)
    numbers = sorted(set(table[~shown]["indicator"].astype(str)))
    if not numbers:
        return
    rule = (
        "the ratios are withheld from public reports: without the counts behind it, no ratio can "
        "be shown to give nobody away"
    )
    remedy = (
        "If the trust has published these ratios, write already_published: true under "
        "published_ratios.csv in sources.yml; else supply the counts."
    )
    given = f"indicator{'s' if len(numbers) > 1 else ''} {listed(numbers)}"
    yield now.finding("published-ratio-withheld", "published_ratios", rule, remedy, given)
