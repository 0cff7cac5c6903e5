"""The switch «Без ФИО» / «С ФИО»: what it obliges to is read and confirmed first; names can be deleted at any time."""

import streamlit as st

from shnor import wording
from shnor.service.intake import with_names
from shnor.ui.kit import errors, html
from shnor.ui.kit.plain import plain
from shnor.ui.run.session import Session, sees_names

OBLIGES = (
    "Хранить имена педагогов — значит быть оператором персональных данных по закону № 152-ФЗ. Это обязывает:",
    ("иметь согласие каждого педагога или другое законное основание, например договор центра со школой;",
     "подать уведомление в Роскомнадзор, если центр его ещё не подавал;",
     "приказом назначить, кто работает с именами и где они лежат;",
     "работать на компьютере с паролем, копии держать на учтённых носителях;",
     "удалить имена, когда они больше не нужны."),
    "Как это устроено здесь:",
    ("имена берутся только из списков прошедших курсы; номера удостоверений, СНИЛС, даты рождения не берутся;",
     "имена лежат в отдельном файле people.duckdb рядом с базой, на этом компьютере; в самой базе и в её копиях вместо "
     "имени стоит условный номер;",
     "видит имена только координатор на странице «Школа»; в справки, слайды, файлы школам они не попадают; входа по "
     "паролю в самой программе нет;",
     "удалить имена можно на странице «Настройки», кнопка «Удалить имена»: числа по курсам останутся."))
TOLD = "shnor_names_told"


def ask(session: Session, button: str = "Сохранить и дальше") -> bool:
    """The choice. True when a click has been stored (also one that changes nothing)."""
    now = with_names.mode(session.store)
    chosen = st.radio("Как хранить сведения о людях", list(with_names.MODES), index=list(with_names.MODES).index(now),
                      format_func=with_names.MODES.get, key=f"shnor_names_{now}")
    ready = True
    if chosen == with_names.ON:
        _obliges()
        if now != with_names.ON or not session.store.people.exists:
            ready = st.checkbox("Прочитано: центр это выполнил и отвечает за эти данные",
                                key="shnor_names_agreed")
    else:
        html.text("Хранятся только числа: сколько педагогов, курсов, удостоверений. Столбцы с фамилиями в файлах "
                  "не читаются и нигде не сохраняются.")
        if now == with_names.ON:
            html.text("Уже принятые имена останутся в файле имён, пока вы их не удалите на странице «Настройки».")
    sent = st.button(plain(button), type="primary", key="shnor_names_save", disabled=not ready)
    return sent and errors.done(lambda: with_names.keep_mode(session.store, chosen, session.actor))


def _obliges() -> None:
    for part in OBLIGES:
        html.text(part) if isinstance(part, str) else html.items(part)


def settings(session: Session) -> None:
    """The choice and, where there are names, the way to delete them."""
    st.header("С ФИО или без")
    if session.demo or session.published:
        html.text("Это пример: людей в нём нет, режим здесь не меняется.")
        return
    if told := st.session_state.pop(TOLD, ""):
        html.text(told, mark="shnor-small")
    if ask(session, "Сохранить"):
        _told("Записано.")
    if session.store.people.exists:
        _erase(session)


def _erase(session: Session) -> None:
    html.text("Имена лежат в файле people.duckdb рядом с базой. Если их удалить, числа по курсам останутся, но узнать "
              "в новом списке уже посчитанного педагога будет нельзя. Копии этого файла, которые вы делали сами, "
              "удалите отдельно.")
    sure = st.checkbox("Удалить все имена без возможности вернуть", key="shnor_names_sure")
    if st.button("Удалить имена", key="shnor_names_erase", disabled=not sure) and \
            errors.done(lambda: with_names.erase(session.store, session.actor)):
        _told("Имена удалены. Режим: без ФИО.")


def _told(text: str) -> None:
    for key in ("shnor_names_agreed", "shnor_names_sure"):
        st.session_state.pop(key, None)
    st.session_state[TOLD] = text
    st.rerun()


def of_school(session: Session, school: str) -> None:
    """Who finished what, for the coordinator alone: by alphabet, never by number of courses. Counted anew at every
    look, so that deleted names are nowhere."""
    if not sees_names(session):
        return
    with session.view() as view:
        rows = with_names.courses_by_name(session.store, view, school)
    if not rows:
        return
    with st.expander(f"Педагоги и курсы: {wording.counted(len(rows), 'строка')}"):
        html.text("По алфавиту. Имена видны только здесь и только координатору.", mark="shnor-small")
        html.table(["Педагог", "Программа", "Часов", "Когда"],
                   [[row.name, row.programme or "не указана", "не указано" if row.hours is None else str(row.hours),
                     wording.period(row.period)] for row in rows], numbers=[2])
