"""Likelihoods set beside earlier ones: `more likely to report harassment than a year ago`."""

from __future__ import annotations

from dataclasses import replace

from wres.claims.bench import Bench, Told, unverifiable
from wres.claims.lexicon import Mark
from wres.claims.moved_facts import changes_of, span_of
from wres.claims.orders import likely_groups
from wres.claims.signs import is_same, sign_of
from wres.claims.subjects import subject_of

__all__ = ["beside_earlier", "is_beside_earlier"]

# How likely those of one group are said to be, as each kind of indicator counts it.
_HOW_LIKELY = frozenset({"percentage", "likelihood"})
_THAN = {"more": {"than"}, "less": {"than"}, "equal": {"than", "as"}, "times": {"as"}}
_WAYS = {"more": 1, "less": -1}
_DENIED: dict[tuple[str, ...], int] = {
    ("no", "more", "likely"): -1,
    ("no", "less", "likely"): 1,
}
_EARLIER = frozenset({"previous", "change"})
# What ends a likelihood: a word of direction of its own, or a new part of the sentence.
_ENDING = ("likely", "move", "side")
_PARTING = frozenset({";", ":", "—", "but", "while", "whereas", "although", "though", "however"})
# Between `than` and the time: `than they were in the previous survey`.
_LEADING = frozenset(
    ["they", "it", "were", "was", "did", "had", "been", "in", "the", "at", "nhs", "staff", "survey"]
)
_WITH = frozenset({"with", "to"})


def is_beside_earlier(bench: Bench, mark: Mark) -> bool:
    """Say whether the other side of a likelihood is an earlier time, and no group.

    `Less likely than a year ago`, `compared with last year, BME staff are less likely`.
    """
    beside = _beside(bench, mark)
    if beside is not None:
        return _is_earlier(bench, beside)
    first, _ = bench.sentence.clause(mark.first)
    return bench.words[first] in {"than", "compared"} and _is_earlier(bench, first)


def beside_earlier(bench: Bench, mark: Mark) -> Told:
    """Hold a likelihood to how the figure of the group itself has changed."""
    head, _ = likely_groups(bench.scope, mark.first, mark.last)
    subject = subject_of(bench.scope, mark, True)
    if head is None or not subject.held:
        return unverifiable(mark)
    subject = replace(subject, group=head, measures=_HOW_LIKELY)
    facts = changes_of(bench, subject, *span_of(bench, mark))
    wanted = _WAYS.get(mark.value)
    if wanted is None:
        # `No more likely` leaves it to have fallen.
        denied = _DENIED.get(bench.words[mark.first : mark.last + 1], 0)
        return bench.told(mark, facts, lambda fact: is_same(fact) or sign_of(fact) == denied)
    sense = "up" if wanted > 0 else "down"
    return bench.told(mark, facts, lambda fact: sign_of(fact) == wanted, sense)


def _beside(bench: Bench, mark: Mark) -> int | None:
    """Give the token of `than`, `as` or `compared` that leads to the other side."""
    joints = _THAN.get(mark.value, set()) | {"compared"}
    turns = {one.first for kind in _ENDING for one in bench.sentence.of(kind, mark.last + 1)}
    depth = bench.sentence.depth(mark.first)
    for place in range(mark.last + 1, len(bench.words)):
        word = bench.words[place]
        if bench.sentence.depth(place) > depth or word == ")":
            continue
        if word in joints:
            return place
        if word in _PARTING or place in turns:
            return None
    return None


def _is_earlier(bench: Bench, place: int) -> bool:
    """Say whether nothing but a time before the reporting year follows `than`."""
    times = {
        at
        for one in bench.sentence.of("time", place)
        if one.value in _EARLIER
        for at in range(one.first, one.last + 1)
    }
    for at in range(place, len(bench.words)):
        year = bench.sentence.tokens[at].year
        if at in times or (year is not None and year < bench.year):
            return True
        if at > place and bench.words[at] not in _LEADING | _WITH:
            return False
    return False
