// The big screen: how to join, then the one conversation a piece at a time, its options, and a split once a vote is closed.
const EACH_MS = 250;
const stage = document.getElementById("stage");
const told = document.getElementById("told");
let drawn = "";

async function look() {
  try {
    const answer = await fetch("/console/screen");
    if (answer.ok) draw(await answer.text());
  } catch {
    // the server is away for a moment: what was shown stays
  }
  setTimeout(look, EACH_MS);
}

function draw(text) {
  if (text === drawn) return;
  drawn = text;
  const now = JSON.parse(text);
  const joining = now.screen === "join";
  document.getElementById("join").hidden = !joining;
  document.getElementById("late").hidden = joining;
  stage.hidden = joining;
  fit();
  stage.dataset.screen = now.screen;
  stage.replaceChildren(...page(now));
  const heard = document.getElementById("heard"); // gives way where the options need the room
  if (heard && stage.scrollHeight > stage.clientHeight) heard.hidden = true;
  stage.classList.toggle("tight", false); // a split whose options do not fit tells the beginning of each: all have seen them
  stage.classList.toggle("tight", now.screen === "split" && stage.scrollHeight > stage.clientHeight);
  told.textContent = now.stage === "open" ? _("A vote is open.") : now.stage === "closed" ? _("The vote is closed.") : "";
}

/** Shows what to know before under how to join; where it does not all fit, says where else it stands. */
function fit() {
  const notes = document.getElementById("notes");
  notes.hidden = false;
  const over = document.documentElement.scrollHeight > innerHeight;
  notes.hidden = over;
  document.getElementById("elsewhere").hidden = !over;
}

function page(now) {
  if (now.screen === "notes") {
    const notes = now.notes.length ? [h("p", {}, h("b", {}, _("Good to know before"))), ...now.notes.map((one) => h("p", {}, one))] : [];
    return [h("h1", {}, now.title), ...notes, h("p", {}, _("You need not vote, and need not look. Nobody sees it."))];
  }
  if (now.screen === "lines") return now.lines.map(line);
  if (now.screen === "ending") return [h("h1", {}, now.title), h("p", {}, now.text), now.outcome ? h("p", {}, now.outcome) : null].filter(Boolean);
  if (now.screen === "commit") return [h("h1", {}, _("What will you do?")), h("p", {}, _("The next time someone I know…, I will…")), h("p", {}, _("Type it on your phone, or write it on paper. Nobody else sees it."))];
  if (now.screen === "reasons") return [h("h1", {}, _("Reasons")), h("ul", { class: "reasons" }, now.reasons.map((text) => h("li", {}, text)))];
  if (!now.options) return [];
  if (now.split && now.screen === "split") return split(now);
  const open = now.stage === "open" ? h("p", { class: "open" }, _("Vote now on your phone.")) : null;
  const options = now.options.map((one) => h("li", { class: one.locked ? "locked" : null }, h("b", {}, one.letter), h("span", {}, one.words, one.locked ? h("em", {}, ` ${one.locked}`) : null)));
  return [h("div", { id: "heard" }, now.heard.slice(-1).map(line)), open, h("ol", { class: "answers" }, options)].filter(Boolean);
}

function line([who, text]) {
  return h("p", { class: "line" }, who ? h("b", {}, `${who}: `) : null, text);
}

/** Returns the split: a number and a bar for each answer; below five votes the leading answer alone. */
function split(now) {
  const { leading, counts, votes, fewest } = now.split;
  const title = counts
    ? _("{n} votes", { n: votes })
    : leading.length
      ? _("Fewer than {n} votes: only the leading answer is named.", { n: fewest })
      : _("Nobody voted.");
  const rows = now.options
    .filter((option) => !option.locked && (counts || leading.includes(option.letter)))
    .map((option) => {
      const bar = h("i", { "aria-hidden": "true" });
      if (counts) bar.style.backgroundSize = `${votes ? (100 * counts[option.id]) / votes : 0}% 100%`;
      const before = now.before[option.id];
      return h(
        "li",
        {},
        h("b", {}, option.letter),
        h("span", {}, option.words),
        h("strong", {}, counts ? String(counts[option.id]) : "", before ? h("small", {}, before) : null),
        counts ? bar : null,
      );
    });
  const beside = Object.keys(now.before).length ? h("small", {}, ` ${_("Below each number: before.")}`) : null;
  return [h("h1", {}, title, beside), h("ol", { class: "answers" }, rows)];
}

addEventListener("resize", fit);
look();
