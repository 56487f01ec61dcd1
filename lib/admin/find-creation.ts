import "server-only";
import * as z from "zod";
import { getManagedCreation } from "@/lib/admin/creation-list";
import type { ManagedCreation, Run } from "@/lib/admin/creation-schema";
import { getRun } from "@/lib/admin/run-list";
import { listAuditEntries } from "@/lib/audit/data";
import type { AuditEntry } from "@/lib/audit/schema";

type FoundCreation = {
  creation: ManagedCreation;
  /** How it was made. */
  run: Run;
  /** What maintainers did with it, the newest first. */
  history: AuditEntry[];
};

/** A creation by the id in its address, hidden or not; null when there is none. */
export async function findManagedCreation(
  address: string,
  voterId: string | null,
): Promise<FoundCreation | null> {
  const id = z.uuid().safeParse(address).data;
  if (!id) return null;
  const [creation, run, history] = await Promise.all([
    getManagedCreation(id, voterId),
    getRun(id, voterId),
    listAuditEntries({ subject: `creation ${id}` }),
  ]);
  return creation && run && { creation, run, history: history.entries };
}
