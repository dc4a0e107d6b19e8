"""A stretch of the report's markdown that knows where it came from.

A passage is checked and completed in one scan: shortcodes, inline values and references are
found together, so nothing that is filled in is ever read again as markup.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wres.labels import escape_markdown

__all__ = ["Findings", "Passage", "Place"]

_TOKEN = re.compile(
    r"\{\{<\s*(?P<shortcode>.*?)\s*>\}\}"
    r"|(?P<broken>\{\{<)"
    r"|`\{(?P<language>\w+)\}(?P<expression>[^`]*)`"
    r"|(?<![\w\\@])@(?P<reference>(?:fig|tbl)-[\w-]*\w)",
    re.DOTALL,
)
_META = re.compile(r"meta\s+(\S+)")


@dataclass(frozen=True)
class Place:
    """Where a passage stands: a file and, in a chapter, a cell."""

    file: str
    cell: str = ""
    line: int = 1

    def at(self, line: int | None = None) -> str:
        """Name the place as a person would look for it."""
        parts = [self.file, self.cell, "" if line is None else f"line {self.line + line}"]
        return ", ".join(part for part in parts if part)


@dataclass
class Findings:
    """What the scan of all passages brought up; problems are told all at once."""

    facts: Mapping[str, Any]
    problems: list[str] = field(default_factory=list)
    references: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def complain(self, where: str, what: str) -> None:
        """Add a problem at a place."""
        self.problems.append(f"{where}: {what}")

    def define(self, label: str, where: str) -> None:
        """Take note of a figure or table; a label stands once in the whole report."""
        if label in self.labels:
            self.complain(where, f"the label {label} is taken already, by {self.labels[label]}")
        self.labels.setdefault(label, where)


@dataclass(frozen=True)
class Passage:
    """Markdown as its author wrote it, with the values that belong to it."""

    text: str
    place: Place
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def resolve(self, findings: Findings) -> str:
        """Fill facts and inline values in; note references and what can't be rendered."""

        def fill(match: re.Match[str]) -> str:
            where = self.place.at(self.text.count("\n", 0, match.start()))
            return self._fill(match, where, findings)

        return _TOKEN.sub(fill, self.text)

    def _fill(self, match: re.Match[str], where: str, findings: Findings) -> str:
        if match["reference"]:
            findings.references.setdefault(match["reference"], []).append(where)
        elif match["language"]:
            return self._value(match["language"], match["expression"].strip(), where, findings)
        else:
            return _shortcode(match["shortcode"] or "", where, findings)
        return match[0]

    def _value(self, language: str, expression: str, where: str, findings: Findings) -> str:
        result = self.values.get(expression) if language == "python" else None
        try:
            return _printed(result)
        except ValueError as fault:
            findings.complain(where, f"`{{{language}}} {expression}` {fault}")
            return ""


def _printed(result: Mapping[str, Any] | None) -> str:
    """Read a stored value: the repr of a text or a number, printed as text."""
    if result is None:
        raise ValueError("has no stored value; run the chapter again")
    if result.get("status") != "ok":
        raise ValueError(f"failed: {result.get('ename', 'error')}: {result.get('evalue', '')}")
    stored = result.get("data", {}).get("text/plain")
    try:
        value = ast.literal_eval("".join(stored or ""))
    except (SyntaxError, ValueError):
        raise ValueError(f"is neither text nor a number: {stored!r}") from None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"is neither text nor a number: {stored!r}")
    return escape_markdown(str(value))


def _shortcode(content: str, where: str, findings: Findings) -> str:
    meta = _META.fullmatch(content)
    if meta is None:
        findings.complain(where, f"the shortcode {{{{< {content} >}}}} is not rendered here")
        return ""
    value = findings.facts.get(meta[1])
    if value is None or isinstance(value, dict | list):
        findings.complain(where, f"{meta[1]} is not among the report's facts")
        return ""
    return str(value)
