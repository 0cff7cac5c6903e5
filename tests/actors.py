"""Who acts in tests."""

from shnor.scope import EVERYTHING, Actor, Scope

COORDINATOR = Actor("координатор", EVERYTHING)


def coordinator(title: str) -> Actor:
    """Another one, by how the journal calls them."""
    return Actor(title, EVERYTHING)


def director(*schools: str) -> Actor:
    return Actor("директор", Scope("director", frozenset(schools)))
