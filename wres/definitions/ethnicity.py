"""The three groups of the standard, and the words that stand for them in a counts table.

Codes of single staff records are another list, read in another way; this one serves tables in
which each row is a whole group.
"""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from wres.definitions.reading import read_definitions

__all__ = [
    "BME",
    "GROUPS",
    "UNKNOWN",
    "WHITE",
    "EthnicGroup",
    "EthnicGroups",
    "accepted_words",
    "group_or_words",
    "load_groups",
    "read_group",
]

WHITE, BME, UNKNOWN = GROUPS = ("White", "BME", "Unknown")


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class EthnicGroup(_Closed):
    """One group and the words accepted for it."""

    name: str
    words: tuple[str, ...]


class EthnicGroups(_Closed):
    """`ethnicity.yml`: the groups in order."""

    version: int
    groups: tuple[EthnicGroup, ...]


@cache
def load_groups() -> EthnicGroups:
    """Read `ethnicity.yml`."""
    return read_definitions("wres.definitions", "ethnicity.yml", EthnicGroups)


def read_group(label: str) -> str:
    """Read the group that a counts table's label stands for.

    Raises
    ------
    ValueError
        The whole label is not in the list; its first letter is never looked at.

    Examples
    --------
    >>> read_group(" bame "), read_group("Not stated")
    ('BME', 'Unknown')
    """
    try:
        return _words()[_fold(label)]
    except KeyError:
        raise ValueError(f"unknown group {label!r}: accepted are {accepted_words()}") from None


def group_or_words(label: str) -> str:
    """Read one of the standard's groups where a label stands for one; else the label itself.

    Examples
    --------
    >>> group_or_words("bame"), group_or_words("Asian or Asian British")
    ('BME', 'Asian or Asian British')
    """
    return _words().get(_fold(label), label)


def accepted_words() -> str:
    """List the words accepted for each group.

    Examples
    --------
    >>> accepted_words()[:28]
    'White; BME, BAME, Black and '
    """
    return "; ".join(", ".join(group.words) for group in load_groups().groups)


@cache
def _words() -> dict[str, str]:
    return {_fold(word): group.name for group in load_groups().groups for word in group.words}


def _fold(label: str) -> str:
    return " ".join(label.split()).casefold()
