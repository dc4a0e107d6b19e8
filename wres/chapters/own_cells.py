"""What a cell of a trust's own chapter must not hold, told before anything runs.

This helps an author who did not know; it is no lock. What keeps small counts out of a report is
that the results, where disclosure control has passed, are all that lies beside a running chapter.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from wres.chapters.cells import INLINE_VALUE
from wres.chapters.clearing import tags_of
from wres.chapters.conflicts import holds_conflict
from wres.chapters.parameters import declared_faults

__all__ = ["cell_faults", "notebook_faults"]

# rule, what to do, what was given
Fault = tuple[str, str, str | None]

_PATH: Final = re.compile(
    r"^(?:\.\.?[/\\]|~[/\\]|/\w|[A-Za-z]:[/\\])|(?:^|[/\\])(?:data|build|extracts)[/\\]"
)
_FILE: Final = re.compile(
    r"[^\s.][^\n]*\.(?:csv|tsv|xlsx?|xlsm|ods|parquet|json|ya?ml|txt|docx?)", re.IGNORECASE
)
_READERS: Final = re.compile(
    r"open|read_(?:csv|table|fwf|excel|json|parquet|html|xml|sql\w*|text|bytes|pickle)"
    r"|loadtxt|genfromtxt|r?glob|iterdir|listdir|scandir"
)
# Rooms of the library that read what disclosure control has not passed.
_BEFORE_RESULTS: Final = re.compile(
    r"wres\.(?:loading|sources|counts|extracts|indicators|disclosure|compare|counted|national_return)\b"
)
_ONLY_RESULTS: Final = (
    "must not read files: a chapter shows what stands in its results, which disclosure control has "
    "passed"
)
_PICTURE: Final = re.compile(r"!\[[^\]]*\]\((?!https?:)([^)\s]+)[^)]*\)")
# What was meant as an inline value and is none: no blank, or no end.
_UNREAD: Final = re.compile(r"(?<!`)`\{python\}")
_TITLE: Final = re.compile(r"^# \S", re.MULTILINE)
_MAGIC: Final = re.compile(r"^\s*[%!]", re.MULTILINE)


def notebook_faults(notebook: Any) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a chapter as a whole: the rule, and what to do."""
    kernel = notebook.metadata.get("kernelspec", {})
    language = str(kernel.get("language") or "python").casefold()
    if language != "python":
        yield f"must be written in Python; its kernel runs {language}", "Choose the kernel Python 3"
    for fault in declared_faults(notebook):
        yield fault, "Take the parameters cell of another chapter"
    if not any(cell.cell_type == "markdown" and _TITLE.search(cell.source)
               for cell in notebook.cells):  # fmt: skip
        rule = "must have a title (# Title): without one it would stand under the chapter before"
        yield rule, "Add one"


def cell_faults(cell: Any) -> Iterator[Fault]:
    """Yield what is wrong with one cell."""
    if holds_conflict(cell):
        rule = "holds two versions of a cell that could not be merged"
        yield rule, "Keep what should stand, take the marks out,", None
    elif cell.cell_type == "markdown":
        yield from _text_faults(cell)
    elif cell.cell_type == "code":
        yield from _code_faults(cell)
    else:
        rule = f"must be text (markdown) or code, not {cell.cell_type}"
        yield rule, "Change its type", None


def _text_faults(cell: Any) -> Iterator[Fault]:
    for path in _PICTURE.findall(cell.source):
        yield "must not show a picture from a file: reports carry none", "Take it out", path
    for expression in INLINE_VALUE.findall(cell.source):
        with suppress(SyntaxError):  # told with the nearest words where values are filled
            for given in dict.fromkeys(_reads(ast.parse(expression))):
                yield _ONLY_RESULTS, "Take it out", given
    if _UNREAD.search(INLINE_VALUE.sub("", cell.source)):
        rule = "holds an inline value that can't be read as one"
        yield (
            rule,
            "Write `{python} ratio(3)`: a blank after the brace, a backtick at the end",
            None,
        )


def _code_faults(cell: Any) -> Iterator[Fault]:
    if "parameters" in tags_of(cell):
        return
    if _MAGIC.search(cell.source):
        yield "must be plain Python, without lines that begin with % or !", "Take them out", None
        return
    try:
        tree = ast.parse(cell.source)
    except SyntaxError as fault:
        yield f"must be Python ({fault.msg}, line {fault.lineno})", "Correct the code", None
        return
    for given in dict.fromkeys(_reads(tree)):
        yield _ONLY_RESULTS, "Take it out", given


def _reads(tree: ast.AST) -> Iterator[str]:
    """Yield what in a cell's code reads files: paths, readers, rooms of the library."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if _PATH.search(node.value) or _FILE.fullmatch(node.value):
                yield node.value
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            # of a constant, the constant itself is told
            if _READERS.fullmatch(name) and not any(map(_is_path, node.args)):
                yield f"{name}(...)"
        elif isinstance(node, ast.ImportFrom | ast.Import):
            module = getattr(node, "module", None) or ""
            names = [f"{module}.{one.name}".lstrip(".") for one in node.names]
            yield from (one for one in names if _BEFORE_RESULTS.match(one))


def _is_path(node: ast.expr) -> bool:
    value = getattr(node, "value", None)
    return isinstance(value, str) and bool(_PATH.search(value) or _FILE.fullmatch(value))
