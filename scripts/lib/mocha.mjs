// Mocha, also where a bundler has turned this file into CommonJS and wraps the default export once more.
import * as imported from 'mocha';

export const Mocha = imported.default?.default ?? imported.default;
