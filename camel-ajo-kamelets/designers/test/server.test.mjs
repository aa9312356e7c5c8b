import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startServer } from '../lib/server.mjs';

describe('The web server', () => {
  let folder;
  let server;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'camel-ajo-server-'));
    writeFileSync(join(folder, 'index.json'), '{}');
    server = await startServer({ '/catalog/': folder }, 0);
  });

  after(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  // fetch would tidy the path up before it sends it.
  function get(path) {
    return new Promise((resolve, reject) => {
      const { port } = server.address();
      request({ port, path, agent: false }, (response) => {
        response.resume();
        resolve(response);
      })
        .on('error', reject)
        .end();
    });
  }

  it('serves a file to pages of any origin', async () => {
    const response = await get('/catalog/index.json');
    assert.equal(response.statusCode, 200);
    assert.equal(response.headers['content-type'], 'application/json');
    assert.equal(response.headers['access-control-allow-origin'], '*');
  });

  it('serves nothing from outside its folder, and no folder', async () => {
    for (const path of ['/catalog/../../etc/passwd', '/catalog/%2e%2e/%2e%2e/etc/passwd', '/other', '/catalog/none', '/']) {
      assert.equal((await get(path)).statusCode, 404, path);
    }
  });

  it('survives a path that is not well formed', async () => {
    assert.equal((await get('/catalog/%zz')).statusCode, 404);
    assert.equal((await get('/catalog/index.json')).statusCode, 200);
  });
});
