"""A report's claims as the results of a chapter, so that its sentences can be held to its tables.

`wres.claims` holds sentences to results. Here the results are those that the report prints: one
row a figure, from its counts where it prints them. Words of certainty are judged by the same
statistics as in a report of our own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from wres.audit.checks.directions import good_direction
from wres.audit.checks.formulas import exact_value
from wres.audit.checks.ledger import figure_of
from wres.audit.claim import ALL, PAIRED, SURVEY, Claim
from wres.audit.words import first_of
from wres.chapters.reading import Chapter, Facts
from wres.definitions.bands import parse_band
from wres.definitions.comparators import SURVEY_GROUP
from wres.definitions.ethnicity import GROUPS
from wres.definitions.geographies import read_geography
from wres.results import Result, results_frame
from wres.stats import Pair, interval_verdict, is_few, koopman_interval, newcombe_interval

__all__ = ["chapter_of", "comparator_name", "dated"]

# Of a figure that only a sentence tells.
_SAID: Final = "said in a sentence"
# Half of the last digit in which shares are told.
_LAST_DIGIT: Final = 0.05
_YEARS_BACK: Final = 10
_ALL_STAFF: Final = "staff_group=all;band="
# A share and what it is when its whole and its part are confused.
_TURNED: Final = {"share": "distribution", "distribution": "share"}
_UNITS: Final = {
    "headcount": "headcount",
    "relative_likelihood": "ratio",
    "disparity_ratio": "ratio",
    "gap": "points",
    "difference": "points",
}


def chapter_of(claims: Sequence[Claim], year: int, term: str = "BME") -> Chapter:
    """Lay claims out as results of a reporting year.

    Parameters
    ----------
    claims : sequence of Claim
        Those that the report prints in tables, and others that no table prints.
    year : int
        The report's own year.
    term : str
        The report's own word for BME.
    """
    facts = Facts(organisation="audit", name="the report", year=year, profile="public", term=term)
    rows: dict[tuple[object, ...], Result] = {}
    for claim in _of_one_name(sorted(claims, key=_reliability)):
        result = _result(claim, year)
        if result is not None and not (claim.origin == "sentence" and _is_told(result, rows)):
            rows.setdefault(_key(result), result)
    _add_shares(rows)
    _leave_turned(rows)
    _add_earlier(rows, year)
    every = [
        *rows.values(),
        *_gaps(rows),
        *_differences(rows),
        *_changes(rows.values()),
        *_benchmarks(claims, rows, year),
    ]
    return Chapter(results_frame(every), facts)


def _of_one_name(claims: Sequence[Claim]) -> Iterable[Claim]:
    """Call the same pay bands by one name: `8a and above` is `8a-9 and VSM`, as tables have it."""
    names: dict[frozenset[str], str] = {}
    for claim in sorted(claims, key=lambda one: one.origin == "sentence"):
        if (band := _band(claim.breakdown)) and _is_known(claim.breakdown):
            names.setdefault(parse_band(band).members, band)
    for claim in claims:
        band = _band(claim.breakdown)
        if band and _is_known(claim.breakdown):
            name = names[parse_band(band).members]
            yield claim.but(breakdown=claim.breakdown.replace(f"band={band}", f"band={name}"))
        else:
            yield claim


def _band(breakdown: str) -> str | None:
    return dict(part.partition("=")[::2] for part in breakdown.split(";")).get("band")


def _reliability(claim: Claim) -> tuple[bool, bool]:
    """Put figures that counts give first, then those of tables: a printed share may be wrong."""
    return exact_value(claim) is None, claim.origin == "sentence"


def _key(result: Result) -> tuple[object, ...]:
    return (
        result.indicator, result.measure, result.breakdown, result.group, result.comparator_group
    )  # fmt: skip


def _is_told(result: Result, rows: dict[tuple[object, ...], Result]) -> bool:
    """Say whether a table tells such a figure: a sentence is then held to it, not added to it.

    That of a year before, of which no table tells, is added.
    """
    pair = {result.group, result.comparator_group}
    return any(
        (one.indicator, one.measure) == (result.indicator, result.measure)
        and {one.group, one.comparator_group} == pair
        and _year_part(one.breakdown) == _year_part(result.breakdown)
        and one.reason != _SAID
        for one in rows.values()
    )


def _result(claim: Claim, year: int) -> Result | None:
    figure = figure_of(claim)
    if figure is None or figure.hedged or not claim.measure or not claim.indicator:
        return None
    if claim.origin == "sentence" and claim.measure == "headcount":
        return None  # whose heads were counted is often not told in the same sentence
    if claim.origin == "sentence" and claim.measure in {"gap", "difference"} and not figure.signed:
        return None  # `21.8 points lower`: its sign is in other words
    group, other = claim.groups
    of_year = claim.year or year
    breakdown = _breakdown(claim, of_year, year)
    if breakdown is None or of_year > year:
        return None
    exact = exact_value(claim)
    value = float(exact.value) if exact is not None else float(figure.value)
    paired = claim.measure in PAIRED
    previous = claim.printed("previous") if of_year == year else None
    return Result(
        organisation="audit",
        year=year,
        indicator=claim.indicator,
        measure=claim.measure,
        breakdown=breakdown,
        group=group or "all",
        comparator_group=other if paired else "",
        numerator=claim.numerator,
        denominator=claim.denominator,
        comparator_numerator=claim.comparator_numerator,
        comparator_denominator=claim.comparator_denominator,
        value=value,
        unit=_UNITS.get(claim.measure, "%"),
        verdict=_verdict(claim),
        good_direction=_good(claim),
        previous=float(previous.value) if previous is not None else None,
        previous_year=(claim.previous_year or year - 1) if previous is not None else None,
        status="ok" if exact is not None else "as published",
        reason=_SAID if claim.origin == "sentence" else "",
    )


def _good(claim: Claim) -> str:
    return "lower" if claim.measure == "gap" and claim.indicator != "7" else good_direction(claim)


def _breakdown(claim: Claim, of_year: int, year: int) -> str | None:
    """Give a breakdown as results have it; None for counts that stand behind another row."""
    if claim.breakdown.startswith("people="):
        return None
    if claim.indicator in SURVEY:
        return dated(claim.indicator, ALL, of_year)
    breakdown = claim.breakdown
    if not _is_known(breakdown):
        return None
    if breakdown.startswith("band="):
        breakdown = f"staff_group=all;{breakdown}"
    if of_year == year:
        return breakdown
    return dated(claim.indicator, breakdown, of_year)


def _year_part(breakdown: str) -> str:
    return next((part for part in breakdown.split(";") if "year=" in part), "")


def _is_known(breakdown: str) -> bool:
    """Say whether a breakdown is one of our own: a report may have parts of any name."""
    band = _band(breakdown)
    try:
        return band is None or bool(parse_band(band).members)
    except ValueError:
        return False


def _verdict(claim: Claim) -> str:
    counts = (
        claim.numerator, claim.denominator, claim.comparator_numerator, claim.comparator_denominator
    )  # fmt: skip
    if claim.measure not in {"relative_likelihood", "gap"} or None in counts:
        return ""
    if not counts[1] or not counts[3]:
        return ""
    first, second = Pair(counts[0] or 0, counts[1]), Pair(counts[2] or 0, counts[3])
    if claim.measure == "relative_likelihood":
        interval, equal = koopman_interval(first, second), 1.0
    else:
        pairs = [(one.likelihood or 0.0, one.base) for one in (first, second)]
        interval, equal = newcombe_interval(pairs[0], pairs[1]), 0.0
    return interval_verdict(interval, equal=equal, few=is_few(first, second))


def _gaps(rows: dict[tuple[object, ...], Result]) -> Iterable[Result]:
    """Add the gaps that survey percentages make and the report doesn't print."""
    for key, row in list(rows.items()):
        if row.measure != "percentage" or row.group != "BME" or row.value is None:
            continue
        white = rows.get((key[0], key[1], key[2], "White", ""))
        if white is None or white.value is None:
            continue
        if (row.indicator, "gap", row.breakdown, "BME", "White") not in rows:
            yield Result(
                organisation="audit", year=row.year, indicator=row.indicator, measure="gap",
                breakdown=row.breakdown, group="BME", comparator_group="White",
                value=row.value - white.value, unit="points", good_direction="towards 0",
                status="as published", previous=_minus(row.previous, white.previous),
                previous_year=row.previous_year,
            )  # fmt: skip


def _differences(rows: dict[tuple[object, ...], Result]) -> Iterable[Result]:
    """Add how far the board's shares are from the workforce's where the report doesn't print it."""
    for key, row in list(rows.items()):
        whole = rows.get(("workforce", "share", ALL, row.group, ""))
        if row.indicator != "9" or row.measure != "share" or whole is None:
            continue
        if row.value is None or whole.value is None or ("9", "difference", *key[2:]) in rows:
            continue
        yield Result(
            organisation="audit", year=row.year, indicator="9", measure="difference",
            breakdown=row.breakdown, group=row.group, value=row.value - whole.value,
            unit="points", good_direction="towards 0", status="as published",
        )  # fmt: skip


def _add_shares(rows: dict[tuple[object, ...], Result]) -> None:
    """Add what head counts make and the report doesn't print: shares of staff, board and bands.

    A band's share of a group's staff stands beside a group's share of the band's, so that one told
    for the other is known as such.
    """
    counts = [row for row in rows.values() if row.measure == "headcount" and row.group in GROUPS]
    for row in counts:
        if row.indicator not in {"1", "9", "workforce"}:
            continue
        wholes = {"share": rows.get((row.indicator, "headcount", row.breakdown, "all", ""))}
        if row.breakdown.startswith(_ALL_STAFF) and "year=" not in row.breakdown:
            wholes["distribution"] = rows.get(("workforce", "headcount", ALL, row.group, ""))
        for measure, whole in wholes.items():
            if whole is not None and row.value is not None and whole.value:
                share = replace(
                    row, measure=measure, numerator=int(row.value), denominator=int(whole.value),
                    value=100 * row.value / whole.value, unit="%", previous=None,
                    previous_year=None,
                )  # fmt: skip
                printed = rows.get(_key(share))
                if printed is None or printed.reason == _SAID:
                    rows[_key(share)] = share


def _leave_turned(rows: dict[tuple[object, ...], Result]) -> None:
    """Leave out a share told in a sentence that is its other way round by the report's tables.

    A share of a group's staff for one of a band's, or the reverse: the sentence is then held to
    the tables, not to itself.
    """
    for key, row in list(rows.items()):
        if row.reason != _SAID or row.value is None or row.measure not in _TURNED:
            continue
        value, other = row.value, _TURNED[row.measure]
        if any(
            (one.indicator, one.measure, one.group) == (row.indicator, other, row.group)
            and _part(one.breakdown) == _part(row.breakdown)
            and one.reason != _SAID and one.value is not None
            and abs(value - one.value) <= _LAST_DIGIT
            for one in rows.values()
        ):  # fmt: skip
            del rows[key]


def _part(breakdown: str) -> str:
    """Give a band and year, of whatever staff: clinical bands are often told without that word."""
    return ";".join(part for part in breakdown.split(";") if not part.startswith("staff_group="))


def _minus(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one - other


def _add_earlier(rows: dict[tuple[object, ...], Result], year: int) -> None:
    """Give figures of the year the latest of the years before that the report prints apart."""
    this_survey = f"survey_year={year - 1}"
    for key, row in list(rows.items()):
        if "year=" in row.breakdown.replace(this_survey, ""):
            continue
        if row.previous is not None:
            rows[key] = _since_counts(key, row, rows)
            continue
        for before in range(year - 1, year - _YEARS_BACK, -1):
            breakdown = dated(row.indicator, row.breakdown, before)
            earlier = rows.get((key[0], key[1], breakdown, *key[3:]))
            # What a sentence alone says of a year before is no figure to hold it to a table's by.
            if earlier is not None and (earlier.reason != _SAID or row.reason == _SAID):
                rows[key] = replace(row, previous=earlier.value, previous_year=before)
                break


def _since_counts(
    key: tuple[object, ...], row: Result, rows: dict[tuple[object, ...], Result]
) -> Result:
    """Take a figure before by its counts where those of both years are printed, not as rounded."""
    breakdown = dated(row.indicator, row.breakdown, int(row.previous_year or row.year - 1))
    earlier = rows.get((key[0], key[1], breakdown, *key[3:]))
    if row.status != "ok" or earlier is None or earlier.status != "ok":
        return row
    return replace(row, previous=earlier.value)


def dated(indicator: str, breakdown: str, year: int) -> str:
    """Name a breakdown of another year as results do; that of a survey by its autumn alone."""
    if indicator in SURVEY:
        return f"survey_year={year - 1}"
    return f"year={year}" if breakdown == ALL else f"{breakdown};year={year}"


def _changes(rows: Iterable[Result]) -> Iterable[Result]:
    for row in rows:
        if row.previous is not None and row.value is not None and row.measure != "headcount":
            yield Result(
                organisation="audit", year=row.year, indicator=row.indicator, measure="change",
                breakdown=row.breakdown, group=row.group, comparator_group=row.comparator_group,
                value=row.value - row.previous, unit="ratio" if row.unit == "ratio" else "points",
                good_direction=row.good_direction, previous=row.previous,
                previous_year=row.previous_year, status="as published",
            )  # fmt: skip


def _benchmarks(
    claims: Sequence[Claim], rows: dict[tuple[object, ...], Result], year: int
) -> Iterable[Result]:
    """Add comparisons with what the report prints beside its figures."""
    for claim in claims:
        other = claim.printed("comparator_value")
        group, against = claim.groups
        paired = claim.measure == "relative_likelihood"
        breakdown = _breakdown(claim, claim.year or year, year)
        key = (claim.indicator, claim.measure, breakdown, group, against if paired else "")
        own = rows.get(key)
        if other is None or claim.measure == "headcount" or (claim.year or year) != year:
            continue
        name = comparator_name(claim.comparator_name)
        value = None if own is None or own.value is None else own.value - float(other.value)
        yield Result(
            organisation="audit",
            year=year,
            indicator=claim.indicator,
            measure="comparison",
            breakdown=f"comparator={name}"
            if claim.breakdown == ALL
            else f"{claim.breakdown};comparator={name}",
            group=group or "all",
            comparator_group=against if paired else "",
            value=value,
            unit="ratio" if paired else "points",
            good_direction=good_direction(claim),
            benchmark=float(other.value),
            benchmark_name=name,
            benchmark_year=claim.comparator_year,
            status="as published",
        )


def comparator_name(text: str) -> str:
    """Give the name by which results call a comparator."""
    known = read_geography(text)
    if known is not None:
        return known if known == "England" else f"{known} region"
    kind = first_of("comparator", text)
    return {"England": "England", "benchmark group": SURVEY_GROUP}.get(kind, text or "comparator")
