import type { MessageKey } from './messages.ts';

/** 'does not answer' => does_not_answer; 'refused: size' => refused_size; 'tld-swap' => tld_swap. */
type Underscored<Text extends string> = Text extends `${infer Head}: ${infer Tail}`
  ? `${Underscored<Head>}_${Underscored<Tail>}`
  : Text extends `${infer Head} ${infer Tail}`
    ? `${Underscored<Head>}_${Underscored<Tail>}`
    : Text extends `${infer Head}-${infer Tail}`
      ? `${Underscored<Head>}_${Underscored<Tail>}`
      : Text;

/**
 * The message that a value of a closed list has, `<prefix>_<value>`: keyed('weak', 'does not answer') is
 * weak_does_not_answer. A value without a message is a type error.
 */
export function keyed<Prefix extends string, Value extends string>(
  prefix: Prefix,
  value: `${Prefix}_${Underscored<Value>}` extends MessageKey ? Value : never,
): MessageKey {
  return `${prefix}_${value.replace(/: |[ -]/g, '_')}` as MessageKey;
}
