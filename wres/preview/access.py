"""Who may read the preview: the browser that was given the address, and nobody else.

The page can hold unpublished figures, and any program or web page on the machine can send requests
to a local port.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Final

__all__ = ["HEADERS", "Access", "Asked"]

# Nothing of the page comes from elsewhere, no script stands in it, and nothing of it is kept.
HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "style-src-attr 'unsafe-inline'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True)
class Asked:
    """What of a request decides: headers and cookie, blank where there is none."""

    host: str
    origin: str = ""
    site: str = ""
    cookie: str = ""


@dataclass(frozen=True)
class Access:
    """The secrets of one run of the preview, and the port that it listens on.

    The token in the address is good for a cookie; the cookie alone opens the page.
    """

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://127.0.0.1:{self.port}/?token={self.token}"

    @property
    def cookie(self) -> str:
        """Name of the cookie; browsers give cookies of one port to all others of a host."""
        return f"wres-preview-{self.port}"

    def is_ours(self, asked: Asked) -> bool:
        """Say whether a request was meant for this server, and comes from no other page.

        A name of someone else's that was made to lead to this machine stands in `Host`.
        """
        if asked.host not in self._hosts:
            return False
        return not asked.origin or asked.origin == f"http://{asked.host}"

    def lets_in(self, asked: Asked) -> bool:
        """Say whether a request may see the page."""
        if not self.is_ours(asked) or asked.site not in {"", "none", "same-origin"}:
            return False
        return _same(asked.cookie, self.session)

    def knows(self, asked: Asked, token: str) -> bool:
        """Say whether a request that has no cookie yet brings the token; a link may do so."""
        return self.is_ours(asked) and _same(token, self.token)

    @property
    def _hosts(self) -> tuple[str, str]:
        return f"127.0.0.1:{self.port}", f"localhost:{self.port}"


def _same(given: str, secret: str) -> bool:
    return secrets.compare_digest(given.encode(), secret.encode())
