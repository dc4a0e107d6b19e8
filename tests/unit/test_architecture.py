"""The arrows between rooms are those of the table in docs/architecture.md."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "wres"
READING = {"chapters", "definitions", "labels", "errors", "stats"}
# Which rooms each room may use, itself aside; `report` and `cli` walk the whole road.
MAY_USE: dict[str, set[str]] = {
    "errors": set(),
    "labels": set(),
    "results": set(),
    "stats": {"labels"},
    "definitions": set(),
    "project": set(),
    "sources": {"definitions", "errors"},
    "extracts": {"sources", "definitions", "errors"},
    "counts": {"extracts", "sources", "definitions", "errors"},
    "disclosure": {"counts", "sources", "definitions", "errors"},
    "indicators": {"counts", "sources", "definitions", "stats", "results", "compare"},
    "check": {"counts", "extracts", "sources", "definitions", "stats", "labels", "errors"},
    "national_return": {"counts", "sources", "definitions", "errors", "results", "labels"},
    "new_year": {
        "accepting",
        "actions",
        "chapters",
        "extracts",
        "sources",
        "definitions",
        "errors",
    },
    "simulate": {"definitions", "errors", "extracts", "sources"},
    "compare": {"sources", "definitions", "stats", "results", "errors"},
    "apart": set(),
    "chapters": {"apart", "definitions", "errors", "labels", "results"},
    "hotspots": READING | {"narrative"},
    "narrative": READING,
    "charts": READING | {"hotspots"},
    "actions": READING | {"narrative", "extracts", "sources"},
    "paper": READING | {"narrative", "sources"},
    "tables": READING | {"narrative", "actions", "hotspots"},
    "vocabulary": READING | {"narrative"},
    "accepting": {"sources", "errors"},
    "claims": READING,
    "audit": READING | {"claims", "extracts", "results", "sources"},
    "render": {"labels", "errors"},
    "shelf": {"errors"},
    "stamps": {"chapters", "shelf"},
    "scratch": {"shelf"},
    "split": {"apart", "extracts", "sources", "definitions", "errors", "scratch", "shelf"},
    "stopping": {"apart"},
    "listing": {"chapters", "labels", "tables"},
}
WHOLE_ROAD = {"report", "loading", "review", "writing", "returning", "counted", "cli", "preview"}
WHOLE_ROAD |= {"batch", "explore", "made_of", "making"}
WHOLE_ROAD |= {"__main__", "__init__"}
ALSO = {
    # Refreshing the sample's chapters walks the whole road.
    Path("chapters", "sample.py"): {"project", "loading"},
    # After a fault, for the names that an author may have meant.
    Path("chapters", "stored_faults.py"): {"vocabulary"},
}


def modules() -> list[Path]:
    return sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def room_of(module: Path) -> str:
    return module.parts[0].removesuffix(".py")


def imported(module: Path) -> Iterator[str]:
    """Yield every dotted name of ours that a module imports, inside functions too."""
    for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("wres"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("wres"):
            names = (f"{node.module}.{name.name}" for name in node.names)
            yield from names if node.module == "wres" else [str(node.module)]


def rooms_used(module: Path) -> set[str]:
    return {name.split(".")[1] for name in imported(module) if "." in name} - {room_of(module)}


@pytest.mark.parametrize("module", modules(), ids=str)
def test_module_uses_only_the_rooms_that_its_own_may(module: Path) -> None:
    room = room_of(module)
    if room not in WHOLE_ROAD:
        assert rooms_used(module) <= MAY_USE[room] | ALSO.get(module, set())


def test_every_room_has_its_arrows_told() -> None:
    rooms = {room_of(module) for module in modules()}
    assert rooms - WHOLE_ROAD == set(MAY_USE)


@pytest.mark.parametrize("room", ["charts", "tables", "narrative"])
def test_what_is_shown_is_read_from_chapters_and_nothing_before_them(room: str) -> None:
    before = {"sources", "indicators", "compare", "render", "report", "disclosure", "results"}
    for module in modules():
        if room_of(module) == room:
            assert not rooms_used(module) & before


def test_results_to_words_and_tables_read_no_more_of_chapters_than_reading() -> None:
    for module in modules():
        if room_of(module) in {"charts", "tables", "narrative"}:
            used = {name for name in imported(module) if name.startswith("wres.chapters")}
            assert used <= {"wres.chapters.reading"}


def test_no_room_imports_itself_in_a_circle() -> None:
    rooms = {room: {*uses} for room, uses in MAY_USE.items()}
    while leaves := {room for room, uses in rooms.items() if not uses}:
        rooms = {room: uses - leaves for room, uses in rooms.items() if room not in leaves}
    assert rooms == {}


def test_document_names_every_room() -> None:
    text = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    for room in set(MAY_USE) - {"project", "listing"}:
        assert f"wres/{room}" in text
