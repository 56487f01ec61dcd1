/** Response header: the size of an asset in bytes, before any transfer compression. */
export const DECODED_SIZE_HEADER = "x-decoded-bytes";
