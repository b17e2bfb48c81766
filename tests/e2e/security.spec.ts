import { expect, test, type Page } from '@playwright/test';
import { chooseFirstPerson, launch, temporaryFolder, type Running } from '../support/launch.ts';

const profile = temporaryFolder('security');
let running: Running;

test.beforeAll(async () => {
  running = await launch(profile.path);
  await chooseFirstPerson(running.page);
});
test.afterAll(async () => {
  await running.close();
  profile.remove();
});

test('the page has no Node and no Electron', async () => {
  const found = await running.page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'ipcRenderer', '__dirname'].filter((name) => name in globalThis),
  );
  expect(found).toEqual([]);
});

test('the window is sandboxed and isolated, without plugins or webviews', async () => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false });
});

test('the page can name no path: neither through the channel of dropped files nor by a file that it made', async () => {
  const outcome = await running.page.evaluate(async () => {
    const asked = await Promise.resolve()
      .then(() => window.bridge.request('bundles:dropped', ['/etc']))
      .catch((error: Error) => error.message);
    return { asked, made: await window.bridge.drop([new File(['x'], '/etc/passwd')]) };
  });
  expect(outcome).toEqual({ asked: 'unknown channel bundles:dropped', made: [] });
});

test('neither navigation nor new windows leave the application', async () => {
  const { page, app } = running;
  const escapes = ['https://example.com/', 'file:///etc/passwd', 'data:text/html,<p>out</p>', 'app://other/index.html'];
  for (const target of escapes) {
    await page.evaluate((url) => {
      window.open(url);
      const link = document.createElement('a');
      link.href = url;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.removeAttribute('target');
      link.click();
      link.remove();
    }, target);
    // Read directly: the driver would wait for the end of a navigation that was refused.
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('首页');
  }
  expect(page.url()).toMatch(/^app:\/\/sanxun\//);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the policy runs no inline script, no eval, no foreign request, and blocks styles without the nonce', async () => {
  const outcome = await running.page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    // In a task of the page's own: what the driver evaluates may use eval whatever the policy says.
    const evaluated = new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          resolve(String(new Function('return 1')()));
        } catch {
          resolve('blocked');
        }
      });
    });
    const requested = fetch('https://example.com/').then(
      () => 'sent',
      () => 'blocked',
    );
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="x:" onerror="window.escaped = true"><iframe src="https://example.com/"></iframe>',
    );
    const script = document.createElement('script');
    script.textContent = 'window.escaped = true';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.body.append(style);
    const results = { eval: await evaluated, request: await requested };
    await new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve)); // violations are reported in tasks of their own
    });
    const hidden = getComputedStyle(document.body).display === 'none';
    for (const element of [script, style, ...document.querySelectorAll('body > img, body > iframe')]) element.remove();
    return { ...results, hidden, escaped: 'escaped' in window, violations: [...new Set(violations)].toSorted() };
  });
  expect(outcome).toMatchObject({ eval: 'blocked', request: 'blocked', hidden: false, escaped: false });
  expect(outcome.violations).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src', 'script-src-elem', 'style-src-elem']));
});

test('permissions are denied', async () => {
  const states = await running.page.evaluate(async () => {
    const notifications = await Notification.requestPermission();
    const location = await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      );
    });
    return { notifications, location };
  });
  expect(states).toEqual({ notifications: 'denied', location: 'denied' });
});

/** What a page that was taken over could try on every channel. */
const hostile: readonly unknown[] = [
  null,
  {},
  [],
  '../../etc/passwd',
  -1,
  '\0',
  'a'.repeat(5_000_000),
  { kind: 'http', url: 'file:///etc/passwd' },
  { __proto__: { x: 1 } },
];

const tryAll = (page: Page, channel: string, tried = hostile): Promise<string[]> =>
  page.evaluate(
    async ([name, values]) => {
      const outcomes: string[] = [];
      for (const value of values) {
        try {
          await (window as unknown as { bridge: { request(...args: unknown[]): Promise<unknown> } }).bridge.request(name, value);
          outcomes.push(`accepted ${JSON.stringify(value)?.slice(0, 60)}`);
        } catch {
          outcomes.push('refused');
        }
      }
      return outcomes;
    },
    [channel, tried] as const,
  );

for (const channel of [
  'journal:commit',
  'journal:since',
  'journal:rows',
  'packages:probe',
  'packages:sync',
  'packages:blocks',
  'exports:write',
]) {
  test(`${channel} refuses what the contract does not name`, async () => {
    const asText = hostile.map((value) => JSON.stringify([value])); // as the channels of much data take it
    const outcomes = [...(await tryAll(running.page, channel)), ...(await tryAll(running.page, channel, asText))];
    expect(outcomes.filter((outcome) => outcome !== 'refused')).toEqual([]);
  });
}

test('an unknown channel does not exist', async () => {
  expect(await tryAll(running.page, 'shell:run')).toEqual(hostile.map(() => 'refused'));
});

test('a second start hands over to the first', async () => {
  const second = await launch(profile.path).then(
    () => 'started',
    () => 'refused',
  );
  expect(second).toBe('refused');
  expect(await running.page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('首页');
});
