// Runs inside the page. The editor draws text, squiggles and line numbers in separate layers that only their place on
// the screen connects. Each function is sent to the page as text, so each is complete in itself.

/** The squiggles of an editor, top to bottom: {severity, line, text}. */
export function readSquiggles(editor) {
  const severities = { error: 'error', warning: 'warning', info: 'information', hint: 'hint' };
  const all = (selector) => [...document.querySelectorAll(`${editor} ${selector}`)];
  const middle = (box) => box.top + box.height / 2;
  const inside = (y, box) => y >= box.top && y < box.bottom;

  const lineAt = (y) => {
    const number = all('.margin .line-numbers').find((element) => inside(y, element.getBoundingClientRect()));
    return number ? Number(number.textContent) : undefined;
  };
  const textIn = (box) => {
    const line = all('.view-lines .view-line').find((element) => inside(middle(box), element.getBoundingClientRect()));
    if (!line) return '';
    let text = '';
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < node.length; i++) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const place = range.getBoundingClientRect();
        const x = place.left + place.width / 2;
        if (x > box.left && x < box.right) text += node.data[i];
      }
    }
    return text.replaceAll('\u00a0', ' ');
  };
  const describe = (element) => {
    const kind = /squiggly-(error|warning|info|hint)/.exec(element.className)?.[1];
    const box = element.getBoundingClientRect();
    return { severity: severities[kind], line: lineAt(middle(box)), text: textIn(box), left: box.left };
  };
  return all('.view-overlays [class*="squiggly-"]')
    .map(describe)
    .filter((squiggle) => squiggle.severity)
    .sort((a, b) => a.line - b.line || a.left - b.left)
    .map(({ left, ...squiggle }) => squiggle);
}

/** The place of the first `wanted` in the visible text of an editor, or in its line `number`; or null. */
export function textBox([editor, wanted, number]) {
  const all = (selector) => [...document.querySelectorAll(`${editor} ${selector}`)];
  const top = (element) => element.getBoundingClientRect().top;
  const label = all('.margin .line-numbers').find((element) => Number(element.textContent) === number);
  const lines = all('.view-lines .view-line')
    .filter((line) => number === undefined || (label && Math.abs(top(line) - top(label)) < 3))
    .sort((a, b) => top(a) - top(b));
  for (const line of lines) {
    const at = line.textContent.replaceAll('\u00a0', ' ').indexOf(wanted);
    if (at < 0) continue;
    const range = document.createRange();
    let before = 0;
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const [start, end] = [at - before, at + wanted.length - before];
      if (start >= 0 && start < node.length) range.setStart(node, start);
      if (end > 0 && end <= node.length) range.setEnd(node, end);
      before += node.length;
    }
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }
  return null;
}
