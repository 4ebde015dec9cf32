// The way in: the code is asked for once, the token that answers it stays on this device, and the conversations are listed.
const REFUSED = {
  code: _("That code is not the one on the screen. Look at it again."),
  wait: _("Too many wrong codes were typed. Wait a minute and try again."),
};
const titles = JSON.parse(document.getElementById("titles")?.textContent || "{}");
const told = document.getElementById("told");

function inside(scenarios) {
  const list = document.getElementById("list");
  list.replaceChildren();
  for (const id of scenarios) {
    const link = document.createElement("a");
    link.className = "button";
    link.href = `/play/${id}`;
    link.textContent = titles[id] || id;
    list.append(link);
  }
  document.getElementById("form").hidden = true;
  document.getElementById("inside").hidden = false;
  document.querySelector("#inside h2").tabIndex = -1;
  document.querySelector("#inside h2").focus();
}

document.getElementById("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  told.textContent = "";
  try {
    const answer = await fetch("/join", { method: "POST", body: JSON.stringify({ code: document.getElementById("code").value }) });
    const found = await answer.json();
    if (!answer.ok) {
      told.textContent = REFUSED[found.why] || REFUSED.code;
      return;
    }
    localStorage.setItem("room-token", found.token);
    localStorage.setItem("room-scenarios", JSON.stringify(found.scenarios));
    if (found.together) location.href = "/together.html";
    else if (found.scenarios.length === 1) location.href = `/play/${found.scenarios[0]}`;
    else inside(found.scenarios);
  } catch {
    told.textContent = _("Your teacher's computer cannot be reached. Check the network and try again.");
  }
});

try {
  const before = JSON.parse(localStorage.getItem("room-scenarios") || "[]");
  if (localStorage.getItem("room-token") && before.length) inside(before);
} catch {
  // a device that keeps nothing asks for the code each time
}
