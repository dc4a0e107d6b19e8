"""Whether an assignment is clinical: by its occupation code, else by its staff group.

The lists are data (`staff_groups.yml`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from wres.definitions.ethnic_codes import fold_words
from wres.definitions.reading import read_definitions

__all__ = [
    "CLINICAL",
    "NON_CLINICAL",
    "StaffGroups",
    "is_outside_staff_group",
    "load_staff_groups",
    "read_occupation_code",
    "read_staff_group",
]

Basis = Literal["verified", "unverified"]
Clinical = Literal["clinical", "non-clinical"]

CLINICAL: Final = "clinical"
NON_CLINICAL: Final = "non-clinical"

# three figures; a spreadsheet drops the zero that most of them begin with
_MEDICAL: Final = re.compile(r"[0-9]{1,3}")
_OCCUPATION: Final = re.compile(r"[0-9A-Z]{3}")


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StaffGroup(_Closed):
    """A staff group of the national data set, and whether it is clinical."""

    name: str
    group: Clinical
    basis: Basis
    also: tuple[str, ...]


class OutsideGroup(_Closed):
    """A group of people who are no staff."""

    name: str
    basis: Basis
    also: tuple[str, ...]


class OccupationCode(_Closed):
    """The beginning of occupation codes, and whether they are clinical."""

    begins: str
    group: Clinical
    basis: Basis


class StaffGroups(_Closed):
    """`staff_groups.yml`."""

    version: int
    staff_groups: tuple[StaffGroup, ...]
    outside: tuple[OutsideGroup, ...]
    occupation_codes: tuple[OccupationCode, ...]


@cache
def load_staff_groups() -> StaffGroups:
    """Read `staff_groups.yml`."""
    return read_definitions("wres.definitions", "staff_groups.yml", StaffGroups)


def read_staff_group(
    occupation_code: str, staff_group: str, local: Mapping[str, Clinical] | None = None
) -> Clinical:
    """Tell whether an assignment is clinical.

    Parameters
    ----------
    occupation_code : str
        As in the staff list; blank where there is none.
    staff_group : str
        As in the staff list; decides where the occupation code does not.
    local : mapping, optional
        A trust's own staff groups or occupation codes; they go first.

    Raises
    ------
    ValueError
        Neither decides.

    Examples
    --------
    >>> read_staff_group("N6A", ""), read_staff_group("", "Estates and Ancillary")
    ('clinical', 'non-clinical')
    """
    own = {word.strip().casefold(): group for word, group in (local or {}).items()}
    for text in (occupation_code, staff_group):
        if text.strip().casefold() in own:
            return own[text.strip().casefold()]
    found = read_occupation_code(occupation_code) or _names().get(fold_words(staff_group))
    if found is None:
        raise ValueError(_why(occupation_code.strip(), staff_group.strip()))
    return found


def read_occupation_code(code: str) -> Clinical | None:
    """Tell what an occupation code says; None where it is none, or leaves it open.

    Examples
    --------
    >>> read_occupation_code("021"), read_occupation_code("G2A"), read_occupation_code("H2F")
    ('clinical', 'non-clinical', None)
    """
    code = code.strip().upper()
    if _MEDICAL.fullmatch(code):
        return "clinical"
    if not _OCCUPATION.fullmatch(code):
        return None
    fitting = [one for one in load_staff_groups().occupation_codes if code.startswith(one.begins)]
    return max(fitting, key=lambda one: len(one.begins)).group if fitting else None


def is_outside_staff_group(text: str) -> bool:
    """Tell a group of people who are no staff (students)."""
    return fold_words(text) in _outside()


def _why(occupation_code: str, staff_group: str) -> str:
    if not occupation_code and not staff_group:
        return "neither occupation code nor staff group is given"
    named = (("occupation code", occupation_code), ("staff group", staff_group))
    given = [f"{name} {text!r}" for name, text in named if text]
    verb = "leave" if len(given) > 1 else "leaves"
    return f"{' and '.join(given)} {verb} open whether it is clinical"


@cache
def _names() -> dict[str, Clinical]:
    groups = load_staff_groups().staff_groups
    return {fold_words(word): one.group for one in groups for word in (one.name, *one.also)}


@cache
def _outside() -> frozenset[str]:
    groups = load_staff_groups().outside
    return frozenset(fold_words(word) for one in groups for word in (one.name, *one.also))
