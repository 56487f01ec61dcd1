/** Of a slot: three hashes and the number plus 1, 0 for an empty slot. */
const STRIDE = 4;

/**
 * Texts as bytes, each numbered from 0 by its first appearance. Looking one up makes no string: a file
 * of millions of rows names the same entrants, voters and prompts again and again.
 */
export type ByteTable = {
  /** The number of bytes[start .. end), a new one if they are new. */
  idOf(bytes: Uint8Array, start: number, end: number): number;
  /** The same without adding; −1 when they are not there. */
  find(bytes: Uint8Array, start: number, end: number): number;
  /** A number of its own for something without a text. */
  addNameless(): number;
};

/**
 * An empty table: open addressing, 16 bytes a slot, at most two thirds of them taken.
 *
 * A text is known by 96 bits of hash and its own bytes are not kept: with a hundred thousand voters a
 * look-up is mostly waiting for memory, and this costs one cache line instead of three or four. The odds
 * that any two of a million texts are taken for one are 1 in 10¹⁷.
 */
export function createByteTable(): ByteTable {
  let slots = new Int32Array(STRIDE * 64);
  let filled = 0;
  let size = 0;
  // The hashes of the text that was looked at last.
  let [first, second, third] = [0, 0, 0];

  /** Hashes bytes[start .. end) in words of four bytes, three ways, each much like FNV-1a. */
  function hash(bytes: Uint8Array, start: number, end: number): void {
    let a = end - start;
    let b = ~a;
    let c = Math.imul(a, 0x27d4eb2f);
    for (let index = start; index < end; index += 4) {
      let word = bytes[index] ?? 0;
      if (index + 3 < end) {
        word |= (bytes[index + 1] ?? 0) << 8;
        word |= (bytes[index + 2] ?? 0) << 16;
        word |= (bytes[index + 3] ?? 0) << 24;
      } else {
        if (index + 1 < end) word |= (bytes[index + 1] ?? 0) << 8;
        if (index + 2 < end) word |= (bytes[index + 2] ?? 0) << 16;
      }
      a = Math.imul(a ^ word, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ word, 0x85ebca6b);
      b ^= b >>> 13;
      c = Math.imul(((c << 5) | (c >>> 27)) + word, 0xc2b2ae35);
    }
    first = a ^ (a >>> 16);
    second = b;
    third = c;
  }

  /** The slot of the text hashed last, or the empty one where it belongs. */
  function findSlot(): number {
    const table = slots;
    const [a, b, c] = [first, second, third];
    const mask = table.length - 1;
    for (let slot = (STRIDE * a) & mask; ; slot = (slot + STRIDE) & mask) {
      if (table[slot + 3] === 0) return slot;
      if (table[slot] === a && table[slot + 1] === b && table[slot + 2] === c) return slot;
    }
  }

  function makeRoom(): void {
    if (3 * STRIDE * (filled + 1) <= 2 * slots.length) return;
    const old = slots;
    slots = new Int32Array(2 * old.length);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += STRIDE) {
      if (old[from + 3] === 0) continue;
      let slot = (STRIDE * (old[from] ?? 0)) & mask;
      while (slots[slot + 3] !== 0) slot = (slot + STRIDE) & mask;
      slots.set(old.subarray(from, from + STRIDE), slot);
    }
  }

  return {
    idOf(bytes, start, end) {
      hash(bytes, start, end);
      const known = (slots[findSlot() + 3] ?? 0) - 1;
      if (known >= 0) return known;
      makeRoom();
      slots.set([first, second, third, size + 1], findSlot());
      filled++;
      return size++;
    },
    find(bytes, start, end) {
      hash(bytes, start, end);
      return (slots[findSlot() + 3] ?? 0) - 1;
    },
    addNameless: () => size++,
  };
}

/** A table of these words, numbered in their order. */
export function byteTableOf(words: readonly string[]): ByteTable {
  const table = createByteTable();
  for (const word of words) {
    const bytes = new TextEncoder().encode(word);
    table.idOf(bytes, 0, bytes.length);
  }
  return table;
}
