"""The commands on a trust's own extracts, from the check to the return, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from wres.sources import read_trust_year

Ended = subprocess.CompletedProcess[str]
Run = Callable[..., Ended]

COUNTED = ("workforce", "recruitment", "disciplinary", "training", "staff_survey", "board")
STAFF_2024 = Path("data", "ZZ1", "2024", "workforce.csv")
RETURN_2024 = Path("data", "ZZ1", "2024", "return.csv")


@pytest.fixture(scope="module")
def fictional(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """A folder with the fictional trust, its extracts and the national figures."""
    folder = tmp_path_factory.mktemp("fictional")
    for name in ("ZZ1", "benchmarks"):
        shutil.copytree(project / "data" / name, folder / "data" / name)
    return folder


@pytest.fixture
def copy(fictional: Path, tmp_path: Path) -> Path:
    """A copy of that folder for one test alone."""
    shutil.copytree(fictional / "data", tmp_path / "data")
    return tmp_path


def wres(*arguments: str, cwd: Path) -> Ended:
    ended = subprocess.run(
        [sys.executable, "-m", "wres", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert "Traceback" not in ended.stderr
    return ended


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def rewrite(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


# check


@pytest.fixture(scope="module")
def sound_check(fictional: Path) -> Ended:
    """What the check says of the trust as it is."""
    before = files_in(fictional)
    ended = wres("check", "ZZ1", "2024", cwd=fictional)
    assert files_in(fictional) == before
    return ended


@pytest.mark.slow
def test_check_of_a_sound_trust_ends_with_0_and_counts_what_it_found(sound_check: Ended) -> None:
    assert (sound_check.returncode, sound_check.stderr) == (0, "")
    lines = sound_check.stdout.splitlines()
    kinds = [line.partition(":")[0] for line in lines[:-1]]
    warnings, notes = kinds.count("warning"), kinds.count("note")
    assert set(kinds) == {"warning", "note"}
    assert lines[-1] == f"0 errors, {warnings} warning{'s' * (warnings != 1)}, {notes} notes"


@pytest.mark.slow
def test_check_in_json_tells_the_same_findings_as_in_text(
    fictional: Path, sound_check: Ended
) -> None:
    text = sound_check.stdout
    ended = wres("check", "ZZ1", "2024", "--format", "json", cwd=fictional)
    read = json.loads(ended.stdout)
    assert ended.returncode == 0
    assert (read["errors"], read["warnings"]) == (0, text.count("\nwarning:") + 1)
    told = text.splitlines()[:-1]
    assert len(read["findings"]) == len(told)
    for finding, line in zip(read["findings"], told, strict=True):
        assert line.startswith(f"{finding['kind']}: {finding['file']}")
        assert finding["rule"] in line


@pytest.mark.slow
def test_strict_check_ends_with_1_on_a_warning_alone(fictional: Path) -> None:
    ended = wres("check", "ZZ1", "2024", "--strict", cwd=fictional)
    assert ended.returncode == 1
    assert ended.stdout.startswith("warning: ")
    assert "\n0 errors, " in ended.stdout


@pytest.mark.slow
def test_check_of_more_cases_than_staff_warns_and_lets_the_figures_pass(copy: Path) -> None:
    cases = "ethnicity,workforce,entered_process\nWhite,600,4\nBME,2,3\nUnknown,30,0\n"
    (copy / "data" / "ZZ1" / "2024" / "extracts" / "disciplinary.xlsx").unlink()
    (copy / "data" / "ZZ1" / "2024" / "disciplinary.csv").write_text(cases, encoding="utf-8")
    ended = wres("check", "ZZ1", "2024", cwd=copy)
    assert ended.returncode == 0
    (line,) = [one for one in ended.stdout.splitlines() if "3 BME people entered" in one]
    assert line.startswith("warning: data/ZZ1/2024/disciplinary.csv: ")
    printed = wres(
        "indicators", "ZZ1", "2024", "--profile", "internal", "--format", "csv", cwd=copy
    )
    assert printed.returncode == 0
    found = {
        (row["measure"], row["group"]): (row["status"], row["value"])
        for row in csv.DictReader(io.StringIO(printed.stdout))
        if row["indicator"] == "3" and row["breakdown"] == "all"
    }
    assert found["likelihood", "BME"] == ("not available", "")
    assert found["relative_likelihood", "BME"] == ("not available", "")
    assert found["likelihood", "White"][0] == "ok"


# counts


def test_counts_prints_every_table_and_writes_nothing(fictional: Path) -> None:
    before = files_in(fictional)
    ended = wres("counts", "ZZ1", "2024", cwd=fictional)
    assert (ended.returncode, ended.stderr) == (0, "")
    for name in COUNTED:
        assert f"{name}, ZZ1 2024" in ended.stdout
    assert files_in(fictional) == before


@pytest.mark.slow
def test_written_counts_agree_with_their_extracts_and_are_not_to_be_passed_on(copy: Path) -> None:
    ended = wres("counts", "ZZ1", "2024", "--write", cwd=copy)
    assert ended.returncode == 0
    (line,) = ended.stderr.splitlines()
    assert line.startswith("warning: these tables hold true counts, small ones among them")
    assert line.endswith("do not pass them on")
    written = [f"data/ZZ1/2024/{name}.csv" for name in COUNTED]
    assert [Path(line).as_posix() for line in ended.stdout.splitlines()] == written
    # Beside them lie the tables that no extract is counted for.
    beside = {"local_population", "supplementary"}
    assert set(read_trust_year(copy / "data", "ZZ1", 2024).tables) == {*COUNTED, *beside}
    # They are held against the extracts they came from; nothing is left to write, nor to warn of.
    again = wres("counts", "ZZ1", "2024", "--write", cwd=copy)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


@pytest.mark.slow
def test_written_table_that_was_changed_no_longer_agrees_with_its_extract(copy: Path) -> None:
    wres("counts", "ZZ1", "2024", "--write", cwd=copy)
    rows = rows_of(copy / STAFF_2024)
    rows[0]["headcount"] = str(int(rows[0]["headcount"]) + 1)
    rewrite(copy / STAFF_2024, rows)
    ended = wres("indicators", "ZZ1", "2024", cwd=copy)
    assert (ended.returncode, ended.stdout) == (3, "")
    assert "data/ZZ1/2024/workforce.csv" in ended.stderr


# return


def test_return_writes_a_workbook_on_the_internal_shelf_alone(copy: Path) -> None:
    ended = wres("return", "ZZ1", "2024", cwd=copy)
    assert (ended.returncode, ended.stderr) == (0, "")
    (path,) = ended.stdout.splitlines()
    assert Path(path).as_posix() == "build/internal/2024/ZZ1.return.xlsx"
    assert (copy / path).read_bytes().startswith(b"PK")
    assert not (copy / RETURN_2024).exists()


@pytest.fixture(scope="module")
def returned(fictional: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy in which the return was saved."""
    folder = tmp_path_factory.mktemp("returned")
    shutil.copytree(fictional / "data", folder / "data")
    ended = wres("return", "ZZ1", "2024", "--save", cwd=folder)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert [Path(line).as_posix() for line in ended.stdout.splitlines()] == [
        "build/internal/2024/ZZ1.return.xlsx",
        RETURN_2024.as_posix(),
    ]
    return folder


@pytest.fixture
def contradicted(returned: Path, tmp_path: Path) -> Path:
    """A copy in which seven people more were returned in band 5 than the extracts have."""
    shutil.copytree(returned / "data", tmp_path / "data")
    rows = rows_of(tmp_path / RETURN_2024)
    changed = next(row for row in rows if row["label"] == "Band 5")
    changed["value"] = str(int(changed["value"]) + 7)
    rewrite(tmp_path / RETURN_2024, rows)
    return tmp_path


def explain(folder: Path) -> None:
    """Give a reason for the changed figure."""
    rows = rows_of(folder / RETURN_2024)
    next(row for row in rows if row["label"] == "Band 5")["reason"] = "corrected in May"
    rewrite(folder / RETURN_2024, rows)


@pytest.mark.slow
def test_saved_return_agrees_with_the_figures_it_was_made_from(returned: Path) -> None:
    ended = wres("check", "ZZ1", "2024", cwd=returned)
    assert (ended.returncode, "return.csv" in ended.stdout) == (0, False)


@pytest.mark.slow
def test_figure_that_contradicts_the_saved_return_stops_check_and_render(
    contradicted: Path, returned: Path
) -> None:
    pairs = zip(rows_of(contradicted / RETURN_2024), rows_of(returned / RETURN_2024), strict=True)
    ((changed, saved),) = [(now, then) for now, then in pairs if now != then]
    message = f"data/ZZ1/2024/return.csv, column value: field {changed['field']} must equal"
    checked = wres("check", "ZZ1", "2024", cwd=contradicted)
    assert checked.returncode == 1
    assert f"contradiction: {message}" in checked.stdout
    rendered = wres("render", "ZZ1", "2024", "--to", "html", cwd=contradicted)
    assert (rendered.returncode, rendered.stdout) == (1, "")
    assert rendered.stderr.startswith(f"wres: {message}")
    assert f"{saved['value']}), got '{changed['value']}'" in rendered.stderr
    assert not (contradicted / "build").exists()


@pytest.mark.slow
def test_figure_that_differs_from_the_return_passes_with_a_reason(contradicted: Path) -> None:
    explain(contradicted)
    # Totals that hold the band differ by the same seven, for the same reason.
    for verb in ("check", "indicators"):
        assert wres(verb, "ZZ1", "2024", cwd=contradicted).returncode == 0


@pytest.mark.slow
def test_report_tells_the_reason_for_a_figure_that_differs(contradicted: Path) -> None:
    explain(contradicted)
    ended = wres("render", "ZZ1", "2024", "--to", "html", "--engine", "embedded", cwd=contradicted)
    assert ended.returncode == 0
    page = contradicted / "build" / "2024" / "ZZ1" / "report.html"
    assert "corrected in May" in page.read_text(encoding="utf-8")


# new


@pytest.mark.slow
def test_new_begins_a_year_that_check_finds_unfilled_and_leaves_last_years(copy: Path) -> None:
    before = files_in(copy)
    ended = wres("new", "ZZ1", "2025", cwd=copy)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "wres check ZZ1 2025" in ended.stdout
    after = files_in(copy)
    made = {name for name in after if name not in before}
    assert {after[name] for name in before} == set(before.values())
    assert all(name.startswith("data/ZZ1/2025/") for name in made)
    assert {f"data/ZZ1/2025/extracts/{name}.xlsx" for name in COUNTED} <= made
    checked = wres("check", "ZZ1", "2025", cwd=copy)
    assert checked.returncode == 3
    assert "data/ZZ1/2025/sources.yml" in checked.stdout


@pytest.mark.slow
def test_new_run_again_changes_nothing(copy: Path) -> None:
    wres("new", "ZZ1", "2025", cwd=copy)
    before = files_in(copy)
    assert wres("new", "ZZ1", "2025", cwd=copy).returncode == 0
    assert files_in(copy) == before


# simulate


@pytest.mark.slow
def test_simulated_trust_passes_the_check(tmp_path: Path) -> None:
    made = wres("simulate", "--year", "2024", "--years", "1", "--output", "data", cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    count = len(files_in(tmp_path))
    assert made.stdout == f"{count} files of 1 fictional trusts in data\n"
    assert wres("check", "ZZ1", "2024", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--year", "2024", "--trusts", "0"), "trusts must be from 1 to 9999, got 0"),
        (("--year", "2015"), "year must be from 2016 to 2099, got 2015"),
        (("--year", "2024", "--years", "11"), "years must be from 1 to 10, got 11"),
        (("--year", "2017", "--years", "3"), "the first of the years must be from 2016"),
        (("--year", "soon"), "integer"),
    ],
)
def test_numbers_that_make_no_sense_end_with_2_and_make_nothing(
    arguments: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    ended = wres("simulate", *arguments, "--output", "data", cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert message in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_simulate_writes_over_nothing(copy: Path) -> None:
    before = files_in(copy)
    ended = wres("simulate", "--year", "2024", "--output", "data", cwd=copy)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "data" in ended.stderr
    assert files_in(copy) == before


# render --all


RECRUITED = "ethnicity,shortlisted,appointed\nWhite,300,100\nBME,200,50\nUnknown,0,0\n"
BOARD = "membership,voting,ethnic_origin\nExecutive,yes,A\nNon-executive,yes,N\n"


def tiny(folder: Path, organisation: str, recruitment: str) -> None:
    """Write a trust with one table, whose figures are public already."""
    place = folder / "data" / organisation
    (place / "2022").mkdir(parents=True)
    facts = {
        "ods_code": organisation,
        "name": f"Example {organisation} NHS Trust",
        "region": "London",
        "type": "community",
        "already_published": True,
        "fictional": True,
    }
    (place / "trust.yml").write_text(json.dumps(facts), encoding="utf-8")
    (place / "2022" / "recruitment.csv").write_text(recruitment, encoding="utf-8")


@pytest.fixture
def two_trusts(tmp_path: Path, project: Path) -> Path:
    """A folder with two tiny trusts, the second with more people appointed than shortlisted."""
    tiny(tmp_path, "RXX", RECRUITED)
    tiny(tmp_path, "RYX", RECRUITED.replace("300,100", "300,301"))
    shutil.copytree(project / "data" / "benchmarks", tmp_path / "data" / "benchmarks")
    return tmp_path


def put_board(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "board.csv").write_text(BOARD, encoding="utf-8")


RENDER_ALL = ("render", "--all", "--year", "2022", "--to", "html", "--engine", "embedded")


@pytest.mark.slow
def test_one_bad_trust_of_all_ends_with_1_and_the_others_come_out(two_trusts: Path) -> None:
    put_board(two_trusts / "private" / "RXX" / "2022")
    ended = wres(*RENDER_ALL, "--extracts", "private", cwd=two_trusts)
    assert ended.returncode == 1
    assert [Path(line).as_posix() for line in ended.stdout.splitlines()] == ["build/2022/RXX"]
    lacking, *told, last = ended.stderr.splitlines()
    (fault,) = [line for line in told if " row " in line]
    assert lacking.startswith("RYX: private has no folder RYX/2022; only what lies in the data")
    assert fault.startswith("RYX: data/RYX/2022/recruitment.csv row 2, column appointed: must not")
    assert last == "wres: 1 of 2 reports done; failed: RYX"
    shelf = two_trusts / "build" / "2022"
    assert sorted(path.name for path in shelf.iterdir()) == ["RXX", "index.html"]
    assert {line.split(",")[0] for line in told} - {fault} >= {"RXX: done", "RYX: failed"}
    rows = rows_of(two_trusts / "build" / "2022" / "RXX" / "results.csv")
    # (50/200) against (100/300), White over BME: 4/3
    (ratio,) = [row for row in rows if row["measure"] == "relative_likelihood" and row["value"]]
    assert float(ratio["value"]) == pytest.approx(4 / 3)
    record = json.loads((two_trusts / "build/2022/RXX/run.json").read_text(encoding="utf-8"))
    assert "RXX/2022/board.csv" in record["inputs_sha256"]


@pytest.mark.slow
def test_extracts_that_could_be_any_trusts_are_read_for_none_of_all(two_trusts: Path) -> None:
    put_board(two_trusts / "private")
    ended = wres(*RENDER_ALL, "--extracts", "private", cwd=two_trusts)
    assert (ended.returncode, ended.stdout) == (3, "")
    (line,) = ended.stderr.splitlines()
    assert "private: has no folder ODS/2022 of any trust with data" in line
    assert "they could be any trust's" in line
    assert not (two_trusts / "build").exists()


@pytest.mark.slow
def test_missing_folder_of_extracts_stops_all_before_the_first(two_trusts: Path) -> None:
    ended = wres(*RENDER_ALL, "--extracts", "nowhere", cwd=two_trusts)
    assert (ended.returncode, ended.stdout) == (3, "")
    assert "nowhere: there is no such folder of extracts" in ended.stderr
    assert not (two_trusts / "build").exists()


@pytest.mark.slow
def test_check_notes_once_that_extracts_lie_in_no_folder_of_a_trust(two_trusts: Path) -> None:
    put_board(two_trusts / "private")
    ended = wres("check", "RXX", "2022", "--extracts", "private", cwd=two_trusts)
    assert ended.returncode == 0
    (line,) = [one for one in ended.stdout.splitlines() if one.startswith("note: private: ")]
    assert "they are taken for RXX in 2022" in line


# a trust's own chapters


@pytest.mark.slow
def test_own_chapter_is_made_checked_opened_by_hand_merged_and_accepted(copy: Path) -> None:
    made = wres("new", "ZZ1", "2024", "--chapter", "disciplinary", cwd=copy)
    assert made.returncode == 0
    notebooks = "data/ZZ1/2024/notebooks"
    assert f"made     {notebooks}/disciplinary.ipynb" in made.stdout
    by_hand = f"wres indicators ZZ1 2024 --output {notebooks}"
    assert f"then     {by_hand}" in made.stdout

    written = wres(*by_hand.split()[1:], cwd=copy)
    assert (written.returncode, written.stderr) == (0, "")
    assert written.stdout.split() == [
        f"{notebooks}/{name}" for name in ("results.csv", "facts.json", "facts.yml")
    ]

    path = copy / notebooks / "disciplinary.ipynb"
    own = nbformat.read(path, as_version=4)
    own.cells[1].source += "\nfrom wres.vocabulary import *\nprint(ratio(3))"
    own.cells[-1].source = "The ratio is `{python} ratoi(3)`."
    nbformat.write(own, path)
    NotebookClient(own, resources={"metadata": {"path": str(path.parent)}}).execute()
    # by hand it runs in its own folder, on figures that disclosure control has passed
    assert own.cells[1].outputs[0].text == "withheld\n"

    checked = wres("check", "ZZ1", "2024", cwd=copy)
    assert checked.returncode == 3
    assert "there is no ratoi; perhaps ratio" in checked.stdout
    own.cells[-1].source = "The ratio is `{python} ratio(3)`."
    nbformat.write(own, path)
    assert wres("check", "ZZ1", "2024", cwd=copy).returncode == 0
    assert (copy / notebooks / "accepted.csv").is_file()

    merged = wres("new", "ZZ1", "2024", "--merge", cwd=copy)
    assert (merged.returncode, "nothing to bring in" in merged.stdout) == (0, True)
    accepted = wres("accept", "ZZ1", "2024", cwd=copy)
    told = "nothing new to accept: the text stands as accepted\n"
    assert (accepted.returncode, accepted.stdout, accepted.stderr) == (0, "", told)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("new", "ZZ1", "2024", "--chapter", "disciplinry"), "perhaps disciplinary"),
        (("new", "ZZ1", "2024", "--add", "x", "--merge"), "--add begins one new chapter"),
        (("new", "ZZ1", "2024", "--merge"), "holds no chapters of its own"),
        (("accept", "ZZ1", "2024", "--cell", "note"), "there is no cell note"),
    ],
)
def test_use_of_chapters_that_can_not_work_ends_with_2(
    arguments: tuple[str, ...], message: str, copy: Path
) -> None:
    ended = wres(*arguments, cwd=copy)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert message in ended.stderr
