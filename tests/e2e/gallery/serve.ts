import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { createServer, type ViteDevServer } from 'vite';

export interface Gallery {
  url(scene: string, language: string, theme: string): string;
  close(): Promise<void>;
}

/** The gallery on a free port of this machine. */
export async function serveGallery(): Promise<Gallery> {
  const server: ViteDevServer = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    plugins: [preact()],
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    logLevel: 'error',
    cacheDir: '.cache/gallery',
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || typeof address !== 'object') throw new Error('The gallery has no address');
  const base = `http://127.0.0.1:${address.port}/tests/e2e/gallery/index.html`;
  return {
    url: (scene, language, theme) => `${base}?${new URLSearchParams({ scene, language, theme })}`,
    close: () => server.close(),
  };
}
