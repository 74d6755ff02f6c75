"""Words to pieces and shapes. src/main/java/.../encoder/SentenceEncoder.java and WordPieces.java do the same: keep them alike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

# Word shapes, since the pieces are lower-cased. The order is that of Java's WordShape.
NO_WORD, LOWER, CAPITALISED, UPPER, SINGLE_CAPITAL, MIXED, NUMBER, ALPHANUMERIC, SYMBOL = range(9)
SHAPES = 9
MOST_PIECES_A_WORD = 12

_STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": "..."}
)
_WHOLE_WORDS = {"``": '"', "''": '"', "--": "—"}


def shape(word: str) -> int:
    """The shape of a word; only letters and decimal digits count."""
    letters = [c for c in word if c.isalpha()]
    digits = any(c.isdecimal() for c in word)
    if digits:
        return ALPHANUMERIC if letters else NUMBER
    if not letters:
        return SYMBOL
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return LOWER
    if upper == len(letters):
        return SINGLE_CAPITAL if upper == 1 else UPPER
    return CAPITALISED if upper == 1 and letters[0].isupper() else MIXED


def plain(word: str) -> str:
    """The word with typographic quotation marks made straight."""
    word = word.translate(_STRAIGHT)
    return _WHOLE_WORDS.get(word, word)


@dataclass(frozen=True)
class Pieces:
    """What the encoder reads of one sentence: [CLS] pieces [SEP]."""

    ids: list[int]
    shapes: list[int]
    starts: list[int]


class PieceEncoder:
    def __init__(self, tokenizer_file: Path):
        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._cls, self._sep, self._unk = (
            self._tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[UNK]")
        )
        self._known: dict[str, list[int]] = {}

    def encode(self, forms: list[str] | tuple[str, ...]) -> Pieces:
        ids, shapes, starts = [self._cls], [NO_WORD], []
        for form in forms:
            pieces = self._pieces(form)
            starts.append(len(ids))
            ids.extend(pieces)
            shapes.extend([shape(form)] * len(pieces))
        return Pieces(ids + [self._sep], shapes + [NO_WORD], starts)

    def _pieces(self, form: str) -> list[int]:
        if form not in self._known:
            encoding = self._tokenizer.encode(plain(form), add_special_tokens=False)
            self._known[form] = encoding.ids[:MOST_PIECES_A_WORD] or [self._unk]
        return self._known[form]
