"""The pay grade of one assignment, as staff systems write it, and the band it is reported in.

What can be read in one way only is read (`XN04`, `8A `, `Band 8 - Range A`); a code and words that
disagree, a code with two readings, a local grade and half a title are refused. The lists are data
(`grades.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from wres.definitions.bands import ALL_BANDS, band_title, load_bands, parse_band
from wres.definitions.ethnic_codes import fold_words
from wres.definitions.reading import read_definitions

__all__ = ["Grade", "Grades", "is_outside_grade", "load_grades", "read_grade"]

Basis = Literal["verified", "unverified"]

_CODE: Final = re.compile(r"x[rn] ?([0-9]{1,2}[a-d]?)(?: (.*))?")
_BAND: Final = re.compile(r"0?([1-9])(?: 0)?(?: ?(?:range )?([a-d]))?")


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Closed):
    """Words that may stand before a band's number."""

    words: str
    basis: Basis


class GradeCode(_Closed):
    """The figures of a national grade code, and every band that they may mean."""

    code: str
    reads: tuple[str, ...]
    basis: Basis


class NamedGrade(_Closed):
    """Words that stand for one band or medical subgroup."""

    band: str
    basis: Basis
    words: tuple[str, ...]


class WordList(_Closed):
    """Words without a band."""

    words: tuple[str, ...]
    basis: Basis


class Grades(_Closed):
    """`grades.yml`."""

    version: int
    national: tuple[str, ...]
    before: tuple[Words, ...]
    codes: tuple[GradeCode, ...]
    named: tuple[NamedGrade, ...]
    outside: tuple[WordList, ...]
    local: tuple[WordList, ...]


@dataclass(frozen=True)
class Grade:
    """What was read.

    Parameters
    ----------
    band : str
        A single band or medical subgroup (`5`, `8a`, `VSM`, `consultant`).
    clean : bool
        Whether it stood as a table writes it (`8a`), as a reader does (`Band 8a`), or in the full
        form of the national system; False where it was made so.
    """

    band: str
    clean: bool


@cache
def load_grades() -> Grades:
    """Read `grades.yml`."""
    return read_definitions("wres.definitions", "grades.yml", Grades)


def read_grade(text: str, local: Mapping[str, str] | None = None) -> Grade:
    """Read the pay grade of one assignment.

    Parameters
    ----------
    text : str
        As the system writes it.
    local : mapping, optional
        A trust's own grades, each with the band that its staff are reported in; they go first.

    Raises
    ------
    ValueError
        It is not recognised, or could mean more than one band.

    Examples
    --------
    >>> read_grade("NHS|XR05|Review Body Band 5"), read_grade("8A ")
    (Grade(band='5', clean=True), Grade(band='8a', clean=False))
    >>> read_grade("Apprentice L3", {"apprentice l3": "2"}).band
    '2'
    """
    for word, band in (local or {}).items():
        if word.strip().casefold() == text.strip().casefold():
            return Grade(_local_band(word, band), clean=True)
    parts = [part.strip() for part in text.split("|")]
    if len(parts) > 1 and parts[0].upper() not in load_grades().national:
        raise ValueError(f"pay grade {text!r} is a local grade: which band it is can't be told")
    band = _read_parts(text, [part for part in parts[len(parts) > 1 :] if part])
    return Grade(band, clean=text in (band, band_title(band)) or len(parts) > 2)


def is_outside_grade(text: str) -> bool:
    """Tell a grade of people who are no staff (a non-executive director)."""
    return fold_words(text.rpartition("|")[2]) in _outside()


def _local_band(word: str, band: str) -> str:
    found = _single_band(band)
    if found is None:
        raise ValueError(
            f"pay grade {word!r} is given the band {band!r} in trust.yml, which is no single band"
        )
    return found


def _single_band(label: str) -> str | None:
    try:
        band = parse_band(label)
    except ValueError:
        return None
    is_single = band.members == {band.label} and band.label != ALL_BANDS
    return band.label if is_single else None


def _read_parts(text: str, parts: list[str]) -> str:
    """Read a code, words, or both; both must say the same."""
    code, words = _split_code([fold_words(part) for part in parts])
    coded = _coded_bands().get(code, frozenset()) if code else None
    worded = _worded_band(words) if words else None
    if words and worded is None:
        raise _unrecognised(text, words)
    if worded is not None and coded and worded not in coded:
        raise ValueError(f"pay grade {text!r} has a code for another band than its words")
    if worded is not None:
        return worded
    if not coded:
        raise _unrecognised(text, words)
    if len(coded) > 1:
        reads = " or ".join(sorted(coded))
        raise ValueError(f"pay grade {text!r} may be band {reads}")
    return next(iter(coded))


def _split_code(parts: list[str]) -> tuple[str | None, str]:
    """Part the code of a band from the words; other codes (of medical grades) decide nothing."""
    if len(parts) > 1 and not _CODE.fullmatch(parts[0]):
        return None, " ".join(parts[1:])
    found = _CODE.fullmatch(" ".join(parts))
    if found is None:
        return None, " ".join(parts)
    figures = found[1].upper()
    return figures.zfill(3 if figures[-1].isalpha() else 2), found[2] or ""


def _worded_band(words: str) -> str | None:
    named = _named().get(words)
    if named is not None:
        return named
    for before in _before():
        if words.startswith(before):
            found = _BAND.fullmatch(words.removeprefix(before).strip())
            if found is not None:
                return _agenda_for_change(found[1] + (found[2] or ""))
    return None


def _agenda_for_change(label: str) -> str | None:
    return label if label in load_bands().agenda_for_change else None


def _unrecognised(text: str, words: str) -> ValueError:
    if words in _local_words():
        return ValueError(f"pay grade {text!r} is a local grade: which band it is can't be told")
    return ValueError(f"pay grade {text!r} is not recognised")


@cache
def _coded_bands() -> dict[str, frozenset[str]]:
    return {one.code: frozenset(one.reads) for one in load_grades().codes}


@cache
def _before() -> tuple[str, ...]:
    """Give what may stand before a number, the longest first, and at last nothing."""
    words = {fold_words(one.words) for one in load_grades().before}
    return (*sorted(words, key=len, reverse=True), "")


@cache
def _named() -> dict[str, str]:
    return {fold_words(word): one.band for one in load_grades().named for word in one.words}


@cache
def _outside() -> frozenset[str]:
    return frozenset(fold_words(word) for one in load_grades().outside for word in one.words)


@cache
def _local_words() -> frozenset[str]:
    return frozenset(fold_words(word) for one in load_grades().local for word in one.words)
