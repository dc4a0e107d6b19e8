"""Facts that follow from others: what a writer works out from the figures before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from wres.claims.band_sums import band_sums
from wres.claims.facts import INVERSE, OWN, Fact
from wres.claims.spread import spread_facts
from wres.definitions.ethnicity import BME, UNKNOWN, WHITE

__all__ = ["derived_facts"]

# Survey percentages are printed to one decimal; a ratio of two is known no better.
_HALF_DIGIT = 0.05


def derived_facts(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Give what follows from rows' facts: inverses, ratios of percentages, sums, longer changes."""
    own = [fact for fact in facts if fact.comparator == OWN]
    yield from _inverses(facts)
    yield from _ratios_of_shares(own)
    yield from _shares_of_events(own)
    yield from _who_answered(own)
    yield from _known(own)
    together = list(_staff_groups_together(own))
    yield from together
    sums = list(band_sums([*own, *together]))
    yield from sums
    yield from spread_facts(own, together)
    yield from _bands_beside_workforce([*own, *sums])
    yield from _changes_over_years(own)
    yield from _multiples([*facts, *_bands_beside_workforce(own)])
    yield from _seats(own)


def _at(fact: Fact, value: float, **changed: object) -> Fact:
    """Give another number in the place of a fact; it has no row of its own."""
    kept = {"value": value, "low": value, "high": value, "row": "", **changed}
    return replace(fact, **kept)  # type: ignore[arg-type]


def _inverses(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Turn every ratio of likelihoods over."""
    for fact in facts:
        if fact.unit == "ratio" and fact.role == "level" and fact.value:
            turned = {"more likely": "less likely", "less likely": "more likely"}
            yield _at(
                fact,
                1 / fact.value,
                group=fact.over,
                over=fact.group,
                row=fact.row,
                measure=INVERSE + fact.measure,
                verdict=turned.get(fact.verdict, fact.verdict),
                low=1 / (fact.value + (0.005 if fact.published else 0)),
                high=1 / (fact.value - (0.005 if fact.published else 0)),
            )


def _pairs(facts: Iterable[Fact], measures: set[str]) -> Iterator[tuple[Fact, Fact]]:
    """Yield White and BME of one measure, year and place, either first."""
    cells: dict[tuple[object, ...], dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        if fact.measure in measures and fact.role == "level" and fact.unit == "%":
            cells[fact.indicator, fact.measure, fact.year, fact.place][fact.group] = fact
    for cell in cells.values():
        if WHITE in cell and BME in cell:
            yield from permutations((cell[WHITE], cell[BME]), 2)


def _ratios_of_shares(own: list[Fact]) -> Iterator[Fact]:
    for one, other in _pairs(own, {"percentage", "likelihood"}):
        known = {"over": other.group, "now": one.value, "before": other.value}
        if one.measure == "percentage" and other.value > _HALF_DIGIT:
            yield replace(
                one,
                value=one.value / other.value,
                low=(one.value - _HALF_DIGIT) / (other.value + _HALF_DIGIT),
                high=(one.value + _HALF_DIGIT) / (other.value - _HALF_DIGIT),
                unit="ratio",
                measure="ratio of shares",
                verdict="",
                **known,  # type: ignore[arg-type]
            )
        if one.measure == "likelihood":
            away = one.value - other.value
            yield _at(one, away, unit="points", role="gap", measure="gap", verdict="", **known)


def _multiples(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Give how many times a comparator's, the other group's or the workforce's a figure is."""
    for fact in facts:
        if fact.role in {"comparison", "difference"} and fact.now is not None and fact.before:
            over = fact.comparator or "workforce"
            yield _times(replace(fact, over=over, comparator=OWN), fact.now, fact.before)
    own = (fact for fact in facts if fact.comparator == OWN)
    for one, other in _pairs(own, {"percentage", "likelihood"}):
        if other.value:
            yield _times(replace(one, over=other.group), one.value, other.value)


def _times(fact: Fact, now: float, before: float) -> Fact:
    room = _HALF_DIGIT if fact.unit in {"points", "%"} and before > _HALF_DIGIT else 0.0
    return replace(
        fact,
        value=now / before,
        low=(now - room) / (before + room),
        high=(now + room) / (before - room),
        unit="ratio",
        role="times",
        measure="times",
        now=now,
        before=before,
        verdict="",
        row="",
    )


def _shares_of_events(own: list[Fact]) -> Iterator[Fact]:
    """Give each group's share of those appointed and of those shortlisted."""
    for role, measure in (("count", "share of events"), ("base", "share of bases")):
        cells: dict[int, dict[tuple[str, str], Fact]] = defaultdict(dict)
        for fact in own:
            if fact.indicator in {"2", "3", "4"} and fact.role == role and not fact.place:
                cells[fact.year][fact.indicator, fact.group] = fact
        for cell in cells.values():
            for (indicator, group), fact in cell.items():
                whole = cell.get((indicator, "all"))
                if group != "all" and whole is not None and whole.value:
                    share = 100 * fact.value / whole.value
                    yield _at(fact, share, unit="%", role="level", measure=measure)


def _who_answered(own: list[Fact]) -> Iterator[Fact]:
    """Give how many respondents a survey percentage is: 9 of 49 are 18.4%."""
    bases = {
        (fact.indicator, fact.group, fact.year): fact.value for fact in own if fact.role == "base"
    }
    for fact in own:
        if fact.measure == "percentage" and fact.role == "level":
            base = bases.get((fact.indicator, fact.group, fact.year))
            if base is not None:
                yield replace(
                    fact,
                    value=fact.value * base / 100,
                    low=(fact.value - _HALF_DIGIT) * base / 100,
                    high=(fact.value + _HALF_DIGIT) * base / 100,
                    unit="headcount",
                    role="count",
                    measure="count",
                    verdict="",
                    row="",
                )


def _known(own: list[Fact]) -> Iterator[Fact]:
    """Give the staff whose ethnicity is known, and each group's share of them."""
    cells: dict[int, dict[tuple[str, str], Fact]] = defaultdict(dict)
    for fact in own:
        whole = fact.indicator == "workforce" and not fact.place
        if whole and fact.measure in {"share", "headcount"} and fact.role in {"level", "count"}:
            cells[fact.year][fact.measure, fact.group] = fact
    for cell in cells.values():
        unknown, everyone = cell.get(("headcount", UNKNOWN)), cell.get(("headcount", "all"))
        if ("share", UNKNOWN) in cell:
            share = cell["share", UNKNOWN]
            yield _at(share, 100 - share.value, group="known", good="higher")
        if unknown is None or everyone is None or everyone.value <= unknown.value:
            continue
        known = everyone.value - unknown.value
        yield _at(everyone, known, group="known")
        for group in (WHITE, BME):
            if ("headcount", group) in cell:
                one = cell["headcount", group]
                share_of = 100 * one.value / known
                yield _at(one, share_of, unit="%", role="level", measure="share of known")


def _staff_groups_together(own: list[Fact]) -> Iterator[Fact]:
    """Add clinical and non-clinical staff of one band, where both are shown."""
    cells: dict[tuple[int, str], dict[tuple[str, str], float]] = defaultdict(dict)
    kept: dict[tuple[int, str], Fact] = {}
    for fact in own:
        parts = fact.parts
        if fact.indicator == "1" and fact.measure == "headcount" and "band" in parts:
            key = (fact.year, parts["band"])
            cells[key][parts["staff_group"], fact.group] = fact.value
            kept[key] = fact
    for key, counts in cells.items():
        yield from _together(kept[key], key[1], counts)


def _together(fact: Fact, band: str, counts: dict[tuple[str, str], float]) -> Iterator[Fact]:
    place = (("staff_group", "all"), ("band", band))
    groups = (WHITE, BME, UNKNOWN, "all")
    sums = {
        group: counts["clinical", group] + counts["non-clinical", group]
        for group in groups
        if ("clinical", group) in counts and ("non-clinical", group) in counts
    }
    for group, count in sums.items():
        one = replace(fact, group=group, place=place, since=None, now=None, before=None)
        yield _at(one, count, role="count", unit="headcount", measure="headcount")
        if group != "all" and sums.get("all"):
            share = 100 * count / sums["all"]
            yield _at(one, share, role="level", unit="%", measure="share")


def _bands_beside_workforce(own: list[Fact]) -> Iterator[Fact]:
    """Give how far a band's share is from the whole workforce's."""
    whole = {
        (fact.year, fact.group): fact.value
        for fact in own
        if fact.indicator == "workforce" and fact.measure == "share" and not fact.place
    }
    for fact in own:
        if fact.indicator == "1" and fact.measure == "share" and fact.role == "level":
            other = whole.get((fact.year, fact.group))
            if other is not None:
                yield _at(
                    fact, fact.value - other, unit="points", role="difference",
                    measure="band beside workforce", now=fact.value, before=other, verdict="",
                )  # fmt: skip


def _changes_over_years(own: list[Fact]) -> Iterator[Fact]:
    """Give changes over more years than one, where both ends are shown."""
    series: dict[tuple[object, ...], dict[int, Fact]] = defaultdict(dict)
    for fact in own:
        if fact.role in {"level", "gap", "difference", "count"} and fact.indicator != "1":
            key = (fact.indicator, fact.measure, fact.group, fact.over, fact.role, fact.place)
            series[key].setdefault(fact.year, fact)
    for by_year in series.values():
        for year, fact in by_year.items():
            for since, other in by_year.items():
                if since < year - 1:
                    yield _change(fact, other, since)


def _change(fact: Fact, other: Fact, since: int) -> Fact:
    return _at(
        fact,
        fact.value - other.value,
        role="change",
        measure=f"change of {fact.measure}",
        unit={"%": "points"}.get(fact.unit, fact.unit),
        now=fact.value,
        before=other.value,
        since=since,
        verdict="",
    )


def _seats(own: list[Fact]) -> Iterator[Fact]:
    """Give what one seat is worth, in points of the board's share."""
    for fact in own:
        if (
            fact.indicator == "9"
            and fact.measure == "headcount"
            and fact.group == "all"
            and fact.value
        ):
            yield _at(fact, 100 / fact.value, role="seat", unit="points", measure="seat", group=BME)
