"""Papers: what was done without one, which are cited under another number or day, which schools have a programme of
quality, how old their plans of quality are.

Only particulars are stored. A paper belongs to an activity where it names its number; nothing is guessed from titles.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw
import pyarrow as pa
from narwhals import col, lit

from shnor.metrics import roadmap as deadlines
from shnor.metrics.counting import collect, day_number, flag, frame, on, settled, trace
from shnor.metrics.formulas import days_between
from shnor.metrics.passport import Marking, Metric, Rows
from shnor.metrics.tally import rows

NEEDS = {"documents": ("school_id", "document_type", "number", "signed_on", "level", "about", "cited_as",
                       "cited_number", "cited_on")}
PROGRAMME_NEEDS = {"statuses": ("school_id", "status", "valid_from", "valid_to"),
                   "documents": ("school_id", "signed_on", "about", "valid_to")}
PLANS = {"vsoko": ("vsoko", "vsoko;vshk"), "vshk": ("vshk", "vsoko;vshk")}
"""Plan of quality → what the papers that are it or correct it are about."""


def classify(documents: Any, *, as_of: date) -> Rows:
    """Papers with flags: is_paper (signed by the day), is_vsoko, is_vshk (a plan or its correction), is_programme
    (ШППКО), is_project (a programme of the project 500+),
    is_cited (others cite it by a number or a day), is_mismatched (by another number or another day than its own),
    is_unread (cited, neither number nor day recognised). A paper without a number is not judged by one."""
    signed = flag(col("signed_on") <= lit(as_of))
    cited = 1 - flag(col("cited_number").is_null()) * flag(col("cited_on").is_null())
    other_number = flag((col("cited_number") != col("number")) & (col("number") != ""))
    other_day = flag(col("cited_on") != col("signed_on"))
    return frame(documents).with_columns(
        is_paper=signed,
        is_vsoko=signed * flag(col("about").is_in([*PLANS["vsoko"]])),
        is_vshk=signed * flag(col("about").is_in([*PLANS["vshk"]])),
        is_programme=signed * flag(col("about") == "programme"),
        is_project=signed * flag(col("about") == "project"),
        is_cited=signed * cited,
        is_mismatched=signed * cited * (1 - (1 - other_number) * (1 - other_day)),
        is_unread=signed * (1 - cited) * (1 - flag(col("cited_as").is_null())))


def classify_programmes(statuses: Any, documents: Any, *, as_of: date) -> Rows:
    """Entries of lists with is_school (a school on the list of ШНОР on the day, once), has_programme: a paper of the
    school that is a programme of quality, signed by the day and still in force; has_project: a programme of the project
    500+, counted beside."""
    listed = flag(col("status") == "shnor") * flag(col("valid_from") <= lit(as_of)) * _in_force(as_of)
    marked = settled(frame(statuses).with_columns(is_listed=listed, begun=day_number("valid_from")))
    first = marked.filter(on("is_listed")).group_by("school_id").agg(nw.col("begun").max().alias("newest"))
    marked = marked.join(first, on="school_id", how="left")
    marked = marked.with_columns(is_school=col("is_listed") * flag(col("begun") == col("newest")))
    for about in ("programme", "project"):
        papers = frame(documents).filter((col("signed_on") <= lit(as_of)) & (col("about") == about))
        papers = papers.with_columns(holds=_in_force(as_of)).filter(on("holds") & (col("school_id") != ""))
        papers = settled(papers.select("school_id", found=lit(1)).unique(["school_id"]))
        marked = settled(marked.join(papers, on="school_id", how="left").with_columns(
            **{f"has_{about}": col("is_school") * flag(col("found") == 1)}).drop("found"))
    return marked.drop("begun", "newest")


def trace_programmes(rows: Rows, statuses: Any, documents: Any, *, as_of: date) -> pa.Table:
    """Entries of lists, each with the paper it has a programme by."""
    table = trace(rows, as_of=as_of)
    papers = collect(frame(documents).filter((col("signed_on") <= lit(as_of)) & (col("about") == "programme")))
    newest = {row["school_id"]: row["src"] for row in papers.sort_by("signed_on").to_pylist()
              if row["valid_to"] is None or row["valid_to"] >= as_of}
    found = [newest.get(row["school_id"]) if row["has_programme"] else None for row in table.to_pylist()]
    return table.append_column("src_documents", pa.array(found, pa.int64()))


def _in_force(as_of: date) -> nw.Expr:
    return 1 - flag(col("valid_to") < lit(as_of))


@dataclass(frozen=True)
class QualityPlan:
    """The newest paper of a school that is its plan of ВСОКО or ВШК or corrects it, and how many days ago it was
    signed. corrected: it changes an earlier one. src: its row."""

    school_id: str
    plan: str
    signed_on: date
    days: int
    corrected: bool
    title: str
    src: int


def quality_plans(papers: pa.Table, *, as_of: date) -> dict[tuple[str, str], QualityPlan]:
    """(school, plan of PLANS) → its newest paper. papers: marked rows with every stored column."""
    return {(row["school_id"], plan): QualityPlan(row["school_id"], plan, row["signed_on"],
                                                  days_between(row["signed_on"], as_of), row["corrects"] == "yes",
                                                  row["title"], row["src"])
            for row in papers.sort_by([("signed_on", "ascending"), ("src", "ascending")]).to_pylist()
            for plan in PLANS if row[f"is_{plan}"] and row["school_id"]}


MARKING = Marking("documents", NEEDS, classify, trace, parts={
    "vsoko": "Планы ВСОКО и их уточнения", "vshk": "Планы ВШК и их уточнения", "programme": "Школьные программы",
    "project": "Программы проекта «500+»"})
PROGRAMMES = Marking("school_programmes", PROGRAMME_NEEDS, classify_programmes, trace_programmes)
_REGISTER = deadlines.REGISTER
_DONE = rows(reports=("status",))

METRICS = (
    Metric(id="papers_count", title="Документов в реестре", unit="документ", better="",
           formula="число документов, подписанных не позже даты", source=_REGISTER, counted="один документ",
           marking=MARKING, numerator="is_paper", made=(rows("signed_on"),)),
    Metric(id="papers_mismatched", title="Документы, названные в других бумагах иначе", unit="доля", better="меньше",
           formula="документы, на которые другие бумаги ссылаются под другим номером или другим днём / документы, о "
                   "которых записано, как на них ссылаются, и в записи распознан номер или день; разница только в "
                   "чёрточках, точках и похожих буквах расхождением не считается; документ без номера сравнивается "
                   "только по дню",
           source=_REGISTER, counted="один документ", marking=MARKING, minimum=10, numerator="is_mismatched",
           denominator="is_cited", made=(rows("cited_as"),), base=(rows("cited_as"),),
           more={"is_unread": "реквизиты в ссылке не распознаны"}),
    Metric(id="papers_missing", title="Выполнено без документа", unit="доля", better="меньше",
           formula="«выполнено, документ ожидается»: документ не назван ни в одном отчёте и в реестре нет документа "
                   "той же школы (или муниципалитета) с номером этого мероприятия в графе «К чему относится» и того же "
                   "года / выполненные из тех, по которым срок наступил",
           source=f"дорожные карты; отчёты школ за месяц (форма М-1); {_REGISTER}",
           counted="один срок: мероприятие × период плана × срок внутри периода", marking=deadlines.MARKING, minimum=10,
           compared=("plan",), numerator="is_awaited", denominator="is_done_due", made=(_DONE,), base=(_DONE,),
           more={"is_in_register": deadlines.OF_REGISTER}),
    Metric(id="school_programmes", title="Школы перечня со школьной программой (ШППКО)", unit="доля", better="больше",
           formula="школы, у которых в реестре есть действующая на дату школьная программа повышения качества "
                   "образования (ШППКО); среднесрочная и антирисковые программы проекта «500+» — другие документы, они "
                   "стоят рядом / школы, стоящие на дату в перечне ШНОР",
           source=f"перечни ШНОР; {_REGISTER}", counted="одна школа", marking=PROGRAMMES, minimum=10,
           numerator="has_programme", denominator="is_school", made=(rows("school_id"),),
           base=(rows("school_id", "valid_from"),), more={"has_project": "школ с программой проекта «500+»"}),
)
