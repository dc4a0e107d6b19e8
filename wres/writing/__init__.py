"""What a trust has written of one report, held against the figures that the report shows."""

from wres.writing.looking import Looked, has_writing, look_at
from wres.writing.own import Written, as_run, filled, own_chapters, unread
from wres.writing.rereading import accept, beside_accepted, renew, reread, stale_problems

__all__ = [
    "Looked",
    "Written",
    "accept",
    "as_run",
    "beside_accepted",
    "filled",
    "has_writing",
    "look_at",
    "own_chapters",
    "renew",
    "reread",
    "stale_problems",
    "unread",
]
