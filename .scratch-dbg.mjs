import {chromium} from 'playwright-core';
import {ENGINES} from './bench/search/engines.mjs';
import {serve} from './bench/search/serve.mjs';
const s=await serve('.scratch-bench-openshift-runbooks/stock/build');
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const p=await b.newPage();p.on('console',m=>console.log('C',m.text()));p.on('pageerror',e=>console.log('E',e.message));
await ENGINES.easyops.open(p,s.url);
for(const q of ['KubeletDown','ocs_objectbucketclaim_info * on (namespace, objectbucket) group_left() (ocs_objectbucket_used_bytes/ocs_objectbucket_max_bytes)','oc get pods','2026-11-20T02:14:07Z ERROR "pg_stat_activity" pod/web-7f9c8']){const t=Date.now();
try{console.log(q,(await ENGINES.easyops.ask(p,q)).slice(0,3),Date.now()-t)}catch(e){console.log(q,e.message.split('\n')[0]);console.log(await p.evaluate(()=>[document.querySelector('.navbar__search-input').value,document.querySelector('.navbar__search').innerText]))}}
await b.close();await s.close();
