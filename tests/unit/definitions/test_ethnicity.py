import pytest

from wres.definitions.ethnicity import GROUPS, load_groups, read_group


@pytest.mark.parametrize(
    ("label", "group"),
    [
        ("White", "White"),
        ("bme", "BME"),
        (" BAME ", "BME"),
        ("Ethnic  Minority", "BME"),
        ("Global majority", "BME"),
        ("Unknown", "Unknown"),
        ("NULL", "Unknown"),
        ("Not stated", "Unknown"),
        ("No data", "Unknown"),
        ("Not known", "Unknown"),
        ("Prefer not to say", "Unknown"),
        ("Unspecified", "Unknown"),
    ],
)
def test_words_for_a_group_are_read(label, group):
    assert read_group(label) == group


@pytest.mark.parametrize(
    "label",
    ["", "A", "W", "Z", "Asian", "Black", "Chinese", "Bangladeshi", "White British", "Total"],
)
def test_nothing_is_read_by_its_first_letter(label):
    with pytest.raises(ValueError, match=r"accepted are White; BME, BAME.*; Unknown"):
        read_group(label)


def test_the_groups_stand_in_the_order_of_every_table():
    assert tuple(group.name for group in load_groups().groups) == GROUPS


def test_no_word_stands_for_two_groups():
    words = [word.casefold() for group in load_groups().groups for word in group.words]
    assert len(words) == len(set(words))
