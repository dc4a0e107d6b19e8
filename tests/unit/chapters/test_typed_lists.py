"""Processes come out as the lists that were typed, each entry with its mark and its level.

What pandoc makes of a text is read from its JSON: style, delimiter and first number of each list.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypandoc
import pytest
import yaml

from wres.chapters.paper_texts import as_list
from wres.chapters.texts import report_markdown

PROJECT = Path(__file__).parents[3]


def outline(text: str) -> list[Any]:
    """Give a text's blocks: a sentence as it is, a list as its mark and its entries."""
    settings = yaml.safe_load((PROJECT / "_quarto.yml").read_text(encoding="utf-8"))
    made = pypandoc.convert_text(report_markdown(text), "json", format=settings["from"])
    return [said for block in json.loads(made)["blocks"] for said in _read(block)]


def _read(block: dict[str, Any]) -> list[Any]:
    kind, content = block["t"], block.get("c", [])
    if kind == "OrderedList":
        (first, style, delimiter), entries = content
        return [(f"{style['t']} {delimiter['t']} {first}", [_blocks(one) for one in entries])]
    if kind == "BulletList":
        return [("bullet", [_blocks(one) for one in content])]
    if kind in {"Para", "Plain", "Header"}:
        return [_words(content[2] if kind == "Header" else content)]
    return []


def _blocks(blocks: list[dict[str, Any]]) -> list[Any]:
    return [said for block in blocks for said in _read(block)]


def _words(inlines: list[dict[str, Any]]) -> str:
    return "".join(one.get("c", " ") if one["t"] == "Str" else " " for one in inlines)


def plain(mark: str, *entries: str) -> tuple[str, list[list[Any]]]:
    return (mark, [[one] for one in entries])


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        (("A.", "B.", "C."), "UpperAlpha Period 1"),
        (("a.", "b.", "c."), "LowerAlpha Period 1"),
        (("A)", "B)", "C)"), "UpperAlpha OneParen 1"),
        (("(a)", "(b)", "(c)"), "LowerAlpha TwoParens 1"),
        (("i.", "ii.", "iii."), "LowerRoman Period 1"),
        (("(i)", "(ii)", "(iii)"), "LowerRoman TwoParens 1"),
        (("I.", "II.", "III."), "UpperRoman Period 1"),
        (("1)", "2)", "3)"), "Decimal OneParen 1"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_marks_in_their_order_are_a_list_close_or_apart(
    marks: tuple[str, ...], told: str, between: str
) -> None:
    words = ("Seek advice", "Decide", "Tell both")
    lines = between.join(f"{mark} {said}" for mark, said in zip(marks, words, strict=True))
    assert outline(lines) == [plain(told, *words)]
    assert outline(f"What happens:{between}{lines}\n\nThen it ends.") == [
        "What happens:",
        plain(told, *words),
        "Then it ends.",
    ]


def test_an_initial_is_no_list() -> None:
    for text in ("A. Smith spoke first", "B. Russell wrote.", "See 3. below"):
        assert outline(text) == [text]
    assert outline("We heard\nA. Smith, who spoke,\nand others") == [
        "We heard A. Smith, who spoke, and others"
    ]


def test_entries_within_entries_keep_their_level_however_far_they_are_indented() -> None:
    inner = plain("LowerAlpha OneParen 1", "alone", "with others")
    for indent in (" ", "   ", "      "):
        text = f"1. One\n2. Two\n{indent}a) alone\n{indent}b) with others\n3. Three"
        assert outline(text) == [("Decimal Period 1", [["One"], ["Two", inner], ["Three"]])]


def test_a_list_that_goes_on_holds_the_lists_between_its_entries() -> None:
    text = "A. Advice\n\nB. Decision\n\ni. by one\n\nii. by two\n\nC. Letter"
    inner = plain("LowerRoman Period 1", "by one", "by two")
    assert outline(text) == [("UpperAlpha Period 1", [["Advice"], ["Decision", inner], ["Letter"]])]


def test_lists_one_after_the_other_stay_apart() -> None:
    assert outline("1. One\n2. Two\n\n(a) three\n(b) four") == [
        plain("Decimal Period 1", "One", "Two"),
        plain("LowerAlpha TwoParens 1", "three", "four"),
    ]


def test_bullets_stand_within_their_entry() -> None:
    text = "A. Advice\n  - of the manager\n    - in writing\n  - of the union\nB. Decision"
    bullets = ("bullet", [["of the manager", plain("bullet", "in writing")], ["of the union"]])
    assert outline(text) == [("UpperAlpha Period 1", [["Advice", bullets], ["Decision"]])]
    assert outline("- One\n  a) first\n  b) second\n- Two") == [
        ("bullet", [["One", plain("LowerAlpha OneParen 1", "first", "second")], ["Two"]])
    ]


def test_a_process_that_a_paragraph_interrupts_goes_on_with_its_next_letter() -> None:
    assert outline("A. Advice\nB. Decision\n\nThen, after a month:\n\nC. Letter\nD. Review") == [
        plain("UpperAlpha Period 1", "Advice", "Decision"),
        "Then, after a month:",
        plain("UpperAlpha Period 3", "Letter", "Review"),
    ]


def test_letters_after_h_go_on_and_numbers_begin_again_in_each_entry() -> None:
    nine = [f"{letter}. {letter.upper()}" for letter in "abcdefghi"]
    assert outline("\n".join(nine)) == [plain("LowerAlpha Period 1", *"ABCDEFGHI")]
    numbers = plain("Decimal Period 1", "one", "two")
    assert outline("A. First\n1. one\n2. two\nB. Second\n1. one\n2. two") == [
        ("UpperAlpha Period 1", [["First", numbers], ["Second", numbers]])
    ]


def test_paragraphs_of_an_entry_stay_in_it() -> None:
    text = "A. Advice\nfrom two people\n\n   It is written down.\nB. Decision"
    assert outline(text) == [
        (
            "UpperAlpha Period 1",
            [["Advice from two people", "It is written down."], ["Decision"]],
        )
    ]


def test_entries_of_a_yaml_list_that_bring_their_marks_get_no_bullets() -> None:
    assert outline(as_list(("a) Approve the plan", "b) Note the figures"))) == [
        plain("LowerAlpha OneParen 1", "Approve the plan", "Note the figures")
    ]
    assert outline(as_list(("Approve the plan", "Note the figures"))) == [
        plain("bullet", "Approve the plan", "Note the figures")
    ]
