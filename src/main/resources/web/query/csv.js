// CSV for Excel, which reads UTF-8 only with a byte order mark and runs what looks like a formula.
const BOM = "\uFEFF";

/** The rows as CSV (RFC 4180) for Excel: with a byte order mark, and no cell that it would take for a formula. */
export function excelCsv(columns, rows) {
  const lines = [columns.map(quoted), ...rows.map((row) => columns.map((column) => quoted(harmless(row[column]))))];
  return BOM + lines.map((cells) => cells.join(",") + "\r\n").join("");
}

function harmless(cell) {
  const value = cell === undefined ? "" : cell.value;
  return /^[=+\-@\t\r]/.test(value) && !/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) ? "'" + value : value;
}

function quoted(value) {
  return /[",\r\n]/.test(value) ? '"' + value.replaceAll('"', '""') + '"' : value;
}

/** Hands a text over as a file. */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
