"""What the centre says of itself once, in seven questions; each may wait and be changed later."""

from collections.abc import Mapping
from datetime import date

from shnor.errors import ShnorError
from shnor.personal.masks import mask_people, mask_whole
from shnor.personal.person_names import PERSON
from shnor.scope import Actor
from shnor.service.centre import names
from shnor.service.centre.cases import TITLES, Cases, proposed
from shnor.store import Store, View

QUESTIONS = {"municipality": "Муниципалитет", "center": "Центр", "schools": "Список школ", "statuses": "Кто в перечне",
             "names": "С ФИО или без", "forms": "Что собираем", "copies": "Копии"}
OTHERS = list(TITLES)[1:]
"""The cases that are asked beside the nominative."""
POSTS = {"head": "Должность руководителя", "coordinator": "Должность координатора"}


def answered(store: Store, view: View) -> frozenset[str]:
    """Ids of the questions that have an answer."""
    about = store.about()
    found = {name for name in ("municipality", "center", "names", "forms", "copies") if about.get(name)}
    found |= {name for name in ("schools", "statuses") if view.rows(name).limit(1).fetchall()}
    return frozenset(found)


def cases_of(about: Mapping[str, str], what: str, name: str) -> Cases:
    """The six cases of a name as stored, or proposed when the name is another one; "" where a case is not known."""
    if name and name == about.get(what):
        stored = [about.get(f"{what}_{case}", "") for case in OTHERS]
        if all(stored):
            return Cases(name, *stored)
    return proposed(name) or names.unknown(name)


def keep_name(store: Store, what: str, cases: Cases, by: Actor, since: date | None = None, *,
              gender: str = "") -> None:
    """A name in its cases, from a day on: another name that was in force till then stays the name of the days before.
    Without a day the name is corrected. what: «municipality», «center», a post, a school. Raises ShnorError for a text
    that names a person, and where a day lies before the one the present name began."""
    new = Cases(*(" ".join(form.split()) for form in cases))
    refuse_people(cases.nom)
    for typed in {*cases} - {cases.nom, *(proposed(new.nom) or ())}:
        refuse_people(typed)
    store.describe(by, **names.changed(store.about(), what, new, since, gender))


def keep_posts(store: Store, posts: Mapping[str, str], by: Actor) -> None:
    """Names of posts, never of people. Raises ShnorError for a text that holds a name."""
    for text in posts.values():
        refuse_people(text)
    for name, text in posts.items():
        post = " ".join(text.split())
        if post != store.about().get(name, ""):  # the cases of another post are not left beside it
            keep_name(store, name, cases_of({}, name, post), by)


def without_people(text: str) -> str:
    """What a person types into a field (a reason, a note): the door of texts that come in no file."""
    return mask_whole(text)[0]


def hidden(text: str) -> str:
    """What is said where the door has left something out of a text; "" = nothing."""
    what = mask_whole(text)[1]
    return f"Записано без личных данных: программа скрыла {what}. Пишите должность." if what else ""


def refuse_people(text: str) -> None:
    """Raises ShnorError where a text names a person or holds their number. The telephone of the centre is welcome."""
    masked, what = mask_people(text)
    if PERSON in masked:
        raise ShnorError("Похоже на фамилию. Впишите должность, без фамилии и инициалов: имена здесь не хранятся.")
    if what:
        raise ShnorError(f"Уберите из текста {what}: такие данные здесь не хранятся.")


def refuse_personal(*texts: str) -> None:
    """The same where a telephone and mail are nobody's of the centre: a paragraph, a slide, a ground."""
    for text in texts:
        refuse_people(text)
        if what := mask_whole(text)[1]:
            raise ShnorError(f"Уберите из текста {what}: телефоны и почта людей здесь не хранятся.")
