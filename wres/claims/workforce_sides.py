"""The board or a band beside the workforce: `below its share of the workforce`."""

from __future__ import annotations

from collections.abc import Iterator

from wres.claims.answers import OTHER, RATIOS
from wres.claims.bench import Bench, Test, Told
from wres.claims.boards import is_part_of_board
from wres.claims.facts import Fact
from wres.claims.lexicon import Mark
from wres.claims.signs import is_level, side_of, sign_of
from wres.claims.subjects import Subject, subject_of
from wres.definitions.ethnicity import BME

__all__ = ["beside_workforce", "is_beside_workforce", "represented"]


def is_beside_workforce(bench: Bench, mark: Mark, last: int) -> bool:
    """Say whether the board or a band is set beside the workforce."""
    after = "workforce" in bench.sentence.values("topic", mark.last + 1, last)
    board = "9" in bench.topics(mark) or "9" in bench.sentence.values("topic")
    whole = "workforce" in bench.sentence.values("topic")
    return (after and (board or bench.sentence.has("band"))) or (board and whole)


def beside_workforce(bench: Bench, mark: Mark) -> Iterator[Told]:
    """Hold the board or a band beside the workforce to the difference of their shares."""
    subject = subject_of(bench.scope, mark, True)
    facts = _differences(bench, subject)
    tests: dict[str, Test] = {
        "above": lambda fact: sign_of(fact) > 0,
        "below": lambda fact: sign_of(fact) < 0,
        "level": is_level,
    }
    if facts and mark.value in tests:
        yield bench.told(mark, facts, tests[mark.value])


def represented(bench: Bench, mark: Mark) -> Told:
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
