import { startServer } from '../lsp/server';
import { connectionOfProcess } from './connection';
import { giveBackAtRest } from './memory';
import { giveWay } from './threads';

// What it can do, and what reads the files of an organisation, are bundles of their own.
startServer(connectionOfProcess(), () => require('./features.js').serve);
// A mistake of ours ends one answer, not the server.
process.on('unhandledRejection', (reason) => console.error(reason));
giveBackAtRest();
giveWay();
