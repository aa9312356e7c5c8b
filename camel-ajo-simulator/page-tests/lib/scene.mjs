// What goes on in the pictures: a morning of an application, with some trouble.

import { setTimeout as pause } from 'node:timers/promises';

const CAPPING = '/journey/orchestration/endpointConfigs';
const LIVE_CAMPAIGN = 'f3c95789-ace1-4954-ac5d-6baed2eac902';
const FRAGMENT = '5be80c17-2d4f-4c0a-b3d8-19e6f4a7c002';
const PUBLISH_TYPE = 'application/vnd.adobe.ajo.fragment.publication.request.v1.0+json';

export async function play(simulator) {
  const call = (...args) => simulator.call(...args);
  await simulator.admin('job-step', { milliseconds: 20_000 });
  await call('GET', '/ajo/journey?filter=status%3Dlive&pageSize=20');
  await call('GET', '/ajo/journey?filter=status%3Dlive&pageSize=20&page=1');
  await call('GET', '/journey/campaigns/service/campaigns?count=25');
  await call('GET', `/journey/campaigns/service/campaigns/${LIVE_CAMPAIGN}`);
  await call('POST', CAPPING, {
    body: { url: 'https://shop.example/*', methods: ['POST'], services: { action: { maxHttpConnections: 50, rating: { maxCallsCount: 500, periodInMs: 1000 } } } },
    sandbox: 'prod',
  });
  await call('GET', `${CAPPING}/0f6a2c7e`, { sandbox: 'prod' });
  await upload(simulator, 'unsubscribed.csv');
  await call('POST', '/ajo/content/fragments/publications', {
    body: { fragmentId: FRAGMENT },
    headers: { 'Content-Type': PUBLISH_TYPE },
  });
  await simulator.admin('revoke-permission', { name: 'View campaigns' });
  await call('GET', `/journey/campaigns/service/campaigns/${LIVE_CAMPAIGN}`);
  await simulator.admin('grant-permission', { name: 'View campaigns' });
  await simulator.admin('expire-tokens', {});
  await call('GET', '/ajo/journey?pageSize=50');
  simulator.forgetToken();
  await call('GET', '/ajo/journey?pageSize=50');
  await simulator.admin('fail-next', { count: 3, status: 429, pathPrefix: '/ajo/im' });
  await call('GET', '/ajo/im/health');
  await simulator.admin('fail-next', { connection: 'reset' });
  await call('GET', '/ajo/content/templates').catch(() => {});
  await call('GET', '/imp/hello', { sandbox: null });
  await call('GET', '/ajo/config/suppression/addresses?limit=100');
  await pause(300);
}

export async function upload(simulator, name) {
  const boundary = 'page-tests';
  const body = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${name}"`,
    'Content-Type: text/csv',
    '',
    'TYPE,VALUE,COMMENT\r\nEMAIL,first@example.com,asked\r\nEMAIL,second@example.com,asked',
    `--${boundary}--`,
    '',
  ].join('\r\n');
  return simulator.call('POST', '/ajo/config/suppression/uploads', { body, headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } });
}
