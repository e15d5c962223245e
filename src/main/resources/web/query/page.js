// The query page: brings editor, answers and examples together.
import { ask, Broken, Refused } from "./ask.js";
import { makeEditor } from "./editor.js";
import { showAnswer } from "./answer.js";
import { element } from "./element.js";
import { fill, words } from "./words.js";

const LONGEST_LINK = 8000;
const page = document.getElementById("query");
const byId = (id) => document.getElementById(id);
const status = byId("query-status");
const results = byId("query-results");
const limit = page.dataset.seconds;
let running = null;

const editor = makeEditor(byId("query-text"), { run, fault: (text) => { byId("query-fault").textContent = text; } });
byId("query-actions").hidden = false;
byId("query-form").addEventListener("submit", (event) => { event.preventDefault(); run(); });
byId("query-stop").addEventListener("click", () => running?.abort());
byId("query-share").addEventListener("click", share);
editor.onChange(keepForOtherLanguage);
findExamples();
if (page.dataset.shared === "true") {
  run();
}

/** Runs what is in the editor; a second start takes the place of the first. */
async function run() {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const query = editor.text();
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
  const tick = setInterval(() => { status.textContent = fill(words.running, seconds(), limit); }, 500);
  status.textContent = fill(words.running, "0.0", limit);
  byId("query-stop").disabled = false;
  results.replaceChildren();
  editor.clearFault();
  try {
    const answer = await ask(page.dataset.up + "sparql", query, mine.signal);
    clearInterval(tick);
    status.textContent = await showAnswer(results, answer, { query, seconds: seconds(), limit, page: page.dataset });
  } catch (error) {
    clearInterval(tick);
    if (running === mine) {
      tell(error, mine, seconds());
    }
  } finally {
    clearInterval(tick);
    if (running === mine) {
      running = null;
      byId("query-stop").disabled = true;
    }
  }
}

/** Why there is no answer, in words; nothing of a broken one is shown. */
function tell(error, mine, seconds) {
  results.replaceChildren();
  if (mine.signal.aborted) {
    status.textContent = words.stopped;
  } else if (error instanceof Refused) {
    status.textContent = "";
    results.append(element("div", { class: "note bad", role: "alert" },
      element("p", {}, element("strong", {}, error.problem.title || words.error)),
      element("p", { class: "query-detail" }, error.problem.detail || String(error.problem.status))));
    if (error.problem.line) {
      editor.showFault(error.problem.line, error.problem.column || 1);
    }
  } else {
    status.textContent = error instanceof Broken ? fill(words.broken, seconds) : words.network;
  }
}

/** Puts a link to the query into the clipboard and the address, or says that it is too long for one. */
async function share() {
  const link = new URL("?" + new URLSearchParams({ query: editor.text() }), location.href.split(/[?#]/)[0]).href;
  if (link.length > LONGEST_LINK) {
    status.textContent = fill(words.long, editor.text().length);
    return;
  }
  history.replaceState(null, "", link);
  try {
    await navigator.clipboard.writeText(link);
    status.textContent = words.copied;
  } catch {
    status.textContent = words.copy + " " + link;
  }
}

/** What was typed is not lost by a change of language. */
function keepForOtherLanguage() {
  const other = document.querySelector("a.switch");
  const link = new URLSearchParams({ query: editor.text(), lang: other.hreflang }).toString();
  if (link.length < LONGEST_LINK) {
    other.href = "?" + link;
  }
}

function findExamples() {
  const list = byId("examples");
  const chosen = list.querySelector("[aria-current]");
  list.scrollTop = chosen ? chosen.offsetTop - list.offsetTop - list.clientHeight / 3 : 0;
  const word = byId("examples-word");
  byId("examples-find").hidden = false;
  word.addEventListener("input", () => {
    const sought = word.value.normalize("NFKC").trim().toLowerCase().split(/\s+/);
    let found = 0;
    for (const section of document.querySelectorAll("#examples section")) {
      let here = 0;
      for (const item of section.querySelectorAll("li")) {
        const text = item.textContent.normalize("NFKC").toLowerCase();
        item.hidden = !sought.every((part) => text.includes(part));
        here += item.hidden ? 0 : 1;
      }
      section.hidden = here === 0;
      found += here;
    }
    byId("examples-none").textContent = found === 0 ? fill(words.none, word.value) : "";
  });
}
