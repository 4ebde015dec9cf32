"""How a learning record store is given to a command: its address, who asks, and the password."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from game.errors import UsageError

if TYPE_CHECKING:  # http and TLS, which few commands need
    from game.debrief.lrs.store import Store

USER_VARIABLE, PASSWORD_VARIABLE = "EQUAL_FOOTING_LRS_USER", "EQUAL_FOOTING_LRS_PASSWORD"

Command = Callable[..., None]


def lrs_options(what: str) -> Callable[[Command], Command]:
    """Returns the options of a command that does this with a learning record store; it is called with the words
    `endpoint`, `user` and `password`."""

    def given(command: Command) -> Command:
        for option in (
            click.option("--password", envvar=PASSWORD_VARIABLE, show_envvar=True, help="Better left to the variable."),
            click.option("--user", envvar=USER_VARIABLE, show_envvar=True, help="Who asks the store."),
            click.option("--lrs", "endpoint", metavar="URL", help=what),
        ):
            command = option(command)
        return command

    return given


def store_of(endpoint: str, user: str | None, password: str | None) -> Store:
    """Returns the store that was given, the password asked for where it can be; raises UsageError where it is none."""
    from game.debrief.lrs.store import store_at

    if not user:
        raise UsageError(f"Say who asks: put user and password into {USER_VARIABLE} and {PASSWORD_VARIABLE}.")
    if password is None and sys.stdin.isatty():
        password = click.prompt(f"Password of {user}", hide_input=True, err=True)
    if password is None:
        raise UsageError(f"The password is missing. Put it into {PASSWORD_VARIABLE}.")
    store = store_at(endpoint, user, password)
    if store.in_the_clear:
        click.echo("Take care: http:// sends the password and the plays unencrypted. Use https://.", err=True)
    return store
