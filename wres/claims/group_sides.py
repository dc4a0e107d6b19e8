"""One group beside the other: `higher than for White staff`, `fewer BME than White staff`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wres.claims.answers import OTHER, RATIOS
from wres.claims.bench import Bench, Test, Told
from wres.claims.denials import Outcome
from wres.claims.facts import OWN
from wres.claims.lexicon import Mark
from wres.claims.signs import is_level, side_of
from wres.claims.workforce_sides import beside_workforce, is_beside_workforce

__all__ = ["beside_group"]

_WAYS = {"above": 1, "below": -1}
_GROUPED = frozenset({"for", "among", "amongst", "of"})
# What is good for a group: to be likelier appointed and trained, or to believe; not harassed.
_GOOD = {"2": 1, "3": -1, "4": 1, "5": -1, "6": -1, "7": 1, "8": -1}
_AGAINST = frozenset({"behind", "above", "below", "beneath", "over", "under"})
# What stands for the figure of the group that follows: `above that of White staff`.
_THAT = frozenset({"that", "those"})
_FIGURES = frozenset(
    ["figure", "figures", "share", "percentage", "proportion", "rate", "level", "result", "score"]
)
_REACH = 8
_POINTING = frozenset({"their", "those", "that", "they", "them", "the"})


def beside_group(bench: Bench, mark: Mark) -> Iterator[Told]:
    """Hold one group beside the other, or the board or a band beside the workforce."""
    first, last = bench.sentence.clause(mark.first)
    topics = bench.topics(mark)
    if _names_no_group(bench, mark):
        return
    if is_beside_workforce(bench, mark, last):
        yield from beside_workforce(bench, mark)
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


def _is_set_against(bench: Bench, mark: Mark, led: bool) -> bool:
    """Say whether what follows is the other figure: `behind that of White staff`.

    Where no group leads to it (`it remains above the figure for White staff`) that is the group
    of the clause before, and a figure has to be named.
    """
    last, behind = bench.words[mark.last], bench.words[mark.last + 1 : mark.last + 3]
    figure = behind[:1] == ("the",) and (led or (behind[1:] and behind[1] in _FIGURES))
    return last in _AGAINST and (bool(_THAT & set(behind[:1])) or bool(figure))


def _head(bench: Bench, mark: Mark, marks: Sequence[Mark]) -> str | None:
    """Say whose figure is said to be higher."""
    after = [one for one in marks if one.first > mark.last]
    before = [one for one in marks if one.last < mark.first]
    than = next((one for one in after if "than" in bench.words[mark.first : one.first]), None)
    if than is not None:
        inner = [one for one in after if one.first < than.first]
        heads = [one.value for one in (*inner[:1], *before[-1:]) if one.value != than.value]
        return heads[0] if heads else OTHER[than.value]
    if after and _is_set_against(bench, mark, bool(before)):
        return OTHER[after[0].value]
    if after and bench.words[mark.last] == "many":
        return after[0].value
    if after and bench.words[mark.last] == "of":
        return OTHER[after[0].value]
    if after and _GROUPED & {bench.words[mark.last], *bench.words[mark.last + 1 : after[0].first]}:
        return after[0].value
    return before[-1].value if before else None
