/** Keeps the answer of the first call that succeeds. */
export function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let answer: Promise<Result> | null = null;
  return () => {
    answer ??= work().catch((error: unknown) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}
