import { openVoteFile, type VoteBytes } from "./open-vote-file";
import { VoteFileError } from "./vote-file-error";
import { createVoteReader, type VoteFileSummary, type VoteReaderOptions } from "./vote-reader";

export type ReadOptions = VoteReaderOptions & {
  /** Told after each piece how many bytes of the file are behind; `size` is null for a pipe. */
  onProgress?: ((read: number, size: number | null) => void) | undefined;
};

/**
 * Reads a vote file from end to end in one pass, in memory that grows with its entrants, voters and
 * prompts but not with its votes. `source` is a path, or bytes that are already flowing.
 * @throws VoteFileError, naming the file, when it cannot be read or has no row that counts.
 */
export async function readVoteFile(
  source: string | VoteBytes,
  options: ReadOptions,
): Promise<VoteFileSummary> {
  const name = typeof source === "string" ? source : source.name;
  try {
    const { size, pieces } = typeof source === "string" ? await openVoteFile(source) : source;
    const reader = createVoteReader(options);
    let read = 0;
    for await (const piece of pieces) {
      reader.push(piece);
      read += piece.length;
      options.onProgress?.(read, size);
    }
    return requireVotes(reader.end(), options.board);
  } catch (error) {
    if (!(error instanceof VoteFileError)) throw error;
    throw new VoteFileError(`${name} ${error.message}`, { cause: error });
  }
}

function requireVotes(summary: VoteFileSummary, board: string): VoteFileSummary {
  const { rows, votes, excluded, elsewhere, bad } = summary;
  if (votes > 0) return summary;
  const first = bad.first[0];
  const parts = [
    ...(bad.count > 0 ? [`${bad.count} bad`] : []),
    ...(excluded > 0 ? [`${excluded} excluded`] : []),
    ...(elsewhere > 0 ? [`${elsewhere} not of ${board}`] : []),
  ];
  const counts =
    rows === 0
      ? "none below the header"
      : `${rows} row${rows === 1 ? "" : "s"}: ${parts.join(", ")}`;
  const example = first ? `; line ${first.line}: ${first.reason}` : "";
  throw new VoteFileError(`has no usable row (${counts}${example})`);
}
