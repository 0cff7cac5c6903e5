"""Texts are found again in a build whose bundler gave other short names."""

import pytest

from shnor.ui.server import minified, texts, translation


@pytest.mark.parametrize(("code", "english", "ours", "served"), [
    pytest.param("var aB=`Error`;", "bO=`Error`", "bO=`Нет связи`", "var aB=`Нет связи`;", id="another-name"),
    pytest.param("f(`Press ${q()?`⌘`:`Ctrl`} to ${z}`)", "`Press ${r()?`⌘`:`Ctrl`} to ${e}`",
                 "`Нажмите, чтобы ${e}`", "f(`Нажмите, чтобы ${z}`)", id="names-within-a-text"),
    pytest.param("`${$(a,`b`)} or ${a}`", "`${T(n,`b`)} or ${n}`", "`${T(n,`b`,0)} или ${n}`",
                 "`${$(a,`b`,0)} или ${a}`", id="the-same-name-twice"),
    pytest.param("longer=`Error`", "bO=`Error`", "bO=`Нет связи`", "longer=`Нет связи`", id="a-longer-name"),
    pytest.param("more than ${k}.", "more than ${n}.", "больше ${n}.", "больше ${k}.", id="a-piece-within-a-text"),
    pytest.param("`Error of ${a}`", "`Error of ${n}`", "`Нет`", "`Нет`", id="ours-without-the-name")])
def test_a_text_is_replaced_under_other_names(code: str, english: str, ours: str, served: str):
    assert minified.replaced(code, english, ours) == served


@pytest.mark.parametrize("code", [
    pytest.param("aB=`Errors`", id="another-text"), pytest.param("`is on`", id="words-of-a-text-are-not-names"),
    pytest.param("`${a} and ${b}`", id="two-names-where-one-stood-twice")])
@pytest.mark.parametrize("english", ["bO=`Error`", "`is of`", "`${n} and ${n}`"])
def test_what_is_not_the_same_is_left(code: str, english: str):
    assert not minified.contains(code, english)
    assert minified.replaced(code, english, "`Нет`") == code


@pytest.mark.parametrize("table", texts.TEXTS)
def test_open_names_find_no_other_place_in_the_pinned_version(table: str):
    code = "".join(translation.installed(table).values())
    for english, _ in texts.TEXTS[table]:
        assert len(minified.pattern(english).findall(code)) == code.count(english)
