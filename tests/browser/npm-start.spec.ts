import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './launch-browser.ts';

type Served = ChildProcess & { stdout: Readable; stderr: Readable };

let server: Served;
let browser: Browser;
let address: string;
beforeAll(async () => {
  const port = await findFreePort();
  address = `http://localhost:${port}`;
  server = startServer(process.cwd(), port);
  await waitForText(server.stdout, `Permiso is at ${address}`);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.kill();
});

/** What `npm start` runs after the build. */
function startServer(folder: string, port: number): Served {
  const tsx = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href;
  return spawn(process.execPath, ['--import', tsx, resolve('scripts/serve.ts')], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function waitForText(stream: Readable, wanted: string): Promise<void> {
  let text = '';
  for await (const part of stream) {
    text += String(part);
    if (text.includes(wanted)) return;
  }
  throw new Error(`Never said "${wanted}": ${text}`);
}

/** The headers that the README recommends to hosts. */
function readDocumentedHeaders(): readonly (readonly [string, string])[] {
  const block = /```\n(Content-Security-Policy[\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
  return block
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)] as const);
}

describe('npm start', () => {
  it('builds, then serves what was built', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    expect(scripts['start']).toBe('vite build && tsx scripts/serve.ts');
  });

  it('sends the headers that the README recommends', async () => {
    const { headers } = await fetch(address);
    const documented = readDocumentedHeaders();
    expect(documented.length).toBeGreaterThanOrEqual(3);
    expect(documented.map(([name]) => [name, headers.get(name)])).toEqual(documented);
  });

  it('answers an address that is not there with "not found"', async () => {
    expect((await fetch(`${address}/nothing-here.js`)).status).toBe(404);
  });

  it('runs the app under its Content-Security-Policy, through a question and a plan list, without a violation', async () => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${address}/?lang=en#/bz`);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('button', { name: 'Continue' }).waitFor();
    await page.goto(`${address}/?lang=en#/plans`);
    await page.getByRole('heading', { name: 'Your plans' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('says what to do where nothing is built', async () => {
    const elsewhere = startServer(tmpdir(), 0);
    await waitForText(elsewhere.stderr, 'Nothing is built yet: run npm run build');
  });
});
