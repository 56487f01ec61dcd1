/** Voters whose votes are kept, and later sorted, together. */
const VOTERS_BITS = 14;
const VOTERS = 1 << VOTERS_BITS;
/** Votes of such a group that are packed at once. */
const CHUNK = 4096;
/** Votes that are sorted at once, at 8 bytes each. */
const BATCH = 2 ** 18;

type Visit = (voter: number, prompt: number, cell: number) => void;

/**
 * Votes to be visited voter by voter, in about 5 bytes each: less than half of what a `VoteLog` of
 * lib/rating takes, and no index of 4 bytes a vote to sort them.
 */
export type PackedVotes = {
  /** Takes whole numbers below 2³²; voters are numbered from 0 without large gaps. */
  add(voter: number, prompt: number, cell: number): void;
  /** Visits every vote, all of one voter together, voters ascending. */
  forEachByVoter(visit: Visit): void;
};

/** Columns of so many votes; voters less the first of their group. */
type OpenChunk = { count: number; voter: Uint16Array; prompt: Uint32Array; cell: Uint32Array };

/** The same with prompts and cells in as few bytes each as the largest needs: byte planes, lowest first. */
type PackedChunk = { count: number; voter: Uint16Array; prompt: Uint8Array; cell: Uint8Array };

type Group = { open: OpenChunk; packed: PackedChunk[] };

/** No votes yet. */
export function createPackedVotes(): PackedVotes {
  const groups: Group[] = [];
  return {
    add(voter, prompt, cell) {
      const number = voter >>> VOTERS_BITS;
      while (groups.length <= number) groups.push({ open: emptyChunk(), packed: [] });
      const group = groups[number];
      if (!group) return;
      const { open } = group;
      open.voter[open.count] = voter & (VOTERS - 1);
      open.prompt[open.count] = prompt;
      open.cell[open.count] = cell;
      if (++open.count === CHUNK) pack(group);
    },
    forEachByVoter(visit) {
      const space = {
        chunk: emptyChunk(),
        votesOf: new Uint32Array(VOTERS),
        next: new Uint32Array(VOTERS),
        prompts: new Uint32Array(BATCH),
        cells: new Uint32Array(BATCH),
      };
      groups.forEach((group, number) => {
        pack(group);
        visitGroup(group.packed, space, (voter, prompt, cell) =>
          visit(number * VOTERS + voter, prompt, cell),
        );
      });
    },
  };
}

function emptyChunk(): OpenChunk {
  return {
    count: 0,
    voter: new Uint16Array(CHUNK),
    prompt: new Uint32Array(CHUNK),
    cell: new Uint32Array(CHUNK),
  };
}

function pack({ open, packed }: Group): void {
  const { count } = open;
  if (count === 0) return;
  packed.push({
    count,
    voter: open.voter.slice(0, count),
    prompt: toPlanes(open.prompt.subarray(0, count)),
    cell: toPlanes(open.cell.subarray(0, count)),
  });
  open.count = 0;
}

/** Room to sort in, used again and again: memory that is given up is not free at once. */
type Space = {
  chunk: OpenChunk;
  votesOf: Uint32Array;
  next: Uint32Array;
  prompts: Uint32Array;
  cells: Uint32Array;
};

/** Visits one group in batches of whole voters, so that memory is bounded however many votes it has. */
function visitGroup(chunks: readonly PackedChunk[], space: Space, visit: Visit): void {
  const { votesOf } = space;
  votesOf.fill(0);
  for (const { voter } of chunks) {
    for (const number of voter) votesOf[number] = (votesOf[number] ?? 0) + 1;
  }
  for (let first = 0; first < VOTERS; ) {
    let end = first;
    let votes = 0;
    while (end < VOTERS && (votes === 0 || votes + (votesOf[end] ?? 0) <= BATCH)) {
      votes += votesOf[end++] ?? 0;
    }
    if (votes > BATCH) visitVoter(chunks, space, visit, end - 1);
    else if (votes > 0) visitBatch({ chunks, space, first, end }, visit);
    first = end;
  }
}

/** One voter with very many votes: nothing to sort. */
function visitVoter(
  chunks: readonly PackedChunk[],
  { chunk: unpacked }: Space,
  visit: Visit,
  voter: number,
): void {
  for (const { count, voter: owners, prompt, cell } of chunks) {
    fromPlanes(prompt, count, unpacked.prompt);
    fromPlanes(cell, count, unpacked.cell);
    for (let index = 0; index < count; index++) {
      if (owners[index] !== voter) continue;
      visit(voter, unpacked.prompt[index] ?? 0, unpacked.cell[index] ?? 0);
    }
  }
}

type Batch = { chunks: readonly PackedChunk[]; space: Space; first: number; end: number };

/** Sorts the votes of the voters first .. end − 1 by counting, and visits them. */
function visitBatch({ chunks, space, first, end }: Batch, visit: Visit): void {
  const { chunk: unpacked, votesOf, next, prompts, cells } = space;
  next[first] = 0;
  for (let voter = first + 1; voter < end; voter++) {
    next[voter] = (next[voter - 1] ?? 0) + (votesOf[voter - 1] ?? 0);
  }
  for (const { count, voter: owners, prompt, cell } of chunks) {
    fromPlanes(prompt, count, unpacked.prompt);
    fromPlanes(cell, count, unpacked.cell);
    for (let index = 0; index < count; index++) {
      const voter = owners[index] ?? 0;
      if (voter < first || voter >= end) continue;
      const place = next[voter] ?? 0;
      next[voter] = place + 1;
      prompts[place] = unpacked.prompt[index] ?? 0;
      cells[place] = unpacked.cell[index] ?? 0;
    }
  }
  let place = 0;
  for (let voter = first; voter < end; voter++) {
    for (const until = next[voter] ?? 0; place < until; place++) {
      visit(voter, prompts[place] ?? 0, cells[place] ?? 0);
    }
  }
}

function toPlanes(values: Uint32Array): Uint8Array {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, value);
  let planes = 0;
  while (largest >= 256 ** planes) planes++;
  const bytes = new Uint8Array(planes * values.length);
  for (let plane = 0, place = 0; plane < planes; plane++) {
    for (let index = 0; index < values.length; index++) {
      bytes[place++] = (values[index] ?? 0) >>> (8 * plane);
    }
  }
  return bytes;
}

function fromPlanes(bytes: Uint8Array, count: number, into: Uint32Array): void {
  into.fill(0, 0, count);
  for (let shift = 0, place = 0; place < bytes.length; shift += 8) {
    for (let index = 0; index < count; index++) {
      into[index] = (into[index] ?? 0) | ((bytes[place++] ?? 0) << shift);
    }
  }
}
