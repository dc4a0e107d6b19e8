"""Of which time a figure of a sentence is: the report's own year, or another that words name."""

from __future__ import annotations

import re
from typing import Final

from wres.audit.claim import SURVEY
from wres.audit.words import is_any
from wres.claims.answers import OTHER
from wres.claims.figures import Claim as Figure
from wres.claims.reading import Sentence

__all__ = ["FROM", "OPEN", "is_of_another_time", "year_in_brackets", "year_of"]

# A year that words leave open.
OPEN: Final = -1
# `from 4.5%`, before the figure.
FROM: Final = re.compile(
    r"\bfrom (?:an? |just |about |around |only |over |nearly )?$", re.IGNORECASE
)
# `83% to 81%`: the first is of the time before.
_TO_ANOTHER: Final = re.compile(
    r"\s?(?:%|per\s?cent)?\s?to\s\d[\d.]*\s?(?:%|per\s?cent\b)", re.IGNORECASE
)
# `from 11.4% to`, before the figure of the later of two years.
_TO: Final = re.compile(r"\d\s?(?:%|per\s?cent)?\sto\s$", re.IGNORECASE)
# A year, and no figure.
_IN_BRACKETS: Final = re.compile(r"\([^()\d]*\b(20\d\d)\b[^()\d]*\)[ .;]*$")
_ANY_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def is_of_another_time(figure: Figure, sentence: Sentence) -> bool:
    """Say whether words put a figure before the report's year without naming its year."""
    if figure.query.year_said:
        return False
    before = sentence.text[: sentence.tokens[figure.number.first].start]
    after = sentence.text[sentence.tokens[figure.number.last].end :]
    moved = FROM.search(before) or _TO_ANOTHER.match(after)
    return is_any("earlier", sentence.text) or bool(moved)


def year_of(
    figure: Figure, number: str, shift: int | None, sentence: Sentence, own: int | None
) -> int | None:
    """Give the reporting year that words name; None where they name none, OPEN where several.

    The year of a survey may be meant as its autumn's or as the report's: as the tables have it.
    """
    years = sorted(figure.query.years or ())
    if not figure.query.year_said or not years:
        is_open = len(years) > 1 and not _is_beside_another(figure, sentence)
        return OPEN if is_open else None
    if number in SURVEY and own is not None and years == [own + 1]:
        # `The 2021 survey` of a report of 2021 is called by the report's year.
        years = [own, own + 1]
    if len(years) == 2 and number in SURVEY:
        return OPEN if shift is None else years[shift]
    if len(years) > 2 and number in SURVEY:
        # `Between the 2019 and 2020 surveys`: each may be meant as its autumn's or its report's.
        before = sentence.text[: sentence.tokens[figure.number.first].start]
        return years[-1] if shift and _TO.search(before) else OPEN
    return years[0]


def _is_beside_another(figure: Figure, sentence: Sentence) -> bool:
    """Say whether a figure is set against one of another group or of another whole.

    `44.4% of BME staff, compared with 69.1% of White staff`: both are of one time.
    """
    if figure.query.indicators.one == "workforce" and "9" in sentence.values("topic"):
        return True
    group = figure.query.groups.one
    return group is not None and {group, OTHER.get(group)} <= set(sentence.values("group"))


def year_in_brackets(text: str, start: int) -> int | None:
    """Give the only year of a sentence where brackets at its end tell it: `(WRES 2020)`."""
    found = _IN_BRACKETS.search(text, start)
    return int(found[1]) if found and len(_ANY_YEAR.findall(text)) == 1 else None
