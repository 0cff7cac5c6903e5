/* The walk through the slides: keys (of any layout of the keyboard), a remote, touch, the address, panels over a slide. */
const stage = document.getElementById("stage");
const slides = [...stage.querySelectorAll(".slide")], shown = slides.filter((one) => !one.hasAttribute("data-hidden"));
const LEAST = { width: 1024, height: 720 }, WIDEST = 16 / 9, HIGHEST = 3 / 4, EDGE = 0.12, SWIPE = 60, HIDDEN = "h";
const HELP = [["→, пробел, Page Down", "дальше"], ["←, Page Up", "назад"], ["Home, End", "в начало, в конец"],
  ["5, Enter", "слайд 5"], ["F", "во весь экран"], ["B или точка", "чёрный экран"], ["S", "откуда цифры"],
  ["T", "таймер; ещё раз — другая длина"], ["N", "заметки в отдельном окне"], ["L", "список слайдов, и скрытых"],
  ["край экрана, смахивание", "дальше и назад без клавиш"], ["Ctrl+P", "печать: слайд на листе"], ["Esc", "закрыть"], ["? или F1", "эти клавиши"]];
let here = 0, digits = "", words = "", silence = 0, before = null;

const panel = Object.assign(document.createElement("section"), { id: "panel", hidden: true, tabIndex: -1 });
const black = Object.assign(document.createElement("div"), { id: "black", hidden: true });
const said = Object.assign(document.createElement("p"), { id: "said" });
panel.setAttribute("role", "dialog");
said.setAttribute("aria-live", "polite");
stage.append(panel, said);
document.body.append(black);

/* The stage fills the window between 4:3 and 16:9; beyond it stands in the middle. */
function placed() {
  const paper = document.documentElement.classList.contains("paper"), style = stage.style;
  const scale = paper ? 1 : Math.min(window.innerWidth / LEAST.width, window.innerHeight / LEAST.height);
  const room = { width: window.innerWidth / scale, height: window.innerHeight / scale };
  const width = paper ? LEAST.width : Math.min(room.width, room.height * WIDEST);
  const height = paper ? LEAST.width * HIGHEST : Math.min(room.height, room.width * HIGHEST);
  style.width = `${width}px`;
  style.height = paper ? "" : `${height}px`;
  style.transform = `translate(${scale * (room.width - width) / 2}px, ${scale * (room.height - height) / 2}px) scale(${scale})`;
  (paper ? shown : [slides[here]]).forEach(laid);
}

function go(place) {
  closed();
  words = "";
  here = Math.min(Math.max(place, 0), slides.length - 1);
  const slide = slides[here];
  slides.forEach((one) => { one.classList.toggle("here", one === slide); one.inert = one !== slide; });
  laid(slide);
  const hash = `#${shown.includes(slide) ? shown.indexOf(slide) + 1 : `${HIDDEN}${here + 1}`}`;
  if (window.location.hash !== hash) window.location.replace(hash);
  said.textContent = `${slide.getAttribute("aria-label")}. ${slide.querySelector("h1").textContent}`;
  ticked();
  window.setTimeout(() => { const next = nextOf(1); if (next) laid(next); }, 60);
}

/* The next or the last slide that is shown, from a hidden one as well. */
function nextOf(step) {
  const beyond = shown.filter((one) => (slides.indexOf(one) - here) * step > 0);
  return step > 0 ? beyond[0] : beyond[beyond.length - 1];
}

function walk(step) {
  const next = nextOf(step);
  begun ||= Date.now();
  if (next) go(slides.indexOf(next));
}

function addressed() {
  const named = window.location.hash.slice(1);
  const slide = named.startsWith(HIDDEN) ? slides[Number(named.slice(1)) - 1] : shown[Number(named) - 1];
  return slide ? slides.indexOf(slide) : 0;
}

/* The foot of the slide says what goes on: the timer, or for some seconds why something did not work. */
function footed(timed) {
  const going = slides[here].querySelector(".going");
  going.textContent = words || timed;
  going.parentElement.classList.toggle("busy", Boolean(going.textContent));
}

function say(text) {
  words = said.textContent = text;
  window.clearTimeout(silence);
  silence = window.setTimeout(() => { words = ""; ticked(); }, 6000);
  ticked();
}

function opened(kind, title, ...nodes) {
  if (panel.dataset.kind === kind) return closed();
  before = document.activeElement;
  panel.dataset.kind = kind;
  panel.setAttribute("aria-label", title);
  panel.replaceChildren(made("h2", title), ...nodes);
  panel.hidden = false;
  panel.style.bottom = `${slides[here].querySelector("footer").offsetHeight + 12}px`;
  panel.scrollTop = 0;
  (panel.querySelector("button[aria-current]") ?? panel).focus();
}

function closed() {
  panel.hidden = true;
  delete panel.dataset.kind;
  before?.focus?.();
  before = null;
}

/* The table behind the slide; a slide without one leads to the hidden slide after it. */
function sources() {
  const slide = slides[here], table = slide.querySelector(".sources table"), next = slides[here + 1];
  if (table) return opened("sources", "Откуда цифры", table.cloneNode(true), made("p", slide.querySelector(".source span")?.textContent ?? ""));
  if (next?.hasAttribute("data-hidden")) return go(here + 1);
  return say("На этом слайде нет чисел из базы");
}

function list() {
  opened("list", "Слайды", ...slides.map((slide, place) => {
    const button = made("button", `${slide.querySelector(".number").textContent.replace(/ из .*|$/, ".")} ${slide.querySelector("h1").textContent}`);
    if (place === here) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => go(place));
    return button;
  }));
}

function help() {
  const named = document.createElement("dl");
  HELP.forEach(([key, what]) => named.append(made("dt", key), made("dd", what)));
  opened("help", "Клавиши", named);
}

function full() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => say("Браузер не дал открыть показ во весь экран"));
}

function escaped() {
  if (!panel.hidden) return closed();
  if (timer.place >= 0) return untimed();
  return document.activeElement?.blur();
}

function typed() {
  const slide = shown[Number(digits) - 1];
  digits = "";
  return slide ? go(slides.indexOf(slide)) : walk(1);
}

/* By the place of a key, not by its letter: they are the same in a Russian layout. */
const KEYS = {
  ArrowRight: () => walk(1), ArrowDown: () => walk(1), PageDown: () => walk(1), ArrowLeft: () => walk(-1),
  ArrowUp: () => walk(-1), PageUp: () => walk(-1), Backspace: () => walk(-1), Enter: typed, NumpadEnter: typed,
  Home: () => go(slides.indexOf(shown[0])), End: () => go(slides.indexOf(shown.at(-1))),
  KeyF: full, KeyB: () => { black.hidden = false; }, Period: () => { black.hidden = false; }, KeyS: sources, KeyT: timed,
  KeyN: notes, KeyL: list, F1: help, Escape: escaped,
};

/* An open panel is scrolled, or walked through, with up and down. */
function inPanel(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.code];
  if (panel.hidden || (!step && event.code !== "Enter" && event.code !== "Tab")) return false;
  const buttons = [...panel.querySelectorAll("button")];
  if (step && buttons.length) buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length).focus();
  else if (step) panel.scrollBy(0, 80 * step);
  if (step) event.preventDefault();
  return true;
}

function pressed(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.isContentEditable && event.code !== "Escape") return;
  if (!black.hidden) { black.hidden = true; event.preventDefault(); return; }
  if (inPanel(event)) return;
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code);
  if (digit && !event.shiftKey) { digits += digit[1]; return; }
  const deed = event.code === "Space" ? () => walk(event.shiftKey ? -1 : 1) : event.key === "?" ? help : KEYS[event.code]
    ?? KEYS[event.key] ?? (event.code === "Slash" && event.shiftKey ? help : undefined);
  if (!deed) return;
  event.preventDefault();
  if (event.code !== "Enter" && event.code !== "NumpadEnter") digits = "";
  deed();
}

/* A click or a tap at an edge of the window turns the slide, and so does a swipe. In a picture one points at points, and
   Plotly makes clicks of touches that have no place. */
const busy = (target) => !panel.hidden || target.closest?.("button, [contenteditable]");
const pointed = (target) => target.closest?.(".nsewdrag");
let touched = null;
document.addEventListener("click", (event) => {
  if (!black.hidden) { black.hidden = true; return; }
  const place = event.clientX / window.innerWidth;
  if (!busy(event.target) && !pointed(event.target) && (place < EDGE || place > 1 - EDGE)) walk(place < EDGE ? -1 : 1);
});
document.addEventListener("touchstart", (event) => {
  touched = event.touches.length === 1 && !busy(event.target) ? event.touches[0] : null;
}, { passive: true });
document.addEventListener("touchend", (event) => {
  const way = touched ? event.changedTouches[0].clientX - touched.clientX : 0;
  const across = touched ? Math.abs(event.changedTouches[0].clientY - touched.clientY) : 0;
  touched = null;
  if (Math.abs(way) > SWIPE && Math.abs(way) > 2 * across) walk(way < 0 ? 1 : -1);
}, { passive: true });

/* What the room decides is written into its lines; it outlives F5, not the window. */
function kept(slide) {
  const cells = [...slide.querySelectorAll("[contenteditable]")];
  if (!cells.length) return;
  try {
    JSON.parse(window.sessionStorage.getItem(slide.id) ?? "[]").forEach((text, place) => { cells[place].textContent = text; });
  } catch { /* a browser that keeps nothing of a file */ }
  slide.addEventListener("paste", (event) => {
    event.preventDefault();
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  });
  slide.addEventListener("input", () => {
    try {
      window.sessionStorage.setItem(slide.id, JSON.stringify(cells.map((cell) => cell.textContent)));
    } catch { /* the same */ }
  });
}
slides.forEach(kept);

let still = 0;
document.addEventListener("pointermove", () => {
  document.body.classList.remove("idle");
  window.clearTimeout(still);
  still = window.setTimeout(() => document.body.classList.add("idle"), 3000);
});
document.addEventListener("keydown", pressed);
window.addEventListener("resize", placed);
window.addEventListener("hashchange", () => { const place = addressed(); if (place !== here) go(place); });
for (const [name, paper] of [["beforeprint", true], ["afterprint", false]]) {
  window.addEventListener(name, () => { document.documentElement.classList.toggle("paper", paper); placed(); });
}
here = addressed();
shown.at(-1)?.classList.add("last");
placed();
go(here);
armed(placed);
/* For who cannot see; the room is not told how to turn slides. */
if (!here) said.textContent += ". Листайте стрелками. Все клавиши: F1";
