import { type ComponentChildren, createContext, Fragment } from 'preact';
import { useContext } from 'preact/hooks';
import { Address } from '../address/address.tsx';
import { displayable } from '../address/displayable.ts';
import type { MessageKey } from './messages.ts';
import type { Insert, Phrase } from './phrase.ts';
import { createTranslator, filledParts, isPhrases, type Translator } from './translator.ts';

/** The language of the surface; a surface renders under `<Language.Provider>`. */
export const Language = createContext<Translator>(createTranslator((key) => key));

export function useTranslator(): Translator {
  return useContext(Language);
}

/** A phrase as nodes: bold where the message says so, hosts in their own direction and type, all else text. */
export function Say({ of }: { of: Phrase }): ComponentChildren {
  const translator = useTranslator();
  return filledParts(of, translator).map((part, index) => {
    const content = 'text' in part ? part.text : <Inserted insert={part.insert} />;
    const key = `${index}`;
    return part.bold ? <b key={key}>{content}</b> : <Fragment key={key}>{content}</Fragment>;
  });
}

/** A message by its key. */
export function Text({ k, ...inserts }: { k: MessageKey; [name: string]: Insert }): ComponentChildren {
  return <Say of={{ key: k, with: inserts as Record<string, Insert> }} />;
}

/** Between two sentences: a space, which Chinese has none of, as its full stop brings its own. */
export function Gap(): ComponentChildren {
  return useTranslator().tag === 'en' ? ' ' : null;
}

function Inserted({ insert }: { insert: Insert | undefined }): ComponentChildren {
  const translator = useTranslator();
  if (insert === undefined) return null;
  if (typeof insert === 'string') return insert;
  if (typeof insert === 'number') return translator.number(insert);
  if (isPhrases(insert)) return translator.list(insert.map((one) => translator.plain(one)));
  if ('host' in insert) return <Address text={insert.host} />;
  if ('quote' in insert) return <bdi class={wholeOrNot(insert.quote)}>{displayable(insert.quote)}</bdi>;
  if ('script' in insert) return translator.script(insert.script);
  if ('date' in insert) return <time>{translator.date(insert.date)}</time>;
  return <Say of={insert} />;
}

/** A name of a few characters stays on one line: a Chinese one would else break anywhere. */
const NAME = 14;

function wholeOrNot(text: string): string {
  return displayable(text).length <= NAME ? 'whole' : '';
}
