"""A count beside its share in brackets, which are of the same people: `284 (11.5%)`."""

from __future__ import annotations

from collections.abc import Sequence

from wres.claims.denials import Outcome
from wres.claims.facts import OWN, Fact
from wres.claims.figures import Claim
from wres.claims.reading import Sentence
from wres.claims.shown import Shown
from wres.claims.wording import Wording
from wres.claims.writing import ENDLESS, find_written

__all__ = ["beside_share"]

_COUNTS = frozenset({"count", "count of"})
_FORMS = frozenset({"digits", "words"})
# Whom shares count that are out of other people than those of one group.
_PEOPLE = {"share of bases": "base"}
# Words that may stand between a count and its share.
_WHOM = frozenset({"of", "them", "our", "the", "were", "are"})


def beside_share(
    claim: Claim,
    judged: Sequence[tuple[Claim, Outcome]],
    sentence: Sentence,
    shown: Shown,
    wording: Wording,
) -> Outcome | None:
    """Hold a count that no words place to the people behind the share that restates it.

    Parameters
    ----------
    claim : Claim
        A number that agreed with nothing.
    judged : sequence of (Claim, Outcome)
        All claims of its sentence.
    sentence : Sentence
    shown : Shown
    wording : Wording

    Returns
    -------
    Outcome or None
        None where it isn't beside a share that agrees, or results hold no count of that share.
    """
    number = claim.number
    if claim.said not in _COUNTS or number.form not in _FORMS or number.hedge in ENDLESS:
        return None
    shares = [
        outcome.fact
        for one, outcome in judged
        if one.number.unit == "%" and sentence.restated(one.number) == claim.number
        if outcome.kind == "agrees" and outcome.fact is not None
    ]
    facts = [fact for share in shares for fact in _counts(share, shown)]
    if not facts or not _is_beside(claim, sentence):
        return None
    fact = find_written(facts, (claim.number,))
    if fact is not None:
        return Outcome("agrees", f"agrees: {wording.same(fact)}.", fact, offered=True)
    return Outcome("contradicted", f"{wording.same(facts[0])}.", facts[0])


def _counts(share: Fact, shown: Shown) -> list[Fact]:
    """Give the people who are a share: of its indicator, group, year and part of the trust."""
    if share.role != "level" or share.unit != "%" or share.comparator != OWN:
        return []
    role = _PEOPLE.get(share.measure, "count")
    return [
        fact
        for fact in shown.by_indicator.get(share.indicator, ())
        if fact.role == role and fact.unit == "headcount" and fact.comparator == OWN
        if (fact.year, fact.group, fact.place) == (share.year, share.group, share.place)
    ]


def _is_beside(claim: Claim, sentence: Sentence) -> bool:
    """Say whether nothing but people stands between a count and the brackets behind it."""
    start = claim.number.last + 1
    end = next((at for at in range(start, len(sentence.words)) if sentence.words[at] == "("), start)
    named = {
        place
        for kind in ("people", "group")
        for mark in sentence.of(kind, start, end)
        for place in range(mark.first, mark.last + 1)
    }
    return all(at in named or sentence.words[at] in _WHOM for at in range(start, end))
