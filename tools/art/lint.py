"""What nanosvg would drop without a word: each finding says what was written, and what to write in its place."""

import re
from functools import lru_cache

_SILENT: tuple[tuple[str, str], ...] = (
    (r"<text\b", "text is not drawn: set type in pygame"),
    (r"<tspan\b", "text is not drawn: set type in pygame"),
    (r"<use\b", "use is not drawn: write the shape again"),
    (r"<symbol\b", "symbol is not drawn: write the shape again"),
    (r"<image\b", "image is not drawn: blit it in pygame"),
    (r"<foreignObject\b", "foreignObject is not drawn"),
    (r"<style\b", "style sheets are only half understood: use attributes"),
    (r"<clipPath\b|\bclip-path\b", "clipPath clips nothing: use Layer.inside"),
    (r"<mask\b|\bmask=", "mask hides nothing: use Layer.inside"),
    (r"<filter\b|\bfilter=", "filter changes nothing: use Layer.blur"),
    (r"<pattern\b", "pattern is not drawn: repeat the shape"),
    (r"<marker\b|\bmarker-", "markers are not drawn"),
    (r"\brgba\(", "rgba() becomes another colour: use #rrggbb and an opacity"),
    (r"\bhsla?\(", "hsl() becomes another colour: use #rrggbb"),
    (r"\bcurrentColor\b", "currentColor becomes another colour: use #rrggbb"),
    (r"#[0-9a-fA-F]{8}\b", "#rrggbbaa becomes another colour: use #rrggbb and an opacity"),
    (r"#[0-9a-fA-F]{4}\b", "#rgba becomes another colour: use #rrggbb and an opacity"),
    (r"\bmix-blend-mode\b", "blend modes change nothing"),
)
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_NAMED = re.compile(r'\bid="([^"]+)"')
_DATA = re.compile(r' d="([^"]*)"')
_NO_NUMBER = re.compile(r"(?:[MLCZ ]|=\")-?(?:nan|inf)\b")


def findings(body: str) -> list[str]:
    """Returns what is wrong with one body of SVG, one sentence each; empty when all of it will be drawn."""
    written = _DATA.sub("", body)  # nearly all of a body is the data of its paths: it is read for numbers alone
    found = [*_in_markup(written)]
    if ("nan" in body or "inf" in body) and (match := _NO_NUMBER.search(body)):
        found.append(f"{match[0]}: a coordinate is not a number")
    data = "".join(_DATA.findall(body))
    if "e" in data or "E" in data:  # no command of a path is called so
        found.append("a coordinate is written with an exponent, which `moved` would tear apart")
    return found


@lru_cache(maxsize=64)  # a face has the same markup with every expression
def _in_markup(written: str) -> tuple[str, ...]:
    """Returns what is wrong beside the data of paths."""
    found = [f"{match[0]}: {why}" for pattern, why in _SILENT if (match := re.search(pattern, written))]
    defined = set(_NAMED.findall(written))
    found += [
        f"url(#{name}): no gradient of that name here" for name in _REFERENCE.findall(written) if name not in defined
    ]
    return tuple(found)
