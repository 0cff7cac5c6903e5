/* Pictures and letters of a slide for the room they have. Letters of a picture are those of a page: it is drawn at half
   the size and shown twice as large, or larger where it leaves room. */
const LETTERS = 2, LARGEST = 3, NARROWEST = 400;
const TITLES = [38, 34, 31, 28], TITLE_LINES = 2;
const told = JSON.parse(document.getElementById("pictures").textContent);

/* The program that draws is read after the first slide is seen: on an old computer it takes a second or two. */
function armed(then) {
  const source = document.getElementById("drawing");
  if (source) window.requestAnimationFrame(() => window.setTimeout(() => {
    const script = document.createElement("script");
    script.textContent = source.textContent;
    source.remove();
    document.body.append(script);
    then();
  }));
}

/* How many times larger, and how high before that: rows come closer to one another before letters become smaller. */
function measures(one, width, height) {
  const own = one.figure.layout.height, scale = Math.min(LARGEST, width / Math.max(NARROWEST, one.wide), height / own);
  return one.stretches || scale < LETTERS ? [LETTERS, height / LETTERS] : [scale, own];
}

function drawn(slide) {
  const node = slide.querySelector(".plot");
  if (!node || !window.Plotly) return;
  const one = told.plots[node.dataset.plot], frame = node.parentElement;
  const size = `${frame.clientWidth} ${frame.clientHeight}`;
  if (node.dataset.size === size) return;
  node.dataset.size = size;
  const [scale, high] = measures(one, frame.clientWidth, frame.clientHeight);
  const layout = { ...one.figure.layout, width: Math.floor(frame.clientWidth / scale), height: Math.floor(high) };
  node.style.transform = `scale(${scale})`;
  node.style.top = `${Math.max(0, (frame.clientHeight - scale * layout.height) / 3)}px`;
  Plotly.react(node, one.figure.data, layout, told.config);
  node.querySelectorAll(".bars .point").forEach(whole);
}

/* A number its bar has no room for would be cut by the bar beside it: «12 %» would read «2 %»; it stays in its hint. On
   hatching a number has a rim. */
function whole(point) {
  const words = point.querySelector(".bartext-inside"), bar = point.querySelector("path");
  if (!words) return;
  if (words.getBoundingClientRect().width > bar.getBoundingClientRect().width) words.style.visibility = "hidden";
  words.classList.toggle("rimmed", bar.style.fill.startsWith("url"));
}

const overflows = (box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;

/* The largest letters with which everything is in sight; of a table the last rows go, and it is said. */
function fitted(slide) {
  const title = slide.querySelector("h1"), body = slide.querySelector("[data-sizes]"), opening = slide.matches(".opening");
  for (const size of opening ? [] : TITLES) {
    title.style.fontSize = `${size}px`;
    if (title.offsetHeight <= TITLE_LINES * size * 1.17) break;
  }
  if (!body) return;
  const rows = slide.matches(".grid") ? [...body.querySelectorAll("tbody tr")] : [];
  const more = slide.querySelector(".more");
  rows.forEach((row) => { row.hidden = false; });
  more.textContent = "";
  for (const size of body.dataset.sizes.split(" ")) {
    body.style.fontSize = `${size}px`;
    if (!overflows(body)) return;
  }
  for (let left = rows.length - 1; left > 0 && overflows(body); left -= 1) {
    rows[left].hidden = true;
    more.textContent = `показаны первые ${left} из ${rows.length}, все — по клавише S`;
    more.parentElement.classList.remove("empty");
  }
}

function laid(slide) {
  fitted(slide);
  drawn(slide);
}
