/** One page as the fit sees it. */
export interface Example {
  /** Source family: left out together. */
  family: string;
  landing: boolean;
  /** How much the page counts. */
  weight: number;
  amounts: number[];
}

export interface Model {
  bias: number;
  weights: number[];
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export const scoreBy = ({ bias, weights }: Model, amounts: number[]): number =>
  sigmoid(amounts.reduce((sum, amount, i) => sum + amount * (weights[i] ?? 0), bias));

const STEPS = 800;
const RATE = 0.05;

/**
 * Logistic regression drawn towards `prior` (squared distance over `spread`²): where examples are few, the
 * weights set by hand stand. A weight never changes its sign: a word for does not come to speak against by the
 * accident of a sample. Plain gradient descent, the same result on every run.
 */
export function fitWeights(examples: Example[], prior: Model, spread: number): Model {
  const model = { bias: prior.bias, weights: [...prior.weights] };
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const pull = 1 / (spread * spread * total);
  for (let step = 0; step < STEPS; step++) {
    let biasSlope = pull * (model.bias - prior.bias);
    const slopes = model.weights.map((weight, i) => pull * (weight - (prior.weights[i] ?? 0)));
    for (const { landing, weight, amounts } of examples) {
      const error = ((scoreBy(model, amounts) - (landing ? 1 : 0)) * weight) / total;
      biasSlope += error;
      for (let i = 0; i < amounts.length; i++) slopes[i]! += error * (amounts[i] ?? 0);
    }
    model.bias -= RATE * 4 * biasSlope;
    for (let i = 0; i < slopes.length; i++) {
      const moved = (model.weights[i] ?? 0) - RATE * 4 * (slopes[i] ?? 0);
      const sign = Math.sign(prior.weights[i] ?? 0);
      model.weights[i] = sign > 0 ? Math.max(0, moved) : sign < 0 ? Math.min(0, moved) : 0;
    }
  }
  return model;
}
