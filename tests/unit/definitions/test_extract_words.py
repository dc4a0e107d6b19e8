"""The words by which systems answer, and the subjects that are mandatory."""

from __future__ import annotations

import pytest

from wres.definitions.extract_words import answer, is_mandatory_topic, load_extract_words


@pytest.mark.parametrize(
    ("question", "word", "meaning"),
    [
        ("shortlisted", "Short-listed", True),
        ("shortlisted", "NOT SHORTLISTED", False),
        ("accepted_offer", "Offer declined", False),
        ("formal", "Fast track", True),
        ("formal", "Mediation", False),
        ("executive", "Non Executive Director", False),
        ("voting", "Non-Voting", False),
        ("attended", "Did not attend", False),
    ],
)
def test_a_whole_cell_answers(question, word, meaning):
    assert answer(question, word) is meaning


@pytest.mark.parametrize("word", ["formality", "form", "quite formal", ""])
def test_a_part_of_a_word_answers_nothing(word):
    with pytest.raises(ValueError, match="must be one of: formal, "):
        answer("formal", word)


def test_a_trusts_own_words_go_first():
    assert answer("formal", "Stage 2", {"stage 2": True}) is True
    assert answer("formal", "Suspension", {"suspension": False}) is False


@pytest.mark.parametrize("course", ["Fire Safety", "Basic Life Support", "Safeguarding Adults L2"])
def test_a_mandatory_subject_may_stand_inside_a_name(course):
    assert is_mandatory_topic(course)


@pytest.mark.parametrize("course", ["Coaching", "Preventing falls", "Non-mandatory: writing", ""])
def test_other_subjects_are_not_mandatory(course):
    assert not is_mandatory_topic(course)


def test_a_name_that_denies_it_may_still_hold_a_mandatory_subject():
    assert is_mandatory_topic("Non-mandatory: fire safety")


def test_every_list_rests_on_practice_until_it_was_seen():
    words = load_extract_words()
    assert {question.basis for question in words.questions.values()} == {"unverified"}
