import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { requireEnv } from "@/lib/env";
import { getLatestSnapshot, type LatestSnapshot } from "@/lib/leaderboard/data";
import { SNAPSHOT_CHANNEL } from "@/lib/leaderboard/mutations";
import type { BoardRow, SnapshotEvent } from "@/lib/leaderboard/schema";
import { logger } from "@/lib/logger";

/** Told of every new snapshot of its board: the data of a `snapshot` event as JSON text, and the snapshot's id. */
type Listener = (event: string, id: string) => void;

const RECONNECT_DELAY_MS = 1_000;

/**
 * One process's ear for new snapshots: one LISTEN connection, whatever the number of readers. Each new
 * snapshot is read and compared with the one before once, then sent to every reader of its board. When the
 * connection is lost it is opened again and whatever was missed is sent first.
 */
class Broadcast {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #latest = new Map<string, LatestSnapshot>();
  #isListening = false;

  /** Sends the board's current state at once, then every change. Returns how to leave; null for an unknown board. */
  async subscribe(board: string, listener: Listener): Promise<(() => void) | null> {
    const listeners = this.#listeners.get(board) ?? new Set();
    this.#listeners.set(board, listeners);
    listeners.add(listener);
    const leave = () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(board) !== listeners) return;
      this.#listeners.delete(board);
      this.#latest.delete(board);
    };
    void this.#listen();
    const read = this.#latest.get(board) ?? (await getLatestSnapshot(board));
    if (!read) {
      leave();
      return null;
    }
    // A newer one may have come while this one was read.
    const snapshot = this.#latest.get(board) ?? read;
    this.#latest.set(board, snapshot);
    listener(toEvent(snapshot, snapshot.entrants), snapshot.id);
    return leave;
  }

  /** Starts the one connection, and starts it again for as long as this process lives. */
  async #listen(): Promise<void> {
    if (this.#isListening) return;
    this.#isListening = true;
    for (;;) {
      const client = new pg.Client({
        connectionString: requireEnv("DATABASE_URL"),
        keepAlive: true,
      });
      try {
        const lost = new Promise<Error>((resolve) => {
          client.on("error", resolve);
          client.on("end", () => resolve(new Error("the connection ended")));
        });
        client.on("notification", ({ payload = "" }) => void this.#catchUp(payload));
        await client.connect();
        await client.query(`LISTEN ${SNAPSHOT_CHANNEL}`);
        for (const board of this.#listeners.keys()) void this.#catchUp(board);
        throw await lost;
      } catch (error) {
        logger.warn({ err: error }, "not listening for snapshots, trying again");
        await client.end().catch(() => undefined);
      }
      await sleep(RECONNECT_DELAY_MS);
    }
  }

  /** Reads a board's newest snapshot and tells its readers what changed, unless they know it already. */
  async #catchUp(board: string): Promise<void> {
    if (!this.#listeners.has(board)) return;
    try {
      const snapshot = await getLatestSnapshot(board);
      const before = this.#latest.get(board);
      if (!snapshot || !isNewer(snapshot, before)) return;
      this.#latest.set(board, snapshot);
      const event = toEvent(snapshot, changedRows(before?.entrants ?? [], snapshot.entrants));
      for (const listener of this.#listeners.get(board) ?? []) listener(event, snapshot.id);
    } catch (error) {
      logger.warn({ err: error, board }, "a new snapshot could not be read");
    }
  }
}

/** Two reads may finish in the other order than they began. */
function isNewer(snapshot: LatestSnapshot, before: LatestSnapshot | undefined): boolean {
  if (!before) return true;
  const [then, now] = [before, snapshot].map(({ computedAt }) => Date.parse(computedAt ?? ""));
  return snapshot.id !== before.id && Number(now) >= Number(then);
}

function changedRows(before: BoardRow[], after: BoardRow[]): BoardRow[] {
  const known = new Map(before.map((row) => [row.slug, JSON.stringify(row)]));
  return after.filter((row) => known.get(row.slug) !== JSON.stringify(row));
}

function toEvent(
  { id, throughSeq, votes, computedAt }: LatestSnapshot,
  changed: BoardRow[],
): string {
  const event: SnapshotEvent = { id, throughSeq, votes, computedAt, changed };
  return JSON.stringify(event);
}

const globalBroadcast = globalThis as typeof globalThis & { polyduelBroadcast?: Broadcast };

/** This process's broadcast, made at its first reader. */
export function getBroadcast(): Broadcast {
  globalBroadcast.polyduelBroadcast ??= new Broadcast();
  return globalBroadcast.polyduelBroadcast;
}
