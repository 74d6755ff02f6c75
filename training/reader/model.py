"""The reader: heads for mentions, types, relations, modality, coreference and events on the parser's encoder."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from ..encoder import Dropout, Encoder
from ..parser import ParserHeads
from .labels import EVENTS, MODALITIES, ROLES, TAGS, TYPES

FEATURES = 10


class Perceptron(nn.Module):
    """One hidden layer."""

    def __init__(self, inputs: int, hidden: int, outputs: int, dropout: float):
        super().__init__()
        self.hidden = nn.Linear(inputs, hidden)
        self.output = nn.Linear(hidden, outputs)
        self.dropout = Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        return self.output(self.dropout(functional.gelu(self.hidden(self.dropout(x)))))


class MentionHeads(nn.Module):
    """BIO tags and event classes of words: states (batch, pieces, width), word_starts (batch, words)."""

    def __init__(self, width: int, dropout: float):
        super().__init__()
        self.tags = Perceptron(width, width, len(TAGS), dropout)
        self.triggers = Perceptron(width, width, len(EVENTS), dropout)
        self.fire = Perceptron(width, 128, 2 * 13 + 1, dropout)

    def fire_scores(self, states: Tensor, word_starts: Tensor) -> Tensor:
        """BIO tags of FIRE's own thirteen types, (batch, words, 27)."""
        return self.fire(torch.gather(states, 1, word_starts[:, :, None].expand(-1, -1, states.shape[2])))

    def forward(self, states: Tensor, word_starts: Tensor) -> tuple[Tensor, Tensor]:
        words = torch.gather(states, 1, word_starts[:, :, None].expand(-1, -1, states.shape[2]))
        return self.tags(words), self.triggers(words)


class SpanHead(nn.Module):
    """Types (batch, spans, types) and vectors (batch, spans, width) of spans (batch, spans, 2): first and last word."""

    def __init__(self, width: int, dropout: float):
        super().__init__()
        self.join = nn.Linear(2 * width, width)
        self.types = nn.Linear(width, len(TYPES))
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, word_starts: Tensor, spans: Tensor) -> tuple[Tensor, Tensor]:
        width = states.shape[2]
        first, last = (
            torch.gather(states, 1, torch.gather(word_starts, 1, spans[:, :, i])[:, :, None].expand(-1, -1, width))
            for i in (0, 1)
        )
        vectors = functional.gelu(self.join(self.dropout(torch.cat([first, last], -1))))
        return self.types(self.dropout(vectors)), vectors


class PairHead(nn.Module):
    """Relations (pairs, labels) and modality (pairs, modalities) of two vectors each (pairs, width)."""

    def __init__(self, width: int, labels: int, dropout: float):
        super().__init__()
        self.subject = nn.Linear(width, width)
        self.object = nn.Linear(width, width)
        self.both = nn.Linear(width, width)
        self.second = nn.Linear(width, width)
        self.relations = nn.Linear(width, labels)
        self.modality = Perceptron(width, 128, len(MODALITIES), dropout)
        self.dropout = Dropout(dropout)
        nn.init.constant_(self.relations.bias, -4.0)

    def forward(self, subjects: Tensor, objects: Tensor) -> tuple[Tensor, Tensor]:
        s, o = self.dropout(subjects), self.dropout(objects)
        hidden = functional.gelu(self.subject(s) + self.object(o) + self.both(s * o))
        hidden = hidden + functional.gelu(self.second(self.dropout(hidden)))
        hidden = self.dropout(hidden)
        return self.relations(hidden), self.modality(hidden)


class CoreferenceHead(nn.Module):
    """Score (pairs) that two mentions are of one entity, with features (pairs, FEATURES) of their words and places."""

    def __init__(self, width: int, dropout: float):
        super().__init__()
        self.mention = nn.Linear(width, 256)
        self.antecedent = nn.Linear(width, 256)
        self.both = nn.Linear(width, 256)
        self.features = nn.Linear(FEATURES, 256)
        self.score = Perceptron(256, 128, 1, dropout)
        self.dropout = Dropout(dropout)

    def forward(self, mentions: Tensor, antecedents: Tensor, features: Tensor) -> Tensor:
        m, a = self.dropout(mentions), self.dropout(antecedents)
        hidden = self.mention(m) + self.antecedent(a) + self.both(m * a) + self.features(features)
        return self.score(functional.gelu(hidden)).squeeze(-1)


class RoleHead(nn.Module):
    """Role (pairs, roles) of a mention's vector for a trigger's state, both (pairs, width)."""

    def __init__(self, width: int, dropout: float):
        super().__init__()
        self.trigger = nn.Linear(width, 256)
        self.mention = nn.Linear(width, 256)
        self.both = nn.Linear(width, 256)
        self.roles = Perceptron(256, 128, len(ROLES), dropout)

    def forward(self, triggers: Tensor, mentions: Tensor) -> Tensor:
        hidden = self.trigger(triggers) + self.mention(mentions) + self.both(triggers * mentions)
        return self.roles(functional.gelu(hidden))


class Reader(nn.Module):
    """The encoder and all heads on it; labels names the relations, in order."""

    def __init__(self, encoder: Encoder, tags: list[str], relations: list[str], labels: list[str],
                 arc: int = 256, label: int = 96, dropout: float = 0.3):
        super().__init__()
        width = encoder.size.width
        self.encoder = encoder
        self.tags, self.relations, self.labels = list(tags), list(relations), list(labels)
        self.dimensions = {"arc": arc, "label": label}
        self.heads = ParserHeads(width, len(tags), len(relations), arc, label, 0.3)
        self.mentions = MentionHeads(width, dropout)
        self.spans = SpanHead(width, dropout)
        self.pairs = PairHead(width, len(labels), dropout)
        self.coreference = CoreferenceHead(width, dropout)
        self.roles = RoleHead(width, dropout)

    def layout(self) -> dict:
        return {"layers": self.encoder.size.layers, "tags": self.tags, "relations": self.relations,
                "labels": self.labels} | self.dimensions
