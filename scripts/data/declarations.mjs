// Reads the TypeScript declarations of a Terraform provider's published bindings: what a resource takes, as Terraform
// writes it. Pure functions.

/** `export interface X { … }`, its members indented by four spaces. */
const declared = /^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm;
/** The links to the registry carry the name as Terraform writes it; a block is called one in its first line. */
const member = /\/\*\*([^*]*(?:\*(?!\/)[^*]*)*)\*\/\s*readonly \w+(\??): ([\s\S]*?);(?=\n {4}\/\*\*|\n?$)/g;
const link = /\{@link \S+#(\w+) /;

/**
 * The arguments of a resource, a data source or a provider: `attributes` have a value, `objects` have one that is an
 * object or a list of them, `blocks` are written without `=`; `true` and `required` where they may not be missing. Only
 * blocks and objects in `words` have their inside.
 */
export function readDeclarations(text, words) {
  const interfaces = new Map([...text.matchAll(declared)].map(([, name, body]) => [name, membersOf(body)]));
  const [config] = [...interfaces.keys()].filter((name) => name.endsWith('Config'));
  return insideOf(interfaces.get(config) ?? [], interfaces, words);
}

function membersOf(body) {
  return [...body.matchAll(member)].flatMap(([, comment, optional, type]) => {
    const name = link.exec(comment)?.[1];
    return name ? [{ name, type, required: optional === '', isBlock: comment.includes(`* ${name} block\n`) }] : [];
  });
}

function insideOf(members, interfaces, words) {
  const attributes = {};
  const objects = {};
  const blocks = {};
  for (const { name, type, required, isBlock } of members) {
    const inner = type.startsWith('{') ? undefined : (type.match(/\w+/g) ?? []).find((word) => interfaces.has(word));
    if (!inner && !isBlock) attributes[name] = required;
    else if (!inner || !words.has(name)) (isBlock ? blocks : objects)[name] = { required };
    else (isBlock ? blocks : objects)[name] = { required, ...insideOf(interfaces.get(inner), interfaces, words) };
  }
  return { attributes, ...some({ objects }), ...some({ blocks }) };
}

const some = (groups) => Object.fromEntries(Object.entries(groups).filter(([, group]) => Object.keys(group).length));
