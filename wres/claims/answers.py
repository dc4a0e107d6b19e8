"""What words say of a claim, as two answers: what they fix, and what they leave open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from wres.definitions.ethnicity import BME, WHITE
from wres.definitions.indicators import numbers_of

__all__ = [
    "ANY",
    "NOWHERE",
    "OTHER",
    "PAIRED",
    "RATIOS",
    "STAFF",
    "STOPS",
    "SURVEY",
    "WHOLE",
    "Answer",
    "Context",
]

RATIOS: Final = numbers_of("ratio")
SURVEY: Final = numbers_of("survey")
# The workforce and its bands, which many words leave apart.
STAFF: Final = frozenset({"1", "workforce"})
OTHER: Final = {BME: WHITE, WHITE: BME}
# Where what is said of a number ends.
STOPS: Final = frozenset(",;:()—.") | {"but", "while", "whereas", "although", "though"}
# What stands between two numbers that are set against each other.
PAIRED: Final = frozenset({"against", "v", "vs", "versus", "/", "compared", "with", "to"})


@dataclass(frozen=True)
class Answer:
    """What words fix (None: nothing) and what they leave open (None: anything).

    A contradiction needs the first; agreement is content with the second.
    """

    fixed: frozenset[str] | None = None
    open: frozenset[str] | None = None

    @classmethod
    def only(cls, *values: str) -> Answer:
        """Give the answer that words leave no doubt about."""
        return cls(frozenset(values), frozenset(values))

    @property
    def one(self) -> str | None:
        """The only value that is fixed."""
        return next(iter(self.fixed)) if self.fixed is not None and len(self.fixed) == 1 else None


ANY: Final = Answer()
# Of topics: none that any indicator counts.
NOWHERE: Final = Answer(frozenset(), frozenset())
# Of bands and parts: the whole trust.
WHOLE: Final = Answer.only("")


@dataclass(frozen=True)
class Context:
    """What was said before: by the chapter, a heading, the sentence before.

    `home` is the chapter's or heading's own topic.
    """

    indicators: frozenset[str] | None = None
    home: frozenset[str] | None = None
    groups: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    care: bool = False


def indicators_of(values: Iterable[str]) -> frozenset[str]:
    """Read `5|6` and the like as the indicators that they may be."""
    return frozenset(number for value in values for number in value.split("|"))
