// Results of two columns, a label and a number, as bars. The words stay text; only the bars are drawn.
import { element, svg } from "./element.js";
import { words } from "./words.js";

const MOST_BARS = 60;

/** Whether a result can be drawn. */
export function canChart({ columns, rows, numbers }) {
  return columns.length === 2 && rows.length > 1 && rows.length <= MOST_BARS
    && !numbers.has(columns[0]) && numbers.has(columns[1])
    && rows.every((row) => row[columns[1]] === undefined || Number(row[columns[1]].value) >= 0);
}

/** The bars, in the order of the result; @param told how a label is written */
export function barsOf({ columns: [label, number], rows }, told) {
  const most = Math.max(...rows.map((row) => Number(row[number]?.value || 0)), 1e-9);
  const lines = rows.map((row) => {
    const value = row[number]?.value ?? "0";
    const bar = svg("svg", { class: "query-bar-line", width: "100%", height: "18", "aria-hidden": "true", focusable: "false" },
      svg("rect", { class: "query-bar-ink", x: 0, y: 2, height: 14, rx: 2, width: (100 * Number(value)) / most + "%" }));
    return element("tr", {}, element("th", { scope: "row" }, told(row[label])), element("td", {}, bar), element("td", { class: "number" }, value));
  });
  return element("figure", { class: "query-chart" },
    element("table", {},
      element("caption", {}, words.chart + ": " + number + " / " + label),
      element("tbody", {}, ...lines)));
}
