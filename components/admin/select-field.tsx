import { type ComponentProps, useId } from "react";
import { FIELD_CLASS } from "./text-field";

type SelectFieldProps = ComponentProps<"select"> & { label: string };

/** A choice under its name. */
export function SelectField({ label, className = "", ...props }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={`flex min-w-0 flex-col gap-1 text-[13px] text-ink-2 ${className}`}>
      <label htmlFor={id}>{label}</label>
      <select id={id} {...props} className={FIELD_CLASS} />
    </div>
  );
}
