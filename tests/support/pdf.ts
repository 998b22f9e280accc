import type {PDFDocumentProxy} from 'pdfjs-dist';

/** A sheet of a PDF. */
export interface PdfPage {
  /** In points of 1/72 inch. */
  width: number;
  height: number;
  /** Its words in the order in which they stand in the file, which is that of reading in a tagged PDF. */
  text: string;
}

/** Opens a PDF as a viewer does, for what {@link readPdf} does not tell. */
export async function openPdf(file: Uint8Array): Promise<PDFDocumentProxy> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // The viewer takes the bytes over, and warns of fonts that are not on this machine.
  return pdfjs.getDocument({data: Uint8Array.from(file), verbosity: 0}).promise;
}

/** The sheets of a PDF with their words. */
export async function readPdf(file: Uint8Array): Promise<PdfPage[]> {
  const pdf = await openPdf(file);
  const pages = Array.from({length: pdf.numPages}, async (_, index): Promise<PdfPage> => {
    const page = await pdf.getPage(index + 1);
    const {width, height} = page.getViewport({scale: 1});
    const {items} = await page.getTextContent();
    const text = items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
      .replace(/[ \t]+/g, ' ');
    return {width, height, text};
  });
  return Promise.all(pages);
}

/** A picture of a sheet, as PNG, at so many dots per inch. */
export async function drawPdfPage(file: Uint8Array, number: number, dpi = 150): Promise<Buffer> {
  const pdf = await openPdf(file);
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({scale: dpi / 72});
  const {createCanvas} = await import('@napi-rs/canvas');
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({
    canvas: canvas as unknown as HTMLCanvasElement,
    canvasContext: canvas.getContext('2d') as unknown as CanvasRenderingContext2D,
    viewport,
  }).promise;
  return canvas.toBuffer('image/png');
}

/** What the first QR code on the first sheet says, read from its picture as a telephone does. */
export async function decodeQr(file: Uint8Array, dpi = 200): Promise<string> {
  const {loadImage, createCanvas} = await import('@napi-rs/canvas');
  const {default: decode} = await import('qr/decode.js');
  const image = await loadImage(await drawPdfPage(file, 1, dpi));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const {data, width, height} = context.getImageData(0, 0, image.width, image.height);
  return decode({data: Uint8Array.from(data), width, height});
}
