"""Captions of tables in text that pandoc reads or writes: `: Recruitment`, `Table: Recruitment`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from wres.audit.documents.contents import Block

__all__ = ["with_captions"]

_MARK: Final = re.compile(r"(?:table)?:\s+(?=\S)", re.IGNORECASE)


def with_captions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give tables the marked captions beside them as their own.

    They stand below their tables, as pandoc writes them, or above: in one file all alike, as the
    first that stands beside one table only tells.

    Examples
    --------
    >>> from wres.audit.documents.contents import Grid
    >>> table = Block("table", "", "table 1", grid=Grid((("White", "BME"), ("12", "3"))))
    >>> [one.text for one in with_captions([table, Block("paragraph", ": Staff", "line 5"), table])]
    ['Staff', '']
    """
    step = -1 if _stand_below(blocks) else 1
    given = {
        number + step: _MARK.sub("", block.text, count=1)
        for number, block in enumerate(blocks)
        if _is_marked(block) and _is_table(blocks, number + step)
    }
    return tuple(
        replace(block, text=given[number]) if number in given else block
        for number, block in enumerate(blocks)
        if not (_is_marked(block) and number + step in given)
    )


def _stand_below(blocks: Sequence[Block]) -> bool:
    for number, block in enumerate(blocks):
        over, under = _is_table(blocks, number - 1), _is_table(blocks, number + 1)
        if _is_marked(block) and over != under:
            return over
    return True


def _is_marked(block: Block) -> bool:
    return block.kind == "paragraph" and _MARK.match(block.text) is not None


def _is_table(blocks: Sequence[Block], number: int) -> bool:
    return 0 <= number < len(blocks) and blocks[number].grid is not None
