import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres.definitions.ethnic_codes import (
    Ethnicity,
    _word_list,
    fold_words,
    is_legacy_code,
    load_ethnic_codes,
    read_ethnicity,
)

# The 16+1 categories of the NHS Data Dictionary and the group that each is in, by hand.
WHITE = "ABC"
BME = "DEFGHJKLMNPRS"


@pytest.mark.parametrize("code", WHITE)
def test_codes_a_to_c_are_white(code):
    assert read_ethnicity(code).group == "White"


@pytest.mark.parametrize("code", BME)
def test_codes_d_to_s_are_bme(code):
    assert read_ethnicity(code).group == "BME"


@pytest.mark.parametrize("text", ["Z", "99", "", "  ", "NULL", "null", "9"])
def test_not_stated_not_known_and_blank_are_unknown(text):
    assert read_ethnicity(text).group == "Unknown"


@pytest.mark.parametrize("number", "12345678")
def test_legacy_numbers_from_1_to_8_are_bme_and_said_to_be_legacy(number):
    assert read_ethnicity(number).group == "BME"
    assert is_legacy_code(read_ethnicity(number).code)


def test_legacy_zero_is_white():
    assert read_ethnicity("0").group == "White"


@pytest.mark.parametrize(
    ("text", "group", "code"),
    [
        ("A - White - British", "White", "A"),
        ("A White British", "White", "A"),
        ("A-White British", "White", "A"),
        ("A – White: British", "White", "A"),
        ("C2", "White", "C2"),
        ("C3 White Unspecified", "White", "C3"),
        ("CE", "White", "CE"),
        ("CY Other White European, European Unspecified, European Mixed", "White", "CY"),
        ("GF", "BME", "GF"),
        ("GF - Other Mixed, Mixed Unspecified", "BME", "GF"),
        ("GC - Black and White", "BME", "GC"),
        ("D Mixed - White & Black Caribbean", "BME", "D"),
        ("LH British Asian", "BME", "LH"),
        ("PA Black Somali", "BME", "PA"),
        ("SE Other Specified", "BME", "SE"),
        ("S Any Other Ethnic Group", "BME", "S"),
        ("Z Not Stated", "Unknown", "Z"),
        ("99 - Not Known", "Unknown", "99"),
        ("a", "White", "A"),
        ("c2 - northern irish", "White", "C2"),
        ("H1", "BME", "H1"),
    ],
)
def test_a_whole_code_at_the_start_decides(text, group, code):
    found = read_ethnicity(text)
    assert (found.group, found.code) == (group, code)


# By its first letter each of these would be another group, or an error.
@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Asian", "BME"),
        ("Bangladeshi", "BME"),
        ("Black", "BME"),
        ("Chinese", "BME"),
        ("Caribbean", "BME"),
        ("Arab", "BME"),
        ("African", "BME"),
        ("Any other ethnic group", "BME"),
        ("Any other White background", "White"),
        ("Roma", "White"),
        ("Gypsy or Irish Traveller", "White"),
        ("Polish", "White"),
        ("Scottish", "White"),
        ("Not stated", "Unknown"),
        ("Not Stated/Undefined", "Unknown"),
        ("No data", "Unknown"),
        ("NO DATA", "Unknown"),
        ("Null", "Unknown"),
        ("Prefer not to say", "Unknown"),
        ("Declined", "Unknown"),
        ("Refused", "Unknown"),
        ("I do not wish to disclose", "Unknown"),
        ("Do not wish to disclose", "Unknown"),
        ("Unspecified", "Unknown"),
        ("Unknown", "Unknown"),
        ("N/A", "Unknown"),
    ],
)
def test_words_are_read_whole_and_never_by_their_first_letter(text, group):
    assert read_ethnicity(text).group == group


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("White - British", "White - British"),
        ("White: English, Welsh, Scottish, Northern Irish or British", "White - British"),
        ("Other White", "White - Any other White background"),
        ("White - Other", "White - Any other White background"),
        ("Asian or Asian British - Indian", "Asian or Asian British - Indian"),
        ("Asian/Asian British: Pakistani", "Asian or Asian British - Pakistani"),
        ("Indian (Asian or Asian British)", "Asian or Asian British - Indian"),
        ("Mixed - White & Asian", "Mixed - White and Asian"),
        ("Black/African/Caribbean/Black British - African", "Black or Black British - African"),
        ("Other ethnic group: Arab", "Other Ethnic Groups - Any other ethnic group"),
        ("Chinese", "Other Ethnic Groups - Chinese"),
        ("PC", "Black or Black British - Any other Black background"),
        ("Nigerian", "Black or Black British - Any other Black background"),
        (
            "OTHER ETHNIC GROUP - Any other ethnic group",
            "Other Ethnic Groups - Any other ethnic group",
        ),
        ("Mixed - Other/Unspecified", "Mixed - Any other mixed background"),
        ("White Other European", "White - Any other White background"),
        ("Asian Punjabi", "Asian or Asian British - Any other Asian background"),
        ("Asian", "Asian or Asian British - not specified"),
        ("BAME", "BME - not specified"),
        ("White", "White - not specified"),
        ("Prefer not to say", "Not stated"),
        ("", "Not known"),
    ],
)
def test_the_detailed_group_is_the_category_of_the_national_code(text, detail):
    assert read_ethnicity(text).detail == detail


@pytest.mark.parametrize(
    "text",
    [
        "NA",
        "NK",
        "N A",
        "N K",
        "N - A",
        "D K",
        "X",
        "I",
        "O",
        "AB",
        "1-4",
        "10",
        "16",
        "1 week",
        "Other",
        "Any other",
        "European",
        "British Isles",
        "-",
        "*",
        "Whitehall",
        "a white british",
        "Not stated?yes",
        "Mixed White",
        "A/B",
        "2021-04-01",
    ],
)
def test_what_is_not_recognised_is_never_guessed(text):
    with pytest.raises(ValueError, match="is not recognised"):
        read_ethnicity(text)


@pytest.mark.parametrize(
    "text", ["A - Asian", "B - Black", "C Chinese", "1 White", "GB - British", "N - Not stated"]
)
def test_a_code_and_words_of_different_groups_are_refused(text):
    with pytest.raises(ValueError, match="names two groups"):
        read_ethnicity(text)


def test_local_words_and_codes_go_before_the_national_list():
    local = {"Kurdish": "S", "ce": "Unknown", "Local other": "BME"}
    assert read_ethnicity("kurdish", local) == Ethnicity(
        "BME", "S", "Other Ethnic Groups - Any other ethnic group"
    )
    assert read_ethnicity("CE", local).group == "Unknown"
    assert read_ethnicity("Local other ", local).detail == "BME - not specified"


def test_a_local_meaning_that_is_no_group_and_no_code_is_refused():
    with pytest.raises(ValueError, match=r"'Kurdish' is given the meaning 'Middle East' in trust"):
        read_ethnicity("Kurdish", {"Kurdish": "Middle East"})


def test_no_word_stands_for_two_different_groups():
    groups: dict[str, set[str]] = {}
    for word, meaning in _word_list():
        groups.setdefault(fold_words(word), set()).add(meaning.group)
    assert {word for word, found in groups.items() if len(found) > 1} == set()


def test_the_first_character_of_every_code_decides_its_group():
    for part in load_ethnic_codes().subdivisions:
        assert read_ethnicity(part.code).group == read_ethnicity(part.code[0]).group
        assert read_ethnicity(part.code).detail == read_ethnicity(part.code[0]).detail


def test_every_code_is_given_once_and_says_what_it_rests_on():
    codes = load_ethnic_codes()
    entries = [*codes.categories, *codes.subdivisions, *codes.legacy]
    assert len({one.code for one in entries}) == len(entries)
    assert {one.basis for one in entries} == {"verified", "unverified"}


@given(st.text(string.ascii_letters, min_size=3, max_size=12))
def test_a_word_of_three_letters_or_more_is_in_the_table_of_words_or_refused(word):
    listed = {fold_words(one) for one, _ in _word_list()} | {"bme", "bame"}
    if fold_words(word) in listed:
        assert read_ethnicity(word).group in ("White", "BME", "Unknown")
    else:
        with pytest.raises(ValueError, match="is not recognised"):
            read_ethnicity(word)


@given(st.sampled_from(WHITE + BME), st.text(max_size=20).filter(str.strip))
def test_nothing_beside_a_code_changes_the_group_that_it_stands_for(code, words):
    try:
        found = read_ethnicity(f"{code} - {words}")
    except ValueError:
        return
    assert found.group == ("White" if code in WHITE else "BME")
