import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
  "server-only": fileURLToPath(new URL("node_modules/server-only/empty.js", import.meta.url)),
};

export default defineConfig({
  test: {
    // Vitest would leave a processor free, half of a small machine.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          // Some read megabytes; a busy machine must not make a failure of that.
          testTimeout: 30_000,
          include: ["**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/*.long.test.ts", "**/node_modules/**", ".next/**"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: ["**/node_modules/**", ".next/**"],
          globalSetup: ["./lib/database/test-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "long",
          include: ["**/*.long.test.ts"],
          exclude: ["**/node_modules/**", ".next/**"],
          globalSetup: ["./lib/database/test-server.ts"],
          hookTimeout: 60_000,
          testTimeout: 1_800_000,
        },
      },
    ],
  },
});
