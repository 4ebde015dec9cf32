"""What the pages of the room say, for the catalogue of the interface; each page speaks its reader's language."""

from __future__ import annotations

import json

from game import locations
from game.scenario.translate import read_catalogue
from game.words import N_

TEXTS = (
    N_("Join with your phone"),
    N_("Open in your browser"),
    N_("and type"),
    N_("No app, no account, no name."),
    N_("QR code with the address"),
    N_("What to know before each conversation stands on your phone."),
    N_("Projector"),
    N_("A vote is open."),
    N_("The vote is closed."),
    N_("Good to know before"),
    N_("You need not vote, and need not look. Nobody sees it."),
    N_("What will you do?"),
    N_("The next time someone I know…, I will…"),
    N_("Type it on your phone, or write it on paper. Nobody else sees it."),
    N_("Reasons"),
    N_("Vote now on your phone."),
    N_("{n} votes"),
    N_("Fewer than {n} votes: only the leading answer is named."),
    N_("Nobody voted."),
    N_("Below each number: before."),
    N_("before: {count}"),
    N_("Your class"),
    N_("Show the page for the projector to the class. This page is for you alone: it answers on this computer only."),
    N_("Open the page for the projector"),
    N_("Together"),
    N_("One conversation on the projector, and the class decides. Nothing of a vote is shown before you close it."),
    N_("Go back, or begin another conversation"),
    N_("Now"),
    N_("in the room now"),
    N_("have come in"),
    N_("plays begun"),
    N_("plays at their end"),
    N_("Where they are"),
    N_("Numbers only: nothing here tells who is where."),
    N_("Each alone"),
    N_("Everybody plays"),
    N_("Two more minutes"),
    N_("Stop here"),
    N_("Each phone shows it in a sentence; nothing is cut off."),
    N_("Afterwards"),
    N_("Make the page for the half hour from exactly this class."),
    N_("Make the debrief"),
    N_("The same in a terminal:"),
    N_("The two forks, voted on again"),
    N_("Find the forks of this class"),
    N_("Commitments"),
    N_("Each writes one sentence on the phone. It stays there, and you do not get it."),
    N_("Ask for a commitment"),
    N_("On the screen: each is asked for a commitment."),
    N_("If nobody can come in"),
    N_(
        "Try it with one phone before the lesson. This page shows whether it gets here, and what to do where it "
        "does not."
    ),
    N_("Can phones reach this computer?"),
    N_("Open this on a phone, or point its camera at the code:"),
    N_("No phone has opened it yet."),
    N_("Devices that have reached this computer: {n}"),
    N_("This computer is in no network now, so no phone can reach it."),
    N_("Where a phone shows nothing"),
    N_(
        "Is the phone in the same Wi-Fi as this computer? Mobile data is another network, and so is a Wi-Fi for guests."
    ),
    N_("If this computer asks whether the program may be reached by others, allow it."),
    N_(
        "This computer may have two addresses. Stop the class, type the other one where the class is opened, and open "
        "it again."
    ),
    N_(
        "Some schools' networks keep devices apart. Open a hotspot on this computer or on a phone, connect this "
        "computer and the class to it, stop the class and open it again."
    ),
    N_(
        "If that is not allowed either, no phone is needed: play one conversation on the projector together, and count "
        "raised hands. Every vote takes them."
    ),
    N_("This phone reaches your teacher's computer"),
    N_("One moment: whether choices get through is tried."),
    N_("Choices get through as well. You can join the class."),
    N_(
        "This page came, but choices do not get through. Turn off data saving and anything that goes between, or try "
        "another browser. Until then, vote with your hand."
    ),
    N_("Votes so far: {n}"),
    N_("Votes: {n}"),
    N_("Begin: {title}"),
    N_("Next"),
    N_("Read this moment again"),
    N_("Show how to join"),
    N_("Close the vote"),
    N_("On the screen: what it is about, and what to know before."),
    N_("On the screen: lines, {page} of {pages}."),
    N_("On the screen: the options."),
    N_("Open the vote"),
    N_("Show the reasons"),
    N_("Show the split"),
    N_("Vote again"),
    N_("The conversation has come to its end: {title}"),
    N_("Raised hands for {letter}"),
    N_("leads"),
    N_("Go on with {letter}"),
    N_("You can also go on with one without a vote."),
    N_("Beside each option you can type how many hands were raised; they count as votes."),
    N_("Hold back"),
    N_("Let through"),
    N_("Reasons, held back until you let them through"),
    N_("Go back here"),
    N_("Vote on this"),
    N_("One moment: every play is scored anew."),
    N_("Made. Open:"),
    N_("The class server does not answer. Its window may be closed; start it again with the same folder."),
    N_("Join the class"),
    N_("The code on the screen"),
    N_("Go in"),
    N_("Choose a conversation"),
    N_("Decide together, on the big screen"),
    N_(
        "No name is asked for. Your choices are kept on your teacher's computer under a random number, and "
        "you can take them back in the settings of the conversation."
    ),
    N_("If you load this page again, your teacher's computer must be near and running."),
    N_("That code is not the one on the screen. Look at it again."),
    N_("Too many wrong codes were typed. Wait a minute and try again."),
    N_("Your teacher's computer cannot be reached. Check the network and try again."),
    N_(
        "No name is asked for. Your vote is kept on your teacher's computer under a random number. Nothing is"
        " shown before the vote is closed, and whether you vote is shown to nobody."
    ),
    N_("Take back my votes and reasons"),
    N_("To the conversations that you play alone"),
    N_("Your teacher's computer cannot be reached. This page tries again by itself."),
    N_("Kept. You can change it until the vote is closed."),
    N_("Kept. The class sees it only if your teacher lets it through."),
    N_("Your teacher's computer cannot keep it just now. Try again."),
    N_("It is gone from your teacher's computer."),
    N_("That was changed too often. What you chose last is kept."),
    N_("A vote is open: {n} answers."),
    N_("Look at the big screen."),
    N_("When a vote opens, the answers stand here."),
    N_("The vote is not open yet."),
    N_("What was said before"),
    N_("I would rather not say."),
    N_("Why? If you like, in one sentence."),
    N_("Without a name. The class sees it only if your teacher lets it through."),
    N_("Send"),
    N_("This stays on your phone. It is sent to nobody, and nobody else sees it."),
)


def words_script(language: str | None) -> bytes:
    """Returns the script that gives the pages their words: every language that the interface is told in, and the one
    that the class was opened in; None lets each browser choose."""
    told = {code: _told(code) for code in locations.languages()}
    catalogues = json.dumps(told, ensure_ascii=True).replace("<", "\\u003c")
    return f"const CATALOGUES = {catalogues};\nconst ROOM_LANGUAGE = {json.dumps(language)};\n".encode()


def _told(language: str) -> dict[str, str]:
    """Returns the texts that a language tells otherwise than English."""
    catalogue = read_catalogue(locations.catalogue_of(locations.INTERFACE, language))
    return {text: other for text in TEXTS if (other := catalogue.gettext(text)) != text}
