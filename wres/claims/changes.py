"""Movements over time held to the figures: what rose, fell, improved, widened, doubled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wres.claims.answers import OTHER
from wres.claims.bench import FACTORS, Bench, Test, Told, unverifiable
from wres.claims.both_groups import OF_EACH, is_of_both, told_of_both
from wres.claims.denials import Outcome
from wres.claims.facts import Fact
from wres.claims.lexicon import Mark
from wres.claims.moved_facts import changes_of, changes_of_numbers, span_of
from wres.claims.moved_subjects import OF_GAPS, narrowed_subject, sense_of_gap
from wres.claims.multiples import is_of_gap, is_spelt_out, multiple_of, own_multiple
from wres.claims.numbers import Number
from wres.claims.senses import condition_of
from wres.claims.signs import has_turned, sign_of
from wres.claims.subjects import Subject, subject_of
from wres.claims.trends import trend
from wres.claims.writing import ENDLESS
from wres.definitions.ethnicity import UNKNOWN

__all__ = ["judge_moves", "move"]

_HELPING = frozenset({"did", "does", "didn't", "doesn't", "do", "don't"})
_WAYS = {"up": 1, "down": -1, "wider": 1, "narrower": -1}
_OPPOSITE = ({"up", "down"}, {"better", "worse"}, {"wider", "narrower"})
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
    multiple = sense in FACTORS
    reverse = (own_multiple if multiple else _reverse)(bench, mark, sense)
    if reverse is not None:
        return reverse
    told = _told_by(bench, mark)
    if told is not None and sign_of(told) == _WAYS.get(sense):
        return bench.agreed(told), mark.first, mark.last
    return _told_of_subject(bench, mark, sense)


def _told_of_subject(bench: Bench, mark: Mark, sense: str) -> Told:
    """Hold a movement to the changes of what its clause says that it is of."""
    subject = subject_of(bench.scope, mark, bool(bench.numbers))
    if not subject.held:
        return unverifiable(mark)
    said, sense = sense, sense_of_gap(bench, mark, sense)
    of_gap = sense in FACTORS and is_of_gap(bench, mark)
    subject = narrowed_subject(bench, mark, sense, subject, of_gap=of_gap)
    if bench.sentence.of("trend", *bench.sentence.clause(mark.first)):
        return trend(bench, subject, sense, mark)
    if is_of_both(bench.sentence, mark) and sense not in OF_GAPS:
        each = [replace(subject, group=group, measures=OF_EACH) for group in OTHER]
        told = [_moved(bench, mark, sense, sense, one) for one in each]
        return told_of_both(mark, told, negated=bench.negated(mark))
    return _moved(bench, mark, sense, said, subject)


def _moved(bench: Bench, mark: Mark, sense: str, said: str, subject: Subject) -> Told:
    facts = changes_of_numbers(bench, mark) or changes_of(bench, subject, *span_of(bench, mark))
    return _held(bench, mark, sense, said, facts) if facts else unverifiable(mark)


def _held(bench: Bench, mark: Mark, sense: str, said: str, facts: list[Fact]) -> Told:
    """Hold a movement to the changes that it can be of; a multiple to their two figures."""
    if sense not in FACTORS:
        return bench.told(mark, facts, _condition(sense, said), sense)
    named = [fact for fact in facts if fact.group != UNKNOWN] or facts
    claimed = "" if is_spelt_out(bench, mark) else sense
    return bench.told(mark, named, multiple_of(bench, mark, sense), claimed)


def _condition(sense: str, said: str) -> Test:
    """Give what a change must be; a gap that turned over may be told to fall, or to widen."""
    holds, numbers = condition_of(sense), condition_of(said)
    return lambda fact: holds(fact) or numbers(fact) if has_turned(fact) else holds(fact)


def _told_by(bench: Bench, mark: Mark) -> Fact | None:
    """Find the change of people that a movement tells itself: `fell by 54`, whoever follows."""
    start = mark.last + 1 + (bench.words[mark.last + 1 : mark.last + 2] == ("by",))
    own = [one for one in bench.numbers if one.first == start and not one.unit]
    facts = [fact for core, fact in bench.borne if own and core == own[0].core]
    changes = [fact for fact in facts if fact.role == "change" and fact.unit == "headcount"]
    return changes[0] if changes and bench.words[start - 1] == "by" else None


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
    equal = 1.0 if sense in OF_GAPS and _are_ratios(before, after) else 0.0
    ends = [(one.value or 0.0) - equal for one in (before, after)]
    if sense in OF_GAPS:
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
