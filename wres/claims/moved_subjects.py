"""What a movement is said of, where its words say more than its topic: people, a gap, a board."""

from __future__ import annotations

from dataclasses import replace

from wres.claims.answers import STAFF, Answer
from wres.claims.bench import Bench
from wres.claims.lexicon import Mark
from wres.claims.multiples import is_of_gap
from wres.claims.subjects import Subject
from wres.definitions.ethnicity import BME

__all__ = ["OF_GAPS", "narrowed_subject", "sense_of_gap"]

OF_GAPS = frozenset({"wider", "narrower"})
_OF_SIZE = {"up": "wider", "down": "narrower"}
_PLAIN = frozenset({"digits", "words"})
_PEOPLE = frozenset({"headcount"})
_SHARES = frozenset({"share", "representation", "represented", "proportion", "percentage"})


def sense_of_gap(bench: Bench, mark: Mark, sense: str) -> str:
    """Take a gap that rose as one that widened: below 0, its number fell.

    Where a sign is written, it is the number that moves.
    """
    signed = any(number.sign for number in bench.numbers)
    of_gap = is_of_gap(bench, mark) or _is_of_board_gap(bench, bench.sentence.clause(mark.first))
    return _OF_SIZE.get(sense, sense) if of_gap and not signed else sense


def narrowed_subject(
    bench: Bench, mark: Mark, sense: str, subject: Subject, *, of_gap: bool
) -> Subject:
    """Narrow down what a movement is said of.

    Parameters
    ----------
    bench : Bench
    mark : Mark
    sense : str
        `up`, `down`, `wider`, `doubled`, ...
    subject : Subject
    of_gap : bool
        Whether it is a multiple of a gap.
    """
    clause = bench.sentence.clause(mark.first)
    if _is_of_board_gap(bench, clause):
        return replace(
            subject, indicators=Answer.only("9"), measures=frozenset({"difference"}), group=BME
        )
    counted = [one for one in bench.numbers if one.first == mark.last + 1 and not one.unit]
    if counted and bench.words[mark.first] == "gained":
        subject = replace(subject, measures=_PEOPLE)
    elif sense in {"up", "down"} and _counts_people(bench, mark, subject):
        subject = replace(subject, measures=_PEOPLE, group=subject.group or "all")
    elif sense in {"up", "down"} and _is_of_people(bench, mark, subject):
        whole = "workforce" in bench.sentence.values("topic", *clause)
        group = "all" if whole and not bench.sentence.of("group", *clause) else subject.group
        subject = replace(subject, measures=_PEOPLE, group=group)
    elif sense in {"up", "down"} and _is_of_board_share(bench, mark, subject):
        # Its difference from the workforce may shrink while it rises.
        subject = replace(subject, measures=frozenset({"share"}))
    if sense in OF_GAPS or of_gap:
        gaps = frozenset({"gap", "relative_likelihood", "difference"})
        subject = replace(subject, measures=gaps, group=None)
    return subject


def _counts_people(bench: Bench, mark: Mark, subject: Subject) -> bool:
    """Say whether people are counted beside those of before: `fewer BME staff than a year ago`."""
    known = subject.indicators.fixed or frozenset()
    people = bench.sentence.of("people", mark.first, mark.last)
    return bool(people) and known <= STAFF and bench.words[mark.first] in {"more", "fewer"}


def _is_of_people(bench: Bench, mark: Mark, subject: Subject) -> bool:
    """Say whether a number of staff moves: `the workforce grew to 2,480`, `shrank by 54 people`."""
    known = subject.indicators.fixed or frozenset()
    first, last = bench.sentence.clause(mark.first)
    if not known or not known <= STAFF:
        return False
    if set(bench.sentence.values("measure", first, last)) - {"number"}:
        return False
    led = bench.words[mark.last + 1 : mark.last + 2]
    start = mark.last + (2 if led in (("to",), ("by",), ("from",)) else 1)
    return any(
        one.first == start and not one.unit and not one.decimals and one.form in _PLAIN
        for one in bench.numbers
    )


def _is_of_board_share(bench: Bench, mark: Mark, subject: Subject) -> bool:
    """Say whether a group's share of the board moves: `BME representation on the board fell`."""
    first, last = bench.sentence.clause(mark.first)
    apart = {"gap", "difference", "ratio"} & set(bench.sentence.values("measure", first, last))
    shares = _SHARES & set(bench.words[first : mark.first])
    return subject.indicators.one == "9" and bool(shares) and not apart


def _is_of_board_gap(bench: Bench, clause: tuple[int, int]) -> bool:
    """Say whether it is the gap between board and workforce, and no other, that moves."""
    topics = set(bench.sentence.values("topic", *clause))
    gap = {"gap", "difference"} & set(bench.sentence.values("measure", *clause))
    return bool(gap) and "9" in topics <= {"9", "workforce"}
