"""Fingerprints of texts: which of many stories are worth comparing, by MinHash and bands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from zlib import crc32

from comity.data.folding import fold

if TYPE_CHECKING:
    from datasketch import MinHash  # type: ignore[import-untyped]  # it has no types

#: A change of any of these makes old fingerprints useless: they are kept in records.
PERMUTATIONS = 128
ROWS = 4
SHINGLE = 3
_SEED = 1


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A text in 512 bytes.

    Texts that share half of their word triples share one of the 32 `bands` in nine cases of ten;
    bands are whole numbers of 63 bits, to be kept in a table and looked up. `shingles` is the
    number of different word triples.
    """

    signature: bytes
    bands: tuple[int, ...]
    shingles: int


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text: the same on every machine."""
    shingles = _shingles(words(text))
    minhash = _empty().copy()
    if shingles:
        minhash.update_batch(shingles)
    signature = minhash.hashvalues.astype("<u4").tobytes()
    return Fingerprint(signature, _bands(signature) if shingles else (), len(shingles))


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """The share of word triples that two texts have in common, as estimated (0..1)."""
    if not one.shingles or not other.shingles:
        return 0.0
    pairs = zip(
        memoryview(one.signature).cast("I"), memoryview(other.signature).cast("I"), strict=True
    )
    return sum(a == b for a, b in pairs) / PERMUTATIONS


def words(text: str) -> list[str]:
    """The words of a text without accents, case and punctuation."""
    return fold(text).split()


def _shingles(found: list[str]) -> list[int]:
    """One number of 32 bits for each different triple of words."""
    codes = [crc32(word.encode()) for word in found]
    if len(codes) < SHINGLE:
        return [crc32(" ".join(found).encode())] if found else []
    triples = zip(codes, codes[1:], codes[2:], strict=False)
    mixed = {(a * 0x9E3779B1 + b * 0x85EBCA77 + c * 0xC2B2AE3D) & 0xFFFFFFFF for a, b, c in triples}
    return sorted(mixed)


def _bands(signature: bytes) -> tuple[int, ...]:
    width = 4 * ROWS
    return tuple(
        int.from_bytes(
            blake2b(bytes([at // width]) + signature[at : at + width], digest_size=8).digest()
        )
        >> 1
        for at in range(0, len(signature), width)
    )


@cache
def _empty() -> MinHash:
    """An empty MinHash. Loading the library takes half a second: only those who need it pay."""
    from datasketch import MinHash

    made: Any = MinHash(num_perm=PERMUTATIONS, seed=_SEED, hashfunc=int, scheme="affine32")
    return made
