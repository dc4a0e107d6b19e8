"""Words of certainty held to the rows' verdicts: significant, no difference, parity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wres.claims.answers import Answer
from wres.claims.bench import Bench, Told, thing_of, unverifiable
from wres.claims.facts import INVERSE, Fact
from wres.claims.lexicon import Mark
from wres.claims.likelihoods import likely_facts
from wres.claims.moved_facts import changes_of, changes_of_numbers, span_of
from wres.claims.parity import beside_parity, judge_beside_parity
from wres.claims.side_times import is_of_time
from wres.claims.sides import comparators_of
from wres.claims.signs import UNSURE, is_level
from wres.claims.subjects import subject_of
from wres.definitions.ethnicity import BME, WHITE

__all__ = ["judge_certainty"]

_CHANGES = frozenset(
    ["change", "changed", "improvement", "increase", "reduction", "deterioration", "movement"]
) | frozenset(["changes", "improvements", "increases", "reductions", "movements", "rise", "fall"])
_APART = frozenset(["difference", "differences", "gap", "gaps", "disparity", "different"])
_MORE = frozenset({"more", "fewer", "less", "higher", "lower"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "isn't", "wasn't"})
_PARTING = frozenset(
    {";", ":", "but", "while", "whereas", "although", "though", "however", "which"}
)
_EARLIER = frozenset({"previous", "change"})
_NEAR = 4
_CERTAIN = frozenset(["significant", "significantly", "clear", "clearly", "insignificant"])
_NOT_MEANT = (("opportunities",), ("towards",), ("race",), ("workforce",), ("from",), ("equality",))
_BESIDE_IT = (("of",),)
# `Equality` with one of these is a name.
_NAMING = frozenset(
    ["impact", "objective", "objectives", "act", "duty", "lead", "team", "analysis", "standard"]
) | frozenset(["strategy", "delivery", "diversity", "and", ",", "training", "plan", "scheme"])


def judge_certainty(bench: Bench) -> Iterator[Told]:
    """Judge every word of certainty."""
    moving = bench.covered("move")
    for mark in bench.live("certain"):
        if mark.value == "none":
            yield _none(bench, mark)
        elif {mark.first, mark.last} <= moving:
            continue
        elif mark.value == "significant":
            yield from _significance(bench, mark)
        elif mark.value == "parity":
            yield from _parity(bench, mark)


def _significance(bench: Bench, mark: Mark) -> Iterator[Told]:
    facts = _meant(bench, mark)
    if facts is None:
        return
    judged = [fact for fact in facts if fact.verdict]
    sure = [fact for fact in judged if fact.verdict not in UNSURE]
    negated = bench.negated(mark)
    if not judged:
        yield unverifiable(mark)
    elif bool(sure) != negated:
        yield bench.agreed((sure or judged)[0]), mark.first, mark.last
    else:
        kind = "contradicted" if negated else "too few"
        yield bench.unsure((sure or judged)[0], kind), mark.first, mark.last


def _meant(bench: Bench, mark: Mark) -> list[Fact] | None:
    """Find the facts whose certainty is spoken of; None where none is."""
    first, last = bench.sentence.clause(mark.first)
    for kind in ("move", "side", "likely"):
        for one in bench.sentence.of(kind, first, last):
            if one.first - mark.last <= 4 and mark.first - one.last <= 3:
                return _facts_of(bench, kind, one)
    if _MORE & set(bench.words[mark.last + 1 :][:1]):
        moves = bench.sentence.of("move", mark.last)
        timed = bench.sentence.has("time", "current", "change")
        if moves or timed:
            return _facts_of(bench, "move", (moves or [mark])[0])
    if _is_beside_earlier(bench, mark):
        return _facts_of(bench, "move", mark)
    following = set(bench.words[mark.first : mark.last + 3])
    headed = [one for one in bench.sentence.of("move", first, mark.first) if one.first <= first + 2]
    told = {_told_of(bench, mark)} if not following & (_CHANGES | _APART) else following
    if headed or told & _CHANGES:
        return _facts_of(bench, "move", (headed or [mark])[0])
    return _differences(bench, mark) if told & _APART else None


def _is_beside_earlier(bench: Bench, mark: Mark) -> bool:
    """Say whether a figure is said to differ from its own of before: `from last year's 2.58`."""
    words = bench.words[mark.last - 1 : mark.last + 3]
    if not {"different", "difference"} & set(words) or "from" not in words:
        return False
    start, end = mark.last + 1, bench.sentence.clause(mark.last)[1]
    times = [one for one in bench.sentence.of("time", start, end) if one.value in _EARLIER]
    dates = [at for at in range(start, end + 1) if bench.sentence.tokens[at].year]
    near = [at for at in (*(one.first for one in times), *dates) if at <= start + _NEAR]
    others = ("group", "comparator")
    return bool(near) and not any(bench.sentence.of(one, start, min(near)) for one in others)


def _told_of(bench: Bench, mark: Mark) -> str:
    """Give the noun that is said to be significant: `the change (from 2.58 to 2.48) is not ...`.

    Of a `change in the gap` the change is meant.
    """
    words, sentence = bench.words, bench.sentence
    if not _BEING & set(words[max(0, mark.first - 3) : mark.first]):
        return ""
    starts = [at + 1 for at in range(mark.first) if words[at] in _PARTING]
    named = [
        at
        for at in range(max(starts, default=0), mark.first)
        if words[at] in _CHANGES | _APART and not sentence.depth(at)
    ]
    while len(named) > 1 and {"in", "of"} & set(words[named[-2] + 1 : named[-1]]):
        near = named[-1] - named[-2] <= _NEAR
        if not near:
            break
        named.pop()
    return words[named[-1]] if named else ""


def _facts_of(bench: Bench, kind: str, mark: Mark) -> list[Fact]:
    if kind == "likely":
        return likely_facts(bench, mark)
    if kind == "move" or is_of_time(bench, mark):
        subject = subject_of(bench.scope, mark, True)
        pinned = changes_of_numbers(bench, mark)
        return pinned or changes_of(bench, subject, *span_of(bench, mark))
    return _differences(bench, mark)


def _differences(bench: Bench, mark: Mark) -> list[Fact]:
    """Find what stands the trust beside others, or one group beside the other."""
    comparators = comparators_of(bench, mark)
    if comparators:
        subject = subject_of(bench.scope, mark, True)
        return subject.facts(bench.shown, "comparison", years=bench.now, comparators=comparators)
    both = [*bench.gaps(mark, WHITE, BME), *bench.gaps(mark, BME, WHITE)]
    found = [fact for fact in both if not fact.measure.startswith(INVERSE)]
    alike = [fact for fact in found if thing_of(fact) == thing_of(found[0])]
    # A year before stands in this year's row too, without its verdict.
    return [fact for fact in alike if fact.verdict][:1] or found[:1]


def _none(bench: Bench, mark: Mark) -> Told:
    """Hold `no difference` and `not significant` to the row's verdict."""
    meant = _meant(bench, mark)
    facts = _differences(bench, mark) if meant is None else meant
    if not facts:
        return unverifiable(mark)
    fact = facts[0]
    if fact.verdict and fact.verdict not in UNSURE:
        return bench.unsure(fact, "contradicted"), mark.first, mark.last
    if fact.verdict:
        return bench.agreed(fact), mark.first, mark.last
    if _CERTAIN & set(bench.words[mark.first : mark.last + 1]):
        return unverifiable(mark)
    outcome = bench.agreed(fact) if is_level(fact) else bench.contradicted(fact)
    return outcome, mark.first, mark.last


def _parity(bench: Bench, mark: Mark) -> Iterator[Told]:
    following = set(bench.words[mark.last + 1 : mark.last + 2])
    named = bench.words[mark.first] == "equality" and _NAMING & following
    before = bench.words[max(0, mark.first - 1) : mark.first]
    if named or before in _NOT_MEANT or before in _BESIDE_IT:
        return
    beside = beside_parity(bench, mark)
    if beside:
        yield from judge_beside_parity(bench, mark, beside)
        return
    board = "9" in bench.topics(mark) or "9" in bench.sentence.values("topic")
    facts = _board(bench, mark) if board else _differences(bench, mark)
    if not facts:
        years = bench.years_of(mark)
        if not board and bench.topics(mark) and bench.year not in years:
            yield unverifiable(mark, min(years))
        return
    few = facts[0].verdict == "too few to say" and not bench.care
    if few and not bench.negated(mark):
        yield bench.unsure(facts[0]), mark.first, mark.last
    else:
        yield bench.told(mark, facts, is_level)


def _board(bench: Bench, mark: Mark) -> list[Fact]:
    subject = replace(subject_of(bench.scope, mark, True), indicators=Answer.only("9"))
    facts = subject.facts(bench.shown, "difference", years=bench.now)
    return [fact for fact in facts if fact.group == BME]
