"""What a run stored that no reader can use, told in one order."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from wres.chapters.stored_faults import stored_faults

PRINTED = new_output("stream", name="stdout", text="seen\n")
VALUE = new_output("execute_result", data={"text/plain": "0"})
ERROR = new_output("error", ename="ValueError", evalue="no such band")


@pytest.mark.parametrize("outputs", [[PRINTED, VALUE], [VALUE, PRINTED]])
def test_what_a_program_printed_comes_first_whenever_it_came_in(outputs: list[object]) -> None:
    cell = new_code_cell("import os", outputs=outputs)
    whats = [fault.what for fault in stored_faults("board", new_notebook(cells=[cell]))]
    assert whats == [
        "prints to stdout: 'seen'",
        "its output is a bare object, '0': nothing a reader can use",
    ]


def test_an_error_comes_after_what_was_printed_before_it() -> None:
    cell = new_code_cell("read()", outputs=[PRINTED, ERROR])
    whats = [fault.what for fault in stored_faults("board", new_notebook(cells=[cell]))]
    assert whats == ["prints to stdout: 'seen'", "ValueError: no such band"]
