"""The places: one module a place, each with a `PLACE`; `PLACES` lists them by name."""

from tools.art.backdrop import Place
from tools.art.places import (
    cafe,
    checkout,
    clinic_desk,
    night_kitchen,
    party,
    phone,
    rink,
    school_room,
    spa_office,
    sports_hall,
    street,
    tailor_shop,
    treatment_room,
    waiting_room,
)

PLACES: dict[str, Place] = {
    module.PLACE.name: module.PLACE
    for module in (
        phone,
        cafe,
        clinic_desk,
        waiting_room,
        treatment_room,
        night_kitchen,
        street,
        checkout,
        party,
        school_room,
        sports_hall,
        spa_office,
        tailor_shop,
        rink,
    )
}
