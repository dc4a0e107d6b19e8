"""Times of the scheduled render, each beside a baseline measured in the same run.

The plain way is what anybody would write: the `papermill` command for each chapter, then pandoc
once a format and Typst. The floor is what can't be left out: the same charts drawn and the same
pandoc and Typst calls made, in warm processes. Outputs are compared before times. Trusts are
simulated; they have tables of counts, as who renders for many trusts has (see national.py), and
the whole report.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat

from wres.apart import run_apart, warm_up
from wres.batch.units import WARM
from wres.chapters.staging import RESULTS_FILE, stage_report
from wres.counted import write_counts
from wres.loading import load_chapter
from wres.new_year import begin_chapter
from wres.preview.building import Builder
from wres.preview.status import Board
from wres.preview.wanted import Wanted
from wres.project import find_project
from wres.render import FORMATS, embedded, render
from wres.shelf import place_of

YEAR = 2024
WORKERS = 2
ROOT = find_project(Path(__file__).parent)


class Table:
    """Lines of the table: work, what it and the baseline took, their ratio, what is asked."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, ...]] = []

    def add(self, work: str, took: float, baseline: float, asked: str, *, faster: bool) -> None:
        ratio = baseline / took if faster else took / baseline
        told = f"{ratio:.1f} times faster" if faster else f"{ratio:.2f} times"
        self.lines.append((work, f"{took:.2f}", f"{baseline:.2f}", told, asked))
        print(f"{work}: {took:.2f} against {baseline:.2f}: {told} (asked: {asked})", flush=True)

    def write(self) -> None:
        head = ("work", "took", "baseline", "ratio", "asked")
        for line in (head, ("---",) * len(head), *self.lines):
            print("| " + " | ".join(line) + " |")


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    done = work()
    return time.perf_counter() - begun, done


def wres(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "wres", *arguments], check=True, stdout=subprocess.PIPE)


def render_all(data: Path, shelf: Path, *more: str) -> float:
    """Render all trusts and give the seconds that the command took."""
    told = ("--data", str(data), "--output", str(shelf), "--to", ",".join(FORMATS))
    engine = ("--engine", "embedded", "--workers", str(WORKERS))
    return timed(lambda: wres("render", "--all", "--year", str(YEAR), *told, *engine, *more))[0]


def plain(data: Path, organisation: str, folder: Path) -> float:
    """Render one trust the plain way; the folder gets `made` with its documents."""
    staged, made = folder / "staged", folder / "made"
    staged.mkdir(parents=True)
    begun = time.perf_counter()
    chapters = stage_report(load_chapter(data, organisation, YEAR, "public"), ROOT, staged)
    for chapter in chapters:
        asked = {"organisation": organisation, "results": RESULTS_FILE, "profile": "public"}
        given = [part for key, text in asked.items() for part in ("-r", key, text)]
        command = [sys.executable, "-m", "papermill", str(chapter), str(chapter), *given]
        command += ["-p", "year", str(YEAR), "--engine", "wres", "-k", "python3"]
        command += ["--cwd", str(chapter.parent), "--no-progress-bar"]
        subprocess.run(command, check=True, capture_output=True)
    for form in FORMATS:
        render(staged, (form,), made, "embedded")
    return time.perf_counter() - begun


def same_documents(made: Path, place: Path) -> bool:
    names = [path.name for path in made.iterdir() if path.is_file()]
    return bool(names) and all((made / n).read_bytes() == (place / n).read_bytes() for n in names)


def floor_of(tell: Callable[[Any], None], place: str) -> float:
    """Draw a report's charts and call pandoc and Typst for it; give the seconds of both."""
    staged, spent = Path(place), [0.0]

    def counted(work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **settings: Any) -> Any:
            seconds, done = timed(lambda: work(*given, **settings))
            spent[0] += seconds
            return done

        return run

    os.chdir(staged / "notebooks")
    for chapter in sorted(Path().glob("*.ipynb")):
        names: dict[str, Any] = {}
        for cell in nbformat.read(chapter, as_version=4).cells:
            if cell.cell_type != "code" or not cell.source.strip():
                continue
            if "label: fig-" not in cell.source:
                exec(cell.source, names)
                continue
            *lines, last = cell.source.rstrip().splitlines()
            exec("\n".join(lines), names)
            draw = counted(lambda last=last, names=names: eval(last, names))
            figure = draw()
            if figure is not None:
                counted(figure._repr_mimebundle_)()
    embedded.subprocess.run = counted(subprocess.run)
    embedded.typst.compile_with_warnings = counted(embedded.typst.compile_with_warnings)
    for form in ("html", "pdf", "docx"):
        embedded.render_embedded(staged, (form,), staged / "floor")
    return spent[0]


def floor(folders: Sequence[Path]) -> float:
    """Give the seconds that all reports take on all workers if nothing else is done."""
    warm_up(WARM)
    with ThreadPoolExecutor(WORKERS) as threads:
        spent = list(threads.map(lambda one: run_apart(floor_of, str(one)), folders))
    return sum(spent) / WORKERS


def memory(shelf: Path) -> tuple[float, float]:
    """Give the resident memory, in megabytes, of the 20th report's process and the last's."""
    log = shelf / "internal" / str(YEAR) / "all.public.jsonl"
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    begun = max(place for place, line in enumerate(lines) if line["event"] == "begun")
    held = [line["megabytes"] for line in lines[begun:] if line["event"] == "report"]
    return held[min(19, len(held) - 1)], held[-1]


def as_counts(data: Path, organisation: str) -> None:
    """Leave a trust's tables of counts in place of its extracts, and the whole report to make."""
    write_counts(data, organisation, YEAR, None)
    folder = data / organisation / str(YEAR)
    shutil.rmtree(folder / "extracts")
    (folder / "board_paper.yml").unlink(missing_ok=True)


def preview(data: Path, organisation: str, scratch: Path) -> tuple[float, float]:
    """Change a paragraph; give the seconds until its page stands, and those of pandoc in them."""
    begin_chapter(data, organisation, YEAR, ROOT, "findings", blank=True)
    (chapter,) = (data / organisation / str(YEAR) / "notebooks").glob("findings.ipynb")
    scratch.mkdir()
    board, ready, spent = Board(), threading.Event(), [0.0]
    board.listen(lambda status: ready.set() if status.state != "running" else None)
    run = subprocess.run

    def timed_run(*given: Any, **settings: Any) -> Any:
        seconds, done = timed(lambda: run(*given, **settings))
        spent[0] += seconds
        return done

    embedded.subprocess.run = timed_run
    builder = Builder(Wanted(organisation, YEAR, data, ROOT), scratch, board)
    builder.start()
    try:
        ready.wait()
        took = []
        for number in range(3):
            notebook = nbformat.read(chapter, as_version=4)
            notebook.cells.append(nbformat.v4.new_markdown_cell(f"Paragraph number {number}."))
            ready.clear()
            spent[0] = 0.0
            begun = time.perf_counter()
            nbformat.write(notebook, chapter)
            ready.wait()
            took.append((time.perf_counter() - begun, spent[0]))
            if f"Paragraph number {number}." not in board.now()[0].html:
                raise SystemExit("the preview does not show what was written")
    finally:
        builder.stop()
        embedded.subprocess.run = run
    return min(took)


def measure(work: Path, trusts: int, plainly: int) -> Table:
    table = Table()
    data = work / "data"
    made = ("--year", str(YEAR), "--years", "1", "--output", str(data))
    wres("simulate", "--trusts", str(trusts), *made)
    codes = sorted(path.name for path in data.iterdir() if (path / str(YEAR)).is_dir())
    with ProcessPoolExecutor(WORKERS) as processes:
        list(processes.map(as_counts, [data] * len(codes), codes))
    one = codes[0]
    cold = ("--data", str(data), "--output", str(work / "cold"), "--to", ",".join(FORMATS))
    took, _ = timed(lambda: wres("render", one, str(YEAR), *cold, "--engine", "embedded"))
    spent = [plain(data, code, work / "plain" / code) for code in codes[:plainly]]
    whole = render_all(data, work / "all")
    first, last = memory(work / "all")
    for code in codes[:plainly]:
        made = work / "plain" / code / "made"
        if not same_documents(made, place_of(work / "all", code, YEAR, "public")):
            raise SystemExit(f"{code}: the plain way gives other documents")
    table.add("one trust, cold, four formats", took, spent[0], "8 times faster", faster=True)
    mean = sum(spent) / len(spent)
    asked = "20 times faster"
    table.add(f"{trusts} trusts, per trust", whole / trusts, mean, asked, faster=True)
    folders = [work / "plain" / code / "staged" for code in codes[:plainly]]
    least = floor(folders) / len(folders)
    table.add("the same, against the floor", whole / trusts, least, "1.5 times", faster=False)
    again = render_all(data, work / "all")
    table.add("second run, nothing changed", again, whole, "0.02 times", faster=False)
    table.add(f"megabytes, report {trusts} against 20", last, first, "1.1 times", faster=False)
    on_dask = render_all(data, work / "dask", "--cluster", "local")
    table.add("Dask against processes", on_dask, whole, "1.15 times", faster=False)
    for code in codes[:plainly]:
        shelf = place_of(work / "dask", code, YEAR, "public")
        if not same_documents(work / "plain" / code / "made", shelf):
            raise SystemExit(f"{code}: Dask gives other documents")
    seconds, pandoc = preview(data, one, work / "preview")
    table.add("a paragraph changed, to its page", seconds, pandoc, "3 times", faster=False)
    return table


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--trusts", type=int, default=212)
    asked.add_argument("--plain", type=int, default=5, help="trusts rendered the plain way")
    asked.add_argument("--work", type=Path, default=Path("build/benchmark"))
    given = asked.parse_args()
    shutil.rmtree(given.work, ignore_errors=True)
    given.work.mkdir(parents=True)
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    measure(given.work.resolve(), given.trusts, given.plain).write()


if __name__ == "__main__":
    main()
