"""Results rows made by hand, as charts take them."""

from __future__ import annotations

from dataclasses import replace

from wres.chapters.reading import Chapter, Facts
from wres.results import WITHHELD, Result, results_frame

__all__ = [
    "GROUPS",
    "YEAR",
    "absent",
    "band",
    "chapter_of",
    "comparison",
    "contribution",
    "distribution",
    "gap",
    "in_year",
    "make_up",
    "parity",
    "percent",
    "ratio",
    "ratio_change",
    "row",
    "trajectory",
    "withheld",
    "workforce",
]

YEAR = 2021
GROUPS = ("White", "BME", "Unknown")
UNITS = {
    "share": "%",
    "distribution": "%",
    "percentage": "%",
    "likelihood": "%",
    "gap": "points",
    "contribution": "points",
    "headcount": "headcount",
    "parity_headcount": "headcount",
    "trajectory": "headcount",
    "yearly_increase": "headcount",
}


def chapter_of(*results, year=YEAR, term="BME", name="Elm NHS Trust", fictional=False):
    facts = Facts(
        organisation="XX1", name=name, year=year, profile="public", term=term, fictional=fictional
    )
    return Chapter(results_frame(results), facts)


def row(indicator, measure, **columns):
    made = {
        "organisation": "XX1",
        "year": YEAR,
        "group": "BME",
        "unit": UNITS.get(measure, "ratio"),
    }
    return Result(indicator=indicator, measure=measure, **(made | columns))


def in_year(breakdown, year):
    """Name the same part of the trust in an earlier year."""
    if year == YEAR:
        return breakdown
    return f"year={year}" if breakdown == "all" else f"{breakdown};year={year}"


def make_up(indicator, breakdown, counts):
    """Head counts and shares of White, BME and Unknown in one cell."""
    total = sum(counts)
    for group, count in zip(GROUPS, counts, strict=True):
        columns = {"breakdown": breakdown, "group": group, "numerator": count, "denominator": total}
        if total:
            yield row(indicator, "share", value=100 * count / total, **columns)
        else:
            yield row(indicator, "share", status="no members", **columns)
    yield row(indicator, "headcount", breakdown=breakdown, group="all", value=float(total))


def absent(indicator, breakdown, status="not available"):
    for group in GROUPS:
        yield row(indicator, "share", breakdown=breakdown, group=group, status=status)


def band(name, counts, staff_group="clinical"):
    return make_up("1", f"staff_group={staff_group};band={name}", counts)


def workforce(counts=(900, 80, 20)):
    return make_up("workforce", "all", counts)


def percent(year, group, value, n=None, *, scope="", previous=None, indicator="8", reach=6.0):
    prefix = f"scope={scope};" if scope else ""
    interval = {"lower": max(value - reach, 0.0), "upper": min(value + reach, 100.0)} if n else {}
    return row(
        indicator,
        "percentage",
        breakdown=f"{prefix}survey_year={year}",
        group=group,
        value=value,
        denominator=n,
        previous=previous,
        status="as published",
        **interval,
    )


def gap(year, verdict, indicator="8", value=1.0, **columns):
    return row(
        indicator,
        "gap",
        breakdown=f"survey_year={year}",
        comparator_group="White",
        value=value,
        verdict=verdict,
        **columns,
    )


def ratio(indicator, value=None, lower=None, upper=None, verdict="", **columns):
    groups = ("BME", "White") if indicator == "3" else ("White", "BME")
    made = {"group": groups[0], "comparator_group": groups[1]}
    limits = {"lower": lower, "upper": upper, "verdict": verdict}
    return row(indicator, "relative_likelihood", value=value, **limits, **(made | columns))


def ratio_change(indicator, verdict, since):
    """Say how a ratio moved since the trust's baseline year."""
    groups = ("BME", "White") if indicator == "3" else ("White", "BME")
    return row(
        indicator,
        "change",
        breakdown=f"since={since}",
        group=groups[0],
        comparator_group=groups[1],
        value=0.1,
        lower=-0.4,
        upper=0.6,
        method="mover",
        verdict=verdict,
        previous_year=since,
    )


def parity(indicator, breakdown, now, of, workforce_counts):
    """People that would give BME the workforce's share of a cell."""
    whole = sum(workforce_counts)
    return row(
        indicator,
        "parity_headcount",
        breakdown=breakdown,
        value=of * workforce_counts[1] / whole,
        numerator=now,
        denominator=of,
        comparator_numerator=workforce_counts[1],
        comparator_denominator=whole,
    )


def trajectory(name, now, of, workforce_counts, target=2028):
    """One senior band's straight line to the workforce's share in the target year."""
    cell = f"staff_group=all;band={name}"
    goal = of * workforce_counts[1] / sum(workforce_counts)
    step = max(goal - now, 0.0) / (target - YEAR)
    counts = {"numerator": now, "denominator": of}
    yield parity("1", cell, now, of, workforce_counts)
    for year in range(YEAR, target + 1 if step else YEAR):
        value = now + step * (year - YEAR)
        yield row("1", "trajectory", breakdown=f"{cell};at={year}", value=value, **counts)
    yield row("1", "yearly_increase", breakdown=cell, value=step, **counts)
    # A tenth leaves of those whom the line has reached by the beginning of each year.
    leaving = step + 0.1 * (now + step * (target - YEAR - 1) / 2)
    yield row("1", "yearly_increase", breakdown=f"{cell};leavers=10", value=leaving, **counts)


def contribution(part, points, previous_year=YEAR - 1):
    return row(
        "workforce",
        "contribution",
        breakdown=f"part={part}",
        value=points,
        previous_year=previous_year,
    )


def distribution(staff_group, bands):
    """Each group's staff over the bands of a staff group; counts are White, BME, Unknown."""
    totals = [sum(counts) for counts in zip(*bands.values(), strict=True)]
    for name, counts in bands.items():
        for group, count, total in zip(GROUPS, counts, totals, strict=True):
            status = {} if total else {"status": "no members"}
            yield row(
                "1",
                "distribution",
                breakdown=f"staff_group={staff_group};band={name}",
                group=group,
                numerator=count,
                denominator=total,
                value=100 * count / total if total else None,
                **status,
            )


def comparison(of, name, value, verdict="", year=YEAR - 1):
    """Compare a row with a comparator's figure, `value` being the comparator's."""
    own = "" if of.breakdown == "all" else f"{of.breakdown};"
    return row(
        of.indicator,
        "comparison",
        breakdown=f"{own}comparator={name}",
        group=of.group,
        comparator_group=of.comparator_group,
        unit="ratio" if of.unit == "ratio" else "points",
        value=None if of.value is None else of.value - value,
        verdict=verdict,
        benchmark=value,
        benchmark_name=name,
        benchmark_year=year,
    )


def withheld(one):
    """Return a row as the disclosure profile leaves it where a count behind it is withheld."""
    hidden = dict.fromkeys(
        ("value", "lower", "upper", "numerator", "denominator", "comparator_numerator",
         "comparator_denominator", "confidence", "previous", "previous_year")
    )  # fmt: skip
    return replace(one, **hidden, verdict="", status="suppressed", reason=WITHHELD)
