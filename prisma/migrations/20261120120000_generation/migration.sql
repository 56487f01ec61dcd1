-- CreateEnum
CREATE TYPE "attempt_kind" AS ENUM ('first', 'repair', 'critique');

-- AlterTable
ALTER TABLE "prompts" ADD COLUMN     "details" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "instruction" TEXT,
ADD COLUMN     "reference_sha256s" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "source" TEXT;

-- AlterTable
ALTER TABLE "creations" ADD COLUMN     "chosen_attempt" INTEGER,
ADD COLUMN     "cost_usd" DECIMAL(12,6),
ADD COLUMN     "rendered_glb_bytes" INTEGER,
ADD COLUMN     "rendered_glb_sha256" TEXT,
ADD COLUMN     "rendered_poster_sha256s" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "attempts" ADD COLUMN     "details" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "kind" "attempt_kind" NOT NULL DEFAULT 'first',
ADD COLUMN     "model_seconds" DOUBLE PRECISION,
ADD COLUMN     "reply" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "prompts_source_key" ON "prompts"("source");

-- Until now a creation had one attempt, and that made the object.
UPDATE "creations" SET "chosen_attempt" = 1 WHERE "status" = 'ok';

ALTER TABLE "prompts" ADD CONSTRAINT "prompts_no_view_or_four" CHECK (cardinality("reference_sha256s") IN (0, 4));

ALTER TABLE "creations" ADD CONSTRAINT "creations_rendered_whole_or_not" CHECK (
  num_nonnulls("rendered_glb_sha256", "rendered_glb_bytes") * 2 = cardinality("rendered_poster_sha256s")
  AND ("rendered_glb_sha256" IS NULL OR "status" = 'ok')
);
ALTER TABLE "creations" ADD CONSTRAINT "creations_chosen_attempt_exactly_when_ok"
  CHECK (("status" = 'ok') = ("chosen_attempt" IS NOT NULL));
