"""Which assignments are counted as staff in post, by their category and status.

The lists are data (`assignments.yml`); a trust may add to them and change them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from wres.definitions.ethnic_codes import fold_words
from wres.definitions.reading import read_definitions

__all__ = [
    "Assignments",
    "describe_assignments",
    "load_assignments",
    "read_category",
    "read_status",
]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(_Closed):
    """Words of one meaning: counted, not counted, or nothing said."""

    counted: bool | None
    basis: Literal["verified", "unverified"]
    words: tuple[str, ...]


class Assignments(_Closed):
    """`assignments.yml`."""

    version: int
    categories: tuple[Label, ...]
    statuses: tuple[Label, ...]


@cache
def load_assignments() -> Assignments:
    """Read `assignments.yml`."""
    return read_definitions("wres.definitions", "assignments.yml", Assignments)


def read_category(text: str, local: Mapping[str, bool] | None = None) -> bool | None:
    """Tell whether assignments of a category are counted; None where it says nothing of it.

    Raises
    ------
    ValueError
        The category is not in the list.

    Examples
    --------
    >>> read_category("Fixed Term Temp"), read_category("BANK"), read_category("Part-time")
    (True, False, None)
    """
    return _read("assignment category", text, _categories(), local or {})


def read_status(text: str, local: Mapping[str, bool] | None = None) -> bool | None:
    """Tell whether assignments of a status are counted.

    Raises
    ------
    ValueError
        The status is not in the list.

    Examples
    --------
    >>> read_status("Acting Up"), read_status("Career Break", {"career break": True})
    (True, True)
    """
    return _read("assignment status", text, _statuses(), local or {})


def describe_assignments() -> str:
    """Write both lists for the data dictionary, in markdown; unverified words have an asterisk.

    Examples
    --------
    >>> print(describe_assignments().splitlines()[2][:54])
    | category | yes | Permanent, Permanent Contract, Subs
    """
    lists = {"category": load_assignments().categories, "status": load_assignments().statuses}
    lines = ["| list | counted | words |", "|---|---|---|"]
    for name, labels in lists.items():
        for counted, told in ((True, "yes"), (False, "no"), (None, "says nothing of it")):
            words = ", ".join(
                word + "*" * (label.basis == "unverified")
                for label in labels
                if label.counted is counted
                for word in label.words
            )
            lines += [f"| {name} | {told} | {words} |"] * bool(words)
    return "\n".join(lines)


def _read(
    what: str, text: str, listed: Mapping[str, bool | None], local: Mapping[str, bool]
) -> bool | None:
    own = {fold_words(word): counted for word, counted in local.items()}
    folded = fold_words(text)
    if folded in own:
        return own[folded]
    if not folded:
        raise ValueError(f"{what} must not be blank")
    if folded not in listed:
        raise ValueError(f"{what} {text!r} is not recognised")
    return listed[folded]


@cache
def _categories() -> dict[str, bool | None]:
    return _meanings(load_assignments().categories)


@cache
def _statuses() -> dict[str, bool | None]:
    return _meanings(load_assignments().statuses)


def _meanings(labels: tuple[Label, ...]) -> dict[str, bool | None]:
    return {fold_words(word): label.counted for label in labels for word in label.words}
