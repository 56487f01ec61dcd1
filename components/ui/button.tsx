import type { ComponentProps } from "react";

const LOOKS = {
  primary: "bg-accent text-on-accent hover:brightness-110",
  secondary: "border border-line-strong bg-surface text-ink hover:border-ink-3",
  quiet: "text-ink-2 hover:bg-sunk hover:text-ink",
} as const;

const SHAPE =
  "inline-flex h-11 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control px-4 font-medium text-sm transition-[border-color,background-color,color,filter] duration-150";

export type ButtonLook = keyof typeof LOOKS;

/** The class of a button, for links that look like one. */
export function buttonClass(look: ButtonLook, extra = ""): string {
  return `${SHAPE} ${LOOKS[look]} ${extra}`;
}

type ButtonProps = ComponentProps<"button"> & { look?: ButtonLook };

/** 44 px high, so that it can be hit with a thumb. */
export function Button({ look = "secondary", className, ...props }: ButtonProps) {
  return <button type="button" className={buttonClass(look, className)} {...props} />;
}
