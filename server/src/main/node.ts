import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from '../host/node';
import { startServer } from '../lsp/server';
import { once, readBundled } from './bundled';

// stdio, IPC or a socket, as the command line says. What reads the files of an organisation is a bundle of its own.
startServer(createConnection(ProposedFeatures.all), nodeHost, once(readBundled), async () => require('./guidance.js'));
