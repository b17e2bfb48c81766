/** A Beta distribution: what is known of a rate after `right` and `wrong` answers (they need not be whole). Both are above 0. */
export interface Beta {
  readonly right: number;
  readonly wrong: number;
}

export const meanOf = ({ right, wrong }: Beta): number => right / (right + wrong);

const halvings = 30;

/** The rate below which a share (0 to 1) of the distribution lies, by halving the interval. */
export function quantileOf(beta: Beta, share: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (shareBelow(beta, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The share of the distribution below a rate: the regularized incomplete beta function, by its continued fraction (DLMF
 * 8.17.22), which converges fast on the side of the mean on which it is used.
 */
export function shareBelow({ right, wrong }: Beta, rate: number): number {
  if (rate <= 0) return 0;
  if (rate >= 1) return 1;
  const front = Math.exp(logGamma(right + wrong) - logGamma(right) - logGamma(wrong) + right * Math.log(rate) + wrong * Math.log1p(-rate));
  const isLeft = rate < (right + 1) / (right + wrong + 2);
  return isLeft ? (front * continued(right, wrong, rate)) / right : 1 - (front * continued(wrong, right, 1 - rate)) / wrong;
}

const tiny = 1e-300;
const mostTerms = 500;

/** Evaluated by Lentz's method (Thompson and Barnett, J. Comput. Phys. 64, 1986). */
function continued(a: number, b: number, x: number): number {
  let below = 1;
  let above = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let value = above;
  const turn = (term: number): number => {
    above = 1 / notZero(1 + term * above);
    below = notZero(1 + term / below);
    return below * above;
  };
  for (let m = 1; m <= mostTerms; m += 1) {
    value *= turn((m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)));
    const factor = turn((-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)));
    value *= factor;
    if (Math.abs(factor - 1) < 1e-10) break;
  }
  return value;
}

const notZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);

/** ln Γ for x > 0: Stirling's series (DLMF 5.11.1) after moving x above 10 by Γ(x + 1) = x Γ(x). */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 10; at += 1) shift -= Math.log(at);
  const inverse = 1 / at;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return shift + (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series;
}
