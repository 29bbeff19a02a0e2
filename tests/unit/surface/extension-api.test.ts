import { beforeEach, expect, test, vi } from 'vitest';
import { extensionApi } from '../../../entrypoints/surface/in-page/extension-api.ts';

const chrome = { runtime: { id: 'chrome' } };
const browser = { runtime: { id: 'browser' } };

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('chrome', chrome);
  vi.stubGlobal('browser', browser);
});

/** A global without `browser`, in a page with elements of that name, which a prototype of the global holds. */
async function inPageOfElements(look: () => unknown): Promise<void> {
  Reflect.deleteProperty(globalThis, 'browser');
  const elements = { runtime: { id: 'element' } };
  Object.defineProperty(Object.prototype, 'browser', { value: elements, configurable: true, writable: true });
  try {
    await look();
  } finally {
    Reflect.deleteProperty(Object.prototype, 'browser');
  }
}

test('the interface is the own `browser` of the global, else `chrome`', async () => {
  expect(extensionApi()).toBe(browser);
  await inPageOfElements(() => expect(extensionApi()).toBe(chrome));
});

test('what imports the polyfill later finds `chrome` under the name of the elements', async () => {
  await inPageOfElements(() => import('../../../entrypoints/surface/in-page/own-browser.ts'));
  expect(Reflect.get(globalThis, 'browser')).toBe(chrome);
});
