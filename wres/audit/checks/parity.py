"""What is said of parity and of the four-fifths range, against the ratio that a table prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from wres.audit.candidates import Passage
from wres.audit.checks.ledger import Ledger
from wres.audit.claim import ALL, Claim, Spot
from wres.audit.findings import CONTRADICTION, AuditFinding
from wres.audit.printed import Printed, read_printed
from wres.audit.tables.labels import read_label
from wres.audit.words import is_any, matches
from wres.claims.answers import RATIOS
from wres.definitions.indicators import indicator

__all__ = ["check_parity"]

_SUBJECT: Final = r"\b(?:indicator|metric) (?P<number>[2-4])\b(?: (?:now|still|again))? "
_RANGE: Final = re.compile(
    r"\b(?:lies|is|falls|was|stands|remains|stays|sits)(?: now| still| again| just| well)*"
    r"(?P<denied> not| no longer)?(?: now| still| again| just| well)* "
    r"(?P<side>outside|within|inside|in)(?: of)? (?:the )?"
    r"(?:four[- ]fifths|80%|non-adverse|(?:range of )?0\.80? ?(?:to|[-–]) ?1\.25)"
    r"(?: range| rule|\b)",
    re.IGNORECASE,
)
# `meets the four-fifths rule`, and `does not meet` it
_RULE: Final = re.compile(
    r"(?P<denied>\b(?:does|do|did) not |\bfail(?:s|ed) to )?"
    r"\b(?P<side>(?P<within>meets?|met|satisf(?:y|ies|ied)|pass(?:es|ed)?)|fail(?:s|ed)?|breach(?:es|ed)?)"
    r" the (?:four[- ]fifths|80%) (?:rule|test)\b",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"\b(?:indicator|metric) (?P<number>[1-9])\b", re.IGNORECASE)
_RATIO: Final = re.compile(r"(?<![\d.])\d\.\d\d(?![\d%])")
_OF_RATIO: Final = re.compile(r"\b(?:ratio|likelihood|indicator|metric)\b", re.IGNORECASE)
# `A ratio is in the range where ...`: of none in particular.
_ANY_RATIO: Final = re.compile(
    r"(?<!with )\b(?:an?|any|each|every) (?:\w+ )?(?:ratio|likelihood)", re.IGNORECASE
)
# `until the ratio meets the rule`: what isn't yet.
_SUPPOSED: Final = re.compile(
    r"\b(?:until|unless|once|if|whether|so that|will|aims?)\b", re.IGNORECASE
)
_OTHER_SIDE: Final = {
    "outside": "within",
    "within": "outside",
    "inside": "outside",
    "in": "outside",
}
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
        for spot, text in passage.sentences():
            named = {int(one) for one in _YEAR.findall(text)}
            if is_any("earlier", text) or len(named) > 1:
                continue
            year = named.pop() if named else ledger.year
            for match, number, side in _said(text, passage):
                ratio = _ratio(number, year, ledger)
                if ratio is not None:
                    yield from _held(match, side, ratio, number, spot)


def _said(text: str, passage: Passage) -> Iterator[tuple[re.Match[str], str, str]]:
    """Yield words on a ratio's side, the indicator that they are said of, and the side."""
    for match in _PARITY.finditer(text):
        yield match, match["number"], match["side"]
    for match in _RANGE.finditer(text):
        side = match["side"].lower()
        side = _OTHER_SIDE[side] if match["denied"] else side
        yield match, _subject(text[: match.start()], passage), side
    for match in _RULE.finditer(text):
        side = "within" if bool(match["within"]) != bool(match["denied"]) else "outside"
        yield match, _subject(text[: match.start()], passage), side


def _subject(before: str, passage: Passage) -> str:
    """Give the indicator whose ratio words are said of; blank where they leave it open.

    That which the words before name, by number or by its subject, else that of the section.
    """
    if (
        _SUPPOSED.search(before)
        or is_any("others", before)
        or matches("comparator", before)
        or _ANY_RATIO.search(before)
    ):
        return ""
    numbered = {one["number"] for one in _NUMBERED.finditer(before)}
    if numbered:
        return numbered.pop() if len(numbered) == 1 else ""
    return read_label(before).indicator or (passage.indicator if _OF_RATIO.search(before) else "")


def _held(
    match: re.Match[str],
    side: str,
    ratio: tuple[Claim, Printed],
    number: str,
    spot: Spot,
) -> Iterator[AuditFinding]:
    text, told = match.string, _denied(side, ratio[1])
    if not told:
        return
    printed = {read_printed(one) for one in _RATIO.findall(text[: match.start()])}
    if any(one is not None and not one.span.meets(ratio[1].span) for one in printed):
        return  # of another ratio, of which its figure tells
    value = ratio[0].value
    place = spot.within(match.start("side"), match.end())
    yield AuditFinding(
        CONTRADICTION, "text against table", place,
        f"The ratio of indicator {number} is {value}: {told}.",
        published=text[match.start("side") : match.end()], recomputed=value, text=text,
        confirmed=False,
    )  # fmt: skip


def _ratio(number: str, year: int | None, ledger: Ledger) -> tuple[Claim, Printed] | None:
    """Give an indicator's ratio of a year, in the standard's order."""
    if number not in RATIOS:
        return None
    record = indicator(number)
    key = (number, "relative_likelihood", ALL, record.group, record.comparator_group)
    claim = ledger.one(key, year)
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
