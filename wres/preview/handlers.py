"""What the preview's server answers: the page, its parts, and news of it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from tornado.iostream import StreamClosedError
from tornado.web import Application, HTTPError, RequestHandler

from wres.preview.access import HEADERS, Access, Asked
from wres.preview.page import dressed
from wres.preview.status import Board, Status

__all__ = ["make_application"]

OWN: Final = Path(__file__).parent / "browser"
TYPES: Final = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "png": "image/png",
    "svg": "image/svg+xml",
}
# A picture opened by itself could run what a chapter has put into it.
PICTURE_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
REFUSED: Final = "This page needs the address that wres preview has printed.\n"
HEARTBEAT_SECONDS: Final = 10
# The page asks for itself again: no other page has led there then, and the cookie is sent.
_ENTRANCE: Final = (
    '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Preview</title>'
    '<meta http-equiv="refresh" content="0; url=/"></head>'
    '<body><p><a href="/">Open the preview</a></p></body></html>'
)


class _Guarded(RequestHandler):
    """Refuses whoever has not been given the address; says no more than that."""

    def initialize(self, access: Access, board: Board, waiting: str) -> None:
        self.access, self.board, self.waiting = access, board, waiting

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        for name, value in HEADERS.items():
            self.set_header(name, value)

    def prepare(self) -> None:
        if not self.access.lets_in(self.asked()):
            raise HTTPError(403)

    def asked(self) -> Asked:
        headers = self.request.headers
        return Asked(
            headers.get("Host", ""),
            headers.get("Origin", ""),
            headers.get("Sec-Fetch-Site", ""),
            self.get_cookie(self.access.cookie, "") or "",
        )

    def write_error(self, status_code: int, **_: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(REFUSED if status_code == 403 else f"{status_code}\n")

    def data_received(self, chunk: bytes) -> None:
        """Take no streamed bodies."""


class _Page(_Guarded):
    def prepare(self) -> None:
        self.enters = self.access.knows(self.asked(), self.get_query_argument("token", ""))
        if not self.enters:
            super().prepare()

    def get(self) -> None:
        if self.enters:
            self.set_cookie(
                self.access.cookie, self.access.session, httponly=True, samesite="Strict", path="/"
            )
            self.finish(_ENTRANCE)
            return
        page, status = self.board.now()
        self.finish(dressed(page.html or self.waiting, status))


class _Part(_Guarded):
    def get(self, name: str) -> None:
        content = self.board.part(name)
        if content is None:
            raise HTTPError(404)
        kind = name.rpartition(".")[2]
        if kind in {"svg", "png"}:
            self.set_header("Content-Security-Policy", PICTURE_POLICY)
        self.set_header("Content-Type", TYPES[kind])
        self.finish(content)


class _Own(_Guarded):
    def get(self, name: str) -> None:
        self.set_header("Content-Type", TYPES[name.rpartition(".")[2]])
        self.finish((OWN / name).read_bytes())


class _News(_Guarded):
    """Sends how the page stands, now and with every change, until the browser goes away."""

    async def get(self) -> None:
        self.set_header("Content-Type", "text/event-stream; charset=utf-8")
        loop, queue = asyncio.get_running_loop(), asyncio.Queue[Status]()
        self.stop_listening = self.board.listen(
            lambda status: loop.call_soon_threadsafe(queue.put_nowait, status)
        )
        queue.put_nowait(self.board.now()[1])
        try:
            while True:
                await self._send(queue)
        except StreamClosedError:
            pass  # the browser went away
        finally:
            self.stop_listening()

    async def _send(self, queue: asyncio.Queue[Status]) -> None:
        try:
            status = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
        except TimeoutError:
            self.write(": still here\n\n")
        else:
            self.write(f"data: {json.dumps(asdict(status))}\n\n")
        await self.flush()


class _Icon(_Guarded):
    """Browsers ask for one, whatever the page says."""

    def get(self) -> None:
        self.set_status(204)


class _Nothing(_Guarded):
    def get(self) -> None:
        raise HTTPError(404)


def make_application(access: Access, board: Board, waiting: str) -> Application:
    """Return the server's application; `waiting` is the page before there is one."""
    given = {"access": access, "board": board, "waiting": waiting}
    return Application(
        [
            (r"/", _Page, given),
            (r"/parts/([0-9a-f]+\.(?:css|png|svg))", _Part, given),
            (r"/(preview\.(?:css|js))", _Own, given),
            (r"/news", _News, given),
            (r"/favicon\.ico", _Icon, given),
        ],
        default_handler_class=_Nothing,
        default_handler_args=given,
        log_function=lambda _: None,  # a log would hold the token
        compress_response=False,
    )
