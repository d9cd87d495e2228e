import jsQR from 'jsqr';
import type { Locator, Page } from 'playwright-core';

/** Reads a QR code as it stands on the page, as a telephone would: from its picture. */
export async function readQrCode(page: Page, code: Locator): Promise<string | undefined> {
  const picture = (await code.screenshot()).toString('base64');
  const blank = await page.context().newPage();
  const { data, width, height } = await blank.evaluate(readPixels, picture);
  await blank.close();
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

async function readPixels(base64: string): Promise<{ data: number[]; width: number; height: number }> {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  return { data: [...context.getImageData(0, 0, width, height).data], width, height };
}
