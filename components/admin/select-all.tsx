"use client";

import { useEffect, useRef } from "react";
import { listTicks } from "./ticks";

/** Ticks every box that belongs to a form, or none. */
export function SelectAll({ form }: { form: string }) {
  const box = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // The boxes stand all over a table that the server drew; what happens to any of them is heard here.
    function follow() {
      const ticks = listTicks(form);
      const ticked = ticks.filter(({ checked }) => checked).length;
      if (!box.current) return;
      box.current.checked = ticked > 0 && ticked === ticks.length;
      box.current.indeterminate = ticked > 0 && ticked < ticks.length;
    }
    const followReset = () => setTimeout(follow);
    document.addEventListener("change", follow);
    document.addEventListener("reset", followReset);
    return () => {
      document.removeEventListener("change", follow);
      document.removeEventListener("reset", followReset);
    };
  }, [form]);

  return (
    <input
      ref={box}
      type="checkbox"
      aria-label="Every vote shown"
      onChange={(event) => {
        for (const tick of listTicks(form)) tick.checked = event.currentTarget.checked;
      }}
      className="block size-4.5 accent-accent pointer-coarse:size-6"
    />
  );
}
