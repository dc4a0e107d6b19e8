"""Which figures a trust's text was accepted against, and what has moved since."""

from wres.accepting.memory import MEMORY, Remembered, memory_bytes, read_memory, write_memory
from wres.accepting.rereading import Cell, Rereading, Stale, carried

__all__ = [
    "MEMORY",
    "Cell",
    "Remembered",
    "Rereading",
    "Stale",
    "carried",
    "memory_bytes",
    "read_memory",
    "write_memory",
]
