"""Only what has changed is made again, and nothing stale is ever left."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.batch.trusts import ROOT, YEAR, contents, own_chapter, recruit, trust, trusts
from wres.apart import can_fork
from wres.made_of import made_of
from wres.report import Report, make_report, remake_report
from wres.shelf import place_of
from wres.stamps import Stamp, left_as, read_stamp, stamp_path


@dataclass
class Place:
    """One trust with everything that a report may depend on, and its report."""

    folder: Path
    report: Report

    @property
    def year(self) -> Path:
        return self.report.folder.path


@pytest.fixture
def place(tmp_path: Path) -> Place:
    (year,) = trusts(tmp_path, 1)
    (year.parent / str(YEAR - 1)).mkdir()
    recruit(year.parent / str(YEAR - 1), 45)
    (year.parent / str(YEAR + 1)).mkdir()
    recruit(year.parent / str(YEAR + 1), 55)
    own_chapter(year, "1;")
    project = tmp_path / "project"
    for name in ("notebooks", "assets"):
        shutil.copytree(ROOT / name, project / name)
    for name in ("_quarto.yml", "report.qmd"):
        shutil.copy(ROOT / name, project)
    extracts = tmp_path / "extracts" / "X00" / str(YEAR)
    extracts.mkdir(parents=True)
    (extracts / "board.csv").write_text("membership,voting,ethnic_origin\nExecutive,yes,A\n")
    peer = tmp_path / "peers" / "X09"
    peer.mkdir(parents=True)
    (peer / "results.csv").write_text("organisation\nX09\n")
    report = Report(
        "X00",
        YEAR,
        tmp_path / "data",
        tmp_path / "build",
        project,
        formats=("html",),
        engine="embedded",
        extracts=tmp_path / "extracts",
        peers=tmp_path / "peers",
        chapters="standard",
    )
    return Place(tmp_path, report)


def append(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("\n")


def rename(path: Path) -> None:
    path.rename(path.with_name(f"other{path.suffix}"))


KINDS: dict[str, Callable[[Place], object]] = {
    "counts": lambda one: recruit(one.year, 51),
    "a table that was not there": lambda one: (one.year / "training.csv").touch(),
    "a table that is gone": lambda one: (one.year / "recruitment.csv").unlink(),
    "the trust's facts": lambda one: append(one.year.parent / "trust.yml"),
    "an earlier year": lambda one: recruit(one.year.parent / str(YEAR - 1), 44),
    "a document's description": lambda one: (one.year / "board_paper.yml").touch(),
    "an action plan": lambda one: (one.year / "action_plan.csv").touch(),
    "a chapter of its own": lambda one: own_chapter(one.year, "1;", "Other words."),
    "a chapter's name": lambda one: rename(one.year / "notebooks" / "ours.ipynb"),
    "what its text was accepted against": lambda one: (
        one.year / "notebooks" / "accepted.csv"
    ).touch(),
    "an extract": lambda one: append(one.folder / "extracts/X00" / str(YEAR) / "board.csv"),
    "national figures": lambda one: append(one.folder / "data/benchmarks/national.csv"),
    "a peer's results": lambda one: append(one.folder / "peers/X09/results.csv"),
    "a new peer": lambda one: shutil.copytree(one.folder / "peers/X09", one.folder / "peers/X10"),
    "a chapter of the project": lambda one: append(
        one.report.project / "notebooks/recruitment.ipynb"
    ),
    "the spine": lambda one: append(one.report.project / "report.qmd"),
    "the stylesheet": lambda one: append(one.report.project / "assets/report.css"),
    "a filter": lambda one: append(one.report.project / "assets/report.lua"),
    "Quarto's settings": lambda one: append(one.report.project / "_quarto.yml"),
}
SETTINGS: dict[str, dict[str, object]] = {
    "profile": {"profile": "internal"},
    "formats": {"formats": ("html", "pdf")},
    "strictness": {"strict": True},
    "engine of chapters": {"chapters": "warm"},
    "peers": {"peers": None},
    "extracts": {"extracts": None},
}


@pytest.mark.parametrize("change", KINDS.values(), ids=KINDS)
def test_every_kind_of_input_belongs_to_what_a_report_is_made_of(
    change: Callable[[Place], object], place: Place
) -> None:
    before = made_of(place.report)
    assert made_of(place.report) == before
    change(place)
    assert made_of(place.report) != before


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_every_setting_belongs_to_it(settings: dict[str, object], place: Place) -> None:
    assert made_of(replace(place.report, **settings)) != made_of(place.report)  # type: ignore[arg-type]


def test_a_documents_own_description_belongs_to_it(place: Place) -> None:
    paper = place.folder / "papers" / "paper.yml"
    paper.parent.mkdir()
    paper.write_text("kind: board paper\n")
    described = replace(place.report, paper=paper)
    before = made_of(described)
    (paper.parent / "reference.docx").write_bytes(b"looks")
    assert made_of(described) != before != made_of(place.report)


def test_predecessors_years_belong_to_it(place: Place) -> None:
    facts = place.year.parent / "trust.yml"
    facts.write_text(facts.read_text()[:-1] + ', "predecessors": ["X08"]}')
    before = made_of(place.report)
    (place.folder / "data" / "X08" / str(YEAR - 1)).mkdir(parents=True)
    assert made_of(place.report) != before


@pytest.mark.parametrize(
    "elsewhere", [f"X00/{YEAR + 1}/recruitment.csv", "X07/trust.yml", "X00/.hidden"]
)
def test_what_a_report_does_not_read_does_not(elsewhere: str, place: Place) -> None:
    trust(place.folder, "X07")
    before = made_of(place.report)
    append(place.folder / "data" / elsewhere)
    assert made_of(place.report) == before


def test_code_and_the_versions_of_what_it_uses_belong_to_it(tmp_path: Path) -> None:
    """In another process each, since code doesn't change under a process that runs it."""
    package = tmp_path / "wres"
    shutil.copytree(ROOT / "wres", package, ignore=shutil.ignore_patterns("__pycache__"))
    asked = "from wres.stamps import library_digest; print(library_digest())"

    def digest() -> str:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
        said = subprocess.run(
            [sys.executable, "-c", asked],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            check=True,
        )
        return said.stdout.decode()

    first = digest()
    assert len(first.strip()) == 64
    assert digest() == first
    append(package / "definitions" / "bands.yml")
    second = digest()
    append(package / "labels.py")
    assert len({first, second, digest()}) == 3


# Another word at each run.
WORD = "import uuid\nfrom IPython.display import Markdown\nMarkdown(f'run {uuid.uuid4().hex}')"
_RUN = re.compile(rb"run [0-9a-f]{32}")


def run_of(place: Path) -> bytes:
    (word,) = set(_RUN.findall((place / "report.html").read_bytes()))
    return bytes(word)


@pytest.mark.slow
@pytest.mark.skipif(not can_fork(), reason="takes minutes with kernels")
def test_changed_paragraph_is_rendered_without_running_code_that_it_does_not_touch(
    tmp_path: Path,
) -> None:
    (year,) = trusts(tmp_path, 1)
    report = Report(
        "X00", YEAR, tmp_path / "data", tmp_path / "build", ROOT, "public", ("html",), "embedded"
    )
    inline = "A paragraph with `{python} year` in it."
    own_chapter(year, WORD, inline)
    first = remake_report(report)
    place, run = first.place, run_of(first.place)
    assert not first.unchanged
    assert remake_report(report).unchanged

    own_chapter(year, WORD, inline.replace("A paragraph", "Another text"))
    assert not remake_report(report).unchanged
    assert run_of(place) == run
    assert f"Another text with {YEAR} in it." in (place / "report.html").read_text("utf-8")
    # but for that word it is what running everything gives
    reused = {name: _RUN.sub(b"run", content) for name, content in contents(place).items()}
    remake_report(replace(report, fresh=True))
    assert run_of(place) != run
    made = {name: _RUN.sub(b"run", content) for name, content in contents(place).items()}
    assert made == reused

    for change in (
        lambda: own_chapter(year, WORD, inline.replace("{python} year", "{python} year + 1")),
        lambda: own_chapter(year, WORD + " ", inline.replace("year", "organisation")),
        lambda: recruit(year, 51),
    ):
        run = run_of(place)
        change()
        remake_report(report)
        assert run_of(place) != run


@pytest.mark.slow
@pytest.mark.skipif(not can_fork(), reason="takes minutes with kernels")
def test_report_that_was_touched_is_made_again(tmp_path: Path) -> None:
    trusts(tmp_path, 1)
    report = Report(
        "X00", YEAR, tmp_path / "data", tmp_path / "build", ROOT, "public", ("html",), "embedded"
    )
    place = make_report(report)
    made = contents(place)
    page = place / "report.html"
    for spoil in (
        lambda: page.write_text("other", encoding="utf-8"),
        page.unlink,
        (place / "more.txt").touch,
        lambda: shutil.rmtree(place),
        lambda: stamp_path(report.shelf, "X00", YEAR, "public").write_text("{", encoding="utf-8"),
    ):
        spoil()
        assert not remake_report(report).unchanged
        assert contents(place) == made
        assert remake_report(report).unchanged


@pytest.mark.slow
@pytest.mark.skipif(not can_fork(), reason="takes minutes with kernels")
def test_render_that_renews_what_text_was_accepted_against_is_not_its_own_change(
    tmp_path: Path,
) -> None:
    (year,) = trusts(tmp_path, 1)
    own_chapter(year, "1;", "White candidates: 100 of 300 were appointed.")
    report = Report(
        "X00", YEAR, tmp_path / "data", tmp_path / "build", ROOT, "public", ("html",), "embedded"
    )
    make_report(report)
    memory = year / "notebooks" / "accepted.csv"
    with memory.open(encoding="utf-8") as file:
        assert list(csv.DictReader(file))
    assert remake_report(report).unchanged


# What only making a report needs, seconds of imports together.
SLOW_TO_LOAD = ("matplotlib", "nbformat", "numpy", "pandas", "papermill", "scipy", "typst")


def test_nothing_that_makes_a_report_is_imported_to_find_it_unchanged(place: Place) -> None:
    report = replace(place.report, extracts=None, peers=None, chapters="auto")
    made = place_of(report.shelf, "X00", YEAR, "public")
    made.mkdir(parents=True)
    (made / "report.html").touch()
    stamped = stamp_path(report.shelf, "X00", YEAR, "public")
    Stamp(made_of(report), {}, left_as(made)).write(stamped)
    asked = (
        "import sys; from wres.cli import app; "
        f"app({['render', 'X00', str(YEAR), '--to', 'html', '--engine', 'embedded']}, "
        f"standalone_mode=False); print(set({SLOW_TO_LOAD}) & set(sys.modules))"
    )
    said = subprocess.run(
        [sys.executable, "-c", asked],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=place.folder,
        capture_output=True,
        check=True,
        text=True,
    )
    assert "unchanged" in said.stderr
    assert said.stdout.splitlines()[-1] == "set()"


def test_stamp_that_is_damaged_is_that_of_no_report(tmp_path: Path) -> None:
    path = tmp_path / "stamp.json"
    for text in ("", "{", "[]", "{}", '{"schema": 99}', '{"schema": 1, "made_of": {}, "more": 1}'):
        path.write_text(text, encoding="utf-8")
        assert not read_stamp(path).holds({}, tmp_path)


def test_nothing_that_is_published_holds_a_hash_of_all_inputs(place: Place) -> None:
    """With few possible counts, each could be tried."""
    stamp = stamp_path(place.report.shelf, "X00", YEAR, "public")
    assert "internal" in stamp.relative_to(place.folder).parts
