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
