import type { Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PrintedPages = { pages: number; text: string; isTagged: boolean; width: number };

/** Prints the page and reads the PDF as another program would. */
export async function readPdf(page: Page, format: 'A4' | 'Letter'): Promise<PrintedPages> {
  const bytes = await page.pdf({ format, tagged: true });
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    texts.push(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  const marked = await pdf.getMarkInfo();
  const first = await pdf.getPage(1);
  return {
    pages: pdf.numPages,
    text: texts.join(' ').replace(/\s+/g, ' '),
    isTagged: marked?.['Marked'] === true,
    width: first.getViewport({ scale: 1 }).width,
  };
}
