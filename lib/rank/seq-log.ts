const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;

/** Votes to be visited in ledger order, for what depends on the order: 12 bytes each. */
export type SeqLog = {
  add(seq: number, cell: number): void;
  /** By seq; votes of the same seq (those of a file without one all have 0) as they came. */
  visitInOrder(visit: (cell: number) => void): void;
};

/** An empty log. */
export function createSeqLog(): SeqLog {
  const chunks: { seq: Float64Array; cell: Uint32Array }[] = [];
  let count = 0;
  let lastSeq = 0;
  let isSorted = true;
  const seqOf = (index: number) => chunks[index >>> CHUNK_BITS]?.seq[index % CHUNK] ?? 0;
  const cellOf = (index: number) => chunks[index >>> CHUNK_BITS]?.cell[index % CHUNK] ?? 0;
  return {
    add(seq, cell) {
      const offset = count % CHUNK;
      if (offset === 0) {
        chunks.push({ seq: new Float64Array(CHUNK), cell: new Uint32Array(CHUNK) });
      }
      const chunk = chunks[count >>> CHUNK_BITS];
      if (!chunk) return;
      chunk.seq[offset] = seq;
      chunk.cell[offset] = cell;
      if (seq < lastSeq) isSorted = false;
      lastSeq = seq;
      count++;
    },
    visitInOrder(visit) {
      if (isSorted) {
        for (let index = 0; index < count; index++) visit(cellOf(index));
        return;
      }
      const order = Uint32Array.from({ length: count }, (_, index) => index);
      order.sort((x, y) => seqOf(x) - seqOf(y) || x - y);
      for (const index of order) visit(cellOf(index));
    },
  };
}
