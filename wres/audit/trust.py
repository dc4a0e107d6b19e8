"""How far the tables of a PDF are believed: by what their figures bear out of each other.

A PDF holds no tables, only words and lines. One that is misread puts figures under the wrong
headings, and hardly any sum in it comes out; one that is read rightly and has a mistake in it comes
out but for that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from wres.audit.checks.differences import check_differences
from wres.audit.checks.formulas import exact_value
from wres.audit.checks.ledger import Ledger, figure_of, linked
from wres.audit.checks.recomputing import check_counts
from wres.audit.claim import Claim
from wres.audit.documents.contents import Document
from wres.audit.findings import CONTRADICTION, ROUNDING, UNCHECKABLE, AuditFinding
from wres.definitions.ethnicity import GROUPS

__all__ = ["DOUBT", "FROM_PAGES", "doubted", "in_doubt", "without"]

DOUBT: Final = "Read with doubt, from a table that the file doesn't mark as one: confirm."
# Sums that come out before a table told by where its words stand is believed.
_BORNE_OUT: Final = 2
# Words read rightly may be wrong: they say nothing of how a table's figures were read.
_OF_WORDS: Final = "wrong direction"
FROM_PAGES: Final = frozenset({"aligned", "ruled"})


def doubted(
    document: Document,
    claims: Sequence[Claim],
    findings: Iterable[AuditFinding],
    year: int | None,
) -> frozenset[int]:
    """Find the tables whose reading is not to be relied on, by their blocks.

    Parameters
    ----------
    document : Document
    claims : sequence of Claim
        Drawn from it.
    findings : iterable of AuditFinding
        What all claims together give.
    year : int, optional
        The report's own year.
    """
    origins = {
        number: block.grid.origin
        for number, block in enumerate(document.blocks)
        if block.grid is not None and block.grid.origin in FROM_PAGES
    }
    if not origins:
        return frozenset()
    held = _borne_out(linked(claims, year), year)
    failed = Counter(
        one.spot.block for one in findings if one.kind in {CONTRADICTION, ROUNDING}
        if one.spot.row is not None and one.mistake != _OF_WORDS
    )  # fmt: skip
    return frozenset(
        block for block, origin in origins.items() if not _is_believed(
            origin, held[block], failed[block]
        )
    )  # fmt: skip


def _is_believed(origin: str, held: int, failed: int) -> bool:
    if origin == "ruled" and failed < _BORNE_OUT:
        return True
    return held >= _BORNE_OUT and 2 * failed <= held


def _borne_out(claims: Sequence[Claim], year: int | None) -> Counter[int]:
    """Count, by table, the figures that others bear out."""
    ledger = Ledger(claims, year)
    tables = {
        block: Ledger([one for one in claims if one.spot().block == block], year)
        for block in {one.spot().block for one in claims if one.origin in FROM_PAGES}
    }
    held: Counter[int] = Counter()
    for claim in claims:
        if claim.origin not in FROM_PAGES:
            continue
        block = claim.spot().block
        held[block] += exact_value(claim) is not None and not any(check_counts(claim))
        held[block] += bool(claim.difference) and not any(check_differences([claim]))
        held[block] += _adds_up(claim, ledger) + _is_made_of_others(claim, tables[block])
        held[block] += _stands_elsewhere(claim, ledger)
    return held


def _adds_up(claim: Claim, ledger: Ledger) -> bool:
    total = claim.printed()
    if claim.measure != "headcount" or claim.group != "all" or total is None:
        return False
    of = (claim.indicator, claim.breakdown)
    parts = [ledger.count(*of, group, claim.year) for group in GROUPS]
    known = [part for part in parts if part is not None]
    return len(known) > 1 and sum(known) == total.value


def _is_made_of_others(claim: Claim, ledger: Ledger) -> bool:
    """Say whether a gap is what its two percentages make."""
    printed = claim.printed()
    if claim.measure != "gap" or printed is None:
        return False
    rates = [
        ledger.one((claim.indicator, "percentage", claim.breakdown, group, ""), claim.year)
        for group in claim.groups
    ]
    figures = [figure_of(rate) for rate in rates if rate is not None]
    if len(figures) != len(rates) or figures[0] is None or figures[1] is None:
        return False
    span = figures[0].span - figures[1].span
    return printed.fits(span) or (not printed.signed and printed.mirrored().fits(span))


def _stands_elsewhere(claim: Claim, ledger: Ledger) -> bool:
    """Say whether a sentence or another table prints the same figure."""
    figure = figure_of(claim)
    return figure is not None and any(
        other.spot().block != claim.spot().block and figure.span.meets(one.span)
        for other in ledger.of(claim.key, claim.year)
        if (one := figure_of(other)) is not None
    )


def without(claims: Iterable[Claim], blocks: frozenset[int]) -> tuple[Claim, ...]:
    """Leave out the claims of tables that are not believed."""
    return tuple(
        claim
        for claim in claims
        if claim.spot().block not in blocks
        or claim.origin not in FROM_PAGES
        or claim.confirmed == "yes"
    )


def in_doubt(every: Iterable[AuditFinding], believed: Iterable[AuditFinding]) -> list[AuditFinding]:
    """Mark the findings that rest on tables which aren't believed: they contradict nothing.

    Parameters
    ----------
    every : iterable of AuditFinding
        What all claims together give.
    believed : iterable of AuditFinding
        What the claims give without those tables.
    """
    firm = {_key(one) for one in believed}
    return [
        one
        if one.kind == UNCHECKABLE or _key(one) in firm
        else replace(one, kind=UNCHECKABLE, message=f"{DOUBT} {one.message}", confirmed=False)
        for one in every
    ]


def _key(one: AuditFinding) -> tuple[object, ...]:
    return (one.kind, one.mistake, one.spot.order, one.published)
