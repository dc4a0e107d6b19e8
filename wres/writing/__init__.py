"""What a trust has written of one report, held against the figures that the report shows."""

from wres.writing.looking import Looked, has_writing, look_at
from wres.writing.own import (
    Written,
    as_run,
    filled,
    filled_and_faults,
    legible,
    own_chapters,
    unread,
)
from wres.writing.rereading import accept, beside_accepted, renew, reread, stale_problems

__all__ = [
    "Looked",
    "Written",
    "accept",
    "as_run",
    "beside_accepted",
    "filled",
    "filled_and_faults",
    "has_writing",
    "legible",
    "look_at",
    "own_chapters",
    "renew",
    "reread",
    "stale_problems",
    "unread",
]
