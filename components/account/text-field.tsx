import { type ComponentProps, type ReactNode, useId } from "react";

type TextFieldProps = ComponentProps<"input"> & {
  name: string;
  label: string;
  hint?: ReactNode;
  /** The id of what says why this field has to change. */
  problemId?: string | undefined;
};

/** A labelled line to type in, 44 px high. */
export function TextField({ label, hint, problemId, ...input }: TextFieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const describedBy = [problemId, hint ? hintId : undefined].filter(Boolean).join(" ");
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={describedBy || undefined}
        aria-invalid={problemId ? true : undefined}
        className="h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-base text-ink read-only:bg-sunk read-only:text-ink-2 aria-[invalid]:border-bad"
        {...input}
      />
      {hint && (
        <p id={hintId} className="text-[13px] text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
