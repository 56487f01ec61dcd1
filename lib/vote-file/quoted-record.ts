const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;

/** The record does not end within the bytes at hand. */
export const INCOMPLETE = -1;
/** Something other than a comma or a line break follows a closing quote. */
export const MALFORMED = -2;

/** Where a record is decoded to: field i is bytes[separators[i] + 1 .. separators[i + 1]). */
export type DecodedRecord = {
  bytes: Uint8Array;
  separators: Int32Array;
  fields: number;
  /** Line breaks inside quotes. */
  breaks: number;
};

/**
 * Decodes one CSV record that has quoted fields, bytes[from .. end) being what is known of it, into
 * `target`, whose arrays grow as needed. A quote inside an unquoted field stands for itself.
 * @returns where the next record begins, INCOMPLETE or MALFORMED.
 * Source: RFC 4180.
 */
export function decodeQuotedRecord(
  bytes: Uint8Array,
  from: number,
  end: number,
  target: DecodedRecord,
): number {
  // One more than the input, since every field is followed by one byte, also the last.
  if (target.bytes.length <= end - from) target.bytes = new Uint8Array(2 * (end - from) + 1);
  const decoded = target.bytes;
  target.separators[0] = -1;
  target.fields = 0;
  target.breaks = 0;
  let length = 0;
  let index = from;
  for (;;) {
    if (index < end && bytes[index] === QUOTE) {
      index++;
      for (;;) {
        if (index >= end) return INCOMPLETE;
        const byte = bytes[index] ?? 0;
        if (byte === QUOTE) {
          if (index + 1 >= end) return INCOMPLETE;
          if (bytes[index + 1] !== QUOTE) break;
          index++;
        } else if (byte === LF) {
          target.breaks++;
        }
        decoded[length++] = byte;
        index++;
      }
      index++;
    } else {
      for (; index < end; index++) {
        const byte = bytes[index] ?? 0;
        if (byte === COMMA || byte === LF) break;
        decoded[length++] = byte;
      }
      if (index >= end) return INCOMPLETE;
      // The carriage return of a line break was taken for the field's last byte.
      if (bytes[index] === LF && index > from && bytes[index - 1] === CR) length--;
    }
    if (index >= end) return INCOMPLETE;
    if (bytes[index] === CR) {
      if (index + 1 >= end) return INCOMPLETE;
      index++;
      if (bytes[index] !== LF) return MALFORMED;
    }
    target.fields++;
    if (target.fields >= target.separators.length) target.separators = doubled(target.separators);
    target.separators[target.fields] = length++;
    const byte = bytes[index];
    if (byte === LF) return index + 1;
    if (byte !== COMMA) return MALFORMED;
    index++;
  }
}

/** A copy with room for twice as many. */
export function doubled(values: Int32Array): Int32Array {
  const result = new Int32Array(2 * values.length);
  result.set(values);
  return result;
}
