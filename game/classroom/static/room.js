// What every page of the room stands on: its language, and elements made of text alone (nothing here takes HTML).
const language =
  ROOM_LANGUAGE ||
  (navigator.languages || [navigator.language || "en"]).map((one) => one.slice(0, 2)).find((one) => one === "en" || one in CATALOGUES) ||
  "en";
const WORDS = CATALOGUES[language] || {};

/** Returns a text in the reader's language, with what stands in braces put in. */
function _(text, puts = {}) {
  return (WORDS[text] || text).replace(/\{(\w+)\}/g, (whole, name) => (name in puts ? String(puts[name]) : whole));
}

/** Returns an element: attributes, `on` for clicks, and children that are elements or text. */
function h(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") made.addEventListener("click", value);
    else if (name.startsWith("aria-") && value !== null) made.setAttribute(name, String(value));
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

document.documentElement.lang = language;
for (const part of document.querySelectorAll("[data-text]")) part.textContent = _(part.textContent.trim());
for (const part of document.querySelectorAll("[data-label]")) part.setAttribute("aria-label", _(part.getAttribute("aria-label")));
document.title = `${_(document.title.split(" · ")[0])} · Equal Footing`;
