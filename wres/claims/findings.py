"""What the check of a text hands back: passages with a place, findings with a kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from wres.claims.facts import Fact

__all__ = ["CONTRADICTIONS", "KINDS", "STRICT", "Finding", "Passage", "contradictions"]

KINDS: Final = (
    "contradicted",
    "wrong unit",
    "wrong direction",
    "wrong comparator",
    "wrong year",
    "turned round",
    "too few",
    "not found",
    "unverifiable",
    "agrees",
)
# What the figures deny: `wres check` ends with 1 on any of these.
CONTRADICTIONS: Final = frozenset(KINDS[:6])
# What `--strict` lets nobody publish.
STRICT: Final = frozenset(KINDS) - {"unverifiable", "agrees"}


@dataclass(frozen=True)
class Passage:
    """A stretch of an author's text and where it stands.

    Parameters
    ----------
    file : str
        As its author knows it.
    cell : str
        Cell of a notebook, or ``row 3, column measure`` of a csv.
    text : str
        Markdown. Places in findings are places in this text.
    indicator : str, optional
        Indicator that the text is about where its own words don't say: ``"3"``, ``"workforce"``.
    chapter : str, optional
        Name of the chapter that it belongs to.
    values : tuple of (str, str)
        Inline expressions of the text and what they were filled with, as far as known.
    plan : bool
        Whether the text tells what is to be done: bare verbs (*Reduce the ratio*) then claim
        nothing.
    target : bool
        Whether the text names what is to be reached: its numbers claim nothing unless they are
        said to be today's, or another's.
    inline : bool
        Whether the text takes inline values, as a chapter does. In one that doesn't (an action
        plan, a document) none is offered, and a number without a noun of the standard claims
        nothing.
    """

    file: str
    cell: str
    text: str
    indicator: str | None = None
    chapter: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    plan: bool = False
    target: bool = False
    inline: bool = True


@dataclass(frozen=True)
class Finding:
    """What the figures say of some words in a passage.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    passage : Passage
    start, end : int
        Place in ``passage.text``.
    words : str
        What stands there.
    message : str
        Plain English, with the value that results hold where the words fix one.
    offer : str, optional
        An inline value to stand there.
    fact : Fact, optional
        The figure that decided.
    """

    kind: str
    passage: Passage
    start: int
    end: int
    words: str
    message: str
    offer: str | None = None
    fact: Fact | None = None

    @property
    def row(self) -> str | None:
        """Name the row of results that decided (``3 relative_likelihood all BME``), if one did."""
        return self.fact.row or None if self.fact is not None else None

    @property
    def contradicts(self) -> bool:
        """Say whether the figures deny these words."""
        return self.kind in CONTRADICTIONS


def contradictions(findings: Iterable[Finding]) -> list[Finding]:
    """Keep the findings that the figures deny."""
    return [finding for finding in findings if finding.contradicts]
