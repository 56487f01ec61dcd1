/** A vote file that cannot be ranked, in one line for whoever named it. */
export class VoteFileError extends Error {
  override readonly name = "VoteFileError";
}
