"""Printed changes: this year's figure minus the last, with sign and unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from wres.audit.claim import RATIO_MEASURES, Claim
from wres.audit.findings import CONTRADICTION, ROUNDING, WORDING, AuditFinding, finding
from wres.audit.printed import Printed, Span, format_number

__all__ = ["check_differences"]

# Arrows of a table by which it is known what they stand for.
_OTHERS = 3


def check_differences(claims: Sequence[Claim]) -> Iterator[AuditFinding]:
    """Hold every printed change against the two figures that it lies between."""
    turned = _turned_columns(claims)
    yield from _arrows(claims)
    for claim in claims:
        figures = _three(claim)
        if figures is None:
            continue
        now, before, difference = figures
        yield from _unit(claim, now, difference)
        if _column(claim) in turned:
            difference = difference.mirrored()
        yield from _check(claim, now, before, difference)


def _three(claim: Claim) -> tuple[Printed, Printed, Printed] | None:
    now, before, difference = (
        claim.printed("value"), claim.printed("previous"), claim.printed("difference")
    )  # fmt: skip
    if now is None or before is None or difference is None:
        return None
    return now, before, difference


def _column(claim: Claim) -> tuple[int, int | None]:
    spot = claim.spot("difference")
    return (spot.block, spot.column)


def _turned_columns(claims: Sequence[Claim]) -> set[tuple[int, int | None]]:
    """Find tables that take this year's figure from last year's throughout."""
    fits: dict[tuple[int, int | None], list[bool]] = {}
    for claim in claims:
        figures = _three(claim)
        if figures is None or claim.spot("difference").column is None:
            continue
        now, before, difference = figures
        span = now.span - before.span
        if difference.mirrored().fits(span) != difference.fits(span):
            fits.setdefault(_column(claim), []).append(difference.fits(span))
    return {column for column, found in fits.items() if len(found) > 1 and not any(found)}


def _arrows(claims: Sequence[Claim]) -> Iterator[AuditFinding]:
    """Tell arrows that point against their figures, in tables whose other arrows don't.

    Where several do, arrows may stand for better and worse.
    """
    tables: dict[int, list[tuple[Claim, bool]]] = defaultdict(list)
    for claim in claims:
        figures = _three(claim)
        if figures is None or not figures[2].arrow or claim.spot("difference").row is None:
            continue
        moved = figures[0].value - figures[1].value
        if moved:
            agrees = (moved > 0) == (figures[2].arrow > 0)
            tables[claim.spot("difference").block].append((claim, agrees))
    for pointed in tables.values():
        against = [claim for claim, agrees in pointed if not agrees]
        if len(against) == 1 and len(pointed) > _OTHERS:
            claim = against[0]
            printed = claim.printed("difference")
            told = "rose" if printed is not None and printed.arrow < 0 else "fell"
            message = f"The arrow points the wrong way: the figure {told}."
            yield finding(
                claim, CONTRADICTION, "sign error", message, of="difference", recomputed=told,
                formula=f"{claim.previous} → {claim.value}",
            )  # fmt: skip


def _check(
    claim: Claim, now: Printed, before: Printed, difference: Printed
) -> Iterator[AuditFinding]:
    span = _between(claim, now, before)
    scale = _relative(claim, now, before, difference)
    if difference.fits(span) or scale:
        return
    if difference.arrow and difference.value > 0:
        pointed = difference if difference.arrow > 0 else difference.mirrored()
        if pointed.fits(span):
            return
    right = now.value - before.value
    decimals = max(now.decimals, before.decimals)
    told = _signed(right, decimals, claim)
    formula = f"{now.text} − {before.text} = {_signed(right, decimals, claim)}"
    if difference.mirrored().fits(span):
        if not difference.signed:
            message = (
                f"The difference is printed without its sign: the figure fell by {difference.text}."
            )
            yield finding(
                claim, WORDING, "sign left out", message, of="difference", recomputed=told,
                formula=formula,
            )  # fmt: skip
            return
        message = f"The sign is turned round: it should be {told}."
        yield finding(
            claim, CONTRADICTION, "sign error", message, of="difference", recomputed=told,
            formula=formula,
        )  # fmt: skip
        return
    near = difference.nearly_fits(span) and difference.decimals < decimals
    kind, mistake = (ROUNDING, "truncation") if near else (CONTRADICTION, "subtraction error")
    message = f"{now.text} minus {before.text} is {told}, not {difference.text}."
    yield finding(claim, kind, mistake, message, of="difference", recomputed=told, formula=formula)


def _between(claim: Claim, now: Printed, before: Printed) -> Span:
    """Give what may be the difference of two figures; of people, who aren't rounded, the one."""
    if claim.measure == "headcount" and not (now.hedged or before.hedged):
        return Span.exactly(now.value - before.value)
    return now.span - before.span


def _relative(claim: Claim, now: Printed, before: Printed, difference: Printed) -> bool:
    """Say whether a change is a percentage of the figure before: of head counts, or so marked."""
    if claim.measure != "headcount" or difference.unit != "%" or not before.value:
        return False
    return difference.fits(Span.exactly(100 * (now.value - before.value) / before.value))


def _signed(number: Fraction, decimals: int, claim: Claim) -> str:
    sign = "+" if number > 0 else ""
    unit = (
        ""
        if claim.measure in {"relative_likelihood", "disparity_ratio", "headcount"}
        else " points"
    )
    return f"{sign}{format_number(number, decimals)}{unit}"


def _unit(claim: Claim, now: Printed, difference: Printed) -> Iterator[AuditFinding]:
    if difference.unit != "%":
        return
    ratio = claim.measure in RATIO_MEASURES
    if ratio:
        message = "The change of a ratio is a plain number: it has no per cent sign."
        yield finding(
            claim, WORDING, "ratio printed with %", message, of="difference",
            recomputed=difference.text.replace("%", "").strip(),
        )  # fmt: skip
    elif claim.measure in {
        "share",
        "percentage",
        "likelihood",
        "difference",
        "gap",
        "distribution",
    }:
        message = "A difference of two percentages is in percentage points, not per cent."
        yield finding(
            claim, WORDING, "points printed as %", message, of="difference",
            recomputed=difference.text.replace("%", " points"),
        )  # fmt: skip
