"""Counts from the extracts of fictional trusts, counted again here in plain pandas.

Nothing of `wres.extracts` or `wres.definitions` is used for the second count: files are opened,
codes, grades and dates read, and people counted once, by the few lines below. What the trusts'
inventor knows the counts to be is the third witness.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import yaml

from wres.extracts import Extracts, read_extracts
from wres.simulate import plan_trusts, simulate_trusts, true_counts_by_year
from wres.simulate.systems import Systems
from wres.sources.folders import YearFolder
from wres.sources.places import place_rows
from wres.sources.trust import Trust
from wres.sources.yaml_facts import read_facts

# Each is one small trust and two years; together they write in every form (tested below).
SEEDS = (2, 9, 31, 41)
YEARS = (2023, 2024)
GROUPS = ["White", "BME", "Unknown"]
LETTERS = {"White": "ABC", "BME": "DEFGHJKLMNPRS"}
WORDS = {
    "White": ["White - British", "White - Irish", "White British", "Any other White background"],
    "Unknown": ["", "Not stated", "No data", "Prefer not to say", "99", "Z", "Z Not Stated"],
    "BME": [
        "Pakistani",
        "Bangladeshi",
        "Asian",
        "Arab",
        "Chinese",
        "Black African",
        "Black Caribbean",
        "Any other Asian background",
        "Any other Black background",
        "Any other mixed background",
        "Any other ethnic group",
        "Asian or Asian British - Indian",
        "Mixed - White & Asian",
        "Mixed - White & Black African",
        "Mixed - White & Black Caribbean",
        "Mixed - Any other mixed background",
    ],
}
MEDICAL = {
    "Consultant": "consultant",
    "Specialty Doctor": "non-consultant career grade",
    "Associate Specialist": "non-consultant career grade",
    "Specialty Registrar": "trainee",
    "Foundation Doctor Year 1": "trainee",
    "Hospital Practitioner": "other",
    "Salaried GP": "other",
    "Very Senior Manager": "VSM",
    "VSM": "VSM",
}


@dataclass(frozen=True)
class Case:
    """One trust and year: its folder, its settings, what wres counted and what is true."""

    folder: YearFolder
    trust: Trust
    systems: Systems
    counted: Extracts
    truth: dict[str, pd.DataFrame]

    def rows(self, source: str) -> pd.DataFrame:
        """Open an extract under the names of its fields; several files one after another."""
        files = sorted((self.folder.path / "extracts").glob(f"{source}*"))
        names = {heading: name for name, heading in self.systems.headings(source).items()}
        tables = [opened(path).rename(columns=names) for path in files]
        return pd.concat(tables, ignore_index=True)

    def table(self, name: str) -> pd.DataFrame:
        """Give the rows of the whole trust in the counts table of this name."""
        table = self.counted.tables[name]
        parts = [c for c in ("division", "directorate", "site", "ethnic_group") if c in table]
        return table[table[parts].isna().all(axis=1)]


@pytest.fixture(scope="module", params=SEEDS)
def cases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    output = tmp_path_factory.mktemp(f"seed{request.param}")
    simulate_trusts(output, 1, YEARS[-1], seed=request.param, years=len(YEARS))
    return list(made(output, request.param))


def made(output: Path, seed: int) -> Iterator[Case]:
    plan = next(plan_trusts(1, seed))
    for year, truth in true_counts_by_year(plan, YEARS[-1], len(YEARS)):
        folder = YearFolder(output, plan.ods_code, year)
        trust = read_facts(folder.trust(), Trust)
        yield Case(folder, trust, Systems(plan), read_extracts(folder, trust), truth)


def opened(path: Path) -> pd.DataFrame:
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path, read_only=True).active
        lines = [[text_of(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        top = next(place for place, line in enumerate(lines) if line[0] == "Fictional")
        return pd.DataFrame(lines[top + 1 :], columns=lines[top])
    content = path.read_bytes()
    text = content.decode("utf-16" if content.startswith(b"\xff\xfe") else "utf-8-sig")
    top = re.search(r"^Fictional([,;|\t])", text, re.MULTILINE)
    assert top is not None
    table = io.StringIO(text[top.start() :])
    return pd.read_csv(table, sep=top[1], dtype=str, keep_default_na=False)


def text_of(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def group(text: str) -> str:
    if text == "Eastern European":  # trust.yml: CY
        return "White"
    for name, words in WORDS.items():
        if text in words:
            return name
    code = re.match(r"([A-Z][A-Z0-9]?)( |$)", text)
    assert code is not None, text
    return next(name for name, letters in LETTERS.items() if code[1][0] in letters)


def band(text: str) -> str:
    if text.endswith(("Apprentice Level 2", "Apprentice L2")):
        return "under 1"
    if text == "Apprentice Level 3":
        return "2"
    name = text.rpartition("|")[2]
    if name in MEDICAL:
        return MEDICAL[name]
    code = re.search(r"X[RN]([0-9]{2})([A-D]?)", text)
    if code is not None:
        number = {"12": "9"}.get(code[1], str(int(code[1])))
        return number + code[2].lower()
    return text.lower().replace("band", "").strip()


def day(text: str, form: str) -> date | None:
    if not text:
        return None
    iso = re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)
    return datetime.strptime(text, "%Y-%m-%d" if iso else form).date()


def yes(cells: pd.Series) -> pd.Series:
    return cells.isin(["Yes", "Y", "TRUE"])


def by_group(people: pd.DataFrame) -> list[int]:
    groups = people["ethnic_origin"].map(group).value_counts()
    return [int(groups.get(name, 0)) for name in GROUPS]


def staff_in_post(case: Case) -> pd.DataFrame:
    rows = case.rows("workforce")
    contracts = ["Permanent", "Fixed Term Temp", "Fixed Term", "Substantive"]
    rows = rows[rows["assignment_category"].isin(contracts)]
    rows = rows[~rows["assignment_status"].str.startswith(("Terminat", "Career"))]
    first = yes(rows["primary"]).sort_values(ascending=False, kind="stable").index
    people = rows.loc[first].drop_duplicates("person")
    clinical = ~people["occupation_code"].str.startswith(("G", "H2"))
    return pd.DataFrame(
        {
            "staff_group": clinical.map({True: "clinical", False: "non-clinical"}),
            "band": people["pay_grade"].map(band),
            "ethnicity": people["ethnic_origin"].map(group),
            "division": people["division"],
        }
    )


def counted_cells(table: pd.DataFrame, keys: list[str], number: str) -> dict[tuple, int]:
    """Give what is not zero, by cell."""
    rows = table[table[number] > 0]
    cells = rows[keys].itertuples(index=False, name=None)
    return dict(zip(cells, rows[number].astype(int), strict=True))


def test_extracts_are_read_without_a_problem(cases: list[Case]) -> None:
    for case in cases:
        assert [str(problem) for problem in case.counted.problems] == []
        assert set(case.counted.tables) == set(case.truth)


def test_staff_in_post_are_those_counted_by_hand(cases: list[Case]) -> None:
    keys = ["staff_group", "band", "ethnicity"]
    for case in cases:
        people = staff_in_post(case)
        again = people.groupby(keys).size().rename("headcount").reset_index()
        cells = counted_cells(case.table("workforce"), keys, "headcount")
        assert cells == counted_cells(again, keys, "headcount")
        assert cells == counted_cells(case.truth["workforce"], keys, "headcount")
        assert 780 <= sum(cells.values()) <= 900


def test_each_division_has_its_people(cases: list[Case]) -> None:
    for case in cases:
        table = case.counted.tables["workforce"]
        parts = place_rows(table, ["division"])
        again = staff_in_post(case).groupby(["division", "ethnicity"]).size()
        whole = parts.groupby(["division", "ethnicity"])["headcount"].sum()
        pd.testing.assert_series_equal(
            whole[whole > 0].astype("int64"), again, check_names=False, check_index_type=False
        )


def test_applicants_are_those_counted_by_hand(cases: list[Case]) -> None:
    for case in cases:
        rows = case.rows("recruitment")
        hired = rows[yes(rows["appointed"]) & (rows["offer_outcome"] != "Declined")]
        listed = rows[yes(rows["shortlisted"]) | rows.index.isin(hired.index)]
        again = {
            "applied": by_group(rows),
            "shortlisted": by_group(listed),
            "appointed": by_group(hired),
            "international": by_group(hired[yes(hired["international"])]),
        }
        table = case.table("recruitment").set_index("ethnicity").loc[GROUPS]
        truth = case.truth["recruitment"].set_index("ethnicity").loc[GROUPS]
        assert {name: table[name].astype(int).tolist() for name in again} == again
        assert {name: truth[name].tolist() for name in again} == again


def test_people_in_formal_cases_are_those_counted_by_hand(cases: list[Case]) -> None:
    for case in cases:
        settings = yaml.safe_load(case.folder.trust().path.read_text("utf-8"))["settings"]
        long = "two-year average" in settings["disciplinary_window"].values()
        rows = case.rows("disciplinary")
        rows["on"] = [day(text, case.systems.date_form) for text in rows["opened_on"]]
        formal = rows[yes(rows["formal"])]
        again = [0, 0, 0]
        for year in range(case.folder.year - long, case.folder.year + 1):
            inside = formal[formal["on"].between(date(year - 1, 4, 1), date(year, 3, 31))]
            people = by_group(inside.drop_duplicates("person"))
            again = [so_far + more for so_far, more in zip(again, people, strict=True)]
        table = case.table("disciplinary").set_index("ethnicity").loc[GROUPS]
        assert table["entered_process"].astype(int).tolist() == again
        assert case.truth["disciplinary"]["entered_process"].tolist() == again
        assert table["years"].astype(int).tolist() == [1 + long] * 3
        assert table["workforce"].astype(int).tolist() == heads(case)


def test_people_in_training_are_those_counted_by_hand(cases: list[Case]) -> None:
    for case in cases:
        rows = case.rows("training")
        there = rows["status"].isin(["Completed", "Attended"]) & ~yes(rows["mandatory"])
        again = by_group(rows[there].drop_duplicates("person"))
        table = case.table("training").set_index("ethnicity").loc[GROUPS]
        assert table["accessed"].astype(int).tolist() == again
        assert case.truth["training"]["accessed"].tolist() == again
        assert table["workforce"].astype(int).tolist() == heads(case)
        assert sum(again) < int(there.sum())  # several courses a person


def heads(case: Case) -> list[int]:
    counts = staff_in_post(case)["ethnicity"].value_counts()
    return [int(counts.get(name, 0)) for name in GROUPS]


def test_members_of_the_board_are_those_counted_by_hand(cases: list[Case]) -> None:
    keys = ["membership", "voting", "ethnicity"]
    for case in cases:
        rows = case.rows("board")
        ends = [day(text, case.systems.date_form) for text in rows["to_date"]]
        rows = rows[[end is None or end >= date(case.folder.year, 3, 31) for end in ends]]
        rows = rows.assign(
            voting=yes(rows["voting"]).map({True: "yes", False: "no"}),
            ethnicity=rows["ethnic_origin"].map(group),
        )
        again = rows.groupby(keys).size().rename("members").reset_index()
        cells = counted_cells(case.table("board"), keys, "members")
        assert cells == counted_cells(again, keys, "members")
        assert cells == counted_cells(case.truth["board"], keys, "members")


def test_survey_rows_are_those_of_the_files(cases: list[Case]) -> None:
    keys = ["indicator", "survey_year", "scope", "ethnicity", "edition"]
    for case in cases:
        wanted = case.rows("staff_survey")
        found = case.table("staff_survey").astype({name: str for name in keys})
        first, second = (table.sort_values(keys) for table in (found, wanted))
        assert first[keys].to_numpy().tolist() == second[keys].to_numpy().tolist()
        assert first["percent"].tolist() == second["percent"].astype(float).tolist()
        responses = [str(one) if pd.notna(one) else "" for one in first["responses"]]
        assert responses == second["responses"].tolist()
        assert first["base"].fillna("").tolist() == second["base"].tolist()


def test_a_year_follows_from_the_one_before(cases: list[Case]) -> None:
    before, now = (set(case.rows("workforce")["person"]) for case in cases)
    assert len(before & now) / len(before) > 0.8
    assert len(now - before) / len(now) > 0.05


def test_the_trusts_write_in_every_form_between_them() -> None:
    systems = [Systems(next(plan_trusts(1, seed))) for seed in SEEDS]
    sources = ("workforce", "recruitment", "disciplinary", "training", "staff_survey", "board")
    forms = {one.form(source, 1_000) for one in systems for source in sources}
    assert {form.suffix for form in forms} == {".csv", ".tsv", ".txt", ".xlsx"}
    assert {form.delimiter for form in forms} == {",", ";", "\t", "|"}
    assert {form.encoding for form in forms} == {"utf-8", "utf-8-sig", "utf-16", "cp1252"}
    assert {form.native_dates for form in forms if form.suffix == ".xlsx"} == {True, False}
    assert {one.date_order for one in systems} == {"day first", "month first"}
    assert {one.window for one in systems} == {"single year", "two-year average"}
    assert {one.variant for one in systems} == {0, 1, 2}
    assert {one.own_words for one in systems} == {True, False}
