import time
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from wres.extracts.contract import Extract
from wres.extracts.workforce import LAYOUT, count_workforce, count_workforce_file
from wres.sources.files import InputFile
from wres.sources.tables import check_table
from wres.sources.trust import ExtractSettings, Settings
from wres.sources.workforce import WORKFORCE

FILE = InputFile(Path("workforce.csv"), "workforce.csv", "wres check ZZ1 2024")
PLAIN = {
    "person": "1",
    "primary": "Yes",
    "assignment_status": "Active Assignment",
    "assignment_category": "Permanent",
    "staff_group": "Nursing and Midwifery Registered",
    "pay_grade": "NHS|XR05|Review Body Band 5",
    "ethnic_origin": "A - White - British",
}


def staff(*changes, dates=None):
    """Make an extract of one row a change; whoever has no number of their own gets one."""
    rows = [PLAIN | {"person": f"P{place}"} | change for place, change in enumerate(changes)]
    frame = pd.DataFrame(rows, index=range(2, len(rows) + 2)).fillna("").astype("str")
    return Extract(FILE, LAYOUT, None, frame, dates=dates or {})


def count(*changes, dates=None, **extracts):
    settings = Settings(extracts=ExtractSettings(**extracts))
    return count_workforce(staff(*changes, dates=dates), 2024, settings)


def whole(counted):
    """Give the rows of the whole trust that hold somebody."""
    assert [str(problem) for problem in counted.problems] == []
    table = counted.table
    dimensions = [name for name in table if name not in KEY and name not in NUMBERS]
    rows = table[table[dimensions].isna().all(axis=1) & (table["headcount"] > 0)]
    return {tuple(row[:3]): row[3] for row in rows[[*KEY, "headcount"]].to_numpy()}


KEY = ["staff_group", "band", "ethnicity"]
NUMBERS = ["headcount", "percent"]
NURSES = ("clinical", "5", "White")


def told(problems):
    return "\n".join(str(problem) for problem in problems)


def test_each_person_is_counted_once_by_staff_group_band_and_ethnicity():
    counted = count(
        {},
        {"ethnic_origin": "H", "pay_grade": "XN04", "staff_group": "Administrative and Clerical"},
        {"ethnic_origin": "", "pay_grade": "8A "},
        {"person": "same", "primary": "Yes", "pay_grade": "Band 6"},
        {"person": "same", "primary": "No", "pay_grade": "Band 7"},
    )
    assert whole(counted) == {
        ("clinical", "5", "White"): 1,
        ("clinical", "6", "White"): 1,
        ("clinical", "8a", "Unknown"): 1,
        ("non-clinical", "4", "BME"): 1,
    }


def test_every_band_that_has_staff_is_given_for_each_group_in_order():
    table = count({}, {"pay_grade": "VSM", "ethnic_origin": "Z"}).table
    assert table.loc[table["ethnic_group"].isna(), [*KEY, "headcount"]].to_numpy().tolist() == [
        ["clinical", "5", "White", 1],
        ["clinical", "5", "BME", 0],
        ["clinical", "5", "Unknown", 0],
        ["clinical", "VSM", "White", 0],
        ["clinical", "VSM", "BME", 0],
        ["clinical", "VSM", "Unknown", 1],
    ]


@pytest.mark.parametrize(
    "category",
    [
        "Bank",
        "Locum",
        "Agency",
        "Honorary",
        "Student",
        "Contractor",
        "Volunteer",
        "Non-Executive Director",
        "Non-Exec Director/Chair",
    ],
)
def test_those_who_are_no_substantive_staff_are_left_out_and_listed(category):
    counted = count({}, {"assignment_category": category}, {"assignment_category": category})
    assert whole(counted) == {NURSES: 1}
    assert f"{category!r} is not counted: 2 rows left out" in told(counted.notes)


@pytest.mark.parametrize("category", ["Permanent", "Fixed Term Temp", "FIXED TERM", "Part-time"])
def test_permanent_and_fixed_term_staff_are_counted(category):
    assert whole(count({"assignment_category": category})) == {NURSES: 1}


@pytest.mark.parametrize(
    ("status", "counted"),
    [
        ("Active Assignment", True),
        ("Acting Up", True),
        ("Maternity & Adoption", True),
        ("Internal Secondment", True),
        ("Out on External Secondment - Paid", True),
        ("Out on External Secondment – Unpaid", False),
        ("Career Break", False),
        ("Terminate Assignment", False),
        ("Leaver", False),
    ],
)
def test_a_status_is_counted_as_the_table_says(status, counted):
    found = count({"person": "other"}, {"assignment_status": status})
    assert whole(found) == {NURSES: 2 if counted else 1}


def test_a_trust_may_count_a_status_that_the_table_leaves_out():
    assert whole(count({"assignment_status": "Career Break"}, counted={"career break": True})) == {
        NURSES: 1
    }


def test_a_trust_may_add_a_category_of_its_own():
    local = {"Retire and return": True, "Faculty": False}
    found = count(
        {"assignment_category": "Retire & Return"},
        {"assignment_category": "Faculty"},
        counted=local,
    )
    assert whole(found) == {NURSES: 1}


def test_a_blank_contract_is_left_to_the_category():
    found = count({"contract": "", "assignment_category": "Permanent"}, {"contract": "Bank"})
    assert whole(found) == {NURSES: 1}


def test_people_whose_primary_assignment_is_bank_are_counted_by_their_substantive_one():
    found = count(
        {"person": "1", "assignment_category": "Bank", "pay_grade": "Band 2"},
        {"person": "1", "primary": "No"},
    )
    assert whole(found) == {NURSES: 1}


@pytest.mark.parametrize(
    "change",
    [{"staff_group": "Students"}, {"pay_grade": "Non-Executive Director"}, {"pay_grade": "NED"}],
)
def test_students_and_non_executives_are_left_out_by_group_and_grade_too(change):
    assert whole(count({}, change)) == {NURSES: 1}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"assignment_category": "Gig"},
            "row 2, column assignment_category: assignment category is not recognised (2 rows), "
            "got 'Gig'. Correct it, or say under settings.extracts.counted in trust.yml whether "
            "its staff are counted, and run wres check ZZ1 2024 again.",
        ),
        (
            {"assignment_status": "Limbo"},
            "row 2, column assignment_status: assignment status is not recognised (2 rows), got "
            "'Limbo'",
        ),
        (
            {"assignment_category": ""},
            "row 2, column assignment_category: assignment category must not be blank (2 rows)",
        ),
        (
            {"pay_grade": "LOC|AP1|Apprentice"},
            "row 2, column pay_grade: pay grade is a local grade: which band it is can't be told "
            "(2 rows), got 'LOC|AP1|Apprentice'. Correct it, or add it under "
            "settings.extracts.grades in trust.yml, and run wres check ZZ1 2024 again.",
        ),
        ({"pay_grade": ""}, "row 2, column pay_grade: pay grade must not be blank (2 rows)"),
        (
            {"ethnic_origin": "Martian"},
            "row 2, column ethnic_origin: ethnic origin is not recognised (2 rows), got 'Martian'. "
            "Correct it, or add it under settings.extracts.ethnicity in trust.yml, and",
        ),
        (
            {"staff_group": "Chaplaincy"},
            "row 2, column staff_group: staff group leaves open whether it is clinical (2 rows), "
            "got 'Chaplaincy'",
        ),
    ],
)
def test_what_is_not_recognised_is_listed_once_and_nothing_is_counted(change, expected):
    counted = count(change, change)
    assert len(counted.problems) == 1
    assert expected in told(counted.problems)
    assert counted.table.empty


def test_every_problem_is_told_at_once():
    counted = count({"pay_grade": "Wizard"}, {"ethnic_origin": "Martian"}, {"staff_group": "Elves"})
    assert [problem.row for problem in counted.problems] == [3, 2, 4]


@pytest.mark.parametrize("band", ["2021-04-01", "01/04/2021", "4-Jan", "Jan-04"])
def test_a_band_that_excel_turned_into_a_date_is_named_as_one(band):
    counted = count({"pay_grade": band})
    expected = f"pay grade is a date: Excel turned a band (1-4?) into it (1 row), got {band!r}"
    assert expected in told(counted.problems)


def test_a_native_date_is_named_as_one_however_it_is_shown():
    counted = count({"pay_grade": "44287"}, dates={"pay_grade": frozenset({2})})
    assert "pay grade is a date: Excel turned a band (1-4?) into it (1 row), got '44287'" in told(
        counted.problems
    )


def test_what_was_normalised_is_noted_once_with_its_number_of_rows():
    counted = count({"pay_grade": "XN04"}, {"pay_grade": "XN04"}, {"pay_grade": "Band 5"})
    assert [str(note) for note in counted.notes] == [
        "workforce.csv row 2, column pay_grade: read as 4 (2 rows), got 'XN04'. If that is wrong, "
        "add it under settings.extracts.grades in trust.yml and run wres check ZZ1 2024 again."
    ]


def test_local_grades_groups_and_words_are_read_as_the_trust_says():
    found = count(
        {"pay_grade": "Apprentice L3", "staff_group": "Chaplaincy", "ethnic_origin": "Kurdish"},
        grades={"apprentice l3": "2"},
        staff_groups={"Chaplaincy": "non-clinical"},
        ethnicity={"Kurdish": "S"},
    )
    assert whole(found) == {("non-clinical", "2", "BME"): 1}


def test_names_under_the_heading_of_staff_groups_are_not_quoted():
    counted = count(*({"staff_group": f"Jo Bloggs{place}"} for place in range(60)))
    (problem,) = counted.problems
    assert (problem.row, problem.column, problem.given) == (2, "staff_group", None)
    assert "holds 60 different texts that are not recognised (60 rows)" in problem.rule
    assert "Bloggs" not in told([*counted.problems, *counted.warnings, *counted.notes])


def test_code_and_group_that_leave_it_open_are_told_once_with_their_rows():
    change = {"staff_group": "Chaplaincy", "occupation_code": "H2F"}
    counted = count(change, {"occupation_code": "N6A"}, change)
    (problem,) = counted.problems
    assert (problem.row, problem.given) == (2, "H2F, Chaplaincy")
    assert problem.rule == (
        "occupation code and staff group leave open whether it is clinical (2 rows)"
    )


def test_a_staff_group_that_holds_a_number_of_a_person_is_not_quoted():
    counted = count({"staff_group": "Elves, see p1"}, {})
    (problem,) = counted.problems
    assert (problem.row, problem.given) == (2, None)
    assert "p1" not in str(problem)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("pay_grade", "13/02/1970"),
        ("pay_grade", "13-Feb-70"),
        ("assignment_status", "Left - Jo Bloggs 13/02/1970"),
        ("assignment_status", "QQ 12 34 56 C"),
        ("ethnic_origin", "dob 13.02.1970"),
        ("ethnic_origin", "emp p1"),
        ("ethnic_origin", "says her mother is from Kerry"),
    ],
)
def test_what_may_lead_to_a_person_is_not_quoted_in_any_field(field, text):
    counted = count({field: text}, {})
    (problem,) = counted.problems
    assert (problem.row, problem.column, problem.given) == (2, field, None)
    assert text not in told([*counted.problems, *counted.warnings, *counted.notes])


@pytest.mark.parametrize("unknown", ["Z", "Not stated", ""])
def test_an_ethnicity_known_from_an_assignment_that_is_not_counted_is_taken(unknown):
    bank = {"person": "7", "assignment_category": "Bank", "ethnic_origin": "H"}
    counted = count(bank, {"person": "7", "ethnic_origin": unknown})
    assert whole(counted) == {("clinical", "5", "BME"): 1}
    assert "known in another for 1 person; the known one was taken" in told(counted.notes)


def test_assignments_that_are_not_counted_change_no_known_ethnicity_and_need_not_be_read():
    bank = {"person": "7", "assignment_category": "Bank"}
    counted = count(
        bank | {"ethnic_origin": "H"}, bank | {"ethnic_origin": "Martian"}, {"person": "7"}
    )
    assert whole(counted) == {NURSES: 1}


def test_two_groups_in_assignments_that_are_not_counted_settle_nothing():
    bank = {"person": "7", "assignment_category": "Bank"}
    counted = count(
        bank | {"ethnic_origin": "A"},
        bank | {"ethnic_origin": "H"},
        {"person": "7", "ethnic_origin": "Z"},
    )
    assert [(one.row, one.given) for one in counted.problems] == [(3, None)]
    assert "one person must be in one ethnic group" in counted.problems[0].rule


def test_doctors_are_clinical_whatever_their_staff_group_says():
    found = count({"pay_grade": "Consultant", "staff_group": "Administrative and Clerical"})
    assert whole(found) == {("clinical", "consultant", "White"): 1}


def test_the_occupation_code_decides_what_is_clinical():
    assert whole(count({"occupation_code": "G2A"})) == {("non-clinical", "5", "White"): 1}


def test_senior_medical_managers_are_counted_among_the_consultants_too():
    found = count({"pay_grade": "Medical Director"}, {"pay_grade": "Consultant"})
    assert whole(found) == {
        ("clinical", "consultant", "White"): 2,
        ("clinical", "senior medical manager", "White"): 1,
    }


def test_numbers_of_the_1991_census_are_read_with_a_warning():
    found = count({"ethnic_origin": "0"}, {"ethnic_origin": "4"}, {"ethnic_origin": "99"})
    assert whole(found) == {NURSES: 1, ("clinical", "5", "BME"): 1, ("clinical", "5", "Unknown"): 1}
    assert "numbers were read as those of the 1991 census, 0 White and 1 to 8 BME (2 rows)" in told(
        found.warnings
    )


def test_a_list_without_category_and_contract_is_warned_of():
    rows = staff({}).rows.drop(columns="assignment_category")
    found = count_workforce(Extract(FILE, LAYOUT, None, rows), 2024, Settings())
    assert "bank and locum staff can't be told" in told(found.warnings)
    assert whole(found) == {NURSES: 1}


def test_a_list_without_staff_group_and_occupation_code_is_refused():
    rows = staff({}).rows.drop(columns="staff_group")
    found = count_workforce(Extract(FILE, LAYOUT, None, rows), 2024, Settings())
    assert "column is missing: staff group or occupation code" in told(found.problems)


def test_a_list_in_which_no_one_is_counted_is_refused():
    assert "no one is counted" in told(count({"assignment_category": "Bank"}).problems)


def test_each_dimension_is_counted_by_itself():
    table = count(
        {"division": "Surgery", "site": "North"},
        {"division": "surgery ", "site": "South"},
        {"division": "", "site": "North", "ethnic_origin": "H"},
    ).table
    given = table[["division", "site", "ethnic_group"]].notna().sum(axis=1)
    counts = {
        name: table[table[name].notna() & given.eq(1)].groupby(name)["headcount"].sum().to_dict()
        for name in ("division", "site", "ethnic_group")
    }
    assert counts == {
        "division": {"Surgery": 2, "Not recorded": 1},
        "site": {"North": 2, "South": 1},
        "ethnic_group": {"White - British": 2, "Asian or Asian British - Indian": 1},
    }
    assert not (given.eq(2) & table["ethnic_group"].notna()).any()


def test_two_dimensions_are_counted_together_and_tell_what_lies_within_what():
    table = count(
        {"division": "Surgery", "directorate": "Theatres", "site": "North"},
        {"division": "Surgery", "directorate": "Wards", "site": "South"},
        {"division": "Medicine", "directorate": "Acute", "site": "North"},
        {"division": "Medicine", "directorate": "Acute", "site": "North", "ethnic_origin": "H"},
    ).table
    crossed = table[table["division"].notna() & table["site"].notna()]
    added = crossed.groupby(["division", "site"])["headcount"].sum().to_dict()
    assert added == {("Surgery", "North"): 1, ("Surgery", "South"): 1, ("Medicine", "North"): 2}
    within = table[table["division"].notna() & table["directorate"].notna()]
    assert set(zip(within["directorate"], within["division"], strict=True)) == {
        ("Theatres", "Surgery"),
        ("Wards", "Surgery"),
        ("Acute", "Medicine"),
    }


def test_the_table_is_that_which_its_csv_would_give(tmp_path):
    table = count(
        {"division": "Surgery"},
        {"division": "Medicine", "ethnic_origin": "H", "pay_grade": "Consultant"},
        {"division": "Medicine", "ethnic_origin": "", "staff_group": "Estates and Ancillary"},
    ).table
    path = tmp_path / "workforce.csv"
    table.to_csv(path, index=False)
    checked = check_table(WORKFORCE, InputFile(path, "workforce.csv", "wres check"), 2024)
    assert [str(problem) for problem in checked.problems] == []
    assert_frame_equal(checked.frame[list(table)], table)


def test_a_problem_never_holds_the_number_of_a_person():
    counted = count(
        {"person": "S1234567", "ethnic_origin": "A", "primary": "perhaps"},
        {"person": "S1234567", "ethnic_origin": "H", "fte": "much"},
        {"person": "", "pay_grade": "Wizard"},
    )
    messages = told([*counted.problems, *counted.warnings, *counted.notes])
    assert len(counted.problems) == 4
    assert "S1234567" not in messages


HEADER = (
    "Employee Number,Primary Assignment,Assignment Category,Staff Group,Pay Grade,Ethnic Origin"
)


def test_a_list_of_assignments_in_a_file_is_counted(tmp_path):
    path = tmp_path / "workforce.csv"
    lines = [HEADER, "1,Yes,Permanent,Estates and Ancillary,XN02,A White - British"]
    lines += ["2,Yes,Permanent,Medical and Dental,NHS|YC72|Consultant,H Asian or Asian British"]
    path.write_text("\n".join(lines), encoding="utf-8")
    counted = count_workforce_file(InputFile(path, "workforce.csv", "wres check"), 2024, Settings())
    assert whole(counted) == {
        ("clinical", "consultant", "BME"): 1,
        ("non-clinical", "2", "White"): 1,
    }


def test_a_crosstab_in_a_file_is_counted(tmp_path):
    path = tmp_path / "workforce.csv"
    path.write_text(",Clinical,,\nBand,White,BME,Unknown\n5,8,2,1\n", encoding="utf-8")
    counted = count_workforce_file(InputFile(path, "workforce.csv", "wres check"), 2024, Settings())
    assert whole(counted) == {
        ("clinical", "5", "White"): 8,
        ("clinical", "5", "BME"): 2,
        ("clinical", "5", "Unknown"): 1,
    }


# An independent count: by hand-written tables, one row after another.
GRADES = {
    "NHS|XR05|Review Body Band 5": "5",
    "XN04": "4",
    "8A ": "8a",
    "Band 8 - Range C": "8c",
    "VSM": "VSM",
    "Consultant": "consultant",
    "Specialty Doctor": "non-consultant career grade",
    "FY1": "trainee",
}
ORIGINS = {
    "A": ("White", "White - British"),
    "C2 - Northern Irish": ("White", "White - Any other White background"),
    "Asian": ("BME", "Asian or Asian British - not specified"),
    "N - African": ("BME", "Black or Black British - African"),
    "Not stated": ("Unknown", "Not stated"),
    "": ("Unknown", "Not known"),
}
GROUPS = {"Nursing and Midwifery Registered": "clinical", "Estates and Ancillary": "non-clinical"}
DOCTORS = {"consultant", "non-consultant career grade", "trainee"}
COUNTED = {"Permanent": True, "Fixed Term Temp": True, "Bank": False, "Honorary": False}
STATUSES = {"Active Assignment": True, "Acting Up": True, "Career Break": False}


def recount(rows):
    """Count as a clerk would: take each person's best counted row and read it off the tables.

    An ethnicity that it leaves open is looked up in the counted rows, then in the others.
    """
    best: dict[str, dict[str, str]] = {}
    known: dict[str, str] = {}
    known_elsewhere: dict[str, str] = {}
    for row in rows:
        person = row["person"]
        is_counted = COUNTED[row["assignment_category"]] and STATUSES[row["assignment_status"]]
        if ORIGINS[row["ethnic_origin"]][0] != "Unknown":
            place = known if is_counted else known_elsewhere
            place.setdefault(person, row["ethnic_origin"])
        if not is_counted:
            continue
        rank = (row["primary"] == "Yes", float(row["fte"]))
        now = best.get(person)
        if now is None or rank > (now["primary"] == "Yes", float(now["fte"])):
            best[person] = row
    whole, detail = Counter(), Counter()
    for person, row in best.items():
        origin = row["ethnic_origin"]
        if ORIGINS[origin][0] == "Unknown":
            origin = known.get(person, known_elsewhere.get(person, origin))
        band = GRADES[row["pay_grade"]]
        group = "clinical" if band in DOCTORS else GROUPS[row["staff_group"]]
        ethnicity, ethnic_group = ORIGINS[origin]
        whole[(group, band, ethnicity)] += 1
        detail[(group, band, ethnicity, ethnic_group)] += 1
    return whole, detail


# A person's own ethnic group is White or BME by the number, so that no one is in two.
ROWS = st.lists(
    st.tuples(
        st.integers(0, 30),
        st.sampled_from(["Yes", "No"]),
        st.sampled_from([*COUNTED]),
        st.sampled_from([*STATUSES]),
        st.sampled_from([*GROUPS]),
        st.sampled_from([*GRADES]),
        st.integers(0, 3),
        st.sampled_from(["1.0", "0.6", "0.25"]),
    ),
    min_size=1,
    max_size=60,
)
BY_NUMBER = (
    ["A", "C2 - Northern Irish", "Not stated", ""],
    ["Asian", "N - African", "", "Not stated"],
)


def made_rows(drawn):
    names = ("primary", "assignment_category", "assignment_status", "staff_group", "pay_grade")
    return [
        dict(zip(names, one[1:6], strict=True))
        | {"person": f"P{one[0]}", "ethnic_origin": BY_NUMBER[one[0] % 2][one[6]], "fte": one[7]}
        for one in drawn
    ]


@examples(max_examples=60, deadline=None)
@given(ROWS)
def test_counts_equal_those_of_a_clerk(drawn):
    rows = made_rows(drawn)
    expected, detail = recount(rows)
    counted = count(*rows)
    if not expected:
        assert "no one is counted" in told(counted.problems)
        return
    assert whole(counted) == dict(expected)
    table = counted.table[counted.table["ethnic_group"].notna()]
    found = {
        tuple(row[:4]): row[4] for row in table[[*KEY, "ethnic_group", "headcount"]].to_numpy()
    }
    assert found == dict(detail)


@examples(max_examples=20, deadline=None)
@given(ROWS, st.randoms())
def test_the_order_of_rows_changes_no_count_where_one_assignment_is_best(drawn, chance):
    rows = list({row["person"]: row for row in made_rows(drawn)}.values())
    shuffled = rows.copy()
    chance.shuffle(shuffled)
    first, second = count(*rows), count(*shuffled)
    assert_frame_equal(first.table, second.table)


def test_22000_rows_are_counted_in_about_a_second():
    grades, groups = [*GRADES], [*GROUPS]
    rows = [
        {
            "person": f"P{place * 10 // 11}",
            "primary": "Yes" if place % 11 else "No",
            "assignment_category": "Permanent",
            "pay_grade": grades[place % 8],
            "staff_group": groups[place % 2],
            "ethnic_origin": BY_NUMBER[place * 10 // 11 % 2][place % 4],
            "division": f"Division {place % 9}",
        }
        for place in range(22_000)
    ]
    extract = staff(*rows)
    begun = time.process_time()
    counted = count_workforce(extract, 2024, Settings())
    assert time.process_time() - begun < 2  # 0.2 to 0.4 seconds where it was written
    assert sum(whole(counted).values()) == 20_000
