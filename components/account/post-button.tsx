import type { ReactNode } from "react";
import { Button, type ButtonLook } from "@/components/ui/button";
import { HiddenFields } from "./hidden-fields";

type PostButtonProps = {
  action: string;
  /** What is sent along. */
  values: Record<string, string>;
  look?: ButtonLook;
  className?: string;
  children: ReactNode;
};

/** A button that changes something on the server, as a form that needs no JavaScript. */
export function PostButton({ action, values, look, className, children }: PostButtonProps) {
  return (
    <form method="post" action={action} className={className}>
      <HiddenFields values={values} />
      <Button type="submit" look={look} className="w-full">
        {children}
      </Button>
    </form>
  );
}
