"""Highest and lowest held to the figures: among pay bands, or among years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wres.claims.answers import RATIOS, STAFF, SURVEY
from wres.claims.bench import Bench, Told, unverifiable
from wres.claims.facts import OWN, Fact
from wres.claims.lexicon import Mark
from wres.claims.number_words import read_number
from wres.claims.places import members
from wres.claims.subjects import Subject, subject_of
from wres.definitions.ethnicity import BME, WHITE
from wres.labels import round_half_up
from wres.stats.verdicts import TARGETS

__all__ = ["judge_extremes"]

# As the most and the least of a figure; of a gap or a ratio, of how far it is from equality.
_MOST = {"highest": 1, "widest": 1, "lowest": -1, "narrowest": -1}
_GOOD = {"best": 1, "worst": -1}
_EVER = frozenset({"record", "recorded", "ever", "yet", "series", "period", "measured"})
# `The largest group of BME staff` is no share of a band's staff.
_COUNTED = frozenset({"group", "number", "part"})
_REACH = 8
Years = frozenset[int]


def judge_extremes(bench: Bench) -> Iterator[Told]:
    """Judge superlatives."""
    for mark in bench.live("extreme"):
        bands = bench.sentence.of("band")
        staff = bench.topics(mark) & STAFF
        spans = _spans(bench, mark)
        if spans is not None:
            yield _among_years(bench, mark, *spans)
        elif _COUNTED & set(bench.words[mark.last + 1 : mark.last + 2]):
            yield unverifiable(mark)
        elif mark.value in {"highest", "lowest"} and len(bands) == 1 and staff:
            yield _among_bands(bench, mark, bands[0])
        elif bench.sentence.of("measure") or bench.sentence.of("group"):
            yield unverifiable(mark)


def _among_bands(bench: Bench, mark: Mark, band: Mark) -> Told:
    """Hold `highest in band 5` to the bands that are shown; withheld ones may lie beyond."""
    subject = subject_of(bench.scope, mark, True)
    rows = _shares(bench, subject.group or BME, subject.staff_groups.one or "")
    meant = [fact for fact in rows if members(fact.parts["band"]) == members(band.value)]
    if not meant:
        return unverifiable(mark)
    pick = max if mark.value == "highest" else min
    edge = pick(rows, key=lambda fact: fact.value)
    reached = any(fact.value == edge.value for fact in meant)
    outcome = bench.agreed(meant[0]) if reached else bench.contradicted(edge)
    return outcome, mark.first, mark.last


def _shares(bench: Bench, group: str, staff_group: str) -> list[Fact]:
    return [
        fact
        for fact in bench.shown.by_indicator.get("1", ())
        if fact.measure == "share" and fact.role == "level" and fact.group == group
        if fact.year == bench.year and fact.comparator == OWN and "band" in fact.parts
        if fact.parts.get("staff_group") not in {"all", None}
        if staff_group in {"", fact.parts.get("staff_group")}
    ]


def _spans(bench: Bench, mark: Mark) -> tuple[Years, Years] | None:
    """Give the years among which a figure is the most: for certain, and at the utmost.

    `In five years` and `since 2019` can be read to begin a year earlier or later.
    """
    now = bench.year
    words = bench.words[mark.last + 1 : mark.last + 1 + _REACH]
    for place in range(mark.last + 1, mark.last + 1 + len(words)):
        number = read_number(bench.sentence.tokens, place)
        behind = bench.words[number.last + 1 : number.last + 2] if number is not None else ()
        if number is not None and behind in (("years",), ("surveys",), ("reports",)):
            many = int(number.value or 0)
            return frozenset(range(now - many + 1, now + 1)), frozenset(range(now - many, now + 1))
        year = bench.sentence.tokens[place].year
        if year is not None and bench.words[place - 1] == "since":
            return frozenset(range(year + 2, now + 1)), frozenset(range(year, now + 1))
    # What lies before the years that are shown may be beyond them.
    return (frozenset(range(now + 1)), frozenset({0})) if _EVER & set(words) else None


def _among_years(bench: Bench, mark: Mark, certain: Years, utmost: Years) -> Told:
    """Hold `the lowest in five years` to the years at hand; one that is missing leaves it open."""
    subject = subject_of(bench.scope, mark, True)
    series = _series(bench, mark, subject)
    if bench.year not in series or bench.negated(mark):
        return unverifiable(mark)
    now = series[bench.year]
    beyond = [
        fact for fact in series.values() if fact.year in certain and _exceeds(fact, now, mark)
    ]
    if beyond:
        return bench.contradicted(beyond[0]), mark.first, mark.last
    known = all(year in series and not _exceeds(series[year], now, mark) for year in utmost)
    return (bench.agreed(now), mark.first, mark.last) if known else unverifiable(mark)


def _series(bench: Bench, mark: Mark, subject: Subject) -> dict[int, Fact]:
    """Give a figure by year; nothing where words leave open which one it is."""
    topics = bench.topics(mark)
    if len(topics) != 1 or subject.bands.one != "" or subject.staff_groups.one != "":
        return {}
    beside = bench.beside(mark)
    if beside is not None and beside.indicator in topics:
        subject = replace(subject, group=beside.group)
    (number,) = topics
    apart = bench.sentence.has("measure", "gap") or mark.value in {"widest", "narrowest"}
    group = subject.group or BME
    found: dict[int, Fact] = {}
    for fact in bench.shown.by_indicator.get(number, ()):
        if fact.comparator == OWN and not fact.place and _is_of(fact, number, group, apart):
            found.setdefault(fact.year, fact)
    return found


def _is_of(fact: Fact, number: str, group: str, apart: bool) -> bool:
    if number in RATIOS:
        return fact.measure == "relative_likelihood" and fact.role == "level"
    if apart:
        return number in SURVEY and fact.role == "gap" and fact.group != WHITE
    level = fact.role == "level" and fact.unit == "%" and fact.group == group
    return level and fact.measure in {"percentage", "share"}


def _exceeds(fact: Fact, now: Fact, mark: Mark) -> bool:
    """Say whether an earlier figure, as printed, denies that today's is the most."""
    most = _MOST.get(mark.value)
    if most is None:
        most = _GOOD[mark.value] * _way_of_good(now)
    return most * (_size(fact, mark) - _size(now, mark)) > 0


def _way_of_good(fact: Fact) -> int:
    if fact.good in TARGETS:
        return -1 if _is_above(fact) else 1
    return {"higher": 1, "lower": -1}.get(fact.good, 0)


def _is_above(fact: Fact) -> bool:
    return fact.value > TARGETS[fact.good]


def _size(fact: Fact, mark: Mark) -> float:
    apart = fact.role == "gap" or mark.value in {"widest", "narrowest"}
    value = float(round_half_up(fact.value, 2 if fact.unit == "ratio" else 1))
    if not apart:
        return value
    return abs(value - (1.0 if fact.unit == "ratio" else 0.0))
