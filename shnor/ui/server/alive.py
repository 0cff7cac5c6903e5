"""How a second start of run.py tells our program from any other on the port."""

from starlette.requests import Request
from starlette.responses import JSONResponse

from shnor import __version__


async def alive(request: Request) -> JSONResponse:
    """Nothing about the data: this path is open to every program of the machine."""
    return JSONResponse({"name": "shnor-monitor", "version": __version__}, headers={"cache-control": "no-store"})
