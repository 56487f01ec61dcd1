import { defineConfig } from "prisma/config";

// `generate` and `validate` never start the schema engine, but Prisma looks for its binary first and
// would download it. Any executable satisfies that look-up, so installing needs no download.
if (["generate", "validate", "format"].some((command) => process.argv.includes(command))) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
