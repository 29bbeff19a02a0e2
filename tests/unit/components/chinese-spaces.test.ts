import { expect, test } from 'vitest';
import { phrase } from '../../../components/i18n/phrase.ts';
import { createTranslator } from '../../../components/i18n/translator.ts';

const plain = (tag: string, message: string, name: string) =>
  createTranslator((key) => (key === 'language_tag' ? tag : message)).plain(phrase('just', { name }));

test.each([
  ['OKX', '据 OKX 记载'],
  ['公开文件', '据公开文件记载'],
  ['OKX（欧易）', '据 OKX（欧易）记载'],
])('a space stands beside Latin alone: %s', (name, said) => {
  expect(plain('zh-Hans', '据 {name} 记载', name)).toBe(said);
});

test('an English sentence keeps its spaces', () => {
  expect(plain('en', 'of {name} here', '欧易')).toBe('of 欧易 here');
});
