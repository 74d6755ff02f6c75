"""Trains all heads together: one encoder, sets with different gaps, losses masked to what a set tells."""

from __future__ import annotations

import json
import math
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader

from .. import batches
from ..augment import Augmenter
from ..encoder import load_pretrained
from ..treebank import TAGS as PARTS_OF_SPEECH
from ..treebank import Tree, join_hyphenated, relation_names
from ..words import PieceEncoder, Pieces
from .documents import Document, Mention, Sentence
from .features import features
from .labels import COARSE, EVENTS, KINDS, KNOWLEDGENET_ALIKE, MODALITIES, PROPERTIES, ROLES, TAGS, TYPES
from .model import FEATURES, Reader
from .rename import Renamer
from .resume import resume

MOST_WORDS, MOST_PIECES, MOST_PAIRS, MOST_ANTECEDENTS, WINDOW = 110, 240, 300, 60, 14
TAG_IDS = {t: i for i, t in enumerate(TAGS)}
TYPE_IDS = {t: i for i, t in enumerate(TYPES)}
MODALITY_IDS = {m: i for i, m in enumerate(MODALITIES)}
EVENT_IDS = {e: i for i, e in enumerate(EVENTS)}
ROLE_IDS = {r: i for i, r in enumerate(ROLES)}
FIRE_TYPES = (
    "Action", "BusinessUnit", "Company", "Date", "Designation", "FinancialEntity", "GeopoliticalEntity", "Location",
    "Money", "Person", "Product", "Quantity", "Sector",
)
FIRE_TAGS = ("O", *(f"{p}-{t}" for t in FIRE_TYPES for p in "BI"))
FIRE_TAG_IDS = {t: i for i, t in enumerate(FIRE_TAGS)}


def relation_labels(documents: list[Document]) -> list[str]:
    """Ours first, then those of the sets, in order of name."""
    met = {r.label for d in documents for s in d.sentences for r in s.relations}
    met |= {label for d in documents for label in d.labels}
    return [*PROPERTIES, *sorted(met - set(PROPERTIES) - {"core:none"})]


@dataclass
class Item:
    """A sentence with what its losses need, as small arrays."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    pieces: Pieces
    allowed: np.ndarray  # (words, tags), which tags the set leaves possible
    fire: np.ndarray  # (words), FIRE's tags or -100
    types: np.ndarray  # (mentions, types)
    pairs: np.ndarray  # (pairs, 2)
    targets: list[tuple[int, int]]  # pair, label
    mask: np.ndarray  # (labels)
    modality: np.ndarray  # (pairs) or -100
    triggers: np.ndarray  # (words) or -100
    roles: list[tuple[int, int, int]]  # first word of the trigger, mention, role
    entities: list[str | None]


@dataclass
class Group:
    """Sentences of a document that follow one another; coreference within."""

    source: str
    coreference: bool
    items: list[Item] = field(default_factory=list)


class Preparation:
    """Turns documents into groups of items."""

    def __init__(self, labels: list[str], pieces: PieceEncoder, values: set[str]):
        """values: the words that may stand in a value, as value_words tells them."""
        self.labels = labels
        self.values = values
        self.ids = {label: i for i, label in enumerate(labels)}
        self.pieces = pieces

    def groups(self, document: Document) -> list[Group]:
        groups = []
        items = [self.item(document, s) for s in document.sentences]
        items = [i for i in items if len(i.pieces.ids) <= MOST_PIECES and 0 < len(i.words) <= MOST_WORDS]
        for at in range(0, len(items), WINDOW):
            groups.append(Group(document.source, document.coreference, items[at:at + WINDOW]))
        return groups

    def item(self, document: Document, sentence: Sentence) -> Item:
        words, mentions = sentence.words, sentence.mentions
        mask = np.zeros(len(self.labels), dtype=np.float32)
        for label in document.labels:
            if label in self.ids:
                mask[self.ids[label]] = 1
            if label in KNOWLEDGENET_ALIKE:
                mask[self.ids[KNOWLEDGENET_ALIKE[label]]] = 1
        pairs, targets, modality = self._pairs(document, sentence, mask)
        return Item(
            words, mentions, self.pieces.encode(words), self._allowed(document, sentence), _fire(document, sentence),
            np.stack([_types(m) for m in mentions]) if mentions else np.zeros((0, len(TYPES)), dtype=bool),
            pairs, targets, mask, modality, *_events(document, sentence), [m.entity for m in mentions],
        )

    def _allowed(self, document: Document, sentence: Sentence) -> np.ndarray:
        if document.source.startswith("fire"):
            return np.ones((len(sentence.words), len(TAGS)), dtype=bool)
        outside = np.zeros(len(TAGS), dtype=bool)
        outside[0] = True
        known = {"name": document.names, "nominal": document.nominals, "pronoun": document.nominals,
                 "value": document.values}
        for kind in KINDS:
            if not known[kind]:
                outside[TAG_IDS[f"B-{kind}"]] = outside[TAG_IDS[f"I-{kind}"]] = True
        allowed = np.repeat(outside[None], len(sentence.words), 0)
        for i, word in enumerate(sentence.words):
            # Left open, words of a style that no set with values has would drift to being values.
            if not (word.lower() in self.values or any(c.isdigit() for c in word)):
                allowed[i, TAG_IDS["B-value"]] = allowed[i, TAG_IDS["I-value"]] = False
        for m in sentence.mentions:
            for i in range(m.begin, m.end):
                allowed[i] = False
                allowed[i, TAG_IDS[("B-" if i == m.begin else "I-") + m.kind]] = True
                if m.kind == "nominal" and document.source == "gum" or m.own == "phrase":
                    # Whether a description is worth marking, these see otherwise than our guide.
                    allowed[i, 0] = True
        return allowed

    def _pairs(self, document: Document, sentence: Sentence, mask: np.ndarray):
        if document.source == "core":
            positive = {(r.subject, r.object): r for r in sentence.relations}
            pairs = list(positive)
        else:
            count = len(sentence.mentions)
            pairs = [(i, j) for i in range(count) for j in range(count) if i != j] if mask.any() else []
        given = defaultdict(list)
        for r in sentence.relations:
            given[r.subject, r.object].append(r)
        if len(pairs) > MOST_PAIRS:
            near = sorted((p for p in pairs if p not in given), key=lambda p: abs(p[0] - p[1]))
            pairs = list(given) + near[:MOST_PAIRS - len(given)]
        if document.source == "core":
            for label in self.labels:
                if label.startswith("core:"):
                    mask[self.ids[label]] = 1
        targets, modality = [], np.full(len(pairs), -100)
        for number, pair in enumerate(pairs):
            for r in given.get(pair, ()):
                if r.label in self.ids:
                    targets.append((number, self.ids[r.label]))
                    if r.label in KNOWLEDGENET_ALIKE:
                        targets.append((number, self.ids[KNOWLEDGENET_ALIKE[r.label]]))
                    if document.modality:
                        modality[number] = MODALITY_IDS[r.modality]
        return np.array(pairs, dtype=np.int64).reshape(-1, 2), targets, modality


def value_words(documents: list[Document]) -> set[str]:
    """Words that stand within a value in at least one of ten places where they stand, in small letters."""
    all_, inside = Counter(), Counter()
    for sentence in (s for d in documents for s in d.sentences):
        all_.update(w.lower() for w in sentence.words)
        for m in sentence.mentions:
            if m.kind == "value":
                inside.update(w.lower() for w in sentence.words[m.begin:m.end])
    return {w for w, n in inside.items() if n * 10 >= all_[w]}


def _types(mention: Mention) -> np.ndarray:
    allowed = np.zeros(len(TYPES), dtype=bool)
    if mention.type in TYPE_IDS:
        allowed[TYPE_IDS[mention.type]] = True
    elif mention.coarse in COARSE:
        allowed[[TYPE_IDS[t] for t in COARSE[mention.coarse]]] = True
    else:
        allowed[:] = True
    return allowed


def _fire(document: Document, sentence: Sentence) -> np.ndarray:
    if not document.source.startswith("fire"):
        return np.full(len(sentence.words), -100)
    tags = np.zeros(len(sentence.words), dtype=np.int64)
    for m in sentence.mentions:
        if m.own in FIRE_TYPES:
            tags[m.begin] = FIRE_TAG_IDS[f"B-{m.own}"]
            tags[m.begin + 1:m.end] = FIRE_TAG_IDS[f"I-{m.own}"]
    return tags


def _events(document: Document, sentence: Sentence) -> tuple[np.ndarray, list[tuple[int, int, int]]]:
    triggers = np.full(len(sentence.words), 0 if document.events else -100)
    roles = []
    for t in sentence.triggers:
        if t.type not in EVENT_IDS:
            continue
        triggers[t.begin:t.end] = -100
        triggers[t.begin] = EVENT_IDS[t.type]
        filled = {r.mention: ROLE_IDS[r.label] for r in t.roles if r.label in ROLE_IDS}
        roles.extend((t.begin, i, filled.get(i, 0)) for i in range(len(sentence.mentions)))
    return triggers, roles


@dataclass
class Batch:
    ids: Tensor
    mask: Tensor
    shapes: Tensor
    starts: Tensor  # (sentences, words)
    documents: int  # so many rows of sentences come first, trees behind them
    allowed: Tensor
    fire: Tensor
    triggers: Tensor
    spans: Tensor
    span_rows: Tensor  # places of true spans in the flattened (sentences * spans)
    types: Tensor
    pairs: Tensor  # (pairs, 2), flat places of spans
    targets: Tensor
    target_mask: Tensor
    modality: Tensor
    mentions: Tensor  # (mentions), flat places
    antecedents: Tensor  # (mentions, antecedents), flat places
    features: Tensor
    antecedent_gold: Tensor  # (mentions, antecedents + 1) bool, the last: none
    antecedent_mask: Tensor
    role_triggers: Tensor  # (n, 2) row and word
    role_mentions: Tensor
    roles: Tensor
    tree_tags: Tensor
    tree_heads: Tensor
    tree_relations: Tensor

    def to(self, device) -> Batch:
        return replace(self, **{k: v.to(device, non_blocking=True) for k, v in vars(self).items()
                                if isinstance(v, Tensor)})


class Batches(torch.utils.data.Dataset):
    """Makes a batch of groups and trees when asked for it, so that worker processes can."""

    def __init__(self, parts: list[tuple[list[Group], list[Tree]]], labels: int, pieces: PieceEncoder,
                 relation_ids: dict[str, int]):
        self.parts, self.labels, self.pieces, self.relation_ids = parts, labels, pieces, relation_ids

    def __len__(self) -> int:
        return len(self.parts)

    def __getitem__(self, number: int) -> Batch:
        groups, trees = self.parts[number]
        items = [i for g in groups for i in g.items]
        tree_pieces = [self.pieces.encode(t.forms) for t in trees]
        pieces = [i.pieces for i in items] + tree_pieces
        rows, length = len(pieces), max(len(p.ids) for p in pieces)
        words = max(len(p.starts) for p in pieces)
        ids, mask, shapes = (np.zeros((rows, length), dtype=np.int64) for _ in range(3))
        starts = np.zeros((rows, words), dtype=np.int64)
        for row, p in enumerate(pieces):
            ids[row, :len(p.ids)], mask[row, :len(p.ids)] = p.ids, 1
            shapes[row, :len(p.ids)], starts[row, :len(p.starts)] = p.shapes, p.starts
        n = len(items)
        most = max([len(i.mentions) for i in items] + [1])
        allowed = np.ones((n, words, len(TAGS)), dtype=bool)
        fire, triggers = np.full((n, words), -100), np.full((n, words), -100)
        spans, types = np.zeros((n, most, 2), dtype=np.int64), []
        span_rows, pairs, targets, masks, modality = [], [], [], [], []
        role_triggers, role_mentions, roles = [], [], []
        for row, item in enumerate(items):
            allowed[row, :len(item.words)] = item.allowed
            fire[row, :len(item.words)] = item.fire
            triggers[row, :len(item.words)] = item.triggers
            for k, m in enumerate(item.mentions):
                spans[row, k] = m.begin, m.end - 1
                span_rows.append(row * most + k)
            types.append(item.types)
            if len(item.pairs):
                pairs.append(item.pairs + row * most)
                target = np.zeros((len(item.pairs), self.labels), dtype=np.float32)
                for pair, label in item.targets:
                    target[pair, label] = 1
                targets.append(target)
                masks.append(np.repeat(item.mask[None], len(item.pairs), 0))
                modality.append(item.modality)
            for word, mention, role in item.roles:
                role_triggers.append((row, word))
                role_mentions.append(row * most + mention)
                roles.append(role)
        coreference = self._coreference(groups, most)
        tags, heads, relations = (np.full((len(trees), words), batches.IGNORED) for _ in range(3))
        if trees:
            made = batches.make(trees, self.pieces, self.relation_ids)
            width = made.tags.shape[1]
            tags[:, :width], heads[:, :width], relations[:, :width] = made.tags, made.heads, made.relations
        tensor = torch.from_numpy
        empty = np.zeros((0, self.labels), dtype=np.float32)
        return Batch(
            tensor(ids), tensor(mask), tensor(shapes), tensor(starts), n, tensor(allowed), tensor(fire),
            tensor(triggers), tensor(spans), torch.tensor(span_rows, dtype=torch.long),
            tensor(np.concatenate(types) if types else np.zeros((0, len(TYPES)), dtype=bool)),
            tensor(np.concatenate(pairs) if pairs else np.zeros((0, 2), dtype=np.int64)),
            tensor(np.concatenate(targets) if targets else empty), tensor(np.concatenate(masks) if masks else empty),
            tensor(np.concatenate(modality) if modality else np.zeros(0, dtype=np.int64)), *coreference,
            torch.tensor(role_triggers, dtype=torch.long).reshape(-1, 2),
            torch.tensor(role_mentions, dtype=torch.long), torch.tensor(roles, dtype=torch.long),
            tensor(tags), tensor(heads), tensor(relations),
        )

    def _coreference(self, groups: list[Group], most: int) -> tuple[Tensor, ...]:
        mentions, antecedents, feature_rows, golds = [], [], [], []
        row = 0
        for group in groups:
            before: list[tuple[int, int, Item, int]] = []  # row, sentence, item, mention
            for number, item in enumerate(group.items):
                for k, m in enumerate(item.mentions):
                    if m.kind == "value" or not group.coreference:
                        continue
                    chosen = before[-MOST_ANTECEDENTS:]
                    if chosen:
                        mentions.append((row + number) * most + k)
                        antecedents.append([r * most + j for r, _, _, j in chosen])
                        feature_rows.append([
                            features(item.words, m, i.words, i.mentions[j], number - s, len(chosen) - 1 - at)
                            for at, (_, s, i, j) in enumerate(chosen)
                        ])
                        same = [m.entity is not None and i.mentions[j].entity == m.entity for _, _, i, j in chosen]
                        golds.append(same)
                    before.append((row + number, number, item, k))
            row += len(group.items)
        width = max([len(a) for a in antecedents] + [1])
        count = len(mentions)
        places = torch.zeros(count, width, dtype=torch.long)
        values = torch.zeros(count, width, FEATURES)
        gold = torch.zeros(count, width + 1, dtype=torch.bool)
        present = torch.zeros(count, width + 1, dtype=torch.bool)
        for i, (a, f, g) in enumerate(zip(antecedents, feature_rows, golds)):
            places[i, :len(a)] = torch.tensor(a)
            values[i, :len(a)] = torch.tensor(f)
            gold[i, :len(a)] = torch.tensor(g)
            gold[i, -1] = not any(g)
            present[i, :len(a)] = True
            present[i, -1] = True
        return torch.tensor(mentions, dtype=torch.long), places, values, gold, present


WEIGHTS = {"tags": 1.0, "fire": 0.5, "types": 0.5, "relations": 0.5, "modality": 0.3, "coreference": 0.5,
           "triggers": 0.5, "roles": 0.5, "tree": 1.5}


def losses(model: Reader, b: Batch) -> dict[str, Tensor]:
    states = model.encoder(b.ids, b.mask, b.shapes).float()
    n = b.documents
    result: dict[str, Tensor] = {}
    if n:
        first, starts = states[:n], b.starts[:n]
        tags, triggers = model.mentions(first, starts)
        fire = model.mentions.fire_scores(first, starts)
        result["tags"] = _partial(tags, b.allowed)
        result["fire"] = _cross_entropy(fire.flatten(0, 1), b.fire.flatten())
        result["triggers"] = _cross_entropy(triggers.flatten(0, 1), b.triggers.flatten())
        types, vectors = model.spans(first, starts, b.spans)
        flat = vectors.flatten(0, 1)
        result["types"] = _partial(types.flatten(0, 1)[b.span_rows], b.types)
        if len(b.pairs):
            relations, modality = model.pairs(flat[b.pairs[:, 0]], flat[b.pairs[:, 1]])
            loss = functional.binary_cross_entropy_with_logits(relations, b.targets, reduction="none")
            result["relations"] = (loss * b.target_mask).sum() / n
            result["modality"] = _cross_entropy(modality, b.modality)
        if len(b.mentions):
            count, width = b.antecedents.shape
            scores = model.coreference(
                flat[b.mentions][:, None].expand(-1, width, -1), flat[b.antecedents], b.features)
            scores = torch.cat([scores, scores.new_zeros(count, 1)], 1).masked_fill(~b.antecedent_mask, -1e4)
            log = scores.log_softmax(-1)
            result["coreference"] = -log.masked_fill(~b.antecedent_gold, -1e4).logsumexp(-1).mean()
        if len(b.roles):
            word = starts[b.role_triggers[:, 0], b.role_triggers[:, 1]]
            scores = model.roles(first[b.role_triggers[:, 0], word], flat[b.role_mentions])
            result["roles"] = _cross_entropy(scores, b.roles)
    if len(b.tree_tags):
        tags, arcs, labels = model.heads(states[n:], b.starts[n:])
        absent = torch.arange(arcs.shape[2], device=arcs.device)[None] > (
            b.tree_tags != batches.IGNORED).sum(1)[:, None]
        arcs = arcs.masked_fill(absent[:, None, :], -1e4)
        head = b.tree_heads.clamp(min=0)[:, :, None, None].expand(-1, -1, 1, labels.shape[3])
        labels = torch.gather(labels, 2, head).squeeze(2)
        result["tree"] = sum(
            _cross_entropy(score.flatten(0, 1), gold.flatten())
            for score, gold in ((tags, b.tree_tags), (arcs, b.tree_heads), (labels, b.tree_relations))
        )
    return result


def _partial(scores: Tensor, allowed: Tensor) -> Tensor:
    """Cross-entropy where a set leaves several labels possible: what is ruled out goes down."""
    loss = -scores.log_softmax(-1).masked_fill(~allowed, -1e4).logsumexp(-1)
    told = ~allowed.all(-1)
    return (loss * told).sum() / told.sum().clamp(min=1)


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    count = (gold != -100).sum().clamp(min=1)
    return functional.cross_entropy(scores, gold, ignore_index=-100, reduction="sum") / count


def spans_of(tags: list[int], names: tuple[str, ...] = TAGS) -> list[tuple[int, int, str]]:
    """Begin, end and kind of the mentions that a row of tags marks; an I- of another kind begins one too."""
    found: list[list] = []
    for i, t in enumerate(tags):
        name = names[t]
        if name == "O":
            continue
        place, kind = name.split("-", 1)
        if place == "I" and found and found[-1][1] == i and found[-1][2] == kind:
            found[-1][1] = i + 1
        else:
            found.append([i, i + 1, kind])
    return [tuple(f) for f in found]


class Tagger:
    """Runs the mention head over sentences in batches."""

    def __init__(self, model: Reader, pieces: PieceEncoder, device):
        self.model, self.pieces, self.device = model, pieces, device

    @torch.no_grad()
    def spans(self, sentences: list[tuple[str, ...]], size: int = 256) -> list[list[tuple[int, int, str]]]:
        self.model.eval()
        encoded = [self.pieces.encode(s) for s in sentences]
        order = sorted(range(len(sentences)), key=lambda i: len(encoded[i].ids))
        result: list = [[] for _ in sentences]
        for at in range(0, len(order), size):
            part = [i for i in order[at:at + size] if len(encoded[i].ids) <= MOST_PIECES and encoded[i].starts]
            if not part:
                continue
            ids, mask, shapes, starts = padded([encoded[i] for i in part], self.device)
            tags = self.model.mentions(self.model.encoder(ids, mask, shapes), starts)[0].argmax(-1).tolist()
            for row, i in enumerate(part):
                result[i] = spans_of(tags[row][:len(sentences[i])])
        return result


def padded(pieces: list[Pieces], device) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    rows, length, words = len(pieces), max(len(p.ids) for p in pieces), max(len(p.starts) for p in pieces)
    ids, mask, shapes = (torch.zeros(rows, length, dtype=torch.long) for _ in range(3))
    starts = torch.zeros(rows, words, dtype=torch.long)
    for row, p in enumerate(pieces):
        ids[row, :len(p.ids)] = torch.tensor(p.ids)
        mask[row, :len(p.ids)] = 1
        shapes[row, :len(p.ids)] = torch.tensor(p.shapes)
        starts[row, :len(p.starts)] = torch.tensor(p.starts)
    return tuple(x.to(device) for x in (ids, mask, shapes, starts))


def with_tagged(document: Document, tagged: list[list[tuple[int, int, str]]]) -> Document:
    """The document with further mentions where the tagger finds some that cross none of the set's own."""
    sentences = []
    for sentence, spans in zip(document.sentences, tagged):
        further = [
            Mention(b, e, kind, None, None, None) for b, e, kind in spans
            if all(e <= m.begin or b >= m.end for m in sentence.mentions)
        ]
        mentions = sorted([*sentence.mentions, *further], key=lambda m: m.begin)
        place = {id(m): i for i, m in enumerate(mentions)}
        new = [place[id(m)] for m in sentence.mentions]
        sentences.append(replace(
            sentence, mentions=tuple(mentions),
            relations=tuple(replace(r, subject=new[r.subject], object=new[r.object]) for r in sentence.relations),
            triggers=tuple(replace(t, roles=tuple(replace(r, mention=new[r.mention]) for r in t.roles))
                           for t in sentence.triggers),
        ))
    return replace(document, sentences=tuple(sentences))


# Variants of each of our articles with other names, so that names are read by what stands around them.
RENAMED = 5
SELF_TAGGED = ("knowledgenet", "events")
# How often an epoch sees a set; below one: so large a share of it, drawn anew each epoch.
SHARES = {"own": 2.0, "knowledgenet": 1.0, "redocred": 0.35, "core": 0.6, "fire": 1.5, "fire-old": 0.7, "gum": 0.8,
          "events": 3.0, "wnut": 0.5, "wikigold": 0.5, "sec": 0.5}


def fit(documents: list[Document], trees: list[Tree], silver: list[Tree], pretrained: Path, out: Path, epochs: int,
        seed: int, encoder_rate: float, head_rate: float, sentences_a_batch: int, tree_share: float, workers: int,
        limit_seconds: float = 1e9, start: Path | None = None) -> Reader:
    """Trains on documents and trees, silver ones among them, and writes reader.pt and layout.json.

    silver are trees that an earlier parser gave to sentences of our own; an epoch sees a half of them. The
    learning rate rises over the first fourteenth and falls to nought at the last epoch or at limit_seconds of
    training, whichever is first. start is a folder that export wrote, to go on from.
    """
    torch.manual_seed(seed)
    random = Random(seed)
    began = time.time()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    # Without instructions for it, sixteen bits are many times slower than 32.
    half = device.type == "cuda" or torch.backends.cpu.get_cpu_capability().startswith("AVX512")
    out.mkdir(parents=True, exist_ok=True)
    labels = relation_labels(documents)
    relations = relation_names([join_hyphenated(t) for t in trees])
    relation_ids = {r: i for i, r in enumerate(relations)}
    pieces = PieceEncoder(pretrained / "tokenizer.json")
    model = Reader(load_pretrained(pretrained / "encoder.pt"), PARTS_OF_SPEECH, relations, labels).to(device)
    if start:
        resume(model, start)
    model.encoder.word_embeddings.weight.requires_grad = False
    encoder_parameters = [p for p in model.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in model.encoder.parameters()}
    optimizer = torch.optim.AdamW(
        [{"params": encoder_parameters, "lr": encoder_rate},
         {"params": [p for p in model.parameters() if id(p) not in known], "lr": head_rate}],
        weight_decay=0.01, fused=device.type == "cuda",
    )
    preparation = Preparation(labels, pieces, value_words([d for d in documents if d.source == "own"]))
    tagged_documents = [d for d in documents if d.source in SELF_TAGGED]
    renamer = Renamer([d for d in documents if d.source == "own"], random)
    # Each with its variants, of which an epoch draws one.
    prepared = {
        id(d): [preparation.groups(d)] + [
            preparation.groups(renamer.rename(d)) for _ in range(RENAMED if d.source == "own" else 0)]
        for d in documents
    }
    augmenter = Augmenter(trees, random)
    print(f"prepared {len(documents)} documents in {time.time() - began:.0f} s", flush=True)

    def epoch_parts():
        chosen: list[Group] = []
        for document in documents:
            share = SHARES.get(document.source, 1.0)
            times = int(share) + (random.random() < share - int(share))
            for _ in range(times):
                chosen += random.choice(prepared[id(document)])
        random.shuffle(chosen)
        parts: list[list[Group]] = [[]]
        count = 0
        # Like lengths together within a pool of groups, so that little is padding.
        pooled = []
        for at in range(0, len(chosen), 400):
            pooled += sorted(chosen[at:at + 400], key=lambda g: max([len(i.words) for i in g.items] + [0]))
        for group in pooled:
            if count and count + len(group.items) > sentences_a_batch:
                parts.append([])
                count = 0
            parts[-1].append(group)
            count += len(group.items)
        some = []
        for _ in range(math.ceil(tree_share)):
            some += augmenter.epoch(trees)
        random.shuffle(some)
        some = some[:round(len(some) * tree_share / math.ceil(tree_share))]
        some += random.sample(silver, len(silver) // 2)
        some = [t for t in some if len(t) <= MOST_WORDS]
        random.shuffle(some)
        pooled_trees = []
        for at in range(0, len(some), 600):
            pooled_trees += sorted(some[at:at + 600], key=len)
        random.shuffle(parts)
        each = math.ceil(len(pooled_trees) / len(parts))
        slices = [pooled_trees[i:i + each] for i in range(0, len(pooled_trees), each)]
        random.shuffle(slices)
        return [(p, slices[i] if i < len(slices) else []) for i, p in enumerate(parts)]

    steps = len(epoch_parts()) * epochs
    done, trained_from = 0, time.time()

    def progress() -> float:
        return max(done / steps, (time.time() - trained_from) / limit_seconds)

    def rate(_: int) -> float:
        return min((progress() + 0.002) / 0.07, max(0.0, (1 - progress()) / 0.93))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    for epoch in range(epochs):
        started = time.time()
        if epoch or start:
            sentences = [s.words for d in tagged_documents for s in d.sentences]
            spans = iter(Tagger(model, pieces, device).spans(sentences))
            for d in tagged_documents:
                found = [next(spans) for _ in d.sentences]
                if d.source == "events":
                    # A pronoun may stand for an entity whose role is given to its name.
                    found = [[f for f in s if f[2] in ("name", "value")] for s in found]
                prepared[id(d)] = [preparation.groups(with_tagged(d, found))]
        model.train()
        totals: dict[str, float] = defaultdict(float)
        parts = epoch_parts()
        loader = DataLoader(Batches(parts, len(labels), pieces, relation_ids), batch_size=None, num_workers=workers,
                            prefetch_factor=4 if workers else None, pin_memory=False)
        for batch in loader:
            batch = batch.to(device)
            with torch.autocast(device.type, dtype=torch.bfloat16, enabled=half):
                parts_of_loss = losses(model, batch)
            loss = sum(WEIGHTS[k] * v for k, v in parts_of_loss.items())
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            done += 1
            if progress() >= 1:
                break
            for k, v in parts_of_loss.items():
                totals[k] = totals[k] + v.detach()
            if done % 50 == 0:
                print(f"step {done} of {steps}, {progress():.3f}, {time.time() - started:.0f} s: "
                      + ", ".join(f"{k} {float(v):.2f}" for k, v in sorted(parts_of_loss.items())), flush=True)
        line = ", ".join(f"{k} {float(v) / len(parts):.3f}" for k, v in sorted(totals.items()))
        print(f"epoch {epoch + 1}: {line}; {len(parts)} steps, {time.time() - started:.0f} s", flush=True)
        # Each epoch's, so that what was cut short can still be used.
        save(model, out)
        if progress() >= 1:
            break
    return model


def save(model: Reader, out: Path) -> None:
    torch.save(model.state_dict(), out / "reader.pt")
    (out / "layout.json").write_text(json.dumps(model.layout(), indent=1) + "\n", encoding="utf-8")


def load(folder: Path) -> Reader:
    from ..encoder import Encoder, EncoderSize

    layout = json.loads((folder / "layout.json").read_text(encoding="utf-8"))
    model = Reader(Encoder(EncoderSize(layers=layout["layers"])), layout["tags"], layout["relations"],
                   layout["labels"], layout["arc"], layout["label"])
    model.load_state_dict(torch.load(folder / "reader.pt", weights_only=True))
    return model.eval()
