import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OUTCOMES } from "./outcome-words";
import { inPieces, writeCsv } from "./test-csv";
import { createVoteReader, MAX_ENTRANTS, MAX_PROMPTS, type VoteFileSummary } from "./vote-reader";

type Read = VoteFileSummary & { list: (string | number)[][] };

/** Every vote as [left, right, outcome, voter, prompt, seq], with names and words for the first three. */
function readPieces(pieces: readonly Uint8Array[], board = "all", clusters = true): Read {
  const list: number[][] = [];
  const reader = createVoteReader({
    board,
    clusters,
    onVote: ({ left, right, outcome, voter, prompt, seq }) =>
      list.push([left, right, outcome, voter, prompt, seq]),
  });
  for (const piece of pieces) reader.push(piece);
  const summary = reader.end();
  const named = list.map(([left, right, outcome, ...rest]) => [
    summary.entrants[left ?? -1] ?? "?",
    summary.entrants[right ?? -1] ?? "?",
    OUTCOMES[outcome ?? -1] ?? "?",
    ...rest,
  ]);
  return { ...summary, list: named };
}

const read = (text: string, board?: string, clusters?: boolean) =>
  readPieces(inPieces(text, []), board, clusters);

const OURS = "seq,track,category,prompt,left_entrant,right_entrant,outcome,voter,counted";
const ours = (...rows: string[]) => read([OURS, ...rows, ""].join("\n"));

describe("formats", () => {
  test("our export", () => {
    expect(
      ours(
        "3,text-to-3d,chairs,stool,ant,bee,left,v1,t",
        "5,text-to-3d,chairs,stool,bee,ant,both_bad,v2,t",
        "6,text-to-3d,chairs,bench,cat,ant,tie,v1,t",
      ),
    ).toMatchObject({
      format: "polyduel",
      ...{ rows: 3, votes: 3, excluded: 0, elsewhere: 0, throughSeq: 6, isInSeqOrder: true },
      ...{ hasVoters: true, hasPrompts: true, hasTooManyPrompts: false },
      entrants: ["ant", "bee", "cat"],
      list: [
        ["ant", "bee", "left", 0, 0, 3],
        ["bee", "ant", "both_bad", 1, 0, 5],
        ["cat", "ant", "tie", 0, 1, 6],
      ],
    });
  });

  test("FastChat: model_a is shown first, judge and question_id are the clusters", () => {
    const text = writeCsv([
      ["question_id", "model_a", "model_b", "winner", "judge", "tstamp"],
      ["q1", "ant", "bee", "model_a", "j1", "1.5"],
      ["q1", "ant", "bee", "model_b", "j2", "2.5"],
      ["q2", "bee", "ant", "tie", "j1", "0.5"],
      ["q2", "bee", "ant", "tie (bothbad)", "j1", "0.5"],
    ]);
    expect(read(text)).toMatchObject({
      ...{ format: "fastchat", throughSeq: 0, hasVoters: true, hasPrompts: true },
      list: [
        ["ant", "bee", "left", 0, 0, 0],
        ["ant", "bee", "right", 1, 0, 0],
        ["bee", "ant", "tie", 0, 1, 0],
        ["bee", "ant", "both_bad", 0, 1, 0],
      ],
    });
  });

  test.each(["model_a,model_b,winner", "left_entrant,right_entrant,outcome"])(
    "every word for an outcome, under %s",
    (header) => {
      const words = ["left", "right", "tie", "both_bad", "model_a", "model_b", "tie (bothbad)"];
      const { list, hasVoters, hasPrompts } = read(
        `${header}\n${words.map((word) => `ant,bee,${word}`).join("\n")}`,
      );
      expect(list.map(([, , outcome]) => outcome)).toEqual([
        ...["left", "right", "tie", "both_bad", "left", "right", "both_bad"],
      ]);
      expect([hasVoters, hasPrompts]).toEqual([false, false]);
    },
  );

  test("names in any script, with commas, quotes and line breaks", () => {
    const names = ['LLaMA, "chat"', "模型\n二", "🧊 ice"];
    const rows = names.map((name) => [name, "ant", "tie"]);
    const { entrants } = read(writeCsv([["model_a", "model_b", "winner"], ...rows]));
    expect(entrants).toEqual([names[0], "ant", names[1], names[2]]);
  });
});

describe("what is not counted", () => {
  test("excluded rows, and those of other boards", () => {
    const rows = [
      "1,text,chairs,p,ant,bee,left,v,t",
      "2,text,chairs,p,ant,bee,left,v,f",
      "3,text,lamps,p,cat,bee,left,v,True",
      "9,image,chairs,p,dog,bee,left,v,false",
    ];
    const text = [OURS, ...rows].join("\n");
    const counts = (board: string) => {
      const { votes, excluded, elsewhere, entrants, throughSeq, bad } = read(text, board);
      return [votes, excluded, elsewhere, entrants.join(" "), throughSeq, bad.count];
    };
    expect(counts("all")).toEqual([2, 2, 0, "ant bee cat", 9, 0]);
    expect(counts("text")).toEqual([2, 2, 0, "ant bee cat", 9, 0]);
    expect(counts("text/chairs")).toEqual([1, 2, 1, "ant bee", 9, 0]);
    expect(counts("text/chair")).toEqual([0, 2, 2, "", 9, 0]);
  });

  test("bad rows, each with its line and reason, the first ten in full", () => {
    const { votes, bad, entrants } = ours(
      "1,t,c,p,ant,bee,left,v,t",
      "2,t,c,p,ant,bee,left,v",
      "3,t,c,p,ant,bee,left,v,t,",
      "4,t,c,p,ant,bee,won,v,t",
      '5,t,c,p,,bee,"left",v,t',
      "6,t,c,p,ant,,left,v,t",
      '7,t,c,p,"ant",ant,left,v,t',
      "eight,t,c,p,ant,bee,left,v,t",
      "0,t,c,p,ant,bee,left,v,t",
      "1,t,c,p,ant,bee,left,v,t",
      "10,t,c,p,ant,bee,left,v,maybe",
      '11,t,c,p,"ant"x,bee,left,v,t',
      "-1,t,c,p,ant,bee,left,v,t",
      OURS,
    );
    expect({ votes, entrants }).toEqual({ votes: 1, entrants: ["ant", "bee"] });
    expect(bad.count).toBe(13);
    expect(bad.first).toEqual([
      { line: 3, reason: "8 columns, not 9" },
      { line: 4, reason: "10 columns, not 9" },
      { line: 5, reason: 'the outcome "won" is unknown' },
      { line: 6, reason: "the first entrant is empty" },
      { line: 7, reason: "the second entrant is empty" },
      { line: 8, reason: '"ant" is set against itself' },
      { line: 9, reason: 'the seq "eight" is no whole number from 1' },
      { line: 10, reason: 'the seq "0" is no whole number from 1' },
      { line: 11, reason: 'the seq "1" is that of the row before' },
      { line: 12, reason: 'counted is "maybe", neither t nor f' },
    ]);
  });

  test("a last line that was cut off, but not one that only lacks its line break", () => {
    const whole = `${OURS}\n1,t,c,p,ant,bee,left,v,t\n2,t,c,p,ant,bee,left,v,t`;
    expect(read(whole)).toMatchObject({ votes: 2, bad: { count: 0 } });
    for (let cut = 1; cut < 20; cut++) {
      expect(read(whole.slice(0, -cut))).toMatchObject({ votes: 1, bad: { count: 1 } });
    }
  });

  test("hostile texts cannot steer a terminal", () => {
    const { bad } = read(`model_a,model_b,winner\nant,bee,\x1b[2J\u009b\u202e${"x".repeat(99)}`);
    expect(bad.first[0]?.reason).toBe(
      `the outcome "\\u{1b}[2J\\u{9b}\\u{202e}${"x".repeat(34)}…" is unknown`,
    );
  });
});

describe("clusters", () => {
  test("a vote whose voter or prompt is not known is one of its own", () => {
    const rows = ["q,j", ",", ",", "q,"].map((clusters) => `ant,bee,tie,${clusters}`);
    const { list } = read(`model_a,model_b,winner,question_id,judge\n${rows.join("\n")}`);
    expect(list.map(([, , , voter, prompt]) => [voter, prompt])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 0],
    ]);
  });

  test("are not told apart when nobody asked", () => {
    const text = "model_a,model_b,winner,judge\nant,bee,tie,j1\nant,bee,tie,j2\n";
    const { list, hasVoters } = read(text, "all", false);
    expect([hasVoters, list.map(([, , , voter]) => voter)]).toEqual([false, [0, 0]]);
  });

  test("more prompts than can be held are left out", () => {
    const header = "model_a,model_b,winner,question_id\n";
    const rows = Array.from({ length: MAX_PROMPTS + 1 }, (_, index) => `ant,bee,tie,q${index}\n`);
    const pieces = [header, ...rows].map((text) => new TextEncoder().encode(text));
    expect(readPieces(pieces.slice(0, -1))).toMatchObject({ hasPrompts: true });
    expect(readPieces(pieces)).toMatchObject({
      ...{ votes: MAX_PROMPTS + 1, hasPrompts: false, hasTooManyPrompts: true },
    });
  });
});

test("seq out of order is told, and is no error", () => {
  const rows = [3, 1, 2].map((seq) => `${seq},t,c,p,ant,bee,left,v,t`);
  expect(ours(...rows)).toMatchObject({ votes: 3, throughSeq: 3, isInSeqOrder: false });
});

describe("no vote file", () => {
  test.each([
    ["", "is empty"],
    ["\n\n", "is empty"],
    [
      "a,b\n1,2\n",
      /^names neither left_entrant, right_entrant, outcome nor model_a, model_b, winner/,
    ],
    ["model_a,winner\n", "has no column model_b"],
    ["left_entrant,outcome,winner\n", "has no column right_entrant"],
    ["model_a,model_b,winner,model_a\n", "has two columns named model_a"],
    ['model_a,"model_b"x,winner\n', "has a bad header row: something follows a closing quote"],
    ["\x89PNG\r\n", "is not UTF-8 text: see line 1"],
    ["model_a,model_b,winner\nant,be\0e,tie\n", "is not UTF-8 text"],
  ])("%j", (text, message) => {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(() => readPieces([bytes])).toThrow(message);
  });

  test("compressed", () => {
    expect(() => readPieces([Uint8Array.of(0x1f, 0x8b, 8, 0)])).toThrow("is compressed");
  });

  test("names that are not UTF-8", () => {
    const text = "model_a,model_b,winner\nant,b\xe9e,tie\n";
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(() => readPieces([bytes])).toThrow("is not UTF-8 text: see line 2");
  });

  test("more entrants than can be rated", () => {
    const rows = Array.from({ length: MAX_ENTRANTS }, (_, index) => `m${index},ant,tie\n`);
    expect(() => read(`model_a,model_b,winner\n${rows.join("")}`)).toThrow(
      "more than 2048 entrants",
    );
  });

  test("a board of a file that does not say tracks", () => {
    const text = "model_a,model_b,winner\nant,bee,tie\n";
    expect(() => read(text, "text-to-3d")).toThrow("has no column track, which --board needs");
  });
});

test("the same wherever the file is cut", () => {
  const name = fc.constantFrom("ant", "bee", "cat,", 'd"og', "", "emu\n");
  const word = fc.constantFrom("left", "right", "tie", "both_bad", "oops");
  const row = fc.tuple(fc.nat(9).map(String), name, name, word, name, name);
  const header = ["seq", "left_entrant", "right_entrant", "outcome", "voter", "prompt"];
  const csv = fc.array(row, { maxLength: 20 }).map((rows) => writeCsv([header, ...rows]));
  fc.assert(
    fc.property(csv, fc.array(fc.nat(), { maxLength: 9 }), (text, cuts) => {
      expect(readPieces(inPieces(text, cuts))).toEqual(read(text));
    }),
  );
});
