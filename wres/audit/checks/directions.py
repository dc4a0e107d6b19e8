"""Words of direction against the figures, and whether the cases bear them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from wres.audit.checks.formulas import exact_value, share_formula
from wres.audit.claim import Claim
from wres.audit.findings import CONTRADICTION, WORDING, AuditFinding, finding
from wres.audit.printed import Printed, format_number, read_printed
from wres.claims.lexicon import Mark, Matcher
from wres.claims.tokens import tokenise
from wres.definitions.indicators import indicator
from wres.stats import Pair, is_few, koopman_interval, newcombe_interval

__all__ = ["WAYS", "check_direction", "crosses", "good_direction", "is_better"]

_RATIO: Final = "relative_likelihood"
WAYS: Final = {
    "lower": "lower is better",
    "higher": "higher is better",
    "towards 1": "nearer to 1 is better",
    "towards 0": "nearer to 0 is better",
}
_TARGETS: Final = {"towards 1": Fraction(1), "towards 0": Fraction(0)}


def check_direction(claim: Claim) -> Iterator[AuditFinding]:
    """Hold the words of a claim's `direction` to its figures."""
    if not claim.direction:
        return
    tokens = tokenise(claim.direction)
    marks = Matcher().marks(tokens)
    words = [token.text for token in tokens]
    told = [
        *_likely(claim, marks, words),
        *_moves(claim, marks, words),
        *_sides(claim, marks, words),
        *_representation(claim, marks),
        *_trend(claim, marks),
    ]
    yield from told
    if not any(one.kind == CONTRADICTION for one in told):
        yield from _few(claim, marks)


def good_direction(claim: Claim) -> str:
    """Say which way is good for a claim's figure; blank where none is."""
    if claim.measure in {"gap", "difference"}:
        return "towards 0"
    if not claim.indicator.isdigit() or claim.measure in {"headcount", "likelihood"}:
        return ""
    record = indicator(claim.indicator)
    return record.good_direction if claim.measure in {_RATIO, "percentage"} else ""


def is_better(now: Fraction, before: Fraction, good: str) -> int | None:
    """Say whether a figure moved to the good (1), the bad (-1) or neither; None where none is told.

    Examples
    --------
    >>> is_better(Fraction("1.09"), Fraction("1.45"), "towards 1")
    1
    """
    if good in _TARGETS:
        moved = abs(before - _TARGETS[good]) - abs(now - _TARGETS[good])
    elif good in {"higher", "lower"}:
        moved = (now - before) * (1 if good == "higher" else -1)
    else:
        return None
    return (moved > 0) - (moved < 0)


def crosses(before: Fraction | str, now: Fraction | str, good: str) -> bool:
    """Say whether a figure went from one side of what is aimed at to the other."""
    if good not in _TARGETS:
        return False
    ends = [Fraction(one) - _TARGETS[good] for one in (before, now)]
    return ends[0] * ends[1] < 0


def _negated(mark: Mark, words: list[str]) -> bool:
    return bool(
        {"not", "no", "neither", "nor", "never"} & set(words[max(0, mark.first - 3) : mark.first])
    )


# -- who is likelier -----------------------------------------------------------------------------


def _likely(claim: Claim, marks: list[Mark], words: list[str]) -> Iterator[AuditFinding]:
    printed = claim.printed()
    if claim.measure != _RATIO or printed is None:
        return
    group, other = claim.groups
    for mark in marks:
        if (
            mark.kind != "likely"
            or mark.value not in {"more", "less", "equal"}
            or _negated(mark, words)
        ):
            continue
        subject = _subject(marks, mark) or group
        value = printed.value if subject == group else 1 / printed.value if printed.value else None
        if value is None or subject not in {group, other}:
            continue
        side = 0 if printed.span.low <= 1 <= printed.span.high else (value > 1) - (value < 1)
        wanted = {"more": 1, "less": -1, "equal": 0}[mark.value]
        if side != wanted and not (wanted == 0 and abs(value - 1) <= Fraction(1, 20)):
            yield _wrong_side(claim, subject, side, group, other)


def _subject(marks: list[Mark], mark: Mark) -> str:
    """Give the group that is said to be likelier: the last named before the word."""
    before = [one.value for one in marks if one.kind == "group" and one.last < mark.first]
    return before[-1] if before else ""


def _wrong_side(claim: Claim, subject: str, side: int, group: str, other: str) -> AuditFinding:
    true = {1: "more likely", -1: "less likely", 0: "equally likely"}[side]
    message = f"{group} over {other} of {claim.value} means that {subject} people were {true}."
    value = claim.value
    compare = {1: "above", -1: "below", 0: "at"}
    turned = side if subject == group else -side
    return finding(
        claim, CONTRADICTION, "wrong direction", message, of="direction",
        recomputed=f"{subject} {true}", formula=f"{value} is {compare[turned]} 1",
    )  # fmt: skip


# -- what moved ----------------------------------------------------------------------------------


def _moves(claim: Claim, marks: list[Mark], words: list[str]) -> Iterator[AuditFinding]:
    now, before = claim.printed(), claim.printed("previous")
    if claim.measure == "change" and now is not None:
        now, before = _ends(claim, now, before)
    if now is None or before is None:
        return
    for mark in marks:
        valued = mark.kind == "side" and mark.value in {"better", "worse"}
        alone = valued and not claim.comparator_value
        if not (mark.kind == "move" or alone) or _negated(mark, words):
            continue
        verdict = _move(claim, mark.value, now, before)
        if verdict is not None:
            message, right = verdict
            yield finding(
                claim, CONTRADICTION, "wrong direction", message, of="direction",
                recomputed=right, formula=f"{before.text} → {now.text}",
            )  # fmt: skip
            return


def _ends(
    claim: Claim, change: Printed, before: Printed | None
) -> tuple[Printed | None, Printed | None]:
    """Give the two figures of a change: from its counts, or from the change and the one before."""
    now = share_formula(claim.numerator, claim.denominator)
    then = share_formula(claim.comparator_numerator, claim.comparator_denominator)
    if now is not None and then is not None:
        ends = [read_printed(f"{format_number(one.value, 2)}%") for one in (now, then)]
        return ends[0], ends[1]
    if before is None or not change.signed:
        return None, None
    after = before.value + change.value
    return read_printed(f"{format_number(after, before.decimals)}{before.unit}"), before


def _move(claim: Claim, sense: str, now: Printed, before: Printed) -> tuple[str, str] | None:
    """Say what is wrong with a word of movement; None where it fits or can't be told."""
    way = (now.value > before.value) - (now.value < before.value)
    told = {1: "rose", -1: "fell", 0: "did not change"}[way]
    if sense in {"up", "down"}:
        if way != (1 if sense == "up" else -1):
            return f"The figure {told}, from {before.text} to {now.text}.", told
    elif sense == "same":
        if abs(now.value - before.value) > 2 * (now.half + before.half):
            return f"The figure {told}, from {before.text} to {now.text}.", told
    elif sense in {"better", "worse"}:
        good = good_direction(claim)
        moved = is_better(now.value, before.value, good)
        if moved is not None and moved != (1 if sense == "better" else -1):
            right = {1: "improved", -1: "worsened", 0: "no change"}[moved]
            if crosses(before.value, now.value, good):
                return None  # better for one group, and worse for the other
            return f"From {before.text} to {now.text} is {right}: {WAYS[good]}.", right
    elif sense in {"wider", "narrower"} and claim.measure in {"gap", "difference", _RATIO}:
        centre = 1 if claim.measure == _RATIO else 0
        grew = abs(now.value - centre) - abs(before.value - centre)
        if (grew > 0) != (sense == "wider"):
            right = "wider" if grew > 0 else "narrower"
            return f"The gap became {right}: from {before.text} to {now.text}.", right
    return None


# -- where it stands -----------------------------------------------------------------------------


def _sides(claim: Claim, marks: list[Mark], words: list[str]) -> Iterator[AuditFinding]:
    own, other = claim.printed(), claim.printed("comparator_value")
    if own is None or other is None:
        return
    for mark in marks:
        if mark.kind != "side" or _negated(mark, words):
            continue
        wanted = _wanted_side(claim, mark.value)
        side = (own.value > other.value) - (own.value < other.value)
        if wanted is None or side == wanted:
            continue
        if wanted == 0 and abs(own.value - other.value) <= _near(own):
            continue
        right = {1: "above", -1: "below", 0: "the same as"}[side]
        name = claim.comparator_name or "the comparator"
        message = f"{own.text} is {right} {name} ({other.text})."
        yield finding(
            claim, CONTRADICTION, "wrong direction", message,
            of="direction", recomputed=f"{right} {name}",
            formula=f"{own.text} against {other.text}",
        )  # fmt: skip
        return


def _near(own: Printed) -> Fraction:
    return max(4 * own.half, Fraction(1, 20) * abs(own.value))


def _wanted_side(claim: Claim, sense: str) -> int | None:
    if sense in {"above", "below", "level"}:
        return {"above": 1, "below": -1, "level": 0}[sense]
    good = good_direction(claim)
    if sense in {"better", "worse"} and good in {"higher", "lower"}:
        return (1 if good == "higher" else -1) * (1 if sense == "better" else -1)
    return None


def _representation(claim: Claim, marks: list[Mark]) -> Iterator[AuditFinding]:
    """Hold `under-represented` to the sign of a difference."""
    printed = claim.printed()
    if claim.measure != "difference" or printed is None or claim.group != "BME":
        return
    for mark in marks:
        if mark.kind == "side" and mark.value in {"over", "under"}:
            side = (printed.value > 0) - (printed.value < 0)
            if side != (1 if mark.value == "over" else -1):
                right = {
                    1: "over-represented",
                    -1: "under-represented",
                    0: "at the workforce's share",
                }[side]
                message = f"A difference of {printed.text} means that BME people are {right}."
                yield finding(
                    claim, CONTRADICTION, "wrong direction", message, of="direction",
                    recomputed=right,
                )  # fmt: skip


def _trend(claim: Claim, marks: list[Mark]) -> Iterator[AuditFinding]:
    if any(mark.kind == "trend" for mark in marks) and claim.previous:
        message = (
            f"Two figures ({claim.previous} and {claim.value}) are a change, not a trend: show the "
            "years between, or say that it changed."
        )
        yield finding(claim, WORDING, "trend from end points", message, of="direction")


# -- how many cases ------------------------------------------------------------------------------


def _few(claim: Claim, marks: list[Mark]) -> Iterator[AuditFinding]:
    """Tell claims of a difference that a few people make."""
    if any(mark.kind == "certain" and mark.value in {"care", "none"} for mark in marks):
        return
    asserts = any(
        (mark.kind, mark.value)
        in {("likely", "more"), ("likely", "less"), ("certain", "significant")}
        for mark in marks
    ) or any(mark.kind == "move" and mark.value in {"better", "worse"} for mark in marks)
    counts = (
        claim.numerator, claim.denominator, claim.comparator_numerator, claim.comparator_denominator
    )  # fmt: skip
    if not asserts or claim.measure not in {_RATIO, "gap"} or None in counts:
        return
    if not counts[1] or not counts[3] or exact_value(claim) is None:
        return
    first, second = Pair(counts[0] or 0, counts[1]), Pair(counts[2] or 0, counts[3])
    if is_few(first, second):
        least = min(counts[0] or 0, counts[2] or 0)
        message = (
            f"Too few to say: the figure turns on {least} {'person' if least == 1 else 'people'}."
        )
        yield finding(
            claim, WORDING, "claim from a few cases", message, of="direction",
            recomputed="too few to say",
            formula=f"{counts[0]} of {counts[1]:,} and {counts[2]} of {counts[3]:,}",
        )  # fmt: skip
    elif _is_unclear(claim, first, second) and any(
        (mark.kind, mark.value) == ("certain", "significant") for mark in marks
    ):
        message = "The counts show no clear difference: the 95% interval includes equality."
        yield finding(
            claim, WORDING, "more certain than the counts", message, of="direction",
            recomputed="no clear difference",
        )  # fmt: skip


def _is_unclear(claim: Claim, first: Pair, second: Pair) -> bool:
    if claim.measure == _RATIO:
        interval, equal = koopman_interval(first, second), 1
    else:
        pairs = [((one.likelihood or 0.0), one.base) for one in (first, second)]
        interval, equal = newcombe_interval(pairs[0], pairs[1]), 0
    return interval is not None and interval.lower <= equal <= interval.upper
