import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { assistantTexts } from '../core/assistantTexts';
import type { Answer, ServeAssistant } from '../core/features/assistant';
import { instructions, tools } from './tools';

/** Nothing here changes anything or asks the network. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** Serves over stdin and stdout, until stdin ends. */
export const serveAssistant: ServeAssistant = async (assistant, { version, locale }) => {
  const { titles } = assistantTexts[locale];
  const server = new McpServer({ name: 'stack-guidance', version }, { instructions });
  const about = <Name extends keyof typeof tools>(name: Name) => ({ ...tools[name], title: titles[name], annotations });
  server.registerTool('recommend', about('recommend'), async (asked) => resultOf(await assistant.recommend(asked)));
  server.registerTool('verdict', about('verdict'), async (asked) => resultOf(await assistant.verdict(asked)));
  server.registerTool('snippet', about('snippet'), async (asked) => resultOf(await assistant.snippet(asked)));
  server.registerTool('stack', about('stack'), async () => resultOf(await assistant.stack()));
  await server.connect(new StdioServerTransport());
};

function resultOf(answer: Answer<object>): CallToolResult {
  if ('problem' in answer) return { isError: true, content: [{ type: 'text', text: answer.problem }] };
  return { content: [{ type: 'text', text: answer.text }], structuredContent: { ...answer.content } };
}
