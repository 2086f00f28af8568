// Reads the TypeScript declarations of a Terraform provider's published bindings. Pure functions.

/** `export interface X { … }`, its members indented by four spaces. The first of a file is what the file is about. */
const declared = /^export interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm;
const member = /\/\*\*([^*]*(?:\*(?!\/)[^*]*)*)\*\/\s*readonly \w+(\??): ([\s\S]*?);(?=\n {4}\/\*\*|\n?$)/g;
/** Names as Terraform writes them stand in the links to its registry. */
const link = /\{@link \S+#(\w+) /;
/** An `id` that these bindings add to every resource; in blocks they say the same of any. */
const added = 'id field is automatically added';

/**
 * The arguments of a resource, a data source or a provider: `attributes` have a value, `objects` one that is an object
 * or a list of them, `blocks` are written without `=`; `true` and `required` where they may not be missing. Only those
 * blocks and objects have their inside whose name is in `words`.
 */
export function readDeclarations(text, words) {
  const interfaces = new Map([...text.matchAll(declared)].map(([, name, body]) => [name, membersOf(body)]));
  const [members] = interfaces.values();
  if (!members?.length) throw new Error('no arguments found');
  return insideOf(
    members.filter((one) => !one.isAdded),
    interfaces,
    words,
  );
}

function membersOf(body) {
  return [...body.matchAll(member)].flatMap(([, comment, optional, type]) => {
    const name = link.exec(comment)?.[1];
    const said = { isBlock: comment.includes(`* ${name} block\n`), isAdded: comment.includes(added) };
    return name ? [{ name, type, required: optional === '', ...said }] : [];
  });
}

function insideOf(members, interfaces, words) {
  const attributes = {};
  const objects = {};
  const blocks = {};
  for (const { name, type, required, isBlock } of members) {
    const inner = type.startsWith('{') ? undefined : type.match(/\w+/g)?.find((word) => interfaces.has(word));
    const inside = inner && words.has(name) ? insideOf(interfaces.get(inner), interfaces, words) : {};
    if (isBlock) blocks[name] = { required, ...inside };
    else if (inner) objects[name] = { required, ...inside };
    else attributes[name] = required;
  }
  return { attributes, ...(isEmpty(objects) ? {} : { objects }), ...(isEmpty(blocks) ? {} : { blocks }) };
}

const isEmpty = (object) => Object.keys(object).length === 0;
