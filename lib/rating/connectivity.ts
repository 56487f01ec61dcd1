import type { PairCell } from "./tally";

/**
 * Why an entrant is not rated. "Points over" is a win, a tie or a both-bad, followed along chains:
 * - `no_votes`: in no battle yet.
 * - `undefeated`: it has points over the rated group, which has none over it: the likelihood grows
 *   for ever as its rating rises.
 * - `winless`: the rated group has points over it, and it has none over them: the same, downwards.
 * - `disconnected`: votes, but no chain of points to or from the rated group.
 * Where nobody is rated, the group is everyone it met: undefeated gave no point away, winless got
 * none, and whoever did both (the middle of a chain) is disconnected.
 */
export type Reason = "no_votes" | "undefeated" | "winless" | "disconnected";

/** Who can be rated (ascending indices), and for each entrant null or why not. */
export type Connectivity = { rated: number[]; reasons: (Reason | null)[] };

/**
 * Finds the rated group: the largest strongly connected component, of at least two entrants, of the
 * graph "has points over". On it, and on nothing larger, the Bradley–Terry maximum is finite and
 * unique (Ford 1957). Equally large ones: the one with more votes, then the one with the lowest index.
 */
export function findRated(size: number, cells: readonly PairCell[]): Connectivity {
  const beats: number[][] = Array.from({ length: size }, () => []);
  const losesTo: number[][] = Array.from({ length: size }, () => []);
  for (const { a, b, n, pointsA } of cells) {
    if (pointsA > 0) {
      beats[a]?.push(b);
      losesTo[b]?.push(a);
    }
    if (pointsA < n) {
      beats[b]?.push(a);
      losesTo[a]?.push(b);
    }
  }
  const rated = largestComponent(stronglyConnected(beats, losesTo), cells);
  const above = reachable(losesTo, rated);
  const below = reachable(beats, rated);
  const reasons = beats.map((beaten, entrant): Reason | null => {
    const beatenBy = losesTo[entrant] ?? [];
    const isAbove = rated.length > 0 ? above[entrant] === 1 : beaten.length > 0;
    const isBelow = rated.length > 0 ? below[entrant] === 1 : beatenBy.length > 0;
    if (beaten.length + beatenBy.length === 0) return "no_votes";
    if (isAbove && isBelow) return rated.length > 0 ? null : "disconnected";
    if (isAbove) return "undefeated";
    return isBelow ? "winless" : "disconnected";
  });
  return { rated, reasons };
}

/**
 * Component number of each entrant, by Kosaraju's two sweeps, with own stacks so that a long chain
 * cannot exhaust the call stack.
 */
function stronglyConnected(forward: number[][], backward: number[][]): Int32Array {
  const finished: number[] = [];
  const visited = new Uint8Array(forward.length);
  for (let root = 0; root < forward.length; root++) {
    if (visited[root] === 1) continue;
    visited[root] = 1;
    const stack = [{ node: root, next: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const child = forward[top.node]?.[top.next++];
      if (child === undefined) {
        finished.push(top.node);
        stack.pop();
      } else if (visited[child] === 0) {
        visited[child] = 1;
        stack.push({ node: child, next: 0 });
      }
    }
  }
  const component = new Int32Array(forward.length).fill(-1);
  let count = 0;
  for (const root of finished.reverse()) {
    if (component[root] !== -1) continue;
    component[root] = count;
    const stack = [root];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      for (const parent of backward[node] ?? []) {
        if (component[parent] !== -1) continue;
        component[parent] = count;
        stack.push(parent);
      }
    }
    count++;
  }
  return component;
}

function largestComponent(component: Int32Array, cells: readonly PairCell[]): number[] {
  const members = new Map<number, number[]>();
  component.forEach((number, entrant) => {
    const list = members.get(number);
    if (list) list.push(entrant);
    else members.set(number, [entrant]);
  });
  const votes = new Map<number, number>();
  for (const { a, b, n } of cells) {
    const number = component[a];
    if (number === undefined || number !== component[b]) continue;
    votes.set(number, (votes.get(number) ?? 0) + n);
  }
  // The map is in order of each component's lowest index, and only a strictly better one replaces.
  let best: { list: number[]; votes: number } = { list: [], votes: 0 };
  for (const [number, list] of members) {
    const inside = votes.get(number) ?? 0;
    if (list.length < 2 || list.length < best.list.length) continue;
    if (list.length > best.list.length || inside > best.votes) best = { list, votes: inside };
  }
  return best.list;
}

function reachable(edges: number[][], from: readonly number[]): Uint8Array {
  const seen = new Uint8Array(edges.length);
  const stack = [...from];
  for (const node of from) seen[node] = 1;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const next of edges[node] ?? []) {
      if (seen[next] === 1) continue;
      seen[next] = 1;
      stack.push(next);
    }
  }
  return seen;
}
