"""Sums that a sentence does itself: `17 of 47 (36.2%)`, `from 20% to 24%, a rise of 4 points`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from wres.audit.claim import Claim, Spot
from wres.audit.words import matches

__all__ = [
    "Grown",
    "Multiple",
    "Turned",
    "grown_in",
    "multiples_in",
    "sums_in",
    "turned_in",
    "valued_in",
]

_LEAD: Final = 60
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_N: Final = r"\d{1,3}(?:,\d{3})+|\d+"
_P: Final = r"\d+(?:\.\d+)?"
_Q: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_PERCENT: Final = r"\s?(?:%|per\s?cent\b)"
_PEOPLE: Final = r"(?:\s(?!(?:and|but|while|compared|against|or|from|to)\b)[A-Za-z'’-]+){0,6}"
_WORDS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT_FIRST: Final = re.compile(
    rf"(?<![\d.,])(?P<part>{_N}|\b(?i:{'|'.join(_WORDS)}))\s(?:out\s)?of\s(?:the\s|our\s|all\s"
    rf"|its\s)?(?P<whole>{_N})(?![\d.,]*%){_PEOPLE}"
    rf"[\s,]*(?:\(|,\s?or\s|;\s?|–\s?|which\sis\s|equating\sto\s|or\s)\s*(?P<share>{_P}{_PERCENT})(?!\s*(?:confidence|interval|CI))"
)
_SHARE_FIRST: Final = re.compile(
    rf"(?P<share>{_P}{_PERCENT}){_PEOPLE}\s?\(\s?(?P<part>{_N})\s?(?:(?:out\s)?of"
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
    rf"\s?\((?P<share>{_P}{_PERCENT})\)"
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
    rf"(?P<whole>{_N})(?![\d.,]*%){_PEOPLE}\s?\(\s?(?P<share>{_P}{_PERCENT})"
)
_MOVED: Final = re.compile(
    rf"(?:from\s)?(?<![\d.])(?P<previous>[-−+]?{_Q}(?P<unit>{_PERCENT}(?!\s?points?))?)"
    rf"(?:\s?(?:percentage\s|%\s?)?points?\b|\s?pp\b)?"
    rf"(?:\s\([^)]*\)|\sin\s[\d/–-]+|\slast\syear)?"
    rf"\sto\s(?P<value>[-−+]?{_Q}(?:{_PERCENT}(?!\s?points?))?)"
    rf"(?P<gaps>\s?(?:percentage\s|%\s?)?points?\b|\s?pp\b)?"
    rf"(?:\s\([^)]*\)|\sin\s[\d/–-]+|\sthis\syear)?"
    rf"[\s,;:(–-]+(?:a\s)?(?:which\sis\s|this\sis\s|representing\s|equating\sto\s)?(?:an?\s"
    rf"|the\s)?(?P<kind>[a-z]+\s)?(?:of\s|by\s)"
    rf"(?P<difference>[-−+]?{_Q}(?P<sign>{_PERCENT}(?!\s?points?))?(?P<points>\s?(?:percentage\s"
    rf"|%\s)?points?|\s?pp)?)",
    re.IGNORECASE,
)
_BY_FIRST: Final = re.compile(
    rf"\b(?P<kind>rose|risen|grew|grown|increased|fell|fallen|decreased|dropped|declined|reduced)\sby\s"
    rf"(?P<difference>{_Q}(?P<sign>{_PERCENT}(?!\s?points?))?(?P<points>\s?(?:percentage\s"
    rf"|%\s)?points?|\s?pp)?),?\sfrom\s(?P<previous>{_Q}(?P<unit>{_PERCENT})?)"
    rf"(?:\s\([^)]*\)|\sin\s[\d/–-]+|\slast\syear)?\sto\s(?P<value>{_Q}(?:{_PERCENT})?)(?![\d.]*\d)",
    re.IGNORECASE,
)
_GAP: Final = re.compile(
    rf"\bgap\b[^.;]{{0,60}}?(?P<one>{_P}){_PERCENT}[^.;\d]{{0,40}}?\b(?:and|against|to)\b"
    rf"[^.;\d]{{0,40}}?(?P<two>{_P}){_PERCENT}[^.;\d]{{0,20}}?\b(?:is|was|of|at|,)\s(?P<gap>[-−+]?{_P})"
    rf"(?P<unit>\s?(?:percentage\s|%\s)?points?|\s?pp\b|{_PERCENT})",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    rf"(?P<one>{_P}){_PERCENT}[^.;\d]{{0,70}}?\b(?:and|against|to|with|than)\b[^.;\d]{{0,30}}?(?P<two>{_P}){_PERCENT}"
    rf"[^.;\d]{{0,90}}?\b(?:gap|difference)\sof\s(?P<gap>[-−+]?{_P})"
    rf"(?P<unit>\s?(?:percentage\s|%\s)?points?|\s?pp\b)"
    r"(?!\s(?:from|on|since|compared|above|below|to|with|against|than))",
    re.IGNORECASE,
)
# `22.4%, which is 17.7 points above our own 4.7%`
_AWAY: Final = re.compile(
    rf"(?<![\d.])(?P<one>{_P}){_PERCENT},?\s(?:(?:of\s)?(?:\w+\s){{0,3}}\w+,\s)?"
    rf"(?:(?:which|that|this)\s(?:is|was)\s|(?:is|was)\s)?(?:some\s)?(?P<gap>{_P})"
    rf"(?P<unit>\s(?:percentage\s|%\s)?points?|\spp)\s(?:above|below|over|under|(?:higher|lower|more"
    rf"|less|fewer|greater|smaller)\sthan)\b[^.;:%\d]{{0,60}}?(?<![\d.])(?P<two>{_P}){_PERCENT}",
    re.IGNORECASE,
)
_ABOUT: Final = r"(?:(?:an?|about|around|just|only|nearly|over|under)\s)?"
_WHEN: Final = r"(?:\s\([^)]*\)|\sin\s(?:\w+\s)?\d{4}[\d/–-]*|\s(?:last|this)\syear)?"
# No pay band, ordinal or `1 in 5`.
_BARE: Final = (
    r"(?!\d|[.,]\d|(?:st|nd|rd|th)\b|[a-z]|\s(?:in|of|out\sof)\s(?:every\s)?\d{1,3}(?!\d))"
)
_TWO: Final = re.compile(
    rf"\b(?:from\s{_ABOUT}(?P<before>{_Q}){_BARE}(?:{_PERCENT})?{_WHEN}\s?,?\sto\s{_ABOUT}(?P<after>{_Q})"
    rf"|to\s{_ABOUT}(?P<now>{_Q}){_BARE}(?:{_PERCENT})?{_WHEN}\s?,?\sfrom\s{_ABOUT}(?P<then>{_Q}))"
    rf"{_BARE}(?:{_PERCENT})?",
    re.IGNORECASE,
)
_MOVES: Final = re.compile(
    r"\b(?P<up>rose|rises?|risen|rising|increas\w*|grew|grown|growth|up|higher)\b"
    r"|\b(?P<down>fell|falls?|fallen|falling|decreas\w*|dropp?(?:ed|s|ing)?|declin\w*|reduc\w+|down|lower)\b",
    re.IGNORECASE,
)
_WORTH: Final = re.compile(
    r"\b(?P<better>improv\w+)\b|\b(?:worsen\w*|deteriorat\w+)\b", re.IGNORECASE
)
_NOT: Final = re.compile(r"\b(?:not|no|never|neither|nor|without|than)\b|n[’']t\b", re.IGNORECASE)
# Another clause begins, or a size is told, between the word of movement and the two figures.
_APART: Final = re.compile(
    r"\d|\b(?:and|but|while|whilst|whereas|as|because|so|means?|went|moved|changed|which)\b",
    re.IGNORECASE,
)
_BY: Final = re.compile(rf"\bby\s{_P}\s?(?:%|(?:percentage\s|%\s)?points?|pp)?", re.IGNORECASE)
_UP: Final = re.compile(r"r[io]se|increase|gr[oe]w|improvement|gain|jump|up", re.IGNORECASE)
_PERCENTAGE: Final = 100
_RATES: Final = re.compile(r"%|per\s?cent|\bpoints?\b|\blikelihood|\bratio", re.IGNORECASE)
# A word whose figure is a size: better and worse may be up or down.
_SIZE_OF: Final = re.compile(r"improvement|worsening|deterioration", re.IGNORECASE)
_DOWN: Final = re.compile(r"f[ae]ll|decrease|drop|reduc|decline|down", re.IGNORECASE)


def sums_in(text: str, spot: Spot) -> Iterator[Claim]:
    """Yield the sums that a text does."""
    for pattern in (_COUNT_FIRST, _SHARE_FIRST, _OF_WHOM, _OUT_OF):
        for match in pattern.finditer(text):
            if not any(_is_year(match, text, name) for name in ("whole", "part")):
                yield _share(match, text, spot)
    for pattern in (_GAP, _BETWEEN, _AWAY):
        for match in pattern.finditer(text):
            yield _gap(match, text, spot)
    for pattern in (_MOVED, _BY_FIRST):
        for match in pattern.finditer(text):
            claim = _moved(match, text, spot)
            if claim is not None:
                yield claim


_TIMES: Final = re.compile(
    rf"(?<![\d.])(?P<one>{_P}){_PERCENT}[^.;%]{{0,140}}?(?<![\d.])(?P<times>\d+\.\d+)\stimes\s"
    rf"(?:the|that|those|as)\b[^.;%\d]{{0,60}}?(?P<two>{_P}){_PERCENT}"
)


@dataclass(frozen=True)
class Multiple:
    """So many times another percentage, with both percentages in one sentence."""

    start: int
    end: int
    times: str
    one: str
    two: str


def multiples_in(text: str) -> Iterator[Multiple]:
    """Yield the multiples of a text that its own two percentages make.

    Examples
    --------
    >>> [one.times for one in multiples_in("14.6%, which is 2.5 times the 7.3% of White staff")]
    ['2.5']
    """
    for match in _TIMES.finditer(text):
        yield Multiple(*match.span("times"), match["times"], match["one"], match["two"])


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
    if not before or _YEAR.fullmatch(match["previous"]):
        return None
    if told == abs(after - before) and max(before, after) <= _PERCENTAGE:
        return None  # two percentages, it may be, printed without their signs
    words = match["difference"].lstrip("+-− ").strip()
    end = match.end("difference")
    return Grown(end - len(words), end, words, before, after)


@dataclass(frozen=True)
class Turned:
    """A word of movement whose own two figures move the other way."""

    start: int
    end: int
    words: str
    before: str
    after: str

    @property
    def rose(self) -> bool:
        """Whether the figure rose, whatever the word says."""
        return Fraction(self.after) > Fraction(self.before)


def valued_in(text: str) -> Iterator[tuple[Turned, bool]]:
    """Yield words of worth with their own two figures, and whether they say better.

    Examples
    --------
    >>> [(one.before, one.after, good) for one, good in valued_in("It improved from 9% to 8%.")]
    [('9', '8', True)]
    """
    for match in _TWO.finditer(text):
        before, after = (
            _bare(match["before"] or match["then"]),
            _bare(match["after"] or match["now"]),
        )
        lead = re.split(r"[.;]\s", text[max(0, match.start() - _LEAD) : match.start()])[-1]
        said = list(_WORTH.finditer(lead))
        between = _BY.sub("", lead[said[-1].end() :]) if said else ""
        if not said or before == after or _APART.search(between) or _NOT.search(lead):
            continue
        start = match.start() - len(lead) + said[-1].start()
        words = text[start : match.end()]
        yield Turned(start, match.end(), words, before, after), bool(said[-1]["better"])


def turned_in(text: str) -> Iterator[Turned]:
    """Yield words of movement that their own figures deny: `fell from 10.9% to 11.5%`.

    Examples
    --------
    >>> [one.words for one in turned_in("The share fell slightly from 10.9% to 11.5%.")]
    ['fell slightly from 10.9% to 11.5%']
    >>> [one.words for one in turned_in("The share rose from 10.9% to 11.5%.")]
    []
    """
    for match in _TWO.finditer(text):
        before, after = (
            _bare(match["before"] or match["then"]),
            _bare(match["after"] or match["now"]),
        )
        lead = re.split(r"[.;]\s", text[max(0, match.start() - _LEAD) : match.start()])[-1]
        said = list(_MOVES.finditer(lead))
        between = _BY.sub("", lead[said[-1].end() :]) if said else ""
        if not said or _APART.search(between) or _NOT.search(lead):
            continue
        way = (Fraction(after) > Fraction(before)) - (Fraction(after) < Fraction(before))
        years = {before, after} & set(_YEAR.findall(f"{before} {after}"))
        if way and not years and way != (1 if said[-1]["up"] else -1):
            start = match.start() - len(lead) + said[-1].start()
            yield Turned(start, match.end(), text[start : match.end()], before, after)


def _is_year(match: re.Match[str], text: str, name: str) -> bool:
    """Say whether a number is the year of a time, and of no people: `people in 2020, of whom`."""
    told = _YEAR.fullmatch(match[name]) is not None
    return told and _OF_TIME.search(text[: match.start(name)]) is not None


def _share(match: re.Match[str], text: str, spot: Spot) -> Claim:
    return Claim(
        place=spot.place,
        text=text,
        measure="share",
        group=_group_in(match.groupdict().get("who") or ""),
        value=_percent(match["share"]),
        unit="%",
        numerator=_count(match["part"]),
        denominator=int(match["whole"].replace(",", "")),
        origin="sentence",
        spots={"value": _at(spot, match, "share")},
    )


def _count(text: str) -> int:
    word = text.lower()
    return _WORDS.index(word) + 1 if word in _WORDS else int(text.replace(",", ""))


def _group_in(words: str) -> str:
    """Give the one group that words name; blank where they name none, or several."""
    named = {name for _, name in matches("group", words)} - {"all"}
    return named.pop() if len(named) == 1 else ""


def _percent(text: str) -> str:
    return re.sub(r"\s?per\s?cent", "%", text)


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
        spots={"value": _at(spot, match, larger), "difference": _at(spot, match, "gap")},
    )


def _moved(match: re.Match[str], text: str, spot: Spot) -> Claim | None:
    points, unit = bool(match["points"]), bool(match["unit"])
    if match["sign"] and not points and (unit or _grew(match) is not None):
        # A rise of 20% may be meant as a part of the figure before: no sum to hold it to.
        return None
    gaps = bool(match.groupdict().get("gaps"))
    if gaps and (match["sign"] or {match["previous"][0], match["value"][0]} & {*"-−"}):
        return None  # of gaps with signs, it may be their size that rises
    if gaps and _YEAR.fullmatch(match["previous"]):
        return None
    people = _is_of_people(match, text)
    kind = match["kind"] or ""
    difference = match["difference"].strip()
    if difference[0] not in "+-−" and (_UP.search(kind) or _DOWN.search(kind)):
        difference = ("+" if _UP.search(kind) and not _DOWN.search(kind) else "−") + difference
    if "improvement" in kind.lower() or not kind.strip():
        difference = difference.lstrip("+−")
    lead = text[max(0, match.start() - _LEAD) : match.start()]
    sized = gaps or _SIZE_OF.match(kind) or _MOVES.search(re.split(r"[.;]\s", lead)[-1])
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
        value=_percent(match["value"]),
        unit="" if people else "points" if gaps else "%" if unit else "ratio",
        previous=_percent(match["previous"]),
        difference=difference,
        origin="sentence",
        spots={name: _at(spot, match, name) for name in ("value", "previous", "difference")},
    )


def _is_of_people(match: re.Match[str], text: str) -> bool:
    """Say whether two whole numbers count people: percentages may stand without their signs."""
    figures = [_bare(match[name]) for name in ("previous", "value", "difference")]
    if match["points"] or match["unit"] or not all(one.lstrip("-").isdigit() for one in figures):
        return False
    return max(map(int, figures)) > _PERCENTAGE or not _RATES.search(text)


def _falls(match: re.Match[str]) -> bool:
    return Fraction(_bare(match["value"])) < Fraction(_bare(match["previous"]))


def _bare(number: str) -> str:
    """Give a number as Python reads it."""
    return re.sub(r"[^\d.-]", "", number.replace("−", "-"))


def _at(spot: Spot, match: re.Match[str], group: str) -> Spot:
    return Spot(spot.place, spot.block, spot.row, spot.column, *match.span(group))
