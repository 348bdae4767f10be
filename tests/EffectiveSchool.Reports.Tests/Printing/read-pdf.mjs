// Reads a pdf the way a reader program would: text by page, size, whether it is tagged. Run: node read-pdf.mjs PDFJS FILE
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [library, file] = process.argv.slice(2);
const { getDocument, VerbosityLevel } = await import(pathToFileURL(library).href);
const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false }).promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const content = await page.getTextContent();
  const tree = await page.getStructTree();
  const roles = [];
  const walk = (node) => { if (node?.role) roles.push(node.role); node?.children?.forEach(walk); };
  walk(tree);
  const [x0, y0, x1, y1] = page.view;
  pages.push({ text: content.items.map((i) => i.str + (i.hasEOL ? '\n' : '')).join(''), width: x1 - x0, height: y1 - y0, roles });
}
const mark = await pdf.getMarkInfo();
const { info } = await pdf.getMetadata();
const outline = (await pdf.getOutline()) ?? [];
process.stdout.write(JSON.stringify({ marked: mark?.Marked === true, title: info.Title ?? null, language: info.Language ?? null, outline: outline.map((o) => o.title), pages }));
