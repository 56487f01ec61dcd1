import { expect, it } from "vitest";
import { gallerySchema } from "@/lib/entrant/schema";

it("takes any query for a gallery, and what makes no sense for nothing", () => {
  expect(
    gallerySchema.parse({ track: ["a", "b"], show: "x'; --", after: "1", category: "A" }),
  ).toEqual({ track: null, category: null, show: null, after: null });
  expect(gallerySchema.parse({ show: "exec_error.api" }).show).toBe("exec_error.api");
});
