import type { ComponentProps } from "react";
import { FIELD_CLASS } from "./text-field";

type SelectFieldProps = ComponentProps<"select"> & { label: string };

/** A choice under its name. */
export function SelectField({ label, className = "", ...props }: SelectFieldProps) {
  return (
    <label className={`flex min-w-0 flex-col gap-1 text-[13px] text-ink-2 ${className}`}>
      {label}
      <select {...props} className={FIELD_CLASS} />
    </label>
  );
}
