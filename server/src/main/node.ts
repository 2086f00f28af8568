import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from '../host/node';
import { startServer } from '../lsp/server';
import { readBundled } from './bundled';

// stdio, IPC or a socket, as the command line says.
startServer(createConnection(ProposedFeatures.all), nodeHost, readBundled());
