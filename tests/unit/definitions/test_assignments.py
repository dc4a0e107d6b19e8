import pytest

from wres.definitions.assignments import load_assignments, read_category, read_status


def test_every_category_and_status_is_given_once():
    for labels, read in (
        (load_assignments().categories, read_category),
        (load_assignments().statuses, read_status),
    ):
        for label in labels:
            assert {read(word) for word in label.words} == {label.counted}


def test_permanent_and_fixed_term_staff_are_counted_and_bank_and_locum_are_not():
    words = ["Permanent", "Fixed Term Temp", "Bank", "Locum"]
    assert [read_category(word) for word in words] == [True, True, False, False]


def test_full_or_part_time_says_nothing_of_being_counted():
    assert read_category("Part Time") is None


def test_a_trusts_own_word_goes_first():
    assert read_category("Bank", {"bank": True}) is True
    assert read_status("Career break", {"Career Break": True}) is True


@pytest.mark.parametrize(("read", "what"), [(read_category, "category"), (read_status, "status")])
def test_an_unknown_label_and_a_blank_one_are_refused(read, what):
    with pytest.raises(ValueError, match=rf"assignment {what} 'Gig' is not recognised"):
        read("Gig")
    with pytest.raises(ValueError, match=rf"assignment {what} must not be blank"):
        read(" ")
