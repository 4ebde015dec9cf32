"""The cast: one module a person, each with a `PERSON`; `PEOPLE` lists them by name."""

from tools.art.people import (
    anjali,
    ash,
    bao,
    dana,
    femi,
    gareth,
    henrik,
    imani,
    kenji,
    leila,
    linh,
    martin,
    miriam,
    ngozi,
    peg,
    signe,
    tamsin,
    tess,
    theo,
    tomasz,
    ulrike,
    zohra,
)
from tools.art.portrait import Person

PEOPLE: dict[str, Person] = {
    person.name: person
    for person in (
        dana.PERSON,
        henrik.PERSON,
        imani.PERSON,
        bao.PERSON,
        ngozi.PERSON,
        linh.PERSON,
        kenji.PERSON,
        peg.PERSON,
        leila.PERSON,
        zohra.PERSON,
        tomasz.PERSON,
        ash.PERSON,
        martin.PERSON,
        anjali.PERSON,
        femi.PERSON,
        miriam.PERSON,
        signe.PERSON,
        ulrike.PERSON,
        theo.PERSON,
        tess.PERSON,
        tamsin.PERSON,
        gareth.PERSON,
    )
}
