"""Figures that a sentence's own words give to another place, or to a part of the staff."""

from __future__ import annotations

import re
from typing import Final

from wres.audit.words import is_any
from wres.claims.places import band_marks, members
from wres.claims.tokens import tokenise

__all__ = ["is_of_a_part", "is_of_another_band", "is_of_another_place"]

_NAME: Final = r"(?:[A-Z][a-z]{2,}(?:[-\s](?:(?:and|of|upon|the|on)\s)?[A-Z][a-z]{2,})*)"
# `above that of North Yorkshire (2.6%)`, `than in Hull: 10.1%`, `Hull's 10.1%`
_NAMED_BEFORE: Final = re.compile(
    r"\b(?:(?:that|those|the (?:20\d\d )?(?:share|percentage|figure|proportion|ratio|average))"
    r" (?:of|in|for|at|across)"
    r"|than(?: (?:in|for|at|across))?|compar\w+ (?:to|with)(?: (?:that of|in))?"
    rf"|above|below|against)\s(?:the\s)?(?P<that>{_NAME})(?:['’]s?)?(?P<rest>[\w\s]{{0,30}})"
    rf"(?:\s?[(,:]\s?|\s(?:of|at|is|was)\s|\s)$|\b(?P<listed>{_NAME})\s\($"
    rf"|\b(?:in|across|for the)\s(?:the\s)?(?P<told>{_NAME})\s(?:is|was|stood at)\s$"
    rf"|^(?:In|Across)\sthe\s(?P<led>{_NAME}),?\s(?P<then>[\w\s]{{0,60}})$"
    rf"|\b(?P<owner>{_NAME})(?:['’]s|(?<=s)['’])\s(?P<more>[\w\s()]{{0,50}})$"
)
# `2.6% in North Yorkshire`, and behind `the`: `the 2.6% of North Yorkshire`
_NAMED_BEHIND: Final = re.compile(
    rf"\s?\)?\s(?:in|for|at|across|(?P<of>of))\s(?:the\s)?(?P<that>{_NAME})"
)
# `2.6% of people in North Yorkshire`, and no trust by its name
_LIVING: Final = re.compile(
    r"\s?\)?\sof\s(?:the\s|all\s)?(?:people|residents|inhabitants|adults|population|those)"
    rf"(?:\s(?:who\slive|living))?\s(?:in|of|across)\s(?:the\s)?(?P<that>{_NAME})"
    r"(?!\w|[\s-](?:[A-Z]\w+\s)*(?:NHS|Trust)\b)"
)
_THE: Final = re.compile(r"\bthe\s$", re.IGNORECASE)
# `the national ... 22.4%`, then `above our own 4.7%`: the figure is the trust's again.
_OURS: Final = re.compile(r"\b(?:our|ours|we|us|the trust|this trust)\b", re.IGNORECASE)
_PART: Final = re.compile(
    r"[\s%)]*(?:of|in|among|across)\s(?:the\s|our\s|its\s|all\s)*(?P<before>(?:[\w-]+\s){1,3}?)"
    r"(?:workforce|staff|employees|colleagues)\b",
    re.IGNORECASE,
)
# Where the words end that are said of a number before them.
_STOP: Final = re.compile(r"[,;:.()–—]|\b(?:and|but|while|whereas)\b", re.IGNORECASE)
_LED: Final = re.compile(
    r"\b(?:of|in|among|across)\s(?:the\s|our\s|its\s|all\s)*(?P<before>(?:[\w-]+\s){1,3}?)"
    r"(?:workforce|staff|employees|colleagues)[,:]?\s$",
    re.IGNORECASE,
)


def is_of_another_place(text: str, start: int, end: int) -> bool:
    """Say whether a figure is a place's that stands right beside it, and not the trust's.

    Parameters
    ----------
    text : str
        Of the sentence.
    start, end : int
        Where the figure stands in it.

    Examples
    --------
    >>> text = "Our share (4.7%) is above that of North Yorkshire (2.6%)."
    >>> [is_of_another_place(text, *span) for span in ((11, 15), (51, 55))]
    [False, True]
    """
    before = _NAMED_BEFORE.search(text[:start])
    if before is not None:
        between = before["rest"] or before["more"] or before["then"] or ""
        names = ("that", "listed", "told", "led", "owner")
        named = next(before[one] for one in names if before[one])
        if _is_place(named) and not _OURS.search(between):
            return True
    living = _LIVING.match(text[end:])
    if living is not None:
        return _is_place(living["that"])
    behind = _NAMED_BEHIND.match(text[end:])
    if behind is None or (behind["of"] and not _THE.search(text[:start])):
        return False
    return _is_place(behind["that"])


def _is_place(name: str) -> bool:
    words = re.findall(r"[A-Z]\w+", name.removeprefix("The "))
    return not any(is_any("common", word) for word in words)


def is_of_a_part(text: str, start: int, end: int) -> bool:
    """Say whether a figure is of a part of the staff: `34.0% of the medical workforce`.

    Examples
    --------
    >>> is_of_a_part("BME staff are 34.0% of the medical workforce.", 14, 19)
    True
    """
    told = _PART.match(text[end:]) or _LED.search(text[:start])
    return told is not None and is_any("part", told["before"])


def is_of_another_band(text: str, end: int, band: str) -> bool:
    """Say whether the words right behind a number name pay bands, and not the one it is held to.

    Parameters
    ----------
    text : str
        Of the sentence.
    end : int
        Where the number ends in it.
    band : str
        A label of `wres.definitions.bands`.

    Examples
    --------
    >>> text = "12 of 39 consultants are BME, but none of the 25 staff in Band 8a."
    >>> [is_of_another_band(text, end, "consultant") for end in (8, 48)]
    [False, True]
    """
    behind = _STOP.split(text[end:], maxsplit=1)[0]
    named = [members(mark.value) for mark in band_marks(tokenise(behind))]
    return bool(named) and not any(members(band) & one for one in named)
