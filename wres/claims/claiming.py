"""Numbers that claim something, apart from those that name a thing, a time or a limit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wres.claims.lexicon import Mark
from wres.claims.numbers import Number
from wres.claims.spelt import counts_people
from wres.claims.tokens import Token

__all__ = ["claiming"]

# Things whose numbers have a point: `section 3.2`.
_NUMBERED = frozenset(
    ["item", "section", "version", "paragraph", "para", "appendix", "page", "table", "question"]
) | frozenset(["annex", "chapter"])
_MEETING = frozenset({"met", "meets", "meet", "held", "convened"})


def claiming(
    numbers: Iterable[Number], tokens: Sequence[Token], marks: Sequence[Mark]
) -> list[Number]:
    """Leave out numbers that name a thing, a time or a limit."""
    covered = {
        place for mark in marks if mark.kind == "band" for place in range(mark.first, mark.last + 1)
    }
    labels = {mark.last for mark in marks if mark.kind == "label"}
    times = {mark.first for mark in marks if mark.kind == "measure_of_time"}
    things = {mark.first for mark in marks if mark.kind == "thing"}
    people = {mark.first for mark in marks if mark.kind == "people"}
    kept: list[Number] = []
    named = -1
    for number in numbers:
        plain = not number.unit and number.form in {"digits", "words"} and number.base is None
        if number.core in covered or (
            not number.unit and not number.decimals and _counts_things(number, things, people)
        ):
            continue
        if _is_how_often(number, tokens):
            continue
        if plain and _is_label(number, tokens, labels, named):
            named = number.last
        elif (plain and number.last + 1 in times) or (
            number.form == "words" and not number.unit and not counts_people(number, tokens, marks)
        ):
            continue
        else:
            kept.append(number)
    return kept


def _counts_things(number: Number, things: set[int], people: set[int]) -> bool:
    """Say whether what is counted is no people: `24 people policies`, `two of the three ratios`."""
    near = [place for place in range(number.last + 1, number.last + 4) if place in things]
    if not near:
        return False
    between = set(range(number.last + 1, near[0]))
    return not between & people or near[0] - 1 in people


def _is_how_often(number: Number, tokens: Sequence[Token]) -> bool:
    """Tell `met 12 times` from `12 times as likely`."""
    words = [token.text for token in tokens]
    led = _MEETING & set(words[max(0, number.first - 4) : number.first])
    return bool(led) and "times" in words[number.last : number.last + 2]


def _is_label(number: Number, tokens: Sequence[Token], labels: set[int], named: int) -> bool:
    """Tell `indicator 3`, and the rest of `indicators 2, 3 and 4`."""
    before = number.core - 1
    if before in labels and (number.decimals == 0 or tokens[before].text in _NUMBERED):
        return True
    between = {token.text for token in tokens[named + 1 : number.core]}
    follows = named >= 0 and number.decimals == 0 and number.core - named <= 3
    return follows and between <= {",", "and", "to", "-", "–", "or", "&"} and bool(between)
