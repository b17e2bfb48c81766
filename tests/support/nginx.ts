import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** Installed, or unpacked by build/setup/nginx.mjs. */
const unpacked = path.resolve(import.meta.dirname, '../../node_modules/.cache/nginx');
const prefix = existsSync('/usr/sbin/nginx') ? '/' : unpacked;
export const nginxBinary = path.join(prefix, 'usr/sbin/nginx');
const extension = path.join(prefix, 'usr/lib/nginx/modules/ngx_http_dav_ext_module.so');

/** False where there is none; `npm test` fetches it on Debian. */
export const hasNginx = existsSync(nginxBinary);

export interface NginxOptions {
  /** What the server takes, e.g. `PUT DELETE MKCOL MOVE`. */
  readonly methods?: string;
  /** Whether it makes missing folders by itself. */
  readonly makesFolders?: boolean;
  readonly login?: { readonly user: string; readonly password: string };
  /** Largest body, in nginx's own terms. */
  readonly largest?: string;
}

export interface Nginx {
  /** Address of an empty folder that takes uploads and shows what it has. */
  readonly url: string;
  /** The folder behind it. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** A real nginx with its dav module on a loopback port, in a folder of its own, as one process. */
export async function startNginx(options: NginxOptions = {}): Promise<Nginx> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'sanxun-nginx-'));
  const folder = path.join(home, 'files', 'repository');
  await mkdir(folder, { recursive: true });
  for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi', 'logs']) await mkdir(path.join(home, name));
  const port = await freePort();
  const { login } = options;
  if (login)
    await writeFile(path.join(home, 'users'), `${login.user}:{SHA}${createHash('sha1').update(login.password).digest('base64')}\n`);
  const file = path.join(home, 'nginx.conf');
  await writeFile(file, configuration(home, port, options));
  const child = spawn(nginxBinary, ['-p', home, '-c', file, '-e', path.join(home, 'logs/error.log')], { stdio: 'ignore' });
  await answers(child, port);
  return {
    url: `http://127.0.0.1:${port}/repository/`,
    folder,
    async stop() {
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
      await rm(home, { recursive: true, force: true });
    },
  };
}

function configuration(
  home: string,
  port: number,
  { methods = 'PUT DELETE MKCOL MOVE COPY', makesFolders = false, login, largest = '32m' }: NginxOptions,
): string {
  return `
${existsSync(extension) ? `load_module ${extension};` : ''}
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
master_process off;
pid ${home}/nginx.pid;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path ${home}/body;
  proxy_temp_path ${home}/proxy;
  fastcgi_temp_path ${home}/fastcgi;
  uwsgi_temp_path ${home}/uwsgi;
  scgi_temp_path ${home}/scgi;
  client_max_body_size ${largest};
  server {
    listen 127.0.0.1:${port};
    root ${home}/files;
    ${login ? `auth_basic files; auth_basic_user_file ${home}/users;` : ''}
    location / {
      ${methods === '' ? '' : `dav_methods ${methods};`}
      create_full_put_path ${makesFolders ? 'on' : 'off'};
      dav_access user:rw group:r all:r;
    }
  }
}
`;
}

async function answers(child: ChildProcess, port: number): Promise<void> {
  for (const until = performance.now() + 10_000; ;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch (error) {
      if (performance.now() > until) throw new Error('nginx does not answer', { cause: error });
      await sleep(20);
    }
  }
}
