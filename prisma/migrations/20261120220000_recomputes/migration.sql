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
