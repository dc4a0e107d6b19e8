"""Sums that a sentence does itself: `17 of 47 (36.2%)`, `25% and 20%, a gap of 5 points`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from wres.audit.claim import Claim, Spot
from wres.audit.moved import moves_in
from wres.audit.pieces import PERCENT, YEAR, P, percent, spot_of
from wres.audit.words import matches

__all__ = ["sums_in"]

_N: Final = r"\d{1,3}(?:,\d{3})+|\d+"
_PEOPLE: Final = r"(?:\s(?!(?:and|but|while|compared|against|or|from|to)\b)[A-Za-z'’-]+){0,6}"
_WORDS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT_FIRST: Final = re.compile(
    rf"(?<![\d.,])(?P<part>{_N}|\b(?i:{'|'.join(_WORDS)}))\s(?:out\s)?of\s(?:the\s|our\s|all\s"
    rf"|its\s)?(?P<whole>{_N})(?![\d.,]*%){_PEOPLE}"
    rf"[\s,]*(?:\(|,\s?or\s|;\s?|–\s?|which\sis\s|equating\sto\s|or\s)\s*(?P<share>{P}{PERCENT})(?!\s*(?:confidence|interval|CI))"
)
# `(109 of 212, 51.4%)`
_IN_BRACKETS: Final = re.compile(
    rf"\((?P<part>{_N})\s(?:out\s)?of\s(?P<whole>{_N}),\s(?P<share>{P}{PERCENT})\)"
)
_SHARE_FIRST: Final = re.compile(
    rf"(?P<share>{P}{PERCENT}){_PEOPLE}\s?\(\s?(?P<part>{_N})\s?(?:(?:out\s)?of"
    rf"|/)\s?(?:the\s|our\s)?(?P<whole>{_N})(?![\d.,]*%)"
)
# Words without figures but for a day or a year: `people in 2020`, `on 31 March 2020`.
_BETWEEN_COUNTS: Final = (
    r"(?:[^\d.;()]|(?<!\d)\d{1,2}(?=(?:st|nd|rd|th)?\s[A-Z][a-z]{2})"
    r"|(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d))"
)
# `1,300 White applicants were shortlisted, of whom 299 were appointed (23.0%)`
_OF_WHOM: Final = re.compile(
    rf"(?<![\d.,])(?P<whole>{_N})(?P<who>\s{_BETWEEN_COUNTS}{{3,70}}?)?[\s,]+"
    rf"(?:of\s(?:whom|which|these|them),?|(?<=shortlisted\s)and|including|with)\s"
    rf"(?P<part>{_N})(?:\s[A-Za-z'’-]+){{0,6}}?"
    rf"\s?\((?P<share>{P}{PERCENT})\)"
)
# Before a number of four digits, what makes it a year.
_OF_TIME: Final = re.compile(
    r"\b(?:in|since|during|until|before|after|year|survey(?: of)?|end of|spring|summer|autumn"
    r"|winter|January|February|March|April|May|June|July|August|September|October|November|December)\s$",
    re.IGNORECASE,
)
# `26 White staff entered the process out of 2,600 (1.00%)`
_OUT_OF: Final = re.compile(
    rf"(?<![\d.,])(?P<part>{_N})(?P<who>\s{_BETWEEN_COUNTS}{{3,90}}?)\sout\sof\s(?:the\s|our\s"
    rf"|all\s)?"
    rf"(?P<whole>{_N})(?![\d.,]*%){_PEOPLE}\s?\(\s?(?P<share>{P}{PERCENT})"
)
_GAP: Final = re.compile(
    rf"\bgap\b[^.;]{{0,60}}?(?P<one>{P}){PERCENT}[^.;\d]{{0,40}}?\b(?:and|against|to)\b"
    rf"[^.;\d]{{0,40}}?(?P<two>{P}){PERCENT}[^.;\d]{{0,20}}?\b(?:is|was|of|at|,)\s(?P<gap>[-−+]?{P})"
    rf"(?P<unit>\s?(?:percentage\s|%\s)?points?|\s?pp\b|{PERCENT})",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    rf"(?P<one>{P}){PERCENT}[^.;\d]{{0,70}}?\b(?:and|against|to|with|than)\b[^.;\d]{{0,30}}?(?P<two>{P}){PERCENT}"
    rf"[^.;\d]{{0,90}}?\b(?:gap|difference)\sof\s(?P<gap>[-−+]?{P})"
    rf"(?P<unit>\s?(?:percentage\s|%\s)?points?|\s?pp\b)"
    r"(?!\s(?:from|on|since|compared|above|below|to|with|against|than))",
    re.IGNORECASE,
)
# `22.4%, which is 17.7 points above our own 4.7%`
_AWAY: Final = re.compile(
    rf"(?<![\d.])(?P<one>{P}){PERCENT},?\s(?:(?:of\s)?(?:\w+\s){{0,3}}\w+,\s)?"
    rf"(?:(?:which|that|this)\s(?:is|was)\s|(?:is|was)\s)?(?:some\s)?(?P<gap>{P})"
    rf"(?P<unit>\s(?:percentage\s|%\s)?points?|\spp)\s(?:above|below|over|under|(?:higher|lower|more"
    rf"|less|fewer|greater|smaller)\sthan)\b[^.;:%\d]{{0,60}}?(?<![\d.])(?P<two>{P}){PERCENT}",
    re.IGNORECASE,
)


def sums_in(text: str, spot: Spot) -> Iterator[Claim]:
    """Yield the sums that a text does."""
    for pattern in (_COUNT_FIRST, _IN_BRACKETS, _SHARE_FIRST, _OF_WHOM, _OUT_OF):
        for match in pattern.finditer(text):
            if not any(_is_year(match, text, name) for name in ("whole", "part")):
                yield _share(match, text, spot)
    for pattern in (_GAP, _BETWEEN, _AWAY):
        for match in pattern.finditer(text):
            yield _gap(match, text, spot)
    yield from moves_in(text, spot)


def _is_year(match: re.Match[str], text: str, name: str) -> bool:
    """Say whether a number is the year of a time, and of no people: `people in 2020, of whom`."""
    told = YEAR.fullmatch(match[name]) is not None
    return told and _OF_TIME.search(text[: match.start(name)]) is not None


def _share(match: re.Match[str], text: str, spot: Spot) -> Claim:
    return Claim(
        place=spot.place,
        text=text,
        measure="share",
        group=_group_in(match.groupdict().get("who") or ""),
        value=percent(match["share"]),
        unit="%",
        numerator=_count(match["part"]),
        denominator=int(match["whole"].replace(",", "")),
        origin="sentence",
        spots={"value": spot_of(spot, match, "share")},
    )


def _count(text: str) -> int:
    word = text.lower()
    return _WORDS.index(word) + 1 if word in _WORDS else int(text.replace(",", ""))


def _group_in(words: str) -> str:
    """Give the one group that words name; blank where they name none, or several."""
    named = {name for _, name in matches("group", words)} - {"all"}
    return named.pop() if len(named) == 1 else ""


def _gap(match: re.Match[str], text: str, spot: Spot) -> Claim:
    """Read a gap as a difference of two figures whose order isn't told."""
    one, two = Fraction(match["one"]), Fraction(match["two"])
    larger, smaller = ("one", "two") if one >= two else ("two", "one")
    return Claim(
        place=spot.place,
        text=text,
        measure="percentage",
        value=f"{match[larger]}%",
        unit="%",
        previous=f"{match[smaller]}%",
        difference=match["gap"].lstrip("+-−") + match["unit"],
        origin="sentence",
        spots={"value": spot_of(spot, match, larger), "difference": spot_of(spot, match, "gap")},
    )
