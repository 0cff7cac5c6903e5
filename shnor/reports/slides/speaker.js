/* What helps the speaker: a timer of three lengths, and notes in a window of their own, which no projector shows. */
const LENGTHS = [3, 5, 10], OVER = "Время вышло";
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
const timer = { lengths: [], place: -1, until: 0, slide: 0 };
let begun = 0, own = null;

/* The next length; after the last the timer is put away. A slide begins with its first one, a task with its own. */
function timed() {
  if (timer.place < 0 || timer.slide !== here) {
    Object.assign(timer, { slide: here, place: -1 });
    const first = Number(slides[here].dataset.minutes) || LENGTHS[0];
    timer.lengths = [first, ...LENGTHS.filter((one) => one !== first)].slice(0, LENGTHS.length);
  }
  timer.place = timer.place + 1 < timer.lengths.length ? timer.place + 1 : -1;
  timer.until = Date.now() + 60000 * (timer.lengths[timer.place] ?? 0);
  ticked();
}

function untimed() {
  timer.place = -1;
  ticked();
}

/* On a task it is large, elsewhere in the foot. */
function ticked() {
  const left = Math.max(0, Math.ceil((timer.until - Date.now()) / 1000)), runs = timer.place >= 0;
  slides.forEach((slide) => {
    const large = slide.querySelector(".clock");
    if (!large) return;
    large.textContent = !runs ? `${slide.dataset.minutes}:00` : left ? clock(left) : OVER;
    large.classList.toggle("over", runs && !left);
  });
  footed(runs && !slides[here].querySelector(".clock") ? left ? clock(left) : OVER : "");
  if (own && !own.closed) noted();
}

/* Opened by a key of the speaker, so that browsers allow it; it has no script of its own. */
function notes() {
  if (own && !own.closed) return own.close();
  own = window.open("", "", "popup,width=820,height=680");
  if (!own) return say("Окно заметок не открыто: разрешите всплывающие окна");
  const page = own.document;
  page.documentElement.lang = "ru";
  page.title = `Заметки: ${document.title}`;
  page.head.append(made("style", `body { margin: 24px; font: 24px/1.4 ${getComputedStyle(document.body).fontFamily};
    color: #1b2733 } h1 { font-size: 28px; margin: 12px 0 } p { margin: 0 0 12px } .time { font-weight: 700 }
    .next { margin-top: 24px; border-top: 2px solid #dfe5ea; padding-top: 12px; color: #44525f }`, page));
  page.addEventListener("keydown", pressed);
  noted();
}

function noted() {
  const page = own.document, slide = slides[here], next = shown.find((one) => slides.indexOf(one) > here);
  const planned = shown.filter((one) => slides.indexOf(one) <= here).reduce((sum, one) => sum + Number(one.dataset.seconds), 0);
  const passed = begun ? (Date.now() - begun) / 1000 : 0, now = new Date();
  const line = (tag, kind, text) => Object.assign(made(tag, text, page), { className: kind });
  page.body.replaceChildren(
    line("p", "time", `${now.getHours()}:${String(now.getMinutes()).padStart(2, "0")} · прошло ${clock(passed)}, по плану к концу `
      + `слайда ${clock(planned)}${timer.place < 0 ? "" : ` · таймер ${clock(Math.max(0, Math.ceil((timer.until - Date.now()) / 1000)))}`}`),
    line("p", "", slide.getAttribute("aria-label")), line("h1", "", slide.querySelector("h1").textContent),
    ...[...slide.querySelectorAll(".notes p")].map((one) => line("p", "", one.textContent)),
    line("p", "next", next ? `Дальше: ${next.querySelector("h1").textContent}` : "Это последний слайд"));
}

function made(tag, text, page = document) {
  const node = page.createElement(tag);
  node.textContent = text;
  return node;
}

window.setInterval(() => { if (timer.place >= 0 || own) ticked(); }, 500);
window.addEventListener("pagehide", () => own?.close());
