"""What a run stored that no reader can use: failed values, bare objects, prints, errors."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from wres.chapters.cells import cell_place

__all__ = ["Fault", "stored_faults"]

# papermill puts cells of its own above one that failed.
PAPERMILL = {"papermill-error-cell-tag"}


@dataclass(frozen=True)
class Fault:
    """One thing at fault: the chapter's name, the cell as its author would look for it, what."""

    chapter: str
    cell: str
    what: str

    def __str__(self) -> str:
        return f"{self.chapter}.ipynb{', cell ' + self.cell if self.cell else ''}: {self.what}"


def stored_faults(name: str, notebook: Any) -> list[Fault]:
    """Return everything at fault in an executed chapter, as far as it ran."""
    return [
        Fault(name, cell_place(cell), what)
        for cell in notebook.cells
        if not PAPERMILL & set(cell.metadata.get("tags", []))
        for what in (*_inline_faults(cell), *_output_faults(cell))
    ]


def _inline_faults(cell: Any) -> Iterator[str]:
    for stored in cell.metadata.get("user_expressions", []):
        result, text = stored["result"], stored["expression"]
        shown = result.get("data", {}).get("text/plain", "")
        if result["status"] != "ok":
            cause = f"{result.get('ename')}: {result.get('evalue')}"
            # what the vocabulary refuses names the nearest itself
            hint = "" if "(perhaps " in cause else _nearest(text)
            yield f"inline value `{text}` fails ({cause}){hint}"
        elif not _is_words(shown):
            yield (
                f"inline value `{text}` gives {shown[:80]}, not text; use the functions of "
                "`wres.vocabulary` or of `say`, which round as the report does"
            )


def _is_words(shown: str) -> bool:
    try:
        value = ast.literal_eval(shown)
    except (SyntaxError, ValueError):
        return False
    return isinstance(value, str | int) and not isinstance(value, bool)


def _nearest(text: str) -> str:
    from wres.vocabulary.filling import known_names  # noqa: PLC0415 - only to help after a fault

    wanted = text.partition("(")[0]
    near = difflib.get_close_matches(wanted, known_names(), n=3)
    return f"; did you mean {' or '.join(near)}?" if near else ""


# What IPython warns of where a cell ends its program, which the error tells already.
_EXIT_HINT: Final = "UserWarning: To exit: use 'exit', 'quit', or Ctrl-D."


def _output_faults(cell: Any) -> Iterator[str]:
    outputs = cell.get("outputs", [])
    exits = any(one.get("ename") == "SystemExit" for one in outputs)
    # What a program of a cell prints comes in when its pipe is read: before or after the rest.
    for output in sorted(outputs, key=lambda one: one.output_type != "stream"):
        if output.output_type == "stream":
            if exits and _EXIT_HINT in output.text:
                continue
            yield f"prints to {output.name}: {output.text.strip()[:200]!r}"
        elif output.output_type == "error":
            yield f"{output.ename}: {output.evalue}"
        elif set(output.data) == {"text/plain"}:
            shown = output.data["text/plain"][:80]
            yield f"its output is a bare object, {shown!r}: nothing a reader can use"
