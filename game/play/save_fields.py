"""What a save may hold, as pydantic checks it; bound in the saves' module by name. Only reading a save needs this."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.play import saves
from game.play.event_fields import Count, Moment, Name, SessionId
from game.scenario.binding import bind

__all__ = ["Count", "Moment", "Name", "SessionId"]

SaveName = Annotated[str, Field(max_length=200)]
Where = Annotated[str, Field(max_length=4096)]
Note = Annotated[str, Field(max_length=400)]

bind(saves, globals())
