"""Texts, lists and days of `board_paper.yml`, taken as they were typed."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Final

from pydantic import BeforeValidator

from wres.chapters.typed_lists import in_sequence
from wres.labels import format_day

__all__ = ["Day", "Lines", "Prose", "Words", "as_list", "as_text", "items_of", "shown_day"]

_TEXT: Final = "must be a text (one with a colon in it stands in quotation marks)"
_PROSE: Final = "must be a text, or a list of texts (one with a colon in it in quotation marks)"
_LINES: Final = "must be labels with texts, as in `Executive sponsor: Chief Nurse`"
_DAY: Final = "must be a day that there is, as in 2024-09-26"


def as_text(given: object) -> object:
    """Take what YAML read as a number, a day or nothing for the words that were meant."""
    if given is None:
        return ""
    if isinstance(given, dt.date):
        return format_day(given)
    return str(given) if type(given) in (int, float) else given


def as_list(given: tuple[str, ...]) -> str:
    """Write a list of texts as one text: its entries with bullets, what is in them below.

    Entries that bring marks of their own, `a)` and `b)`, get none beside them.
    """
    if in_sequence(given):
        return "\n".join(given)
    return "\n".join("- " + one.replace("\n", "\n  ") for one in given if one)


def items_of(given: str | tuple[str, ...]) -> list[str]:
    """Give the entries of a list, or the one text."""
    return [given] if isinstance(given, str) else list(given)


def shown_day(given: str) -> str:
    """Write a day that was typed as 2024-09-05 as a report does; other words stay."""
    try:
        return format_day(dt.date.fromisoformat(given))
    except ValueError:
        return given


def _words(given: object) -> object:
    said = as_text(given)
    if not isinstance(said, str):
        raise ValueError(_TEXT)
    return said


def _prose(given: object) -> str | tuple[str, ...]:
    if isinstance(given, list | tuple):
        return tuple(_entry(one) for one in given)
    said = as_text(given)
    if not isinstance(said, str):
        raise ValueError(_PROSE)
    return said.strip()


def _entry(given: object) -> str:
    """Take an entry of a list; `Aim 3: leadership` is a key with a value to YAML alone."""
    if isinstance(given, dict) and len(given) == 1:
        key, said = next(iter(given.items()))
        if isinstance(as_text(said), str):
            return f"{key}: {as_text(said)}"
    said = as_text(given)
    if not isinstance(said, str):
        raise ValueError(_PROSE)
    return said.strip()


def _lines(given: object) -> dict[str, str]:
    listed = given if isinstance(given, list | tuple) else [given or {}]
    pairs = [one for one in listed if isinstance(one, dict)]
    if len(pairs) < len(listed):
        raise ValueError(_LINES)
    told = {str(label): _prose(said) for one in pairs for label, said in one.items()}
    return {label: one if isinstance(one, str) else as_list(one) for label, one in told.items()}


def _day(given: object) -> object:
    if given in (None, ""):
        return None
    if isinstance(given, dt.date):
        return given
    try:
        return dt.date.fromisoformat(str(given).strip())
    except ValueError:
        raise ValueError(_DAY) from None


# A text may be empty: `wres check` names what is left to fill in, and the draft can be read.
Words = Annotated[str, BeforeValidator(_words)]
# Paragraphs, lists and emphasis, or a list of such texts.
Prose = Annotated[str | tuple[str, ...], BeforeValidator(_prose)]
# Labels of the trust's own, each with its text, in their order.
Lines = Annotated[dict[str, str], BeforeValidator(_lines)]
Day = Annotated[dt.date | None, BeforeValidator(_day)]
