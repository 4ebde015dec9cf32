"""What a face can do, as numbers: ten expressions, each a frozen set of lids, brows, mouth, gaze and lines.

"Near" is the half of the face on the left of the picture, turned to the light; "far" is the other half.
Distances are drawing units, downward positive; openness and intensities run from 0 to about 1.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Eye:
    """One eye: how far the upper lid is open, how far the lower is pushed up, how squeezed, how slanted by grief."""

    open: float = 0.86
    raised: float = 0.0
    squeezed: float = 0.0
    slant: float = 0.0


@dataclass(frozen=True, slots=True)
class Brow:
    """One brow: how far its inner end, middle and tail are moved down, and its inner end towards the nose."""

    inner: float = 0.0
    middle: float = 0.0
    tail: float = 0.0
    closer: float = 0.0


@dataclass(frozen=True, slots=True)
class Mouth:
    """The mouth: corners moved down, its width, how far open, how pressed, how much the teeth show."""

    near: float = 0.0
    far: float = 0.0
    middle: float = 0.0
    width: float = 1.0
    gap: float = 0.0
    pressed: float = 0.0
    teeth: float = 0.0
    skew: float = 0.0
    clenched: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """How strongly the lines of a face show: between the brows, on the forehead, by the eyes, by the mouth."""

    glabella: float = 0.0
    forehead: float = 0.0
    crow: float = 0.0
    smile: float = 0.0
    under: float = 0.0
    nose: float = 0.0
    chin: float = 0.0


@dataclass(frozen=True, slots=True)
class Expression:
    """A whole face. `turn` (degrees) and `nod` (units down) move the features within the still head."""

    near_eye: Eye = Eye()
    far_eye: Eye = Eye()
    gaze: tuple[float, float] = (0.0, 0.0)
    near_brow: Brow = Brow()
    far_brow: Brow = Brow()
    mouth: Mouth = field(default_factory=Mouth)
    lines: Lines = field(default_factory=Lines)
    turn: float = 0.0
    nod: float = 0.0
    blush: float = 1.0


EXPRESSIONS: dict[str, Expression] = {
    "neutral": Expression(mouth=Mouth(near=-0.5, far=-0.5)),
    "warm": Expression(
        near_eye=Eye(0.80, 0.32),
        far_eye=Eye(0.80, 0.32),
        near_brow=Brow(-3, -4, 0),
        far_brow=Brow(-3, -4, 0),
        mouth=Mouth(near=-9, far=-8, middle=2, width=1.12, pressed=0.15),
        lines=Lines(crow=0.35, smile=0.5, under=0.5),
        blush=1.25,
        nod=1,
    ),
    "bright": Expression(
        near_eye=Eye(0.74, 0.62),
        far_eye=Eye(0.74, 0.62),
        near_brow=Brow(-8, -11, -3),
        far_brow=Brow(-8, -11, -3),
        mouth=Mouth(near=-15, far=-14, middle=-3, width=1.30, gap=30, teeth=1.0),
        lines=Lines(crow=0.9, smile=1.0, under=0.8),
        blush=1.5,
        nod=-5,
    ),
    "amused": Expression(
        near_eye=Eye(0.84, 0.25),
        far_eye=Eye(0.62, 0.55),
        gaze=(3, 0),
        near_brow=Brow(-10, -19, -8),
        far_brow=Brow(3, 3, 2, 2),
        mouth=Mouth(near=-1, far=-17, middle=2, width=1.12, pressed=0.25, skew=7),
        lines=Lines(crow=0.4, smile=0.5, under=0.4, forehead=0.25),
        blush=1.2,
        turn=2,
        nod=1,
    ),
    "relieved": Expression(
        near_eye=Eye(0.0, 0.05, 0, 0.3),
        far_eye=Eye(0.0, 0.05, 0, 0.3),
        near_brow=Brow(-9, -5, 2, -2),
        far_brow=Brow(-9, -5, 2, -2),
        mouth=Mouth(near=-6, far=-5, middle=3, width=0.96, gap=9, teeth=0.25),
        lines=Lines(smile=0.3, under=0.2),
        blush=1.2,
        nod=-6,
    ),
    "worried": Expression(
        near_eye=Eye(1.02, 0.14, 0, 0.55),
        far_eye=Eye(1.02, 0.14, 0, 0.55),
        gaze=(1, 0),
        near_brow=Brow(-26, -6, 8, 6),
        far_brow=Brow(-26, -6, 8, 6),
        mouth=Mouth(near=6, far=7, middle=-1, width=0.9, pressed=0.1, gap=4),
        lines=Lines(glabella=0.8, forehead=0.8, chin=0.4),
        blush=0.7,
        nod=2,
    ),
    "hurt": Expression(
        near_eye=Eye(0.52, 0.08, 0, 1),
        far_eye=Eye(0.52, 0.08, 0, 1),
        gaze=(-4, 14),
        near_brow=Brow(-24, 0, 11, 5),
        far_brow=Brow(-24, 0, 11, 5),
        mouth=Mouth(near=7, far=6, middle=-2, width=0.88, pressed=0.3),
        lines=Lines(glabella=0.7, forehead=0.3, under=0.6, chin=0.8, smile=0.15),
        blush=1.0,
        turn=-4,
        nod=12,
    ),
    "guarded": Expression(
        near_eye=Eye(0.56, 0.24),
        far_eye=Eye(0.54, 0.24),
        gaze=(-14, 1),
        near_brow=Brow(7, 11, 4, 2),
        far_brow=Brow(7, 11, 4, 2),
        mouth=Mouth(near=4, far=4, middle=0, width=0.86, pressed=0.85),
        lines=Lines(glabella=0.35, chin=0.25),
        blush=0.5,
        turn=3,
        nod=3,
    ),
    "pained": Expression(
        near_eye=Eye(0.0, 1.0, 1.0),
        far_eye=Eye(0.14, 0.85, 0.8),
        gaze=(0, 2),
        near_brow=Brow(12, 12, 7, 9),
        far_brow=Brow(6, 7, 6, 9),
        mouth=Mouth(near=8, far=-3, middle=-4, width=1.14, gap=15, teeth=1.0, skew=-6, clenched=True),
        lines=Lines(glabella=1.0, crow=0.9, smile=0.8, under=1.0, nose=1.0),
        blush=1.5,
        turn=-3,
        nod=5,
    ),
    "thoughtful": Expression(
        near_eye=Eye(0.96, 0.05),
        far_eye=Eye(0.92, 0.1),
        gaze=(12, -9),
        near_brow=Brow(-3, -10, -6),
        far_brow=Brow(4, -1, 0, 4),
        mouth=Mouth(near=1, far=-3, middle=-2, width=0.82, pressed=0.5, skew=9),
        lines=Lines(forehead=0.35, glabella=0.3),
        blush=0.8,
        turn=4,
        nod=-5,
    ),
}
"""Every expression that a line of a scenario may name, in the order of the contact sheet."""
