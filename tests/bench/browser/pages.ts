import { CHINESE_TEXT } from '../../e2e/hostile/text.ts';

/** A kind of page whose loading is measured. */
export interface BenchPage {
  name: string;
  chinese: boolean;
  html: string;
}

const ENGLISH =
  'The quick brown fox reads the market news and buys nothing at all today, thank you very much. ';
const HAN = '本地图书馆周一至周五开放，读者可凭借书证借阅图书，逾期请到服务台办理续借手续，感谢您的配合。';

const whole = (name: string, chinese: boolean, body: string): BenchPage => ({
  name,
  chinese,
  html: `<!doctype html><html lang="${chinese ? 'zh-CN' : 'en'}"><meta charset="utf-8"><title>${name}</title><body>${body}`,
});

const paragraphs = (text: string, letters: number) =>
  `<p>${text}</p>`.repeat(Math.ceil(letters / text.length));

const nodes = (word: string, count: number) =>
  Array.from(
    { length: count / 4 },
    (_, at) => `<div><span>${word}</span><a href="/p/${at}">${word}</a></div>`,
  ).join('');

/** Half a second of work in slices, changing the page as an application does. */
const SCRIPTS = `<div id="app"></div><script>
  const app = document.getElementById('app');
  let round = 0;
  const work = () => {
    const from = performance.now();
    let sum = 0;
    while (performance.now() - from < 8) sum += Math.sqrt(sum + 1);
    app.textContent = 'round ' + round + ' ' + sum.toFixed(2);
    if (++round < 40) setTimeout(work, 5);
  };
  work();
</script>`;

export const BENCH_PAGES: BenchPage[] = [
  whole('light', false, paragraphs(ENGLISH, 2_000)),
  whole('light, Chinese exchange', true, CHINESE_TEXT),
  whole('1 MB of text', false, paragraphs(ENGLISH, 1_000_000)),
  whole('1 MB of text, Chinese', true, paragraphs(HAN, 350_000)),
  whole('20,000 nodes', false, nodes('trade', 20_000)),
  whole('20,000 nodes, Chinese', true, nodes('交易', 20_000)),
  whole('heavy scripts', false, `${SCRIPTS}${paragraphs(ENGLISH, 20_000)}`),
];
