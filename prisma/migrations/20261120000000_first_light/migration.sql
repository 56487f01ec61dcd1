-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "entrant_status" AS ENUM ('active', 'paused', 'retired');

-- CreateEnum
CREATE TYPE "entrant_kind" AS ENUM ('model', 'human', 'neural', 'sample');

-- CreateEnum
CREATE TYPE "display" AS ENUM ('clay', 'rendered');

-- CreateEnum
CREATE TYPE "creation_status" AS ENUM ('ok', 'exec_error', 'no_mesh', 'timeout', 'export_error', 'parse_error', 'crashed', 'rejected');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('left', 'right', 'tie', 'both_bad');

-- CreateEnum
CREATE TYPE "shading" AS ENUM ('clay', 'normals', 'wireframe', 'rendered');

-- CreateEnum
CREATE TYPE "viewer_kind" AS ENUM ('webgl', 'posters');

-- CreateEnum
CREATE TYPE "pointer_kind" AS ENUM ('fine', 'coarse');

-- CreateEnum
CREATE TYPE "ledger_kind" AS ENUM ('vote', 'exclude', 'restore');

-- CreateTable
CREATE TABLE "models" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "models_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entrants" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "entrant_kind" NOT NULL,
    "status" "entrant_status" NOT NULL DEFAULT 'active',
    "model_id" UUID,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entrants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tracks" (
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "display" "display" NOT NULL DEFAULT 'clay',
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tracks_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "prompts" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prompts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "creations" (
    "id" UUID NOT NULL,
    "entrant_id" UUID NOT NULL,
    "prompt_id" UUID NOT NULL,
    "track" TEXT NOT NULL,
    "replicate" INTEGER NOT NULL DEFAULT 0,
    "status" "creation_status" NOT NULL,
    "glb_sha256" TEXT,
    "glb_bytes" INTEGER,
    "triangles" INTEGER,
    "poster_sha256s" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "stats" JSONB NOT NULL DEFAULT '{}',
    "provenance" JSONB NOT NULL DEFAULT '{}',
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "creations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempts" (
    "id" UUID NOT NULL,
    "creation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "creation_status" NOT NULL,
    "script" TEXT NOT NULL,
    "error_text" TEXT,
    "failure_family" TEXT,
    "seconds" DOUBLE PRECISION,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "cost_usd" DECIMAL(12,6),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voters" (
    "id" UUID NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "voters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "battles" (
    "id" UUID NOT NULL,
    "voter_id" UUID NOT NULL,
    "track" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "display" "display" NOT NULL,
    "prompt_id" UUID NOT NULL,
    "left_creation_id" UUID NOT NULL,
    "right_creation_id" UUID NOT NULL,
    "left_entrant_id" UUID NOT NULL,
    "right_entrant_id" UUID NOT NULL,
    "requested" TEXT NOT NULL DEFAULT 'all',
    "policy" TEXT NOT NULL,
    "probability" DOUBLE PRECISION NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shown_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "voted_at" TIMESTAMPTZ(3),
    "skipped_at" TIMESTAMPTZ(3),
    "expired_at" TIMESTAMPTZ(3),

    CONSTRAINT "battles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "votes" (
    "id" UUID NOT NULL,
    "battle_id" UUID NOT NULL,
    "voter_id" UUID NOT NULL,
    "outcome" "outcome" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ms_to_vote" INTEGER,
    "ms_visible" INTEGER,
    "orbited_left" BOOLEAN,
    "orbited_right" BOOLEAN,
    "shading" "shading",
    "linked" BOOLEAN,
    "viewer" "viewer_kind",
    "device" "pointer_kind",

    CONSTRAINT "votes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "skips" (
    "battle_id" UUID NOT NULL,
    "voter_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "skips_pkey" PRIMARY KEY ("battle_id")
);

-- CreateTable
CREATE TABLE "exclusions" (
    "id" UUID NOT NULL,
    "vote_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "excluded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "restored_at" TIMESTAMPTZ(3),

    CONSTRAINT "exclusions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_inbox" (
    "id" BIGSERIAL NOT NULL,
    "kind" "ledger_kind" NOT NULL,
    "vote_id" UUID NOT NULL,
    "exclusion_id" UUID,

    CONSTRAINT "ledger_inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger" (
    "seq" BIGINT NOT NULL,
    "kind" "ledger_kind" NOT NULL,
    "vote_id" UUID NOT NULL,
    "exclusion_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "tallies" (
    "track" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "display" "display" NOT NULL,
    "left_entrant_id" UUID NOT NULL,
    "right_entrant_id" UUID NOT NULL,
    "left_wins" BIGINT NOT NULL DEFAULT 0,
    "right_wins" BIGINT NOT NULL DEFAULT 0,
    "ties" BIGINT NOT NULL DEFAULT 0,
    "both_bad" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "tallies_pkey" PRIMARY KEY ("track","category","display","left_entrant_id","right_entrant_id")
);

-- CreateTable
CREATE TABLE "creation_tallies" (
    "left_creation_id" UUID NOT NULL,
    "right_creation_id" UUID NOT NULL,
    "left_wins" BIGINT NOT NULL DEFAULT 0,
    "right_wins" BIGINT NOT NULL DEFAULT 0,
    "ties" BIGINT NOT NULL DEFAULT 0,
    "both_bad" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "creation_tallies_pkey" PRIMARY KEY ("left_creation_id","right_creation_id")
);

-- CreateTable
CREATE TABLE "snapshots" (
    "id" UUID NOT NULL,
    "board" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "through_seq" BIGINT NOT NULL,
    "votes" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "intervals" JSONB NOT NULL,
    "inflation" JSONB,
    "entrants" JSONB NOT NULL,
    "matrix" JSONB NOT NULL,

    CONSTRAINT "snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "catalogue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "heartbeats" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "heartbeats_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "models_slug_key" ON "models"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "entrants_slug_key" ON "entrants"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "prompts_slug_key" ON "prompts"("slug");

-- CreateIndex
CREATE INDEX "creations_prompt_id_track_idx" ON "creations"("prompt_id", "track");

-- CreateIndex
CREATE UNIQUE INDEX "creations_entrant_id_prompt_id_track_replicate_key" ON "creations"("entrant_id", "prompt_id", "track", "replicate");

-- CreateIndex
CREATE UNIQUE INDEX "creations_id_entrant_id_prompt_id_track_key" ON "creations"("id", "entrant_id", "prompt_id", "track");

-- CreateIndex
CREATE UNIQUE INDEX "attempts_creation_id_number_key" ON "attempts"("creation_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "voters_pseudonym_key" ON "voters"("pseudonym");

-- CreateIndex
CREATE INDEX "battles_voter_id_created_at_idx" ON "battles"("voter_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "battles_id_voter_id_key" ON "battles"("id", "voter_id");

-- CreateIndex
CREATE UNIQUE INDEX "votes_battle_id_key" ON "votes"("battle_id");

-- CreateIndex
CREATE INDEX "votes_voter_id_created_at_idx" ON "votes"("voter_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "votes_battle_id_voter_id_key" ON "votes"("battle_id", "voter_id");

-- CreateIndex
CREATE UNIQUE INDEX "skips_battle_id_voter_id_key" ON "skips"("battle_id", "voter_id");

-- CreateIndex
CREATE INDEX "exclusions_vote_id_idx" ON "exclusions"("vote_id");

-- CreateIndex
CREATE INDEX "creation_tallies_right_creation_id_idx" ON "creation_tallies"("right_creation_id");

-- CreateIndex
CREATE INDEX "snapshots_board_computed_at_idx" ON "snapshots"("board", "computed_at" DESC);

-- AddForeignKey
ALTER TABLE "entrants" ADD CONSTRAINT "entrants_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "models"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creations" ADD CONSTRAINT "creations_entrant_id_fkey" FOREIGN KEY ("entrant_id") REFERENCES "entrants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creations" ADD CONSTRAINT "creations_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creations" ADD CONSTRAINT "creations_track_fkey" FOREIGN KEY ("track") REFERENCES "tracks"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_creation_id_fkey" FOREIGN KEY ("creation_id") REFERENCES "creations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "battles" ADD CONSTRAINT "battles_voter_id_fkey" FOREIGN KEY ("voter_id") REFERENCES "voters"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "battles" ADD CONSTRAINT "battles_track_fkey" FOREIGN KEY ("track") REFERENCES "tracks"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "battles" ADD CONSTRAINT "battles_prompt_id_fkey" FOREIGN KEY ("prompt_id") REFERENCES "prompts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "battles" ADD CONSTRAINT "battles_left_creation_fkey" FOREIGN KEY ("left_creation_id", "left_entrant_id", "prompt_id", "track") REFERENCES "creations"("id", "entrant_id", "prompt_id", "track") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "battles" ADD CONSTRAINT "battles_right_creation_fkey" FOREIGN KEY ("right_creation_id", "right_entrant_id", "prompt_id", "track") REFERENCES "creations"("id", "entrant_id", "prompt_id", "track") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "votes" ADD CONSTRAINT "votes_battle_id_voter_id_fkey" FOREIGN KEY ("battle_id", "voter_id") REFERENCES "battles"("id", "voter_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skips" ADD CONSTRAINT "skips_battle_id_voter_id_fkey" FOREIGN KEY ("battle_id", "voter_id") REFERENCES "battles"("id", "voter_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exclusions" ADD CONSTRAINT "exclusions_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "votes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_inbox" ADD CONSTRAINT "ledger_inbox_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "votes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_inbox" ADD CONSTRAINT "ledger_inbox_exclusion_id_fkey" FOREIGN KEY ("exclusion_id") REFERENCES "exclusions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "votes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_exclusion_id_fkey" FOREIGN KEY ("exclusion_id") REFERENCES "exclusions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_track_fkey" FOREIGN KEY ("track") REFERENCES "tracks"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_left_entrant_id_fkey" FOREIGN KEY ("left_entrant_id") REFERENCES "entrants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_right_entrant_id_fkey" FOREIGN KEY ("right_entrant_id") REFERENCES "entrants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creation_tallies" ADD CONSTRAINT "creation_tallies_left_creation_id_fkey" FOREIGN KEY ("left_creation_id") REFERENCES "creations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creation_tallies" ADD CONSTRAINT "creation_tallies_right_creation_id_fkey" FOREIGN KEY ("right_creation_id") REFERENCES "creations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema language cannot say.

ALTER TABLE "entrants" ADD CONSTRAINT "entrants_model_exactly_when_kind_model"
  CHECK (("kind" = 'model') = ("model_id" IS NOT NULL));

ALTER TABLE "creations" ADD CONSTRAINT "creations_ok_exactly_when_showable"
  CHECK (("status" = 'ok') = coalesce(
    "glb_sha256" IS NOT NULL AND "glb_bytes" > 0 AND "triangles" >= 1 AND cardinality("poster_sha256s") = 4, false
  ));
ALTER TABLE "creations" ADD CONSTRAINT "creations_replicate_counts_from_zero" CHECK ("replicate" >= 0);

ALTER TABLE "attempts" ADD CONSTRAINT "attempts_error_text_is_short"
  CHECK (char_length("error_text") <= 3000);
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_number_counts_from_one" CHECK ("number" >= 1);

ALTER TABLE "battles" ADD CONSTRAINT "battles_two_entrants" CHECK ("left_entrant_id" <> "right_entrant_id");
ALTER TABLE "battles" ADD CONSTRAINT "battles_probability" CHECK ("probability" > 0 AND "probability" <= 1);
ALTER TABLE "battles" ADD CONSTRAINT "battles_end_once" CHECK (num_nonnulls("voted_at", "skipped_at", "expired_at") <= 1);

-- A voter has at most one open battle shown and one prefetched.
CREATE UNIQUE INDEX "battles_one_shown_a_voter" ON "battles" ("voter_id")
  WHERE "shown_at" IS NOT NULL AND "voted_at" IS NULL AND "skipped_at" IS NULL AND "expired_at" IS NULL;
CREATE UNIQUE INDEX "battles_one_prefetched_a_voter" ON "battles" ("voter_id")
  WHERE "shown_at" IS NULL AND "voted_at" IS NULL AND "skipped_at" IS NULL AND "expired_at" IS NULL;

CREATE UNIQUE INDEX "exclusions_one_open_a_vote" ON "exclusions" ("vote_id") WHERE "restored_at" IS NULL;

ALTER TABLE "ledger_inbox" ADD CONSTRAINT "ledger_inbox_exclusion_named"
  CHECK (("kind" = 'vote') = ("exclusion_id" IS NULL));
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_exclusion_named"
  CHECK (("kind" = 'vote') = ("exclusion_id" IS NULL));
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_seq_counts_from_one" CHECK ("seq" >= 1);
CREATE UNIQUE INDEX "ledger_one_place_a_vote" ON "ledger" ("vote_id") WHERE "kind" = 'vote';
CREATE INDEX "ledger_exclusions_of_a_vote" ON "ledger" ("vote_id", "seq") WHERE "kind" <> 'vote';

ALTER TABLE "tallies" ADD CONSTRAINT "tallies_never_below_zero"
  CHECK ("left_wins" >= 0 AND "right_wins" >= 0 AND "ties" >= 0 AND "both_bad" >= 0);
ALTER TABLE "creation_tallies" ADD CONSTRAINT "creation_tallies_never_below_zero"
  CHECK ("left_wins" >= 0 AND "right_wins" >= 0 AND "ties" >= 0 AND "both_bad" >= 0);
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_two_entrants" CHECK ("left_entrant_id" <> "right_entrant_id");

ALTER TABLE "catalogue" ADD CONSTRAINT "catalogue_one_row" CHECK ("id" = 1);
INSERT INTO "catalogue" ("id", "version") VALUES (1, 0);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END $$;
CREATE TRIGGER "votes_append_only" BEFORE UPDATE OR DELETE ON "votes" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ledger_append_only" BEFORE UPDATE OR DELETE ON "ledger" FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- Old snapshots may be thinned out, none may be rewritten.
CREATE TRIGGER "snapshots_immutable" BEFORE UPDATE ON "snapshots" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION raise_catalogue_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "catalogue" SET "version" = "version" + 1 WHERE "id" = 1;
  RETURN NULL;
END $$;
CREATE TRIGGER "creations_change_catalogue" AFTER INSERT OR UPDATE OR DELETE ON "creations" FOR EACH STATEMENT EXECUTE FUNCTION raise_catalogue_version();
CREATE TRIGGER "entrants_change_catalogue" AFTER INSERT OR UPDATE OR DELETE ON "entrants" FOR EACH STATEMENT EXECUTE FUNCTION raise_catalogue_version();
CREATE TRIGGER "prompts_change_catalogue" AFTER INSERT OR UPDATE OR DELETE ON "prompts" FOR EACH STATEMENT EXECUTE FUNCTION raise_catalogue_version();
CREATE TRIGGER "tracks_change_catalogue" AFTER INSERT OR UPDATE OR DELETE ON "tracks" FOR EACH STATEMENT EXECUTE FUNCTION raise_catalogue_version();
