// What speaks the protocol of assistants: loaded by `stack-guidance mcp` alone.
export { serveAssistant } from '../mcp/server';
