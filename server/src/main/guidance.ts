// What reads the files of an organisation: loaded by the language server with the first configuration.
export { compileGuidance, pathsIn } from '../core/guidance/guidance';
