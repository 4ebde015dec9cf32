"""Stories that several tests tell."""

from __future__ import annotations

from game.testing import HEADER, SMALL

LOOP = """
nodes:
  first:
    place: cafe
    frame: social
    options:
      - {id: round, say: "Round.", goto: first}
      - {id: out, say: "Out.", goto: over}
  over: {place: cafe, frame: social, ending: {kind: good, title: Over, text: It is over.}}
"""


VARIED = SMALL.replace("start: the-text", "varies: {buzzes: [buzzes, hums, lights up]}\nstart: the-text").replace(
    "Your phone buzzes", "Your phone {buzzes}"
)


GUARDED = "- dana (guarded): Ha. Right."


DOG = "        say: Anyway, how is the dog?"


VAGUE = SMALL[SMALL.index("  vague:\n") : SMALL.index("discussion:")]


SLIPS = [
    # text that YAML reads as something else
    ("a colon in narration", "- Saturday, 9:14. Your", "- On the phone it says: your", "20:9", "double quotes"),
    ("a colon in speech", "(bright): Would", "(bright): One thing: would", "21:24", "double quotes"),
    ("an open quote", 'is a fair question. Shall we talk about how it would work?"', "is fair.", "41:30", 'is fair."'),
    ("an open quote far above the trouble", 'it would work?"', "it would work?", "41:80", 'it would work?"'),
    ("an apostrophe first", "say: Anyway, how is the dog?", "say: 'Tis nothing, how's the dog?", "65:14", "\"'Tis"),
    ("brackets around a direction", "Ha. Right.", "[silence] Right.", "39:29", '"[silence] Right."'),
    ("stars around a direction", GUARDED, "- *She sighs.*", "39:13", '"*She sighs.*"'),
    ("an exclamation mark first", "Ha. Right.", "!Ha", "39:29", "double quotes"),
    ("an ampersand first", "Ha. Right.", "&Ha", "39:29", "double quotes"),
    ("a greater-than first", "Ha. Right.", "> Ha", "39:29", '"> Ha"'),
    ("a percent sign first", "Ha. Right.", "%Ha", "39:29", '"%Ha"'),
    ("a hash first", "Ha. Right.", "#Ha", "39:29", "double quotes"),
    ("a hash within", "how is the dog?", "is she my #1 dog?", "65:32", "double quotes"),
    # dashes and spaces
    ("a dash without its space", GUARDED, "-dana (guarded): Ha.", "39:11", "space after it"),
    ("a colon without its space", "place: phone", "place:phone", "17:11", "place: phone"),
    ("a speaker's colon without its space", "(guarded): Ha", "(guarded):Ha", "39:13", "needs a space"),
    ("a lost dash, text aligned", "      - dana (bright): W", "        dana (bright): W", "21:7", "- dana (bright)"),
    ("a lost dash, line pulled left", "      - dana (bright): W", "      dana (bright): W", "21:7", "- dana (bright)"),
    ("a lost dash before narration", "      - Saturday", "      Saturday", "20:7", "- Saturday"),
    ("a lost dash before an option", "      - id: laugh", "        id: laugh", "33:9", "- id: …"),
    ("a lost dash before an option pulled left", "      - id: laugh", "      id: laugh", "33:7", "- id: laugh"),
    ("a lost dash before the first option", "      - id: name-it", "        id: name-it", "24:7", "- id: name-it"),
    ("two speakers in one item", "      - dana (thinks)", "        dana (thinks)", "22:9", "dash is missing"),
    ("a line too far right", "        opens: b", "         opens: b", "37:9", "after 8 spaces: opens"),
    ("a line too far left", "        opens: b", "       opens: b", "37:8", "after 8 spaces: opens"),
    ("a line under the dash", "        opens: b", "      opens: b", "37:7", "after 8 spaces: opens"),
    ("a line under the reply", "        feedback: The", "          feedback: The", "40:9", "after 8 spaces: feedback"),
    ("a node too far left", "  the-answer:", "the-answer:", "43:1", "after 2 spaces: the-answer"),
    ("a node slightly too far right", "  the-answer:", "   the-answer:", "43:3", "after 2 spaces: the-answer"),
    ("a node as far right as its parts", "  the-answer:", "    the-answer:", "44:5", "indented too far"),
    ("the first key of a node too far left", "    place: phone", "   place: phone", "17:4", "after 4 spaces: place"),
    ("an item too far right", "      - dana (bright)", "       - dana (bright)", "21:7", "after 6 spaces"),
    ("an item of several lines too far right", "      - id: name-it", "       - id: name-it", "24:7", "after 6 spaces"),
    ("an item of several lines too far left", "      - id: laugh", "     - id: laugh", "33:6", "after 6 spaces"),
    ("an item too far left", "      - dana (bright)", "     - dana (bright)", "21:6", "after 6 spaces"),
    ("a tab", "        opens: b", "\topens: b", "37:1", "opens: brushed-off"),
    (
        "text that goes on under its key",
        DOG,
        "        say: Anyway,\n        how is the dog?",
        "66:9",
        "after 10 spaces",
    ),
    ("a key without its colon", "    options:\n      - id: name", "    options\n      - id: name", "23:12", "options:"),
    ("an open bracket", "[brushes_off_awkwardness]", "[brushes_off_awkwardness", "35:40", "awkwardness]"),
    ("an open brace", "{ease: -2, trust: -1}", "{ease: -2, trust: -1", "36:37", "-1}"),
    ("no space inside braces", "{ease: -2,", "{ease:-2,", "36:18", "ease: -2"),
    ("a comma inside braces", "You laughed her", "You laughed, and her", "13:54", "whole text in double quotes"),
    ("a colon inside braces", "what: You laughed", "what: So: you laughed", "13:41", '"So: you laughed'),
    ("a comparison without quotes", '">= 2"', ">= 2", "60:23", '">= 2"'),
    ("a comparison without its colon", 'ease: ">= 2"', "ease >= 2", "60:17", "has, not, trust"),
    # names
    ("a key misspelt that had to be there", "goto: vague", "gotoo: vague", "67:9", "`goto`"),
    ("another word for a key", "goto: vague", "next: vague", "67:9", "`goto` is missing here"),
    ("sets misspelt where a fact is asked for", "opens: brushed-off", "open: brushed-off", "37:9", "`opens`"),
    ("options misspelt", "    options:\n      - id: own", "    option:\n      - id: own", "50:5", "`options`"),
    ("nodes misspelt", "nodes:", "node:", "15:1", "`nodes`"),
    ("cast misspelt", "cast:", "casts:", "8:1", "`cast`"),
    ("a node's name in capitals", "  the-text:\n", "  The Text:\n", "16:3", "`the-text`"),
    ("a rupture's name in capitals", "  brushed-off: {", "  Brushed Off: {", "13:3", "`brushed-off`"),
    ("a speaker in capitals", "- dana (bright)", "- Dana (bright)", "21:9", "`dana`"),
    ("a rupture misspelt where it opens", "opens: brushed-off", "opens: brushedoff", "37:16", "`brushed-off`"),
    ("a node that is only text", VAGUE, "  vague: She leaves.\n", "72:10", "mapping"),
    ("a key where it does not belong", "question: Can", "locked: Can", "5:1", "`locked` belongs to `options`"),
    ("an option without a way on", "        goto: vague\n", "", "64:9", "`goto: …`"),
]


HOUR = """
nodes:
  first:
    place: phone
    frame: therapeutic
    options:
      - {id: press-on, say: "Breathe through it.", moves: [works_against_signs], opens: pressed, goto: second}
      - {id: tell, say: "Your sister said the same.", moves: [tells_what_was_said], goto: second}
      - {id: ask, say: "What do you feel?", moves: [invites_experience], goto: second}
  second:
    place: phone
    frame: therapeutic
    options:
      - {id: undo, say: "That was wrong of me. My hands are off.", moves: [owns_part], repairs: pressed, goto: third}
      - {id: sorry, say: "Sorry for my tone.", moves: [owns_part], repairs: tone, goto: third}
      - {id: on, say: "On we go.", goto: third}
  third:
    place: phone
    frame: therapeutic
    options:
      - {id: press-again, say: "And once more.", moves: [works_against_signs], opens: pressed, goto: END}
      - {id: rest, say: "Rest a while.", goto: END}
      - {id: mend-late, say: "I should have stopped.", moves: [owns_part], repairs: pressed, goto: END}
  well: {place: phone, frame: therapeutic, ending: {kind: best, title: Well, text: It is well.BEST}}
  quite: {place: phone, frame: therapeutic, ending: {kind: good, title: Quite, text: It is quite well.GOOD}}
  again: {place: phone, frame: therapeutic, ending: {kind: good, title: Again, text: Well again.}}
  so-so: {place: phone, frame: therapeutic, ending: {kind: mixed, title: So-so, text: It is so-so.}}
"""


RUPTURES = """\
  pressed: {kind: withdrawal, what: You pressed on., harm: [works_against_signs]}
  tone: {kind: withdrawal, what: You were short with her.}
"""


def the_hour(to: str = "well", named: bool = True, instead: str = ", mended: again, unmended: so-so") -> str:
    """The story, where everything leads to the ending `to`; with the endings that others turn into, or without."""
    text = HOUR.replace("END", to).replace("BEST", instead if named else "")
    text = text.replace("GOOD", ", unmended: so-so" if named else "")
    header = HEADER.replace("format: 1", "format: 2").replace("ruptures:\n", "ruptures:\n" + RUPTURES)
    return header + text.lstrip()
