"""All trusts of a year at once: the good ones come out, whatever the others do."""

from __future__ import annotations

import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.batch.trusts import (
    ROOT,
    YEAR,
    command,
    contents,
    log_of,
    own_chapter,
    recruit,
    run_all,
    shelf_of,
    trust,
    trusts,
)
from tests.forking import needs_fork

pytestmark = [
    pytest.mark.slow,
    needs_fork,
]

# What is at fault with ten trusts of forty, and a word of what is told.
POISONS = {
    "X03": ("rows", "must not exceed shortlisted"),
    "X07": ("facts", "trust.yml"),
    "X11": ("raise ValueError('poison')", "ValueError: poison"),
    "X15": ("import os\nos._exit(3)", "Python ended while the chapter ran"),
    "X19": ("import time\ntime.sleep(900)", "a cell runs for more than 5 seconds"),
    "X23": ("print('poison')", "prints to stdout"),
    # It ends the process that makes the report: thought to be bad luck twice.
    "X27": ("import os, signal\nos.kill(os.getppid(), signal.SIGKILL)", "ended 3 times"),
    "X31": ("text", "there is no nowhere"),
    "X35": ("import sys\nsys.exit('poison')", "poison"),
    "X39": ("file", "must"),
}


def poison(year: Path, how: str) -> None:
    if how == "rows":
        recruit(year, 201)
    elif how == "facts":
        (year.parent / "trust.yml").write_text("name: [", encoding="utf-8")
    elif how == "text":
        own_chapter(year, "1;", "Of `{python} nowhere()` staff.")
    elif how == "file":
        (year / "recruitment.csv").write_bytes(b"\xff\xfe\x00nothing")
    else:
        own_chapter(year, how)


def test_ten_poisoned_trusts_of_forty_harm_no_other(tmp_path: Path) -> None:
    years = {year.parent.name: year for year in trusts(tmp_path, 40)}
    for code, (how, _) in POISONS.items():
        poison(years[code], how)
    ended = run_all(tmp_path, "--time-limit", "5")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    good = sorted(set(years) - set(POISONS))
    assert sorted(Path(line).name for line in ended.stdout.splitlines()) == good
    for code in good:
        assert f"Example {code} NHS Trust" in (shelf_of(tmp_path) / code / "report.html").read_text(
            encoding="utf-8"
        )
    told = {
        line["organisation"]: " ".join(line["lines"])
        for line in log_of(tmp_path)
        if line["event"] == "report" and line["status"] == "failed"
    }
    assert sorted(told) == sorted(POISONS)
    for code, (_, words) in POISONS.items():
        assert words in told[code]
        assert not (shelf_of(tmp_path) / code).exists()
    assert f"30 of 40 reports done; failed: {', '.join(sorted(POISONS))}" in ended.stderr


def test_reports_made_side_by_side_are_those_made_alone(tmp_path: Path) -> None:
    """No word and no figure of one trust is in the report of another."""
    together, alone = tmp_path / "together", tmp_path / "alone"
    shares = {"RAA": (41, "London"), "RBB": (67, "Midlands"), "RCC": (83, "South West")}
    for folder in (together, alone):
        shutil.copytree(ROOT / "data" / "benchmarks", folder / "data" / "benchmarks")
        for code, (appointed, region) in shares.items():
            year = trust(folder, code, appointed, region=region)
            own_chapter(year, "1;", f"Words that only {code} says.")
    assert run_all(together, "--workers", "3", to="html,docx,xlsx").returncode == 0
    for code in shares:
        others = alone / "data"
        kept = {path.name for path in others.iterdir()} & set(shares)
        for other in kept - {code}:
            shutil.move(others / other, alone / other)
        assert run_all(alone, "--workers", "1", to="html,docx,xlsx").returncode == 0
        for other in set(shares) - {code}:
            if (alone / other).exists():
                shutil.move(alone / other, others / other)
        made = contents(shelf_of(together) / code)
        assert made == contents(shelf_of(alone) / code)
        page = made["report.html"].decode()
        assert f"Words that only {code} says." in page
        for other in set(shares) - {code}:
            assert f"Example {other}" not in page
            assert f"only {other} says" not in page


def state(folder: Path, code: str) -> str:
    """Tell which of the reports stands on the shelf; it must be whole."""
    place = shelf_of(folder) / code
    if not place.exists():
        return "none"
    page = (place / "report.html").read_text(encoding="utf-8")
    assert page.rstrip().endswith("</html>")
    json.loads((place / "run.json").read_text(encoding="utf-8"))
    assert len(list((place / "notebooks").iterdir())) > 5
    (paragraph,) = set(re.findall(r"The report of the (old|new) data", page))
    rows = (place / "results.csv").read_text(encoding="utf-8")
    assert (",50.0,200.0," in rows or ",50,200," in rows) == (paragraph == "old")
    return paragraph


def change(folder: Path, code: str, word: str, appointed: int) -> None:
    year = folder / "data" / code / str(YEAR)
    recruit(year, appointed)
    own_chapter(year, "1;", f"The report of the {word} data.")


def test_killed_at_any_moment_the_old_or_the_new_report_stands_and_resume_finishes(
    tmp_path: Path,
) -> None:
    codes = [year.parent.name for year in trusts(tmp_path, 3)]
    for code in codes:
        change(tmp_path, code, "old", 50)
    begun = time.monotonic()
    assert run_all(tmp_path).returncode == 0
    whole = time.monotonic() - begun
    assert {state(tmp_path, code) for code in codes} == {"old"}
    for code in codes:
        change(tmp_path, code, "new", 60)
    kept = tmp_path / "kept"
    shutil.copytree(tmp_path / "build", kept, copy_function=shutil.copy2)
    draw = random.Random(20221)
    seen: set[str] = set()
    for moment in range(40):
        # Later ones only where the machine has become slower since the first run was timed.
        if moment >= 20 and seen == {"old", "new"}:
            break
        shutil.rmtree(tmp_path / "build")
        shutil.copytree(kept, tmp_path / "build", copy_function=shutil.copy2)
        # one in each twentieth of the run
        wait = (moment + draw.random()) / 20 * whole
        running = subprocess.Popen(
            command(),
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(wait)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        stood = {state(tmp_path, code) for code in codes}
        assert stood <= {"old", "new"}
        seen |= stood
        if moment % 5 == 4:
            resumed = run_all(tmp_path, "--resume")
            assert resumed.returncode == 0, resumed.stderr
            assert run_all(tmp_path).returncode == 0
            assert {state(tmp_path, code) for code in codes} == {"new"}
            left = [path.name for path in shelf_of(tmp_path).iterdir()]
            assert sorted(left) == sorted([*codes, "index.html"])
    assert seen == {"old", "new"}


def test_two_runs_on_one_shelf_do_not_collide(tmp_path: Path) -> None:
    trusts(tmp_path, 2)
    # long enough for two more runs to begin on a busy machine
    own_chapter(tmp_path / "data" / "X00" / str(YEAR), "import time\ntime.sleep(45)")
    first = subprocess.Popen(
        command(), cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=-1, text=True
    )
    internal = tmp_path / "build" / "internal" / str(YEAR)
    while not list(internal.glob("X00.*lock-holder")):
        time.sleep(0.1)
    second = run_all(tmp_path)
    assert second.returncode == 1
    (line,) = second.stderr.splitlines()
    assert line.startswith(f"wres: build of {YEAR} is being rendered by process {first.pid} on ")
    one = [*command()[:3], "render", "X00", str(YEAR), "--to", "html", "--engine", "embedded"]
    third = subprocess.run(
        one,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert third.returncode == 1
    assert f"build/{YEAR}/X00 is being rendered by process" in third.stderr
    assert first.communicate()[1].splitlines()[-1] == "2 of 2 reports done"
    assert run_all(tmp_path).stderr.splitlines()[-1] == "2 of 2 reports done, 2 of them unchanged"


def test_run_that_was_killed_is_told_to_the_next(tmp_path: Path) -> None:
    trusts(tmp_path, 1)
    own_chapter(tmp_path / "data" / "X00" / str(YEAR), "import time\ntime.sleep(3)")
    running = subprocess.Popen(
        command(), cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=-1
    )
    name = tmp_path / "build" / "internal" / str(YEAR) / "all.lock-holder"
    while not name.exists():
        time.sleep(0.05)
    running.kill()
    running.wait()
    ended = run_all(tmp_path)
    assert ended.returncode == 0
    assert ended.stderr.startswith(f"the last run did not finish (process {running.pid} on ")


def test_run_of_all_waits_for_a_report_that_somebody_renders_alone(tmp_path: Path) -> None:
    trusts(tmp_path, 2)
    own_chapter(tmp_path / "data" / "X00" / str(YEAR), "import time\ntime.sleep(8)")
    one = subprocess.Popen(
        [*command()[:3], "render", "X00", str(YEAR), "--to", "html", "--engine", "embedded"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    internal = tmp_path / "build" / "internal" / str(YEAR)
    while not list(internal.glob("X00.*lock-holder")):
        time.sleep(0.05)
    ended = run_all(tmp_path)
    assert ended.stderr.splitlines()[-1].startswith("2 of 2 reports done")
    assert one.wait() == 0


def test_peers_are_the_other_trusts_of_the_run_and_their_change_is_a_change(
    tmp_path: Path,
) -> None:
    years = trusts(tmp_path, 7)
    for place, year in enumerate(years):
        recruit(year, 40 + 5 * place)
    assert run_all(tmp_path, "--among-peers").returncode == 0
    rows = (shelf_of(tmp_path) / "X00" / "results.csv").read_text(encoding="utf-8")
    assert "percentile" in rows
    before = contents(shelf_of(tmp_path) / "X00")
    again = run_all(tmp_path, "--among-peers")
    assert again.stderr.splitlines()[-1] == "7 of 7 reports done, 7 of them unchanged"
    recruit(years[6], 20)  # from the best of all to the worst
    last = run_all(tmp_path, "--among-peers")
    assert last.stderr.splitlines()[-1] == "7 of 7 reports done"
    assert contents(shelf_of(tmp_path) / "X00") != before


def test_full_disk_is_told_and_the_old_report_stays(tmp_path: Path) -> None:
    trusts(tmp_path, 1)
    assert run_all(tmp_path).returncode == 0
    before = contents(shelf_of(tmp_path) / "X00", without=())
    recruit(tmp_path / "data" / "X00" / str(YEAR), 60)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    ended = run_all(tmp_path, preexec_fn=limit)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "X00: build: the disk has no room (File too large)" in ended.stderr
    assert contents(shelf_of(tmp_path) / "X00", without=()) == before


def test_disk_that_takes_nothing_is_told(tmp_path: Path) -> None:
    trusts(tmp_path, 1)
    ended = run_all(tmp_path, "--output", "/sys/wres")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "wres: /sys/wres: nothing can be written there" in ended.stderr


def test_trust_whose_folder_is_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    trusts(tmp_path, 1)
    assert run_all(tmp_path).returncode == 0
    (tmp_path / "data" / "X07").symlink_to(tmp_path / "gone")
    (tmp_path / "data" / "X08").mkdir()
    (tmp_path / "data" / "X08" / str(YEAR)).symlink_to(tmp_path / "gone")
    (tmp_path / "data" / "X08" / "2010").symlink_to(tmp_path / "gone")  # another year's
    (tmp_path / "data" / "notes of mine").symlink_to(tmp_path / "gone")
    ended = run_all(tmp_path)
    assert ended.returncode == 1
    told = ended.stderr.splitlines()
    for place in ("X07", f"X08/{YEAR}"):
        line = (
            f"{place[:3]}: data/{place} is a link that leads nowhere. Mend the link, or remove it."
        )
        assert line in told
    assert told[-1] == "wres: 1 of 3 reports done, 1 of them unchanged; failed: X07, X08"
    shutil.rmtree(tmp_path / "data" / "X00")
    alone = run_all(tmp_path)
    assert alone.returncode == 3
    assert f"data/X07, data/X08/{YEAR}: a link that leads nowhere" in alone.stderr
