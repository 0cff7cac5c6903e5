"""What the centre says of itself once, in seven questions; each may wait and be changed later."""

from collections.abc import Mapping

from shnor.errors import ShnorError
from shnor.loaders.words.masks import mask_whole
from shnor.loaders.words.person_names import PERSON
from shnor.scope import Actor
from shnor.service.centre.cases import TITLES, Cases, proposed
from shnor.store import Store, View

QUESTIONS = {"municipality": "Муниципалитет", "center": "Центр", "schools": "Список школ", "statuses": "Кто в перечне",
             "names": "С ФИО или без", "forms": "Что собираем", "copies": "Копии"}
POSTS = {"head": "Должность руководителя", "coordinator": "Должность координатора"}


def answered(store: Store, view: View) -> frozenset[str]:
    """Ids of the questions that have an answer."""
    about = store.about()
    found = {name for name in ("municipality", "center", "names", "forms", "copies") if about.get(name)}
    found |= {name for name in ("schools", "statuses") if view.rows(name).limit(1).fetchall()}
    return frozenset(found)


def cases_of(about: Mapping[str, str], what: str, name: str) -> Cases:
    """The six cases of a name as stored, or proposed when the name is another one."""
    if name and name == about.get(what):
        stored = [about.get(f"{what}_{case}", "") for case in list(TITLES)[1:]]
        if all(stored):
            return Cases(name, *stored)
    return proposed(name)


def keep_name(store: Store, what: str, cases: Cases, by: Actor) -> None:
    """The name of the municipality or of the centre in its six cases."""
    nom = " ".join(cases.nom.split())
    refuse_people(nom)
    store.describe(by, **{what: nom}, **{f"{what}_{case}": " ".join(getattr(cases, case).split())
                                         for case in list(TITLES)[1:]})


def keep_posts(store: Store, posts: Mapping[str, str], by: Actor) -> None:
    """Names of posts, never of people. Raises ShnorError for a text that holds a name."""
    for text in posts.values():
        refuse_people(text)
    store.describe(by, **{name: " ".join(text.split()) for name, text in posts.items()})


def without_people(text: str) -> str:
    """What a person types into a field (a reason, a note): the door of texts that come in no file."""
    return mask_whole(text)[0]


def refuse_people(text: str) -> None:
    """Raises ShnorError where a text names a person."""
    if PERSON in without_people(text):  # a telephone of the centre is welcome
        raise ShnorError("Похоже на фамилию. Впишите должность, без фамилии и инициалов: имена здесь не хранятся.")
