import type { HTMLAttributes } from "react";

// React renders MathML, but its types do not know the elements yet. Only those used here.
type MathProps = HTMLAttributes<Element> & {
  display?: "block" | "inline";
  mathvariant?: "normal";
  stretchy?: "true" | "false";
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      math: MathProps;
      mfrac: MathProps;
      mi: MathProps;
      mn: MathProps;
      mo: MathProps;
      mrow: MathProps;
      mspace: MathProps & { width?: string };
      msqrt: MathProps;
      msub: MathProps;
      msubsup: MathProps;
      msup: MathProps;
      mtext: MathProps;
      munder: MathProps;
    }
  }
}
