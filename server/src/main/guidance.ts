// What most people never need: loaded by the language server with the first configuration or question of a model.
export * as assistants from '../core/features/assistants';
export { compileGuidance, pathsIn } from '../core/guidance/guidance';
