/** Serves the built app with the security headers that the README recommends: `npm start` (PORT overrides 4173). */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { existsSync } from 'node:fs';
import sirv from 'sirv';

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types permiso",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Starts a server for `dist`. @param port 0 = any free port */
export function serve(port: number): Promise<Server> {
  const files = sirv('dist', {
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.statusCode = 404;
      response.end('Not found');
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      resolve(server);
    });
  });
}

if (process.argv[1]?.endsWith('serve.ts')) {
  if (!existsSync('dist/index.html')) throw new Error('Nothing is built yet: run npm run build');
  const port = Number(process.env['PORT'] ?? 4173);
  await serve(port);
  console.log(`Permiso is at http://localhost:${port}`);
}
