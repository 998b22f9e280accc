import fs from 'node:fs';import {enlarge} from './bench/search/enlarge.mjs';
const f='/work/shared/corpora/openshift-runbooks/';
const files=fs.readdirSync(f,{recursive:true}).filter(x=>x.endsWith('.md')).sort().map(file=>({file,markdown:fs.readFileSync(f+file,'utf8')}));
const t=Date.now();
for(const n of [273,546,1000,2000,5000]){const all=enlarge(files,n);const v=new Set(all.flatMap(({markdown})=>markdown.toLowerCase().match(/[a-z][a-z0-9_]*/g)));console.log(n,all.length,new Set(all.map(x=>x.file)).size,v.size,Date.now()-t)}
console.log(enlarge(files,5000).find(x=>x.file.startsWith('copy-07/alerts/cluster-monitoring-operator/Kube')));
