import pytest

from wres.definitions.staff_groups import (
    is_outside_staff_group,
    load_staff_groups,
    read_occupation_code,
    read_staff_group,
)


# The eight groups of staff of the National Workforce Data Set.
@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Add Prof Scientific and Technic", "clinical"),
        ("Additional Clinical Services", "clinical"),
        ("Administrative and Clerical", "non-clinical"),
        ("Allied Health Professionals", "clinical"),
        ("Estates and Ancillary", "non-clinical"),
        ("Healthcare Scientists", "clinical"),
        ("Medical and Dental", "clinical"),
        ("Nursing & Midwifery Registered ", "clinical"),
        ("non clinical", "non-clinical"),
        ("Clinical", "clinical"),
    ],
)
def test_the_staff_group_tells_whether_staff_are_clinical(name, group):
    assert read_staff_group("", name) == group


@pytest.mark.parametrize(
    ("code", "group"),
    [
        ("021", "clinical"),
        ("21", "clinical"),  # a spreadsheet dropped the zero
        ("n6a", "clinical"),
        ("S0P", "clinical"),
        ("H1A", "clinical"),
        ("G2A", "non-clinical"),
        ("H2F", None),
        ("Z2E", None),
        ("", None),
        ("Nurse", None),
        ("G", None),
    ],
)
def test_an_occupation_code_is_read_by_its_beginning(code, group):
    assert read_occupation_code(code) == group


def test_the_occupation_code_goes_before_the_staff_group():
    assert read_staff_group("G1A", "Nursing and Midwifery Registered") == "non-clinical"


def test_the_staff_group_decides_where_the_occupation_code_leaves_it_open():
    assert read_staff_group("H2F", "Estates and Ancillary") == "non-clinical"
    assert read_staff_group("H2F", "Additional Clinical Services") == "clinical"


def test_local_codes_and_groups_go_first():
    assert read_staff_group("", "Chaplaincy", {"chaplaincy": "non-clinical"}) == "non-clinical"
    assert read_staff_group("S9Z", "x", {"S9Z": "non-clinical"}) == "non-clinical"


def test_neither_given_is_refused():
    with pytest.raises(ValueError, match="neither occupation code nor staff group is given"):
        read_staff_group("", " ")


def test_what_decides_nothing_is_named():
    expected = "occupation code 'Z2E' and staff group 'Chaplaincy' leave open whether it is clinic"
    with pytest.raises(ValueError, match=expected):
        read_staff_group("Z2E", "Chaplaincy")


def test_one_of_them_alone_is_named_alone():
    with pytest.raises(ValueError, match=r"^staff group 'Chaplaincy' leaves open whether"):
        read_staff_group("", "Chaplaincy")


def test_students_are_no_staff():
    assert is_outside_staff_group("STUDENTS")
    assert not is_outside_staff_group("Nursing and Midwifery Registered")


def test_every_entry_says_what_it_rests_on():
    groups = load_staff_groups()
    entries = [*groups.staff_groups, *groups.outside, *groups.occupation_codes]
    assert {one.basis for one in entries} == {"verified", "unverified"}
