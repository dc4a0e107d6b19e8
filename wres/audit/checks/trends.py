"""Trends told from two years: a change has two ends, a trend has years between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from wres.audit.candidates import Passage
from wres.audit.claim import SURVEY, Claim, alike_of
from wres.audit.findings import WORDING, AuditFinding
from wres.audit.series import FEWEST
from wres.audit.tables.labels import read_label
from wres.audit.words import first_of, is_any

__all__ = ["check_trends"]

_MOVED: Final = (
    r"(?:improv|increas|decreas|declin|reduc|worsen|deteriorat)\w*|ris(?:e|es|en|ing)|rose|f[ae]ll\w*"
    r"|gr(?:ow|own|ew)\w*"
)
_TREND: Final = re.compile(
    r"\b(?:upward|downward|positive|negative|improving|worsening|rising|falling|clear|continuing|steady)"
    r"\s(?:\w+\s)?trend\b|\btrend\s(?:is|was|has|of|towards|continues)\b"
    rf"|\b(?:{_MOVED})\s(?:year[\s-]on[\s-]year|year after year|each year|every year|steadily"
    r"|consistently|over (?:the )?(?:years|time))\b"
    rf"|\b(?:steadily|consistently|year[\s-]on[\s-]year)\s(?:{_MOVED})\b"
    r"|\b(?:consistent|steady|sustained|continuous|continued|year[\s-]on[\s-]year)\s"
    r"(?:improvement|increase|decrease|decline|rise|fall|reduction|growth)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"\b(?:no|not|neither|cannot|too early|whether|if|aim|aims|plan|target|want|need|will|should"
    r"|expect\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b20\d\d\b")


def check_trends(
    passages: Sequence[Passage], claims: Sequence[Claim], year: int | None
) -> Iterator[AuditFinding]:
    """Tell trends of indicators of which the report prints two years.

    Parameters
    ----------
    passages : sequence of Passage
    claims : sequence of Claim
        The figures that the report prints.
    year : int, optional
        The report's own.
    """
    for passage in passages:
        for sentence, text in passage.sentences():
            match = _TREND.search(text)
            about = read_label(text).indicator or passage.indicator
            if match is None or not about or _DENIED.search(text) or is_any("others", text):
                continue
            years = _years(claims, about, year)
            told = len({*_YEAR.findall(text)})
            if len(years) != 2 or told >= FEWEST or first_of("comparator", text):
                continue
            spot = sentence.within(*match.span())
            printed = " and ".join(
                f"autumn {one - 1}" if about in SURVEY else str(one) for one in sorted(years)
            )
            message = (
                f"The report prints two years of this, {printed}: a change, not a trend. "
                "Show the years between, or say that it changed."
            )
            yield AuditFinding(
                WORDING, "trend from end points", spot, message, published=match[0], text=text,
                confirmed=False,
            )  # fmt: skip


def _years(claims: Sequence[Claim], about: str, year: int | None) -> set[int]:
    alike = alike_of(about)
    found: set[int | None] = set()
    for claim in claims:
        if claim.indicator in alike and (claim.value or claim.previous):
            found |= {claim.year or year, claim.previous_year}
            if claim.previous and claim.previous_year is None:
                found.add((claim.year or year or 1) - 1)
    return {one for one in found if one}
