-- CreateTable
CREATE TABLE "creation_records" (
    "creation_id" UUID NOT NULL,
    "wins" BIGINT NOT NULL DEFAULT 0,
    "losses" BIGINT NOT NULL DEFAULT 0,
    "ties" BIGINT NOT NULL DEFAULT 0,
    "both_bad" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "creation_records_pkey" PRIMARY KEY ("creation_id")
);

-- AddForeignKey
ALTER TABLE "creation_records" ADD CONSTRAINT "creation_records_creation_id_fkey" FOREIGN KEY ("creation_id") REFERENCES "creations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "creation_records" ADD CONSTRAINT "creation_records_never_below_zero"
  CHECK ("wins" >= 0 AND "losses" >= 0 AND "ties" >= 0 AND "both_bad" >= 0);

-- What was counted before this table was there.
INSERT INTO "creation_records" ("creation_id", "wins", "losses", "ties", "both_bad")
SELECT "creation_id", sum("wins"), sum("losses"), sum("ties"), sum("both_bad")
FROM (SELECT "left_creation_id" AS "creation_id", "left_wins" AS "wins", "right_wins" AS "losses", "ties", "both_bad"
      FROM "creation_tallies"
      UNION ALL
      SELECT "right_creation_id", "right_wins", "left_wins", "ties", "both_bad" FROM "creation_tallies") sides
GROUP BY "creation_id";
