"""Words nobody on a coordinator's side uses: the left column of «Words»."""

import re

NOT_OURS = """загрузк\\w*|batch|парти[яию]|отозв\\w+|исчезн\\w+|просрочен\\w*|кто не сдал|должник\\w*|почему школа здесь
зон[аеуы] внимания|скрыто|малая выборка|доверительн\\w+ интервал\\w*|значимо|прогноз\\w*|двоечник\\w*|не справил\\w+
слабы[ехйм]|худши[ехйм]|отстающ\\w+|проблемн\\w+ школ\\w+|аутсайдер\\w*|рейтинг\\w*|эффективност\\w+ учител\\w+
необъективност\\w*|метрик\\w*|датасет\\w*|вид данных|провенанс\\w*|журнал аудита|бэкап\\w*|рол[ьи]|справочник\\w*
сверк[аи]|период закрыт|переоткры\\w+|подавлени\\w+|(?-i:Школа [А-Я])|в норме|хорошо"""
WRONG_WORD = re.compile(rf"\b(?:{NOT_OURS.replace(chr(10), '|')})\b", re.IGNORECASE)


def wrong_words(text: str) -> list[str]:
    """Those in a text; quoted texts of documents aside."""
    return WRONG_WORD.findall(re.sub(r"«[^»]*»", "", text))
