// Makes elements by the DOM: what comes from data is always text, never markup.
const SVG = "http://www.w3.org/2000/svg";

/** An element of HTML with attributes and children; children are elements or text. */
export function element(name, attributes = {}, ...children) {
  return made(document.createElement(name), attributes, children);
}

/** The same of SVG. */
export function svg(name, attributes = {}, ...children) {
  return made(document.createElementNS(SVG, name), attributes, children);
}

function made(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== "") {
      node.setAttribute(key, value);
    }
  }
  node.append(...children);
  return node;
}
