import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres.definitions.bands import parse_band
from wres.definitions.grades import is_outside_grade, load_grades, read_grade


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("NHS|XR05|Review Body Band 5", "5"),
        ("NHS|XN04|Non Review Body Band 4", "4"),
        ("NHS|XR08A|Review Body Band 8A", "8a"),
        ("NHS|XN08|Non Review Body Band 8 - Range A", "8a"),
        ("NHS|XR09|Review Body Band 8 - Range B", "8b"),
        ("NHS|XR09|Review Body Band 9", "9"),
        ("XN04", "4"),
        ("XR08A", "8a"),
        ("XR05 Review Body Band 5", "5"),
        ("XR12", "9"),
        ("8A ", "8a"),
        (" 8b", "8b"),
        ("Band 8 - Range A", "8a"),
        ("Band 8 Range D", "8d"),
        ("Band 8C", "8c"),
        ("8 c", "8c"),
        ("BAND 5", "5"),
        ("Band5", "5"),
        ("AfC Band 6", "6"),
        ("NHS AfC: Band 6", "6"),
        ("05", "5"),
        ("5.0", "5"),
        ("under band 1", "under 1"),
        ("VSM", "VSM"),
        ("Very Senior Manager", "VSM"),
        ("Executive", "VSM"),
        ("Consultant", "consultant"),
        ("NHS|YC72|Consultant", "consultant"),
        ("Specialty Doctor", "non-consultant career grade"),
        ("Associate Specialist", "non-consultant career grade"),
        ("Foundation Doctor Year 1", "trainee"),
        ("FY2", "trainee"),
        ("Specialty Registrar", "trainee"),
        ("Registrar", "trainee"),
        ("Hospital Practitioner", "other"),
        ("Medical Director", "senior medical manager"),
    ],
)
def test_a_grade_that_can_mean_one_band_only_is_read(text, band):
    assert read_grade(text).band == band


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nurse Consultant",
        "Consultant Nurse Band 8b",
        "Consultant Midwife",
        "Doctor",
        "8",
        "Band 8",
        "8e",
        "5a",
        "10",
        "0",
        "XR13",
        "XR8E",
        "1-4",
        "8a-8b",
        "all",
        "Band 5 or 6",
        "B",
    ],
)
def test_half_a_title_and_half_a_band_are_not_recognised(text):
    with pytest.raises(ValueError, match="is not recognised"):
        read_grade(text)


@pytest.mark.parametrize(
    "text",
    ["Ad hoc", "Apprentice", "TUPE", "LOC|AP01|Apprentice Band 2", "504|XR05|Review Body Band 5"],
)
def test_a_local_grade_is_named_as_one(text):
    with pytest.raises(ValueError, match=r"is a local grade: which band it is can't be told"):
        read_grade(text)


def test_a_code_with_two_readings_is_refused_unless_words_decide():
    with pytest.raises(ValueError, match=r"'XR09' may be band 8b or 9"):
        read_grade("XR09")
    with pytest.raises(ValueError, match=r"'XN08' may be band 8a or 8b or 8c or 8d"):
        read_grade("XN08")


def test_a_code_and_words_that_disagree_are_refused():
    with pytest.raises(ValueError, match="has a code for another band than its words"):
        read_grade("NHS|XR05|Review Body Band 6")


@pytest.mark.parametrize("text", ["5", "8a", "VSM", "Band 5", "NHS|XR05|Review Body Band 5"])
def test_a_grade_in_full_form_is_clean(text):
    assert read_grade(text).clean


@pytest.mark.parametrize("text", ["8A ", "XN04", "05", "Band 8 - Range A", "Executive"])
def test_a_grade_that_was_normalised_is_not_clean(text):
    assert not read_grade(text).clean


def test_local_grades_are_read_as_the_trust_says():
    local = {"LOC|AP01|Apprentice": "2", "Ad hoc": "VSM", "XR09": "Band 9"}
    assert read_grade("loc|ap01|apprentice ", local).band == "2"
    assert read_grade("ad hoc", local).band == "VSM"
    assert read_grade("XR09", local).band == "9"


@pytest.mark.parametrize("band", ["1-4", "all", "medical and dental", "Junior"])
def test_a_local_grade_stands_for_one_single_band(band):
    with pytest.raises(ValueError, match=r"'TUPE 3' is given the band .* which is no single band"):
        read_grade("TUPE 3", {"TUPE 3": band})


@pytest.mark.parametrize("text", ["Non-Executive Director", "NED", "NHS|ZZ01|Non Executive"])
def test_grades_of_people_who_are_no_staff_are_known(text):
    assert is_outside_grade(text)


def test_an_executive_is_staff():
    assert not is_outside_grade("Executive Director")


def test_every_entry_stands_for_a_single_band_and_says_what_it_rests_on():
    grades = load_grades()
    bands = [one.band for one in grades.named]
    bands += [band for one in grades.codes for band in one.reads]
    assert all(parse_band(band).members == {band} for band in bands)
    entries = [*grades.before, *grades.codes, *grades.named, *grades.outside, *grades.local]
    assert {one.basis for one in entries} == {"verified", "unverified"}


@given(st.text(max_size=30))
def test_whatever_is_written_is_a_single_band_or_refused(text):
    try:
        band = read_grade(text).band
    except ValueError:
        return
    assert parse_band(band).members == {band}
