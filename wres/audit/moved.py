"""What moved from one figure to another, and by how much: `20% to 24%, a rise of 4 points`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from wres.audit.claim import Claim, Spot
from wres.audit.pieces import LEAD, MOVES, PERCENT, YEAR, Q, bare, percent, spot_of

__all__ = ["Grown", "grown_in", "moves_in"]

_MOVED: Final = re.compile(
    rf"(?:from\s)?(?<![\d.])(?P<previous>[-−+]?{Q}(?P<unit>{PERCENT}(?!\s?points?))?)"
    rf"(?:\s?(?:percentage\s|%\s?)?points?\b|\s?pp\b)?"
    rf"(?:\s\([^)]*\)|\sin\s[\d/–-]+|\slast\syear)?"
    rf"\sto\s(?P<value>[-−+]?{Q}(?:{PERCENT}(?!\s?points?))?)"
    rf"(?P<gaps>\s?(?:percentage\s|%\s?)?points?\b|\s?pp\b)?"
    rf"(?:\s\([^)]*\)|\sin\s[\d/–-]+|\sthis\syear)?"
    rf"[\s,;:(–-]+(?:a\s)?(?:which\sis\s|this\sis\s|representing\s|equating\sto\s)?(?:an?\s"
    rf"|the\s)?(?P<kind>[a-z]+\s)?(?:of\s|by\s)"
    rf"(?P<difference>[-−+]?{Q}(?P<sign>{PERCENT}(?!\s?points?))?(?P<points>\s?(?:percentage\s"
    rf"|%\s)?points?|\s?pp)?)",
    re.IGNORECASE,
)
_BY_FIRST: Final = re.compile(
    rf"\b(?P<kind>rose|risen|grew|grown|increased|fell|fallen|decreased|dropped|declined|reduced)\sby\s"
    rf"(?P<difference>{Q}(?P<sign>{PERCENT}(?!\s?points?))?(?P<points>\s?(?:percentage\s"
    rf"|%\s)?points?|\s?pp)?),?\sfrom\s(?P<previous>{Q}(?P<unit>{PERCENT})?)"
    rf"(?:\s\([^)]*\)|\sin\s[\d/–-]+|\slast\syear)?\sto\s(?P<value>{Q}(?:{PERCENT})?)(?![\d.]*\d)",
    re.IGNORECASE,
)
_UP: Final = re.compile(r"r[io]se|increase|gr[oe]w|improvement|gain|jump|up", re.IGNORECASE)
_PERCENTAGE: Final = 100
_RATES: Final = re.compile(r"%|per\s?cent|\bpoints?\b|\blikelihood|\bratio", re.IGNORECASE)
# A word whose figure is a size: better and worse may be up or down.
_SIZE_OF: Final = re.compile(r"improvement|worsening|deterioration", re.IGNORECASE)
_DOWN: Final = re.compile(r"f[ae]ll|decrease|drop|reduc|decline|down", re.IGNORECASE)


def moves_in(text: str, spot: Spot) -> Iterator[Claim]:
    """Yield what a text says to have moved, with both figures and their difference."""
    for pattern in (_MOVED, _BY_FIRST):
        for match in pattern.finditer(text):
            claim = _moved(match, text, spot)
            if claim is not None:
                yield claim


@dataclass(frozen=True)
class Grown:
    """By how many per cent a sentence says that a number of people moved."""

    start: int
    end: int
    words: str
    before: int
    after: int

    @property
    def share(self) -> Fraction:
        """By how many per cent it did move, whatever the way."""
        return Fraction(100 * abs(self.after - self.before), self.before)


def grown_in(text: str) -> Iterator[Grown]:
    """Yield by how many per cent numbers of people are said to have moved.

    Examples
    --------
    >>> [(one.words, float(one.share)) for one in grown_in("from 275 to 286, a rise of 5%")]
    [('5%', 4.0)]
    """
    for pattern in (_MOVED, _BY_FIRST):
        for match in pattern.finditer(text):
            one = _grew(match)
            if one is not None:
                yield one


def _grew(match: re.Match[str]) -> Grown | None:
    """Read by how many per cent a number of people moved; None where it may be one of points."""
    ends = [match[name].replace(",", "") for name in ("previous", "value")]
    if not match["sign"] or match["points"] or match["unit"] or not all(map(str.isdigit, ends)):
        return None
    before, after = map(int, ends)
    told = Fraction(re.sub(r"[^\d.]", "", match["difference"]))
    if not before or YEAR.fullmatch(match["previous"]):
        return None
    if told == abs(after - before) and max(before, after) <= _PERCENTAGE:
        return None  # two percentages, it may be, printed without their signs
    words = match["difference"].lstrip("+-− ").strip()
    end = match.end("difference")
    return Grown(end - len(words), end, words, before, after)


def _moved(match: re.Match[str], text: str, spot: Spot) -> Claim | None:
    points, unit = bool(match["points"]), bool(match["unit"])
    if match["sign"] and not points and (unit or _grew(match) is not None):
        # A rise of 20% may be meant as a part of the figure before: no sum to hold it to.
        return None
    gaps = bool(match.groupdict().get("gaps"))
    if gaps and (match["sign"] or {match["previous"][0], match["value"][0]} & {*"-−"}):
        return None  # of gaps with signs, it may be their size that rises
    if gaps and YEAR.fullmatch(match["previous"]):
        return None
    people = _is_of_people(match, text)
    kind = match["kind"] or ""
    difference = match["difference"].strip()
    if difference[0] not in "+-−" and (_UP.search(kind) or _DOWN.search(kind)):
        difference = ("+" if _UP.search(kind) and not _DOWN.search(kind) else "−") + difference
    if "improvement" in kind.lower() or not kind.strip():
        difference = difference.lstrip("+−")
    lead = text[max(0, match.start() - LEAD) : match.start()]
    sized = gaps or _SIZE_OF.match(kind) or MOVES.search(re.split(r"[.;]\s", lead)[-1])
    if difference[0] not in "+-−" and sized and _falls(match):
        difference = f"−{difference}"  # less is better, or the words have told that it fell
    return Claim(
        place=spot.place,
        text=text,
        measure="headcount"
        if people
        else "gap"
        if gaps
        else "share"
        if unit
        else "relative_likelihood",
        value=percent(match["value"]),
        unit="" if people else "points" if gaps else "%" if unit else "ratio",
        previous=percent(match["previous"]),
        difference=difference,
        origin="sentence",
        spots={name: spot_of(spot, match, name) for name in ("value", "previous", "difference")},
    )


def _is_of_people(match: re.Match[str], text: str) -> bool:
    """Say whether two whole numbers count people: percentages may stand without their signs."""
    figures = [bare(match[name]) for name in ("previous", "value", "difference")]
    if match["points"] or match["unit"] or not all(one.lstrip("-").isdigit() for one in figures):
        return False
    return max(map(int, figures)) > _PERCENTAGE or not _RATES.search(text)


def _falls(match: re.Match[str]) -> bool:
    return Fraction(bare(match["value"])) < Fraction(bare(match["previous"]))
