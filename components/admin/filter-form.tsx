import type { ReactNode } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";

type FilterFormProps = {
  path: string;
  /** Whether anything is filtered now, and so can be let go. */
  isFiltered: boolean;
  children: ReactNode;
};

/** Fields that narrow a list down. The choice lives in the address, so it works without JavaScript. */
export function FilterForm({ path, isFiltered, children }: FilterFormProps) {
  return (
    <search>
      <form
        action={path}
        className="grid grid-cols-1 items-end gap-2 pb-6 sm:flex sm:flex-wrap sm:*:w-48 sm:[&>:last-child]:w-auto"
      >
        {children}
        <div className="flex gap-2">
          <Button type="submit">Filter</Button>
          {isFiltered && (
            <QuietLink href={path} className={buttonClass("quiet")}>
              Show all
            </QuietLink>
          )}
        </div>
      </form>
    </search>
  );
}
