import { refuse } from "@/lib/generation/gate/gate-refusal";

export type JsonRecord = Record<string, unknown>;

/** Whether a JSON value is an object. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value that must be an object. */
export function record(value: unknown, where: string): JsonRecord {
  return isRecord(value) ? value : refuse("structure", `${where} is not an object`);
}

/** An optional array of objects; where glTF has one, it is never empty. */
export function records(owner: JsonRecord, key: string, most: number): JsonRecord[] {
  return array(owner, key, key, most).map((item, at) => record(item, `${key}[${at}]`));
}

/** An optional array, never empty when it is there. */
export function array(owner: JsonRecord, key: string, where: string, most: number): unknown[] {
  const value = owner[key];
  if (value === undefined) return [];
  if (!Array.isArray(value)) refuse("structure", `${where} is not an array`);
  if (value.length === 0) refuse("structure", `${where} is an empty array`);
  if (value.length > most) refuse("limit", `${where} has ${value.length} items, more than ${most}`);
  return value;
}

/** An integer from `least` to `most`; `absent` when it is not there, which without one is refused. */
export function integer(
  owner: JsonRecord,
  key: string,
  { where, least = 0, most, absent }: IntegerRange,
): number {
  const value = owner[key] ?? absent;
  if (typeof value !== "number" || !Number.isSafeInteger(value))
    return refuse("structure", `${where}.${key} is not an integer`);
  if (value < least || value > most) refuse("range", `${where}.${key} is out of range`);
  return value;
}

export type IntegerRange = { where: string; least?: number; most: number; absent?: number };

/** An index into a list of `length` items. */
export function reference(owner: JsonRecord, key: string, where: string, length: number): number {
  return indexOf(owner[key], `${where}.${key}`, length);
}

/** An optional index: undefined when it is not there. */
export function optionalReference(
  owner: JsonRecord,
  key: string,
  where: string,
  length: number,
): number | undefined {
  return owner[key] === undefined ? undefined : reference(owner, key, where, length);
}

/** A value that must be an index into a list of `length` items. */
export function indexOf(value: unknown, where: string, length: number): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value))
    return refuse("structure", `${where} is not an index`);
  if (value < 0 || value >= length) refuse("reference", `${where} points at nothing`);
  return value;
}

/** An optional array of exactly `length` finite numbers within ± `most`. */
export function numbers(
  owner: JsonRecord,
  key: string,
  { where, length, most }: { where: string; length: number; most: number },
): number[] | undefined {
  const value = owner[key];
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || value.length !== length)
    return refuse("structure", `${where}.${key} is not ${length} numbers`);
  return value.map((item) => {
    if (typeof item !== "number") return refuse("structure", `${where}.${key} holds no number`);
    return Math.abs(item) <= most ? item : refuse("value", `${where}.${key} is too large`);
  });
}

/** Refuses keys that would make the file more than still triangles. */
export function forbid(owner: JsonRecord, keys: readonly string[], where: string): void {
  for (const key of keys)
    if (owner[key] !== undefined) refuse("unsupported", `${where} has ${key}`);
}
