"""Comparisons that no phrase of the lexicon tells: `more BME staff than`, `half as many`."""

from __future__ import annotations

from collections.abc import Sequence

from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.tokens import Token

__all__ = ["comparisons_in"]

# How far `than` may stand behind `more`: further where groups or what is told of them follow.
_NEAR, _FAR = 8, 28
_COMPARED = frozenset({"group", "topic"})
# What a number of points lies over or under, and what it moved over.
_OVER = {"over": "above", "under": "below"}
_SET_OVER = frozenset({"group", "comparator", "topic"})
_DECIMALS_OF_RATIOS = 2
_FACTORS = {"0.5": "below", "2": "above", "3": "above"}
_LASTING = frozenset({"time", "measure_of_time"})
_PARTING = frozenset({";", ":", "—", "but", "while", "whereas", "although", "though", "however"})
# Words from a number to what it moved over or lies over.
_BESIDE = 4


def comparisons_in(
    tokens: Sequence[Token], numbers: Sequence[Number], marks: Sequence[Mark]
) -> list[Mark]:
    """Read `more BME staff than last year` and `less abuse than nationally` as comparisons."""
    words = [token.text for token in tokens]
    counted = {place for one in numbers for place in range(one.first, one.last + 1)}
    named = {mark.first for mark in marks if mark.kind in _COMPARED}
    # `Less abuse, which is still higher than ...`: its `than` is another's.
    taken = {one.last: one.first for one in marks if one.kind == "side"}
    apart = {one.last + 1 for one in numbers if _is_apart(one) and not _moves(one, marks)}
    found = [*_over(words, apart, marks, numbers), *_as_many(words, marks)]
    for place, word in enumerate(words):
        reach = _FAR if {place + 1, place + 2} & named else _NEAR
        ahead = words[place + 1 : place + 1 + reach]
        if word not in {"more", "fewer", "less"} or "than" not in ahead or ahead[0] == "likely":
            continue
        than = place + 1 + ahead.index("than")
        if _PARTING & set(words[place:than]) or taken.get(than, place) > place:
            continue
        # `One colleague more than in 2023` is a number's own; `6 points more than` compares.
        near = counted & {place - 1, place - 2, place - 3} and place not in apart
        more = than == place + 1 and near
        # `0.03 more than 1.45`: of a number apart, what follows is what it lies over.
        free = than + 1 not in counted and not {than, place} <= counted
        if (free or (place in apart and than == place + 1)) and not more:
            found.append(Mark("side", "above" if word == "more" else "below", place, than))
    return found


def _is_apart(number: Number) -> bool:
    """Say whether a number may lie between two figures, by its unit; a ratio's has none."""
    return number.unit == "points" or (not number.unit and number.decimals == _DECIMALS_OF_RATIOS)


def _moves(number: Number, marks: Sequence[Mark]) -> bool:
    """Say whether a number tells by how much something moved: `rose by 2 points more than`."""
    near = range(number.first - _BESIDE, number.first)
    return any(mark.kind == "move" and mark.last in near for mark in marks)


def _over(
    words: Sequence[str], apart: set[int], marks: Sequence[Mark], numbers: Sequence[Number]
) -> list[Mark]:
    """Read `5.3 points over the England average` and `6 points under White staff`."""
    taken = {mark.first for mark in marks if mark.kind in {"side", "time"}}
    counted = {one.first for one in numbers}
    found = []
    for place in sorted(apart - taken):
        side = _OVER.get(words[place]) if place < len(words) else None
        ahead = range(place + 1, place + 1 + _BESIDE)
        kinds = {mark.kind for mark in marks if mark.first in ahead}
        # `0.6 points over last year's 10.9%`, but `0.6 points over the year`.
        earlier = "time" in kinds and bool(counted & set(range(place + 1, place + 1 + _NEAR)))
        if side is not None and (earlier or (kinds & _SET_OVER and not kinds & _LASTING)):
            found.append(Mark("side", side, place, place))
    return found


def _as_many(words: Sequence[str], marks: Sequence[Mark]) -> list[Mark]:
    """Read `half as many BME as White staff` as a comparison of the two groups."""
    found = []
    for mark in marks:
        if mark.kind != "factor" or "as many" not in " ".join(words[mark.first : mark.last + 3]):
            continue
        many = words.index("many", mark.first)
        ahead = range(many + 1, many + 1 + _NEAR)
        groups = [one for one in marks if one.kind == "group" and one.first in ahead]
        paired = len(groups) > 1 and "as" in words[groups[0].last : groups[1].first]
        if paired and groups[0].first == many + 1 and mark.value in _FACTORS:
            found.append(Mark("side", _FACTORS[mark.value], mark.first, many))
    return found
