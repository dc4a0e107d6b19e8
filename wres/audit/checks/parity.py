"""What is said of parity and of the four-fifths range, against the ratio that a table prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from wres.audit.candidates import Passage
from wres.audit.checks.ledger import Ledger
from wres.audit.claim import ALL, Claim, Spot
from wres.audit.findings import CONTRADICTION, AuditFinding
from wres.audit.printed import Printed
from wres.audit.words import is_any
from wres.claims.answers import RATIOS
from wres.claims.sentences import sentences
from wres.definitions.indicators import indicator

__all__ = ["check_parity"]

_SUBJECT: Final = r"\b(?:indicator|metric) (?P<number>[2-4])\b(?: (?:now|still|again))? "
_RANGE: Final = re.compile(
    _SUBJECT
    + r"(?:lies|is|falls|was|stands|remains|stays|sits) (?:now |still |again |just |well )*"
    r"(?P<side>outside|within|inside|in)(?: of)? (?:the )?"
    r"(?:four[- ]fifths|80%|non-adverse|0\.80? ?(?:to|[-–]) ?1\.25)(?: range| rule|\b)",
    re.IGNORECASE,
)
_PARITY: Final = re.compile(
    _SUBJECT + r"(?:shows|showed|(?:is|was) (?:now )?(?:at|in)|(?:has )?(?:reached|achieved)"
    r"|st(?:ands|ood) at) (?P<side>(?:full |exact )?(?:parity|equality))\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_LOW, _HIGH = Fraction(4, 5), Fraction(5, 4)
# As far from 1 a ratio may be called equal, in two decimals.
_NEAR: Final = Fraction(1, 20)


def check_parity(passages: Sequence[Passage], ledger: Ledger) -> Iterator[AuditFinding]:
    """Hold `outside the four-fifths range` and `shows parity` to the ratios of the year.

    Parameters
    ----------
    passages : sequence of Passage
    ledger : Ledger
        Of the report's tables.
    """
    for passage in passages:
        for first, last in sentences(passage.text):
            text = passage.text[first:last]
            named = {int(one) for one in _YEAR.findall(text)}
            if is_any("earlier", text) or len(named) > 1:
                continue
            year = named.pop() if named else ledger.year
            for pattern in (_RANGE, _PARITY):
                for match in pattern.finditer(text):
                    yield from _held(match, year, ledger, passage.spot, first, text)


def _held(
    match: re.Match[str], year: int | None, ledger: Ledger, spot: Spot, first: int, text: str
) -> Iterator[AuditFinding]:
    ratio = _ratio(match["number"], year, ledger)
    told = _denied(match["side"], ratio[1]) if ratio is not None else ""
    if ratio is None or not told:
        return
    value = ratio[0].value
    start = spot.start + first + match.start("side")
    place = replace(spot, start=start, end=spot.start + first + match.end())
    yield AuditFinding(
        CONTRADICTION, "text against table", place,
        f"The ratio of indicator {match['number']} is {value}: {told}.",
        published=text[match.start("side") : match.end()], recomputed=value, text=text,
        confirmed=False,
    )  # fmt: skip


def _ratio(number: str, year: int | None, ledger: Ledger) -> tuple[Claim, Printed] | None:
    """Give an indicator's ratio of a year, in the standard's order."""
    record = indicator(number)
    key = (number, "relative_likelihood", ALL, record.group, record.comparator_group)
    claim = ledger.one(key, year) if number in RATIOS else None
    printed = claim.printed() if claim is not None else None
    return (claim, printed) if claim is not None and printed is not None else None


def _denied(side: str, ratio: Printed) -> str:
    """Say what a ratio is that words deny; nothing where it may be as they say."""
    value = ratio.value
    if side.lower() not in {"outside", "within", "inside", "in"}:
        return "no parity" if abs(value - 1) > _NEAR else ""
    inside = ratio.span.low > _LOW and ratio.span.high < _HIGH
    outside = ratio.span.high < _LOW or ratio.span.low > _HIGH
    if side.lower() == "outside":
        return "within 0.80 to 1.25" if inside else ""
    return "outside 0.80 to 1.25" if outside else ""
