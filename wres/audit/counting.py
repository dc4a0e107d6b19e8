"""The people that sentences count behind a likelihood: `62 of 390 BME applicants`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from wres.audit.claim import ALL, BASES, EVENTS, Claim, Spot
from wres.audit.tables.labels import read_label
from wres.audit.words import is_any, matches
from wres.claims.sentences import sentences
from wres.definitions.ethnicity import GROUPS

__all__ = ["people_in", "with_group"]

_N: Final = r"\d{1,3}(?:,\d{3})+|\d+"
_PART: Final = re.compile(
    rf"(?<![\d.,])(?P<part>{_N})\s(?:out\s)?of\s(?:the\s|our\s|all\s)?(?P<whole>{_N})(?![\d.,]*[\d%])"
)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_BAND: Final = re.compile(r"\bbands?\b|\bAfC\b|\bVSM\b|\bclinical\b", re.IGNORECASE)
# Where what is said of one group ends.
_APART: Final = re.compile(r"[,;:.()–—]|\band\b|\bcompared\b|\bagainst\b|\bwhile\b", re.IGNORECASE)
# A group's share of an event: no likelihood.
_MAKING_UP: Final = re.compile(
    r"\b(?:ma[dk]e?s? up|represent\w*|account\w*|compris\w*|constitut\w*|share of)\b"
    r"|\bof (?:all |the |those )+(?:people |staff |applicants |candidates )?"
    r"(?:appointed|appointments|shortlisted|entering|who entered)\b"
    r"|\b(?:was|were|are|is)\s(?:from\s)?(?:an?\s)?(?:white|BA?ME|ethnic|minority|of unknown)",
    re.IGNORECASE,
)


def people_in(text: str, spot: Spot, indicator: str, read: Sequence[Claim]) -> Iterator[Claim]:
    """Give the counts of indicators 2 to 4 that a text tells, as head counts.

    Parameters
    ----------
    text : str
    spot : Spot
        Of the text.
    indicator : str
        That of its section.
    read : sequence of Claim
        The likelihoods that were read in it, with their counts.
    """
    for one in read:
        alone = one.breakdown == ALL and not _MAKING_UP.search(one.text)
        if one.measure == "likelihood" and alone and one.group in GROUPS:
            yield from _counted(one)
    known = {(one.numerator, one.denominator) for one in read}
    for first, last in sentences(text):
        sentence = text[first:last]
        about = indicator or read_label(sentence).indicator
        if _is_apart(sentence) or about not in EVENTS:
            continue
        for match in _PART.finditer(sentence):
            part, whole = (int(match[name].replace(",", "")) for name in ("part", "whole"))
            group = _group_beside(sentence, match.start(), match.end())
            if group and (part, whole) not in known and part <= whole:
                place = replace(spot, start=first + match.start(), end=first + match.end())
                bare = Claim(
                    place=spot.place, text=sentence, indicator=about, measure="likelihood",
                    group=group, numerator=part, denominator=whole, origin="sentence",
                    spots={"value": place},
                )  # fmt: skip
                yield from _counted(bare)


def _counted(claim: Claim) -> Iterator[Claim]:
    """Give the two head counts of a likelihood, where it has them and they are its indicator's."""
    if claim.indicator not in EVENTS or claim.numerator is None or claim.denominator is None:
        return
    told = ((claim.numerator, EVENTS), (claim.denominator, BASES))
    for count, people in told:
        yield claim.but(
            measure="headcount", breakdown=f"people={people[claim.indicator]}", unit="",
            value=f"{count:,}", numerator=None, denominator=None,
        )  # fmt: skip


def with_group(total: Claim, text: str, indicator: str) -> Claim:
    """Give a share with its counts the indicator and the group that its own words name."""
    sentence = next(
        (text[a:b] for a, b in sentences(text) if a <= total.spot().start < b), text
    )  # fmt: skip
    named = {total.group} if total.group else {name for _, name in matches("group", sentence)}
    named &= {*GROUPS}
    indicator = indicator or read_label(sentence).indicator
    if total.numerator is None:
        return total  # `from 20 to 17 cases` are numbers of people
    if total.indicator or indicator not in EVENTS or len(named) != 1 or _is_apart(sentence):
        return total
    return total.but(indicator=indicator, measure="likelihood", group=named.pop())


def _is_apart(sentence: str) -> bool:
    """Say whether a sentence's counts may be of another year, of a part, or of another whole."""
    patterns = (_YEAR, _BAND, _MAKING_UP)
    return any(one.search(sentence) for one in patterns) or is_any("others", sentence)


def _group_beside(sentence: str, start: int, end: int) -> str:
    """Give the group right behind two counts, or that leads to them: `White: 16 of 2,566`."""
    behind = _APART.split(sentence[end:], maxsplit=1)[0]
    ahead = re.split(r"[,;.()]|\band\b", sentence[:start])[-1]
    for words in (behind, ahead):
        named = {name for _, name in matches("group", words)} & {*GROUPS}
        if named:
            return named.pop() if len(named) == 1 else ""
    return ""
