import { centred } from "./bradley-terry";
import { choleskyFactor, invertCholesky } from "./cholesky";
import { fixGauge } from "./information";
import { addPair, addToEntry, entryOf, type Matrix, zeroMatrix } from "./matrix";
import { maximise } from "./newton";
import { sandwich } from "./sandwich";

/** Second-order terms in the gap d = θ_a − θ_b and the extra parameter λ: (dd, dλ, λλ). */
export type SecondOrder = readonly [number, number, number];

/** What the votes of one pair say at (d, λ). */
export type PairTerms = {
  logLikelihood: number;
  /** First derivatives by d and λ. */
  gradient: readonly [number, number];
  /** Negative second derivatives. */
  information: SecondOrder;
  /** Sums over the votes of products of their first derivatives. */
  meat: SecondOrder;
};

/** A paired-comparison model with one parameter, λ, shared by all pairs. */
export type ExtraParameterModel = {
  size: number;
  pairs: readonly { a: number; b: number }[];
  terms(pair: number, gap: number, extra: number): PairTerms;
};

/** Strengths in logits, centred; λ; their plain sandwich covariance, λ last. */
export type ExtraParameterFit = { logits: Float64Array; extra: number; covariance: Matrix };

/**
 * Maximum likelihood over strengths and λ together, by Newton. Both Davidson's tie parameter and the
 * first-position effect are such a λ.
 * @throws Error when there is no finite maximum: the caller checks.
 */
export function fitExtraParameter(model: ExtraParameterModel, start: number): ExtraParameterFit {
  const { size } = model;
  const first = new Float64Array(size + 1);
  first[size] = start;
  const { parameters } = maximise(
    {
      size: size + 1,
      evaluate(at, gradient, information) {
        gradient.fill(0);
        information.values.fill(0);
        let logLikelihood = 0;
        eachPair(model, at, ({ a, b }, terms) => {
          logLikelihood += terms.logLikelihood;
          const [byGap, byExtra] = terms.gradient;
          gradient[a] = (gradient[a] ?? 0) + byGap;
          gradient[b] = (gradient[b] ?? 0) - byGap;
          gradient[size] = (gradient[size] ?? 0) + byExtra;
          addSecondOrder(information, a, b, terms.information);
        });
        fixGauge(information, size);
        return logLikelihood;
      },
      reach: (step) =>
        model.pairs.reduce(
          (largest, { a, b }) => Math.max(largest, Math.abs((step[a] ?? 0) - (step[b] ?? 0))),
          Math.abs(step[size] ?? 0),
        ),
    },
    first,
  );
  const information = zeroMatrix(size + 1);
  const meat = zeroMatrix(size + 1);
  eachPair(model, parameters, ({ a, b }, terms) => {
    addSecondOrder(information, a, b, terms.information);
    addSecondOrder(meat, a, b, terms.meat);
  });
  fixGauge(information, size);
  const factor = choleskyFactor(information);
  if (!factor) throw new Error("The votes do not identify the extra parameter.");
  return {
    logits: centred(parameters.slice(0, size)),
    extra: parameters[size] ?? 0,
    covariance: sandwich(invertCholesky(factor), meat),
  };
}

/** Standard error of λ. */
export function extraError({ covariance }: ExtraParameterFit): number {
  const last = covariance.size - 1;
  return Math.sqrt(Math.max(0, entryOf(covariance, last, last)));
}

function eachPair(
  { size, pairs, terms }: ExtraParameterModel,
  at: Float64Array,
  visit: (pair: { a: number; b: number }, terms: PairTerms) => void,
): void {
  pairs.forEach((pair, index) => {
    visit(pair, terms(index, (at[pair.a] ?? 0) - (at[pair.b] ?? 0), at[size] ?? 0));
  });
}

function addSecondOrder(
  matrix: Matrix,
  a: number,
  b: number,
  [gapGap, gapExtra, extraExtra]: SecondOrder,
): void {
  const last = matrix.size - 1;
  addPair(matrix, a, b, gapGap);
  addToEntry(matrix, a, last, gapExtra);
  addToEntry(matrix, last, a, gapExtra);
  addToEntry(matrix, b, last, -gapExtra);
  addToEntry(matrix, last, b, -gapExtra);
  addToEntry(matrix, last, last, extraExtra);
}
