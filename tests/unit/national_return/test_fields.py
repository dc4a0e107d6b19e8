"""The field map: what the form asks for, in its order, with nothing claimed to be verified."""

from importlib.resources import files

import pytest
import yaml
from pydantic import ValidationError

from wres.definitions.bands import load_bands
from wres.national_return.fields import _FieldMap, fields_in, is_verified, known_fields


def test_each_staff_group_has_every_band_of_agenda_for_change_in_order():
    bands = list(load_bands().agenda_for_change)
    for staff_group in ("non-clinical", "clinical"):
        asked = [
            field.where["band"]
            for field in fields_in(2024)
            if field.group == "BME"
            and field.sheet == f"1 {staff_group.capitalize()}"
            and field.where["staff_group"] == staff_group
        ]
        assert asked == bands


def test_medical_subgroups_stand_under_clinical_with_managers_below_consultants():
    asked = [field for field in fields_in(2024) if field.sheet == "1 Medical and dental"]
    assert {field.where["staff_group"] for field in asked} == {"clinical"}
    assert [field.where["band"] for field in asked if field.group == "White"] == [
        "consultant",
        "senior medical manager",
        "non-consultant career grade",
        "trainee",
        "other",
    ]


def test_sections_follow_the_indicators():
    assert list(dict.fromkeys(field.sheet for field in fields_in(2024))) == [
        "1 Non-clinical",
        "1 Clinical",
        "1 Medical and dental",
        "2 Recruitment",
        "3 Disciplinary",
        "4 Training",
        "5-8 Staff survey",
        "9 Board",
        "Overall workforce",
    ]


def test_a_full_form_has_138_fields():
    # 33 lines of bands, 6 of pairs, 3 of the board: 3 groups; 4 of the survey: 2; the total: 4
    assert len(fields_in(2024)) == (33 + 6 + 3) * 3 + 4 * 2 + 4


def test_before_2016_bands_8_and_above_and_voting_members_only_were_asked_for():
    asked = fields_in(2015)
    bands = {field.where["band"] for field in asked if field.sheet.startswith("1 ")}
    assert bands == {"8a", "8b", "8c", "8d", "9", "VSM"}
    board = {field.where["voting"] for field in asked if field.table == "board"}
    assert board == {"yes"}


def test_no_line_is_called_verified_until_someone_has_held_it_against_the_form():
    text = (files("wres.national_return") / "fields.yml").read_text(encoding="utf-8")
    lines = [line for section in yaml.safe_load(text)["sections"] for line in section["lines"]]
    assert {line["basis"] for line in lines} == {"unverified"}
    assert not is_verified()


def test_a_field_is_known_by_one_number_whatever_the_year():
    known = known_fields()
    for year in (2015, 2024):
        assert all(known[field.number] == field for field in fields_in(year))


SECTION = """
version: "1"
sections:
  - sheet: Board
    title: Board
    table: board
    column: members
    unit: headcount
    groups: [White]
    lines:
      - {number: 1, label: All, where: {membership: all, voting: all}, basis: unverified}
"""


@pytest.mark.parametrize(
    ("was", "now", "complaint"),
    [
        ("basis: unverified", "basis: guessed", "verified"),
        ("    unit: headcount", "    unit: headcount\n    colour: blue", "colour"),
        ("voting: all", "votes: all", "must name"),
        ("label: All,", "label: All, basis2: x,", "basis2"),
    ],
)
def test_the_schema_of_the_map_is_closed(was, now, complaint):
    _FieldMap.model_validate(yaml.safe_load(SECTION))
    with pytest.raises(ValidationError, match=complaint):
        _FieldMap.model_validate(yaml.safe_load(SECTION.replace(was, now)))


def test_two_lines_of_one_number_are_refused():
    line = SECTION.splitlines()[-1]
    with pytest.raises(ValidationError, match="number of its own"):
        _FieldMap.model_validate(yaml.safe_load(SECTION + line + "\n"))
