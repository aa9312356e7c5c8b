// A page around Kaoto's editor, which it hosts as VS Code does: ?file= is the route to open, ?catalog= the catalog.

import '@patternfly/react-core/dist/styles/base.css';
import { KaotoEditorFactory } from '@kaoto/kaoto';
import { createRoot } from 'react-dom/client';

const query = new URLSearchParams(location.search);
const file = query.get('file');

// What the editor told its host, for those who look at this page with a program.
const host = (window.kaotoHost = { content: undefined, notifications: [] });

const nothing = async () => undefined;
const requests = {
  getVSCodeKaotoSettings: async () => ({ catalogUrl: query.get('catalog'), nodeLabel: 'id', colorScheme: 'light' }),
  getCatalogURL: async () => query.get('catalog'),
  getMetadata: nothing,
  setMetadata: nothing,
  getResourceContent: nothing,
  saveResourceContent: nothing,
  deleteResource: async () => false,
  askUserForFileSelection: nothing,
  getSuggestions: async () => [],
  getRuntimeInfoFromMavenContext: nothing,
  onStepUpdated: nothing,
};
const notifications = {
  kogitoEditor_ready: { send: () => open() },
  kogitoWorkspace_newEdit: { send: () => app.getContent().then((content) => (host.content = content)) },
  kogitoNotifications_setNotifications: { send: (path, all) => (host.notifications = all) },
  kogitoEditor_stateControlCommandUpdate: { send: () => {} },
};

async function open() {
  const text = await (await fetch(file)).text();
  await app.setContent(file, text);
  host.content = await app.getContent();
  document.body.dataset.opened = file;
}

const app = await new KaotoEditorFactory().createEditor(
  { channelApi: { requests, notifications } },
  { channel: 'VSCODE', fileExtension: 'camel.yaml', resourcesPathPrefix: '.', isReadOnly: false },
);
createRoot(document.getElementById('editor')).render(app.af_componentRoot());
app.af_onOpen();
