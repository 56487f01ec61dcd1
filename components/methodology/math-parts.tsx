import type { ReactNode } from "react";

type LetterProps = { name: string; sub?: string; sup?: ReactNode };

/** A symbol with an index and an exponent, where it has them. */
export function Letter({ name, sub, sup }: LetterProps) {
  const base = <mi>{name}</mi>;
  const index = sub === undefined ? null : <Index text={sub} />;
  if (index && sup) {
    return (
      <msubsup>
        {base}
        {index}
        <mrow>{sup}</mrow>
      </msubsup>
    );
  }
  if (index) {
    return (
      <msub>
        {base}
        {index}
      </msub>
    );
  }
  if (!sup) return base;
  return (
    <msup>
      {base}
      <mrow>{sup}</mrow>
    </msup>
  );
}

/** "ab" is two letters, "left" is a word. */
function Index({ text }: { text: string }) {
  const [first, second, ...more] = text;
  if (more.length > 0) return <mtext>{text}</mtext>;
  return (
    <mrow>
      <mi>{first}</mi>
      {second && <mi>{second}</mi>}
    </mrow>
  );
}

/** One over the other. */
export function Fraction({ over, under }: { over: ReactNode; under: ReactNode }) {
  return (
    <mfrac>
      <mrow>{over}</mrow>
      <mrow>{under}</mrow>
    </mfrac>
  );
}

/** In parentheses that grow with what they hold. */
export function Group({ children }: { children: ReactNode }) {
  return (
    <mrow>
      <mo>(</mo>
      {children}
      <mo>)</mo>
    </mrow>
  );
}

/** Anything to a power. */
export function Power({ children, of }: { children: ReactNode; of: ReactNode }) {
  return (
    <msup>
      <mrow>{of}</mrow>
      <mrow>{children}</mrow>
    </msup>
  );
}

/** A sum over what is named in words or a symbol below it. */
export function SumOver({ children }: { children: string }) {
  return (
    <munder>
      <mo>∑</mo>
      <mtext>{children}</mtext>
    </munder>
  );
}

/** The difference of two entrants' strengths. */
export function Gap({ first, second }: { first: string; second: string }) {
  return (
    <mrow>
      <Letter name="θ" sub={first} />
      <mo>−</mo>
      <Letter name="θ" sub={second} />
    </mrow>
  );
}

/** Points of a vote less those expected. */
export function Surprise() {
  return (
    <Group>
      <mi>o</mi>
      <mo>−</mo>
      <mi>p</mi>
    </Group>
  );
}

/** The variance of the points in n wins and losses. */
export function Spread() {
  return (
    <mrow>
      <mi>n</mi>
      <mspace width="0.17em" />
      <mi>p</mi>
      <Group>
        <mn>1</mn>
        <mo>−</mo>
        <mi>p</mi>
      </Group>
    </mrow>
  );
}

/** Points of rating for one unit of strength. */
export function PointsPerUnit() {
  return (
    <Fraction
      over={<mn>400</mn>}
      under={
        <>
          <mi>ln</mi>
          <mspace width="0.17em" />
          <mn>10</mn>
        </>
      }
    />
  );
}
