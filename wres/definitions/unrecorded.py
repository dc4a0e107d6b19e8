"""The name that people have for a place where an extract records none."""

from __future__ import annotations

from typing import Final

__all__ = ["NOT_RECORDED"]

# A blank would be the whole trust.
NOT_RECORDED: Final = "Not recorded"
