"""Movements over time held to the figures: what rose, fell, improved, widened, doubled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from wres.claims.answers import STAFF, SURVEY
from wres.claims.bench import FACTORS, Bench, Test, Told, thing_of, unverifiable
from wres.claims.denials import Outcome
from wres.claims.facts import Fact
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.signs import (
    UNSURE,
    has_narrowed,
    is_better_than_before,
    is_level,
    is_same,
    sign_of,
)
from wres.claims.subjects import Subject, subject_of
from wres.claims.writing import ENDLESS

__all__ = ["changes_of", "changes_of_numbers", "judge_moves", "move", "span_of"]

_HELPING = frozenset({"did", "does", "didn't", "doesn't", "do", "don't"})
_FIRST_YEARS = 12
_PLAIN = frozenset({"digits", "words"})
_WAYS = {"up": 1, "down": -1, "wider": 1, "narrower": -1}
_OPPOSITE = ({"up", "down"}, {"better", "worse"}, {"wider", "narrower"})
_OF_GAPS = frozenset({"wider", "narrower"})
_DECIMALS_OF_RATIOS = 2
# Tokens from a movement to the first of its own two numbers, and between these: `in 2019 to`.
_NEAR_BY = 3
# Tokens from a figure to what it is up from (`11.5% of the workforce, up from`), what parts them.
_OF_WHOM = 6
_PARTING = ("comparator", "time", "side", "move")


def judge_moves(bench: Bench) -> Iterator[Told]:
    """Judge every word of movement."""
    for mark in [*bench.live("move"), *_bare(bench)]:
        if not _is_idle(bench, mark) and not _is_either(bench, mark):
            yield move(bench, mark, mark.value)


def _bare(bench: Bench) -> list[Mark]:
    """Give bare verbs that follow `did not` or `does`: elsewhere they tell plans."""
    return [
        mark
        for mark in bench.live("bare_move")
        if _HELPING & set(bench.words[max(0, mark.first - 2) : mark.first])
    ]


def _is_either(bench: Bench, mark: Mark) -> bool:
    """Say whether two movements leave the way open: `bands whose share grew or shrank`."""
    return any(
        {one.value, mark.value} in _OPPOSITE
        and bench.words[min(one.last, mark.last) + 1 : max(one.first, mark.first)] == ("or",)
        for one in bench.sentence.of("move")
    )


def _is_idle(bench: Bench, mark: Mark) -> bool:
    """Leave out an `up` that moves nothing: `set up`, `up to date`."""
    words = bench.words[mark.first : mark.last + 1]
    if words == ("closed",):
        # Gaps close; so do actions, cases and posts.
        first, _ = bench.sentence.clause(mark.first)
        return "gap" not in bench.sentence.values("measure", first, mark.first)
    after = mark.last + 1
    starts = {number.first for number in bench.sentence.numbers}
    if words in (("up",), ("down",)):
        return not starts & {after, after + 1}
    return words in (("up", "to"), ("down", "to")) and after not in starts


def move(bench: Bench, mark: Mark, sense: str) -> Told:
    """Judge a word of movement.

    Parameters
    ----------
    bench : Bench
    mark : Mark
    sense : str
        `up`, `down`, `better`, `worse`, `same`, `wider`, `narrower`, `doubled`, ...
    """
    if sense == "moved":
        return unverifiable(mark)
    reverse = _reverse(bench, mark, sense)
    if reverse is not None:
        return reverse
    told = _told_by(bench, mark)
    if told is not None and sign_of(told) == _WAYS.get(sense):
        return bench.agreed(told), mark.first, mark.last
    subject = subject_of(bench.scope, mark, bool(bench.numbers))
    if not subject.held:
        return unverifiable(mark)
    counted = [one for one in bench.numbers if one.first == mark.last + 1 and not one.unit]
    clause = bench.sentence.clause(mark.first)
    if counted and bench.words[mark.first] == "gained":
        subject = replace(subject, measures=frozenset({"headcount"}))
    elif sense in {"up", "down"} and _counts_people(bench, mark, subject):
        subject = replace(subject, measures=frozenset({"headcount"}), group=subject.group or "all")
    elif sense in {"up", "down"} and _is_of_people(bench, mark, subject):
        whole = "workforce" in bench.sentence.values("topic", *clause)
        group = "all" if whole and not bench.sentence.of("group", *clause) else subject.group
        subject = replace(subject, measures=frozenset({"headcount"}), group=group)
    if sense in {"wider", "narrower"}:
        gaps = frozenset({"gap", "relative_likelihood", "difference"})
        subject = replace(subject, measures=gaps, group=None)
    if bench.sentence.of("trend", *bench.sentence.clause(mark.first)):
        return _trend(bench, subject, sense, mark)
    facts = changes_of_numbers(bench, mark) or changes_of(bench, subject, *span_of(bench, mark))
    return bench.told(mark, facts, _test(sense), sense) if facts else unverifiable(mark)


def _told_by(bench: Bench, mark: Mark) -> Fact | None:
    """Find the change of people that a movement tells itself: `fell by 54`, whoever follows."""
    start = mark.last + 1 + (bench.words[mark.last + 1 : mark.last + 2] == ("by",))
    own = [one for one in bench.numbers if one.first == start and not one.unit]
    facts = [fact for core, fact in bench.borne if own and core == own[0].core]
    changes = [fact for fact in facts if fact.role == "change" and fact.unit == "headcount"]
    return changes[0] if changes and bench.words[start - 1] == "by" else None


def changes_of_numbers(bench: Bench, mark: Mark) -> list[Fact]:
    """Find the change of the figure that stands beside a movement, over the years of its numbers.

    It is surer what `rose from 44.6% to 51.5%` is said of than what its other words may mean.
    """
    pins = [fact for fact in bench.pinned(mark) if fact.year <= bench.year]
    if not pins or any(thing_of(fact) != thing_of(pins[0]) for fact in pins):
        return []
    years = sorted({fact.year for fact in pins})
    year, since = (years[-1], years[0]) if len(years) > 1 else span_of(bench, mark)
    changes = [
        fact
        for fact in bench.shown.by_indicator.get(pins[0].indicator, ())
        if fact.role == "change" and thing_of(fact) == thing_of(pins[0])
        if fact.year == year and fact.since == (year - 1 if since is None else since)
    ]
    return changes[:1]


def _reverse(bench: Bench, mark: Mark, sense: str) -> Told | None:
    """Contradict `fell from 11.4% to 18.4%` or `narrowed from 11 to 12`: its own numbers do."""
    if sense not in _WAYS or bench.negated(mark):
        return None
    words = bench.words
    if words[mark.last] == "from" and _is_back(bench, mark, sense):
        message = "the sentence's own numbers say the reverse."
        return Outcome("contradicted", message), mark.first, mark.last
    near = [one for one in bench.sentence.numbers if one.first > mark.last][:2]
    if len(near) < 2 or any(one.value is None or one.sign or one.base for one in near):
        return None
    first, second = near
    tail = words[first.last + 1 : second.first]
    led = words[first.first - 1], tail[-1:] if len(tail) <= _NEAR_BY and "," not in tail else ()
    between = bench.sentence.of("move", mark.last + 1, first.first)
    apart = first.first - mark.last > _NEAR_BY or first.unit != second.unit or between
    if led not in {("from", ("to",)), ("to", ("from",))} or apart:
        return None
    before, after = (first, second) if led[0] == "from" else (second, first)
    equal = 1.0 if sense in _OF_GAPS and _are_ratios(before, after) else 0.0
    ends = [(one.value or 0.0) - equal for one in (before, after)]
    if sense in _OF_GAPS:
        ends = [abs(one) for one in ends]
    if (ends[1] - ends[0]) * _WAYS[sense] >= 0:
        return None
    message = "the sentence's own numbers say the reverse."
    return Outcome("contradicted", message), mark.first, mark.last


def _is_back(bench: Bench, mark: Mark, sense: str) -> bool:
    """Say whether the two numbers around it deny `11.5%, up from 12.4%`."""
    before = [one for one in bench.sentence.numbers if one.last < mark.first]
    behind = next((one for one in bench.sentence.numbers if one.first == mark.last + 1), None)
    if not before or behind is None or sense not in {"up", "down"}:
        return False
    start = before[-1].last + 1
    between = bench.words[start : mark.first]
    parted = any(bench.sentence.of(one, start, mark.first - 1) for one in _PARTING)
    pair = (before[-1], behind)
    plain = all(one.value is not None and not one.sign and not one.base for one in pair)
    alike = pair[0].unit == behind.unit and pair[0].hedge not in ENDLESS
    beside = not between or (between[-1] in {",", "("} and len(between) <= _OF_WHOM)
    if parted or not beside or not plain or not alike:
        return False
    return ((pair[0].value or 0.0) - (behind.value or 0.0)) * _WAYS[sense] < 0


def _are_ratios(before: Number, after: Number) -> bool:
    """Say whether two numbers are written as ratios are, whose gap is the distance from 1."""
    plain = {before.unit, after.unit} <= {"", "ratio"}
    return plain and max(before.decimals, after.decimals) == _DECIMALS_OF_RATIOS


def _counts_people(bench: Bench, mark: Mark, subject: Subject) -> bool:
    """Say whether people are counted beside those of before: `fewer BME staff than a year ago`."""
    known = subject.indicators.fixed or frozenset()
    people = bench.sentence.of("people", mark.first, mark.last)
    return bool(people) and known <= STAFF and bench.words[mark.first] in {"more", "fewer"}


def _is_of_people(bench: Bench, mark: Mark, subject: Subject) -> bool:
    """Say whether a number of staff moves: `the workforce grew to 2,480`, `shrank by 54 people`."""
    known = subject.indicators.fixed or frozenset()
    first, last = bench.sentence.clause(mark.first)
    if not known or not known <= STAFF:
        return False
    if set(bench.sentence.values("measure", first, last)) - {"number"}:
        return False
    led = bench.words[mark.last + 1 : mark.last + 2]
    start = mark.last + (2 if led in (("to",), ("by",), ("from",)) else 1)
    return any(
        one.first == start and not one.unit and not one.decimals and one.form in _PLAIN
        for one in bench.numbers
    )


def changes_of(bench: Bench, subject: Subject, year: int, since: int | None) -> list[Fact]:
    """Find the changes of a subject to a year: since another, or since the one before it."""
    ends = None if since is None else frozenset({since})
    facts = subject.facts(bench.shown, "change", years=frozenset({year}), since=ends)
    if since is None and facts:
        latest = max(fact.since or 0 for fact in facts)
        facts = [fact for fact in facts if fact.since == latest]
    return facts


def span_of(bench: Bench, mark: Mark) -> tuple[int, int | None]:
    """Read the two years of a movement: `since 2017`, `from 2018 to 2019`, `in 2019`."""
    survey = bool(bench.topics(mark) & SURVEY)
    said = []
    for place, token in enumerate(bench.sentence.tokens):
        if token.year is not None:
            near = bench.words[max(0, place - 3) : place + 3]
            shift = (survey and token.kind == "year") or "autumn" in near
            led = [word for word in bench.words[max(0, place - 3) : place] if word != "the"]
            said.append((token.year + shift, led[-1] if led else ""))
    years = sorted({year for year, _ in said})
    if len(years) >= 2 and years[-1] <= bench.year:
        return years[-1], years[0]
    if years and years[0] < bench.year and said[0][1] in {"since", "from", "than", "on", "in"}:
        return bench.year, years[0]
    return bench.year, None


def _test(sense: str) -> Test:
    if sense in FACTORS:
        return partial(_is_factor, *FACTORS[sense])
    if sense in {"wider", "narrower"}:
        return lambda fact: has_narrowed(fact, sense == "narrower")
    if sense in {"same", "stable"}:
        return is_same if sense == "same" else _is_stable
    wanted = 1 if sense in {"up", "better"} else -1
    if sense in {"up", "down"}:
        return lambda fact: sign_of(fact) == wanted or _has_size(fact, -wanted)
    if sense == "slipped":
        return lambda fact: sign_of(fact) < 0 or is_better_than_before(fact, -1) is True
    return lambda fact: is_better_than_before(fact, wanted)


def _has_size(fact: Fact, wanted: int) -> bool:
    """Say whether a gap below 0 has moved in size: a shortfall that shrinks rises towards 0."""
    below = fact.unit == "points" and fact.measure.endswith(("gap", "difference"))
    return below and (fact.before or 0.0) < 0 and bool(has_narrowed(fact, wanted > 0))


def _is_factor(low: float, high: float, fact: Fact) -> bool | None:
    if not fact.before or fact.now is None:
        return None
    return low <= fact.now / fact.before <= high


def _is_stable(fact: Fact) -> bool:
    """Say whether a figure has hardly moved."""
    return is_same(fact) or (not fact.verdict and is_level(fact))


def _trend(bench: Bench, subject: Subject, sense: str, mark: Mark) -> Told:
    """Hold a trend to every year at hand; two figures make none."""
    words = _with_trend(bench, mark)
    steps = _steps(bench, subject)
    if not steps:
        return unverifiable(words)
    if len(steps) < 2:
        message = f"two figures make no trend: {bench.wording.same(steps[0])}."
        return Outcome("too few", message, steps[0]), words.first, words.last
    test = _test(sense)
    against = next((fact for fact in steps if test(fact) is False), None)
    if against is not None:
        message = f"not in every year: {bench.wording.same(against)}."
        return Outcome("contradicted", message, against), words.first, words.last
    if sense in {"better", "worse"} and all(fact.verdict in UNSURE for fact in steps):
        return bench.unsure(steps[-1]), words.first, words.last
    return bench.agreed(steps[-1]), words.first, words.last


def _steps(bench: Bench, subject: Subject) -> list[Fact]:
    """Give the change of each year since the one before it."""
    steps = []
    for year in range(bench.year - _FIRST_YEARS, bench.year + 1):
        facts = changes_of(bench, subject, year, None)
        steps += [fact for fact in facts if fact.since == year - 1][:1]
    return steps


def _with_trend(bench: Bench, mark: Mark) -> Mark:
    """Take the words of the trend and of its direction together."""
    trend = bench.sentence.of("trend", *bench.sentence.clause(mark.first))
    first, last = min(mark.first, trend[0].first), max(mark.last, trend[0].last)
    return replace(mark, first=first, last=last)
