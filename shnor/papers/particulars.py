"""What stands at the head and foot of a paper and is the same in all of them. Posts, never names of people: a line is
printed to sign on."""

from dataclasses import asdict, dataclass, fields

from shnor.papers.database import Database
from shnor.personal.doors import office


@dataclass(frozen=True)
class Particulars:
    """authority: the education authority; place: where papers are signed; post: of the signer; executor: post of who
    wrote it; order_number: of the order that approves the справка; control: who looks after the order; order_post: of
    who signs it."""

    authority: str = ""
    place: str = ""
    post: str = ""
    executor: str = ""
    phone: str = ""
    order_number: str = ""
    control: str = ""
    order_post: str = ""


class Settings:
    def __init__(self, database: Database) -> None:
        self._database = database

    def now(self) -> Particulars:
        told = {row["name"]: row["value"] for row in self._database.read("select name, value from setting")}
        return Particulars(**{one.name: told[one.name] for one in fields(Particulars) if one.name in told})

    def keep(self, particulars: Particulars) -> None:
        with self._database.change() as rows:
            rows.executemany("insert or replace into setting values (?, ?)", [
                (name, " ".join(office(value).split())) for name, value in asdict(particulars).items()])
