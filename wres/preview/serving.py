"""Serving the preview on this machine alone, and leaving nothing behind."""

from __future__ import annotations

import asyncio
import errno
import logging
import shutil
import signal
import socket
import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path

from tornado.httpserver import HTTPServer

from wres.errors import WresError
from wres.preview.access import Access
from wres.preview.building import Builder
from wres.preview.handlers import make_application
from wres.preview.page import waiting_page
from wres.preview.status import Board
from wres.preview.wanted import Wanted
from wres.sources.folders import require_folder

__all__ = ["preview"]

LOOPBACK = "127.0.0.1"
# Nobody has a reason to send anything.
MOST_BYTES = 1024
# SIGHUP: the terminal was closed.
ENDS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
        if hasattr(signal, name)]  # fmt: skip


def preview(
    wanted: Wanted, port: int, tell: Callable[[str], None], *, open_browser: bool = True
) -> None:
    """Serve a report's page and keep it up to date, until the program is told to end.

    Parameters
    ----------
    wanted : Wanted
    port : int
        0 for any free one.
    tell : callable
        Takes the address.
    open_browser : bool
        Whether to open it in the browser as well.

    Raises
    ------
    InputError
        There is no such trust or year.
    WresError
        The port is taken.
    """
    require_folder(wanted.folder)
    with _bound(port) as listening, _scratch() as scratch:
        asyncio.run(_serve(wanted, listening, scratch, tell, open_browser))


@contextmanager
def _bound(port: int) -> Iterator[socket.socket]:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    with listening:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # on Windows others could take it over
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        elif port:
            # or a port just left could not be had for a minute
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((LOOPBACK, port))
            listening.listen(64)
        except OSError as fault:
            raise WresError(_refused(port, fault)) from None
        listening.setblocking(False)
        yield listening


def _refused(port: int, fault: OSError) -> str:
    other = "give another with --port, or leave --port out to take any that is free"
    if fault.errno == errno.EADDRINUSE:
        return f"port {port} is taken by another program; {other}"
    return f"port {port} can't be used ({fault.strerror}); {other}"


@contextmanager
def _scratch() -> Iterator[Path]:
    """Give a folder that only this user can read; everything temporary goes into it."""
    before = tempfile.tempdir
    folder = Path(tempfile.mkdtemp(prefix="wres-preview-"))
    tempfile.tempdir = str(folder)
    try:
        yield folder
    finally:
        tempfile.tempdir = before
        shutil.rmtree(folder, ignore_errors=True)


async def _serve(
    wanted: Wanted,
    listening: socket.socket,
    scratch: Path,
    tell: Callable[[str], None],
    open_browser: bool,
) -> None:
    # tornado would print requests that are refused, token and all
    for name in ("tornado.access", "tornado.general"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    ended = _ended()
    access, board = Access(listening.getsockname()[1]), Board()
    title = f"WRES report {wanted.organisation} {wanted.year}"
    application = make_application(access, board, waiting_page(title))
    server = HTTPServer(application, max_body_size=MOST_BYTES)
    server.add_socket(listening)
    builder = Builder(wanted, scratch, board)
    try:
        builder.start()
        tell(access.address)
        if open_browser:
            _open(access.address, scratch)
        await ended.wait()
    finally:
        server.stop()
        await asyncio.to_thread(builder.stop)


def _ended() -> asyncio.Event:
    """Return an event that is set when the program is told to end."""
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    for number in ENDS:
        # Windows has no handlers of the loop's own
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(ended.set))
    return ended


def _open(address: str, scratch: Path) -> None:
    """Open the browser by way of a file: its command line, and the token in it, is no secret."""
    page = scratch / "open.html"
    page.write_text(
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Preview</title>'
        f'<meta http-equiv="refresh" content="0; url={escape(address)}"></head>'
        f'<body><p><a href="{escape(address)}">Open the preview</a></p></body></html>\n',
        encoding="utf-8",
    )
    with suppress(webbrowser.Error):
        webbrowser.open(page.as_uri())
