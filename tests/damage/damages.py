"""What a damage is, and the list that every module of damages adds to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.damage.healthy import Trust

Change = Callable[[Trust], None]


@dataclass(frozen=True)
class Damage:
    """One way in which an input can be wrong.

    Parameters
    ----------
    change : callable
        Damages a healthy trust's folder.
    place : str
        Where the message must say that it is: the beginning of the problem, after the folder.
    words : tuple of str
        What the message must say.
    problems : int, optional
        How many problems it makes; any number where the damage is to a whole column.
    """

    change: Change
    place: str
    words: tuple[str, ...]
    problems: int | None = 1

    @property
    def name(self) -> str:
        return self.change.__name__


class Damages(list[Damage]):
    """A list of damages, filled by a decorator."""

    def at(self, place: str, *words: str, problems: int | None = 1) -> Callable[[Change], Change]:
        """Add a damage, with the place and the words that its message must name."""

        def add(change: Change) -> Change:
            self.append(Damage(change, place, words, problems))
            return change

        return add
