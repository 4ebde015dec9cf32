"use strict";
const sets = [...document.querySelectorAll("fieldset")];
const key = "ratings-" + sets.map((set) => set.dataset.code).join("").slice(0, 120) + sets.length;
const rater = document.getElementById("rater");
const left = document.getElementById("left");
let saved = true;

function kept() {
  try { return JSON.parse(localStorage.getItem(key)) || {}; } catch { return {}; }
}

function rating(set) {
  const picked = set.querySelector("input:checked");
  return picked ? picked.value : "";
}

function count() {
  const open = sets.filter((set) => !rating(set)).length;
  left.textContent = open ? open + " of " + sets.length + " are still to be rated." : "Every row is rated.";
  return open;
}

function keep() {
  saved = false;
  const ratings = Object.fromEntries(sets.map((set) => [set.dataset.code, rating(set)]));
  try { localStorage.setItem(key, JSON.stringify({ rater: rater.value, ratings })); } catch { /* the file is the real copy */ }
  count();
}

function cell(text) {
  return '"' + text.replaceAll('"', '""') + '"';
}

function save() {
  const open = sets.find((set) => !rating(set));
  if (open) {
    count();
    open.scrollIntoView({ block: "center" });
    open.querySelector("input").focus();
    return;
  }
  const rows = sets.map((set) => [set.dataset.code, set.dataset.component, "", "", rating(set)].map(cell).join(","));
  const text = "\ufeffcode,component,moment,words,rating\r\n" + rows.join("\r\n") + "\r\n";
  const name = (rater.value.trim().replace(/[^\p{L}\p{N}]+/gu, "-") || "rater") + ".csv";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = name;
  link.click();
  saved = true;
  left.textContent = name + " is in your downloads. Give it back to whoever gave you the sheet.";
}

const before = kept();
rater.value = before.rater || "";
for (const set of sets) {
  const value = (before.ratings || {})[set.dataset.code];
  const input = value && set.querySelector('input[value="' + value + '"]');
  if (input) input.checked = true;
}
count();
document.addEventListener("change", keep);
document.getElementById("save").addEventListener("click", save);
addEventListener("beforeunload", (event) => { if (!saved) event.preventDefault(); });
