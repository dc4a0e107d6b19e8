"""Figures that a sentence's own words give to another place, or to a part of the staff."""

from __future__ import annotations

import re
from typing import Final

from wres.audit.words import is_any, matches
from wres.claims.places import band_marks, members
from wres.claims.tokens import tokenise

__all__ = ["is_nobodys", "is_of_a_part", "is_of_another_band", "is_of_another_place"]

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
# `12.4% of the workforce is made up of medical BAME staff`
_MADE_UP: Final = re.compile(
    r"[\s%)]*of\s(?:[\w-]+\s){0,3}?(?:workforce|staff)\s(?P<before>(?:[\w-]+\s){1,7}?)"
    r"(?:staff|employees|colleagues)\b",
    re.IGNORECASE,
)
# Words between a number and the next, that lead to it.
_LEADS_NEXT: Final = re.compile(
    r"\s?%?\s?[,;]\s(?:and\s)?(?P<words>[A-Za-z ]{2,40}?)\s?[:(=–-]?\s?\d"
)
_LISTED_BEFORE: Final = re.compile(r"\d\s?%(?:,| and|, and)\s$")
_LISTED_BEHIND: Final = re.compile(r"\s?%?(?:,| and|, and)\s\d[\d.]*\s?%")
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
    behind = text[end:]
    told = (_PART.match(behind), _MADE_UP.match(behind), _LED.search(text[:start]))
    return any(one is not None and is_any("part", one["before"]) for one in told)


def is_nobodys(text: str, start: int, end: int) -> bool:
    """Say whether no group stands beside a number, or several at once behind a list of numbers.

    Examples
    --------
    >>> text = "The rest is 80.3%, BME staff 18.9%."
    >>> [is_nobodys(text, *span) for span in ((12, 17), (29, 34))]
    [True, False]
    >>> is_nobodys("80.3% and 18.9% of staff are White and BME.", 0, 5)
    True
    """
    before, behind = text[:start], text[end:]
    if matches("group", before):
        return False
    led = _LEADS_NEXT.match(behind)
    if led is not None and matches("group", led["words"]):
        return True
    listed = _LISTED_BEFORE.search(before) or _LISTED_BEHIND.match(behind)
    return listed is not None and len(matches("group", behind)) > 1


def is_of_another_band(text: str, end: int, band: str) -> bool:
    """Say whether the words right behind a number, or all, name bands but the one it is held to.

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
    return any(
        named and not any(members(band) & one for one in named)
        # Where no band stands right behind the number, it is of some that the sentence names.
        for named in (_bands_in(behind), _bands_in(text))
    )


def _bands_in(text: str) -> list[frozenset[str]]:
    return [frozenset(members(mark.value)) for mark in band_marks(tokenise(text))]
