/** HTML that was put together here: whatever came from elsewhere is escaped in it. */
export type Html = string & { readonly isHtml: true };

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text that stays a text, whatever stands in it. */
export const text = (value: string | number): Html =>
  String(value).replace(/[&<>"']/g, (sign) => signs[sign] ?? '') as Html;

/** Attributes by name; those that are false or undefined are left out, `true` stands alone. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const alone = new Set(['meta', 'link', 'br']);

/** `<name attribute="value">children</name>`. */
export function element(name: string, attributes: Attributes, ...children: readonly Html[]): Html {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined || value === false ? '' : value === true ? ` ${key}` : ` ${key}="${text(String(value))}"`,
  );
  const opening = `<${name}${written.join('')}>`;
  return (alone.has(name) ? opening : `${opening}${children.join('')}</${name}>`) as Html;
}

/** Several pieces as one. */
export const all = (pieces: readonly Html[]): Html => pieces.join('') as Html;

/** Our own style or script, which no `</` may end. */
export const raw = (code: string): Html => code.replaceAll('</', '<\\/') as Html;

/** A list of classes: what is there, joined. */
export const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
