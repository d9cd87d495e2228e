import { launchBrowser } from './tests/browser/launch-browser.ts';
import { SECURITY_HEADERS } from './scripts/serve.ts';
import { createServer } from 'node:http'; import sirv from 'sirv';
import { readFileSync } from 'node:fs';
const [,, cc, file, lang='en', width='1280', tag='x'] = process.argv;
const files = sirv('/tmp/dist-plans', { setHeaders: (r:any) => { for (const [n,v] of Object.entries(SECURITY_HEADERS)) r.setHeader(n,v); } });
const server = createServer((q,r)=>files(q as any,r as any,()=>{r.statusCode=404;r.end()})); await new Promise<void>(f=>server.listen(0,()=>f())); const port=(server.address() as any).port;
const browser = await launchBrowser();
const context = await browser.newContext({ viewport: { width: Number(width), height: 900 }, acceptDownloads: true });
const page = await context.newPage();
page.on('console', m => { if (m.type()==='error'||m.type()==='warning') console.log('CONSOLE', m.text()); });
page.on('pageerror', e => console.log('PAGEERROR', e.message, e.stack?.slice(0,400)));
const answers = JSON.parse(readFileSync(file,'utf8')).answers;
const shot = async (n:string) => { const h = await page.evaluate(()=>document.documentElement.scrollHeight); const step = Number(width)>600?1900:2000; for (let i=0;i*step<h&&i<7;i++) await page.screenshot({ path: `/tmp/pl/${tag}-${n}-${i}.png`, fullPage:true, clip:{x:0,y:i*step,width:Number(width),height:Math.min(step,h-i*step)} }); };
await page.goto(`http://localhost:${port}/?lang=${lang}#/${cc}`); await page.waitForSelector('[data-action=start]');
await page.click('[data-action=start]'); let n=0;
while (true) { await page.waitForTimeout(50); const m = /questions\/(\w+)/.exec(page.url()); if (!m) break; const q=m[1]!; n++; const a = answers[q] ?? 'unknown';
  if (await page.locator(`[name="${q}.day"]`).count() && a!=='unknown') { const [y,mo,d]=a.split('-'); await page.fill(`[name="${q}.day"]`,d); await page.fill(`[name="${q}.month"]`,mo); await page.fill(`[name="${q}.year"]`,y); }
  else if (await page.locator(`select[name="${q}"]`).count()) await page.selectOption(`select[name="${q}"]`, a);
  else if (Array.isArray(a)) { if(!a.length) await page.check(`[name="${q}"][value="none-of-these"], [name="${q}"][value="none"]`); for (const v of a) await page.check(`[name="${q}"][value="${v}"]`); }
  else if (await page.locator(`input[type=text][name="${q}"]`).count() && a!=='unknown') await page.fill(`input[type=text][name="${q}"]`, String(a));
  else await page.check(`[name="${q}"][value="${String(a)}"]`);
  await page.click('[data-action=continue]'); await page.waitForTimeout(70);
  if (page.url().includes(`questions/${q}`)) { console.log('STUCK', q, a); break; } if (n>60) break; }
await page.click('[data-action=confirm]'); await page.waitForSelector('[data-outcome]');
console.log('result', await page.getAttribute('[data-outcome]','data-outcome'));
// what if
await page.selectOption('#what-if-question', { index: 2 }); await page.waitForTimeout(100);
// share
await page.click('[data-action=share]'); const link = await page.inputValue('#share-link'); console.log('link', link.length, link);
await shot('result');
// per person sheet from result
const kinds = await page.locator('#sheet-kind option').evaluateAll(o=>o.map(x=>(x as any).value)); console.log('sheets', kinds.join(','));
if (kinds.includes('worker')) { await page.selectOption('#sheet-kind','worker'); if (await page.locator('#sheet-language').count()) await page.selectOption('#sheet-language',{index:1}); await page.waitForTimeout(500); await page.check('#share-print'); await page.pdf({path:`/tmp/pl/${tag}-worker.pdf`,format:'A4',tagged:true}); await page.selectOption('#sheet-kind',''); }
// keep
await page.fill('#keep-name','Farm case 1'); await page.click('[data-action=keep]'); await page.waitForSelector('#plan-time, #plan-actions'); console.log(page.url());
await page.waitForTimeout(300); await shot('plan');
console.log('visits', await page.locator('[data-kind=visit]').count(), 'finish', await page.getAttribute('[data-finish]','data-finish').catch(()=>null));
const t0=Date.now(); await page.locator('section[aria-labelledby=plan-papers] input[type=checkbox]').first().check(); await page.waitForFunction(()=>document.querySelector('.progress')?.getAttribute('data-done')==='1'); console.log('tick ms', Date.now()-t0);
await page.fill('[name="until.day"]','15'); await page.fill('[name="until.month"]','6'); await page.fill('[name="until.year"]','2027'); await page.keyboard.press('Enter'); await page.waitForTimeout(400);
console.log('verdict', await page.getAttribute('[data-verdict]','data-verdict'), (await page.locator('#plan-time ~ .panel[role=status]').innerText()));
await shot('plan2');
await page.pdf({path:`/tmp/pl/${tag}-plan.pdf`,format:'A4',tagged:true});
const [d] = await Promise.all([page.waitForEvent('download'), page.click('[data-action=calendar]')]); await d.saveAs(`/tmp/pl/${tag}.ics`); console.log('ics', d.suggestedFilename());
await page.reload(); await page.waitForSelector('#plan-actions'); console.log('after reload', await page.locator('.progress').first().getAttribute('data-done'), await page.getAttribute('[data-verdict]','data-verdict'));
await page.goto(`http://localhost:${port}/?lang=${lang}#/plans`); await page.waitForSelector('[data-kind=plan]'); await shot('plans');
const p2 = await context.newPage(); await p2.goto(link.replace('#',`?lang=${lang}#`)); await p2.waitForSelector('[data-outcome]'); await p2.waitForTimeout(200); console.log('shared', p2.url(), await p2.getAttribute('[data-made-under]','data-changes')); await p2.screenshot({path:`/tmp/pl/${tag}-shared.png`,fullPage:true});
await p2.click('[data-action=open-shared]'); await p2.waitForFunction(()=>location.hash.endsWith('/result')); console.log(p2.url()); await p2.goto(`http://localhost:${port}/?lang=${lang}#/plans`); await p2.waitForSelector('[data-kind=plan]'); console.log('plans', await p2.locator('[data-kind=plan]').count());
await p2.click('[data-action=erase]'); await p2.click('[data-action=erase-sure]'); await p2.waitForTimeout(500); console.log('plans after erase', await p2.locator('[data-kind=plan]').count(), await p2.locator('[role=status]').first().innerText());
await browser.close(); server.close();
