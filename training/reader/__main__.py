"""python -m training.reader COMMAND: words, fit, calibrate, export. See README.md in the folder above."""

from __future__ import annotations

import argparse
import json
import pickle
from pathlib import Path

import torch

from .documents import Document

# What the shipped weights were fitted on; the parts left out are for development and reports.
TRAINED_ON = {"train"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("words", help="print our own training sentences for ParseWords.java")
    command.add_argument("--documents", type=Path, required=True, help="what collect wrote")
    command = commands.add_parser("fit", help="train all heads together")
    command.add_argument("--documents", type=Path, required=True, help="what collect wrote")
    command.add_argument("--trees", type=Path, required=True, help="folder of CoNLL-U to train on")
    command.add_argument("--silver", type=Path, help="what ParseWords.java made of the words")
    command.add_argument("--pretrained", type=Path, required=True, help="what python -m training extract wrote")
    command.add_argument("--out", type=Path, required=True)
    command.add_argument("--epochs", type=int, default=8)
    command.add_argument("--limit-seconds", type=float, default=1e9, help="stop after so much training")
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("--encoder-rate", type=float, default=1e-4)
    command.add_argument("--head-rate", type=float, default=6e-4)
    command.add_argument("--sentences-a-batch", type=int, default=48)
    command.add_argument("--tree-share", type=float, default=1.75, help="epochs of trees in an epoch of documents")
    command.add_argument("--workers", type=int, default=0)
    command.add_argument("--threads", type=int, default=2)
    command = commands.add_parser("calibrate", help="fit confidences on our development articles")
    command.add_argument("--trained", type=Path, required=True, help="what fit wrote")
    command.add_argument("--documents", type=Path, required=True)
    command.add_argument("--pretrained", type=Path, required=True)
    command = commands.add_parser("export", help="write ONNX graphs with eight-bit weights")
    command.add_argument("--trained", type=Path, required=True, help="what fit and calibrate wrote")
    command.add_argument("--pretrained", type=Path, required=True)
    command.add_argument("--out", type=Path, required=True)
    arguments = vars(parser.parse_args())
    {"words": _words, "fit": _fit, "calibrate": _calibrate, "export": _export}[arguments.pop("command")](**arguments)


def _read(file: Path, parts: set[str]) -> list[Document]:
    return [d for part, d in pickle.loads(file.read_bytes()) if part in parts]


def _own_sentences(documents: list[Document]) -> list[tuple[str, ...]]:
    return [s.words for d in documents if d.source == "own" for s in d.sentences if s.words]


def _words(documents: Path) -> None:
    for words in _own_sentences(_read(documents, TRAINED_ON)):
        print(" ".join(w.replace(" ", "\u00a0") for w in words))


def _fit(documents: Path, trees: Path, silver: Path | None, threads: int, **settings) -> None:
    from ..scores import read_parsed
    from ..treebank import Tree, Word, read_folder
    from .fit import fit

    torch.set_num_threads(threads)
    chosen = _read(documents, TRAINED_ON)
    silver_trees = []
    if silver:
        for words, analysis in zip(_own_sentences(chosen), read_parsed(silver), strict=True):
            silver_trees.append(Tree(tuple(Word(*w) for w in zip(words, *analysis, strict=True))))
    fit(chosen, read_folder(trees), silver_trees, **settings)


def _calibrate(trained: Path, documents: Path, pretrained: Path) -> None:
    from .calibrate import calibrate

    own = [d for d in _read(documents, {"development"}) if d.source == "own"]
    scale, shift = calibrate(trained, own, pretrained / "tokenizer.json")
    (trained / "calibration.json").write_text(json.dumps({"scale": scale, "shift": shift}) + "\n", encoding="utf-8")
    print(f"scale {scale:.4f}, shift {shift:.4f}")


def _export(trained: Path, pretrained: Path, out: Path) -> None:
    from .export import export

    calibration = json.loads((trained / "calibration.json").read_text(encoding="utf-8"))
    export(trained, pretrained / "tokenizer.json", out, **calibration)
    for file in sorted(out.iterdir()):
        print(f"{file.name} {file.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
