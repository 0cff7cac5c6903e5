"""Lines above a table: which name a plan, which are of an office, which are heads of columns. Regular expressions."""

PLAN_NAMED = (r"дорожн\w+ карт|план\w* (?:мероприяти|работ|по |поддержк|повышени|перехода)|комплекс\w* мер|"
              r"^[«\"]?план|программ\w+ ")
OFFICE_LINE = (r"^(?:утвержд|согласован|рассмотрен|приложени|к приказу|приказ|от «?\d|директор|начальник|"
               r"заведующ|управлени|отдел |муниципальн\w+ (?:бюджетн|автономн|казенн)|_)")
STAMP_LINE = r"утвержда|согласован|рассмотрен|к приказу"
"""What stands below it, in a corner of its own, belongs to the stamp and not to the title."""
GROUP_HEAD = (r"^(?:сроки?|период\w*|месяцы?|график)(?: (?:реализации|исполнения|выполнения|проведения))?\b"
              r"[^«»]{0,25}$")
