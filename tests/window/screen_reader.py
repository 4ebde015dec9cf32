"""A screen reader of few words, for the system's own Python with gi: reads a window over AT-SPI, and acts on it.
Called with the window's name and the number of the program that opens it, whose end ends it too.

Each line of input is one wish: `["tree"]`, `["click", NAME]`, `["focus", NAME]`; a name may be given by its beginning.
Each line of output is the window afterwards, as JSON.
"""

import json
import sys
import time
import warnings

warnings.simplefilter("ignore")

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 600  # seconds, as in tests/support/patience.py, which this Python may not be able to read


def tries(what):
    """As many tries as there is patience for; says each minute what is waited for, and ends with the program."""
    for number in range(PATIENCE * 4):
        if not is_running(int(sys.argv[2])):
            raise SystemExit(f"{what}, and the game has ended")
        if number % 240 == 239:
            print(f"after {(number + 1) // 4} seconds: {what}, yet", file=sys.stderr, flush=True)
        yield number


def is_running(program):
    """True until the program of this number has ended."""
    try:
        with open(f"/proc/{program}/stat", encoding="utf-8") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def the_window(name):
    """The window whose name begins so, once it is there."""
    for _ in tries(f"no window {name} over AT-SPI"):
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(number)
            window = app.get_child_at_index(0) if app is not None and app.get_child_count() else None
            if window is not None and window.get_name().startswith(name):
                return window
        time.sleep(0.25)
    raise SystemExit(f"no window {name} over AT-SPI")


def everything(node):
    """The node and all that it holds, in reading order."""
    node.clear_cache()
    yield node
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            yield from everything(child)


def as_data(node):
    """One node: its role, its name, its words, how it stands and what can be done with it."""
    states = node.get_state_set()
    names = [
        state
        for state in ("FOCUSED", "CHECKED", "ENABLED", "MODAL")
        if states.contains(getattr(Atspi.StateType, state))
    ]
    return {"role": node.get_role_name(), "name": node.get_name(), "about": node.get_description(),
            "text": words(node), "states": names, "interfaces": list(node.get_interfaces())}  # fmt: skip


def words(node):
    """What stands in a node as running text; empty where it is no paragraph."""
    text = node.get_text_iface() if node.get_role_name() == "paragraph" else None
    try:
        return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""
    except GLib.Error:  # it is gone since
        return ""


def can_be_pressed(node):
    """Whether something can be done with a node now; while a page is being made there is nothing yet, and an item of a
    list only holds what can be pressed."""
    acts = "Action" in node.get_interfaces() and node.get_action_iface().get_n_actions() > 0
    return acts and node.get_role_name() != "list item"


def find(window, name):
    """The node whose name begins so, once it is there."""
    for _ in tries(f"nothing is called {name!r}"):
        try:
            for node in everything(window):
                if node.get_name().startswith(name) and can_be_pressed(node):
                    return node
        except GLib.Error:  # a part was gone before it was asked
            pass
        time.sleep(0.25)
    raise SystemExit(f"nothing is called {name!r}; there is {[node.get_name() for node in everything(window)]}")


def whole(window):
    """The window as data. It is asked part by part and may change meanwhile, so it counts when two readings agree."""
    before = None
    for _ in tries("the window never stood still"):
        try:
            now = [as_data(node) for node in everything(window)]
        except GLib.Error:  # a part was gone before it was asked
            time.sleep(0.25)
            continue
        if now == before:
            return now
        before = now
    raise SystemExit("the window never stood still")


def act(window, wish, name):
    """Does what a person with a screen reader would."""
    node = find(window, name)
    if wish == "click":
        node.get_action_iface().do_action(0)
    elif wish == "focus":
        node.get_component_iface().grab_focus()


def main(name):
    """Answers wishes until the input ends."""
    window = the_window(name)
    for line in sys.stdin:
        wish = json.loads(line)
        if wish[0] != "tree":
            act(window, *wish)
        print(json.dumps(whole(window)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
