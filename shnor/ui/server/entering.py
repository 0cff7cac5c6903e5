"""The pages of the entry: login and password, the first password by a link, the way out. Plain HTML without a script:
they are read before anybody is known. Beside: another way in, where there is one (`oidc.flow`)."""

from collections.abc import Callable
from urllib.parse import parse_qs

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from shnor import config
from shnor.access import Entry, NotAdmitted
from shnor.access.passwords import LEAST, BadPassword
from shnor.access.sessions import LONGEST
from shnor.look import ATTENTION, BLUE7, FONT, INK, PAPER, RULE
from shnor.ui.run.access import COOKIE, ENTER, LEAVE, LINK
from shnor.ui.server.door import inside
from shnor.ui.server.headers import REFERRER, TO_US

MOST_BYTES = 4_096
PAGE = Markup("""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} · Мониторинг ШНОР</title><style>
body {{ font: 18px/1.5 {font}; color: {ink}; margin: 0; }}
main {{ max-width: 26em; margin: 3em auto; padding: 0 1em; }} h1 {{ font-size: 1.4em; }}
label {{ display: block; margin: .8em 0 .2em; }} .said {{ font-size: .9em; }}
input {{ font: inherit; width: 100%; box-sizing: border-box; padding: .45em .6em; border: 1px solid {edge};
  border-radius: 6px; }}
button {{ font: inherit; margin-top: 1.2em; padding: .5em 1.4em; border: 0; border-radius: 6px; color: {paper};
  background: {main}; cursor: pointer; }}
.other {{ display: block; padding: .5em 1.4em; border: 1px solid {main}; border-radius: 6px; color: {main};
  text-align: center; text-decoration: none; }} .or {{ margin: 1.2em 0 .6em; }}
.refused {{ border-left: 4px solid {wanted}; padding: .2em .8em; margin: 1em 0; }}
:focus-visible {{ outline: 3px solid {main}; outline-offset: 2px; }}
</style></head><body><main><p class="said">Мониторинг ШНОР</p><h1>{title}</h1>{refused}{body}</main></body></html>""")
ENTRY = Markup("""<form method="post" action="{action}"><input type="hidden" name="to" value="{to}">
<label for="login">Имя входа</label><input id="login" name="login" autocomplete="username" value="{login}" required
  autofocus><label for="password">Пароль</label><input id="password" name="password" type="password"
  autocomplete="current-password" required><button>Войти</button></form>
<p class="said">Нет пароля или он забыт? Попросите координатора прислать ссылку для входа.</p>{beside}""")
FIRST = Markup("""<p>Вы входите как <b>{title}</b>, имя входа <b>{login}</b>. Придумайте пароль: не короче {least}
знаков, легче всего запомнить три–четыре слова.</p><form method="post" action="{action}">
<input type="hidden" name="w" value="{word}"><input type="hidden" name="login" autocomplete="username" value="{login}">
<label for="password">Новый пароль</label><input id="password" name="password" type="password" minlength="{least}"
  autocomplete="new-password" required autofocus><label for="again">Он же ещё раз</label><input id="again" name="again"
  type="password" autocomplete="new-password" required><button>Задать пароль и войти</button></form>""")
LEAVING = Markup("""<form method="post" action="{action}"><p>После выхода нужно будет войти снова.</p>
<button>Выйти</button></form>""")
COLOURS = {"font": Markup(FONT), "ink": INK, "paper": PAPER, "edge": RULE, "main": BLUE7, "wanted": ATTENTION}
TWICE = "Пароли не совпали. Напишите один и тот же дважды."
NO_LINK = Markup("""<p>Ссылка открывается один раз и живёт семь дней. <a href="{enter}">Войти по паролю</a>.</p>""")


def routes(entry: Entry, beside: Callable[[str], Markup] = lambda to: Markup(""), out: str = ENTER) -> list[Route]:
    """What nobody is asked a session for, but for the way out. beside: to where → another way to come there; out: what
    is shown after the way out."""

    def form(to: str, login: str = "") -> Markup:
        return ENTRY.format(action=config.outside(ENTER), to=to, login=login[:60], beside=beside(to))

    async def enter(request: Request) -> Response:
        to = inside(request.query_params.get("to", "/"))
        if request.method == "GET":
            return page("Вход", form(to))
        given = await _given(request)
        to, login = inside(given.get("to", "/")), given.get("login", "")
        try:
            word = await run_in_threadpool(entry.enter, login, given.get("password", ""), address_of(request))
        except NotAdmitted as error:
            return page("Вход", form(to, login), str(error), 403)
        return admitted(word, to)

    async def link(request: Request) -> Response:
        given = dict(request.query_params) if request.method == "GET" else await _given(request)
        word = given.get("w", "")
        try:
            person = await run_in_threadpool(entry.invited, word)
            body = FIRST.format(title=person.title, login=person.login, word=word, least=LEAST,
                                action=config.outside(LINK))
            if request.method == "GET":
                return page("Первый вход", body)
            if given.get("password") != given.get("again"):
                return page("Первый вход", body, TWICE, 400)
            session = await run_in_threadpool(entry.accept, word, given.get("password", ""), address_of(request))
        except BadPassword as error:
            return page("Первый вход", body, str(error), 400)
        except NotAdmitted as error:
            return page("Первый вход", NO_LINK.format(enter=config.outside(ENTER)), str(error), 403)
        return admitted(session, "/")

    async def leave(request: Request) -> Response:
        if request.method == "GET":
            return page("Выход", LEAVING.format(action=config.outside(LEAVE)))
        await run_in_threadpool(entry.leave, request.cookies.get(COOKIE, ""))
        # below a path the host is shared with programs that have nothing to do with us
        forget = {} if config.outside("") else {"clear-site-data": '"cache", "storage"'}
        answer = RedirectResponse(out, 303, {"cache-control": "no-store", **forget})
        answer.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
        return answer

    return [Route(ENTER, enter, methods=["GET", "POST"]), Route(LINK, link, methods=["GET", "POST"]),
            Route(LEAVE, leave, methods=["GET", "POST"])]


def page(title: str, body: Markup, refused: str = "", status: int = 200) -> HTMLResponse:
    said = Markup("<p class='refused' role='alert'>{}</p>").format(refused) if refused else Markup("")
    return HTMLResponse(PAGE.format(title=title, body=body, refused=said, **COLOURS), status,
                        {"cache-control": "no-store", REFERRER: TO_US})


def admitted(word: str, to: str) -> Response:
    answer = RedirectResponse(to, 303, {"cache-control": "no-store"})
    answer.set_cookie(COOKIE, word, max_age=int(LONGEST.total_seconds()), httponly=True, secure=True, samesite="lax",
                      path="/")
    return answer


def address_of(request: Request) -> str:
    """Whose tries are counted together."""
    return request.client.host if request.client else ""


async def _given(request: Request) -> dict[str, str]:
    """Fields of a form; more than a form of ours could hold is not read."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            return {}
    return {name: values[0] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
