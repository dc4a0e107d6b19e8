"""What the change of the BME share consists of, taken out of results."""

from __future__ import annotations

from dataclasses import dataclass

from wres.chapters.reading import Chapter
from wres.charts.band_panels import cell_name
from wres.charts.cells import Cell, parts_of, whole
from wres.definitions.bands import ALL_BANDS, band_order
from wres.definitions.share_cells import BANDS, Split, split_told
from wres.labels import capitalise

__all__ = ["Part", "ShareParts", "named_parts", "share_parts"]

WHOLE = "all"
REDECLARED = (
    "Re-declaration",
    "the share of staff whose ethnicity is known rose or fell",
)
# As many bands as a reader takes in; of more, those that contribute most.
BANDS_AT_MOST = 10


@dataclass(frozen=True)
class Part:
    """One contribution in percentage points."""

    name: str
    cell: Cell

    @property
    def value(self) -> float:
        """Points; nothing where it is withheld."""
        return self.cell.value or 0.0


@dataclass(frozen=True)
class ShareParts:
    """The parts, their sum, and the part within bands by band.

    `bands` are those that contribute most of `bands_of`; `reason` says which staff are taken whole.
    """

    parts: tuple[Part, ...]
    whole: Part
    since: int
    bands: tuple[Part, ...]
    bands_of: int
    by: Split
    reason: str


def named_parts(by: Split) -> dict[str, tuple[str, str]]:
    """Give each part as it is named, and what it is, by its name in a breakdown."""
    inside = "pay bands" if by is BANDS else by.heading.removeprefix("within ")
    return {
        "re-declaration": REDECLARED,
        by.within: (capitalise(by.heading), f"the share rose or fell inside {inside}"),
        by.mix: (
            capitalise(by.mix),
            f"{by.several} with a larger or a smaller share grew or shrank",
        ),
    }


def share_parts(chapter: Chapter) -> ShareParts | None:
    """Take the parts out of a chapter's results; None unless all are known."""
    rows = chapter.rows(indicator="workforce", measure="contribution", group="BME")
    found = {str(row.breakdown): row for row in rows.itertuples()}
    cells = {name: Cell.of(row) for name, row in found.items()}
    by = split_told(found)
    if by is None:
        return None
    known = [cells.get(f"part={part}") for part in (*named_parts(by), WHOLE)]
    if any(cell is None or cell.value is None for cell in known):
        return None
    row = found[f"part={WHOLE}"]
    since = whole(row.previous_year) or chapter.facts.year - 1
    term = chapter.group_label("BME")
    parts = tuple(Part(name, cells[f"part={part}"]) for part, (name, _) in named_parts(by).items())
    bands = _bands(cells, by)
    largest = sorted(bands, key=lambda part: -abs(part.value))[:BANDS_AT_MOST]
    shown = tuple(part for part in bands if part in largest)
    total = Part(f"Change of the {term} share", cells[f"part={WHOLE}"])
    return ShareParts(parts, total, since, shown, len(bands), by, str(row.reason or ""))


def _bands(cells: dict[str, Cell], by: Split) -> list[Part]:
    made = []
    for breakdown, cell in cells.items():
        parts = parts_of(breakdown)
        if parts["part"] == by.within and "band" in parts:
            staff_group, band = parts["staff_group"], parts["band"]
            name = f"{staff_group} staff" if band == ALL_BANDS else cell_name(staff_group, band)
            made.append(((staff_group, band_order(band)), Part(capitalise(name), cell)))
    return [part for _, part in sorted(made, key=lambda pair: pair[0])]
