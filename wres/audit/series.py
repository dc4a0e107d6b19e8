"""Figures told one after the other, year by year: `from 4.8% in 2017 to 10.5%, 11.4% and 18.4%`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from wres.audit.pieces import PERCENT, P
from wres.audit.printed import Printed, read_printed

__all__ = ["FEWEST", "Series", "series_in"]

# Figures in a row of years; two are a change.
FEWEST: Final = 3
# And no `95% interval`.
_SHARE: Final = rf"(?<![\d.,−-]){P}{PERCENT}(?!\s?(?:confidence|interval|CI)\b)"
_RATIO: Final = r"(?<![\d.,−-])\d\.\d\d(?![\d%])"
_WHEN: Final = (
    r"(?:\s(?:in|at|for)\s(?:the\s)?(?:(?:spring|autumn|March|year)\s(?:of\s)?)?(?:19|20)\d\d"
    r"(?:\ssurvey)?|\s\((?:19|20)\d\d\))?"
)
_THEN: Final = (
    rf"{_WHEN}(?:\s?[,;]\s(?:(?:and|then|to|up\sto|down\sto|finally)\s)*"
    r"|\s(?:(?:and|then|to|through)\s)+|\s?(?:→|–|—|/)\s?)"
)
_EVERY: Final = tuple(
    re.compile(rf"{one}(?:{_THEN}{one}){{{FEWEST - 1},}}", re.IGNORECASE)
    for one in (_SHARE, _RATIO)
)
_ONE: Final = re.compile(rf"{_SHARE}|{_RATIO}", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
# Words by which figures in a row are those of years, and of no bands or groups.
_BY_YEAR: Final = re.compile(
    r"\b(?:(?:each|every|year[\s-]on|year after|(?:the )?following|subsequent|successive"
    r"|consecutive|(?:last|past|previous|all) (?:\w+ )?) ?(?:years?|surveys?)|since|over time"
    r"|over the years"
    r"|from (?:autumn |March )?(?:19|20)\d\d to|between (?:19|20)\d\d and"
    r"|(?:steadily|consistently|continuously|continually))\b",
    re.IGNORECASE,
)
_IN_ORDER_OF_GROUPS: Final = re.compile(r"\brespectively\b", re.IGNORECASE)


@dataclass(frozen=True)
class Series:
    """Figures in a row, each with its place in the text."""

    start: int
    end: int
    figures: tuple[tuple[int, int, Printed], ...]

    def rises(self) -> bool:
        """Say whether no figure is lower than the one before it."""
        return all(one[2].value <= two[2].value for one, two in pairwise(self.figures))

    def falls(self) -> bool:
        """Say whether no figure is higher than the one before it."""
        return all(one[2].value >= two[2].value for one, two in pairwise(self.figures))


def series_in(text: str) -> Iterator[Series]:
    """Yield the rows of three figures or more that a sentence tells of years.

    Where each figure has its own year beside it, that says more than the row.

    Examples
    --------
    >>> rows = series_in("Since 2017 it was 4.8%, 10.5%, 11.4% and 18.4%.")
    >>> [[figure.text for _, _, figure in one.figures] for one in rows]
    [['4.8%', '10.5%', '11.4%', '18.4%']]
    """
    if _BY_YEAR.search(text) is None or _IN_ORDER_OF_GROUPS.search(text):
        return
    for pattern in _EVERY:
        for match in pattern.finditer(text):
            figures = tuple(
                (match.start() + one.start(), match.start() + one.end(), printed)
                for one in _ONE.finditer(match[0])
                if (printed := read_printed(one[0])) is not None
            )
            if len(_YEAR.findall(match[0])) <= 1 and len(figures) >= FEWEST:
                yield Series(match.start(), match.end(), figures)
