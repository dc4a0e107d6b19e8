"""The report's own figures against each other: repeats, parts, gaps and ratios."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import Final

from wres.audit.checks.formulas import exact_value
from wres.audit.checks.ledger import Key, Ledger, figure_of
from wres.audit.claim import ALL, Claim, Spot
from wres.audit.findings import CONTRADICTION, AuditFinding, finding
from wres.audit.printed import Printed, Span, format_number
from wres.definitions.ethnicity import GROUPS

__all__ = ["check_agreement", "check_told", "denied_gaps"]

# Paragraphs of one section, from one that tells a ratio to those that tell what it is made of.
_NEAR: Final = 3
_WORKFORCE: Final = (("workforce", ALL), ("3", "people=workforce"), ("4", "people=workforce"))


def check_agreement(ledger: Ledger) -> Iterator[AuditFinding]:
    """Hold the claims of a report against each other."""
    yield from chain(
        _same_figure(ledger),
        _earlier_figure(ledger),
        _bases(ledger),
        _totals(ledger),
        _sums_of_shares(ledger),
        *(_derived(claim, ledger) for claim in ledger.claims),
    )


def check_told(claims: Sequence[Claim], year: int | None) -> Iterator[AuditFinding]:
    """Hold the ratios and differences of sentences to the rates that those beside them tell."""
    told = [one for one in claims if one.measure in {"relative_likelihood", "difference"}]
    ledgers = {
        place: Ledger([one for one in claims if abs(one.spot().block - place) <= _NEAR], year)
        for place in {one.spot().block for one in told}
    }
    for claim in told:
        yield from _derived(claim, ledgers[claim.spot().block])


# -- one figure, printed twice -------------------------------------------------------------------


def _same_figure(ledger: Ledger) -> Iterator[AuditFinding]:
    for _, _, every in ledger.groups():
        # Tables without lines are often cut in two, one half without its caption: two of them that
        # differ may be of different staff.
        claims = [claim for claim in every if claim.origin != "aligned"]
        if len(claims) < 2:
            continue
        known = _most_reliable(claims, ledger)
        right = figure_of(known)
        for claim in claims:
            figure = figure_of(claim)
            if claim is known or figure is None or right is None:
                continue
            if figure.span.meets(right.span) or _is_unsigned_gap(claim, figure, right):
                continue
            yield _differs(claim, known)


def _is_unsigned_gap(claim: Claim, figure: Printed, right: Printed) -> bool:
    turned = figure.mirrored().span.meets(right.span)
    return (
        claim.measure in {"gap", "difference"} and not (figure.signed and right.signed) and turned
    )


def _most_reliable(claims: list[Claim], ledger: Ledger) -> Claim:
    """Choose the figure that counts or rates bear out, else one of a table, else the first."""
    return min(
        claims,
        key=lambda one: (_proof(one, ledger), one.origin == "sentence", one.spot().order),
    )


def _proof(claim: Claim, ledger: Ledger) -> int:
    """Say whether counts or rates bear a figure out (0), say nothing (1) or deny it (2)."""
    exact, printed = exact_value(claim), figure_of(claim)
    if exact is not None and printed is not None:
        return 0 if printed.fits(Span.exactly(exact.value)) else 2
    if _rates_of(claim, ledger) is None:
        return 1
    return 2 if any(_derived(claim, ledger)) else 0


def denied_gaps(ledger: Ledger) -> frozenset[Spot]:
    """Find where gaps and differences stand that the two percentages printed for them deny."""
    return frozenset(
        claim.spot()
        for claim in ledger.claims
        if claim.measure in {"gap", "difference"} and any(_derived(claim, ledger))
    )


def _differs(claim: Claim, known: Claim) -> AuditFinding:
    message = f"The report prints this figure as {known.value} at {known.place}."
    return finding(
        claim, CONTRADICTION, "same figure printed differently", message, recomputed=known.value,
        formula=f"{known.place}: {known.value}",
    )  # fmt: skip


def _earlier_figure(ledger: Ledger) -> Iterator[AuditFinding]:
    """Hold last year's figure against the place that prints it as such."""
    for claim in ledger.claims:
        printed = claim.printed("previous")
        if printed is None or claim.previous_year is None:
            continue
        known = ledger.one(claim.key, claim.previous_year)
        right = figure_of(known) if known is not None else None
        if known is None or right is None or known.spot() == claim.spots.get("previous"):
            continue
        if not printed.span.meets(right.span) and not printed.scaled(100).span.meets(right.span):
            of_year = f"the figure of {claim.previous_year} as {known.value}"
            message = f"The report prints {of_year} at {known.place}."
            yield finding(
                claim, CONTRADICTION, "same figure printed differently", message, of="previous",
                recomputed=known.value, formula=f"{known.place}: {known.value}",
            )  # fmt: skip


# -- head counts ---------------------------------------------------------------------------------


def _bases(ledger: Ledger) -> Iterator[AuditFinding]:
    """Hold the workforce of indicators 3 and 4 against the workforce."""
    counts: dict[tuple[str, int | None], list[Claim]] = defaultdict(list)
    for claim in ledger.claims:
        if claim.origin == "aligned":
            continue
        if claim.measure == "headcount" and (claim.indicator, claim.breakdown) in _WORKFORCE:
            counts[claim.group, claim.year or ledger.year].append(claim)
    for claims in counts.values():
        claims.sort(key=lambda claim: [one[0] for one in _WORKFORCE].index(claim.indicator))
        first = claims[0]
        for claim in claims[1:]:
            ours, other = claim.printed(), first.printed()
            if claim.indicator == first.indicator or ours is None or other is None:
                continue
            if not ours.span.meets(other.span):
                who = "staff" if claim.group in {"", "all"} else f"{claim.group} staff"
                message = (
                    f"The number of {who} is {claim.value} here and {first.value} at "
                    f"{first.place}: both should be the workforce of the same day."
                )
                yield finding(
                    claim, CONTRADICTION, "headcount base mismatch", message,
                    recomputed=first.value, formula=f"{first.place}: {first.value}",
                )  # fmt: skip


def _totals(ledger: Ledger) -> Iterator[AuditFinding]:
    """Hold totals against the sum of their groups."""
    for claim in ledger.claims:
        total = claim.printed()
        if claim.measure != "headcount" or claim.group != "all" or total is None or total.hedged:
            continue
        parts = [
            ledger.count(claim.indicator, claim.breakdown, group, claim.year) for group in GROUPS
        ]
        known = [part for part in parts if part is not None]
        if len(known) < 2 or parts[0] is None or parts[1] is None:
            continue
        whole = len(known) == len(GROUPS)
        if (whole and sum(known) != total.value) or sum(known) > total.value:
            formula = " + ".join(f"{part:,}" for part in known) + f" = {sum(known):,}"
            message = f"The groups add up to {sum(known):,}, not {total.text}."
            yield finding(
                claim, CONTRADICTION, "parts don't add up", message, recomputed=f"{sum(known):,}",
                formula=formula,
            )  # fmt: skip


def _sums_of_shares(ledger: Ledger) -> Iterator[AuditFinding]:
    """Hold the shares of one whole against 100."""
    shares: dict[tuple[str, str, int | None, int], dict[str, Claim]] = defaultdict(dict)
    for claim in ledger.claims:
        if claim.measure == "share" and claim.group in GROUPS:
            place = claim.spot().block
            key = (claim.indicator, claim.breakdown, claim.year or ledger.year, place)
            shares[key].setdefault(claim.group, claim)
    for found in shares.values():
        figures = {group: one for group, claim in found.items() if (one := claim.printed())}
        if not {"White", "BME"} <= set(figures) or any(one.hedged for one in figures.values()):
            continue
        if any(_proof(claim, ledger) == 2 for claim in found.values()):
            continue  # told where it stands: the others are right
        total = sum((one.value for one in figures.values()), Fraction(0))
        room = sum((2 * one.half for one in figures.values()), Fraction(0))
        whole = len(figures) == len(GROUPS)
        if total > 100 + room or (whole and total < 100 - room):
            yield _sum_of(found, figures, total)


def _sum_of(found: dict[str, Claim], figures: dict[str, Printed], total: Fraction) -> AuditFinding:
    last = max(found.values(), key=lambda claim: claim.spot().order)
    decimals = max(one.decimals for one in figures.values())
    told = f"{format_number(total, decimals)}%"
    formula = " + ".join(one.text for one in figures.values()) + f" = {told}"
    message = f"The shares of the groups add up to {told}: more than rounding can explain."
    return finding(
        last, CONTRADICTION, "shares don't add up", message, published=told, recomputed="100%",
        formula=formula,
    )  # fmt: skip


# -- figures made of others ----------------------------------------------------------------------


def _derived(claim: Claim, ledger: Ledger) -> Iterator[AuditFinding]:
    """Hold a gap, a difference or a ratio without counts against the rates that it is made of."""
    printed = claim.printed()
    if printed is None or exact_value(claim) is not None:
        return
    group, other = claim.groups
    rates = _rates_of(claim, ledger)
    if rates is not None:
        yield from _gap(claim, printed, *rates)
    elif claim.measure == "relative_likelihood":
        one = ledger.one((claim.indicator, "likelihood", claim.breakdown, group, ""), claim.year)
        two = ledger.one((claim.indicator, "likelihood", claim.breakdown, other, ""), claim.year)
        if one is not None and two is not None:
            yield from _ratio(claim, printed, one, two)


def _rates_of(claim: Claim, ledger: Ledger) -> tuple[Claim, Claim] | None:
    """Give the two percentages, as printed, that a gap or a difference lies between."""
    number, breakdown, (group, other) = claim.indicator, claim.breakdown, claim.groups
    pairs: list[tuple[Key, Key]] = []
    if claim.measure == "gap":
        pairs = [
            ((number, one, breakdown, group, ""), (number, one, breakdown, other, ""))
            for one in ("percentage", "likelihood", "share")
        ]
    elif claim.measure == "difference":
        pairs = [((number, "share", breakdown, group, ""), ("workforce", "share", ALL, group, ""))]
    for pair in pairs:
        one, two = (ledger.one(key, claim.year) for key in pair)
        if one is not None and two is not None:
            return one, two
    return None


def _gap(claim: Claim, printed: Printed, one: Claim, two: Claim) -> Iterator[AuditFinding]:
    first, second = figure_of(one), figure_of(two)
    if first is None or second is None:
        return
    span = first.span - second.span
    turned = printed.mirrored()
    size = claim.measure == "gap" or claim.origin == "sentence"
    if printed.fits(span) or (size and not printed.signed and turned.fits(span)):
        return
    decimals = max(first.decimals, second.decimals)
    value = first.value - second.value
    told = f"{'+' if value > 0 else ''}{format_number(value, decimals)} points"
    formula = f"{one.value} − {two.value} = {told}"
    if turned.fits(span):
        message = f"The sign is turned round: it should be {told}."
        mistake = "sign error"
    else:
        message = f"{one.value} minus {two.value} is {told}, not {printed.text}."
        mistake = "subtraction error"
    yield finding(claim, CONTRADICTION, mistake, message, recomputed=told, formula=formula)


def _ratio(claim: Claim, printed: Printed, one: Claim, two: Claim) -> Iterator[AuditFinding]:
    first, second = figure_of(one), figure_of(two)
    if first is None or second is None:
        return
    span = first.span.over(second.span)
    if span is None or printed.fits(span):
        return
    group, other = claim.groups
    back = second.span.over(first.span)
    told = format_number(first.value / second.value, max(printed.decimals, 2))
    formula = f"{one.value} ÷ {two.value} = {told}"
    if back is not None and printed.fits(back):
        message = f"The ratio is upside down: {group} over {other} is {told}."
        mistake = "reversed direction"
    else:
        message = f"{one.value} over {two.value} makes {told}, not {printed.text}."
        mistake = "wrong figure"
    yield finding(claim, CONTRADICTION, mistake, message, recomputed=told, formula=formula)
