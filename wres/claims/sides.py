"""Comparisons held to the figures: above the national average, higher than for White staff."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wres.claims.answers import OTHER, RATIOS
from wres.claims.bench import Bench, Test, Told, unverifiable
from wres.claims.changes import move
from wres.claims.denials import Outcome
from wres.claims.facts import OWN, Fact
from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.signs import is_better_than, is_level, is_part_of_board, side_of, sign_of
from wres.claims.subjects import Subject, subject_of
from wres.claims.two_figures import between_two
from wres.claims.typed import holds_beside, typed_beside
from wres.definitions.ethnicity import BME
from wres.stats.counts import FOUR_FIFTHS, in_four_fifths_range

__all__ = ["EXCEPT", "comparators_of", "is_of_time", "judge_sides", "own_ratios"]

_ONE = (("1",), ("one",), ("1.0",), ("1.00",))
_TURNED = {"above": "below", "below": "above", "better": "worse", "worse": "better"}
_JOINED = frozenset({"and", "the", ",", "both", "average", "figure", "or"})
_OF_TIME = {"above": "up", "below": "down", "level": "same"}
_WAYS = {"above": 1, "below": -1}
_GROUPED = frozenset({"for", "among", "amongst", "of"})
# What is good for a group: to be likelier appointed and trained, or to believe; not harassed.
_GOOD = {"2": 1, "3": -1, "4": 1, "5": -1, "6": -1, "7": 1, "8": -1}
_AGAINST = frozenset({"behind", "above", "below", "beneath", "over", "under"})
_REACH = 8
_EVERY = frozenset({"all", "every", "each"})
_NEARLY = frozenset({"nearly", "almost", "two", "not", "one", "other"})
# With these, what is said of all is not said of each.
EXCEPT = frozenset({"except", "bar", "save", "apart", "excluding"})
_EVERY_REACH = 5
_POINTING = frozenset({"their", "those", "that", "they", "them", "the"})


def judge_sides(bench: Bench) -> Iterator[Told]:
    """Judge every word that sets one figure beside another."""
    for mark in bench.live("within"):
        yield from _within(bench, mark)
    covered = bench.covered("senior", "move", "likely")
    for mark in bench.live("side"):
        idle = _is_rule(bench, mark) or _is_near_parity(bench, mark)
        if mark.first not in covered and not idle:
            yield from _side(bench, mark)


def _within(bench: Bench, mark: Mark) -> Iterator[Told]:
    """Hold `within the non-adverse range` to the ratio as printed."""
    near = bench.sentence.of("range", mark.last + 1, mark.last + _REACH)
    named = {"adverse", "fifths"} & set(bench.words[mark.last + 1 : mark.last + 1 + _REACH])
    limits = set(FOUR_FIFTHS) <= {number.value for number in bench.sentence.numbers}
    if not near or not (named or limits):
        return
    facts = bench.kin(mark, own_ratios(bench, mark))
    inside = mark.value == "inside"
    if EXCEPT & set(bench.words[: mark.first]):
        return
    if not facts and _names_every_ratio(bench, mark):
        yield from _all_within(bench, mark, inside)
    elif facts:
        yield bench.told(mark, facts, lambda fact: in_four_fifths_range(fact.value) == inside)


def _names_every_ratio(bench: Bench, mark: Mark) -> bool:
    """Say whether words are of all relative likelihoods: `all three ratios lie within`."""
    first, _ = bench.sentence.clause(mark.first)
    ratios = [
        one for one in bench.sentence.of("measure", first, mark.first) if one.value == "ratio"
    ]
    led = (
        bench.words[max(first, ratios[-1].first - _EVERY_REACH) : ratios[-1].first]
        if ratios
        else ()
    )
    if led[1:3] == ("one", "of") and led[0] in {"every", "each"}:
        led = (led[0], *led[3:])
    return bool(_EVERY & set(led)) and not _NEARLY & set(led)


def _all_within(bench: Bench, mark: Mark, inside: bool) -> Iterator[Told]:
    """Deny by one ratio what is said of all; agree only where every one is shown."""
    facts = [fact for number in sorted(RATIOS) for fact in _ratios_of(bench, number)]
    other = [fact for fact in facts if in_four_fifths_range(fact.value) != inside]
    first, _ = bench.sentence.clause(mark.first)
    if bench.sentence.of("negation", first, mark.first) or bench.sentence.has("time", "previous"):
        return
    if other:
        yield bench.contradicted(other[0]), mark.first, mark.last
    elif {fact.indicator for fact in facts} == RATIOS:
        yield bench.agreed(facts[0]), mark.first, mark.last


def own_ratios(bench: Bench, mark: Mark) -> list[Fact]:
    """Give the trust's own ratios of today that some words are about."""
    return [fact for number in sorted(bench.topics(mark)) for fact in _ratios_of(bench, number)]


def _ratios_of(bench: Bench, number: str) -> list[Fact]:
    return [
        fact
        for fact in bench.shown.by_indicator.get(number, ())
        if fact.measure == "relative_likelihood" and fact.role == "level" and not fact.place
        if fact.year == bench.year and fact.comparator == OWN
    ]


def _is_rule(bench: Bench, mark: Mark) -> bool:
    """Say whether it is said which way is good: `lower is better`; or `48% or above`."""
    before = bench.words[max(0, mark.first - 2) : mark.first]
    after = bench.words[mark.last + 1 : mark.last + 3]
    if {"lead", "leads", "trail", "trails"} & {bench.words[mark.first]}:
        # The board leads the work; a figure leads the benchmark.
        return not comparators_of(bench, replace(mark, last=mark.first))
    rule = before in (("lower", "is"), ("higher", "is")) or after == ("is", "better")
    return rule or before[-1:] == ("or",)


def _side(bench: Bench, mark: Mark) -> Iterator[Told]:
    number = typed_beside(bench.sentence, mark)
    told = between_two(bench, mark)
    if told is not None:
        yield told
    elif mark.value in {"over", "under"}:
        yield _represented(bench, mark)
    elif number is not None:
        yield _beside_typed(bench, mark, number)
    elif _limits(bench, mark):
        yield from _beside_one(bench, mark)
    elif is_of_time(bench, mark):
        yield move(bench, mark, _OF_TIME.get(mark.value, mark.value))
    elif _is_beside_own(bench, mark):
        yield from _reversed(bench, mark)
    elif comparators_of(bench, mark):
        yield _compared(bench, mark, comparators_of(bench, mark))
    else:
        yield from _between(bench, mark)


def _beside_typed(bench: Bench, mark: Mark, number: Number) -> Told:
    """Hold `better than the 60.3%` to the figure that stands before it."""
    fact = bench.beside(mark)
    holds = None
    if fact is not None and fact.unit == number.unit:
        holds = holds_beside(fact, mark.value, number)
    if fact is None or holds is None:
        return unverifiable(mark)
    outcome = bench.agreed(fact) if holds else bench.contradicted(fact)
    return outcome, mark.first, mark.last


def _is_beside_own(bench: Bench, mark: Mark) -> bool:
    """Say whether another's figure is set beside the trust's: `3.3 points lower than ours`."""
    behind = set(bench.words[mark.last + 1 : mark.last + 3])
    return bool(behind & {"our", "ours", "us"}) and bench.sentence.has("comparator")


def _reversed(bench: Bench, mark: Mark) -> Iterator[Told]:
    """Hold what is said of a comparator beside the trust to the trust beside the comparator."""
    before = bench.sentence.of("comparator", 0, mark.first)
    turned = _TURNED.get(mark.value, mark.value)
    if before:
        yield _compared(bench, replace(mark, value=turned), frozenset({before[-1].value}))


def _limits(bench: Bench, mark: Mark) -> bool:
    """Say whether a word stands before a number, and limits it."""
    after = mark.last + 1
    if bench.words[after : after + 1] in _ONE:
        return True
    near = {after} | (
        {after + 1} if bench.words[after : after + 1] in (("a",), ("just",)) else set()
    )
    limit = bench.sentence.has("range") and {0.8, 1.25} & {
        number.value for number in bench.numbers if after <= number.core <= after + 8
    }
    hedged = mark.value in {"above", "below"} and any(
        one.first <= mark.first and mark.last < one.core for one in bench.numbers
    )
    return bool(limit) or hedged or any(number.core in near for number in bench.numbers)


def _beside_one(bench: Bench, mark: Mark) -> Iterator[Told]:
    """Hold `above 1` to the side on which the ratio lies; other limits are the number's."""
    if bench.words[mark.last + 1 : mark.last + 2] not in _ONE or mark.value not in {
        "above",
        "below",
    }:
        return
    facts = own_ratios(bench, mark)
    wanted = 1 if mark.value == "above" else -1
    if facts:
        yield bench.told(mark, facts, lambda fact: side_of(fact) == wanted)


def is_of_time(bench: Bench, mark: Mark) -> bool:
    """Say whether a word compares a figure with an earlier one."""
    first, last = bench.sentence.clause(mark.first)
    near = [
        one for one in bench.sentence.of("time", mark.first, last) if one.first <= mark.last + 4
    ]
    behind = bench.sentence.tokens[mark.last + 1 : mark.last + 4]
    earlier = [token for token in behind if token.year is not None and token.year < bench.year]
    named = bench.sentence.of("comparator", mark.last + 1, min(last, mark.last + 4))
    earliest = any(one.value in {"previous", "change", "latest"} for one in near)
    if (earlier or earliest) and not named:
        return True
    opening = bench.sentence.of("time", first, mark.first)
    past = any(one.value in {"previous", "change"} for one in opening)
    return past and "compared" in bench.words[first : first + 3]


def comparators_of(bench: Bench, mark: Mark) -> frozenset[str]:
    """Give those with whom a word compares."""
    _, last = bench.sentence.clause(mark.first)
    after = bench.sentence.of("comparator", mark.last + 1, last)
    if after and after[0].first <= mark.last + _REACH:
        joined = [
            one.value
            for one in after[1:]
            if set(bench.words[after[0].last + 1 : one.first]) <= _JOINED
        ]
        return frozenset({after[0].value, *joined})
    before = bench.sentence.of("comparator", 0, mark.first)
    following = bench.words[mark.last + 1 : mark.last + 2]
    if following in (("both",), ("these",), ("that",), ("those",), ("this",), ("it",)):
        return frozenset(one.value for one in before)
    said = {"compared", "against", "than", "to", "beside"}
    if before and said & set(bench.words[: before[-1].first + 1]):
        return frozenset({before[-1].value})
    return frozenset()


def _compared(bench: Bench, mark: Mark, comparators: frozenset[str]) -> Told:
    subject = subject_of(bench.scope, mark, True)
    facts = subject.facts(bench.shown, "comparison", years=bench.now, comparators=comparators)
    facts = bench.kin(mark, [fact for fact in facts if fact.measure == "comparison"] or facts)
    first, _ = bench.sentence.clause(mark.first)
    if "gap" in bench.sentence.values("measure", first, mark.first):
        # Results hold no gap of a comparator.
        return unverifiable(mark)
    if not facts or not subject.held:
        return unverifiable(mark)
    tests: dict[str, Test] = {
        "above": lambda fact: sign_of(fact) > 0,
        "below": lambda fact: sign_of(fact) < 0,
        "level": is_level,
        "better": lambda fact: is_better_than(fact, 1),
        "worse": lambda fact: is_better_than(fact, -1),
    }
    # Beside the figures themselves, `better` says no more than they do.
    sense = "" if len(bench.numbers) >= 2 else mark.value
    return bench.told(mark, facts, tests[mark.value], sense)


def _represented(bench: Bench, mark: Mark) -> Told:
    """Hold over- and under-representation to the workforce's share."""
    subject = subject_of(bench.scope, mark, True)
    group = subject.group or BME
    wanted = 1 if mark.value == "over" else -1
    if bench.topics(mark) and bench.topics(mark) <= RATIOS and group in OTHER:
        cases = bench.gaps(mark, group, OTHER[group])
        few = [fact for fact in cases if fact.verdict == "too few to say" and not bench.care]
        if few:
            return bench.unsure(few[0]), mark.first, mark.last
        return bench.told(mark, cases, lambda fact: side_of(fact) == wanted)
    facts = subject.facts(bench.shown, "difference", years=bench.now)
    facts = [fact for fact in facts if fact.group == group]
    return bench.told(mark, facts, lambda fact: sign_of(fact) == wanted)


def _is_near_parity(bench: Bench, mark: Mark) -> bool:
    """Leave `above parity` and `close to parity` to what is said of parity."""
    return "parity" in bench.words[mark.last + 1 : mark.last + 2]


def _between(bench: Bench, mark: Mark) -> Iterator[Told]:
    """Hold one group beside the other, or the board or a band beside the workforce."""
    first, last = bench.sentence.clause(mark.first)
    topics = bench.topics(mark)
    if _names_no_group(bench, mark):
        return
    if _is_beside_workforce(bench, mark, last):
        yield from _beside_workforce(bench, mark)
        return
    valued = mark.value in {"better", "worse"}
    if topics & RATIOS and not valued and not bench.sentence.of("measure", first, last):
        yield from _by_own_shares(bench, mark)
        return
    marks = [one for one in bench.sentence.of("group") if one.value in OTHER]
    near = [one for one in marks if first <= one.first <= last]
    head = _head(bench, mark, near or marks)
    if head is None:
        return
    facts = bench.gaps(mark, head, OTHER[head])
    if valued and facts and all(fact.verdict == "too few to say" for fact in facts):
        if not bench.care:
            yield bench.unsure(facts[0]), mark.first, mark.last
    elif facts:
        yield bench.told(mark, facts, _apart(mark.value))


def _by_own_shares(bench: Bench, mark: Mark) -> Iterator[Told]:
    """Hold `fewer BME than White staff (51.5% against 44.2%)` to the two shares that stand by it.

    Of people alone it can't be said: of a larger group more are trained, and a smaller share.
    """
    marks = [one for one in bench.sentence.of("group") if one.value in OTHER]
    head = _head(bench, mark, marks)
    shares = [fact for _, fact in bench.borne if fact.role == "level" and fact.unit == "%"]
    if any(fact.unit == "headcount" for _, fact in bench.borne):
        return
    of = {fact.group: fact for fact in shares if fact.group in OTHER and fact.comparator == OWN}
    same = {(fact.indicator, fact.year, fact.measure) for fact in of.values()}
    paired = len(of) == len(OTHER) and len(same) == 1
    than = "than" in bench.words[mark.first : bench.sentence.clause(mark.last)[1]]
    if head is None or not paired or not than or mark.value not in _WAYS:
        return
    apart = of[head].value - of[OTHER[head]].value
    if apart * _WAYS[mark.value] > 0:
        yield bench.agreed(of[head]), mark.first, mark.last
    elif apart and not bench.negated(mark):
        told = "; ".join(bench.wording.same(of[group]) for group in (head, OTHER[head]))
        yield Outcome("contradicted", f"{told}.", of[head]), mark.first, mark.last


def _names_no_group(bench: Bench, mark: Mark) -> bool:
    """Say whether `than` leads to what is no figure: `greater than chance`, `than we hoped`."""
    words = bench.words[mark.last + 1 : mark.last + 1 + _REACH]
    named = {"group", "topic", "band", "board"} & {
        one.kind for one in bench.sentence.marks if 0 < one.first - mark.last <= _REACH
    }
    return bench.words[mark.last] == "than" and not named and not _POINTING & set(words)


def _apart(side: str) -> Test:
    wanted = 1 if side in {"above", "better"} else -1
    if side == "level":
        return is_level
    if side in {"above", "below"}:
        return lambda fact: side_of(fact) == wanted
    return lambda fact: side_of(fact) * _GOOD.get(fact.indicator, 0) == wanted


def _is_beside_workforce(bench: Bench, mark: Mark, last: int) -> bool:
    after = "workforce" in bench.sentence.values("topic", mark.last + 1, last)
    board = "9" in bench.topics(mark) or "9" in bench.sentence.values("topic")
    whole = "workforce" in bench.sentence.values("topic")
    return (after and (board or bench.sentence.has("band"))) or (board and whole)


def _beside_workforce(bench: Bench, mark: Mark) -> Iterator[Told]:
    subject = subject_of(bench.scope, mark, True)
    facts = _differences(bench, subject)
    tests: dict[str, Test] = {
        "above": lambda fact: sign_of(fact) > 0,
        "below": lambda fact: sign_of(fact) < 0,
        "level": is_level,
    }
    if facts and mark.value in tests:
        yield bench.told(mark, facts, tests[mark.value])


def _differences(bench: Bench, subject: Subject) -> list[Fact]:
    """Find how far the board, or else the bands, are from the workforce."""
    group = subject.group or BME
    board = "9" in bench.sentence.values("topic") or "9" in (bench.scope.context.home or ())
    if not board:
        facts = subject.facts(bench.shown, "difference", years=bench.now)
        return [fact for fact in facts if fact.group == group]
    parts = bench.sentence.values("board")
    return [
        fact
        for fact in bench.shown.by_indicator.get("9", ())
        if fact.role == "difference" and fact.year == bench.year and fact.group == group
        if is_part_of_board(fact, parts)
    ]


def _is_set_against(bench: Bench, mark: Mark) -> bool:
    """Say whether what follows is the other figure: `behind that of White staff`."""
    last = bench.words[mark.last]
    return last in _AGAINST and bench.words[mark.last + 1] in {"that", "those", "the"}


def _head(bench: Bench, mark: Mark, marks: Sequence[Mark]) -> str | None:
    """Say whose figure is said to be higher."""
    after = [one for one in marks if one.first > mark.last]
    before = [one for one in marks if one.last < mark.first]
    than = next((one for one in after if "than" in bench.words[mark.first : one.first]), None)
    if than is not None:
        inner = [one for one in after if one.first < than.first]
        heads = [one.value for one in (*inner[:1], *before[-1:]) if one.value != than.value]
        return heads[0] if heads else OTHER[than.value]
    if after and before and _is_set_against(bench, mark):
        return OTHER[after[0].value]
    if after and bench.words[mark.last] == "many":
        return after[0].value
    if after and bench.words[mark.last] == "of":
        return OTHER[after[0].value]
    if after and _GROUPED & {bench.words[mark.last], *bench.words[mark.last + 1 : after[0].first]}:
        return after[0].value
    return before[-1].value if before else None
