// Whether this phone reaches the laptop: that this page is here says so, and a line that is opened says the rest. It shows
// no token, so the laptop closes it with a number of its own; a network that lets no line through gives another.
const REFUSED = 4401;
const PATIENCE_MS = 10000;
const told = document.getElementById("told");
const socket = new WebSocket(`ws://${location.host}/phone`);
const late = setTimeout(() => socket.close(), PATIENCE_MS);
socket.onopen = () => socket.send(JSON.stringify({ token: "" }));
socket.onclose = (closed) => {
  clearTimeout(late);
  told.textContent =
    closed.code === REFUSED
      ? _("Choices get through as well. You can join the class.")
      : _("This page came, but choices do not get through. Turn off data saving and anything that goes between, or try another browser. Until then, vote with your hand.");
};
