"""What a number in a sentence claims: the question that it puts to the figures."""

from __future__ import annotations

from dataclasses import replace

from wres.claims.answers import OTHER, SURVEY, Answer
from wres.claims.asking import kind_of
from wres.claims.claim import Claim
from wres.claims.kinds import Kind
from wres.claims.left_out import is_left_out
from wres.claims.named_only import is_named_only
from wres.claims.numbers import Number
from wres.claims.people import People
from wres.claims.points import Points
from wres.claims.proportions import as_share, likelihood_group
from wres.claims.ratios import Ratios
from wres.claims.reading import Sentence
from wres.claims.scope import Scope
from wres.claims.series import dated_series
from wres.claims.shares import Shares
from wres.claims.spans import spanned

__all__ = ["Claim", "claims_of", "is_for_group"]

# Tokens between a number and the brackets that hold the same of another year.
_BESIDE = 3
_FOR = (("for",), ("among",), ("amongst",))
_READERS: dict[str, type[Ratios | Points | Shares]] = {
    "ratio": Ratios,
    "points": Points,
    "%": Shares,
}


def claims_of(scope: Scope) -> list[Claim]:
    """Read the claims of a sentence's numbers."""
    claims: list[Claim] = []
    for number in scope.sentence.numbers:
        if number.value is not None and not is_named_only(number, scope.sentence):
            before = claims[-1] if claims else None
            if before is not None and _restates(number, before, scope):
                claims.append(replace(before, number=number, alternatives=()))
            elif before is not None and _is_of_another_year(number, before, scope):
                claims.append(_dated(number, before, scope))
            else:
                claims += _read(scope, number)
    known = [claim.query.indicators.fixed or frozenset() for claim in claims]
    survey = any(one and one <= SURVEY for one in known)
    claims = dated_series(claims, scope.sentence, scope.year, survey)
    return spanned(claims, scope.sentence, scope.year, survey)


def is_for_group(claim: Claim, sentence: Sentence) -> bool:
    """Say whether a group is tied to a number: `by 3.4 points for BME staff and 1.6 for White`."""
    groups = {mark.first: mark.value for mark in sentence.of("group")}
    place = claim.number.last + 1
    tied = sentence.words[place : place + 1] in _FOR and claim.query.groups.one is not None
    return tied and groups.get(place + 1) == claim.query.groups.one


def _is_move_of_group(claim: Claim, kind: Kind, sentence: Sentence) -> bool:
    """Say whether points are a group's own, and no gap's: `changed by ... 2 points for White`."""
    both = set(OTHER) <= set(sentence.values("group"))
    told = sentence.has("move") or "changed" in sentence.words
    moved = told and both and not sentence.has("measure", "gap", "difference")
    points = kind.unit() == "points" and (claim.said == "change" or moved)
    return points and is_for_group(claim, sentence)


def _restates(number: Number, before: Claim, scope: Scope) -> bool:
    """Say whether a share in brackets is that of the words before: `a quarter of staff (26.1%)`."""
    words, sentence = before.number, scope.sentence
    vague = words.form in {"fraction", "one in"} and words.value is not None
    first, last = sentence.clause(number.core)
    alone = sum(first <= one.core <= last for one in sentence.numbers) == 1
    if not vague or number.unit != "%" or not alone or sentence.depth(words.core):
        return False
    near = abs((number.value or 0.0) - (words.value or 0.0)) <= 0.2 * (words.value or 0.0)
    return near and sentence.depth(number.core) > 0 and not sentence.of("group", first, last)


def _is_of_another_year(number: Number, before: Claim, scope: Scope) -> bool:
    """Say whether a number alone in brackets is the one before, of another year.

    `(8% in 2019)`, `(last year: 8%)`
    """
    sentence = scope.sentence
    first, last = _bracketed(sentence, number)
    alone = sum(first <= one.core <= last for one in sentence.numbers) == 1
    beside = first - before.number.last <= _BESIDE and not sentence.depth(before.number.core)
    same = number.unit == before.number.unit and number.base is None and not number.sign
    told = any(sentence.of(kind, first, last) for kind in ("comparator", "group", "move", "topic"))
    dated = sentence.of("time", first, last) or sentence.is_dated(first, last)
    level = before.said in {"level", "gap", "points", "ratio"} and not before.alternatives
    return bool(
        alone and beside and sentence.depth(number.core) and same and level and dated and not told
    )


def _bracketed(sentence: Sentence, number: Number) -> tuple[int, int]:
    """Give the tokens of a number's clause; in brackets, with what stands before a colon there."""
    first, last = sentence.clause(number.core)
    while sentence.depth(first) and sentence.words[first - 1] == ":":
        first, _ = sentence.clause(first - 2)
    return first, last


def _dated(number: Number, before: Claim, scope: Scope) -> Claim:
    survey = bool((before.query.indicators.fixed or frozenset()) & SURVEY)
    years, said = scope.years(number, survey)
    if years is None:
        return replace(before, number=number)
    return replace(before, number=number, query=before.query.asked(years=years, year_said=said))


def _read(scope: Scope, number: Number) -> list[Claim]:
    """Give the claim of a number, by its kind; and that of its base."""
    likely = likelihood_group(number, scope.sentence)
    number = as_share(number, scope.sentence)
    kind = kind_of(scope, number)
    if number.form == "multiple":
        return Ratios(scope, number, kind).multiple()
    if kind.is_of_likelihoods():
        return [Ratios(scope, number, kind).set_apart()]
    if kind.is_likelihood():
        return [Ratios(scope, number, kind).likelihood()]
    claim = _READERS.get(kind.unit(), People)(scope, number, kind).read()
    if likely is not None:
        claim = replace(claim, query=claim.query.asked(groups=Answer.only(likely)))
    if _is_move_of_group(claim, kind, scope.sentence):
        claim = replace(claim, query=claim.query.asked(over=frozenset({""})))
    if claim.said == "change":
        claim = replace(claim, way=kind.way())
    elif kind.unit() == "points":
        claim = replace(claim, way=kind.beyond())
    claim = replace(claim, earlier=kind.is_earlier())
    # `All but one of the twelve are White` is held as said of everyone.
    counted = [] if is_left_out(number, scope.sentence) else [claim]
    if number.base is None:
        return counted
    return [*counted, People(scope, number, kind).whole(claim.query)]
