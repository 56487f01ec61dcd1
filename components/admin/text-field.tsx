import { type ComponentProps, useId } from "react";

/** How fields of /admin look. */
export const FIELD_CLASS =
  "h-11 w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-ink text-sm placeholder:text-ink-3 hover:border-ink-3";

type TextFieldProps = ComponentProps<"input"> & { label: string };

/** A text field under its name. */
export function TextField({ label, className = "", ...props }: TextFieldProps) {
  const id = useId();
  return (
    <div className={`flex min-w-0 flex-col gap-1 text-[13px] text-ink-2 ${className}`}>
      <label htmlFor={id}>{label}</label>
      <input type="text" autoComplete="off" id={id} {...props} className={FIELD_CLASS} />
    </div>
  );
}
