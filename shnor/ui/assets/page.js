/* What a page does without a run of its script: a click on a point leads to its rows, a block is taken away as a picture
   or as text, a table is sorted and searched, a print shows what was folded. Works on the attributes data-shnor-…, which
   only our own HTML has; without it every link and table still works. */
(() => {
  "use strict";
  const READY = "data-shnor-ready";
  /* Other scripts of ours lie beside this one, at the root or below a path. */
  const HERE = document.currentScript.src;

  /* A page that writes its choices into its own address makes no step of history: «Назад» leads to the page before. */
  const pushed = window.history.pushState.bind(window.history);
  window.history.pushState = (state, title, address) => {
    const same = new URL(address ?? "", window.location.href).pathname === window.location.pathname;
    return same ? window.history.replaceState(state, title, address) : pushed(state, title, address);
  };

  /* A number its bar has no room for is cut by the bar beside it: «12 %» would read «2 %». It stays in hint and table. */
  function wholeWords(chart) {
    chart.querySelectorAll(".bars .point:has(.bartext-inside)").forEach((point) => {
      const words = point.querySelector(".bartext-inside"), bar = point.querySelector("path");
      const fits = words.getBoundingClientRect().width <= bar.getBoundingClientRect().width;
      words.style.visibility = fits ? "" : "hidden";
    });
  }

  /* A point, bar or line carries the address of its rows as customdata. */
  function clickable(chart) {
    if (chart.hasAttribute(READY) || typeof chart.on !== "function") return;
    chart.setAttribute(READY, "");
    chart.on("plotly_afterplot", () => wholeWords(chart));
    wholeWords(chart);
    chart.on("plotly_click", (event) => {
      const link = event.points.map((point) => point.customdata).find((data) => typeof data === "string" && data);
      if (link && link.startsWith("/")) window.open(link, event.event?.ctrlKey ? "_blank" : "_self");
    });
  }
  new MutationObserver(() => document.querySelectorAll(".js-plotly-plot").forEach(clickable))
    .observe(document.documentElement, { childList: true, subtree: true });

  /* The deeds of a block. */
  const block = (node) => node.closest("[class*='st-key-shnor_block_']") ?? node.closest(".shnor-block");
  document.addEventListener("click", (event) => {
    const deed = event.target.closest?.("[data-shnor-deed]");
    if (deed) {
      event.preventDefault();
      ({ png: picture, copy: text, say, print: () => window.print() })[deed.dataset.shnorDeed]?.(deed, block(deed));
    }
    const head = event.target.closest?.("table[data-shnor-sort] th");
    if (head) sorted(head);
  });

  function said(deed, words) {
    const before = deed.dataset.shnorWords ?? deed.textContent;
    deed.dataset.shnorWords = before;
    deed.textContent = words;
    window.setTimeout(() => { deed.textContent = before; }, 2000);
  }

  function loaded() {
    if (window.htmlToImage) return Promise.resolve(window.htmlToImage);
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = new URL("html-to-image.js", HERE).href;
      script.onload = () => done(window.htmlToImage);
      script.onerror = failed;
      document.head.append(script);
    });
  }

  async function picture(deed, whole) {
    try {
      const library = await loaded();
      const data = await library.toPng(whole, {
        pixelRatio: 2, backgroundColor: "#ffffff", skipFonts: true,
        filter: (node) => !node.classList?.contains("shnor-tools") && node.tagName !== "DETAILS",
      });
      const link = document.createElement("a");
      link.href = data;
      link.download = deed.dataset.shnorName || "Диаграмма.png";
      link.click();
      said(deed, "Сохранено");
    } catch {
      said(deed, "Не получилось");
    }
  }

  async function text(deed, whole) {
    const parts = [...whole.querySelectorAll("[data-shnor-text], table")].map((node) => node.tagName === "TABLE"
      ? [...node.rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim().replace(/\s+/g, " "))
        .join("\t")).join("\n")
      : node.innerText.trim().replace(/\s+/g, " "));
    said(deed, await copied(parts.filter(Boolean).join("\n")) ? "Скопировано" : "Не получилось");
  }

  /* A text that is ready to be copied: data-shnor-say. */
  async function say(deed) {
    said(deed, await copied(deed.dataset.shnorSay) ? "Скопировано" : "Не получилось");
  }

  async function copied(words) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      const area = document.createElement("textarea");
      area.value = words;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  }

  /* Sorting is for the eye alone: it is never kept. What has no value comes last both ways. */
  function sorted(head) {
    const table = head.closest("table"), body = table.tBodies[0], place = head.cellIndex;
    const up = head.getAttribute("aria-sort") !== "ascending";
    const key = (row) => row.cells[place]?.dataset.value ?? row.cells[place]?.innerText.trim() ?? "";
    const number = (words) => { const found = /^[−-]?[\d\s\u00a0]+(?:,\d+)?/.exec(words);
      return found ? Number(found[0].replace(/[\s\u00a0]/g, "").replace(",", ".").replace("−", "-")) : null; };
    const rows = [...body.rows].filter((row) => !row.classList.contains("shnor-total"));
    const absent = (words) => words === "" || /^[—–-]$/.test(words) || /^(нет |не сда|мало|не при|неприм|меньше)/.test(words);
    rows.sort((one, other) => {
      const [a, b] = [key(one), key(other)];
      if (absent(a) || absent(b)) return absent(a) - absent(b);
      const [x, y] = [number(a), number(b)];
      const order = x !== null && y !== null ? x - y : a.localeCompare(b, "ru", { numeric: true });
      return up ? order : -order;
    });
    const totals = [...body.rows].filter((row) => row.classList.contains("shnor-total"));
    body.append(...rows, ...totals);
    table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
  }

  /* A search over the rows of a list: data-shnor-search names the list; a tick shows those that wait alone. */
  document.addEventListener("input", (event) => {
    const asked = event.target.closest?.("[data-shnor-search]");
    if (asked) searched(asked.dataset.shnorSearch);
  });

  function searched(name) {
    const fields = [...document.querySelectorAll(`[data-shnor-search="${name}"]`)];
    const words = fields.filter((field) => field.type !== "checkbox").map((field) => field.value.toLowerCase()).join(" ");
    const waiting = fields.some((field) => field.type === "checkbox" && field.checked);
    let shown = 0;
    document.querySelectorAll(`[data-shnor-list="${name}"] [data-shnor-row]`).forEach((row) => {
      const fits = words.split(" ").every((word) => row.textContent.toLowerCase().includes(word))
        && (!waiting || row.hasAttribute("data-shnor-waits"));
      row.hidden = !fits;
      if (fits && words.trim()) row.closest("[data-shnor-list] details")?.setAttribute("open", "");
      shown += fits;
    });
    document.querySelectorAll(`[data-shnor-found="${name}"]`).forEach((node) => { node.textContent = shown; });
    document.querySelectorAll(`[data-shnor-none="${name}"]`).forEach((node) => { node.hidden = shown > 0; });
    document.querySelectorAll(`details:has([data-shnor-list="${name}"])`).forEach((fold) => {
      if (words || waiting) fold.open = fold.querySelector("[data-shnor-row]:not([hidden])") !== null;
    });
  }

  /* What has just come is brought into view, once. */
  const ARRIVED = "shnor-arrived";
  function arrived() {
    const node = [...document.querySelectorAll("[data-shnor-arrived]")].pop();
    if (!node || sessionStorage.getItem(ARRIVED) === node.dataset.shnorArrived) return;
    sessionStorage.setItem(ARRIVED, node.dataset.shnorArrived);
    const piece = node.closest("[class*='st-key-shnor_']") ?? node;
    window.setTimeout(() => piece.scrollIntoView({ block: "nearest", behavior: "smooth" }), 150);
  }
  new MutationObserver(arrived).observe(document.documentElement, { childList: true, subtree: true });

  /* A line of HTML stands for the button of its piece: the whole line is the target. */
  document.addEventListener("click", (event) => {
    const line = event.target.closest?.("[data-shnor-press]");
    const name = line?.dataset.shnorPress;
    const button = name && document.querySelector(`.st-key-${CSS.escape(name)} button`);
    if (!button || event.ctrlKey || event.metaKey || window.getSelection()?.toString()) return;
    event.preventDefault();
    button.click();
  });

  /* A print shows what is folded, and charts as wide as the sheet; what is marked as brief prints as it stands. */
  const SHEET = 690;
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")]
      .filter((fold) => !fold.closest("[class*='st-key-shnor_brief_'], .shnor-brief"));
    opened.forEach((fold) => { fold.open = true; });
    document.querySelectorAll(".js-plotly-plot").forEach((chart) => {
      const width = chart.getBoundingClientRect().width;
      if (width > SHEET) chart.style.zoom = String(SHEET / width);
    });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((fold) => { fold.open = false; });
    document.querySelectorAll(".js-plotly-plot").forEach((chart) => { chart.style.zoom = ""; });
  });
})();
