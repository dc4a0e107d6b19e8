from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wres.extracts.contract import Grid
from wres.extracts.crosstab import count_crosstab, is_crosstab
from wres.sources.files import InputFile
from wres.sources.trust import ExtractSettings, Settings

FILE = InputFile(Path("workforce.xlsx"), "workforce.xlsx", "wres check ZZ1 2024")


def grid(text, sheet=None, **facts):
    """Make a sheet from lines of cells parted by |."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")]
    width = max(map(len, lines))
    rows = [line + [""] * (width - len(line)) for line in lines]
    cells = pd.DataFrame(rows, index=range(1, len(rows) + 1), columns=range(width), dtype="str")
    return Grid(sheet, cells, **facts)


def count(*grids, **extracts):
    return count_crosstab(FILE, list(grids), 2024, Settings(extracts=ExtractSettings(**extracts)))


def rows(counted):
    """Give the rows of the whole trust that hold somebody."""
    assert [str(problem) for problem in counted.problems] == []
    table = counted.table
    whole = table[table["ethnic_group"].isna()] if "ethnic_group" in table else table
    key = ["staff_group", "band", "ethnicity"]
    return {tuple(row[:3]): row[3] for row in whole[[*key, "headcount"]].to_numpy() if row[3]}


def told(counted):
    return told_of(counted.problems)


def told_of(problems):
    return "\n".join(str(problem) for problem in problems)


# Clinical and non-clinical side by side. By hand: 8 + 2 + 1 = 11 and so on.
SIDE_BY_SIDE = """
Staff in post on 31 March 2024
            | Clinical |     |         |       | Non-clinical |     |         |
Pay band    | White    | BME | Unknown | Total | White        | BME | Unknown | Total
Band 5      | 8        | 2   | 1       | 11    | 4            | 0   |         | 4
Band 8a     | 3        | 1   |         | 4     | 2            | 1   | 1       | 4
Consultant  | 2        | 3   |         | 5     |              |     |         | 0
Grand total | 13       | 6   | 1       | 20    | 6            | 1   | 1       | 8
"""

EXPECTED = {
    ("clinical", "5", "White"): 8,
    ("clinical", "5", "BME"): 2,
    ("clinical", "5", "Unknown"): 1,
    ("clinical", "8a", "White"): 3,
    ("clinical", "8a", "BME"): 1,
    ("clinical", "consultant", "White"): 2,
    ("clinical", "consultant", "BME"): 3,
    ("non-clinical", "5", "White"): 4,
    ("non-clinical", "8a", "White"): 2,
    ("non-clinical", "8a", "BME"): 1,
    ("non-clinical", "8a", "Unknown"): 1,
}

BLOCKS = """
Band         | Ethnic origin
             | White | BME | Unknown | Total
Clinical
Band 5       | 8     | 2   | 1       | 11
Band 8a      | 3     | 1   | 0       | 4
Consultants  | 2     | 3   | 0       | 5
Total        | 13    | 6   | 1       | 20
Non-clinical
Band 5       | 4     | 0   | 0       | 4
Band 8a      | 2     | 1   | 1       | 4
Total        | 6     | 1   | 1       | 8
Grand total  | 19    | 7   | 2       | 28
"""

COLUMN = """
Staff group  | Band       | White | BME | Unknown
Clinical     | 5          | 8     | 2   | 1
             | 8A         | 3     | 1   | 0
             | Consultant | 2     | 3   | 0
Non Clinical | 5          | 4     | 0   | 0
             | 8A         | 2     | 1   | 1
"""

PIVOT = """
Row Labels                          | A - White British | H - Indian | Z - Not Stated | Grand Total
Nursing and Midwifery Registered    | 8                 | 2          | 1              | 11
NHS|XR05                            | 8                 | 2          | 1              | 11
Allied Health Professionals         | 3                 | 1          |                | 4
NHS|XR08A                           | 3                 | 1          |                | 4
Medical and Dental                  | 2                 | 3          |                | 5
Consultant                          | 2                 | 3          |                | 5
Administrative and Clerical         | 6                 | 1          | 1              | 8
XN05                                | 4                 |            |                | 4
XN08A                               | 2                 | 1          | 1              | 4
Grand Total                         | 19                | 7          | 2              | 28
""".replace("NHS|", "")

CLINICAL = """
Band       | White | BME | Unknown
5          | 8     | 2   | 1
8a         | 3     | 1   | 0
Consultant | 2     | 3   | 0
"""
NON_CLINICAL = """
Band | White | BME | Unknown
5    | 4     | 0   | 0
8a   | 2     | 1   | 1
"""
GROUP_BELOW = """
Pay band   | White    |              | BME      |              | Not known |
           | Clinical | Non-clinical | Clinical | Non-clinical | Clinical  | Non-clinical
5          | 8        | 4            | 2        | 0            | 1         | 0
8a         | 3        | 2            | 1        | 1            | 0         | 1
Consultant | 2        | 0            | 3        | 0            | 0         | 0
"""
WITH_SHARES = """
Clinical   | White     |    | BME       |    | Unknown   |    | Total
           | Headcount | %  | Headcount | %  | Headcount | %  | Headcount
5          | 8         | 73 | 2         | 18 | 1         | 9  | 11
8a         | 3         | 75 | 1         | 25 | 0         | 0  | 4
Consultant | 2         | 40 | 3         | 60 | 0         | 0  | 5
"""


@pytest.mark.parametrize(
    "sheets",
    [
        [grid(SIDE_BY_SIDE)],
        [grid(BLOCKS)],
        [grid(COLUMN)],
        [grid(PIVOT)],
        [grid(CLINICAL, "Clinical"), grid(NON_CLINICAL, "Non-clinical")],
        [grid(CLINICAL, "Clinical staff"), grid(NON_CLINICAL, "non clinical")],
        [grid(GROUP_BELOW)],
        [grid(WITH_SHARES), grid(NON_CLINICAL, "Non clinical")],
        [grid("Notes\nFictional"), grid(BLOCKS, "Table")],
    ],
    ids=["side", "blocks", "column", "pivot", "sheets", "named", "below", "shares", "notes"],
)
def test_every_layout_of_the_same_crosstab_gives_the_same_counts(sheets):
    assert is_crosstab(sheets)
    assert rows(count(*sheets)) == EXPECTED


def test_every_band_that_has_staff_is_given_for_each_group():
    table = count(grid(BLOCKS)).table
    assert len(table) == 5 * 3
    assert table.loc[0, ["staff_group", "band", "ethnicity", "headcount"]].tolist() == [
        *("clinical", "5", "White"),
        8,
    ]
    assert table["percent"].isna().all()


def test_detailed_groups_stand_beside_the_three():
    table = count(grid(PIVOT)).table
    detail = table[table["ethnic_group"].notna()]
    assert detail.groupby("ethnic_group")["headcount"].sum().to_dict() == {
        "White - British": 19,
        "Asian or Asian British - Indian": 7,
        "Not stated": 2,
    }


def test_a_list_of_assignments_is_no_crosstab():
    people = """
    Employee Number | Pay Grade | Ethnic Origin | Primary
    1               | Band 5    | A             | N
    2               | Band 6    | H             | Y
    """
    assert not is_crosstab([grid(people)])


def test_a_pivot_beside_its_list_of_assignments_is_not_read_in_its_place():
    people = "Employee Number | Pay Grade | Ethnic Origin\n1 | Band 5 | A"
    assert not is_crosstab([grid(people, "Data"), grid(BLOCKS, "Pivot")])


@pytest.mark.parametrize("text", ["", "Ethnic origin", "White | BME | Unknown", "A | B\n1 | 2"])
def test_what_has_no_ethnic_groups_with_counts_is_no_crosstab(text):
    assert not is_crosstab([grid(text)])


def test_a_hidden_sheet_is_not_looked_at():
    assert not is_crosstab([grid(BLOCKS, "Old", hidden=True)])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "| 11",
            "| 12",
            "row 4, column Total: a total must equal the sum of its parts (8 + 2 + 1 ",
        ),
        (
            "Total        | 13 ",
            "Total        | 14 ",
            "row 7, column White: a total must equal the ",
        ),
        (
            "Grand total  | 19",
            "Grand total  | 20",
            "row 12, column White: a total must equal the s",
        ),
        (
            "| 7   | 2       | 28",
            "| 7   | 2       | 29",
            "row 12, column Total: a total must equal",
        ),
    ],
)
def test_totals_are_held_against_their_parts(old, new, expected):
    assert BLOCKS.count(old) == 1
    counted = count(grid(BLOCKS.replace(old, new)))
    assert f"workforce.xlsx {expected}" in told(counted)
    assert counted.table.empty


def test_columns_of_all_staff_are_held_against_clinical_and_non_clinical():
    text = """
     | Clinical |     | Non-clinical |     | All staff |
     | White    | BME | White        | BME | White     | BME
    5 | 8       | 2   | 4            | 1   | 12        | {}
    """
    good = {("clinical", "5"): 10, ("non-clinical", "5"): 5}
    table = count(grid(text.format(3))).table
    assert table.groupby(["staff_group", "band"])["headcount"].sum().to_dict() == good
    assert "must equal the sum of its parts (2 + 1 = 3), got '4'" in told(
        count(grid(text.format(4)))
    )


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1,159", "must be a whole number, 0 or more, without a thousands separator, got '1,159'"),
        ("3.5", "must be a whole number, 0 or more, got '3.5'"),
        ("-1", "must be a whole number, 0 or more, got '-1'"),
        ("*", "must be a whole number, 0 or more, got '*'"),
        ("<5", "must be a whole number, 0 or more, got '<5'"),
        ("eight", "must be a whole number, 0 or more, got 'eight'"),
    ],
)
def test_a_count_that_is_none_is_refused_in_its_place(cell, expected):
    counted = count(grid(CLINICAL.replace("8     |", f"{cell} |", 1), "Clinical"))
    assert f"workforce.xlsx, sheet 'Clinical' row 2, column White: {expected}" in told(counted)


@pytest.mark.parametrize("cell", ["*", "<5", "n/a"])
def test_a_count_that_was_suppressed_is_to_be_exported_and_its_band_never_left_out(cell):
    said = told(count(grid(CLINICAL.replace("8     |", f"{cell} |", 1), "Clinical")))
    assert "Export it again without suppression (small counts are withheld later)" in said
    assert "Leave the whole row out" not in said


def test_a_count_that_excel_turned_into_a_date_is_refused():
    text = CLINICAL.replace("8     |", "2024-08-01 |", 1)
    counted = count(grid(text, dates=frozenset({(2, 1)})))
    assert "Excel turned it into a date" in told(counted)


def test_a_cell_that_holds_an_error_is_refused_by_the_rule_of_its_sheet():
    text = CLINICAL.replace("8     |", "#REF! |", 1)
    counted = count(grid(text, faults={(2, 1): "must not be an error of Excel"}))
    assert "must not be an error of Excel, got '#REF!'" in told(counted)


def test_a_band_that_excel_turned_into_a_date_is_named_as_one():
    text = CLINICAL.replace("\n5 ", "\n2024-04-01 ", 1)
    counted = count(grid(text, dates=frozenset({(2, 0)})))
    assert "'2024-04-01' is a date: Excel turned a band" in told(counted)


def test_a_blank_is_nobody_only_where_totals_show_it():
    text = CLINICAL.replace("| 0\n8", "| \n8").replace("| 1   | 0", "| 1   | ")
    counted = count(grid(text, "Clinical"))
    assert "row 3, column Unknown: must not be blank (1 cell), as no total shows" in told(counted)


def test_an_unknown_heading_is_named_and_the_trust_may_add_it():
    text = "Band | White | BME | Travellers of all kinds | Unknown\n5 | 1 | 2 | 3 | 4"
    assert "heading 'Travellers of all kinds' is no ethnic group and no total" in told(
        count(grid(text))
    )
    counted = count(grid(text), ethnicity={"Travellers of all kinds": "White"})
    assert rows(counted)[("all", "5", "White")] == 4


def test_an_unknown_band_is_named_and_the_trust_may_add_it():
    text = "Band | White | BME\nApprentice | 1 | 2\n2 | 3 | 4"
    assert "row 2: 'Apprentice' is no band and no total, got" not in told(count(grid(text)))
    assert "row 2: 'Apprentice' is no band and no total" in told(count(grid(text)))
    assert rows(count(grid(text), grades={"Apprentice": "2"})) == {
        ("all", "2", "White"): 4,
        ("all", "2", "BME"): 6,
    }


def test_staff_groups_that_are_not_told_apart_are_warned_of():
    counted = count(grid(CLINICAL, "Table"))
    assert set(counted.table["staff_group"]) == {"all"}
    rule = "clinical and non-clinical staff are not told apart"
    assert [warning.rule for warning in counted.warnings] == [rule]


def test_a_row_that_stands_twice_is_refused():
    text = CLINICAL + "5 | 1 | 1 | 1\n"
    assert "'5' stands in more than one row of one staff group" in told(count(grid(text, "Clini")))


def test_senior_medical_managers_are_a_part_of_consultants_and_in_no_total():
    text = """
    Clinical                           | White | BME | Unknown
    Consultants                        | 5     | 6   | 0
    of which senior medical managers   | 1     | 0   | 0
    Total                              | 5     | 6   | 0
    """
    assert rows(count(grid(text))) == {
        ("clinical", "consultant", "White"): 5,
        ("clinical", "consultant", "BME"): 6,
        ("clinical", "senior medical manager", "White"): 1,
    }


def test_rows_and_columns_of_shares_are_left_out():
    text = """
    Clinical | White | BME | Unknown | FTE
    5        | 5     | 6   | 0       | 9.4
    %        | 45.5% | 55% | 0%      |
    """
    counted = count(grid(text))
    assert sum(rows(counted).values()) == 11
    assert "1 column of shares or FTE beside the counts left out" in told_of(counted.notes)


def test_codes_are_read_as_headings_99_among_them():
    text = "Clinical | A | B | H | Z | 99\n5 | 1 | 2 | 3 | 4 | 5"
    assert rows(count(grid(text))) == {
        ("clinical", "5", "White"): 3,
        ("clinical", "5", "BME"): 3,
        ("clinical", "5", "Unknown"): 9,
    }


def test_a_crosstab_of_nobody_is_refused():
    assert "nobody is counted in it" in told(count(grid("Clinical | White | BME\n5 | 0 | 0")))


def test_a_group_without_a_column_is_not_taken_for_an_empty_one():
    counted = count(grid("Clinical | White | Unknown\n5 | 1 | 2"))
    assert "row 1: no column is of the group BME" in told(counted)


def test_no_column_of_the_unknown_is_warned_of():
    counted = count(grid("Clinical | White | BME\n5 | 1 | 2"))
    assert "no column is of people whose ethnicity is not known" in told_of(counted.warnings)


def test_bands_that_overlap_are_refused():
    text = "Band | White | BME\n1-4 | 5 | 5\n2 | 1 | 1"
    expected = "bands must not overlap: 2 and 1-4 of staff group all both hold 2"
    assert expected in told(count(grid(text)))


def test_published_groupings_of_bands_are_kept():
    text = "Band | White | BME\n1-4 | 5 | 6\n8c-9 and VSM | 1 | 0"
    assert rows(count(grid(text))) == {
        ("all", "1-4", "White"): 5,
        ("all", "1-4", "BME"): 6,
        ("all", "8c-9 and VSM", "White"): 1,
    }


def test_repeated_headers_between_blocks_are_passed_over():
    text = BLOCKS.replace(
        "Non-clinical\n", "\nNon-clinical\nBand | White | BME | Unknown | Total\n"
    )
    assert rows(count(grid(text))) == EXPECTED


def test_all_medical_staff_are_a_total_where_their_subgroups_are_given():
    text = """
    Clinical           | White | BME | Total
    5                  | 8     | 2   | 10
    Medical and dental | 5     | 4   | 9
    Consultant         | 2     | 3   | 5
    Trainee            | 3     | 1   | 4
    Total              | 13    | 6   | 19
    """
    assert rows(count(grid(text))) == {
        ("clinical", "5", "White"): 8,
        ("clinical", "5", "BME"): 2,
        ("clinical", "consultant", "White"): 2,
        ("clinical", "consultant", "BME"): 3,
        ("clinical", "trainee", "White"): 3,
        ("clinical", "trainee", "BME"): 1,
    }
    wrong = count(grid(text.replace("dental | 5 ", "dental | 6 ").replace("| 4   | 9", "| 4 | 10")))
    assert "a total must equal the sum of its parts (2 + 3 = 5), got '6'" in told(wrong)


COUNTS = st.lists(st.tuples(*[st.integers(0, 3000)] * 6), min_size=2, max_size=8).filter(
    lambda lines: sum(map(sum, lines)) > 0
)
BANDS = ["under 1", "2", "5", "8a", "VSM", "consultant", "trainee", "other"]


@settings(max_examples=30, deadline=None)
@given(COUNTS)
def test_whatever_the_counts_they_come_out_as_they_went_in(lines):
    head = " | Clinical | | | | Non-clinical | | | \n"
    head += "Band | White | BME | Unknown | Total | White | BME | Unknown | Total\n"
    body = "".join(
        f"{band} | " + " | ".join(map(str, [*one[:3], sum(one[:3]), *one[3:], sum(one[3:])])) + "\n"
        for band, one in zip(BANDS, lines, strict=False)
    )
    expected = {
        (group, band, ethnicity): number
        for band, one in zip(BANDS, lines, strict=False)
        for (group, ethnicity), number in zip(
            [(g, e) for g in ("clinical", "non-clinical") for e in ("White", "BME", "Unknown")],
            one,
            strict=True,
        )
        if number
    }
    assert rows(count(grid(head + body))) == expected
