"""What stands where something is still to come is told from text that looks like it."""

from __future__ import annotations

import pytest

from wres.definitions.placeholders import placeholder_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The chair, xxx, presented it.", "xxx"),
        ("Due TBC", "TBC"),
        ("Led by [name of lead].", "[name of lead]"),
        ("On <date of meeting>", "<date of meeting>"),
        ("Signed ________", "________"),
        ("Why???", "???"),
        ("to fill in (system)", "to fill in"),
        ("Meeting of dd/mm/yyyy", "dd/mm/yyyy"),
        ("presenter: To be confirmed", "To be confirmed"),
        ("{name: to be confirmed, role: Chair}", "to be confirmed"),
        ("- To be completed by June.", "To be completed by June"),
        ("Insert text here", "Insert text here"),
        ("Click or tap here to enter text.", "Click or tap here to enter text"),
        ("governance: '…'", "…"),
        ("Approved by: [ ]", "[ ]"),
        ("Agenda item ??", "??"),
        ("signed by the [role]", "[role]"),
        ('signed: "[signature]"', "[signature]"),
        ("Signed by [Chair's name] today.", "[Chair's name]"),
        ('text: "To follow"', "To follow"),
        ("author: Name here", "Name here"),
        ("[XX] staff, [X]% of all", "[XX]"),
        ("or [X]% of all", "[X]"),
    ],
)
def test_a_placeholder_is_given_as_it_is_written(text: str, found: str) -> None:
    assert placeholder_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Part XIX of the Act, and MXXXI.",
        "See [Name of the network](https://example.org) and [date](#sec-date).",
        '[Name]{source="Register of the board"}',
        "Things to do: a, b.",
        "Really?",
        "snake_case and __bold__",
        "Two actions are to be completed by June, and dates to be confirmed with the network.",
        "- [ ] For information",
        "- [x] For decision",
        "Decision [X] Assurance [x], approved by: [x]",
        "And so it went on ... until it ended; insert the lead, here or there.",
        "Really?? See [role](https://example.org).",
        "The [board] and the [data] agree; <b>bold</b>.",
        "The dates are to follow the plan, and a name here means a post.",
    ],
)
def test_what_looks_like_a_placeholder_is_none(text: str) -> None:
    assert placeholder_in(text) is None
