"""One preview for all tests of a process: it takes longer to start than to ask."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.serving import Served, own_chapter, serve, small_project


@pytest.fixture(scope="session")
def place(project: Path, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the report's sources, and data with a chapter of the trust's own."""
    folder = tmp_path_factory.mktemp("preview")
    small_project(project, folder)
    for name in ("RV9", "benchmarks"):
        shutil.copytree(data / name, folder / "data" / name)
    own_chapter(folder)
    return folder


@pytest.fixture(scope="session")
def served(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    temporary = tmp_path_factory.mktemp("t")
    preview = serve(place, temporary=temporary)
    try:
        preview.enter()
        preview.until_ready()
        yield preview
    finally:
        code = preview.end()
    assert code == 0
    assert list(temporary.iterdir()) == []


@pytest.fixture(autouse=True)
def _as_it_was(served: Served) -> Iterator[None]:
    """Put back what a test has changed, and wait until the page shows it."""
    files = [path for path in served.folder.rglob("*.*") if path.is_file()]
    before = {path: path.read_bytes() for path in files}
    yield
    changed = {path: content for path, content in before.items() if path.read_bytes() != content}
    if changed:
        served.after(lambda: [path.write_bytes(content) for path, content in changed.items()])
