import { readFileSync } from 'node:fs';
import { buildLookalikeIndex } from '../../utils/lookalike/build-index.ts';
import { openLookalike } from '../../utils/lookalike/open.ts';
import { exchangeByBrand } from '../eval/brand-exchange.ts';
import { evaluateHosts } from '../eval/hosts.ts';
import { loadExchanges } from './load-exchanges.ts';
import { buildTables, readWeights } from './build-tables.ts';

const ex = loadExchanges('/work/shared/data/exchanges.json');
const attacks = JSON.parse(readFileSync('assets/list/attacks.json', 'utf8'));
const t0=performance.now();
const tables = buildTables(readWeights()).buffer; const t1=performance.now();
const index = buildLookalikeIndex(ex, attacks).buffer;
const t2=performance.now();
const m = openLookalike(tables, index);
console.log('tables',tables.byteLength,'index',index.byteLength,'ms',t1-t0,t2-t1,performance.now()-t2);
const r = evaluateHosts(process.argv[2] ?? '/work/shared/data/hosts', m, exchangeByBrand(ex));
const pc=(a:number,b:number)=>(100*a/Math.max(1,b)).toFixed(1);
for (const [s, x] of Object.entries(r.sets)) console.log(s, x.hosts, 'recall', pc(x.hits,x.hosts), 'high', pc(x.high,x.hosts), 'right', pc(x.right,x.named));
for (const [s, t] of Object.entries(r.techniques)) for (const [k,x] of Object.entries(t)) console.log(' ',s,k,x.hosts,pc(x.hits,x.hosts),'high',pc(x.high,x.hosts),'right',pc(x.right,x.named));
for (const [s,q] of Object.entries(r.quiet)) { console.log(s,q.hosts,'alarms',q.alarms.length,'high',q.alarms.filter(a=>a.match.confidence==='high').length); for (const a of q.alarms.slice(0,80)) console.log('   ',a.host,a.match.exchange,a.match.confidence,a.match.techniques.join('+'),a.match.score.toFixed(2)); }
console.log('WRONG', r.wrong.map(w=>`${w.host}(${w.brand}→${w.exchange})`).slice(0,60).join(' '));
console.log('MISS gold', r.misses.filter(x=>x.set.startsWith('gold')).map(w=>w.host+'='+w.brand).join(' '));
console.log('MISS silver', r.misses.filter(x=>x.set.startsWith('silver')).length, r.misses.filter(x=>x.set.startsWith('silver')).map(w=>w.host+'='+w.brand).slice(0,400).join(' '));
