from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
import yaml

from wres.definitions.headings import accepted_headings, fold_heading
from wres.errors import UsageError
from wres.simulate import simulate_trusts
from wres.simulate.systems import load_wording
from wres.sources import read_trust_year
from wres.sources.benchmarks import load_benchmarks

PROJECT = Path(__file__).parents[3]
COMMITTED_SEED = 41
SOURCES = {"workforce", "recruitment", "disciplinary", "training", "staff_survey", "board"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("simulated") / "data"
    simulate_trusts(output, 1, 2024, seed=COMMITTED_SEED)
    return output


def extracts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*/extracts/*"))


def rows_of(path: Path) -> list[list[str]]:
    """Read a file's rows without the package under test."""
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path, read_only=True).active
        cells = [["" if c is None else str(c) for c in row] for row in sheet.values]
        return [row for row in cells if any(row)]
    content = path.read_bytes()
    text = content.decode("utf-16" if content[:2] == b"\xff\xfe" else "utf-8-sig")
    mark = max(",;|\t", key=text.splitlines()[-1].count)
    return [line.split(mark) for line in text.splitlines()]


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def content_of(path: Path) -> object:
    """Give what a file holds; a workbook's parts, however hard they were compressed."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as parts:
            return {name: parts.read(name) for name in parts.namelist()}
    return path.read_text("utf-8") if path.suffix == ".yml" else path.read_bytes().split()


def test_every_year_has_every_extract(made: Path) -> None:
    for year in ("2023", "2024"):
        names = {path.stem for path in (made / "ZZ1" / year / "extracts").iterdir()}
        assert {re.sub(r"_20[0-9]{2}$", "", name) for name in names} == SOURCES


def test_every_file_written_is_told(tmp_path: Path) -> None:
    told = simulate_trusts(tmp_path / "data", 1, 2024, years=1)
    assert sorted(told) == sorted(p for p in (tmp_path / "data").rglob("*") if p.is_file())


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(
    made: Path, tmp_path: Path
) -> None:
    simulate_trusts(tmp_path / "again", 1, 2024, seed=COMMITTED_SEED)
    simulate_trusts(tmp_path / "other", 1, 2024, seed=COMMITTED_SEED + 1)
    assert fingerprints(tmp_path / "again") == fingerprints(made)
    assert fingerprints(tmp_path / "other") != fingerprints(made)


def test_every_extract_says_that_it_is_fictional_in_its_first_column(made: Path) -> None:
    for path in extracts(made):
        rows = rows_of(path)
        top = next(place for place, row in enumerate(rows) if row[0] == "Fictional")
        assert top <= 1
        assert {row[0] for row in rows[top + 1 :]} == {"fictional"}


def test_every_workbook_says_so_in_its_properties(made: Path) -> None:
    books = [path for path in extracts(made) if path.suffix == ".xlsx"]
    assert books
    for path in books:
        assert "Fictional" in str(openpyxl.load_workbook(path).properties.title)


def test_trust_and_sources_say_so_and_are_read_without_a_problem(made: Path) -> None:
    trust_year = read_trust_year(made, "ZZ1", 2024)
    assert trust_year.trust.fictional
    assert not trust_year.trust.already_published
    assert trust_year.trust.name.endswith("(fictional)")
    assert set(trust_year.sources) == SOURCES
    assert all("Fictional" in note.source for note in trust_year.sources.values())


def test_identifiers_lead_to_nobody(made: Path) -> None:
    for path in extracts(made):
        for cell in (cell for row in rows_of(path)[2:] for cell in row[1:4]):
            if re.search(r"[0-9]{3,}", cell) and not re.search(r"20[0-9]{2}", cell):
                assert re.fullmatch(r"F[A-Z]?[0-9]+|[0-9]{3}|[0-9]{1,4}(\.[0-9])?", cell), cell


def test_benchmarks_are_read_and_say_that_they_are_fictional(made: Path) -> None:
    national = load_benchmarks(made)
    assert national["source"].str.startswith("Fictional").all()
    assert set(national["year"]) == {2023, 2024}
    assert set(national["indicator"]) == {"workforce_share", "9_board_share", *"2345678"}


@pytest.mark.parametrize("source", sorted(SOURCES))
def test_every_heading_means_its_field(source: str) -> None:
    accepted = accepted_headings(source)
    for name, variants in load_wording().headings[source].items():
        assert {accepted[fold_heading(heading)] for heading in variants} == {name}


def test_headings_of_a_trusts_own_are_unknown_without_its_settings() -> None:
    for source, own in load_wording().own_headings.items():
        assert not {fold_heading(heading) for heading in own} & set(accepted_headings(source))


def test_a_longer_run_of_years_ends_in_the_year_asked_for(tmp_path: Path) -> None:
    simulate_trusts(tmp_path, 1, 2022, years=3)
    years = {path.name for path in (tmp_path / "ZZ1").iterdir() if path.is_dir()}
    assert years == {"2020", "2021", "2022"}


def test_an_older_edition_of_the_survey_has_the_older_base(tmp_path: Path) -> None:
    # don't know came into the base of indicator 7 with the edition of autumn 2021
    simulate_trusts(tmp_path, 1, 2020, seed=COMMITTED_SEED, years=1)
    files = list((tmp_path / "ZZ1").glob("2020/extracts/staff_survey*"))
    bases = {row[-1] for path in files for row in rows_of(path)[1:] if row[1] == "7"}
    assert bases == {"don't know excluded"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"trusts": 0}, "trusts must be from 1 to 9999, got 0"),
        ({"trusts": -3}, "trusts must be from 1 to 9999, got -3"),
        ({"trusts": 10_000}, "trusts must be from 1 to 9999"),
        ({"year": 24}, "year must be from 2016 to 2099, got 24"),
        ({"year": 2100}, "year must be from 2016 to 2099"),
        ({"years": 0}, "years must be from 1 to 10, got 0"),
        ({"years": 11}, "years must be from 1 to 10"),
        ({"year": 2016}, "the first of the years must be from 2016 to 2099, got 2015"),
    ],
)
def test_silly_numbers_are_refused_before_anything_is_written(
    given: dict[str, int], message: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=message):
        simulate_trusts(tmp_path / "out", **{"trusts": 1, "year": 2024, **given})
    assert not (tmp_path / "out").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine")
    with pytest.raises(UsageError, match="is not empty; give --output a new or empty folder"):
        simulate_trusts(tmp_path, 1, 2024)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("mine")
    with pytest.raises(UsageError, match="is a file"):
        simulate_trusts(place, 1, 2024)


def test_the_committed_fictional_trust_is_what_its_seed_makes(made: Path) -> None:
    committed = PROJECT / "data" / "ZZ1"
    facts = yaml.safe_load((committed / "trust.yml").read_text("utf-8"))
    assert f"(seed {COMMITTED_SEED})" in facts["source"]
    names = {path.relative_to(made / "ZZ1") for path in extracts(made)}
    # Its plans and its document are written by hand.
    names |= {Path("trust.yml"), Path("2023/sources.yml"), Path("2024/sources.yml")}
    for name in sorted(names):
        assert content_of(committed / name) == content_of(made / "ZZ1" / name), name


def test_the_committed_fictional_trust_is_small() -> None:
    files = [path for path in (PROJECT / "data" / "ZZ1").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 2_000_000
