"""What of a row may be shown in a message: words of a category, never what may name someone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Final

import pandas as pd

from wres.definitions.bands import load_bands
from wres.definitions.ethnic_codes import load_ethnic_codes
from wres.definitions.ethnicity import load_groups
from wres.definitions.extract_words import load_extract_words
from wres.definitions.grades import load_grades
from wres.definitions.staff_groups import load_staff_groups

__all__ = [
    "fold_identifiers",
    "is_another_column",
    "is_free_text",
    "looks_like_a_name",
    "may_name_someone",
]

# No grade, group or status has so many figures; numbers of people and days of birth have.
_LONG_NUMBER: Final = 6
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep")
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE: Final = re.compile(
    rf"[0-9]+[-./ ]+[0-9]+[-./ ]+[0-9]+|[0-9](?:st|nd|rd|th)?[-./, ]*\b{_MONTH}\b"
    rf"|\b{_MONTH}[-./, ]*[0-9]"
)
_FIGURES: Final = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?: 00:00:00)?"
    r"|(?P<day2>[0-9]{1,2})[-./](?P<month2>[0-9]{1,2})[-./](?P<year2>[0-9]{4}|[0-9]{2})"
)
_NAMED: Final = re.compile(
    rf"(?P<day>[0-9]{{1,2}})-(?P<month>{_MONTH})(?:-(?P<year>[0-9]{{4}}|[0-9]{{2}}))?"
    rf"|(?P<month2>{_MONTH})-(?P<day2>[0-9]{{1,2}})"
)
_SERIAL: Final = re.compile(r"[0-9]{5}")
_SERIALS_FROM: Final = date(1899, 12, 30)
_LAST_BAND: Final = 9
# A band typed into Excel becomes a day of the year of typing; nobody on a staff list was born then.
_TYPED_SINCE: Final = 2012
# Figures of bands and levels, which within a longer text are not taken for a person's number.
_FEW_FIGURES: Final = 2
_PIECES: Final = 5  # as in `QQ 12 34 56 C`
_MOST_WORDS: Final = 5
# More different words than are ever unknown in a column of grades, groups or statuses.
_MANY_WORDS: Final = 40
_FEW_WORDS: Final = 3
_WORD: Final = re.compile(r"\b[^\W\d_]+\b")


def may_name_someone(text: str, identifiers: frozenset[str]) -> bool:
    """Tell a text that may lead to a person: an identifier of a row, an address, a date, a number.

    Parameters
    ----------
    text : str
        A cell.
    identifiers : frozenset of str
        What the columns of identifiers in the same file hold, as `fold_identifiers` writes it.

    Examples
    --------
    >>> may_name_someone("13/02/1970", frozenset()), may_name_someone("04-Jan", frozenset())
    (True, False)
    >>> may_name_someone("emp ab12", frozenset({"ab12"}))
    True
    """
    if not text.strip():
        return False
    if _fold(text) in identifiers:
        return True
    plain = text.strip().casefold()
    if _may_have_been_a_band(plain):
        return False
    figures = sum(character.isdigit() for character in plain)
    if figures >= _LONG_NUMBER or "@" in plain or _DATE.search(plain) or _SERIAL.fullmatch(plain):
        return True
    return not identifiers.isdisjoint(_tokens(plain))


def fold_identifiers(columns: pd.DataFrame) -> frozenset[str]:
    """List all cells of columns of identifiers without case, marks and zeros in front."""
    texts = {str(text) for name in columns for text in columns[name].unique()}
    return frozenset(_fold(text) for text in texts) - {""}


def is_free_text(text: str) -> bool:
    """Tell a sentence, which may hold anything, from the words of a category.

    Examples
    --------
    >>> is_free_text("Review Body Band 8 - Range A"), is_free_text("see what is in the file")
    (False, True)
    """
    return sum(any(c.isalpha() for c in word) for word in text.split()) > _MOST_WORDS


def looks_like_a_name(text: str) -> bool:
    """Tell two or more words with capitals, none of them known from a grade, group or status.

    Examples
    --------
    >>> looks_like_a_name("Surname, Forename"), looks_like_a_name("Martian Band")
    (True, False)
    """
    words = [word for word in _WORD.findall(text) if word[0].isupper()]
    known = _known_words()
    return len(words) > 1 and not any(word.casefold() in known for word in words)


def is_another_column(unknown: pd.Series[str], column: pd.Series[str]) -> bool:
    """Tell whether a column holds something else than its heading says: names, dates of birth.

    Parameters
    ----------
    unknown : Series of str
        The cells that were not recognised.
    column : Series of str
        All of its cells.
    """
    different = unknown.nunique()
    return different > _MANY_WORDS or (
        different >= _FEW_WORDS and 2 * different > int((column != "").sum())
    )


@cache
def _known_words() -> frozenset[str]:
    """List the words of every table of grades, groups and statuses; initials are no words."""
    tables = (
        load_bands(),
        load_ethnic_codes(),
        load_groups(),
        load_extract_words(),
        load_grades(),
        load_staff_groups(),
    )
    texts = " ".join(text for table in tables for text in _texts(table.model_dump()))
    return frozenset(word for word in _WORD.findall(texts.casefold()) if len(word) > 1)


def _texts(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        for key, value in table.items():
            yield from (*_texts(key), *_texts(value))
    elif isinstance(table, list | tuple | set | frozenset):
        for one in table:
            yield from _texts(one)


def _fold(text: str) -> str:
    """Write an identifier so that case, blanks, marks and zeros in front make no difference."""
    letters = "".join(character for character in text.casefold() if character.isalnum())
    return letters.lstrip("0") or letters


def _tokens(text: str) -> set[str]:
    """List the words of a text, and those that stand together, as identifiers are written."""
    words = [word for word in re.split(r"[\W_]+", text) if word]
    runs = {
        "".join(words[start : start + length])
        for start in range(len(words))
        for length in range(1, _PIECES + 1)
    }
    return {_fold(run) for run in runs if not (run.isdigit() and len(run) <= _FEW_FIGURES)}


def _may_have_been_a_band(text: str) -> bool:
    """Tell a date that Excel makes of a band: `1-4` becomes 1 April or 4 January of that year."""
    if _SERIAL.fullmatch(text):
        typed = _SERIALS_FROM + timedelta(days=int(text))
        return _is_of_bands(typed.day, typed.month, typed.year)
    if found := _FIGURES.fullmatch(text):
        day, month, year = (int(_either(found, name)) for name in ("day", "month", "year"))
        return _is_of_bands(day, month, year)
    if found := _NAMED.fullmatch(text):
        name = _either(found, "month")[:3]
        month = _MONTHS.index(name) + 1 if name in _MONTHS else _LAST_BAND + 1
        return _is_of_bands(int(_either(found, "day")), month, int(found["year"] or _TYPED_SINCE))
    return False


def _either(found: re.Match[str], name: str) -> str:
    """Give what was found in one of two orders."""
    return str(found[name] or found[f"{name}2"])


def _is_of_bands(day: int, month: int, year: int) -> bool:
    century = 2000 if year < 100 else 0
    in_bands = 1 <= day <= _LAST_BAND and 1 <= month <= _LAST_BAND
    return in_bands and _TYPED_SINCE <= century + year <= _TYPED_SINCE + 30
