// Tells the teacher how many devices have opened the page that says they reach this computer.
const reached = document.getElementById("reached");
document.getElementById("alone").hidden = !document.querySelector(".address").textContent.startsWith("127.");

async function look() {
  try {
    const { reached: n } = await (await fetch("/console/reached")).json();
    const words = n ? _("Devices that have reached this computer: {n}", { n }) : _("No phone has opened it yet.");
    if (reached.textContent !== words) reached.textContent = words;
  } catch {
    // the class was stopped: what was shown stays
  }
  setTimeout(look, 1000);
}

look();
