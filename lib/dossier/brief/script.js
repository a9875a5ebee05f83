(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  // A claim that stands only in another's card has no place in the prose: its card stands for it.
  const target = (hash) => {
    let id = hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* no escape: an id as it stands */ }
    return byId(id) ?? byId(id.replace(/^claim-/, "card-"));
  };

  // What is done to the whole page at its start is done in slices: between them a reader's press is heard.
  const pause = () => new Promise((resolve) => setTimeout(resolve));
  const breath = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const slices = async (list, size, work) => {
    for (let at = 0; at < list.length; at += size) {
      await Promise.all(list.slice(at, at + size).map(work));
      await pause();
    }
  };

  // What the page carries folded up.
  const unpack = async (name) => {
    const bytes = Uint8Array.from(atob(byId(`packed-${name}`).textContent), (c) => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };
  // Plotly, and after a null what it draws and the data too long for a table in the page.
  let unpacked;
  const pack = () => (unpacked ??= unpack("plotly").then((text) => {
    const [library, parts] = text.split("\0");
    return { library, ...JSON.parse(parts) };
  }));

  const narrow = matchMedia("(max-width: 40rem)");

  // Light and dark: the reader's choice over the system's.
  const theme = document.querySelector(".theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
  let redraw = () => {};
  const showTheme = () => {
    redraw();
    theme.textContent = isDark() ? "Light" : "Dark";
    theme.setAttribute("aria-label", isDark() ? "Switch to light" : "Switch to dark");
    theme.removeAttribute("aria-pressed");
  };
  const remember = (value) => { try { localStorage.setItem("theme", value); } catch { /* no storage: not remembered */ } };
  try { if (["light", "dark"].includes(localStorage.getItem("theme"))) root.dataset.theme = localStorage.getItem("theme"); } catch { /* as above */ }
  theme.hidden = false;
  showTheme();
  system.addEventListener("change", showTheme);
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember(root.dataset.theme);
    showTheme();
  });

  // Links within the page: a card closes when its own link is followed, a fold opens round what is sought.
  const closeCards = () => all("[popover]:popover-open").reverse().forEach((card) => card.hidePopover());
  // What lies far below is not laid out with the first screen (style.css), but a part a moment after it, so that nothing blocks
  // a press and nothing moves later; all that stands before what a reader seeks, at once.
  const MOMENT = 8; // ms
  const sections = all("main > section");
  const unfold = (section) => {
    section.style.contentVisibility = "visible";
    for (const part of section.children) part.style.contentVisibility = "";
  };
  const unfoldTo = (element) => sections.filter((one) => one.contains(element) || one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING).forEach(unfold);
  const unfoldAll = async () => {
    let begun = performance.now();
    for (const section of sections.filter((one) => one.style.contentVisibility !== "visible")) {
      const parts = section.getBoundingClientRect().top > 2 * innerHeight ? [...section.children] : [];
      for (const part of parts) part.style.contentVisibility = "hidden";
      section.style.contentVisibility = "visible";
      for (const part of [...parts, section]) {
        if (part !== section) part.style.contentVisibility = "";
        void part.offsetHeight; // lay it out
        if (performance.now() - begun > MOMENT) {
          await breath();
          begun = performance.now();
        }
      }
    }
  };
  const reach = (element) => {
    unfoldTo(element);
    all(".reached").forEach((one) => one.classList.remove("reached"));
    if (element.hidden && element.closest(".record")) form?.reset(); // its own listener shows and counts all
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    element.hidden = false;
    void element.offsetWidth;
    element.classList.add("reached");
    all("mark.more").forEach((mark) => mark.classList.toggle("reached", mark.dataset.ev === element.id));
  };
  const cardOf = (element) => {
    if (element.matches("[popover].card")) return element;
    let back = element.matches(".claim") ? element : element.querySelector(":scope > td .back");
    // A claim is named once, after the last of its marks: beside this one or beside a mark round it.
    for (let mark = element; !back && mark.matches("mark"); mark = mark.parentElement) back = document.querySelector(`#${CSS.escape(mark.id)} ~ .back`);
    const name = back?.dataset?.claim ?? back?.getAttribute("href")?.replace("#claim-", "");
    return byId(name ? `card-${name}` : back?.getAttribute("popovertarget"));
  };
  // A card stands beside what opened it; a mark in a drawing is no HTML element, so the drawing takes its place.
  const beside = (element) => (element instanceof HTMLElement ? element : element.closest("div"));
  const openCard = (element) => {
    const card = cardOf(element);
    if (card && !card.matches(":popover-open")) card.showPopover({ source: beside(element) });
  };
  // A label is no invoker: pressed again, it would reopen the card that this very press has closed.
  let pressed = null;
  document.addEventListener("pointerdown", (event) => {
    const label = event.target.closest("label.claim");
    pressed = label && cardOf(label)?.matches(":popover-open") ? label : null;
  }, true);
  document.addEventListener("click", (event) => { if (pressed && pressed === event.target.closest("label.claim")) event.preventDefault(); }, true);
  // On a narrow screen a card is a sheet at the bottom: what was pressed is moved above it.
  let opener;
  document.addEventListener("click", (event) => { opener = event.target.closest(".claim, .back, a"); }, true);
  document.addEventListener("toggle", ({ target: card, newState }) => {
    if (newState !== "open" || !card.matches(".card") || !opener?.isConnected || !narrow.matches || opener.closest(".card")) return;
    const over = opener.getBoundingClientRect().bottom + 12 - card.getBoundingClientRect().top;
    if (over > 0) scrollBy({ top: over, behavior: "instant" });
  }, true);
  let followed = false;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#'], a[*|href^='#']");
    if (!link) return;
    const hash = link.getAttribute("href") ?? link.getAttribute("xlink:href");
    if (link.matches(".copy")) { event.preventDefault(); copy(link, hash); return; }
    if (link.dataset.marks) { only(marksOf(link)); }
    const element = target(hash);
    if (link.dataset.swarm) { event.preventDefault(); toRow(link, event); return; }
    if (!element) return;
    if (element.matches(".card")) { event.preventDefault(); element.showPopover({ source: beside(link) }); return; }
    closeCards();
    followed = true;
    if (link.dataset.of) unpack(link.dataset.in ?? "rests").then((text) => only(JSON.parse(text)[link.dataset.of]));
    reach(element);
    if (location.hash === hash) { event.preventDefault(); element.scrollIntoView(); }
    const button = element.matches("label.claim") ? element.querySelector("button") : element.matches(".claim") ? element : null;
    if (button) setTimeout(() => button.focus({ preventScroll: true })); // after the link, which takes the focus from a label
    setTimeout(() => { followed = false; }, 200);
  });
  const arrive = () => {
    const element = location.hash.length > 1 && target(location.hash);
    if (!element || followed) return;
    reach(element);
    element.scrollIntoView({ block: element.matches("section, figure") ? "start" : "center" }); // what is tall begins where it begins
    if (/^#(claim|ev|card)-/.test(location.hash)) openCard(element);
  };
  addEventListener("hashchange", arrive);

  // A button may be parted from the comma after it or the quotation mark before it: hold them together.
  const hold = (claim) => {
    const before = claim.previousSibling, after = claim.nextSibling;
    const opening = before?.nodeType === 3 ? before.data.match(/[“‘(\[]+$/)?.[0] ?? "" : "";
    const closing = after?.nodeType === 3 ? after.data.match(/^[.,;:!?’”)\]%]+/)?.[0] ?? "" : "";
    if (!opening && !closing) return;
    const held = Object.assign(document.createElement("span"), { className: "held" });
    claim.before(held);
    if (opening) before.data = before.data.slice(0, -opening.length);
    if (closing) after.data = after.data.slice(closing.length);
    held.append(opening, claim, closing);
  };

  // A card that opens is a dialog, named by value and label, with a button that closes it and a link to its claim, to be sent to somebody.
  document.addEventListener("beforetoggle", ({ target: card }) => {
    if (!card.matches(".card:not([role])")) return;
    const close = Object.assign(document.createElement("button"), { popoverTargetElement: card });
    close.setAttribute("aria-label", "Close");
    card.querySelector(".card-kind").after(close);
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", `Evidence: ${card.querySelector(".card-value").textContent.trim()}`);
    const line = Object.assign(document.createElement("p"), { className: "card-self" }), place = card.id.replace("card-", "claim-");
    line.append(Object.assign(document.createElement("a"), { className: "copy", href: `#${byId(place) ? place : card.id}`, textContent: "Link to this claim" }), " ");
    line.append(Object.assign(document.createElement("span"), { role: "status" }));
    card.append(line);
  }, true);
  async function copy(link, hash) {
    const address = location.href.split("#")[0] + hash, status = link.parentElement.querySelector("[role=status]");
    try { await navigator.clipboard.writeText(address); status.textContent = "Link copied"; }
    catch { status.textContent = address; }
    history.replaceState(null, "", hash);
  }

  // The record: rows that were folded up take their places, by date; then the filters.
  const form = document.querySelector(".filters");
  const rows = [];
  const layOut = async () => {
    const body = document.querySelector(".record tbody");
    if (!body) return;
    // In their order: rows folded up, and the ids of those that stand here already.
    if (byId("packed-record")) await slices((await unpack("record")).split("\n"), 20, (said) => {
      if (said[1] === "t") body.insertAdjacentHTML("beforeend", said); else body.append(byId(said.slice(4, -3)));
    });
    document.querySelector(".record .folded")?.remove(); // with the ends of links to rows that stand here now
    rows.push(...all("tr", body));
    await slices(all(".back"), 99, (back) => back.setAttribute("aria-label", `Claim ${back.textContent}`));
    if (form) startFilters();
  };
  const count = (shown) => { form.querySelector("output").textContent = `${shown} of ${rows.length} rows`; };
  const show = (test) => count(rows.filter((row) => !(row.hidden = !test(row))).length);
  function only(ids) {
    if (!form) return;
    form.reset(); // its own listener shows all, a moment later; what is asked for comes after it
    byId("record").querySelector("details").open = true;
    setTimeout(() => show((row) => ids.includes(row.id)));
  }
  const startFilters = () => {
    form.hidden = false;
    const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
    let words;
    const filter = () => {
      words ??= new Map(rows.map((row) => [row, folded(row.textContent)]));
      const { q, year, side, cited } = form.elements;
      const sought = folded(q.value).split(/\s+/).filter(Boolean);
      show((row) => sought.every((word) => words.get(row).includes(word)) && (!year.value || row.cells[0].textContent.includes(year.value))
        && (!side.value || row.querySelector("b").textContent === side.value) && (!cited.checked || row.classList.contains("cited")));
    };
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    count(rows.length);
  };

  const NAMESPACE = "http://www.w3.org/2000/svg";
  // Drawings: a mark is named by the row it leads to; on a narrow screen the narrow drawing takes the wide one's place.
  const nameMarks = () => slices(all(".plot a"), 40, (link) => {
    const row = target(link.getAttribute("href"));
    if (link.querySelector("title") || !row) return;
    const title = document.createElementNS(NAMESPACE, "title");
    title.textContent = `${row.cells[0].textContent}: ${row.cells[1].firstChild.textContent}`;
    link.prepend(title);
  });
  // The marks of a drawing are one stop of the keyboard; the arrows go from mark to mark.
  const marksOf = (link) => all(".plot a", link.closest(".chart")).map((mark) => mark.getAttribute("href").slice(1));
  const stops = (plot) => all("a:not([aria-hidden])", plot);
  const rove = (plot) => stops(plot).forEach((mark, place) => mark.setAttribute("tabindex", place ? "-1" : "0"));
  const ROOM = 6; // px
  // Marks of a swarm are too small to hit: all the ground they stand on can be pressed.
  const ground = (link) => {
    const { x, y, width, height } = link.getBBox();
    const rect = document.createElementNS(NAMESPACE, "rect");
    const said = { x, y: y - ROOM, width, height: height + 2 * ROOM, fill: "none", "pointer-events": "all" };
    for (const [name, value] of Object.entries(said)) rect.setAttribute(name, value);
    link.append(rect);
  };
  const near = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting)
    .forEach(({ target: plot }) => all("[data-swarm]:not(:has(rect))", plot).forEach(ground)), { rootMargin: "50%" });
  // The mark that has the focus stands in a light ring too: the dark one alone is lost on a dark fill.
  const halo = document.createElementNS(NAMESPACE, "rect");
  halo.setAttribute("class", "halo");
  document.addEventListener("focusout", () => halo.remove());
  document.addEventListener("focusin", ({ target: mark }) => {
    if (!mark.matches(".plot a")) return;
    const { x, y, width, height } = mark.getBBox();
    for (const [name, value] of Object.entries({ x: x - 2, y: y - 2, width: width + 4, height: height + 4 })) halo.setAttribute(name, value);
    mark.append(halo);
  });
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  document.addEventListener("keydown", (event) => {
    const mark = STEPS[event.key] && event.target.closest(".plot a");
    if (!mark) return;
    const marks = stops(mark.closest(".plot")), next = marks[marks.indexOf(mark) + STEPS[event.key]];
    event.preventDefault();
    if (!next) return;
    mark.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
  const fit = () => slices(all(".chart"), 1, async (chart) => {
    const plot = chart.querySelector(".plot");
    plot.wide ??= plot.querySelector("svg");
    if (!plot.wide) return;
    const small = narrow.matches && byId(`packed-narrow-${chart.dataset.figure}`);
    if (small && !plot.narrow) {
      const holder = document.createElement("div");
      holder.innerHTML = await unpack(`narrow-${chart.dataset.figure}`);
      plot.narrow = holder.firstChild;
      const leads = all("a", plot.wide);
      all("a", plot.narrow).forEach((link, place) => {
        for (const { name, value } of leads[place].attributes) link.setAttribute(name, value);
        const title = leads[place].querySelector("title");
        if (title) link.prepend(title.cloneNode(true));
      });
    }
    const drawing = small ? plot.narrow : plot.wide;
    if (drawing.parentNode !== plot) plot.replaceChildren(drawing);
    plot.classList.toggle("fitted", Boolean(small));
    rove(plot);
    near.unobserve(plot);
    near.observe(plot); // it says at once, and later, where the plot is
  });

  // What scrolls is a stop of the keyboard with a name; what does not scroll is none.
  const scrolls = (frame) => frame.scrollWidth > frame.clientWidth + 1
    || frame.scrollHeight > frame.clientHeight + 1 && frame.matches(".scroll");
  const named = (frame, stop) => {
    const said = { tabindex: "0", role: "region", "aria-label": frame.closest("figure, .table").querySelector("figcaption, caption")?.textContent ?? "Data" };
    for (const [name, value] of Object.entries(said)) if (stop) frame.setAttribute(name, value); else frame.removeAttribute(name);
  };
  const measure = (frame) => named(frame, scrolls(frame));
  // All are measured before one is changed, or the page would be laid out again for each.
  const sizes = new ResizeObserver((seen) => seen.map(({ target: frame }) => [frame, scrolls(frame)])
    .forEach(([frame, stop]) => { if (stop !== frame.hasAttribute("tabindex")) named(frame, stop); }));
  const watch = () => all(".scroll, .plot").forEach((frame) => sizes.observe(frame));

  // Tables and files of a figure's data.
  const parsed = (text) => text.trim().split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((line) =>
    line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"([\s\S]*)"$/, "$1").replaceAll('""', '"')));
  const csvOf = async (figure) => (await pack()).data[figure.dataset.figure];
  const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
  const layOutData = (figure) => (figure.laid ??= (async () => {
    const frame = figure.querySelector(".tools .scroll");
    if (frame.querySelector("table")) return frame;
    const [heads, ...lines] = parsed(await csvOf(figure));
    const table = Object.assign(document.createElement("table"), { className: "twin" });
    const first = table.createTHead().insertRow();
    heads.forEach((head) => first.append(Object.assign(element("th", head), { scope: "col" })));
    const body = table.createTBody();
    lines.forEach((cells) => { const row = body.insertRow(); cells.forEach((cell) => row.append(element("td", cell))); });
    frame.replaceChildren(table);
    measure(frame);
    return frame;
  })());
  // A swarm of marks is one link: it leads to the row of the mark that was pressed.
  const rowAt = (link, { clientX, clientY }) => {
    const [first, last] = link.dataset.swarm.split("-").map(Number);
    halo.remove(); // else it would be measured too
    const box = link.getBBox();
    // A press is told by whole pixels: their middle is meant.
    const { x } = new DOMPoint(clientX + 0.5, clientY).matrixTransform(link.getScreenCTM().inverse());
    return first + Math.round(Math.min(1, Math.max(0, (x - box.x) / box.width)) * (last - first));
  };
  const toRow = async (link, event) => {
    const figure = link.closest(".chart"), place = rowAt(link, event);
    figure.querySelector(".tools details").open = true;
    const row = all("tbody tr", await layOutData(figure))[place];
    reach(row);
    row.scrollIntoView({ block: "center", inline: "nearest" });
  };
  // The file lies beside the page; where the page stands alone it has the same file in its pack.
  all("[data-csv]").forEach((file) => {
    const name = file.dataset.csv;
    const figure = byId(`fig-${name}`);
    if (figure.querySelectorAll(".plot a:not([data-swarm])").length) figure.querySelector(".tools details").append(
      Object.assign(document.createElement("a"), { href: "#record", textContent: "Its marks as rows of the record" }));
    figure.querySelector(".tools details > a")?.setAttribute("data-marks", name);
    if (byId("packed-plotly") && "DecompressionStream" in window) file.addEventListener("click", async (event) => {
      event.preventDefault();
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([await csvOf(figure)], { type: "text/csv;charset=utf-8" }));
      link.download = `${name}.csv`;
      link.click();
    });
    figure.querySelector(".tools details").addEventListener("toggle", ({ target: fold }) => { if (fold.open) layOutData(figure); });
  });
  // The interactive view: Plotly is unpacked and started only when a reader asks for it.
  let started;
  const start = () => (started ??= pack().then((parts) => {
    document.head.append(Object.assign(document.createElement("script"), { textContent: parts.library }));
    return parts;
  }));
  // Its colours are made for a light ground: on a dark one each gives way to its partner, as in the drawings.
  // On a narrow screen it is laid out as the narrow drawing is.
  const isPlain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const merged = (base, over) => Object.fromEntries([...Object.entries(base), ...Object.entries(over).map(([key, value]) =>
    [key, isPlain(value) && isPlain(base[key]) ? merged(base[key], value) : value])]);
  const fitted = ({ data, layout: { meta = {}, ...layout } }) => {
    if (!narrow.matches || !meta.narrow) return { data, layout };
    return { data: data.map((trace, place) => merged(trace, meta.narrow_traces?.[place] ?? {})), layout: merged(layout, meta.narrow) };
  };
  const drawLive = async (view) => {
    const { figures, inks } = await start();
    const said = JSON.stringify(figures[view.dataset.view]);
    const { data, layout } = fitted(JSON.parse(isDark() ? said.replace(/#[0-9a-f]{6}\b/gi, (c) => inks[c.toLowerCase()] ?? c) : said));
    delete layout.width;
    const { color, fontFamily: family } = getComputedStyle(view);
    Object.assign(layout, { autosize: true, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font: { ...layout.font, color, family } });
    return window.Plotly.react(view, data, layout, { responsive: true, displaylogo: false });
  };
  redraw = () => all(".live-view").forEach(drawLive);
  const layOutTables = () => Promise.all(all("[data-rows]").map(async (note) => {
    note.closest(".table").querySelector("tbody").insertAdjacentHTML("beforeend", await unpack(note.dataset.rows));
    note.remove();
  }));
  slices(all("main .claim"), 30, hold).then(layOut).then(layOutTables).then(nameMarks).then(fit).then(unfoldAll).then(() => {
    watch();
    narrow.addEventListener("change", () => { fit(); redraw(); });
    arrive();
    root.dataset.ready = "";
  });
  const views = all("[data-live]");
  if (byId("packed-plotly") && "DecompressionStream" in window) views.forEach((button) => {
    const name = button.dataset.live;
    const figure = byId(`fig-${name}`);
    button.hidden = false;
    button.addEventListener("click", async () => {
      let view = byId(`live-${name}`);
      if (!view) {
        button.disabled = true;
        button.textContent = "Loading the interactive view …";
        await breath();
        await start();
        view = Object.assign(document.createElement("div"), { id: `live-${name}`, className: "live-view" });
        view.dataset.view = name;
        const said = { role: "group", "aria-roledescription": "interactive chart", "aria-labelledby": `fig-${name}-name`, "aria-describedby": `fig-${name}-alt` };
        for (const [key, value] of Object.entries(said)) view.setAttribute(key, value);
        figure.querySelector(".plot").before(view);
        await drawLive(view);
        button.disabled = false;
      } else view.hidden = !view.hidden;
      all(".plot", figure).forEach((plot) => { plot.hidden = !view.hidden; });
      button.textContent = view.hidden ? "Interactive view" : "Back to the drawing";
    });
  });
})();
