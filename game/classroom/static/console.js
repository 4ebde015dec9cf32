// The teacher's page: numbers, asked for each second, and what the teacher does. The secret stands in this address's
// fragment, which is sent to nobody.
const secret = location.hash.slice(1) || sessionStorage.getItem("console") || "";
sessionStorage.setItem("console", secret);
const GONE = "The class server does not answer. Its window may be closed; start it again with the same folder.";
const told = document.getElementById("told");
const drawn = {}; // what each part shows, so that it is drawn anew only when that changes
let together = {};

async function ask(path, what) {
  let now = null;
  try {
    const answer = await fetch(path, { method: "POST", headers: { "X-Console": secret }, body: JSON.stringify(what) });
    if (!answer.ok) throw new Error(String(answer.status));
    now = await answer.json();
  } catch {
    told.textContent = _(GONE);
    return;
  }
  together = now.together;
  const news = now.why || together.trouble || "";
  if (path !== "/console/state" || told.textContent === _(GONE)) told.textContent = news;
  for (const name of ["here", "joined", "begun", "finished"]) document.getElementById(name).textContent = now[name];
  for (const button of document.querySelectorAll("[data-stage]")) {
    button.setAttribute("aria-pressed", String(button.dataset.stage === now.stage));
  }
  document.getElementById("command").textContent = now.command;
  part("where", now.where, where(now.where));
  draw();
}

const state = (what) => ask("/console/state", what);
const act = (name, more = {}) => ask("/console/act", { act: name, step: together.step, ...more });

/** Does something whose next step stands in the part for the class together, and brings that into sight. */
async function show(name, more) {
  await act(name, more);
  document.getElementById("together").scrollIntoView({ block: "nearest" });
}

/** Draws a part of the page, if what it shows has changed; the focus goes where it was. */
function part(id, data, ...children) {
  const text = JSON.stringify(data);
  if (drawn[id] === text) return;
  drawn[id] = text;
  const place = document.getElementById(id);
  const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
  place.replaceChildren(...children.flat().filter(Boolean));
  if (focused) (document.getElementById(focused) || place.querySelector("button"))?.focus({ preventScroll: true });
}

const button = (id, words, on, kind = "") => h("button", { id, class: kind, on }, words);

function draw() {
  const { screen, stage, step } = together;
  const voted = document.getElementById("voted");
  const count = stage && stage !== "waiting" ? (stage === "open" ? _("Votes so far: {n}", { n: together.voted }) : _("Votes: {n}", { n: together.voted })) : "";
  if (voted.textContent !== count) voted.textContent = count;
  part("steps", [screen, stage, step, together.playing, together.pages, together.page, together.lines, together.held], steps());
  part("options", [screen, stage, together.options, together.split, together.hands, together.follows], options());
  part("reasons", [screen, stage, together.held], reasons());
  part("turns", [together.turns, stage, step], turns());
  part("forks", [together.forks, stage], forks());
  document.getElementById("more").hidden = !together.playing && !stage; // where nothing is played the ways to begin stand above
}

/** Returns how many are at which moment of what they play alone. */
function where(rows) {
  const row = ([conversation, moment, number]) => h("li", {}, h("span", {}, h("b", {}, conversation), ` ${moment}`), h("strong", {}, String(number)));
  return rows.length ? [h("h3", {}, _("Where they are")), h("ul", { class: "choices" }, rows.map(row))] : [];
}

/** Returns a way to begin each conversation; they may stand at two places, `where`. */
function begin(where) {
  return together.scenarios.map(([id, title]) => button(`${where}-${id}`, _("Begin: {title}", { title }), () => show("begin", { scenario: id })));
}

function steps() {
  const { screen, stage } = together;
  const next = button("next", _("Next"), () => act("next"), "main");
  const again = button("read", _("Read this moment again"), () => act("read"));
  const join = button("join", _("Show how to join"), () => act("show", { screen: "join" }));
  if (!together.playing && !stage) return [...begin("begin"), screen === "join" ? null : join];
  if (stage === "open") return [button("close", _("Close the vote"), () => act("close"), "main")];
  if (screen === "notes") return [line(_("On the screen: what it is about, and what to know before.")), next, join];
  if (screen === "lines") {
    const where = _("On the screen: lines, {page} of {pages}.", { page: together.page, pages: together.pages });
    return [line(where), ...together.lines.map(([who, text]) => line(who ? `${who}: ${text}` : text)), next, again, join];
  }
  if (stage === "waiting") return [line(_("On the screen: the options.")), button("open", _("Open the vote"), () => act("open"), "main"), again, join];
  if (stage === "closed") {
    const other = screen === "split" ? ["reasons", _("Show the reasons")] : ["split", _("Show the split")];
    const some = screen !== "split" || together.held.some((one) => one.through); // an empty screen tells nothing
    return [
      some ? button("other", other[1], () => act("show", { screen: other[0] }), "main") : null,
      button("open", _("Vote again"), () => act("open")),
      together.playing ? again : null,
    ];
  }
  if (screen === "commit") return [line(_("On the screen: each is asked for a commitment.")), together.playing ? again : null];
  if (screen === "ending") return [line(_("The conversation has come to its end: {title}", { title: together.title }))];
  return [again];
}

const line = (text) => h("p", {}, text);

function options() {
  const { stage, split, hands, follows } = together;
  if (!together.options) return [];
  const row = (one) => {
    const field = h("input", { id: `hands-${one.id}`, type: "number", min: 0, max: 999, inputmode: "numeric", value: hands[one.id] || "", "aria-label": _("Raised hands for {letter}", { letter: one.letter }) });
    field.addEventListener("change", count);
    const counted = split ? (split.counts ? split.counts[one.id] : split.leading.includes(one.letter) ? _("leads") : "") : "";
    return h(
      "li",
      {},
      h("b", {}, one.letter),
      h("span", {}, one.words, one.locked ? h("small", {}, ` ${one.locked}`) : null),
      h("strong", {}, String(counted ?? "")),
      stage !== "waiting" && !one.locked ? field : null,
      follows && stage !== "open" && !one.locked
        ? button(`follow-${one.id}`, _("Go on with {letter}", { letter: one.letter }), () => act("follow", { option: one.id }))
        : null,
    );
  };
  const about = stage === "waiting" ? _("You can also go on with one without a vote.") : _("Beside each option you can type how many hands were raised; they count as votes.");
  return [h("ul", { class: "choices" }, together.options.map(row)), h("p", { class: "quiet" }, about)];
}

function count() {
  const counts = {};
  for (const one of together.options) {
    const n = Number(document.getElementById(`hands-${one.id}`)?.value || 0);
    if (Number.isInteger(n) && n > 0) counts[one.id] = n;
  }
  act("hands", { counts });
}

function reasons() {
  const { held, stage } = together;
  if (!stage || !held.length) return [];
  const row = (one) =>
    h(
      "li",
      {},
      h("span", {}, one.text),
      button(`let-${one.number}`, one.through ? _("Hold back") : _("Let through"), () => act("let", { number: one.number, through: !one.through })),
    );
  return [h("h3", {}, _("Reasons, held back until you let them through")), h("ul", { class: "choices" }, held.map(row))];
}

function turns() {
  const row = ([number, title, words]) =>
    h("li", {}, h("span", {}, `${title}: ${words}`), button(`back-${number}`, _("Go back here"), () => act("back", { turn: number })));
  return [h("ul", { class: "choices" }, together.turns.map(row)), ...begin("another"), button("show-join", _("Show how to join"), () => act("show", { screen: "join" }))];
}

function forks() {
  const row = ([title, why], number) =>
    h("li", {}, h("span", {}, `${title}. ${why}`), button(`fork-${number}`, _("Vote on this"), () => show("fork", { number })));
  return together.forks.length ? [h("ul", { class: "choices" }, together.forks.map(row))] : [];
}

for (const one of document.querySelectorAll("[data-stage]")) one.addEventListener("click", () => state({ stage: one.dataset.stage }));
document.getElementById("find").addEventListener("click", () => ask("/console/forks", { language }));
document.getElementById("commit").addEventListener("click", () => act("show", { screen: "commit" }));
const made = document.getElementById("made");
document.getElementById("make").addEventListener("click", async () => {
  made.textContent = _("One moment: every play is scored anew.");
  try {
    const asked = { method: "POST", headers: { "X-Console": secret }, body: JSON.stringify({ language }) };
    const answer = await fetch("/console/debrief", asked);
    const found = await answer.json();
    const link = ([path, address]) => h("a", { href: address, target: "_blank" }, path);
    if (answer.ok) made.replaceChildren(_("Made. Open:"), ...found.made.flatMap((one) => [" ", link(one)]));
    else made.textContent = found.why;
  } catch {
    made.textContent = _(GONE);
  }
});
state({});
setInterval(() => state({}), 1000);
