import { INLINE_LINK, Section } from "./section";

const REFERENCES = [
  "Agresti (2002). Categorical Data Analysis, second edition, section 10.6. Wiley. The first-position effect.",
  "Bradley and Terry (1952). Rank analysis of incomplete block designs: I. The method of paired comparisons. Biometrika 39, 324–345.",
  "Broderick, Giordano and Meager (2020). An automatic finite-sample robustness metric: when can dropping a little data make a big difference? Drop-k.",
  "Cameron, Gelbach and Miller (2011). Robust inference with multiway clustering. Journal of Business & Economic Statistics 29, 238–249.",
  "Davidson (1970). On extending the Bradley–Terry model to accommodate ties in paired comparison experiments. Journal of the American Statistical Association 65, 317–328.",
  "Efron and Tibshirani (1993). An Introduction to the Bootstrap. Chapman & Hall.",
  "Ford (1957). Solution of a ranking problem from binary comparisons. American Mathematical Monthly 64, 28–33. When ratings exist.",
  "Huang et al. (2025). Dropping just a handful of preferences can change top large language model rankings.",
  "Huber (1967) and White (1982), Maximum likelihood estimation of misspecified models, Econometrica 50, 1–25. The sandwich.",
  "Hunter (2004). MM algorithms for generalized Bradley–Terry models. Annals of Statistics 32, 384–406.",
];

export function ReferencesSection() {
  return (
    <Section id="references">
      <p>
        The protocol follows 3DCodeArena (
        <a href="https://arxiv.org/abs/2606.01057" className={INLINE_LINK}>
          arXiv:2606.01057
        </a>
        ), of which this is an independent implementation.
      </p>
      <ul className="flex flex-col gap-1.5 text-sm">
        {REFERENCES.map((reference) => (
          <li key={reference} className="pl-5 -indent-5">
            {reference}
          </li>
        ))}
      </ul>
    </Section>
  );
}
