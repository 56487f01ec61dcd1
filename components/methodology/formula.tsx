import type { ReactNode } from "react";

type FormulaProps = {
  /** One or more `Line`s. */
  children: ReactNode;
  /** The same in words, for everyone: nothing is lost where MathML is not drawn or not read out. */
  reading: ReactNode;
};

/** Fonts that know how mathematics is set, where a system has one. */
const MATH_FONTS =
  "[font-family:'STIX_Two_Math','Cambria_Math','Latin_Modern_Math','DejaVu_Math_TeX_Gyre',math]";

/** A formula in MathML with its reading below. */
export function Formula({ children, reading }: FormulaProps) {
  return (
    <figure className="my-2 rounded-card border border-line bg-surface px-4 pt-3 pb-3.5">
      <div className="flex flex-col gap-2.5 overflow-x-auto overflow-y-hidden py-1 text-[15px] text-ink min-[360px]:text-[17px]">
        {children}
      </div>
      <figcaption className="pt-2 text-[13px] text-ink-3 leading-5">{reading}</figcaption>
    </figure>
  );
}

/** One line of a formula. MathML does not break lines, so each fits a phone. */
export function Line({ children }: { children: ReactNode }) {
  return (
    <math display="block" className={`w-fit ${MATH_FONTS}`}>
      <mrow>{children}</mrow>
    </math>
  );
}
