// Shows an answer: table, chart, yes or no, or a graph.
import { barsOf, canChart } from "./chart.js";
import { excelCsv, save } from "./csv.js";
import { element } from "./element.js";
import { fill, words } from "./words.js";

const STEP = 200;
const MOST_LABELS = 100;
const MOST_GRAPH = 200_000;
const LONGEST_LINK = 30_000;
const ONTOLOGY = "https://w3id.org/musubi/";
const TABLES = [["CSV", "csv"], ["TSV", "tsv"], ["JSON", "json"], ["XML", "xml"]];
const GRAPHS = [["Turtle", "ttl"], ["JSON-LD", "jsonld"], ["N-Triples", "nt"], ["RDF/XML", "rdf"]];
const count = (number) => number.toLocaleString(document.documentElement.lang);

/** Shows `answer` in `place`; @returns what to say of it */
export async function showAnswer(place, answer, asked) {
  if (answer.turtle !== undefined) {
    return showGraph(place, answer.turtle, asked);
  }
  if (answer.table.boolean !== undefined) {
    const said = answer.table.boolean ? words.yes : words.no;
    place.append(element("p", { class: "figure" }, said), downloads(TABLES.slice(2), asked));
    return fill(words.boolean, said, asked.seconds);
  }
  return showTable(place, answer.table, asked);
}

function showGraph(place, turtle, asked) {
  place.append(downloads(GRAPHS, asked));
  if (turtle.length > MOST_GRAPH) {
    place.append(element("p", { class: "note" }, fill(words.part, count(MOST_GRAPH))));
  }
  place.append(element("pre", { tabindex: 0 }, element("code", {}, turtle.slice(0, MOST_GRAPH))));
  return fill(words.graph, asked.seconds, asked.limit);
}

async function showTable(place, { head, results }, asked) {
  const columns = head.vars;
  const rows = results.bindings;
  if (rows.length === 0) {
    return fill(words.empty, asked.seconds, asked.limit);
  }
  const view = { columns, rows, asked, names: new Map(), shown: 0, iris: false, numbers: numbers(columns, rows) };
  view.body = element("tbody");
  const table = element("table", { class: "query-table" },
    element("thead", {}, element("tr", {}, ...columns.map((column) =>
      element("th", { scope: "col", class: view.numbers.has(column) ? "number" : "" }, column)))),
    view.body);
  const scroll = element("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": words.table }, table);
  const more = element("p", { class: "query-more" });
  const bar = element("div", { class: "query-bar" }, views(place, view, scroll, more), downloads(TABLES, asked, view));
  place.append(bar, scroll, more);
  await showMore(view, more);
  return fill(words.done, count(rows.length), asked.seconds, asked.limit);
}

/** Columns of nothing but numbers. */
function numbers(columns, rows) {
  const isNumber = (cell) => cell === undefined || (cell.datatype || "").match(/#(integer|decimal|double|float|nonNegativeInteger|positiveInteger|long|int)$/);
  return new Set(columns.filter((column) => rows.some((row) => row[column]) && rows.every((row) => isNumber(row[column]))));
}

function views(place, view, scroll, more) {
  const box = element("div", { class: "query-views" });
  const names = element("input", { type: "checkbox", id: "query-iris" });
  names.addEventListener("change", () => {
    view.iris = names.checked;
    view.body.replaceChildren(...view.rows.slice(0, view.shown).map((row) => tableRow(row, view)));
  });
  box.append(element("label", { class: "query-check" }, names, " ", words.iris));
  if (canChart(view)) {
    const button = element("button", { type: "button", class: "plain", "aria-pressed": "false" }, words.chart);
    button.addEventListener("click", () => {
      const chart = button.getAttribute("aria-pressed") === "false";
      button.setAttribute("aria-pressed", String(chart));
      place.querySelector("figure")?.remove();
      scroll.hidden = more.hidden = chart;
      if (chart) {
        scroll.after(barsOf(view, (cell) => shownText(cell, view)));
      }
    });
    box.prepend(button);
  }
  return box;
}

function downloads(formats, asked, view) {
  const box = element("p", { class: "query-downloads" }, words.download + ": ");
  const link = (format) => asked.page.up + "sparql?" + new URLSearchParams({ query: asked.query, format });
  if (link("").length <= LONGEST_LINK) {
    box.append(...formats.map(([name, format]) => element("a", { href: link(format), download: "query." + format }, name)));
  }
  if (view) {
    const excel = element("button", { type: "button", class: "plain", title: words.formula }, words.excel);
    excel.addEventListener("click", () => save("query-excel.csv", "text/csv;charset=utf-8", excelCsv(view.columns, view.rows)));
    box.append(excel);
  }
  return box;
}

async function showMore(view, more) {
  const next = view.rows.slice(view.shown, view.shown + STEP);
  view.shown += next.length;
  await learnNames(view, next);
  view.body.append(...next.map((row) => tableRow(row, view)));
  const left = view.rows.length - view.shown;
  if (left === 0) {
    more.replaceChildren();
    return;
  }
  const button = element("button", { type: "button", class: "plain" }, fill(words.more, count(Math.min(STEP, left))));
  button.addEventListener("click", () => showMore(view, more));
  more.replaceChildren(fill(words.some, count(view.shown), count(view.rows.length)) + " ", button);
}

/** Asks what the things in these rows are called; without an answer they keep their IRIs. */
async function learnNames(view, rows) {
  const unknown = new Set(rows.flatMap((row) => Object.values(row))
    .filter((cell) => cell.type === "uri" && !view.names.has(cell.value)).map((cell) => cell.value));
  const all = [...unknown];
  for (let i = 0; i < all.length; i += MOST_LABELS) {
    const asked = new URLSearchParams(all.slice(i, i + MOST_LABELS).map((iri) => ["iri", iri]));
    const response = await fetch(view.asked.page.up + "query/names?" + asked).catch(() => null);
    for (const [iri, name] of Object.entries(response?.ok ? await response.json() : {})) {
      view.names.set(iri, name);
    }
  }
}

function tableRow(row, view) {
  return element("tr", {}, ...view.columns.map((column) =>
    element("td", { class: view.numbers.has(column) ? "number" : "" }, tableCell(row[column], view))));
}

function tableCell(cell, view) {
  if (cell === undefined) {
    return element("span", { class: "quiet", "aria-label": words.unbound }, "–");
  }
  if (cell.type === "uri") {
    const place = address(cell.value, view.asked.page);
    return place ? element("a", { href: place, title: cell.value }, shownText(cell, view)) : shownText(cell, view);
  }
  return cell["xml:lang"] ? element("span", { lang: cell["xml:lang"] }, cell.value) : cell.value;
}

/** How a value is written for people. */
function shownText(cell, view) {
  if (cell === undefined || cell.type !== "uri" || view.iris) {
    return cell === undefined ? "–" : cell.value;
  }
  const base = view.asked.page.base;
  return view.names.get(cell.value) || (cell.value.startsWith(base) ? cell.value.slice(base.length) : cell.value);
}

/** Where an IRI leads: ours to our own pages whatever the address of this server, others' to the web, the rest nowhere. */
function address(iri, { base, up }) {
  if (iri.startsWith(base)) {
    return up + iri.slice(base.length);
  }
  if (iri.startsWith(ONTOLOGY)) {
    const rest = iri.slice(ONTOLOGY.length);
    return up + (/^ontology(#|$)/.test(rest) ? rest : "ontology/" + rest);
  }
  return /^https?:\/\//.test(iri) ? iri : "";
}
