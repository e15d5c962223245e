// What the scripts say, from the page in the reader's language.
export const words = Object.fromEntries(
  Object.entries(document.getElementById("query").dataset)
    .filter(([key]) => key.startsWith("w") && key.length > 1 && key[1] === key[1].toUpperCase())
    .map(([key, value]) => [key[1].toLowerCase() + key.slice(2), value]),
);

/** A sentence with its {0}, {1} … filled in. */
export function fill(sentence, ...values) {
  return values.reduce((text, value, i) => text.replaceAll("{" + i + "}", value), sentence);
}
