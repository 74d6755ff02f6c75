"""Part-of-speech tags and dependency trees over the encoder's states.

The parser is the deep biaffine one of Dozat and Manning, "Deep Biaffine Attention for Neural
Dependency Parsing" (ICLR 2017), with the fine-tuned encoder in place of the LSTM.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from .encoder import Dropout


class ParserHeads(nn.Module):
    """Scores of tags, heads and relations.

    states is (batch, length, width); word_starts (batch, words) holds the place of each word's first
    piece. In the scores of heads, (batch, words, words + 1), place 0 stands for the root and place
    h + 1 for word h. relation_scores is (batch, words, words + 1, relations).
    """

    def __init__(self, width: int, tags: int, relations: int, arc: int, label: int, dropout: float):
        super().__init__()
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.tag_hidden = nn.Linear(width, width)
        self.tag = nn.Linear(width, tags)
        self.arc_dependent = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.arc_bilinear = nn.Linear(arc, arc)
        self.label_dependent = nn.Linear(width, label)
        self.label_head = nn.Linear(width, label)
        self.label_bilinear = nn.Linear(label, relations * label)
        self.label_of_dependent = nn.Linear(label, relations)
        self.label_of_head = nn.Linear(label, relations)
        self.relations = relations
        self.dropout = Dropout(dropout)
        nn.init.normal_(self.arc_bilinear.weight, std=0.02)
        nn.init.normal_(self.label_bilinear.weight, std=0.02)

    def forward(self, states: Tensor, word_starts: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        batch, words = word_starts.shape
        index = word_starts[:, :, None].expand(batch, words, states.shape[2])
        dependents = self.dropout(torch.gather(states, 1, index))
        root = self.root[None, None].expand(batch, 1, states.shape[2])
        heads = torch.cat([root, dependents], 1)
        tags = self.tag(self.dropout(functional.gelu(self.tag_hidden(dependents))))
        arcs = self.arc_bilinear(self._hidden(self.arc_dependent, dependents)) @ self._hidden(
            self.arc_head, heads
        ).transpose(1, 2)
        dependent = self._hidden(self.label_dependent, dependents)
        head = self._hidden(self.label_head, heads)
        width = dependent.shape[2]
        crossed = self.label_bilinear(dependent).reshape(batch, words * self.relations, width)
        labels = (crossed @ head.transpose(1, 2)).reshape(batch, words, self.relations, words + 1)
        labels = labels + self.label_of_dependent(dependent)[:, :, :, None]
        labels = labels.transpose(2, 3) + self.label_of_head(head)[:, None]
        return tags, arcs, labels

    def _hidden(self, layer: nn.Linear, states: Tensor) -> Tensor:
        return self.dropout(functional.gelu(layer(states)))
