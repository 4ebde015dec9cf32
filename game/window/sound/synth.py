"""Sound from arithmetic: noise, hums and blows as lists of numbers from −1 to 1, and how they are mixed and written."""

from __future__ import annotations

import io
import math
import struct
from collections.abc import Sequence
from random import Random

RATE = 11_025  # samples a second: rooms are low, and the files stay small
Wave = list[float]


def noise(rng: Random, seconds: float, low: float, high: float) -> Wave:
    """Returns noise between two frequencies (Hz) that goes on into its own beginning without a seam; loudest sample
    1."""
    raw = [rng.random() * 2 - 1 for _ in range(round(seconds * RATE))]
    return levelled(_around(_around(raw, high, keep_low=True), low, keep_low=False))


def _around(wave: Wave, hertz: float, *, keep_low: bool) -> Wave:
    """Returns a gentle filter that runs around the loop twice, so that its end meets its beginning."""
    share = 1 - math.exp(-2 * math.pi * hertz / RATE)
    held, out = 0.0, [0.0] * len(wave)
    for turn in range(2):
        for n, value in enumerate(wave):
            held += share * (value - held)
            if turn:
                out[n] = held if keep_low else value - held
    return out


def hum(seconds: float, *hertz: float) -> Wave:
    """Returns steady tones, each weaker than the one before; whole periods, so that they loop without a seam."""
    count = round(seconds * RATE)
    turns = [2 * math.pi * round(one * seconds) / count for one in hertz]
    return levelled([sum(math.sin(turn * n) / (k + 1) for k, turn in enumerate(turns)) for n in range(count)])


def swell(rng: Random, seconds: float, waves: int, floor: float) -> Wave:
    """Returns a slow rise and fall between `floor` and 1, at its own pace, looping."""
    count = round(seconds * RATE)
    parts = [(k, rng.random() * 2 * math.pi) for k in range(1, waves + 1)]
    shape = levelled([sum(math.sin(2 * math.pi * k * n / count + phase) for k, phase in parts) for n in range(count)])
    return [floor + (1 - floor) * (0.5 + 0.5 * value) for value in shape]


def blows(rng: Random, seconds: float, times: int, hertz: float, fade: float) -> Wave:
    """Returns a few soft blows (a cup, a drop, a ball) at odd moments, each dying away in about `fade` seconds."""
    count = round(seconds * RATE)
    out = [0.0] * count
    for _blow in range(times):
        start, pitch, strength = rng.randrange(count), hertz * (0.8 + 0.4 * rng.random()), 0.4 + 0.6 * rng.random()
        for n in range(round(4 * fade * RATE)):
            rise = min(1.0, n / (0.004 * RATE))
            value = rise * math.exp(-n / (fade * RATE)) * math.sin(2 * math.pi * pitch * n / RATE)
            out[(start + n) % count] += strength * value
    return levelled(out)


def times(one: Wave, other: Wave) -> Wave:
    """Returns one wave made louder and softer by another."""
    return [a * b for a, b in zip(one, other, strict=True)]


def mixed(*parts: tuple[float, Wave]) -> Wave:
    """Waves of one length laid over each other, each with its loudness."""
    return [
        sum(gain * value for (gain, _), value in zip(parts, row, strict=True))
        for row in zip(*(w for _, w in parts), strict=True)
    ]


def levelled(wave: Sequence[float], top: float = 1.0) -> Wave:
    """Returns the wave with its loudest sample at `top`."""
    most = max(map(abs, wave), default=0.0)
    return [value * top / most for value in wave] if most else list(wave)


def as_wav(wave: Sequence[float]) -> bytes:
    """Returns the wave as a WAV file with 8 bits a sample, spaced so that quiet sounds keep their detail (µ-law)."""
    data = bytes(_mu_law(round(max(-1.0, min(1.0, value)) * 32_000)) for value in wave)
    head = struct.pack("<HHIIHHH", 7, 1, RATE, RATE, 1, 8, 0)
    out = io.BytesIO()
    out.write(b"RIFF" + struct.pack("<I", 4 + 8 + len(head) + 8 + len(data) + len(data) % 2) + b"WAVE")
    out.write(b"fmt " + struct.pack("<I", len(head)) + head)
    out.write(b"data" + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2))
    return out.getvalue()


def _mu_law(sample: int) -> int:
    """Returns one sample (16 bits) as ITU-T G.711 has it in 8 bits."""
    sign, size = (0x80, -sample) if sample < 0 else (0, sample)
    size = min(size, 32_635) + 132
    step = max(0, size.bit_length() - 8)
    return ~(sign | step << 4 | size >> (step + 3) & 0x0F) & 0xFF
