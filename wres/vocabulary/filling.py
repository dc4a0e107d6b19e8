"""Inline values worked out without a kernel, for what looks at a chapter and does not run it."""

from __future__ import annotations

import ast
import builtins
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

import wres.vocabulary as words
from wres.chapters.cells import bound_names
from wres.chapters.reading import Chapter, opened
from wres.errors import ChapterError
from wres.narrative import Narrative
from wres.vocabulary.errors import VocabularyError

__all__ = ["Names", "fill", "known_names", "names_of"]

MODULE = "wres.vocabulary"
SAY = "say"


@dataclass(frozen=True)
class Names:
    """What the names in a chapter's inline values mean.

    Parameters
    ----------
    bound : frozenset of str
        Names that its code gives a meaning to.
    words : frozenset of str
        Words of the vocabulary that it imports.
    """

    bound: frozenset[str] = frozenset()
    words: frozenset[str] = field(default_factory=lambda: frozenset(words.__all__))


class _NeedsKernel(Exception):  # noqa: N818 - no error: the value is worked out when it is run
    """Only a run of the chapter can tell the value."""


def known_names() -> list[str]:
    """Return all that an inline value may begin with."""
    says = [f"{SAY}.{name}" for name in dir(Narrative) if not name.startswith("_")]
    return [*words.__all__, *says]


def names_of(sources: list[str]) -> Names:
    """Return what the code cells of a chapter give a meaning to."""
    found = bound_names(sources)
    imported = {name for name, module in found.imported.items() if module == MODULE}
    used = set(words.__all__) if MODULE in found.stars else imported
    return Names(frozenset(found.names - imported), frozenset(used))


def fill(expression: str, chapter: Chapter, names: Names | None = None) -> str | None:
    """Return the value of an inline expression as it is printed.

    Parameters
    ----------
    expression : str
        What stands between `` `{python} `` and the closing mark.
    chapter : Chapter
        Results and facts to read.
    names : Names, optional
        What the chapter's code imports and defines; the whole vocabulary unless given.

    Returns
    -------
    str or None
        None where only a run of the chapter can tell: it uses what the chapter's code made.

    Raises
    ------
    VocabularyError
        A name is unknown, or was given something that it can't take.

    Examples
    --------
    >>> fill("len(figures)", None, Names(bound=frozenset({"figures"}))) is None
    True
    """
    known = names or Names(bound=frozenset({SAY}))
    try:
        tree = ast.parse(expression.strip(), mode="eval").body
    except SyntaxError as fault:
        raise VocabularyError(f"this is no Python expression ({fault.msg})") from None
    _require_known(tree, known)
    try:
        with opened(chapter):
            return str(_value(tree, chapter, known))
    except _NeedsKernel:
        return None


def _require_known(tree: ast.expr, names: Names) -> None:
    facts = {"organisation", "year", "results", "profile", "chapter"}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Name) or isinstance(node.ctx, ast.Store):
            continue
        if node.id in names.bound | names.words | facts or hasattr(builtins, node.id):
            continue
        if node.id in words.__all__:
            raise VocabularyError(
                f"{node.id} is not imported: put `from {MODULE} import *` into the setup cell"
            )
        if {one.id for one in ast.walk(tree) if isinstance(one, ast.Name) and _stored(one)}:
            continue  # a comprehension's own name
        raise VocabularyError(f"there is no {node.id}{_near(node.id, names)}")


def _stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _near(name: str, names: Names) -> str:
    near = get_close_matches(name, sorted({*words.__all__, *names.bound}), n=3)
    return f"; perhaps {' or '.join(near)}" if near else ""


def _value(node: ast.expr, chapter: Chapter, names: Names) -> Any:
    """Work out the few kinds of expression that need no code of the chapter."""
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name) and node.id in {"organisation", "year", "profile"}:
        return getattr(chapter.facts, node.id)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        left, right = (_value(one, chapter, names) for one in (node.left, node.right))
        return _sum(left, right if isinstance(node.op, ast.Add) else -right)
    if isinstance(node, ast.Attribute):
        return _said(node, chapter, names)
    if isinstance(node, ast.Call):
        return _called(node, chapter, names)
    raise _NeedsKernel


def _sum(left: Any, right: Any) -> Any:
    if not (isinstance(left, int) and isinstance(right, int)):
        raise _NeedsKernel
    return left + right


def _said(node: ast.Attribute, chapter: Chapter, names: Names) -> Any:
    if not (isinstance(node.value, ast.Name) and node.value.id == SAY and SAY in names.bound):
        raise _NeedsKernel
    if node.attr.startswith("_") or not hasattr(Narrative, node.attr):
        near = get_close_matches(f"{SAY}.{node.attr}", known_names(), n=3)
        hint = f"; perhaps {' or '.join(near)}" if near else ""
        raise VocabularyError(f"there is no {SAY}.{node.attr}{hint}")
    return getattr(Narrative(chapter), node.attr)


def _called(node: ast.Call, chapter: Chapter, names: Names) -> Any:
    function = _function(node.func, chapter, names)
    if any(keyword.arg is None for keyword in node.keywords):
        raise _NeedsKernel
    given = [_value(one, chapter, names) for one in node.args]
    named = {str(one.arg): _value(one.value, chapter, names) for one in node.keywords}
    return _call(function, given, named)


def _function(node: ast.expr, chapter: Chapter, names: Names) -> Callable[..., Any]:
    if isinstance(node, ast.Name) and node.id in names.words - names.bound:
        function: Callable[..., Any] = getattr(words, node.id)
        return function
    if isinstance(node, ast.Attribute):
        said = _said(node, chapter, names)
        if callable(said):
            return said  # type: ignore[no-any-return]
    raise _NeedsKernel


def _call(function: Callable[..., Any], given: list[Any], named: Mapping[str, Any]) -> Any:
    try:
        inspect.signature(function).bind(*given, **named)
    except TypeError as fault:
        takes = ", ".join(_parameters(function))
        raise VocabularyError(f"{fault}; it is written {function.__name__}({takes})") from None
    try:
        return function(*given, **named)
    except ChapterError as fault:
        raise VocabularyError(str(fault)) from None
    except (KeyError, ValueError, TypeError, AttributeError) as fault:
        raise VocabularyError(f"{type(fault).__name__}: {fault}") from None


def _parameters(function: Callable[..., Any]) -> list[str]:
    """Write what a word takes as its author would give it; what may be left out with its value."""
    return [
        one.name if one.default is one.empty else f"{one.name}={one.default!r}"
        for one in inspect.signature(function).parameters.values()
        if one.name != "self"
    ]
