// A simulator of its own process, and an application that calls it.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { once } from 'node:events';

const MODULE = join(import.meta.dirname, '../..');

/** @return what `java` needs to find the simulator: check.sh has Maven write it, or a variable names a jar */
function classpath() {
  if (process.env.SIMULATOR_CLASSPATH) {
    return process.env.SIMULATOR_CLASSPATH;
  }
  const file = join(MODULE, 'target/page-tests.classpath');
  if (!existsSync(file)) {
    throw new Error('There is no target/page-tests.classpath: run ./check.sh, which has Maven write it');
  }
  return [join(MODULE, 'target/classes'), readFileSync(file, 'utf8').trim()].join(':');
}

export class Simulator {
  #process;
  #token;
  #agent = new Agent({ keepAlive: true, maxSockets: 16 });

  /** @param port 0 for a free one */
  static async start(port = 0, ...options) {
    const simulator = new Simulator();
    const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
    const args = ['-Xmx256m', '-cp', classpath(), 'io.github.camelajo.simulator.SimulatorMain', '--port', String(port), ...options];
    simulator.#process = spawn(java, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    simulator.#process.stdout.setEncoding('utf8');
    for await (const part of simulator.#process.stdout) {
      said += part;
      if (/^Sandboxes:/m.test(said)) {
        break;
      }
    }
    const properties = Object.fromEntries(
      [...said.matchAll(/^camel\.component\.ajo\.([a-z-]+) *= *(.*)$/gm)].map(([, name, value]) => [name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()), value]),
    );
    if (!properties.baseUrl) {
      throw new Error(`The simulator has not started: ${said}`);
    }
    simulator.base = properties.baseUrl;
    simulator.port = Number(new URL(properties.baseUrl).port);
    simulator.properties = properties;
    return simulator;
  }

  async stop() {
    this.#agent.destroy();
    if (this.#process.exitCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill('SIGTERM');
      await ended;
    }
  }

  /** One HTTP request. fetch would hide a broken connection behind a repeat. */
  send(method, path, headers = {}, body = '') {
    return new Promise((resolve, reject) => {
      const sent = request(`${this.base}${path}`, { method, headers: { ...headers, 'Content-Length': Buffer.byteLength(body) }, agent: this.#agent }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts).toString() }));
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  async token() {
    if (!this.#token) {
      const { clientId, clientSecret, scopes } = this.properties;
      const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: scopes });
      const answer = await this.send('POST', '/ims/token/v3', { 'Content-Type': 'application/x-www-form-urlencoded' }, form.toString());
      this.#token = JSON.parse(answer.body).access_token;
    }
    return this.#token;
  }

  forgetToken() {
    this.#token = undefined;
  }

  /** A call as the component makes it. */
  async call(method, path, { body, sandbox = 'dev', headers = {} } = {}) {
    return this.send(
      method,
      path,
      {
        Authorization: `Bearer ${await this.token()}`,
        'x-api-key': this.properties.clientId,
        'x-gw-ims-org-id': this.properties.organizationId,
        ...(sandbox && { 'x-sandbox-name': sandbox }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
    );
  }

  async admin(name, body) {
    const answer =
      body === undefined
        ? await this.send('GET', `/__admin/ajo/${name}`)
        : await this.send('POST', `/__admin/ajo/${name}`, { 'Content-Type': 'application/json' }, JSON.stringify(body));
    if (answer.status !== 200) {
      throw new Error(`${name}: ${answer.status} ${answer.body}`);
    }
    return JSON.parse(answer.body);
  }

  /** Puts data by an admin call. */
  async put(name, body) {
    const answer = await this.send('PUT', `/__admin/ajo/${name}`, { 'Content-Type': 'application/json' }, JSON.stringify(body));
    if (answer.status >= 300) {
      throw new Error(`${name}: ${answer.status} ${answer.body}`);
    }
  }

  /** Many calls, some at a time. */
  async flood(count) {
    await this.token();
    let left = count;
    const worker = async () => {
      while (left-- > 0) {
        await this.call('GET', '/ajo/im/health');
      }
    };
    await Promise.all(Array.from({ length: 16 }, worker));
  }
}
