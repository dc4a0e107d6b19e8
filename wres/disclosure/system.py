"""Counts as anyone can relate them: cells, and totals that are sums of parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

__all__ = ["Cell", "Key", "Relation", "System"]

# Table, row and column of a count; a count that is only implied has a name in place of a column.
Key = tuple[str, int, str]


@dataclass(frozen=True)
class Cell:
    """One count.

    Parameters
    ----------
    value : int
        The true count.
    small : bool
        Whether it must be withheld for its size.
    protection : int
        The least width of the range in which it must stay uncertain once withheld.
    can_hide : bool
        Whether it may be withheld to protect another.
    implied : bool
        Whether it is never printed: what is left of a total.
    cost : float
        How much readers miss it.
    least : int
        The least that a reader can take it for: 1 where a row stands only because somebody counts.
    """

    value: int
    small: bool = False
    protection: int = 0
    can_hide: bool = True
    implied: bool = False
    cost: float = 0.0
    least: int = 0


@dataclass(frozen=True)
class Relation:
    """A total and the parts that add up to it."""

    total: Key
    parts: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """The total and the parts."""
        return (self.total, *self.parts)


def _left(count: int) -> Cell:
    return Cell(count, can_hide=False, implied=True)


@dataclass
class System:
    """Every cell of a trust's tables and how they hang together."""

    cells: dict[Key, Cell] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def add_up(
        self,
        total: Key,
        parts: Iterable[Key],
        rest: Callable[[int], Cell] = _left,
        *,
        others: bool = False,
    ) -> None:
        """Relate a total to its parts; what the parts leave over is a cell of its own.

        `rest` makes that cell from its count: people whom nothing lists can be few, too. `others`
        tells that the parts are not all there is, so that nobody left over is a count like others:
        taken for known, it would make counts look certain that others could protect.
        """
        known = tuple(parts)
        if total not in self.cells or not known or any(key not in self.cells for key in known):
            return
        left = self.cells[total].value - sum(self.cells[key].value for key in known)
        if left > 0 or (others and left == 0):
            over = (total[0], total[1], f"rest of {total[2]} {len(self.relations)}")
            self.cells[over] = rest(left)
            known = (*known, over)
        if left >= 0:
            self.relations.append(Relation(total, known))

    def imply(self, key: Key, cell: Cell) -> None:
        """Add a count that is never printed but follows from others."""
        self.cells[key] = cell

    def of(self, key: Key) -> Iterator[Relation]:
        """Give the relations that a cell stands in."""
        return (relation for relation in self._index().get(key, ()))

    def _index(self) -> dict[Key, list[Relation]]:
        if len(self._indexed) != len(self.relations):
            self._by_key.clear()
            for relation in self.relations:
                for key in relation.keys:
                    self._by_key.setdefault(key, []).append(relation)
            self._indexed = list(self.relations)
        return self._by_key

    _by_key: dict[Key, list[Relation]] = field(default_factory=dict, repr=False)
    _indexed: list[Relation] = field(default_factory=list, repr=False)
