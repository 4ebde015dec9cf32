"""Makes the folder: the wheel in an environment of its own, PyInstaller over it, an archive with its checksum."""

from __future__ import annotations

import hashlib
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import game

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements" / "installer.lock"
NAME = "equal-footing"
WHOLE = ("game", "fontpkg_atkinson_hyperlegible", "fontpkg_lexend")  # packages with files that are no Python
LEFT_OUT = ("setuptools", "pkg_resources", "_distutils_hack")  # PyInstaller would import them at every start


def build(into: Path) -> Path:
    """Returns the folder with the game, made anew in `into`, beside an archive of it and the archive's SHA-256."""
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        python = _environment(work)
        start = work / f"{NAME}.py"
        shutil.copyfile(ROOT / "main.py", start)  # apart from the checkout, so that the wheel is what is packed
        options = [f"--collect-all={package}" for package in WHOLE]
        options += [f"--exclude-module={package}" for package in LEFT_OUT]
        if sys.platform == "win32":
            options.append("--hide-console=hide-early")  # one program for the window and the terminal
        places = [f"--distpath={into}", f"--workpath={work / 'work'}", f"--specpath={work}"]
        named = ["--noconfirm", "--onedir", f"--name={NAME}"]
        _run(python, "-m", "PyInstaller", *named, *options, *places, str(start), at=work)
    made = into / NAME
    shutil.copyfile(ROOT / "LICENSE", made / "LICENSE.txt")
    return made


def pack(made: Path) -> Path:
    """Returns an archive of the folder; beside it lies its SHA-256 in the form that `sha256sum -c` reads."""
    system = f"{platform.system()}-{platform.machine()}".lower()
    name = made.parent / f"{NAME}-{game.__version__}-{system}"
    kind = "gztar" if sys.platform.startswith("linux") else "zip"
    archive = Path(shutil.make_archive(str(name), kind, made.parent, made.name))
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_name(f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n", encoding="utf-8")
    return archive


def _environment(work: Path) -> str:
    """Returns the Python of a fresh environment that holds the locked packages and the game's wheel."""
    _run(sys.executable, "-m", "venv", str(work / "venv"))
    python = str(work / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))
    _run(python, "-m", "pip", "install", "-q", "--require-hashes", "-r", str(LOCK))
    _run(python, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(work / "wheel"), str(ROOT))
    (wheel,) = (work / "wheel").glob("*.whl")
    _run(python, "-m", "pip", "install", "-q", "--no-deps", str(wheel))
    return python


def _run(*words: str, at: Path = ROOT) -> None:
    """Runs a command in a folder; `python -m` finds what lies there before what is installed."""
    subprocess.run(words, check=True, cwd=at)
