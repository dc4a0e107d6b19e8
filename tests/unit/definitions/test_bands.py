import pytest

from wres.definitions.bands import (
    band_order,
    band_title,
    is_part_of_another,
    load_bands,
    parse_band,
)


@pytest.mark.parametrize(
    ("label", "members"),
    [
        ("under 1", {"under 1"}),
        ("1", {"1"}),
        ("8D", {"8d"}),
        ("vsm", {"VSM"}),
        ("1-4", {"1", "2", "3", "4"}),
        ("1–4", {"1", "2", "3", "4"}),
        ("Bands 1 to 4", {"1", "2", "3", "4"}),
        ("under 1-4", {"under 1", "1", "2", "3", "4"}),
        ("5 - 7", {"5", "6", "7"}),
        ("8a-8b", {"8a", "8b"}),
        ("8a-VSM", {"8a", "8b", "8c", "8d", "9", "VSM"}),
        ("8c-9 and VSM", {"8c", "8d", "9", "VSM"}),
        ("Consultants", {"consultant"}),
        ("medical and dental", {"consultant", "non-consultant career grade", "trainee", "other"}),
    ],
)
def test_a_label_stands_for_single_bands(label, members):
    assert parse_band(label).members == members


def test_all_is_everyone_once():
    everyone = parse_band("all").members
    assert everyone == load_bands().everyone_members
    assert "senior medical manager" not in everyone


@pytest.mark.parametrize(
    "label", ["", "8", "8+", "10", "0", "4-1", "5-5", "1-", "-4", "1-8", "1-4 and 2", "B5", "1,2"]
)
def test_a_label_that_is_unknown_or_means_two_things_is_refused(label):
    with pytest.raises(ValueError, match=r"unknown band .*accepted are under 1, 1, 2"):
        parse_band(label)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("Band 5", "5"),
        ("8C–9 AND vsm", "8c-9 and VSM"),
        ("trainees", "trainee"),
        ("M&D", "medical and dental"),
        ("Total", "all"),
    ],
)
def test_spellings_have_one_canonical_label(written, canonical):
    assert parse_band(written).label == canonical


def test_bands_sort_from_lowest_to_everyone():
    ordered = [
        "under 1", "1-4", "5-7", "8a-8b", "8c-9 and VSM", "consultant", "senior medical manager",
        "non-consultant career grade", "trainee", "other", "all",
    ]  # fmt: skip
    assert sorted(reversed(ordered), key=band_order) == ordered


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("1-4", "Bands 1 to 4"),
        ("under 1-4", "Under band 1 and bands 1 to 4"),
        ("5", "Band 5"),
        ("8a-8b", "Bands 8a to 8b"),
        ("8c-9 and VSM", "Bands 8c to 9 and VSM"),
        ("8a-VSM", "Bands 8a to 9 and VSM"),
        ("VSM", "VSM"),
        ("under 1", "Under band 1"),
        ("consultant", "Consultants"),
        ("non-consultant career grade", "Non-consultant career grade"),
        ("trainee", "Trainees"),
        ("medical and dental", "Medical and dental"),
        ("all", "All bands"),
    ],
)
def test_a_band_has_a_title_that_is_read_back_as_itself(label, title):
    assert band_title(label) == title
    assert parse_band(title).members == parse_band(label).members


def test_only_senior_medical_managers_are_counted_among_others():
    labels = [*load_bands().agenda_for_change, *(band.label for band in load_bands().medical)]
    assert [one for one in labels if is_part_of_another(one)] == ["senior medical manager"]
