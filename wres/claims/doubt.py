"""What else a sentence could mean, before it is said that the figures deny it.

A number or a word of direction is read as said of what stands nearest. Where the sentence names
other groups, years or comparators too, it may be said of those: what bears it out there leaves
a doubt, and a doubt is not told as a contradiction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from wres.claims.answers import SURVEY, Answer, indicators_of
from wres.claims.bases import is_of_group
from wres.claims.denials import NOT_FOUND, Outcome
from wres.claims.facts import OWN, Fact
from wres.claims.figures import Claim, is_for_group
from wres.claims.known import KNOWN_BASE
from wres.claims.numbers import Number
from wres.claims.scope import Scope
from wres.claims.shown import Query, Shown
from wres.claims.turns import group_in_turn
from wres.claims.whose import Whose
from wres.claims.writing import find_written, is_near

__all__ = ["leave_doubtful"]

# What doubts of group, year and comparator can excuse; a base or a unit is told by its own words.
_EXCUSED = frozenset({"contradicted", "wrong year", "wrong comparator", "not found"})
_DOUBT = "these words can be read in more than one way, and one of them agrees."
_BASE = frozenset({"base"})
# Words by which a sentence names a figure, or stands for one named before.
_NAMING = (
    *("topic", "label", "measure", "group", "holder", "comparator", "move", "time", "board"),
    KNOWN_BASE,
)
# What a question names only one of, and where a figure has it: two numbers may have exchanged it.
_PLACES: tuple[tuple[Callable[[Query], str | None], Callable[[Fact], str | None]], ...] = (
    (lambda query: query.groups.one, lambda fact: fact.group),
    (lambda query: query.staff_groups.one, lambda fact: fact.parts.get("staff_group")),
    (lambda query: query.bands.one, lambda fact: fact.parts.get("band")),
)
Judged = tuple[Claim, Outcome]
Doubt = tuple[Claim, Outcome, Fact | None]


def leave_doubtful(judged: Sequence[Judged], scope: Scope, shown: Shown) -> list[Judged]:
    """Take back what is said against numbers that are right of something else in their sentence.

    Two numbers that have each other's place stay denied: a swap is no other reading.
    """
    if not _speaks_of_results(scope):
        judged = [(claim, _unsaid(claim, outcome)) for claim, outcome in judged]
    meant = [_otherwise(claim, outcome, scope, shown) for claim, outcome in judged]
    doubts = [(*one, fact) for one, fact in zip(judged, meant, strict=True)]
    swapped = [any(_is_swapped(one, other) for other in doubts) for one in doubts]
    return [
        _settled(one, stands=swap or not _is_open(one, scope, shown))
        for one, swap in zip(doubts, swapped, strict=True)
    ]


def _speaks_of_results(scope: Scope) -> bool:
    """Say whether a sentence's own words name what the figures are about.

    Its chapter alone doesn't: `80% of reception staff trained` is of no survey.
    """
    sentence = scope.sentence
    labels = {mark.first for mark in sentence.of("label")}
    counted = any(mark.first not in labels for mark in sentence.of("thing"))
    things = counted and not sentence.has("people")
    named = bool(scope.named) or any(sentence.has(kind) for kind in _NAMING)
    return named and not things


def _unsaid(claim: Claim, outcome: Outcome) -> Outcome:
    share = claim.number.unit == "%" and outcome.kind == "contradicted"
    return Outcome("not found", NOT_FOUND) if share else outcome


def _settled(doubt: Doubt, *, stands: bool) -> Judged:
    claim, outcome, fact = doubt
    return claim, outcome if stands else Outcome("unverifiable", _DOUBT, fact)


def _is_open(doubt: Doubt, scope: Scope, shown: Shown) -> bool:
    """Say whether a number is right of something that its own words don't rule out.

    `13% of White staff` is of them, and what a figure is `up from` of those named before it.
    """
    claim, outcome, fact = doubt
    number, sentence, groups = claim.number, scope.sentence, claim.query.groups
    if fact is None or fact.group == groups.one or groups.one is None:
        return fact is not None
    before = frozenset(sentence.values("group", 0, number.first))
    if is_of_group(sentence, number):
        return _otherwise(claim, outcome, scope, shown, frozenset({groups.one})) is not None
    led = any(one.last == number.first - 1 for one in sentence.of("move"))
    if led and before and fact.group not in before:
        return _otherwise(claim, outcome, scope, shown, before) is not None
    return True


def _is_swapped(one: Doubt, other: Doubt) -> bool:
    """Say whether two numbers are each right of what the other is read as said of."""
    (claim, outcome, fact), (beside, theirs, meant) = one, other
    if fact is None or meant is None:
        return False
    crossed = any(
        one(claim.query) != one(beside.query)
        and (one(claim.query), one(beside.query)) == (of(meant), of(fact))
        for one, of in _PLACES
    )
    return crossed or (_is_same(theirs.fact, fact) and _is_same(outcome.fact, meant))


def _is_same(one: Fact | None, other: Fact | None) -> bool:
    if one is None or other is None:
        return False
    keys = ("indicator", "group", "year", "comparator", "place", "value")
    return all(getattr(one, key) == getattr(other, key) for key in keys)


def _otherwise(
    claim: Claim,
    outcome: Outcome,
    scope: Scope,
    shown: Shown,
    those: frozenset[str] = frozenset(),
) -> Fact | None:
    """Find the figure that a denied number is right of, among those that its sentence names.

    Of `those` groups, where any are given.
    """
    sentence, query = scope.sentence, claim.query
    if outcome.kind not in _EXCUSED or outcome.back or query.roles_fixed == _BASE:
        return None
    groups = those or frozenset(sentence.values("group"))
    everyone = frozenset() if those or is_of_group(sentence, claim.number) else frozenset({"all"})
    about = _indicators(scope)
    only = bool(query.indicators.fixed) and query.indicators.fixed == query.indicators.open
    # What they are likely to do stands right behind the number.
    told = about is None or claim.said == "likelihood"
    settled = scope.in_turn(claim.number) is not None or (only and told)
    paired = group_in_turn(sentence, claim.number) is not None or is_for_group(claim, sentence)
    wide = query.asked(
        indicators=query.indicators if settled else Answer(None, about),
        groups=Answer(None, groups | everyone) if groups and not paired else query.groups,
        years=query.years if claim.planned else _years(claim, scope),
        year_said=True,
        whose=_whose(claim, scope),
        bands=_named(query.bands, sentence.values("band")),
        known=query.known or "know" in sentence.words,
        staff_groups=_named(query.staff_groups, sentence.values("staff_group")),
    )
    facts = [fact for fact in shown.find(wide, strictly=False) if is_near(fact, claim.number)]
    return find_written(facts, (claim.number, *claim.alternatives))


def _named(answer: Answer, named: Iterable[str]) -> Answer:
    return Answer(None, frozenset(named)) if named else answer


def _whose(claim: Claim, scope: Scope) -> Answer:
    """Let a number be another's only where our own may stand beside it."""
    if len(_alike(claim, scope)) < 2 or Whose(scope.sentence).lists(claim.number):
        return claim.query.whose
    return Answer(None, frozenset(scope.sentence.values("comparator")) | {OWN})


def _alike(claim: Claim, scope: Scope) -> list[Number]:
    return [one for one in scope.sentence.numbers if one.unit == claim.number.unit]


def _indicators(scope: Scope) -> frozenset[str] | None:
    own = scope.named | indicators_of(scope.topic_values())
    if len(scope.named) > 1:
        return None
    return own | (scope.context.indicators or frozenset()) or None


def _years(claim: Claim, scope: Scope) -> frozenset[int] | None:
    """Give the reporting years that a sentence names, or that its verbs set side by side.

    What something came from is of an earlier year (`up from 10.9%`, `now 4.8%, was 6.9%`), and what
    it came to is of this one; a plan starts from this one.
    """
    sentence, now = scope.sentence, scope.year
    # Where its words fix what it is about, a row's other indicators have no say.
    about = claim.query.indicators.fixed or _indicators(scope) or frozenset()
    named = scope.named_years(bool(about & SURVEY))
    if claim.said == "change" and not named:
        # A change of no named year ends with this one.
        return claim.query.years
    led = sentence.words[max(0, claim.number.first - 1) : claim.number.first]
    if led == ("from",) or (led == ("was",) and "now" in sentence.words):
        return named - {now} or frozenset({now - 1})
    if led == ("to",):
        return claim.query.years
    alike = _alike(claim, scope)
    if len(named) == 1:
        than = sentence.has("side") and len(alike) > 1
        return named | {now} if than else claim.query.years
    # `83.8% (82.2%)`
    again = any(one.last == claim.number.first - 2 for one in alike) and led == ("(",)
    beside = sentence.has("move") or again
    return named or frozenset({now - 1, now} if beside and len(alike) > 1 else {now})
