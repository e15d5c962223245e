// The editor: Yasqe, with completion from our own terms and errors told in words at their line. It asks no other host.
/* global Yasqe */
import { fill, words } from "./words.js";

const MOST_HINTS = 60;
const MOST_EXPECTED = 6;
const language = document.documentElement.lang;
const up = document.getElementById("query").dataset.up;

/**
 * Puts the editor in the place of a text area.
 * @param area the text area; it stays the form's field
 * @param run called by Ctrl+Enter
 * @param fault told what is wrong while typing, or an empty text
 */
export function makeEditor(area, { run, fault }) {
  const place = document.createElement("div");
  area.before(place);
  area.hidden = true;
  area.required = false;
  // Its own completers would ask prefix.cc and lov.linkeddata.es; and it merges lists instead of replacing them.
  Yasqe.defaults.autocompleters = ["variables"];
  const yasqe = new Yasqe(place, {
    value: "",
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "auto",
    lineWrapping: true,
    viewportMargin: Infinity,
    screenReaderLabel: words.editor,
    extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-S": false, Tab: false, "Shift-Tab": false },
  });
  yasqe.showNotification = () => {};
  yasqe.checkSyntax = () => check(yasqe, fault);
  yasqe.setValue(area.value);
  yasqe.getInputField().setAttribute("aria-label", words.editor);
  yasqe.getInputField().setAttribute("aria-describedby", "query-keys query-fault");
  document.querySelector("label[for=query-text]").addEventListener("click", () => yasqe.focus());
  complete(yasqe);
  return {
    text: () => yasqe.getValue(),
    onChange: (listener) => yasqe.on("change", () => { area.value = yasqe.getValue(); listener(); }),
    clearFault: () => yasqe.getDoc().eachLine((line) => yasqe.removeLineClass(line, "background", "query-fault-line")),
    showFault: (line, column) => showFault(yasqe, line - 1, column - 1),
  };
}

function showFault(yasqe, line, ch) {
  if (line < yasqe.lineCount()) {
    yasqe.addLineClass(line, "background", "query-fault-line");
    mark(yasqe, line);
    yasqe.getDoc().setCursor({ line, ch });
    yasqe.scrollIntoView({ line, ch });
  }
}

/** In the place of Yasqe's own check, which speaks English and writes inline styles. */
function check(yasqe, fault) {
  yasqe.queryValid = true;
  yasqe.clearGutter("gutterErrorBar");
  fault("");
  for (let line = 0; line < yasqe.lineCount(); line++) {
    const state = yasqe.getTokenAt({ line, ch: yasqe.getDoc().getLine(line).length }, true).state;
    yasqe.setOption("queryType", state.queryType);
    if (!state.OK) {
      yasqe.queryValid = false;
      mark(yasqe, line);
      const expected = (state.errorMsg ? [] : state.possibleCurrent || []).map((it) => it.replace(/^\*?\[.*/, "…"));
      const few = expected.length > 0 && expected.length <= MOST_EXPECTED;
      fault(fill(words.fault, line + 1) + (few ? " " + fill(words.possible, expected.join("  ")) : ""));
      return;
    }
  }
}

function mark(yasqe, line) {
  const sign = document.createElement("span");
  sign.className = "query-sign";
  sign.textContent = "!";
  sign.title = fill(words.fault, line + 1);
  yasqe.setGutterMarker(line, "gutterErrorBar", sign);
}

/** Completion of prefixes, classes and properties, from what the server has counted. */
async function complete(yasqe) {
  const response = await fetch(up + "query/terms");
  if (!response.ok) {
    return;
  }
  const terms = await response.json();
  const prefixes = Object.entries(terms.prefixes);
  const short = (iri) => {
    const prefix = prefixes.filter(([, place]) => iri.startsWith(place)).sort((a, b) => b[1].length - a[1].length)[0];
    return prefix && /^[\p{L}\d_-]+$/u.test(iri.slice(prefix[1].length)) ? prefix[0] + ":" + iri.slice(prefix[1].length) : "";
  };
  const lines = prefixes.map(([prefix, place]) => prefix + ": <" + place + ">");
  Yasqe.registerAutocompleter({ ...Yasqe.Autocompleters.prefixes, name: "our-prefixes", get: lines, persistenceId: null }, false);
  for (const [kind, found] of [["class", terms.classes], ["property", terms.properties]]) {
    const all = found.map((term) => ({ ...term, short: short(term.iri), label: term[language] || term.en || term.ja || "" }));
    Yasqe.registerAutocompleter({ ...Yasqe.Autocompleters[kind], ...completer("our-" + kind, all, terms.prefixes) }, false);
  }
  for (const name of ["our-prefixes", "our-class", "our-property"]) {
    yasqe.enableCompleter(name);
  }
}

function completer(name, terms, prefixes) {
  const byIri = new Map(terms.map((term) => [term.iri, term]));
  const byText = new Map(terms.map((term) => [term.short || "<" + term.iri + ">", term]));
  return {
    name,
    bulk: false,
    get: (yasqe, token) => matching(terms, token ? token.string : "").map((term) => term.iri),
    postProcessSuggestion: (yasqe, token, iri) => byIri.get(iri).short || "<" + iri + ">",
    postprocessHints: (yasqe, hints) => hints.map((hint) => ({
      ...hint,
      displayText: described(hint.text, byText.get(hint.text)),
      hint: (editor, data, chosen) => insert(yasqe, data, chosen, prefixes),
    })),
  };
}

/** By IRI, short form or any part of a name in either language: those that begin with it first, then the most used. */
function matching(terms, string) {
  const typed = string.replace(/^</, "").replace(/>$/, "").trim().toLowerCase();
  const begins = (term) => [term.iri, term.short, term.short.replace(/^.*:/, "")].some((it) => it.toLowerCase().startsWith(typed));
  const has = (term) => [term.iri, term.ja || "", term.en || ""].some((it) => it.toLowerCase().includes(typed));
  const first = terms.filter(begins);
  return [...first, ...terms.filter((term) => !first.includes(term) && has(term))].slice(0, MOST_HINTS);
}

function described(text, term) {
  return text + (term.label ? "  " + term.label : "") + (term.count ? "  ×" + term.count.toLocaleString(language) : "");
}

/** Takes a suggestion over, and declares its prefix. */
function insert(yasqe, data, chosen, prefixes) {
  yasqe.getDoc().replaceRange(chosen.text, chosen.from || data.from, chosen.to || data.to, "complete");
  const prefix = chosen.text.split(":")[0];
  if (prefix in prefixes && !(prefix in yasqe.getPrefixesFromQuery())) {
    yasqe.addPrefixes({ [prefix]: prefixes[prefix] });
  }
}
