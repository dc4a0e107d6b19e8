"""A staff list of many trusts: split, counted as each trust's own extract would be, and written."""

import errno
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
from typer.testing import CliRunner

from wres.cli import app
from wres.counts import read_counts
from wres.errors import InputError, ShelfError
from wres.extracts.finding import find_extracts
from wres.extracts.layouts import read_extract
from wres.extracts.workforce import LAYOUT
from wres.sources import read_trust
from wres.sources.files import InputFile
from wres.sources.folders import YearFolder
from wres.split import split_staff_list

HEAD = "Org Code,Trust Name,Region,Trust Type,Employee Number,Primary Flag,Category,Staff Group,"
HEAD += "Pay Grade,Ethnic Origin,FTE"
ZZ1 = "ZZ1,One (fictional),London,acute"
ZZ2 = "ZZ2,Two (fictional),South West,community"
NURSE = "Permanent,Nursing and Midwifery Registered"
CLERK = "Permanent,Administrative and Clerical"
ROWS = (
    f"{ZZ1},1,Yes,{NURSE},Band 5,A,0.6",
    f"{ZZ1},1,No,{NURSE},Band 6,A,0.4",
    f"{ZZ2},1,Yes,{NURSE},Band 5,H,1.0",  # another trust's person 1
    f"{ZZ1},2,Yes,{CLERK},Band 4,H - Indian,1.0",
    f"{ZZ1},3,Yes,{NURSE},8A,Not stated,1.0",
    f"{ZZ1},4,Yes,Bank,Nursing and Midwifery Registered,Band 5,M,0.0",
    f"{ZZ2},2,Yes,{CLERK},Band 2,A,1.0",
)


def staff_list(folder, *rows, head=HEAD, name="staff.csv"):
    path = folder / name
    text = "\n".join([head, *rows]) + "\n"
    if name.endswith(".parquet"):
        pl.read_csv(io.StringIO(text), infer_schema=True).write_parquet(path)
    else:
        path.write_text(text, encoding="utf-8")
    return path


def split(path, data, **given):
    file = InputFile(path, path.name, f"wres split {path.name} --year 2024")
    return split_staff_list(file, data, 2024, workers=1, **given)


def command(*arguments):
    return CliRunner().invoke(app, ["split", *map(str, arguments)])


def headcount(data, organisation):
    table = pd.read_csv(data / organisation / "2024" / "workforce.csv", dtype={"band": "str"})
    whole = table[table["ethnic_group"].isna()]
    return {
        (row.staff_group, row.band, row.ethnicity): row.headcount
        for row in whole.itertuples()
        if row.headcount
    }


def test_each_trust_is_counted_by_hand(tmp_path):
    made = split(staff_list(tmp_path, *ROWS), tmp_path / "data")
    assert [(one.organisation, outcome) for one, outcome in made.trusts] == [
        ("ZZ1", "written"),
        ("ZZ2", "written"),
    ]
    assert headcount(tmp_path / "data", "ZZ1") == {
        ("clinical", "5", "White"): 1,
        ("clinical", "8a", "Unknown"): 1,
        ("non-clinical", "4", "BME"): 1,
    }
    assert headcount(tmp_path / "data", "ZZ2") == {
        ("clinical", "5", "BME"): 1,
        ("non-clinical", "2", "White"): 1,
    }
    assert [(one.rows, one.people) for one, _ in made.trusts] == [(5, 3), (2, 2)]


def test_parquet_gives_what_text_gives(tmp_path):
    split(staff_list(tmp_path, *ROWS), tmp_path / "text")
    split(staff_list(tmp_path, *ROWS, name="staff.parquet"), tmp_path / "parquet")
    for trust in ("ZZ1", "ZZ2"):
        name = f"{trust}/2024/workforce.csv"
        assert (tmp_path / "text" / name).read_bytes() == (tmp_path / "parquet" / name).read_bytes()


def test_tables_are_those_that_each_trusts_own_extract_gives(tmp_path, simulated):
    """A column of codes is put before each simulated trust's extract; headings are made alike."""
    frames, trusts = [], sorted(one.name for one in simulated.iterdir() if one.name != "benchmarks")
    for trust in trusts:
        frame = own_extract(simulated, trust)
        frames.append(frame.assign(organisation=trust))
    both = pd.concat(frames).fillna("").sample(frac=1, random_state=1)  # in no order of trusts
    both.to_csv(tmp_path / "all.csv", index=False)
    data = tmp_path / "data"
    for trust in trusts:
        (data / trust).mkdir(parents=True)
        facts = (simulated / trust / "trust.yml").read_bytes()
        (data / trust / "trust.yml").write_bytes(facts)
    made = split(tmp_path / "all.csv", data)
    assert {outcome for _, outcome in made.trusts} == {"written"}
    for trust in trusts:
        expected = read_counts(simulated, trust, 2024).tables["workforce"]
        got = read_counts(data, trust, 2024).tables["workforce"]
        keys = [name for name in expected if name not in ("headcount", "percent")]
        ordered = [
            table.sort_values(keys, ignore_index=True)[[*keys, "headcount"]]
            for table in (expected, got)
        ]
        pd.testing.assert_frame_equal(*ordered)


@pytest.fixture(scope="module")
def simulated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("simulated") / "data"
    given = ["simulate", "--trusts", "2", "--year", "2024", "--years", "1", "--output", str(folder)]
    assert CliRunner().invoke(app, given).exit_code == 0
    return folder


def own_extract(data, trust):
    """Read a simulated trust's workforce extract under the names of its fields."""
    folder = YearFolder(data, trust, 2024)
    (file,) = find_extracts(folder).files["workforce"]
    return read_extract(file, LAYOUT, read_trust(folder).settings.extracts).rows


def test_trust_and_source_are_said_where_nothing_says_them(tmp_path):
    split(staff_list(tmp_path, *ROWS), tmp_path / "data", source="Staff of England, 31 March 2024")
    trust = (tmp_path / "data" / "ZZ2" / "trust.yml").read_text()
    assert trust == ("ods_code: ZZ2\nname: Two (fictional)\nregion: South West\ntype: community\n")
    sources = (tmp_path / "data" / "ZZ2" / "2024" / "sources.yml").read_text()
    assert sources == (
        "workforce.csv:\n  source: Staff of England, 31 March 2024\n  already_published: false\n"
    )
    read = read_counts(tmp_path / "data", "ZZ2", 2024)
    assert read.trust.name == "Two (fictional)"


def test_what_is_there_stays_unless_it_is_to_be_replaced(tmp_path):
    path, data = staff_list(tmp_path, *ROWS), tmp_path / "data"
    split(path, data)
    assert {outcome for _, outcome in split(path, data).trusts} == {"unchanged"}
    table = data / "ZZ1" / "2024" / "workforce.csv"
    mine = table.read_text().replace(",1,", ",2,")
    table.write_text(mine)
    made = dict((one.organisation, (one, outcome)) for one, outcome in split(path, data).trusts)
    assert made["ZZ1"][1] == "failed"
    (problem,) = made["ZZ1"][0].problems
    assert problem.rule == "is there already, with other counts"
    assert "--replace" in problem.remedy
    assert "wres split staff.csv --year 2024" in problem.remedy
    assert table.read_text() == mine
    split(path, data, replacing=True)
    assert headcount(data, "ZZ1")["clinical", "5", "White"] == 1


def test_what_is_said_of_another_table_is_not_left_to_speak_of_this_one(tmp_path):
    path, data = staff_list(tmp_path, *ROWS), tmp_path / "data"
    sources = data / "ZZ1" / "2024" / "sources.yml"
    sources.parent.mkdir(parents=True)
    board = "# kept\nboard.csv:\n  source: register\n"
    sources.write_text("workforce.csv:\n  source: my report\n  already_published: true\n\n" + board)
    made = {one.organisation: (one, outcome) for one, outcome in split(path, data).trusts}
    assert made["ZZ1"][1] == "failed"
    (problem,) = made["ZZ1"][0].problems
    assert problem.rule == "is there already, with the source of another workforce.csv"
    assert not (sources.parent / "workforce.csv").exists()
    split(path, data, replacing=True, source="the list")
    own = "workforce.csv:\n  source: the list\n  already_published: false\n"
    assert sources.read_text() == board + own


def test_trust_that_published_all_has_not_published_the_counts_of_a_list(tmp_path):
    data = tmp_path / "data"
    (data / "ZZ1").mkdir(parents=True)
    (data / "ZZ1" / "trust.yml").write_text(
        "ods_code: ZZ1\nname: One\nregion: London\ntype: acute\nalready_published: true\n"
    )
    split(staff_list(tmp_path, *ROWS), data)
    assert read_counts(data, "ZZ1", 2024).sources["workforce"].already_published is False


def test_run_that_ended_between_two_files_is_completed_by_the_next(tmp_path):
    path, data = staff_list(tmp_path, *ROWS), tmp_path / "data"
    split(path, data)
    for name in ("workforce.csv", "sources.yml"):
        (data / "ZZ1" / "2024" / name).unlink()
        made = {one.organisation: outcome for one, outcome in split(path, data).trusts}
        assert made == {"ZZ1": "written", "ZZ2": "unchanged"}


def test_what_a_list_says_twice_or_not_at_all_of_a_trust_is_told(tmp_path):
    rows = [
        *ROWS,
        f"ZZ1,Another name,London,acute,8,Yes,{NURSE},Band 5,A,1.0",
        f"ZZ3,Three,Narnia,acute,1,Yes,{NURSE},Band 5,A,1.0",
        f"ZZ4,Four,London,,1,Yes,{NURSE},Band 5,A,1.0",
    ]
    made = split(staff_list(tmp_path, *rows), tmp_path / "data")
    told = {one.organisation: [warning.rule for warning in one.warnings] for one, _ in made.trusts}
    assert told == {
        "ZZ1": ["has 2 different texts for one trust; the first was taken"],
        "ZZ2": [],
        "ZZ3": ["is none of the seven NHS regions"],
        "ZZ4": ["is not there, and the list does not give the trust's type"],
    }


def test_bad_trust_is_named_with_its_row_and_the_rest_come_out(tmp_path):
    bad = f"{ZZ1},9,Yes,{NURSE},Band 55,A,1.0"
    result = command(
        staff_list(tmp_path, *ROWS, bad), "--year", 2024, "--data", tmp_path / "data",
        "--workers", 1,
    )  # fmt: skip
    assert result.exit_code == 1
    assert "ZZ1: " in result.stderr
    assert "row 9, column Pay Grade" in result.stderr
    assert "'Band 55'" in result.stderr
    assert "2 trusts (1 written, 0 unchanged, 1 failed)" in result.stdout
    assert not (tmp_path / "data" / "ZZ1").exists()
    assert (tmp_path / "data" / "ZZ2" / "2024" / "workforce.csv").exists()


def test_settings_of_a_trust_hold_for_its_rows_alone(tmp_path):
    data = tmp_path / "data"
    (data / "ZZ1").mkdir(parents=True)
    (data / "ZZ1" / "trust.yml").write_text(
        "ods_code: ZZ1\nname: One\nregion: London\ntype: acute\n"
        "settings: {extracts: {grades: {Band 55: '5'}}}\n"
    )
    rows = [f"{one},9,Yes,{NURSE},Band 55,A,1.0" for one in (ZZ1, ZZ2)]
    made = {one.organisation: outcome for one, outcome in split(
        staff_list(tmp_path, *rows), data).trusts}  # fmt: skip
    assert made == {"ZZ1": "written", "ZZ2": "failed"}


@pytest.mark.parametrize(
    ("row", "rule", "number"),
    [
        (f",,,,9,Yes,{NURSE},Band 5,A,1.0", "must say which trust's it is (1 row)", 9),
        (f"Total,,,,9,Yes,{NURSE},Band 5,A,1.0", "must say which trust's it is (1 row)", 9),
        (f"{ZZ1},9,Yes,Permanent, Nursing,x,Band 5,A,1.0", "must have 11 cells", 9),
    ],
)
def test_list_with_rows_of_no_trust_or_too_many_cells_is_refused(tmp_path, row, rule, number):
    with pytest.raises(InputError) as refused:
        split(staff_list(tmp_path, *ROWS, row), tmp_path / "data")
    (problem,) = refused.value.problems
    assert problem.rule.startswith(rule)
    assert problem.row == number
    assert not (tmp_path / "data").exists()


def test_blank_rows_totals_and_repeated_headers_are_left_out_with_a_note(tmp_path):
    rows = [*ROWS[:3], HEAD, *ROWS[3:], "," * 10, "Total,,,,7,,,,,,7"]
    rows += ["Extracted by the team" + "," * 10]
    made = split(staff_list(tmp_path, *rows), tmp_path / "data")
    assert sorted(note.rule for note in made.notes) == [
        "blank row, total or remark left out (1 row)",
        "blank row, total or remark left out (1 row)",
        "blank row, total or remark left out (1 row)",
        "repeated header left out (1 row)",
    ]
    assert [one.people for one, _ in made.trusts] == [3, 2]


def test_code_that_is_none_is_named(tmp_path):
    row = f"Trust A,,,,9,Yes,{NURSE},Band 5,A,1.0"
    made = split(staff_list(tmp_path, *ROWS, row), tmp_path / "data")
    failed = {one.organisation: one for one, outcome in made.trusts if outcome == "failed"}
    (problem,) = failed["TRUST A"].problems
    assert problem.rule == "must be an ODS code, 3 to 6 letters and digits (1 row)"
    assert (problem.row, problem.column) == (9, "Org Code")


def test_column_of_people_is_no_column_of_trusts(tmp_path):
    rows = [f"Q{number:05},,,,1,Yes,{NURSE},Band 5,A,1.0" for number in range(2100)]
    with pytest.raises(InputError, match="more than 2,000 different codes"):
        split(staff_list(tmp_path, *rows), tmp_path / "data")


def test_numbers_that_excel_spoilt_are_refused_and_not_quoted(tmp_path):
    rows = [*ROWS, f"{ZZ2},1.23E+09,Yes,{NURSE},Band 5,A,1.0", f"{ZZ2},#N/A,Yes,{NURSE},5,A,1.0"]
    made = split(staff_list(tmp_path, *rows), tmp_path / "data")
    told = [problem for one, _ in made.trusts for problem in one.problems]
    assert [(one.row, one.given) for one in told] == [(9, None), (10, None)]
    assert "scientific notation" in told[0].rule
    assert "error of Excel" in told[1].rule


def test_missing_column_is_named_with_the_option_that_mends_it(tmp_path):
    path = staff_list(tmp_path, *ROWS, head=HEAD.replace("Employee Number", "Emp Key"))
    with pytest.raises(InputError, match="has no column for person") as refused:
        split(path, tmp_path / "data")
    assert "--heading 'HEADING=field'" in str(refused.value)
    made = split(path, tmp_path / "data", headings={"Emp Key": "person"})
    assert [one.people for one, _ in made.trusts] == [3, 2]


def test_byte_that_is_no_utf8_is_found_far_down(tmp_path):
    path = staff_list(tmp_path, *[ROWS[0].replace(",1,", f",{n},") for n in range(30_000)])
    with path.open("ab") as more:
        more.write(f"{ZZ1},9,Yes,Caf".encode() + b"\xe9,,,,\n")
    with pytest.raises(InputError) as refused:
        split(path, tmp_path / "data")
    (problem,) = refused.value.problems
    assert (problem.row, problem.rule) == (30_002, "must be text in UTF-8; byte 0xe9 is not")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "must not be empty"),
        (b"PK\x03\x04", "must be Parquet, or text in columns"),
        (b"PAR1 cut short", "is damaged or cut short"),
    ],
)
def test_other_files_are_told_apart(tmp_path, content, rule):
    path = tmp_path / "staff.parquet"
    path.write_bytes(content)
    with pytest.raises(InputError, match=rule):
        split(path, tmp_path / "data")


def test_file_that_is_not_there_is_told_without_a_traceback(tmp_path):
    result = command(tmp_path / "none.csv", "--year", 2024)
    assert result.exit_code != 0
    assert isinstance(result.exception, InputError)
    assert "must be a file that can be read" in str(result.exception)


@pytest.fixture
def scratch(monkeypatch):
    """Give the folder of temporary files, with a path as short as sockets ask for."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


def test_rows_of_people_are_gone_at_the_end_and_what_a_killed_run_left(tmp_path, scratch):
    killed = scratch / "wres-run-killed"
    killed.mkdir()
    killed.with_suffix(".lock").touch()
    (killed / "0.parquet").write_bytes(b"rows")
    split(staff_list(tmp_path, *ROWS), tmp_path / "data")
    assert list(scratch.glob("wres-*")) == []


def test_data_folder_that_takes_nothing_is_told(tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")
    result = command(staff_list(tmp_path, *ROWS), "--year", 2024, "--data", tmp_path / "data")
    assert isinstance(result.exception, InputError)
    assert "must be a folder" in str(result.exception)


def test_scratch_disk_without_room_is_told_and_left_empty(tmp_path, scratch, monkeypatch):
    def full(*_, **__):
        raise pl.exceptions.ComputeError(f"parquet: IO error: {os.strerror(errno.ENOSPC)} (28)")

    monkeypatch.setattr(pl.LazyFrame, "sink_parquet", full)
    with pytest.raises(ShelfError, match=rf"{scratch}.*: the disk has no room.*TMPDIR"):
        split(staff_list(tmp_path, *ROWS), tmp_path / "data")
    assert list(scratch.iterdir()) == []
    assert not (tmp_path / "data").exists()


def test_without_polars_the_command_says_what_to_install(tmp_path):
    path = staff_list(tmp_path, *ROWS)
    code = "import sys; sys.modules['polars'] = None; from wres.cli import main; main()"
    told = subprocess.run(
        [sys.executable, "-c", code, "split", str(path), "--year", "2024"],
        capture_output=True, text=True, env=dict(os.environ), check=False,
        cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert told.returncode == 2
    assert "pip install 'wres[national]'" in told.stderr
