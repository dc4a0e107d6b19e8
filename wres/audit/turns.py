"""Figures told in turn, without their groups: `22.8% of BME staff ... (2021: 24% and 19%)`.

Two percentages that stand together are of the two groups in the order in which these were named
before them: in the same sentence, or where it names none, in the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from wres.audit.claim import SURVEY, Claim, Spot
from wres.audit.dates import names_survey_of
from wres.audit.words import is_any, matches
from wres.claims.answers import RATIOS

__all__ = ["in_turn"]

_P: Final = r"\d+(?:\.\d+)?\s?(?:%|per\s?cent\b)"
_PAIR: Final = re.compile(
    rf"(?<![\d.])(?P<one>{_P})(?:\s?(?:,|/|;|and|against|versus|vs\.?|v)\s"
    rf"|,?\scompared\s(?:to|with)\s)(?P<two>{_P})"
)
_IT_WAS: Final = re.compile(
    rf"\b(?:it|this|that|the (?:figure|percentage|proportion)) (?:was|had been|stood at) "
    rf"(?P<one>{_P})",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\b(20\d\d)(?:\s?[/–-]\s?(?:20)?(\d\d))?\b")
# Where what is said of a pair ends: `51% against 44%, though the difference is not significant`.
_STOP: Final = re.compile(
    r"[.;()]|,?\s(?:though|although|but|however|albeit|even if|whereas)\b"
    r"|,\s(?:and\s)?(?:an?|the|this|that)\s(?:difference|gap)\b",
    re.IGNORECASE,
)
_TURNED: Final = re.compile(r"\brespectively\b|\bdifferen|\bgap\b|\bpoints?\b|\bdeclared\b", re.I)
_BOTH: Final = frozenset({"White", "BME"})


def in_turn(
    text: str,
    spot: Spot,
    read: Sequence[Claim],
    before: Sequence[Claim],
    shift: int | None,
) -> list[Claim]:
    """Give the claims of a sentence with those that are told in turn as they are meant.

    Parameters
    ----------
    text : str
        The sentence.
    spot : Spot
        Of the sentence, with its place in the paragraph.
    read : sequence of Claim
        What was read in it.
    before : sequence of Claim
        What was read in the sentence before it.
    shift : int, optional
        By how much the years of surveys lie before their reports'; None where that is open.
    """
    claims = list(read)
    for match in _PAIR.finditer(text):
        groups = _groups_before(text, match, before)
        model = next((one for one in (*read, *before) if _is_rate(one)), None)
        if not groups or model is None or is_any("others", text):
            continue
        year = _year_of(text, match, model, shift)
        places = [spot.within(*match.span(name)) for name in ("one", "two")]
        claims = [one for one in claims if not any(_is_at(one, place) for place in places)]
        if year is None or year > 0:
            claims += [
                model.but(
                    group=group, comparator_group="", year=year, value=match[name], text=text,
                    numerator=None, denominator=None, comparator_name="", comparator_value="",
                    comparator_year=None, spots={"value": place},
                )
                for group, name, place in zip(groups, ("one", "two"), places, strict=True)
            ]  # fmt: skip
    return claims + _gone_on(text, spot, claims, before, shift)


def _gone_on(
    text: str, spot: Spot, claims: Sequence[Claim], before: Sequence[Claim], shift: int | None
) -> list[Claim]:
    """Read `In 2020 it was 25.2%` of what the sentence before tells of one group."""
    match = _IT_WAS.search(text)
    rates = [one for one in before if _is_rate(one)]
    alone = len(re.findall(_P, text)) == 1 and len({one.key for one in rates}) == 1
    if match is None or not alone or not _is_bare(text) or is_any("others", text):
        return []
    place = spot.within(*match.span("one"))
    year = _year_of(text, match, rates[0], shift)
    if year is None or year < 0 or any(_is_at(one, place) for one in claims):
        return []
    told = rates[0].but(
        year=year, value=match["one"], text=text, numerator=None, denominator=None,
        comparator_name="", comparator_value="", comparator_year=None, spots={"value": place},
    )  # fmt: skip
    return [told]


def _is_rate(claim: Claim) -> bool:
    return claim.indicator in {*SURVEY, *RATIOS} and claim.measure in {"percentage", "likelihood"}


def _groups_before(text: str, match: re.Match[str], before: Sequence[Claim]) -> list[str]:
    """Give the two groups whose turn it is; none where the words around name another order."""
    rest = _STOP.split(text[match.end() :], maxsplit=1)[0]
    inside = text[: match.start()].rpartition("(")[2] if "(" in text[: match.start()] else ""
    if matches("group", rest) or matches("group", inside) or _TURNED.search(rest):
        return []
    named = [name for _, name in sorted(_each(text[: match.start()]))]
    if not named:
        named = [one.group for one in before if _is_rate(one)]
        named = named if _is_bare(text) else []
    order = list(dict.fromkeys(named))
    return order if len(order) == 2 and set(order) == _BOTH and len(named) >= 2 else []


def _is_bare(text: str) -> bool:
    """Say whether a sentence's own words name no other indicator and no group."""
    return not matches("group", text) and not matches("comparator", text)


def _each(text: str) -> list[tuple[int, str]]:
    """Give the groups that a text names, each where it is first named."""
    return [(place, name) for place, name in matches("group", text) if name in _BOTH]


def _is_at(claim: Claim, place: Spot) -> bool:
    one = claim.spot()
    return one.start < place.end and place.start < one.end


def _year_of(text: str, match: re.Match[str], model: Claim, shift: int | None) -> int | None:
    """Give the year that the pair's brackets, or the sentence, name; -1 where it is left open."""
    start = text.rfind("(", 0, match.start())
    closed = text.rfind(")", 0, match.start())
    end = text.find(")", match.end())
    inside = start > closed and end >= 0
    words = text[start:end] if inside else text
    years = {int(year[1]) + (1 if year[2] else 0) for year in _YEAR.finditer(words)}
    if not years:
        return model.year if inside else None
    if len(years) > 1:
        return -1
    year = years.pop()
    if model.indicator not in SURVEY:
        return year
    if names_survey_of(words, year):
        return year + 1
    return -1 if shift is None else year + shift
