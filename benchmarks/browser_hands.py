"""Hands for a script that drives several real browsers: `Hands.do` says to `page/hands.mjs` what each shall do."""

from __future__ import annotations

import asyncio
import json
import subprocess
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.page_in_browsers import HERE


class Hands:
    """Drives the browsers, each by the name of its device; `page/hands.mjs` says what they can do."""

    def __init__(self, node: asyncio.subprocess.Process, out: Path) -> None:
        self.node, self.out = node, out
        self.waiting: dict[int, asyncio.Future[Any]] = {}
        self.numbers = count()
        self.pictures = 0

    async def listen(self) -> None:
        """Gives each answer to whoever asked."""
        assert self.node.stdout is not None
        async for line in self.node.stdout:
            answer = json.loads(line)
            waiting = self.waiting.pop(answer["id"])
            if "error" in answer:
                waiting.set_exception(RuntimeError(answer["error"]))
            else:
                waiting.set_result(answer["value"])

    async def do(self, device: str, act: str, *given: Any) -> Any:
        """Returns what an act of a device gives. Raises RuntimeError where it cannot be done."""
        assert self.node.stdin is not None
        number = next(self.numbers)
        self.waiting[number] = answer = asyncio.get_running_loop().create_future()
        self.node.stdin.write(json.dumps({"id": number, "device": device, "act": act, "with": given}).encode() + b"\n")
        try:
            return await answer
        except RuntimeError as error:
            raise RuntimeError(f"{device}, {act} {given}: {error}") from None

    async def all(self, devices: Iterable[str], act: str, *given: Any) -> list[Any]:
        """Returns what an act gives for each of several devices, which do it beside each other."""
        return await asyncio.gather(*(self.do(one, act, *given) for one in devices))

    async def pictures_of(self, what: str, *devices: str) -> None:
        """Takes a picture of each device at this step."""
        self.pictures += 1
        names = [str(self.out / f"{self.pictures:02}-{what}-{one}.png") for one in devices]
        await asyncio.gather(*(self.do(one, "shot", name) for one, name in zip(devices, names, strict=True)))
        print(f"{self.pictures:02} {what}: {', '.join(devices)}", flush=True)


@asynccontextmanager
async def hands(out: Path) -> AsyncIterator[Hands]:
    """Gives the hands of all browsers, which are let go of at the end."""
    if not (HERE / "node_modules").exists():
        subprocess.run(["npm", "ci", "--ignore-scripts"], cwd=HERE, check=True)
    pipe = asyncio.subprocess.PIPE
    node = await asyncio.create_subprocess_exec(
        "node", str(HERE / "hands.mjs"), stdin=pipe, stdout=pipe, limit=2**24, start_new_session=True
    )
    made = Hands(node, out)
    listening = asyncio.create_task(made.listen())
    try:
        yield made
    finally:
        assert node.stdin is not None
        node.stdin.close()
        await node.wait()
        listening.cancel()
