-- CreateTable
CREATE TABLE "bootstraps" (
    "board" TEXT NOT NULL,
    "through_seq" BIGINT NOT NULL,
    "votes" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "rounds" INTEGER NOT NULL,
    "dropped" INTEGER NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "entrants" JSONB NOT NULL,

    CONSTRAINT "bootstraps_pkey" PRIMARY KEY ("board")
);

-- CreateTable
CREATE TABLE "prompt_tallies" (
    "prompt_id" UUID NOT NULL,
    "left_wins" BIGINT NOT NULL DEFAULT 0,
    "right_wins" BIGINT NOT NULL DEFAULT 0,
    "ties" BIGINT NOT NULL DEFAULT 0,
    "both_bad" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "prompt_tallies_pkey" PRIMARY KEY ("prompt_id")
);

-- CreateIndex
CREATE INDEX "tallies_left_entrant_id_right_entrant_id_idx" ON "tallies"("left_entrant_id", "right_entrant_id");

-- CreateIndex
CREATE INDEX "tallies_right_entrant_id_idx" ON "tallies"("right_entrant_id");

-- Battles that were voted in, newest first: of two entrants, and on a prompt. A row enters when its vote comes.
CREATE INDEX "battles_voted_of_a_pair" ON "battles" ("left_entrant_id", "right_entrant_id", "voted_at" DESC, "id" DESC)
  WHERE "voted_at" IS NOT NULL;
CREATE INDEX "battles_voted_on_a_prompt" ON "battles" ("prompt_id", "voted_at" DESC, "id" DESC)
  WHERE "voted_at" IS NOT NULL;

-- What a search of prompts looks in.
CREATE INDEX "prompts_words" ON "prompts" USING gin (to_tsvector('english', "title" || ' ' || "text"));

-- AddForeignKey
ALTER TABLE "prompt_tallies" ADD CONSTRAINT "prompt_tallies_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "prompt_tallies" ADD CONSTRAINT "prompt_tallies_never_below_zero"
  CHECK ("left_wins" >= 0 AND "right_wins" >= 0 AND "ties" >= 0 AND "both_bad" >= 0);

-- What was counted before this table was there.
INSERT INTO "prompt_tallies" ("prompt_id", "left_wins", "right_wins", "ties", "both_bad")
SELECT c."prompt_id", sum(t."left_wins"), sum(t."right_wins"), sum(t."ties"), sum(t."both_bad")
FROM "creation_tallies" t JOIN "creations" c ON c."id" = t."left_creation_id" GROUP BY c."prompt_id";
