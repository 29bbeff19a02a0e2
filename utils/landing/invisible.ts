/** A run of characters that print nothing, by Unicode's own property; after a Latin or Chinese letter 1 matches that. */
const INVISIBLE = /(?<=([!-~\u2e80-\u9fff\uff01-\uff5e])?)[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]+/gu;

/** Joiners, and what makes a picture of a sign: elsewhere than in Latin and Chinese they change what is seen. */
const NO_JOINER = /(?!\u200c|\u200d|\ufe0f)./gsu;

/**
 * Text without what is between its letters and not seen: '立\u200b即\u2060注册' → '立即注册'. What joins letters of
 * other scripts stays, but where nothing stands before it.
 */
export const withoutInvisible = (text: string): string =>
  text.replace(INVISIBLE, (run, before: string | undefined, at: number) =>
    before === undefined && at > 0 ? run.replace(NO_JOINER, '') : '',
  );
