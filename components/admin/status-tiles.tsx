import { countText } from "@/components/ui/number-text";
import type { ArenaStatus } from "@/lib/admin/status-schema";
import { agoText, spanText } from "./age-text";
import { FigureTile, type Health } from "./figure-tile";

/** Votes that wait this long are late: a board follows a vote within two seconds (DESIGN §10). */
const LATE_SECONDS = 10;
/** A transaction that is open this long keeps Postgres from tidying up. */
const LONG_TRANSACTION_SECONDS = 60;

/** The arena's health as figures. */
export function StatusTiles({ status }: { status: ArenaStatus }) {
  const { votes, ledger, snapshotAge, worker, queue, database } = status;
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <FigureTile
        label="Votes, last minute"
        value={countText(votes.lastMinute)}
        note={`${countText(votes.counted)} counted in all`}
      />
      <FigureTile
        label="Ledger"
        health={ledgerHealth(status)}
        value={ledger.waiting === 0 ? "Up to date" : `${countText(ledger.waiting)} waiting`}
        note={`Last event ${countText(ledger.lastSeq)}, ${agoText(ledger.lastAge)}`}
      />
      <FigureTile
        label="Board of all tracks"
        value={agoText(snapshotAge)}
        note="Since anything on it changed"
      />
      <FigureTile
        label="Worker"
        health={worker.isAlive ? "good" : "bad"}
        value={worker.isAlive ? "Alive" : "Missing"}
        note={
          worker.isAlive
            ? `Seen ${agoText(worker.age)}`
            : `Seen ${agoText(worker.age)}. Votes are taken, boards stand still.`
        }
      />
      <FigureTile
        label="Generation queue"
        health={queueHealth(queue)}
        value={queue ? `${countText(queue.waiting + queue.retrying)} waiting` : "Not in use"}
        note={
          queue
            ? `${countText(queue.running)} running on ${countText(queue.workers)} ${queue.workers === 1 ? "worker" : "workers"}, ${countText(queue.retrying)} to try again, ${countText(queue.failed)} given up`
            : "Nothing was put on it yet"
        }
      />
      <FigureTile
        label="Database"
        health={databaseHealth(database)}
        value={sizeText(database.sizeBytes)}
        note={databaseText(database)}
      />
    </div>
  );
}

const megabytes = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

function sizeText(bytes: number): string {
  return bytes < 1e9
    ? `${megabytes.format(bytes / 1e6)}\u00a0MB`
    : `${megabytes.format(bytes / 1e9)}\u00a0GB`;
}

function databaseText(database: ArenaStatus["database"]): string {
  const { version, connections, maxConnections, oldestTransactionAge } = database;
  const text = `Postgres ${version.split(" ")[0]}, ${countText(connections)} of ${countText(maxConnections)} connections`;
  return isLong(oldestTransactionAge)
    ? `${text}, a transaction open for ${spanText(oldestTransactionAge)}`
    : text;
}

function isLong(transactionAge: number | null): boolean {
  return (transactionAge ?? 0) > LONG_TRANSACTION_SECONDS;
}

function ledgerHealth({ ledger, worker }: ArenaStatus): Health {
  if (ledger.waiting === 0) return "good";
  if (!worker.isAlive) return "bad";
  return (ledger.lastAge ?? 0) > LATE_SECONDS ? "warn" : "good";
}

function queueHealth(queue: ArenaStatus["queue"]): Health | undefined {
  if (!queue) return undefined;
  if (queue.workers === 0 && queue.waiting + queue.retrying > 0) return "bad";
  return queue.failed > 0 ? "warn" : "good";
}

function databaseHealth(database: ArenaStatus["database"]): Health {
  const { connections, maxConnections, oldestTransactionAge } = database;
  if (connections > 0.9 * maxConnections) return "bad";
  return isLong(oldestTransactionAge) ? "warn" : "good";
}
