"""The headings that trusts' systems give to the fields of each extract."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from wres.definitions.reading import read_definitions

__all__ = [
    "Alias",
    "Headings",
    "accepted_headings",
    "describe_headings",
    "fold_heading",
    "load_headings",
]

_MARKS = re.compile(r"[^\w%]+|_+")


def fold_heading(heading: str) -> str:
    """Reduce a heading to what counts in it: letters, figures and the per cent sign.

    Examples
    --------
    >>> fold_heading(" Employee_Number* "), fold_heading("Exec / Non-Exec")
    ('employee number', 'exec non exec')
    """
    return " ".join(_MARKS.sub(" ", heading.replace("'", "").replace("’", "")).casefold().split())


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Alias(_Closed):
    """A heading, the system that writes it, and whether anyone has seen it there."""

    heading: str
    system: str
    basis: Literal["verified", "unverified"]


class Headings(_Closed):
    """`headings.yml`: by source and field, the headings beside the field's own name.

    `extracts` are those of one trust, `lists` those of many.
    """

    version: int
    extracts: dict[str, dict[str, tuple[Alias, ...]]]
    lists: dict[str, dict[str, tuple[Alias, ...]]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _require_one_meaning(self) -> Headings:
        for source, fields in self.all.items():
            words = [fold_heading(word) for name in fields for word in _words(name, fields[name])]
            twice = [word for word, times in Counter(words).items() if times > 1]
            if twice:
                raise ValueError(f"{source}: {', '.join(twice)} would mean two fields")
        return self

    @property
    def all(self) -> dict[str, dict[str, tuple[Alias, ...]]]:
        """Both."""
        return self.extracts | self.lists


@cache
def load_headings() -> Headings:
    """Read `headings.yml`."""
    return read_definitions("wres.definitions", "headings.yml", Headings)


@cache
def accepted_headings(source: str) -> dict[str, str]:
    """Give the field that each folded heading of a source means.

    Examples
    --------
    >>> accepted_headings("workforce")[fold_heading("Employee Number")]
    'person'
    """
    fields = load_headings().all[source]
    return {
        fold_heading(word): name
        for name, aliases in fields.items()
        for word in _words(name, aliases)
    }


def describe_headings(source: str) -> str:
    """Write the table of a source's headings for the data dictionary, in markdown.

    Unverified headings are marked with an asterisk.

    Examples
    --------
    >>> describe_headings("board").splitlines()[2].split(",")[0]
    '| `member` | Member ID'
    """
    rows = [
        f"| `{name}` | {_list(aliases)} |" for name, aliases in load_headings().all[source].items()
    ]
    return "\n".join(["| field | headings accepted beside its name |", "|---|---|", *rows])


def _list(aliases: tuple[Alias, ...]) -> str:
    return ", ".join(alias.heading + "*" * (alias.basis == "unverified") for alias in aliases)


def _words(name: str, aliases: tuple[Alias, ...]) -> list[str]:
    return [name, *(alias.heading for alias in aliases)]
