"""What app.py puts around Streamlit's own server: routes, the layers a request passes, what is done at the start."""

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

from shnor import config
from shnor.ui.server.alive import alive
from shnor.ui.server.assets import asset
from shnor.ui.server.exports import export
from shnor.ui.server.forms import empty_form
from shnor.ui.server.gate import Gate, launch_secret
from shnor.ui.server.headers import Headers
from shnor.ui.server.origin import Origin
from shnor.ui.server.promptly import Promptly
from shnor.ui.server.show import show
from shnor.ui.server.static import RussianStatic
from shnor.ui.server.warm import AfterWarming, lifespan

__all__ = ["lifespan", "middleware", "routes"]


def routes() -> list[Route]:
    return [*_entering(), Route("/shnor/alive", alive), Route("/shnor/forms/{kind}.xlsx", empty_form),
            Route("/shnor/table/{key}/{name}", export), Route("/shnor/assets/{name}", asset),
            Route("/shnor/show/{id}", show), Route("/overview", home)]


async def home(request: Request) -> RedirectResponse:
    """Streamlit serves the first page at the root alone."""
    return RedirectResponse("/" + (f"?{request.url.query}" if request.url.query else ""), 303)


def middleware() -> list[Middleware]:
    """The outermost first; Promptly has to see the server's own `send`. A gate always stands: on one's own computer
    that of the launch, on a server that of its people."""
    given = config.load()
    origin = Middleware(Origin, public=given.origin, proxies=given.proxies, secret=launch_secret())
    return [Middleware(Promptly), Middleware(Headers), origin, *_gate(given.origin), Middleware(AfterWarming),
            Middleware(RussianStatic)]


def _gate(public: str) -> list[Middleware]:
    if not public:
        return [Middleware(Gate, secret=launch_secret())]
    from shnor.ui.run import access  # a computer of one person needs none of it
    from shnor.ui.server.door import Door
    from shnor.ui.server.owned import Owned
    from shnor.ui.server.spoken import Spoken

    entry = access.entry()
    also = (access.BEGIN, access.BACK, access.OUT) if config.load().provider else ()
    return [Middleware(Door, entry=entry, also=also), Middleware(Owned), Middleware(Spoken, entry=entry)]


def _entering() -> list[Route]:
    settings = config.load()
    if not settings.origin:
        return []
    from shnor.ui.run import access
    from shnor.ui.server import entering

    if not settings.provider:
        return entering.routes(access.entry())
    from shnor.ui.server.oidc.flow import Flow  # what speaks with a provider is loaded where there is one

    return Flow(access.entry(), settings.provider, settings.origin).routes()
