"""What has been chosen to be shown, to which further counts are added."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres.disclosure.ranges import Ranges
from wres.disclosure.suppress import choose_hidden
from wres.disclosure.system import Cell, Key, System

__all__ = ["Shown"]


@dataclass
class Shown:
    """Counts of which it is settled what is shown and what is withheld.

    Parameters
    ----------
    system : System
        Every count so far; none that is shown may still be withheld.
    hidden : set of Key
        What is withheld of them.
    secondary : bool
        Whether counts are withheld so that others can't be worked out.
    """

    system: System
    hidden: set[Key]
    secondary: bool = True

    @classmethod
    def after(cls, system: System, hidden: set[Key], *, secondary: bool) -> Shown:
        """Settle what was chosen elsewhere."""
        made = cls(system, set(hidden), secondary)
        made.accept(system, made.hidden)
        return made

    def copy(self) -> System:
        """Give the counts so far, to add others to."""
        return System(dict(self.system.cells), list(self.system.relations))

    def choose(self, system: System) -> set[Key]:
        """Choose which of the counts added since are withheld, and settle it; give all of them."""
        ranges = Ranges(system)
        hidden = choose_hidden(system, secondary=self.secondary, ranges=ranges)
        self.accept(system, hidden, ranges)
        return hidden

    def accept(self, system: System, hidden: set[Key], ranges: Ranges | None = None) -> None:
        """Settle counts as they are; `ranges` holds what is proven of them already.

        A count that can't be kept as uncertain as it should be, since policy shows too much around
        it, is to be kept as uncertain as it is: what is added later must not tell more.
        """
        cells = {key: _settled(key, cell, hidden) for key, cell in system.cells.items()}
        settled = System(cells, list(system.relations))
        if self.secondary:
            for key in least_sure(settled, hidden, ranges):
                cells[key[0]] = replace(cells[key[0]], protection=key[1])
        self.system, self.hidden = System(cells, settled.relations), hidden


def _settled(key: Key, cell: Cell, hidden: set[Key]) -> Cell:
    if cell.implied:
        return cell
    return replace(cell, small=key in hidden, can_hide=False)


def least_sure(
    system: System, hidden: set[Key], ranges: Ranges | None = None
) -> list[tuple[Key, int]]:
    """Give the withheld counts that are surer than they should be, and how uncertain they are.

    `ranges` holds what is proven of the same counts and sums already, where no more was withheld
    than is now.
    """
    ranges, withheld = ranges or Ranges(system), withheld_of(system, hidden)
    protected = [key for key in sorted(withheld) if key in hidden or system.cells[key].small]
    ranges.explore(protected, withheld)
    return [(key, ranges.width(key)) for key in protected if not ranges.protects(key, withheld)]


def withheld_of(system: System, hidden: set[Key]) -> set[Key]:
    """Give what no reader sees: what is withheld, and what is never printed."""
    return hidden | {key for key, cell in system.cells.items() if cell.implied}
