import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const MAIN = fileURLToPath(new URL('../../src/demo/main.ts', import.meta.url));
const START_MS = 30_000;

const CALLS =
  'firm,as_of,index,target,horizon,source_url\nAcme Research,2024-01-12,RUT,2300,year-end 2024,https://example.com/outlook\n';

const executablePath = CANDIDATES.find((path) => existsSync(path));
const inCi = process.env.CI !== undefined && process.env.CI !== '';
const absent = executablePath === undefined;

/** The address `npm run demo` prints. */
async function addressOf(demo: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of demo.stdout ?? []) {
    printed += String(chunk);
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
    if (found) return found;
  }
  throw new Error(`the demo ended without an address: ${printed}`);
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colours: number;
}

/** Runs in the page: natural size, and how many different colours a coarse look at the decoded picture finds. */
const LOOK_AT_PICTURE = `(async () => {
  const image = document.querySelector('.message .picture img');
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: 160, height: 90 });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, 160, 90);
  const pixels = context.getImageData(0, 0, 160, 90).data;
  const colours = new Set();
  for (let at = 0; at < pixels.length; at += 4) colours.add(pixels.slice(at, at + 3).join());
  return { width: image.naturalWidth, height: image.naturalHeight, colours: colours.size };
})()`;

describe.skipIf(absent && !inCi)(
  absent ? 'the local workspace in a browser (skipped: no Chromium here)' : 'the local workspace in a browser',
  () => {
    let demo: ChildProcess;
    let browser: Browser;
    let page: Page;
    const troubles: string[] = [];
    const elsewhere: string[] = [];

    beforeAll(async () => {
      if (executablePath === undefined) throw new Error('CI needs Chromium: apt-get install chromium');
      const { CAPWATCH_DATA_DIR: _own, ...environment } = process.env;
      demo = spawn(process.execPath, [MAIN, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'], env: environment });
      const url = await addressOf(demo);
      browser = await chromium.launch({ executablePath, args: FLAGS.split(' ') });
      page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
      // A step that hangs is then named, before the whole test runs out of time.
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => troubles.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
      page.on('request', (request) => request.url().startsWith(url) || elsewhere.push(request.url()));
      await page.goto(url);
    }, START_MS);

    afterAll(async () => {
      await browser?.close();
      if (demo?.exitCode === null) {
        demo.kill('SIGINT');
        await once(demo, 'exit');
      }
    });

    it('offers the command while it is typed, and answers it for this person alone', async () => {
      await page.getByRole('combobox').pressSequentially('/sm');
      await page.getByRole('option', { name: /\/smallcaps/ }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');

      const answer = page.locator('.message', { hasText: 'year to date' }).first();
      await answer.waitFor();

      expect(await answer.innerText()).toMatch(/Only visible to you/);
      expect(await answer.getByRole('heading').innerText()).toMatch(/^Small caps lag by 3\.85 pp year to date/);
      expect(await answer.getByRole('row', { name: /YTD/ }).innerText()).toMatch(/−3\.85\s+−2\.16%\s+\+1\.69%/);
      expect(await answer.innerText()).toContain('SAMPLE DATA');
    });

    it('shows the chart, decoded, in full size and not blank', async () => {
      await page.locator('.message .picture img').first().waitFor({ timeout: 20_000 });

      const picture = await page.evaluate<Picture>(LOOK_AT_PICTURE);

      expect(picture).toMatchObject({ width: 1600, height: 900 });
      expect(picture.colours).toBeGreaterThan(20);
    });

    it('opens the receipts of the answer', async () => {
      await page
        .getByRole('button', { name: /formula, inputs and sources/ })
        .first()
        .click();

      const receipts = page.getByRole('dialog', { name: 'Receipts' });
      await receipts.waitFor({ timeout: 10_000 });

      expect(await receipts.innerText()).toMatch(/RUT-GSPC\.gap\.ytd/);
      await page.keyboard.press('Escape');
      await receipts.waitFor({ state: 'hidden' });
    });

    it('shares the answer with the channel, and shows what Slack would have stored', async () => {
      await page
        .getByRole('button', { name: /Share this answer/ })
        .first()
        .click();
      const post = page.locator('.message:not(.ephemeral)', { hasText: 'Shared by' });
      await post.waitFor();
      await post.hover();
      await post.getByRole('button', { name: /raw JSON/ }).click();

      const raw = page.locator('#raw-json');
      await raw.waitFor();

      expect(JSON.parse(await raw.innerText())).toMatchObject({
        channel: 'C0DESKUS001',
        text: expect.stringContaining('3.85'),
      });
    });

    it('answers a question in the thread under the shared post, and what is asked next there', async () => {
      const post = page.locator('#messages .message:not(.ephemeral)', { hasText: 'Shared by' });
      await post.hover();
      await post.getByRole('button', { name: 'Reply in a thread' }).click();
      const reply = page.getByRole('textbox', { name: 'Reply in the thread' });
      await reply.fill('how far behind is it ytd?');
      await reply.press('Enter');

      const thread = page.getByRole('list', { name: 'Thread' });
      const first = thread.locator('.message', { hasText: 'Basis' }).first();
      await first.waitFor({ timeout: 15_000 });
      await reply.fill('and vs tech?');
      await reply.press('Enter');
      const second = thread.locator('.message', { hasText: 'Basis' }).nth(1);
      await second.waitFor({ timeout: 15_000 });

      expect(await first.innerText()).toMatch(/3\.85\spp[\s\S]*Basis[\s\S]*As of[\s\S]*Source[\s\S]*Caveat/);
      expect(await second.innerText()).toMatch(/Behind by 6\.61\spp[\s\S]*XLK/);
      expect(await page.locator('#side-where').innerText()).toBe('#desk-us');
      expect(await post.getByRole('button', { name: /replies/ }).innerText()).toMatch(
        /4 replies\s*Last reply \d\d:\d\d/,
      );
    });

    it('keeps the end of a thread in sight when its picture comes, and opens a post by its link in place', async () => {
      const reply = page.getByRole('textbox', { name: 'Reply in the thread' });
      const thread = page.getByRole('list', { name: 'Thread' });
      await reply.fill('chart it');
      await reply.press('Enter');
      await thread.locator('.picture img').last().waitFor({ timeout: 20_000 });
      const end = thread.getByRole('button', { name: /did not answer/ }).last();
      await expect
        .poll(async () => {
          const [button, list] = [await end.boundingBox(), await thread.boundingBox()];
          return button && list ? Math.round(button.y + button.height) <= Math.round(list.y + list.height) : false;
        })
        .toBe(true);

      await reply.fill('does that contradict the odds alert yesterday');
      await reply.press('Enter');
      const link = thread.getByRole('link', { name: /^the small-cap answer of Mon 22 Jan 2024/ });
      await link.waitFor({ timeout: 15_000 });
      const address = await link.getAttribute('href');
      await page.getByRole('button', { name: /close/i }).first().click();
      await page.goto(address ?? '');

      await thread.locator('.message', { hasText: 'Shared by' }).waitFor();
      expect(page.url()).toMatch(/\/#C0DESKUS001$/);
      await thread.getByRole('link', { name: /^the small-cap answer/ }).click();
      expect(page.context().pages()).toHaveLength(1);
      await thread.locator('.message', { hasText: 'Shared by' }).waitFor();
    });

    it('takes a file in a modal: /targets import reads it, asks, writes, and the call is in /targets', async () => {
      const type = async (line: string) => {
        await page.getByRole('combobox', { name: 'Message' }).fill(line);
        await page.keyboard.press('Enter');
      };
      const choose = async (name: string, text: string) => {
        const chooser = page.waitForEvent('filechooser');
        await page.getByRole('button', { name: 'Choose a file' }).click();
        await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(text) });
      };
      await type('/targets import');
      await page.getByRole('button', { name: 'Open the form to import a CSV file' }).click();
      const form = page.getByRole('dialog', { name: 'Import calls' });
      await form.waitFor();

      await choose('calls.pdf', '%PDF');
      await form.getByText('calls.pdf cannot be added here: choose a csv, tsv or txt file.').waitFor();
      await form.locator('input[type=file]').dispatchEvent('cancel', { bubbles: true });
      await choose('calls.csv', CALLS);
      await form
        .getByRole('listitem')
        .filter({ hasText: /calls\.csv\s*119 bytes/ })
        .waitFor();
      await form.getByRole('button', { name: 'Remove calls.csv' }).click();
      expect(await form.getByRole('listitem').count()).toBe(0);
      await choose('calls.csv', CALLS);
      await form.getByRole('button', { name: 'Read' }).click();

      const review = page.getByRole('dialog', { name: 'Nothing written yet' });
      await review.waitFor();
      expect(await review.innerText()).toContain('1 row can be imported, 0 cannot. Nothing is written yet.');
      await review.getByRole('button', { name: 'Import' }).click();
      const done = page.getByRole('dialog', { name: 'Imported' });
      await done.waitFor();
      await page.keyboard.press('Escape');
      await done.waitFor({ state: 'hidden' });

      await type('/targets russell');
      const calls = page.locator('.message', { has: page.getByRole('row', { name: /Acme/ }) });
      await calls.waitFor();
      expect(await calls.getByRole('row', { name: /Acme/ }).innerText()).toMatch(/2,300/);
    });

    it('fits a phone without sideways scrolling', async () => {
      await page.setViewportSize({ width: 390, height: 844 });

      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

      expect(overflow).toBeLessThanOrEqual(0);
    });

    it('asks nothing of any other address and reports no error', () => {
      expect(elsewhere).toEqual([]);
      expect(troubles).toEqual([]);
    });
  },
);
