import './memory';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { byScheme } from '../host/client';
import type { Host } from '../host/host';
import { nodeHost } from '../host/node';
import { startServer } from '../lsp/server';
import { readBundled } from './bundled';
import { once } from './once';

// stdio, IPC or a socket, as the command line says. What reads the files of an organisation is a bundle of its own.
const hostWith = (client: Host) => byScheme(nodeHost, client);
startServer(createConnection(ProposedFeatures.all), hostWith, once(readBundled), async () => require('./guidance.js'));
