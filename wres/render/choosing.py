"""Which engine renders: chosen before anything that renders is imported."""

from __future__ import annotations

import shutil

from wres.errors import RenderError

__all__ = ["ENGINES", "choose_engine", "find_quarto"]

ENGINES = ("quarto", "embedded")


def choose_engine(engine: str = "auto") -> str:
    """Name the engine that will render: ``auto`` means Quarto where it is on PATH."""
    if engine == "auto":
        return "quarto" if find_quarto() else "embedded"
    if engine not in ENGINES:
        raise RenderError(f"the engine is auto, quarto or embedded, got {engine!r}")
    return engine


def find_quarto() -> str | None:
    """Give Quarto's path, if it is on PATH."""
    return shutil.which("quarto")
