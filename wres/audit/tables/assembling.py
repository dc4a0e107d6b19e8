"""Figures of a table put together to claims, with counts, the year before and comparators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wres.audit.claim import ALL, BASES, EVENTS, Claim, Spot
from wres.audit.tables.figure import Figure
from wres.audit.tables.labels import read_label
from wres.definitions.ethnicity import GROUPS
from wres.definitions.indicators import indicator

__all__ = ["claims_of_table"]

Counts = dict[str, int | None]


def claims_of_table(figures: Sequence[Figure]) -> list[Claim]:
    """Put the figures of one table together to claims, in the order of the table."""
    table = _Table(tuple(figures))
    claims = [table.claim(figure) for figure in figures if table.is_own(figure)]
    claims += table.unattached()
    return sorted(claims, key=lambda claim: claim.spot().order)


@dataclass(frozen=True)
class _Table:
    figures: tuple[Figure, ...]

    def is_own(self, figure: Figure) -> bool:
        return not figure.comparator and figure.measure not in {"change", "comparison"}

    def claim(self, figure: Figure) -> Claim:
        group, other = _groups(figure)
        spots = {"value": figure.spot}
        claim = Claim(
            place=figure.spot.place,
            text=_text(figure),
            indicator=figure.indicator,
            measure=figure.measure,
            breakdown=figure.breakdown,
            group=group,
            comparator_group=other,
            year=figure.year,
            value=figure.printed.text,
            unit=figure.printed.unit,
            origin="table",
            spots=spots,
        )
        claim = claim.but(**self._counts(figure, group, other))
        claim = claim.but(**self._before(figure, spots))
        return claim.but(**self._beside(figure, spots))

    # -- counts ----------------------------------------------------------------------------

    def _counts(self, figure: Figure, group: str, other: str) -> Counts:
        counting = {
            "headcount": lambda: {"denominator": figure.of},
            "relative_likelihood": lambda: (
                self._pair(figure, group) | _as_comparator(self._pair(figure, other))
            ),
            "likelihood": lambda: self._pair(figure, group),
            "share": lambda: self._share(figure, group),
            "difference": lambda: self._both_shares(figure, group),
            "percentage": lambda: self._answers(figure, group),
        }
        return counting.get(figure.measure, dict)()

    def _both_shares(self, figure: Figure, group: str) -> Counts:
        workforce = self._share(_like(figure, "workforce", ALL), group)
        return self._share(figure, group) | _as_comparator(workforce)

    def _pair(self, figure: Figure, group: str) -> Counts:
        """Give the events and people of a group of indicators 2 to 4."""
        number = figure.indicator
        if number not in EVENTS:
            return {}
        events = self._count(figure, f"people={EVENTS[number]}", group)
        base = self._count(figure, f"people={BASES[number]}", group)
        if base is None and number in {"3", "4"}:
            base = self._count(_like(figure, "workforce", ALL), ALL, group)
            base = self._count(figure, ALL, group) if base is None else base
        return {"numerator": events, "denominator": base}

    def _count(self, figure: Figure, breakdown: str, group: str) -> int | None:
        found = {
            int(one.printed.value)
            for one in self.figures
            if one.measure == "headcount" and not one.comparator
            if (one.indicator, one.breakdown, one.group) == (figure.indicator, breakdown, group)
            if one.year == figure.year
        }
        return found.pop() if len(found) == 1 else None

    def _share(self, figure: Figure, group: str) -> Counts:
        part = self._count(figure, figure.breakdown, group)
        whole = self._count(figure, figure.breakdown, "all")
        if whole is None:
            parts = [self._count(figure, figure.breakdown, one) for one in GROUPS]
            known = [one for one in parts if one is not None]
            # Without those of unknown ethnicity the base is not known to be whole.
            whole = sum(known) if len(known) == len(GROUPS) else None
        if figure.of is not None and part is None:
            return {"denominator": figure.of}
        return {"numerator": part, "denominator": whole}

    def _answers(self, figure: Figure, group: str) -> Counts:
        found = {
            int(one.printed.value)
            for one in self.figures
            if one.breakdown == "people=respondents" and one.group == group
            if one.indicator == figure.indicator and one.year == figure.year
            if one.spot.row == figure.spot.row or one.spot.column == figure.spot.column
        }
        return {"denominator": found.pop() if len(found) == 1 else figure.of}

    # -- the year before -------------------------------------------------------------------

    def _before(self, figure: Figure, spots: dict[str, Spot]) -> dict[str, object]:
        change = self._change_of(figure)
        earlier = self._earlier(figure)
        if earlier is None:
            return {}
        if change is not None:
            fitting = [one for one in self._all_earlier(figure) if _explains(change, figure, one)]
            earlier = fitting[0] if fitting else earlier
        spots["previous"] = earlier.spot
        found: dict[str, object] = {
            "previous": earlier.printed.text,
            "previous_year": earlier.year,
        }
        if change is not None:
            spots["difference"] = change.spot
            found["difference"] = change.printed.text
        return found

    def _all_earlier(self, figure: Figure) -> list[Figure]:
        found = [
            one
            for one in self.figures
            if self.is_own(one) and one.series == figure.series and one is not figure
            if one.year and figure.year and one.dated and one.year < figure.year
        ]
        return sorted(found, key=lambda one: -(one.year or 0))

    def _earlier(self, figure: Figure) -> Figure | None:
        return next(iter(self._all_earlier(figure)), None)

    def _change_of(self, figure: Figure) -> Figure | None:
        """Find the difference that belongs to a figure: in its line, of its year and series."""
        candidates = [
            one
            for one in self.figures
            if one.measure == "change" and not one.comparator
            if one.indicator == figure.indicator and one.breakdown == figure.breakdown
            if one.group in {"", figure.group} and one.year == figure.year
            if _in_line(one, figure)
            # Points belong to shares: a head count changes by whole people.
            if figure.measure != "headcount" or not one.printed.decimals
        ]
        for one in candidates:
            if one.group or self._best_series(one) in {None, figure.series}:
                return one
        return None

    def _best_series(self, change: Figure) -> tuple[str, ...] | None:
        """Say which of several series a difference without a group belongs to."""
        latest = [
            one
            for one in self.figures
            if self.is_own(one) and one.year == change.year and _in_line(one, change)
            if (one.indicator, one.breakdown) == (change.indicator, change.breakdown)
        ]
        if len({one.series for one in latest}) < 2:
            return None
        latest.sort(key=lambda one: one.group != "BME")
        for turned in (False, True):
            for one in latest:
                if any(_explains(change, one, old, turned) for old in self._all_earlier(one)):
                    return one.series
        return latest[0].series

    # -- comparators -----------------------------------------------------------------------

    def _comparators(self, figure: Figure) -> list[Figure]:
        return [
            one
            for one in self.figures
            if one.comparator and one.measure == figure.measure and one.group == figure.group
            if one.indicator == figure.indicator and one.breakdown == figure.breakdown
            if _in_line(one, figure)
        ]

    def _beside(self, figure: Figure, spots: dict[str, Spot]) -> dict[str, object]:
        found = self._comparators(figure)
        same_year = [one for one in found if one.year == figure.year]
        if same_year or (found and self._is_latest(figure)):
            one = (same_year or found)[0]
            spots["comparator_value"] = one.spot
            return _comparing(one)
        return {}

    def _is_latest(self, figure: Figure) -> bool:
        years = [one.year or 0 for one in self.figures if one.series == figure.series]
        return figure.year is None or figure.year == max(years)

    def unattached(self) -> list[Claim]:
        """Give the comparators that stand beside no figure of the trust, or are one of several."""
        used = {
            claim.spots["comparator_value"]
            for claim in (self.claim(one) for one in self.figures if self.is_own(one))
            if "comparator_value" in claim.spots
        }
        return [
            Claim(
                place=one.spot.place,
                text=_text(one),
                indicator=one.indicator,
                measure=one.measure,
                breakdown=one.breakdown,
                group=_groups(one)[0],
                comparator_group=_groups(one)[1],
                origin="table",
                spots={"value": one.spot, "comparator_value": one.spot},
                **_comparing(one),  # type: ignore[arg-type]
            )
            for one in self.figures
            if one.comparator
            and one.measure not in {"change", "headcount"}
            and one.spot not in used
        ]


def _comparing(one: Figure) -> dict[str, object]:
    name = one.comparator
    if name == "benchmark group":
        named = [text for text in (one.heading, one.row_text) if read_label(text).comparator]
        name = named[0] if named else name
    return {
        "comparator_name": name or one.comparator,
        "comparator_value": one.printed.text,
        "comparator_year": one.year if one.dated else None,
    }


def _explains(change: Figure, figure: Figure, earlier: Figure, turned: bool = False) -> bool:
    difference = figure.printed.span - earlier.printed.span
    return change.printed.fits(difference.mirrored() if turned else difference)


def _in_line(one: Figure, other: Figure) -> bool:
    return one.spot.row == other.spot.row or one.spot.column == other.spot.column


def _like(figure: Figure, number: str, breakdown: str) -> Figure:
    return replace(figure, indicator=number, breakdown=breakdown)


def _as_comparator(counts: Counts) -> Counts:
    return {f"comparator_{name}": count for name, count in counts.items()}


def _groups(figure: Figure) -> tuple[str, str]:
    if figure.measure == "relative_likelihood" and not figure.other and figure.indicator.isdigit():
        record = indicator(figure.indicator)
        return record.group, record.comparator_group
    if figure.measure == "gap" and not figure.group:
        return "BME", "White"
    return figure.group, figure.other


def _text(figure: Figure) -> str:
    parts = (figure.row_text, figure.heading, figure.printed.text)
    return " | ".join(part for part in parts if part)
