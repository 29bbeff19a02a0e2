import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build, type InlineConfig, preview } from 'vite';

export interface Gallery {
  url(scene: string, language: string, theme: string): string;
  close(): Promise<void>;
}

/** The gallery, built once, on a free port of this machine. */
export async function serveGallery(): Promise<Gallery> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const config: InlineConfig = {
    configFile: false,
    root: folder,
    plugins: [preact()],
    logLevel: 'error',
    build: {
      outDir: fileURLToPath(new URL('../../../.cache/gallery', import.meta.url)),
      emptyOutDir: true,
      minify: false,
    },
    preview: { port: 0, host: '127.0.0.1' },
  };
  await build(config);
  const server = await preview(config);
  const address = server.httpServer.address();
  if (address === null || typeof address !== 'object') throw new Error('The gallery has no address');
  const base = `http://127.0.0.1:${address.port}/index.html`;
  return {
    url: (scene, language, theme) => `${base}?${new URLSearchParams({ scene, language, theme })}`,
    close: () => server.close(),
  };
}
