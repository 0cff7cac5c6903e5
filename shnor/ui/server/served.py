"""A file as it is served: plain, compressed once, with an ETag."""

import gzip
import hashlib
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.responses import Response


class Served(NamedTuple):
    plain: bytes
    packed: bytes
    etag: str
    type: str


def packed(plain: bytes, kind: str) -> Served:
    etag = '"' + hashlib.sha256(plain).hexdigest()[:20] + '"'
    return Served(plain, gzip.compress(plain, 6, mtime=0), etag, kind)


def answer(served: Served, request: Headers, page: bool) -> Response:
    headers = {"etag": served.etag, "vary": "accept-encoding", "content-type": served.type,
               "cache-control": "no-cache" if page else "public, max-age=86400"}
    if request.get("if-none-match") == served.etag:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.get("accept-encoding", ""):
        return Response(served.packed, headers={**headers, "content-encoding": "gzip"})
    return Response(served.plain, headers=headers)
