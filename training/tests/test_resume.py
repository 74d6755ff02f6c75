"""What export wrote is read back: python -m pytest training/tests"""

from pathlib import Path

import pytest
import torch

from training.encoder import Encoder, EncoderSize
from training.reader.export import export
from training.reader.fit import save
from training.reader.model import Reader
from training.reader.resume import resume

TOKENIZER = Path("src/main/resources/models/tokenizer.json")
LABELS = ["schema:founder", "rd:schema:founder", "kn:CEO"]


def reader(seed: int, relations: list[str]) -> Reader:
    torch.manual_seed(seed)
    made = Reader(Encoder(EncoderSize(layers=1)), ["NOUN", "VERB"], relations, LABELS, arc=64, label=32)
    for weights in made.parameters():  # equal ones, as untrained norms have, would be written once
        torch.nn.init.normal_(weights, std=0.02)
    return made


def test_goes_on_from_what_was_exported(tmp_path):
    before, after = reader(1, ["root", "nsubj"]), reader(2, ["root", "nsubj"])
    unlike = after.pairs.relations.weight[1].clone()
    pieces = after.encoder.word_embeddings.weight.clone()
    save(before, tmp_path)
    export(tmp_path, TOKENIZER, tmp_path / "models")

    resume(after, tmp_path / "models")

    then = before.state_dict()
    for name, weights in after.state_dict().items():
        if name == "encoder.word_embeddings.weight":
            assert torch.equal(weights, pieces)
            continue
        if name.startswith("pairs.relations"):
            weights, then[name] = weights[[0, 2]], then[name][[0, 2]]
        assert torch.allclose(weights, then[name], atol=2 * float(then[name].abs().max()) / 127), name
    assert torch.equal(after.pairs.relations.weight[1], unlike), "a label that is not exported keeps what it has"


def test_says_when_the_trees_have_other_relations(tmp_path):
    save(reader(1, ["root", "nsubj"]), tmp_path)
    export(tmp_path, TOKENIZER, tmp_path / "models")
    with pytest.raises(ValueError, match="other tags or relations of trees"):
        resume(reader(2, ["root", "obj"]), tmp_path / "models")
