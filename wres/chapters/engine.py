"""papermill's own engine, which also fills inline values and takes captions into the cell.

papermill runs code cells only. Quarto prints what a notebook stores, so whoever executes a
chapter must evaluate `` `{python} ...` `` in the kernel and store the values where Quarto looks:
in the markdown cell's ``user_expressions``, and captions and alt text in the code cell's metadata.
"""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from jupyter_core.utils import ensure_async
from nbclient.util import run_sync
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine
from papermill.utils import merge_kwargs, remove_args

from wres.chapters.cells import INLINE_VALUE, UNSEEN, inline_expressions
from wres.labels import escape_attribute, escape_markdown

__all__ = [
    "INLINE_VALUE",
    "ChapterClient",
    "ChapterEngine",
    "finish_cell",
    "store_values",
]

# Captions are parsed as markdown by the renderers; alternative text is not. Quarto writes a table's
# caption and an alternative text into attributes, which are resolved before.
CAPTION_KEYS = ("fig-cap", "tbl-cap")
ATTRIBUTE_KEYS = ("fig-alt", "tbl-cap")
# Braces of HTML, but for those of a stylesheet or a script.
_BRACES: Final = re.compile(r"<(style|script)\b.*?</\1>|[{}]", re.DOTALL | re.IGNORECASE)
_REFERENCES: Final = {"{": "&#123;", "}": "&#125;"}


class ChapterClient(PapermillNotebookClient):  # type: ignore[misc]
    """Executes a chapter cell by cell, markdown cells included."""

    def create_kernel_manager(self) -> Any:
        """Make a kernel that only this process can talk to, where the system has such sockets."""
        manager = super().create_kernel_manager()
        if os.name == "posix":
            # A folder a kernel: kernels that share a path mix up their sockets.
            self._sockets = TemporaryDirectory(prefix="wres-")
            manager.transport, manager.ip = "ipc", str(Path(self._sockets.name) / "kernel")
        return manager

    async def async_execute_cell(self, cell: Any, cell_index: int, **kwargs: Any) -> Any:
        """Execute a code cell, or evaluate the inline values of a markdown cell."""
        if cell.cell_type == "markdown":
            await self._fill(cell)
            return cell
        executed = await super().async_execute_cell(cell, cell_index, **kwargs)
        if cell.cell_type == "code":
            finish_cell(cell)
        return executed

    execute_cell = run_sync(async_execute_cell)

    async def _fill(self, cell: Any) -> None:
        if keyed := inline_expressions(cell):
            reply = await ensure_async(
                self.kc.execute(
                    "", store_history=False, user_expressions=keyed, reply=True, timeout=60
                )
            )
            store_values(cell, keyed, reply)


class ChapterEngine(NBClientEngine):  # type: ignore[misc]
    """papermill engine ``wres``: `ChapterClient` in place of papermill's client."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,
        kernel_name: str,
        log_output: bool = False,
        start_timeout: int = 60,
        execution_timeout: int | None = None,
        **kwargs: Any,
    ) -> Any:
        """Execute the notebook that `nb_man` manages."""
        settings = merge_kwargs(
            remove_args(["timeout", "startup_timeout", "input_path"], **kwargs),
            timeout=execution_timeout,
            startup_timeout=start_timeout,
            kernel_name=kernel_name,
            log_output=log_output,
            # A polite shutdown interrupts the kernel, which complains on stderr; nothing is lost.
            shutdown_kernel="immediate",
        )
        return ChapterClient(nb_man, **settings).execute()


def store_values(cell: Any, keyed: dict[str, str], reply: Any) -> None:
    """Store what a kernel replied to `keyed` where renderers look for inline values."""
    values = reply["content"].get("user_expressions", {})
    cell.metadata["user_expressions"] = [
        {"expression": text, "result": _stored(values[place])} for place, text in keyed.items()
    ]


def finish_cell(cell: Any) -> None:
    """Make an executed code cell ready for the renderers."""
    _take_captions(cell)
    _write_braces_out(cell)


def _take_captions(cell: Any) -> None:
    """Move caption and alt text from a figure's or table's output into the cell's metadata."""
    for output in cell.outputs:
        captions = output.get("metadata", {}).pop("wres", {})
        for key, text in captions.items():
            stored = escape_markdown(text) if key in CAPTION_KEYS else text
            cell.metadata[key] = escape_attribute(stored) if key in ATTRIBUTE_KEYS else stored


def _write_braces_out(cell: Any) -> None:
    """Write the braces in an output's HTML as references, which print the same.

    Quarto scans HTML for shortcodes, and loses all that follows a text which ends in an open brace.
    """
    for output in cell.outputs:
        data = output.get("data", {})
        if "text/html" in data:
            data["text/html"] = _BRACES.sub(
                lambda found: _REFERENCES.get(found[0], found[0]), data["text/html"]
            )


def _stored(value: dict[str, Any]) -> dict[str, Any]:
    """Return an inline value as it is stored: no traceback; text also escaped as markdown.

    Quarto leaves ``<``, ``@`` and ``&`` of a plain value to be parsed; an escaped one prints as is.
    In place of an empty one it prints the code: that gets a comment, which nobody sees.
    """
    kept = {key: part for key, part in value.items() if key != "traceback"}
    shown = kept.get("data", {}).get("text/plain", "")
    if shown[:1] in {"'", '"'}:
        kept["data"]["text/markdown"] = escape_markdown(ast.literal_eval(shown)) or UNSEEN
    return kept
