"""What is proven of many withheld counts at once is what is proven of each by itself."""

from __future__ import annotations

import random

import pytest

from wres.disclosure.ranges import Ranges
from wres.disclosure.suppress import choose_hidden
from wres.disclosure.system import Cell, System


def drawn(seed: int, rows: int = 30) -> tuple[System, set[tuple[str, int, str]]]:
    """Draw a table of rows of three counts whose sums are shown, and withhold some counts."""
    rng = random.Random(seed)
    system, hidden = System(), set()
    columns: dict[str, list[tuple[str, int, str]]] = {"a": [], "b": [], "c": []}
    for row in range(rows):
        keys = [("t", row, name) for name in columns]
        for key in keys:
            system.cells[key] = Cell(rng.randrange(12), protection=3)
            columns[key[2]].append(key)
            if rng.random() < 0.4:
                hidden.add(key)
        total = ("t", row, "all")
        system.cells[total] = Cell(sum(system.cells[key].value for key in keys))
        system.add_up(total, keys)
    for name, keys in columns.items():
        total = ("t", rows, name)
        system.cells[total] = Cell(sum(system.cells[key].value for key in keys))
        system.add_up(total, keys)
    return system, hidden


@pytest.mark.parametrize("seed", range(6))
def test_exploring_changes_no_answer(seed):
    system, hidden = drawn(seed)
    plain, explored = Ranges(system), Ranges(system)
    explored.explore(sorted(hidden), hidden)
    for key in sorted(hidden):
        assert explored.protects(key, hidden) == plain.protects(key, hidden)
        if not plain.protects(key, hidden):
            assert explored.width(key) == plain.width(key)


def test_exploring_proves_most_counts_at_once():
    """Counts that are alone in their row stay as they are; of the others few are left."""
    system, hidden = drawn(1, rows=80)
    ranges = Ranges(system)
    ranges.explore(sorted(hidden), hidden)
    found = [key for key in sorted(hidden) if ranges.width(key) >= 3]
    alone = [key for key in hidden if sum(other[1] == key[1] for other in hidden) == 1]
    assert len(found) >= 0.9 * (len(hidden) - len(alone))
    assert not set(found) & set(alone)


def test_how_counts_move_with_one_that_is_withheld_is_a_proof_of_their_ranges():
    """By hand: of a row 2 + 5 + 8 = 15 a rise of the first by 3 is a fall of the second by 3."""
    system = System()
    keys = [("t", 0, name) for name in "abc"]
    for key, value in zip(keys, (2, 5, 8), strict=True):
        system.cells[key] = Cell(value, small=value < 5, protection=3, cost=value)
    system.cells["t", 0, "all"] = Cell(15, can_hide=False)
    system.add_up(("t", 0, "all"), keys)
    ranges = Ranges(system)
    assert choose_hidden(system, ranges=ranges) == {keys[0], keys[1]}
    assert [ranges.seen[key] for key in keys] == [(2, 5), (2, 5), (8, 8)]
