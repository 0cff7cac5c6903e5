"""The pictures of the manual: `python -m docs.make_screenshots [name …]` writes docs/screenshots/*.png with Chromium.

The pages of the demo base on its own day, a list of schools pasted and a real roadmap dropped into an empty base.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import steps
from tests.browser.conftest import FLAGS, NAMES, Tabs, opened
from tests.browser.running import ROOT, Server, started

FOLDER = Path(__file__).parent / "screenshots"
ROADMAP = ROOT / "sample_data" / "kislovodsk" / "kislovodsk_2020_2022.xlsx"
COLOURS = 256
# as if the page were zoomed out: two things in one picture
SMALLER = {"overview": 0.75, "school": 0.75, "upload_questions": 0.8, "source": 0.8, "grid": 0.8, "results": 0.8,
           "courses": 0.8, "support": 0.8, "surveys": 0.8, "helpers": 0.8, "programmes": 0.8, "recommendations": 0.8,
           "documents": 0.75}
LIST = """1. МБОУ СОШ № 2
2. МБОУ-ООШ №5, с. Красное, 86 обучающихся
3. МАОУ СОШ № 11, п. Озёрный
4. Муниципальное бюджетное общеобразовательное учреждение «Основная общеобразовательная школа № 9»"""
SCROLL = "(node, above) => node.closest('[data-testid=stMain]').scrollBy(0, node.getBoundingClientRect().top - above)"


def pasted_list(page: Page) -> None:
    page.get_by_text("3. Список школ").first.click()
    page.get_by_role("textbox", name="Список школ").fill(LIST)
    page.get_by_role("button", name="Прочитать").click()
    page.get_by_role("button", name="Принять список").wait_for()
    steps.drawn(page)
    up_to(page, "h2", above=190)


def questions(page: Page) -> None:
    steps.drop(page, ROADMAP)
    up_to(page, '[class*="st-key-shnor_file_"]')


def rows_and_grid(page: Page) -> None:
    """From the deadlines that have come to their rows, from a row to the sheet with its cell marked."""
    page.locator("a[href*='metric=roadmap_done_due']").filter(visible=True).first.click()
    page.wait_for_url("**/source?*")
    steps.drawn(page)
    steps.unfold(page)
    page.locator("td[data-head='Срок'] a").filter(visible=True).first.click()
    page.wait_for_url("**cell=*")
    steps.drawn(page)


def sent(page: Page) -> None:
    steps.drawn(page)


def pack(page: Page) -> None:
    page.get_by_role("button", name="Разослать месяц").click()
    page.get_by_role("dialog").get_by_text("Нагрузка").wait_for()
    steps.drawn(page)


def effect(page: Page) -> None:
    page.get_by_role("link", name="вернуть как было").filter(visible=True).first.click()
    page.get_by_role("button", name="Вернуть как было до этого файла").wait_for()
    steps.drawn(page)


def up_to(page: Page, place: str, above: int = 110) -> None:
    """Scrolls so that the place stands under the bar of the program."""
    page.locator(place).first.evaluate(SCROLL, above)
    page.wait_for_timeout(300)


def twelve(page: Page) -> None:
    """The longest set."""
    page.locator(".st-key-shnor_show_new_12 button").click()
    page.locator(".shnor-slides li").nth(9).wait_for()


# name -> (which server, address, what to do there first)
PICTURES: dict[str, tuple[str, str, Callable[[Page], None] | None]] = {
    "start": ("new", "/", None),
    "overview": ("demo", "/", None),
    "setup": ("empty", "/setup", pasted_list),
    "upload_questions": ("empty", "/upload", questions),
    "sent": ("demo", "/upload", sent),
    "pack": ("demo", "/upload", pack),
    "grid": ("demo", "/versions", None),
    "school": ("demo", "/school?school=Ш05", None),
    "roadmap": ("demo", "/roadmap", None),
    "courses": ("demo", "/courses", None),
    "surveys": ("demo", "/surveys", None),
    "results": ("demo", "/results", None),
    "support": ("demo", "/support", None),
    "helpers": ("demo", "/support?tab=helpers", None),
    "programmes": ("demo", "/support?tab=programmes", None),
    "recommendations": ("demo", "/recommendations", None),
    "documents": ("demo", "/documents", None),
    "show": ("demo", "/show", twelve),
    "source": ("demo", "/school?school=Ш05", rows_and_grid),
    "versions": ("demo", "/versions?tab=files", effect),
}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    program = next(filter(None, map(shutil.which, NAMES)), None)
    with TemporaryDirectory() as folder, ExitStack() as stack, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        running = servers(stack, Path(folder))
        for name in sys.argv[1:] or PICTURES:
            which, address, act = PICTURES[name]
            take(browser, running[which], name, address, act)
        browser.close()


def servers(stack: ExitStack, folder: Path) -> dict[str, Server]:
    """The program before the first choice, on an empty base, and on the example."""
    demo = folder / "demo.duckdb"
    subprocess.run([sys.executable, "-m", "shnor", "demo", "--database", str(demo)], cwd=ROOT, check=True)
    bases = {"new": None, "empty": folder / "own.duckdb", "demo": demo}
    for name in bases:
        (folder / name).mkdir()
    return {name: started(stack, None, folder=folder / name, database=base) for name, base in bases.items()}


def take(browser: Browser, server: Server, name: str, address: str, act: Callable[[Page], None] | None) -> None:
    complaints: list[str] = []
    with ExitStack() as stack:
        page = opened(stack, Tabs(browser), complaints, server, address, zoom=SMALLER.get(name, 1),
                      reduced_motion="reduce")
        steps.drawn(page)
        if act:
            act(page)
        steps.charted(page)
        page.mouse.move(0, 0)
        page.wait_for_timeout(1000)  # the chart and the opened lists have moved into place
        page.screenshot(path=FOLDER / f"{name}.png")
    lighten(FOLDER / f"{name}.png")
    print(name, f"{(FOLDER / f'{name}.png').stat().st_size // 1024} KB", *complaints)


def lighten(path: Path) -> None:
    """Fewer colours: a picture of a page needs no more, and the repository stays small."""
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()
