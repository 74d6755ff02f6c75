"""The common form of every set that the reader is trained on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mention:
    """Words begin to end (exclusive) that name, describe or stand for something.

    kind is "name", "nominal", "pronoun" or "value"; type one of labels.TYPES where the set tells it for
    certain, coarse a key of labels.COARSE where at least that is known; entity is the same for mentions of
    one entity in a document, None where the set does not say; own is the set's own name of the type.
    """

    begin: int
    end: int
    kind: str
    type: str | None
    coarse: str | None
    entity: str | None
    own: str | None = None

    def __post_init__(self):
        if not 0 <= self.begin < self.end:
            raise ValueError(f"no span: {self.begin} to {self.end}")


@dataclass(frozen=True)
class Relation:
    """subject and object are indexes of the sentence's mentions."""

    subject: int
    object: int
    label: str
    modality: str = "asserted"


@dataclass(frozen=True)
class Role:
    label: str
    mention: int


@dataclass(frozen=True)
class Trigger:
    begin: int
    end: int
    type: str
    roles: tuple[Role, ...]
    modality: str = "asserted"


@dataclass(frozen=True)
class Sentence:
    """Mentions are sorted and do not overlap."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    triggers: tuple[Trigger, ...] = ()


@dataclass(frozen=True)
class Document:
    """labels and events are those that the set marks wherever they occur; the flags tell what else is complete."""

    id: str
    source: str
    sentences: tuple[Sentence, ...]
    labels: frozenset[str]
    names: bool
    nominals: bool
    values: bool
    coreference: bool
    modality: bool
    events: frozenset[str]
