// A phone while the class decides together: the options of a vote, its split once it is closed, and a reason to type. What
// the laptop has on disk counts; while it cannot be reached, the last answer waits here and is sent again.
const SHORTEST_MS = 500;
const LONGEST_MS = 8000;
const ANSWERED_MS = 10000; // a laptop that sleeps closes nothing: what it does not answer tells that it is away
const COMMITMENT = "room-commitment"; // stays on this device
const told = document.getElementById("told");
const place = document.getElementById("place");
let socket = null;
let pause = SHORTEST_MS;
let patience;
let shown = {};
let drawn = "";
let mine = { n: null, cast: false, option: null, reason: "" };
let waiting = null; // a ballot that the laptop has not answered yet
let note = "";

function kept(key) {
  try {
    return localStorage.getItem(key) || "";
  } catch {
    return "";
  }
}

function connect() {
  const line = new WebSocket(`ws://${location.host}/phone`);
  socket = line;
  expectAnswer(line);
  line.onopen = () => line.send(JSON.stringify({ token: kept("room-token"), together: true }));
  line.onmessage = (message) => {
    clearTimeout(patience);
    heard(JSON.parse(message.data));
  };
  line.onclose = (closed) => {
    if (closed.code === 4401) location.href = "/";
    else lost(line);
  };
}

/** Takes the line for lost, if no answer comes. */
function expectAnswer(line) {
  clearTimeout(patience);
  patience = setTimeout(() => lost(line), ANSWERED_MS);
}

function lost(line) {
  if (socket !== line) return;
  socket = null;
  clearTimeout(patience);
  line.onmessage = null;
  line.close();
  told.textContent = _("Your teacher's computer cannot be reached. This page tries again by itself.");
  setTimeout(connect, pause);
  pause = Math.min(2 * pause, LONGEST_MS);
}

function heard(said) {
  if (said.mine) {
    pause = SHORTEST_MS;
    mine = "n" in said.mine ? said.mine : { n: null, cast: false, option: null, reason: "" };
    if (waiting) send(waiting);
  }
  if (said.together) {
    shown = said.together;
    if (typeof shown.n === "number" && shown.n !== mine.n) mine = { n: shown.n, cast: false, option: null, reason: "" };
    if (shown.n !== waiting?.vote) waiting = null;
    note = "";
    draw();
  } else if ("ballot" in said) {
    waiting = null;
    if (said.ballot === "kept") mine = { ...mine, n: said.vote, cast: true, option: said.option };
    note = said.ballot === "kept" ? _("Kept. You can change it until the vote is closed.") : refused(said.ballot);
    draw();
  } else if ("reason" in said) {
    note = said.reason === "kept" ? _("Kept. The class sees it only if your teacher lets it through.") : refused(said.reason);
    draw();
  } else if ("failed" in said) {
    waiting = null;
    note = _("Your teacher's computer cannot keep it just now. Try again.");
    draw();
  } else if ("taken_back" in said) {
    mine = { n: null, cast: false, option: null, reason: "" };
    document.getElementById("gone").textContent = _("It is gone from your teacher's computer.");
    draw();
  }
}

function refused(why) {
  return why === "many" ? _("That was changed too often. What you chose last is kept.") : _("The vote is closed.");
}

function send(what) {
  if (socket?.readyState === WebSocket.OPEN) {
    expectAnswer(socket);
    socket.send(JSON.stringify(what));
  } else note = _("Your teacher's computer cannot be reached. This page tries again by itself.");
}

function vote(option) {
  note = ""; // what stood there was of the answer before
  waiting = { vote: shown.n, option };
  mine = { ...mine, n: shown.n, cast: true, option };
  send(waiting);
  draw();
}

/** Draws the page anew; the focus stays on what it was on. */
function draw() {
  const news = status();
  if (told.textContent !== news) told.textContent = news;
  const now = JSON.stringify([shown, mine, note]);
  if (now === drawn) return;
  drawn = now;
  const typed = document.getElementById("reason")?.value;
  const focused = document.activeElement?.id;
  place.replaceChildren(...page());
  const field = document.getElementById("reason");
  if (field && typed !== undefined) field.value = typed;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function status() {
  if (shown.stage === "open") return _("A vote is open: {n} answers.", { n: shown.options.filter((one) => !one.locked).length });
  if (shown.stage === "closed" && shown.screen !== "options") return _("The vote is closed.");
  return _("Look at the big screen.");
}

function page() {
  if (shown.screen === "notes") {
    const notes = shown.notes.length ? [h("h2", {}, _("Good to know before")), ...shown.notes.map((one) => h("p", {}, one))] : [];
    return [h("h1", {}, shown.title), ...notes, h("p", {}, _("You need not vote, and need not look. Nobody sees it."))];
  }
  if (shown.screen === "ending") return [h("h1", {}, shown.title), h("p", {}, shown.text)];
  if (shown.screen === "commit") return commitment();
  if (shown.options && shown.stage === "waiting") return [h("h1", {}, shown.title), ...said(), ...asked()];
  // the answers first: in large letters they would stand screens below
  if (shown.options) return [h("h1", {}, shown.title), ...asked(), h("h2", {}, _("What was said before")), ...said()];
  return [h("h1", {}, _("Together")), h("p", {}, _("When a vote opens, the answers stand here."))];
}

function said() {
  return shown.heard.map(([who, text]) => h("p", { class: "heard" }, who ? h("b", {}, `${who}: `) : null, text));
}

function asked() {
  if (shown.stage === "waiting") return [h("p", {}, _("The vote is not open yet."))];
  if (shown.stage === "closed") return [...split(shown), ...reasons(), reason()];
  const options = shown.options.map((one) => choice(one.id, one.letter, one.words, one.locked));
  options.push(choice(null, "–", _("I would rather not say."), ""));
  return [h("ul", { class: "options" }, options), h("p", { id: "note", role: "status" }, note), reason()];
}

function choice(id, letter, words, locked) {
  const pressed = mine.cast && mine.option === id;
  const on = () => locked || vote(id);
  const button = h(
    "button",
    { id: `option-${id}`, class: "option", "aria-pressed": pressed, "aria-disabled": Boolean(locked), on },
    h("b", {}, letter),
    h("span", {}, words, locked ? h("small", {}, ` ${locked}`) : null),
    h("span", { class: "mark", "aria-hidden": "true" }, pressed ? "✓" : ""),
  );
  return h("li", {}, button);
}

/** Returns the split as a list: below five votes the leading answer alone. */
function split(one) {
  const { leading, counts, votes, fewest } = one.split;
  const rows = one.options.filter((option) => !option.locked && (counts || leading.includes(option.letter)));
  const told = counts
    ? _("{n} votes", { n: votes })
    : leading.length
      ? _("Fewer than {n} votes: only the leading answer is named.", { n: fewest })
      : _("Nobody voted.");
  const row = (option) =>
    h(
      "li",
      {},
      h("b", {}, option.letter),
      h("span", {}, option.words),
      counts ? h("strong", {}, String(counts[option.id])) : null,
      one.before[option.id] ? h("small", {}, _("before: {count}", { count: one.before[option.id] })) : null,
    );
  return [h("p", {}, told), h("ul", { class: "split" }, rows.map(row))];
}

function reasons() {
  if (!shown.reasons.length) return [];
  return [h("h2", {}, _("Reasons")), h("ul", {}, shown.reasons.map((text) => h("li", {}, text)))];
}

function reason() {
  const field = h("textarea", { id: "reason", maxlength: shown.longest, rows: 3 });
  field.value = mine.reason || "";
  const on = () => {
    mine.reason = field.value;
    send({ vote: shown.n, reason: field.value });
  };
  return h(
    "section",
    { class: "panel" },
    h("label", { for: "reason" }, _("Why? If you like, in one sentence.")),
    field,
    h("p", { class: "quiet" }, _("Without a name. The class sees it only if your teacher lets it through.")),
    h("button", { id: "send", on }, _("Send")),
    shown.stage === "closed" ? h("p", { id: "note", role: "status" }, note) : null,
  );
}

function commitment() {
  const field = h("textarea", { id: "commitment", maxlength: 500, rows: 4 });
  field.value = kept(COMMITMENT);
  field.addEventListener("input", () => {
    try {
      localStorage.setItem(COMMITMENT, field.value);
    } catch {
      // a device that keeps nothing shows it until the page is closed
    }
  });
  return [
    h("h1", {}, _("What will you do?")),
    h("label", { for: "commitment" }, _("The next time someone I know…, I will…")),
    field,
    h("p", { class: "quiet" }, _("This stays on your phone. It is sent to nobody, and nobody else sees it.")),
  ];
}

document.getElementById("back").addEventListener("click", () => send({ take_back: "votes" }));
if (kept("room-token")) connect();
else location.href = "/";
