"""The words of a crosstab: staff groups, ethnic groups, bands and totals."""

from __future__ import annotations

import re
from typing import Final, Literal

from wres.definitions.bands import ALL_BANDS, parse_band
from wres.definitions.ethnic_codes import Ethnicity, fold_words, read_ethnicity
from wres.definitions.grades import read_grade
from wres.definitions.staff_groups import read_staff_group
from wres.sources.trust import ExtractSettings

__all__ = [
    "StaffGroup",
    "is_grand_total",
    "is_number",
    "is_share",
    "read_band_label",
    "read_ethnic_heading",
    "read_group_word",
    "total_of",
]

_TOTAL: Final = re.compile(r"(?:(?:grand|overall|sub|trust|row|column) ?)?totals?|all staff|sum")
_GRAND: Final = re.compile(r"(?:grand|overall|trust) totals?|all staff")
_OF_WHICH: Final = re.compile(r"of (?:which|whom):? ", re.IGNORECASE)
# what stands where a count should: a number however written, or a mark in its place
_NUMBER: Final = re.compile(r"-?[0-9][0-9,. ]*%?|[*]|<[0-9]+")

_SHARE_WORDS: Final = frozenset({"", "percent", "percentage", "fte", "wte", "share"})

StaffGroup = Literal["clinical", "non-clinical", "all"]


def read_group_word(text: str, settings: ExtractSettings) -> StaffGroup | None:
    """Read a staff group from a heading, a label or the name of a sheet."""
    folded = fold_words(text).removesuffix(" staff").removesuffix(" workforce")
    if folded in ("all", "all staff", "whole trust", "trust"):
        return "all"
    try:
        return read_staff_group("", folded, settings.staff_groups)
    except ValueError:
        return None


def read_ethnic_heading(text: str, settings: ExtractSettings) -> Ethnicity | None:
    """Read an ethnic group from a heading; a number other than 99 is a count, not a code."""
    if not text or (text.isdigit() and text != "99"):
        return None
    try:
        return read_ethnicity(text, settings.ethnicity)
    except ValueError:
        return None


def read_band_label(text: str, settings: ExtractSettings) -> str | None:
    """Read a band, a grouping of bands, or a pay grade."""
    text = _OF_WHICH.sub("", text)
    try:
        label = parse_band(text).label
    except ValueError:
        try:
            return read_grade(text, settings.grades).band
        except ValueError:
            return None
    return None if label == ALL_BANDS else label


def total_of(text: str) -> str | None:
    """Give what a label says it is the total of, "" where it says no more; None for no total."""
    folded = fold_words(text)
    if _TOTAL.fullmatch(folded):
        return ""
    bare = folded.removeprefix("total ").removesuffix(" total").removesuffix(" totals")
    return bare if bare != folded else None


def is_grand_total(text: str) -> bool:
    """Tell the total of everything from that of a block."""
    return _GRAND.fullmatch(fold_words(text)) is not None


def is_number(text: str) -> bool:
    """Tell a count, or a mark that stands in its place, from a word."""
    return _NUMBER.fullmatch(text) is not None


def is_share(text: str) -> bool:
    """Tell what stands beside counts and is none (`%`, FTE)."""
    return fold_words(text) in _SHARE_WORDS
