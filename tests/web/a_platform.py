"""A learning platform for SCORM packages, to try one by hand: `python -m tests.web.a_platform PACKAGE.zip`.

It is the run-time scorm-again from npm with a desk around it: *Launch*, *Close*, *Forget*, and what the platform
was told. What a package left is kept in the browser, so that the next launch takes it up.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import webbrowser
import zipfile
from pathlib import Path
from threading import Event

from tests.support.npm import fetched
from tests.support.serving import serving

RUN_TIME = "scorm-again@3.4.3"
PLATFORM = """<!doctype html><title>A course</title>
<script src="scorm-again.min.js"></script>
<script>
  const two = location.search.includes("2004");
  const api = new (two ? Scorm2004API : Scorm12API)({ autocommit: false, logLevel: 5 });
  window[two ? "API_1484_11" : "API"] = api;
  const kept = decodeURIComponent(location.hash.slice(1));
  if (kept) api.loadFromJSON(JSON.parse(kept).cmi, "cmi");
  else api.cmi.core ? (api.cmi.core.student_id = "7", api.cmi.core.student_name = "Lovelace, Ada")
    : (api.cmi.learner_id = "7", api.cmi.learner_name = "Lovelace, Ada");
  window.faults = [];
  for (const [name, refused] of [["SetValue", "false"], ["LMSSetValue", "false"]]) {
    const usual = api[name];
    if (!usual) continue;
    const wrapped = (key, value) => {
      const answer = usual.call(api, key, value);
      if (String(answer) === refused) faults.push([key, value, api.lmsGetLastError?.() ?? api.LMSGetLastError?.()]);
      return answer;
    };
    api[name] = wrapped;
  }
</script>
<body style="margin:0"><iframe style="border:0;width:100vw;height:100vh"></iframe>
"""
DESK = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A learning platform</title>
<style>
  body { font: 1rem/1.5 sans-serif; margin: 0; display: grid; grid-template: auto 1fr / 1fr 24rem; height: 100vh }
  nav { grid-column: 1 / 3; display: flex; gap: 1rem; padding: 0.5rem; align-items: center }
  button { font: inherit; padding: 0.5rem 1rem }
  iframe { border: 0; width: 100%; height: 100% }
  pre { margin: 0; padding: 0.5rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere }
</style>
<nav><button id="launch">Launch</button><button id="close">Close</button><button id="forget">Forget</button>
<output id="state"></output></nav><main></main><pre id="told"></pre>
<script>
  const version = "VERSION", name = "PACKAGE", main = document.querySelector("main");
  const find = (id) => document.getElementById(id);
  const kept = () => localStorage.getItem(name) ?? "";
  const show = () => {
    const cmi = kept() ? JSON.parse(kept()).cmi : null;
    const core = cmi?.core ?? cmi;
    find("state").textContent = cmi ? (core.lesson_status ?? core.completion_status) : "not launched yet";
    find("told").textContent = cmi ? JSON.stringify(cmi, null, 1) : "";
  };
  find("launch").onclick = () => {
    const frame = document.createElement("iframe");
    frame.src = `platform.html?${version}#${encodeURIComponent(kept())}`;
    frame.onload = () => (frame.contentDocument.querySelector("iframe").src = "package/index.html");
    main.replaceChildren(frame);
    find("state").textContent = "launched";
  };
  find("close").onclick = () => {
    const { contentWindow, contentDocument } = main.querySelector("iframe");
    contentDocument.querySelector("iframe").remove();
    localStorage.setItem(name, (contentWindow.API ?? contentWindow.API_1484_11).renderCMIToJSONString());
    const { faults } = contentWindow;
    main.replaceChildren();
    show();
    if (faults.length) find("told").prepend(`Refused: ${JSON.stringify(faults)}\\n`);
  };
  find("forget").onclick = () => (localStorage.removeItem(name), main.replaceChildren(), show());
  show();
</script></html>
"""


def edition(folder: Path) -> str:
    """Returns the version that the manifest of an unpacked package names: `1.2` or `2004`."""
    manifest = (folder / "imsmanifest.xml").read_text(encoding="utf-8")
    return "1.2" if "<schemaversion>1.2<" in manifest else "2004"


def set_up(folder: Path, package: Path) -> None:
    """Makes a folder with a platform and a desk for this package, to be served."""
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder / "package")
    with_run_time(folder)
    desk = DESK.replace("VERSION", edition(folder / "package")).replace("PACKAGE", package.stem)
    (folder / "index.html").write_text(desk, encoding="utf-8")


def with_run_time(folder: Path) -> None:
    """Puts the platform's page and the run-time into a folder."""
    shutil.copyfile(fetched(folder, RUN_TIME) / "dist/scorm-again.min.js", folder / "scorm-again.min.js")
    (folder / "platform.html").write_text(PLATFORM, encoding="utf-8")


def main() -> None:
    """Serves a package until it is stopped with Ctrl+C."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path, help="what `export scorm` made")
    parser.add_argument("--no-browser", action="store_true", help="only say where it is")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        set_up(Path(place), asked.package)
        with serving(Path(place)) as address:
            print(f"{address}/ (Ctrl+C stops it)", flush=True)
            if not asked.no_browser:
                webbrowser.open(address)
            try:
                Event().wait()
            except KeyboardInterrupt:
                return


if __name__ == "__main__":
    main()
