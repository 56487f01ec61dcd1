-- CreateTable
CREATE TABLE "recomputes" (
    "id" UUID NOT NULL,
    "started_by" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "phase" TEXT NOT NULL DEFAULT 'ledger',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "board" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "recomputes_pkey" PRIMARY KEY ("id")
);

-- What creations of late took, and how many an entrant has, from indices alone: the tables are wide.
CREATE INDEX "creations_standing" ON "creations" ("entrant_id", "created_at", "id", "status", "cost_usd", "hidden_at");
CREATE INDEX "attempts_effort" ON "attempts" ("creation_id", "seconds", "model_seconds", "input_tokens", "output_tokens");
CREATE INDEX "creations_hidden" ON "creations" ("id") WHERE "hidden_at" IS NOT NULL;
