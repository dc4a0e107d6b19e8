"""What a status says, from its words as a trust writes them."""

from __future__ import annotations

import pytest

from wres.definitions.action_states import state_of


@pytest.mark.parametrize(
    ("status", "name"),
    [
        ("Completed ✓", "complete"),
        ("✅ Complete", "complete"),
        ("Complete: 40 of 40", "complete"),
        ("Closed - no further action", "complete"),
        ("Complete. Nothing outstanding", "complete"),
        ("Closed - funding withdrawn", "stopped"),
        ("Closed – no funding", "stopped"),
        ("Closed (not achieved)", "stopped"),
        ("On track: not all sites yet", "on track"),
    ],
)
def test_status_says_a_state_by_its_first_words_and_what_follows(status: str, name: str) -> None:
    state = state_of(status)
    assert state is not None
    assert state.name == name


@pytest.mark.parametrize(
    "status",
    [
        "Complete, but not evaluated",
        "Done - except in theatres",
        "Delivered: partially",
        "Complete – funding withdrawn",
        "Closed - remaining work moved to plan B",
        "Amber/Green",
        "N/A",
        "Complete by May",
    ],
)
def test_status_that_is_taken_back_or_says_two_things_says_no_state(status: str) -> None:
    assert state_of(status) is None


def test_own_words_of_a_trust_go_before_what_they_would_say() -> None:
    state = state_of("Closed - no funding", {"closed - no funding": "some delay"})
    assert state is not None
    assert state.name == "some delay"
