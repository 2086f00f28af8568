import { once } from '../core/once';
import { byScheme } from '../host/client';
import type { Host } from '../host/host';
import { nodeHost } from '../host/node';
import { serve as serveWith } from '../lsp/features';
import type { Serve } from '../lsp/server';
import { readBundled } from './bundled';

const hostWith = (client: Host) => byScheme(nodeHost, client);
const bundled = once(readBundled);

/** What the language server can do: loaded when it has answered for the first time. */
export const serve: Serve = (connection, params) =>
  serveWith(connection, params, { hostWith, bundled, readers: async () => require('./guidance.js') });
