const name = String.raw`\d+|[a-z_]\w*`;
const choice = String.raw`[^\\|]*(?:\\.[^\\|]*)*`;

/** Escapes, tab stops and variables, the beginning of one with a default, the end of a default; all else is text. */
const token = new RegExp(
  [
    String.raw`\\(?<escaped>[\\$}])`,
    String.raw`\$(?<bare>${name})`,
    String.raw`\$\{(?<braced>${name})(?:\}|\|(?<choices>${choice})\|\})`,
    String.raw`\$\{(?<opens>${name}):`,
    String.raw`(?<closes>\})`,
    String.raw`[^\\$}]+|.`,
  ].join('|'),
  'gis',
);

/** What is mirrored is a name; mirrors of mirrors could double without end. */
const longestMirrored = 1000;

type Defaults = ReadonlyMap<string, string>;

/**
 * The plain text of a snippet in VS Code's syntax: placeholders become their default, choices their first, variables
 * their default or nothing; tab stops of one number become the same. Never throws: what is not closed is text.
 */
export function expandSnippet(body: string): string {
  // Twice, because a tab stop may stand before the one that has its default.
  return expand(body, expand(body, new Map()).defaults).text;
}

function expand(body: string, earlier: Defaults): { text: string; defaults: Defaults } {
  const defaults = new Map<string, string>();
  const filled = (stop: string, own: string) => {
    if (own && own.length <= longestMirrored && isMirrored(stop) && !defaults.has(stop)) defaults.set(stop, own);
    return defaults.get(stop) ?? earlier.get(stop) ?? own;
  };
  const open: { stop: string; opening: string; before: string }[] = [];
  let text = '';
  for (const { 0: written, groups = {} } of body.matchAll(token)) {
    const { escaped, bare, braced = bare, choices = '', opens, closes } = groups;
    const closed = closes && open.pop();
    if (opens) {
      open.push({ stop: opens, opening: written, before: text });
      text = '';
    } else if (closed) text = closed.before + filled(closed.stop, text);
    else text += escaped ?? (braced ? filled(braced, firstOf(choices)) : written);
  }
  return { defaults, text: open.reduceRight((inner, { opening, before }) => before + opening + inner, text) };
}

/** All tab stops but the last, `$0`; a variable is asked each time. */
const isMirrored = (stop: string) => /^[1-9]/.test(stop);

const firstOf = (choices: string) => (/^(?:\\.|[^\\,])*/s.exec(choices)?.[0] ?? '').replace(/\\([\\,|])/g, '$1');
