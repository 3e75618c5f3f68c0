export const id=478;export const ids=[478];export const modules={53277:((e,t,n)=>{n.d(t,{J:()=>describeLeft});var r=n(65020),i=n(39799);function describeLeft(e){return(0,r.l)(e.map(({id:e,reason:t})=>`${(0,i.WG)(e)}: ${t}`),5)}}),14218:((e,t,n)=>{n.d(t,{O:()=>blobsOf,U:()=>fetchFiles});var r=n(77598),i=n(73024),a=n(51455),o=n(76760),s=n(46466),c=n(73029),l=n(39799),u=n(45157);function blobsOf({place:e,tree:t},n){return n.flatMap(({from:n})=>{let r=t.get((0,l.tc)(e,n));return r!==void 0&&(0,l.Dn)(r)?[r.blob]:[]})}async function fetchFiles({repository:e,place:t,tree:n},r,i,s){let d=[];for(let{from:e}of r){let r=n.get((0,l.tc)(t,e));if(r===void 0||!(0,l.Dn)(r))return lost(`${where(e)} does not exist.`);d.push(r.blob)}let f=await(0,c.HP)(e,d,s);if(!f.ok)return unfetched(f.error);let p=[];for(let[t,{from:n,to:l}]of r.entries()){let r=o.join(i,...l.path.split(`/`));await(0,a.mkdir)(o.dirname(r),{recursive:!0});let u=await(0,c.H4)(e,d[t]??``,r,s);if(!u.ok)return unfetched(u.error);if(await hashFile(r)!==l.sha256)return await(0,a.rm)(r,{force:!0}),lost(`${`${where(n)} is not the file that the lock file records`}: restore it from the branch's history, or make the edit again with the input \`force\`.`);p.push({...l,absolutePath:r})}return{ok:!0,value:p};function lost(e){return{ok:!1,error:{isLost:!0,message:e}}}function unfetched(n){return{ok:!1,error:{isLost:!1,message:(0,u.e)(n,`read`,t,e.remote)}}}function where(e){return`${(0,l.WG)((0,l.tc)(t,e))} on branch ${(0,l.WG)(t.branch)}`}}async function hashFile(e){let t=(0,r.createHash)(`sha256`);return await(0,s.pipeline)((0,i.createReadStream)(e),t),t.digest(`hex`)}}),29964:((e,t,n)=>{n.d(t,{Ci:()=>writeBlobs,qm:()=>writeTexts,x3:()=>writeText});var r=n(51455),i=n(76760),a=n(19612);async function writeBlobs(e,t,n){let r=Array.from({length:2},(e,n)=>t.filter((e,t)=>t%2===n)),i=await Promise.all(r.map(async t=>await writeShare(e,t,n))),a=[];for(let[e,t]of i.entries()){if(!t.ok)return t;for(let[n,r]of t.value.entries())a[n*2+e]=r}return{ok:!0,value:a}}async function writeShare(e,t,n){if(t.length===0)return{ok:!0,value:[]};let r=t.map(e=>asInputLine(e)).join(``),i=await e.run([`hash-object`,`-w`,`--no-filters`,`--stdin-paths`],{signal:n,input:r});if(!i.ok)return i;let o=i.value.toString().split(`
`).slice(0,-1);if(o.length!==t.length)throw Error(`git hash-object wrote ${o.length} of ${(0,a.LS)(t.length,`file`)}`);return{ok:!0,value:o}}function asInputLine(e){return/[\n\r]|^"/.test(e)?`"${e.replaceAll(/["\\]/g,`\\$&`).replaceAll(`
`,`\\n`).replaceAll(`\r`,`\\r`)}"\n`:`${e}\n`}async function writeTexts(e,t,n){let a=await(0,r.mkdtemp)(i.join(e.folder,`texts-`));try{let o=t.map((e,t)=>i.join(a,String(t)));for(let[e,n]of o.entries())await(0,r.writeFile)(n,t[e]??``);return await writeShare(e,o,n)}finally{await(0,r.rm)(a,{recursive:!0,force:!0,maxRetries:5})}}async function writeText(e,t,n){let r=await e.run([`hash-object`,`-w`,`--no-filters`,`--stdin`],{signal:n,input:t});return r.ok?{ok:!0,value:r.value.toString().trim()}:r}}),33432:((e,t,n)=>{n.d(t,{E:()=>compareReferences,j:()=>listRecorded});var r=n(94790),i=n(48588),a=n(49912),o=n(19907);function compareReferences(e,t,n){let r=listRecorded(t),i=listPlanned(e,n),a=pairUp(r,i),o=new Set(a.values()),s=i.flatMap((e,t)=>{let i=r[a.get(t)??-1];if(i?.content===e.content)return[];let{reference:o}=e,s=compareTakes(i?.reference,o);if(s!==void 0)return[s];if(o.kind===`output`&&i!==void 0)return[{kind:`input`,edit:o.edit,isPlanned:n.changes(o.edit)}];let c=e.picture!==void 0&&{after:e.picture};return i===void 0?[{kind:`reference-added`,reference:o,...c}]:[{kind:`reference-replaced`,reference:o,...pinBefore(i),...c}]}),c=r.filter((e,t)=>!o.has(t)).map(e=>({kind:`reference-removed`,reference:e.reference,...pinBefore(e)})),l=i.flatMap((e,t)=>a.get(t)??[]),u=l.some((e,t)=>e<(l[t-1]??0));return[...s,...c,...u?[{kind:`reference-order`}]:[]]}function compareTakes(e,t){if(e?.kind!==`output`||t.kind!==`output`)return;let[n,r]=[(0,a.f2)(e.edit),(0,a.f2)(t.edit)];return n===r?void 0:{kind:`kept-take`,edit:(0,a.Xo)(t.edit),before:n,after:r}}function pinBefore({picture:e}){return e===void 0?{}:{before:e}}function pairUp(e,t){let n=new Map,isFree=e=>![...n.values()].includes(e);for(let r of[contentOf,nameOf])for(let[i,a]of t.entries()){if(n.has(i))continue;let t=e.findIndex((e,t)=>r(e)===r(a)&&isFree(t));t>=0&&n.set(i,t)}return n}function contentOf({content:e}){return e}function nameOf({reference:e}){return e.kind===`output`?`output ${(0,a.Xo)(e.edit)}`:(0,o.P5)(e)}function listPlanned({images:e,lockedInput:t},{commitOf:n}){let i=(0,r.KD)(e,t);return e.slice(0,100).flatMap((e,t)=>{let r=i[t];if(r===void 0)return[];let a={content:toText(r),reference:(0,o.Pe)(e)},s=e.kind===`file`?n?.(e):void 0;return[e.kind===`file`&&s!==void 0?{...a,picture:{path:e.path,commit:s}}:a]})}function listRecorded({input:e,references:t=[],specCommit:n}){let a=new Map(t.map(e=>[e.content,e])),s=(0,i.Nf)(n)?n:void 0;return(0,r.HI)(e).slice(0,100).map(toText).map(e=>{let t=a.get(e),n=(0,o.cU)(e,t??{}),r=t?.commit??s;return{content:e,reference:n,...n.kind===`file`&&r!==void 0&&{picture:{path:n.path,commit:r}}}})}function toText(e){return typeof e==`string`?e:JSON.stringify(e)}}),53254:((e,t,n)=>{n.r(t),n.d(t,{fetchCopies:()=>fetchCopies,wantedOf:()=>wantedOf});var r=n(51455),i=n(76760),a=n(39799),o=n(45157),s=n(14218),c=n(73029),l=n(72838),u=n(2936),d=n(40677),__addDisposableResource=function(e,t,n){if(t!=null){if(typeof t!=`object`&&typeof t!=`function`)throw TypeError(`Object expected.`);var dispose,r;if(n){if(!Symbol.asyncDispose)throw TypeError(`Symbol.asyncDispose is not defined.`);dispose=t[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw TypeError(`Symbol.dispose is not defined.`);dispose=t[Symbol.dispose],n&&(r=dispose)}if(typeof dispose!=`function`)throw TypeError(`Object not disposable.`);r&&(dispose=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}),e.stack.push({value:t,dispose,async:n})}else n&&e.stack.push({async:!0});return t},f=(function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,`An error was suppressed during disposal.`):n,t.hasError=!0}var n,r=0;function next(){for(;n=t.stack.pop();)try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next);if(n.dispose){var e=n.dispose.call(n.value);if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){return fail(e),next()})}else r|=1}catch(e){fail(e)}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve();if(t.hasError)throw t.error}return next()}})(typeof SuppressedError==`function`?SuppressedError:function(e,t,n){var r=Error(n);return r.name=`SuppressedError`,r.error=e,r.suppressed=t,r});async function fetchCopies({edits:e},t,n,r){let o=e.flatMap(({id:e,action:t})=>t.kind===`adopt`?[{id:e,action:t}]:[]),c=new Map,l=[];for(let[e,[u,f]]of[...Map.groupBy(o,({action:e})=>(0,d.W0)(e,void 0,t))].entries()){let refuse=e=>({ok:!1,error:{severity:`error`,message:`Pictures of branch ${(0,a.WG)(u.place.branch)} cannot be copied, so nothing was sent: ${e}`}}),t=await fetchAhead(u,f,r);if(t!==void 0)return refuse(t);for(let{id:t,action:a}of f){let o=wantedOf(a),d=await(0,s.U)(u,o,i.join(n,String(e)),r.signal);if(r.signal.throwIfAborted(),!d.ok&&!d.error.isLost)return refuse(d.error.message);let f=d.ok?await findOddFile(d.value,u):d.error.message;if(f!==void 0)l.push({id:t,action:a,why:f});else if(d.ok)for(let{sha256:e,absolutePath:t}of d.value)c.set(e,t)}}return{ok:!0,value:{copies:c,failed:l}}}async function findOddFile(e,{place:t}){for(let{absolutePath:n,path:i,type:o}of e){let e={stack:[],error:void 0,hasError:!1};try{let{buffer:s,bytesRead:c}=await __addDisposableResource(e,await(0,r.open)(n),!0).read({buffer:Buffer.alloc(u.Hc)}),l=(0,u.Ui)(s.subarray(0,c));if(l.kind===`media`&&l.type===o)continue;return`${(0,a.WG)(i)} on branch ${(0,a.WG)(t.branch)} is ${l.described}, and not the picture that the lock file records.`}catch(t){e.error=t,e.hasError=!0}finally{let t=f(e);t&&await t}}}function wantedOf({entry:e,files:t}){return t.map((t,n)=>({from:e.files[n]?.path??t.path,to:t}))}async function fetchAhead(e,t,n){let{repository:r,place:i}=e,a=t.flatMap(({action:t})=>(0,s.O)(e,wantedOf(t))),u=await(0,l.C)(async()=>await(0,c.HP)(r,a,n.signal),n);return n.signal.throwIfAborted(),u.ok?void 0:(0,o.e)(u.error,`read`,i,r.remote)}}),75369:((e,t,n)=>{n.d(t,{r:()=>commentIfAsked});var r=n(89449),i=n(47730),a=n(74131),o=n(7921);async function commentIfAsked(e,t,n){if(!t.comment||n.stop.aborted)return{note:``};let s=await(0,o.G)(e,{...t,destination:(0,a.nameDestination)(t)},n);switch(s.kind){case`posted`:return{note:``};case`no-pull`:return n.log.info((0,i.R)(`there is no comment, because ${s.why}`)),{note:``};case`not-posted`:return n.log.info((0,r.s)(s.reason)),{note:(0,r.d)(s.reason)}}}}),72666:((e,t,n)=>{n.r(t),n.d(t,{deliverRun:()=>deliverRun});var r=n(96580),i=n(56987);function creditParts(e,t){let n=new Set;return e.map(e=>{let r=madeByParts(e,t);if(r===void 0)return e;let i=n.has(r.requestId);return n.add(r.requestId),credit(e,r,i)})}function madeByParts({edit:e,state:t},{actions:n,forced:r,plannedAtMs:a}){let{id:o,action:s}=e;if(t!==`unchanged`||s.kind!==`unchanged`&&s.kind!==`aside`||s.on!==void 0||!(0,i.O2)(e)||!isWork(n.get(o)))return;let{entry:c}=s;return r.has(o)&&Date.parse(c.submittedAt)<=a?void 0:c}function isWork(e){switch(e){case`submit`:case`collect`:case`other-run`:case`share`:case`hold`:return!0;case`unchanged`:case`adopt`:case`aside`:case`skip`:case void 0:return!1}}function credit(e,t,n){let{edit:r,files:i,unchangedFiles:a,outputUrls:o,warnings:s}=e,{requestId:c,submittedAt:l,finishedAt:u,queuedMs:d,runningMs:f}=t,p=n?0:t.costUsd,m=Date.parse(l);return{edit:r,files:i,unchangedFiles:a,outputUrls:o,warnings:s,state:`succeeded`,job:{kind:`made`,requestId:c,submittedAtMs:m},...p!==void 0&&{costUsd:p},timings:{...d!==void 0&&{queuedMs:d},...f!==void 0&&{runningMs:f},totalMs:Math.max(0,Date.parse(u)-m)}}}var a=n(81435),o=n(56927),s=n(14218),c=n(39799),l=n(27394),u=n(74418);async function collectParts(e,t,n,r,i,a){let o=e.edits.filter(e=>madeByParts(e,n)!==void 0),s=await fetchTakes(o,r,i,a);return{run:{...e,edits:e.edits.map(e=>({...e,files:[...e.files,...s.get(e.edit.id)??[]]}))},renditions:await fetchRenditions(o,t,r,i,a)}}async function fetchTakes(e,{current:t,folder:n},{log:r},i){let a=Map.groupBy(e,({edit:{action:e}})=>e.kind===`aside`?e.entry.heldBy:void 0),o=new Map;for(let[e,c]of a){if(e===void 0)continue;let{repository:a,place:u}=t,d=await(0,l.Dn)(a,e,u,i,async e=>await e());if(!d.ok){r.info(`The artifact does not hold takes of commit ${e}, which cannot be read.`);continue}let f={repository:a,place:u,...d.value};for(let{edit:e,unchangedFiles:t}of c){let a=t.map(e=>({from:e.path,to:e})),c=await(0,s.U)(f,a,n,i);c.ok?o.set(e.id,c.value):r.info(`The artifact does not hold ${e.id}: ${c.error.message}`)}}return o}async function fetchRenditions(e,t,{current:n,folder:r},{log:i},a){let{renditions:o={}}=n.recorded.lock,c=new Set(e.flatMap(({unchangedFiles:e})=>e.map(({sha256:e})=>e))),l=Object.fromEntries(Object.entries(o).filter(([e])=>c.has(e))),d=(0,u.v)(l).flatMap(e=>e.files),f=[...new Map(d.map(e=>[e.path,{from:e.path,to:e}])).values()];if(f.length===0)return t;let p=await(0,s.U)(n,f,r,a);return p.ok?{files:[...t.files,...p.value.map(({absolutePath:e})=>e)],made:{...l,...t.made}}:(i.info(`The artifact holds only renditions that this job made: ${p.error.message}`),t)}function creditBranch(e,t,n){if(e.kind!==`committed`&&e.kind!==`unchanged`)return e;let{commit:r}=e,i=t.filter(e=>madeByParts(e,n)!==void 0&&e.edit.action.kind!==`aside`).flatMap(({unchangedFiles:t})=>t.map(t=>(0,c.tc)(e,t.path)));if(i.length===0||r===void 0)return e;let a=e.kind===`committed`?e:{changed:[],warnings:[],left:[]};return{...e,...a,kind:`committed`,commit:r,changed:[...new Set([...a.changed,...i])].toSorted(),isByParts:!0}}var d=n(51455),f=n(76760),p=n(82129),m=n(56268),h=n(51049),g=n(31171);function artifactNames(e,t,n=257){let r=t>1?`${e}-attempt-${t}`:e;return[r,...Array.from({length:n-1},(e,t)=>`${r}-${t+2}`)]}var _=n(49615);let v=/\b(ECONNRESET|ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|EPIPE|REQUEST_SEND_ERROR)\b|Upload progress stalled|Failed to make request after \d+ attempts|socket hang up/;function judgeUploadError(e){let t=e instanceof Error&&`code`in e?` ${String(e.code)}`:``,n=(0,p.U)(e);return/\(409\)|already exists/.test(n)?{kind:`taken`}:v.test(`${n}${t}`)?{kind:`again`,reason:n}:{kind:`final`,reason:n}}var y=n(10928);async function sweepWhile(e,t){let n=(0,y.R)(),r=new AbortController;n.shrink();let i=e(),a=(async()=>{for(;!r.signal.aborted;)await t.sleep(20,r.signal).catch(()=>void 0),n.sweep()})();try{return await i}finally{r.abort(),await a}}async function deliverArtifact(e,t){let{folder:r}=e,i=(0,_.m)(t.env,t.serverUrl);if(i!==void 0)return{kind:`failed`,message:`The pictures could not be uploaded: ${i}. They stay in ${r} until the job ends.`,folder:r};try{return await sweepWhile(async()=>{let{DefaultArtifactClient:r}=await Promise.all([n.e(564),n.e(971),n.e(361),n.e(325)]).then(n.bind(n,6325)),i=uploadUnderFreeName(new r,e,t);return await(0,m.H)(i,t.signal)},t.clock)}catch(e){return{kind:`failed`,message:`The pictures could not be uploaded: ${explain(e)}. They stay in ${r} until the job ends.`,folder:r}}}async function uploadUnderFreeName(e,t,{clock:n,random:r,log:i,signal:a}){let o=artifactNames(t.name,t.run.attempt).values(),s=o.next().value,c=await(0,h.L)(async n=>{for(;s!==void 0;)try{return{kind:`done`,value:{ok:!0,value:await upload(e,s,t)}}}catch(e){let t=judgeUploadError(e);if(t.kind===`final`||t.kind===`again`&&n===6)throw e;if(t.kind===`again`){let a=(0,g.q)(n,r);return i.info((0,h.e)(`The upload failed: ${t.reason}`,a)),{kind:`again`,value:{ok:!1,error:e},waitMs:a}}let a=o.next().value,c=a===void 0?``:`; trying ${a}`;i.info(`The artifact name ${s} is taken in this run${c}.`),s=a}throw Error(`no name like ${t.name} is free in this run`)},{clock:n,signal:a});if(!c.ok)throw c.error;return c.value}async function upload(e,t,{folder:n,files:r,retentionDays:i,run:a}){let{id:o,size:s,digest:c}=await e.uploadArtifact(t,[...r],n,{compressionLevel:0,...i!==void 0&&{retentionDays:i}});if(o===void 0||s===void 0||c===void 0)throw Error(`the artifact service did not say which artifact it made`);return{kind:`artifact`,name:t,id:o,url:`${a.runUrl}/artifacts/${o}`,digest:`sha256:${c}`,bytes:s,files:r.length}}function explain(e){return e instanceof Error&&e.name===`GHESNotSupportedError`?`GitHub Enterprise Server (GHES) does not take artifacts of this kind`:(0,p.U)(e)}var b=n(5331),x=n(32613),S=n(31944);let C=[`image/avif`,`image/webp`,`image/jpeg`,`image/png`],w={line:``,comma:`, `,space:` `},T={line:`
  `,comma:`,
      `,space:`
    `};function renderPictureElement(e,t,{alt:n=``,color:r},{line:i,comma:a,space:o}=w){let s=C.filter(t=>e.some(e=>e.type===t)),c=s.findLast(e=>e===`image/jpeg`||e===`image/png`)??s.at(-1),ofType=t=>e.filter(e=>e.type===t),l=ofType(c).at(-1)??t,u=s.filter(e=>e!==c).map(e=>`${i}<source type="${e}"${o}srcset="${sourceSet(ofType(e),a)}"${o}sizes="100vw">`),d=sourceSet(ofType(c),a),f=[`src="${address(l.path)}"`,...d===``?[]:[`srcset="${d}"`,`sizes="100vw"`],`width="${l.width??``}" height="${l.height??``}"`,`alt="${(0,S.Z)(n)}"`,`loading="lazy" decoding="async"`,`style="${r===void 0?``:`background-color:${r};`}max-width:100%;height:auto"`];return`<picture>${u.join(``)}${i}<img ${f.join(o)}>${i===``?``:`
`}</picture>`}function sourceSet(e,t){return e.map(({path:e,width:t})=>`${address(e)} ${t??``}w`).join(t)}function address(e){return(0,S.Z)((0,x.O)(e))}let E=`pictures.json`;function renderPicturesFile(e,t){let n=e.toSorted((e,t)=>e.id<t.id?-1:1).map(({id:e,alt:n,files:r})=>[e,{alt:n??null,pictures:r.map(e=>describe(e,n,t))}]);return`${JSON.stringify({version:1,edits:Object.fromEntries(n)},null,2)}\n`}function listCurrentSets(e,t){return Object.values(t[e.sha256]??{}).map(t=>({record:t,files:(0,b.tM)(t,e.path).toSorted(byWidth)})).filter(({files:e})=>e.length>0).toSorted((e,t)=>e.record.set<t.record.set?-1:1)}function describe(e,t,n){let r=listCurrentSets(e,n),i=Object.values(n[e.sha256]??{}).find(e=>r.some(t=>t.record===e));return{...describeFile(e),carries:describeCarried(e.carries),color:i?.color??null,placeholder:i?.placeholder??null,renditions:r.map(({record:n,files:r})=>({set:n.set,color:n.color??null,placeholder:n.placeholder??null,files:r.map(describeFile),html:renderPictureElement(r,e,{alt:t,color:n.color})}))}}function byWidth(e,t){return(e.width??0)-(t.width??0)||(e.path<t.path?-1:1)}function describeFile({path:e,width:t,height:n,bytes:r,type:i,sha256:a}){return{path:e,width:t??null,height:n??null,bytes:r,type:i,sha256:a}}function describeCarried(e){if(e===void 0)return null;let{mark:t,label:n,c2pa:r}=e;return{mark:t??null,label:n??null,c2pa:r??null}}var D=n(92974);function createThumbnails(e,t,n=300){return({sha256:r,width:i,height:a})=>i===void 0||a===void 0?void 0:Object.values(e[r]??{}).flatMap(e=>e.files).filter(e=>e.width!==void 0&&e.height!==void 0&&e.width>=Math.min(n,i)&&Math.abs(e.width/e.height/(i/a)-1)<.02&&(0,D.sE)(e.type)===`picture`&&t(e.path,e.type)).toSorted((e,t)=>(e.width??0)-(t.width??0)||e.bytes-t.bytes)[0]?.path}function createReferencePath(e,t){let n=new Map(e.flatMap(e=>{let t=e.state===`open`?void 0:e.files[0];return t!==void 0&&(0,D.sE)(t.type)===`picture`?[[e.edit.id,t.path]]:[]}));return e=>{switch(e.kind){case`file`:return t.get(e.sha256);case`url`:return e.url;case`edit`:return n.get(e.id)}}}var O=n(44128),k=n(96711),A=n(42403),j=n(19612),ee=n(44340);function renderGlance(e){let{edit:t,timings:n,costUsd:r}=e;return describeGlance((0,O.R8)(e),t.size,[...n.totalMs===void 0?[]:[(0,A.a3)(n.totalMs)],...r===void 0?[]:[(0,j.UK)(r)]])}function describeGlance(e,t,n){let[r]=e,i=hasSize(r)?r:t,a=e.reduce((e,t)=>e+t.bytes,0);return[...i===void 0?[]:[`${i.width} × ${i.height}`],...e.length>1?[(0,j.LS)(e.length,`file`)]:[],...a>0?[(0,j.z3)(a)]:[],...n].map(e=>e.replaceAll(` `,`\xA0`)).join(` · `)}function listFacts(e){let{edit:t,costUsd:n,timings:r}=e,i=(0,k.f)(e),a=Object.entries(t.matrix).map(([e,t])=>`${e}: ${t}`),o=[[`queued`,r.queuedMs],[`running`,r.runningMs],[`download`,r.downloadMs]].flatMap(([e,t])=>t===void 0?[]:[`${e} ${(0,A.a3)(t)}`]);return withoutEmpty([[`Request`,i??``,`code`],[`Model`,t.model,`code`],...describeSettings(t),[`Matrix`,a.join(`, `)],[`Cost`,n===void 0?i===void 0?``:`unknown`:(0,j.UK)(n)],[`Time`,o.join(`, `)],...listFileFacts((0,O.R8)(e)),[`In the spec`,`${t.at.file}:${t.at.line}`,`code`]])}function withoutEmpty(e){return e.filter(([,e])=>e!==``)}function listFileFacts(e){return e.flatMap(e=>{let t=e.width===void 0?``:`${e.width} × ${e.height??0}, `;return[[`File`,e.path,`code`],[``,`${e.type}, ${t}${(0,j.z3)(e.bytes)}`],[`SHA-256`,e.sha256,`code`],[`Says of its origin`,(0,ee.O)(e).join(`; `)]]})}function renderFacts(e){return`<dl class="facts">${e.map(([e,t,n])=>{let r=(0,S.Z)(t);return`<dt>${(0,S.Z)(e)}</dt><dd>${n===void 0?r:`<code>${r}</code>`}</dd>`}).join(``)}</dl>`}function describeSettings({size:e,scale:t,forceSingle:n,options:r}){let i=Object.entries(r).map(([e,t])=>[e,typeof t==`string`?t:JSON.stringify(t)]);return e===void 0||t===void 0?i:[[`Asked size`,`${e.width} × ${e.height}`],[`Scale`,`${t}${n?`, one picture only`:``}`],...i]}function hasSize(e){return e?.width!==void 0&&e.height!==void 0}var te=n(10811);let ne=`Keep the request id: you can read the result with it. A new run sends the edit and pays again.`;function describeNextStep(e,t){switch((0,te.p)(e)){case void 0:return;case`collect`:return t?`Run again: the next run collects it without paying again.`:ne;case`bring`:return`Run again: the next run brings the pictures to the branch, at no cost.`;case`other-run`:return`Run again when the other run has ended: nothing is paid for twice.`;case`other-jobs`:return`Do what the message says: nothing is paid for twice.`;case`check-submit`:case`check-request`:return t?`Look at your requests on RunComfy first. To have it made, and maybe pay twice, run with on-unknown: resubmit.`:`Look at your requests on RunComfy before you run again.`;case`run-again`:return`Nothing is charged. Run again to have it made.`;case`fix`:return`Fix the cause, then run again: the next run sends it again and pays for what the service makes.`;case`fetch-again`:return t?`Run again: the next run fetches the pictures without paying again.`:ne;case`look-up`:return`Look for the request on RunComfy: the action no longer can fetch its pictures.`;case`unblock`:return`Nothing was sent. Run again when the reason no longer applies.`}}function toGalleryEdit(e,{referencePath:t,thumbnail:n,onBranch:r,before:i,keepsRecord:a}){let{edit:o,state:s,error:c,warnings:l,files:u,unchangedFiles:d,costUsd:f,timings:p}=e;return{id:o.id,key:o.key,...o.take!==void 0&&{take:o.take},matrix:Object.fromEntries([[`model`,o.model],...Object.entries(o.matrix).map(([e,t])=>[e,String(t)])]),description:o.description,prompt:o.prompt,state:s,reason:c?.message??(o.action.kind===`skip`?o.action.reason:void 0),next:describeNextStep(e,a),warnings:l,files:u.map((e,t)=>({...e,thumbnail:n?.(e),before:i[t]})),...u.length===0&&d.length>0&&{linked:{where:r===void 0?`Made by an earlier run`:`On the branch`,files:d.map(e=>({name:e.path,address:r?.(e)}))}},references:o.images.map(e=>({name:nameOf(e),address:t(e)})),glance:renderGlance(e),facts:listFacts(e),costUsd:f,totalMs:p.totalMs}}function nameOf(e){switch(e.kind){case`file`:return e.path;case`url`:return e.url;case`edit`:return`output of ${e.id}`}}var re=n(3199),ie=n(1064),M=n(32290);function lookOf(e){switch(e){case`succeeded`:case`adopted`:return`good`;case`unchanged`:case`skipped`:return`calm`;case`failed`:return`bad`;case`pending`:case`unknown`:case`cancelled`:return`open`}}function renderHeader(e,t){let n=e.edits.flatMap(e=>e.files),r=n.reduce((e,t)=>e+t.bytes,0),i=[[`Edits`,String(e.edits.length)],[`Files`,String(n.length)],[`On disk`,(0,j.z3)(r)],[`Cost`,(0,ie.P)((0,ie.A)(e.edits))],[`Time`,(0,A.a3)(e.elapsedMs)]],a=new Date(e.startedAtMs).toISOString();return`${openHeader(t,`${(0,S.Z)((0,M.SS)(e))} <time datetime="${a}">${a.slice(0,10)} ${a.slice(11,16)} UTC</time>`,i)}
${renderShares(e)}
</header>`}function openHeader(e,t,n){return`<header class="top">
<div>
<h1>${(0,S.Z)(e)}</h1>
<p class="lead">${t}</p>
</div>
<dl class="totals">${n.map(([e,t])=>`<div><dt>${e}</dt><dd>${t}</dd></div>`).join(``)}</dl>`}function renderShares({edits:e}){if(e.length===0)return``;let t=(0,re.c)(e),n=0,r=re.x.toReversed().flatMap(e=>{if(e===`open`||t[e]===0)return[];let r=`<rect class="${lookOf(e)}" x="${n}" width="${t[e]}" height="1"/>`;return n+=t[e],[r]});return`<svg class="shares" viewBox="0 0 ${e.length} 1" preserveAspectRatio="none" aria-hidden="true">${r.join(``)}</svg>`}var N=n(77598);let ae=String.raw`
const spec = one('.spec'), text = one('.spec textarea'), hint = one('.spec .hint'), take = one('.take-it');
const plain = (id) => (/^[\w][\w@+.#/-]*$/.test(id) && !/^(true|false|null|yes|no|on|off|\d+)$/i.test(id) && !id.includes(' #') ? id : JSON.stringify(id));
const marked = (mark) => cards.filter((card) => hasMark(card, mark));

const starredTakes = () => marked('star').filter((card) => card.dataset.take !== undefined);

// The edits in the order of the spec, each key once.
function keepLines() {
  const starred = starredTakes();
  const byKey = Map.groupBy(starred, (card) => card.dataset.key);
  const lines = [];
  for (const [key, members] of byKey) {
    const kept = new Map(members.map((card) => [card.dataset.edit, card.dataset.take]));
    const isPlain = kept.size === 1 && kept.has(key);
    lines.push('  ' + plain(key) + ':');
    if (isPlain) lines.push('    keep: ' + kept.get(key));
    else lines.push('    keep:', ...[...kept].map(([edit, number]) => '      ' + plain(edit) + ': ' + number));
  }
  return lines.length === 0 ? '' : ['edits:', ...lines, ''].join('\n');
}
// Only one take of an edit can be kept: the lines name the last one that is starred.
function describeSeveral() {
  const several = [...Map.groupBy(starredTakes(), (card) => card.dataset.edit)].filter(([, takes]) => takes.length > 1);
  const list = several.map(([edit, takes]) => edit + ' (' + takes.map((card) => card.dataset.take).join(', ') + '; here ' + takes.at(-1).dataset.take + ')');
  return several.length === 0 ? '' : ' An edit keeps one take only, and several are starred of ' + list.join(', ') + '.';
}
const idLines = (input, ids) => (ids.length === 0 ? '' : [input + ': >-', ...ids.map((id) => '  ' + id), ''].join('\n'));
const FORMS = {
  keep: { lines: keepLines, more: describeSeveral, hint: 'Add these lines to the edits of the spec. Keeping another take costs nothing.', none: 'Star a take of an edit first. Edits with one take only have nothing to keep.' },
  force: { lines: () => idLines('force', marked('reject').map((card) => card.id)), hint: 'Give this input to the action: these edits are made again, and paid for.', none: 'Reject a picture first.' },
  only: { lines: () => idLines('only', marked('star').map((card) => card.id)), hint: 'Give this input to the action: it does these edits only.', none: 'Star a picture first.' },
  shown: { lines: () => idLines('only', cards.filter((card) => !card.hidden).map((card) => card.id)), hint: 'Give this input to the action: it does these edits only.', none: 'No edit is shown.' },
};
function showForm() {
  const form = FORMS[one('.spec input:checked').value];
  const lines = form.lines();
  text.value = lines;
  hint.textContent = lines === '' ? form.none : form.hint + (form.more?.() ?? '');
  take.disabled = lines === '';
  take.textContent = 'Copy';
}
one('button.copy').addEventListener('click', () => {
  const first = ['keep', 'force', 'only', 'shown'].find((form) => FORMS[form].lines() !== '') ?? 'keep';
  one('.spec input[value=' + first + ']').checked = true;
  showForm();
  spec.showModal();
});
for (const input of all('.spec input')) input.addEventListener('change', showForm);
take.addEventListener('click', async () => {
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    take.textContent = 'Copied';
  } catch {
    take.textContent = 'Press Ctrl or ⌘ and C';
  }
});
one('.spec .clear').addEventListener('click', () => {
  marks.clear();
  store.write(MARKS_NAME, '[]');
  cards.forEach(showMark);
  showMarks();
  if (filters.chip.startsWith('mark:')) choose('');
  showForm();
});

showMarks();
followLink();
`,oe=String.raw`
const filters = { chip: '', values: new Map() };
const texts = new Map();
const textOf = (card) => {
  if (!texts.has(card)) texts.set(card, card.textContent.toLowerCase());
  return texts.get(card);
};
function fitsChip(card) {
  const [kind, name] = filters.chip.split(':');
  if (kind === 'state') return card.dataset.state === name;
  if (kind === 'mark') return hasMark(card, name);
  return kind !== 'changed' || /^(succeeded|adopted)$/.test(card.dataset.state);
}
function fitsValues(card) {
  const own = valuesOf.get(card);
  return [...filters.values].every(([axis, value]) => own[axis] === value);
}
function filter() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const card of cards) {
    const match = fitsChip(card) && fitsValues(card) && words.every((word) => textOf(card).includes(word));
    if (card.hidden === match) card.hidden = !match;
    if (match) count += 1;
  }
  for (const head of all('h2.group')) {
    const own = groups.get(head).filter((card) => !card.hidden).length;
    head.hidden = own === 0;
    one('span', head).textContent = own;
  }
  shown.textContent = count === cards.length ? '' : count + ' of ' + cards.length + ' shown';
  none.hidden = count > 0 || cards.length === 0;
}
function choose(chip) {
  filters.chip = chip;
  for (const button of all('.chip')) button.setAttribute('aria-pressed', String(button.dataset.filter === chip));
  filter();
}
function showAll() {
  find.value = '';
  filters.values.clear();
  for (const facet of all('.facet')) facet.value = '';
  choose('');
}
find.addEventListener('input', filter);
for (const chip of all('.chip')) chip.addEventListener('click', () => choose(chip.dataset.filter));
for (const facet of all('.facet')) facet.addEventListener('change', () => {
  if (facet.value === '') filters.values.delete(facet.dataset.axis); else filters.values.set(facet.dataset.axis, facet.value);
  filter();
});
one('button', none).addEventListener('click', () => { showAll(); find.focus(); });

// Order and groups. Thousands of cards are shown in a new order at once, and moved to it when that is painted, so that the keyboard
// and a screen reader meet them in this order too.
const groupBy = one('.group-by'), sortBy = one('select.sort'), density = one('.density');
const groups = new Map();
const inOrder = new Map(cards.map((card, index) => [card, index]));
function groupOf(card) {
  const by = groupBy.value;
  if (by.startsWith('value:')) return valuesOf.get(card)[by.slice(6)] ?? 'no ' + by.slice(6);
  return card.dataset[by] ?? '';
}
function arrange() {
  const by = sortBy.value;
  const sorted = [...cards];
  if (by === 'id') sorted.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  else if (by !== '') sorted.sort((a, b) => Number(b.dataset[by] ?? -1) - Number(a.dataset[by] ?? -1) || inOrder.get(a) - inOrder.get(b));
  for (const head of groups.keys()) head.remove();
  groups.clear();
  const byGroup = groupBy.value === '' ? [[undefined, sorted]] : Map.groupBy(sorted, groupOf);
  arranged = [];
  for (const [name, members] of byGroup) {
    if (name !== undefined) {
      const head = make('h2', 'group', name + ' ');
      head.append(make('span'));
      groups.set(head, members);
      arranged.push(head);
    }
    arranged.push(...members);
  }
  grid.prepend(...groups.keys());
  arranged.forEach((part, index) => { part.style.order = index; });
  filter();
  clearTimeout(settling);
  requestAnimationFrame(() => { settling = setTimeout(settle, 50); });
}
let arranged = [], settling = 0;
function settle() {
  clearTimeout(settling);
  for (const part of arranged) {
    // Moved in this way, a picture that is loading goes on loading.
    if (grid.moveBefore) grid.moveBefore(part, null); else grid.append(part);
    part.style.order = '';
  }
  arranged = [];
}
groupBy.addEventListener('change', arrange);
sortBy.addEventListener('change', arrange);

const WIDTHS = [120, 180, 260, 350, 560];
const SIZE_NAME = 'dreamina-edit-size';
function setSize(size) {
  grid.style.setProperty('--card', WIDTHS[size] + 'px');
  // Only the two smallest sizes look different: a class that changes restyles every card.
  grid.classList.toggle('dense', size < 2);
  grid.classList.toggle('tiny', size < 1);
  density.value = size;
}
density.addEventListener('input', () => { setSize(density.value); store.write(SIZE_NAME, density.value); });
if (WIDTHS[store.read(SIZE_NAME) ?? '']) setSize(store.read(SIZE_NAME));

bar.hidden = cards.length < 2;
// Whatever is scrolled to is below the bar, however many rows that has.
new ResizeObserver(() => {
  const covered = getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
  document.documentElement.style.scrollPaddingTop = covered + 12 + 'px';
}).observe(bar);
if (matchMedia('(max-width: 640px)').matches) one('.arrange').open = false;
`,se=String.raw`
function neighbour(link, key) {
  const list = all('.edit:not([hidden]) .frame:not(.more .frame) > .shot');
  const here = list.indexOf(link);
  if (key === 'Home') return list[0];
  if (key === 'End') return list.at(-1);
  if (key === 'ArrowRight') return list[here + 1];
  if (key === 'ArrowLeft') return list[here - 1];
  const from = link.closest('.edit').getBoundingClientRect();
  const by = key === 'ArrowDown' ? 1 : -1;
  for (let at = here + by, best; ; at += by) {
    const box = list[at]?.closest('.edit').getBoundingClientRect();
    // Cards with the same top form a row. The next one is the first card of another row in the same column.
    if (!box) return best;
    if (Math.abs(box.top - from.top) < 2) continue;
    best ??= list[at];
    if (Math.abs(box.left - from.left) < 2) return list[at];
  }
}
const PAN = 60;
const IN_VIEW = {
  arrowright: () => step(1),
  arrowleft: () => step(-1),
  arrowdown: () => stepTake(1),
  arrowup: () => stepTake(-1),
  '+': () => zoomTo(zoom.z * 1.5),
  '=': () => zoomTo(zoom.z * 1.5),
  '-': () => zoomTo(zoom.z / 1.5),
  0: fit,
  1: () => zoomTo(fullSize()),
  c: () => setMode(LOOKS[(LOOKS.indexOf(mode) + 1) % LOOKS.length]),
  b: () => setMode(mode === 'blink' ? 'after' : 'blink'),
  ' ': () => { if (pair.dataset.mode === 'blink') { clearInterval(blinking); blink(); } },
  f: fullScreen,
  p: pin,
  s: () => mark('star'),
  x: () => mark('reject'),
};
const PANS = { ArrowRight: [-PAN, 0], ArrowLeft: [PAN, 0], ArrowDown: [0, -PAN], ArrowUp: [0, PAN] };
function pressInView(event) {
  const { key, target } = event;
  if (target.matches('input') || (key === ' ' && target.matches('button, a'))) return;
  if (target === side && /^Arrow(Up|Down)$/.test(key)) return;
  if (event.shiftKey && PANS[key]) {
    zoom.x += PANS[key][0];
    zoom.y += PANS[key][1];
    place();
  } else {
    const act = IN_VIEW[key.toLowerCase()];
    if (!act) return;
    act();
  }
  event.preventDefault();
}
document.addEventListener('keydown', (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const { key, target } = event;
  if (view.open) pressInView(event);
  else if (target.matches('input, select, textarea')) {
    if (target === find && key === 'Escape') { find.value = ''; filter(); find.blur(); }
  } else if (key === 'Escape' && picked) setPicked(null);
  else if (key === '/' && !bar.hidden) {
    event.preventDefault();
    find.focus();
    find.select();
  } else if (/^(Arrow|Home$|End$)/.test(key) && target.matches('.shot')) {
    const next = neighbour(target, key);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.closest('.edit').scrollIntoView({ block: 'nearest' });
  }
});
`,ce=String.raw`
const MARKS_NAME = 'dreamina-edit-marks:' + document.title;
const marks = new Map(readMarks());
function readMarks() {
  try {
    const read = JSON.parse(store.read(MARKS_NAME) ?? '[]');
    return Array.isArray(read) ? read.filter((entry) => Array.isArray(entry) && entry.length === 2) : [];
  } catch {
    return [];
  }
}
const nameOf = (link) => link.closest('.edit').id + ' ' + link.dataset.file;
const markOf = (link) => marks.get(nameOf(link)) ?? '';
const shotsOf = (card) => all('.shot', card);
const hasMark = (card, mark) => shotsOf(card).some((link) => markOf(link) === mark);

function setMark(link, mark) {
  const name = nameOf(link);
  if (marks.get(name) === mark) marks.delete(name); else marks.set(name, mark);
  store.write(MARKS_NAME, JSON.stringify([...marks]));
  showMark(link.closest('.edit'));
  showMarks();
}
function showMark(card) {
  card.dataset.mark = hasMark(card, 'star') ? 'star' : hasMark(card, 'reject') ? 'reject' : '';
  const tools = one('.tools', card);
  if (!tools) return;
  const shot = one('.shot', card);
  const own = shot ? markOf(shot) : '';
  one('.star', tools).setAttribute('aria-pressed', String(own === 'star'));
  one('.reject', tools).setAttribute('aria-pressed', String(own === 'reject'));
}
function showMarks() {
  for (const mark of ['star', 'reject']) {
    const chip = one('.chip[data-filter="mark:' + mark + '"]');
    const count = cards.filter((card) => card.dataset.mark === mark).length;
    one('b', chip).textContent = count;
    chip.hidden = count === 0 && filters.chip !== chip.dataset.filter;
  }
  if (filters.chip.startsWith('mark:')) filter();
}

// The tools of a card: star, reject, and pick for a comparison.
const tools = make('div', 'tools');
for (const [look, text, name] of [['pick', 'Compare', 'Compare'], ['star', '★', 'Star'], ['reject', '✕', 'Reject']]) {
  const button = make('button', look, text);
  button.type = 'button';
  button.setAttribute('aria-pressed', 'false');
  button.dataset.name = name;
  tools.append(button);
}
for (const card of cards) {
  const frame = one('.shot', card)?.parentElement;
  if (!frame) continue;
  const own = tools.cloneNode(true);
  for (const button of own.children) button.setAttribute('aria-label', button.dataset.name + ' ' + titleOf(card));
  frame.append(own);
  showMark(card);
}
document.addEventListener('click', (event) => {
  const button = event.target.closest('.tools button');
  if (!button) return;
  const link = one('.shot', button.closest('.frame'));
  if (button.matches('.pick')) pick(link); else setMark(link, button.matches('.star') ? 'star' : 'reject');
});

// Any two pictures of the page: the second one that is picked opens both.
let picked = null;
function pick(link) {
  const other = picked;
  setPicked(other === link ? null : link);
  if (other === null || other === link) return;
  setPicked(null);
  if (mode === 'after') mode = 'side';
  show(link, { href: other.href, name: labelOf(other), link: other });
}
function setPicked(link) {
  picked = link;
  for (const button of all('.pick[aria-pressed=true]')) { button.setAttribute('aria-pressed', 'false'); button.textContent = 'Compare'; }
  document.body.classList.toggle('picking', link !== null);
  const button = link && one('.pick', link.parentElement);
  button?.setAttribute('aria-pressed', 'true');
  if (button) button.textContent = 'Pick another…';
}
`,le=String.raw`'use strict';
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (name, look, text) => {
  const element = document.createElement(name);
  if (look) element.className = look;
  if (text !== undefined) element.textContent = text;
  return element;
};
const cards = all('.edit');
const grid = one('.grid');
const bar = one('.bar'), find = one('.find input'), shown = one('.shown'), none = one('.none');
const view = one('.view'), stage = one('.stage'), pair = one('.pair'), side = one('.side');
const valuesOf = new Map(cards.map((card) => [card, JSON.parse(card.dataset.values ?? '{}')]));
const titleOf = (card) => one('h2', card).textContent;
const takesOf = (card) => cards.filter((other) => other.dataset.edit === card.dataset.edit);

// A page that was opened from a disk may have no storage.
const store = {
  read(name) { try { return localStorage.getItem(name); } catch { return null; } },
  write(name, value) { try { localStorage.setItem(name, value); } catch { /* The choice lasts as long as the page. */ } },
};

// Sliders, in cards and in the large view.
document.addEventListener('input', (event) => {
  if (event.target.matches('.slide')) event.target.parentElement.style.setProperty('--at', event.target.value + '%');
});

// A picture that cannot be loaded: a hosted one is replaced by its address, and one of the history has a link below its frame.
document.addEventListener('error', (event) => {
  const image = event.target;
  if (!(image instanceof HTMLImageElement)) return;
  if (image.matches('.ref img')) {
    const link = image.parentElement;
    link.classList.add('named');
    link.textContent = link.title;
  } else if (image.matches('.other img')) {
    leaveOut(image.parentElement.dataset.href);
  } else if (image.matches('.before')) {
    const frame = image.closest('.frame');
    frame.classList.remove('compare');
    delete one('.shot', frame).dataset.before;
  } else if (image.matches('.after[src^="https:"]')) {
    const frame = image.closest('.frame');
    forget(one('.shot', frame));
    frame.className = 'frame empty calm';
    frame.replaceChildren(make('span', '', 'Not here'));
    showMark(frame.closest('.edit'));
    showMarks();
  }
}, true);
`,ue=String.raw`
const LOOKS = ['after', 'slide', 'side', 'blink'];
const slide = one('.pair .slide');
let mode = 'after', current = null, other = null, pinned = null, blinking = 0;
const pictures = () => (settle(), all('.edit:not([hidden]) .shot'));
const labelOf = (link) => {
  const card = link.closest('.edit');
  const shots = shotsOf(card);
  return titleOf(card) + (shots.length > 1 ? ', ' + (shots.indexOf(link) + 1) : '');
};

// Addresses of pictures that could not be loaded: nothing is compared with them.
const broken = new Set();
function leaveOut(href) {
  broken.add(href);
  if (!view.open) return;
  if (other?.href === href) show(current); else showSide(current.closest('.edit'), listOthers(current));
}
// Everything that this picture can be compared with, the most telling first.
function listOthers(link) {
  const card = link.closest('.edit');
  const before = link.dataset.before;
  const found = [
    ...(pinned ? [{ href: pinned.href, name: 'Pinned: ' + labelOf(pinned), link: pinned }] : []),
    ...(before ? [{ href: new URL(before, location).href, name: 'Before' }] : []),
    ...all('.ref:not(.named)', card).map((ref) => ({ href: ref.href, name: ref.title })),
    ...takesOf(card).flatMap(shotsOf).map((shot) => ({ href: shot.href, name: labelOf(shot), link: shot })),
  ];
  return found.filter(({ href }, index) => href !== link.href && !broken.has(href) && found.findIndex((one) => one.href === href) === index);
}
function setMode(wanted) {
  mode = wanted;
  pair.dataset.mode = other ? mode : 'after';
  for (const button of all('.modes button')) button.setAttribute('aria-pressed', String(button.dataset.mode === pair.dataset.mode));
  clearInterval(blinking);
  pair.dataset.show = 'now';
  if (pair.dataset.mode === 'blink' && !matchMedia('(prefers-reduced-motion: reduce)').matches) blinking = setInterval(blink, 700);
  layout();
}
const blink = () => { pair.dataset.show = pair.dataset.show === 'now' ? 'then' : 'now'; };

function fill(image, href, name, link) {
  if (image.src !== href) image.src = href;
  image.alt = name;
  image.nextElementSibling.textContent = name;
  const thumbnail = link && one('img', link);
  const [width, height] = thumbnail ? [thumbnail.getAttribute('width'), thumbnail.getAttribute('height')] : [];
  image.dataset.ratio = width && height ? width / height : '';
  image.dataset.wide = width ?? '';
}
function show(link, wanted) {
  const card = link.closest('.edit');
  const list = pictures();
  const others = listOthers(link);
  if (wanted && !others.some(({ href }) => href === wanted.href)) others.unshift(wanted);
  // The one that is asked for, or of the same kind as before, or the most telling.
  other = wanted ?? (pinned && pinned !== link ? others[0] : others.find(({ name }) => name === other?.name) ?? others[0]) ?? null;
  if (other?.href === link.href) other = null;
  current = link;
  fill(now, link.href, titleOf(card), link);
  if (other) fill(then, other.href, other.name, other.link); else then.removeAttribute('src');
  pair.style.setProperty('--at', '50%');
  slide.value = '50';
  one('.modes').hidden = !other;
  one('.who strong').textContent = titleOf(card);
  const at = list.indexOf(link);
  one('.count').textContent = at < 0 ? '' : at + 1 + ' / ' + list.length;
  for (const button of all('.step')) button.hidden = list.length < 2;
  one('.save').href = link.href;
  showSide(card, others);
  showActs();
  if (!view.open) { fit(); view.showModal(); }
  setMode(mode);
  stage.focus();
  history.replaceState(null, '', '#' + encodeURIComponent(card.id).replaceAll('%40', '@').replaceAll('%2B', '+'));
  const next = list[at + 1];
  if (next) new Image().src = next.href;
}
function showSide(card, others) {
  const parts = all('.about, .reason, .next, .prompt, .facts', card).map((part) => part.cloneNode(true));
  if (others.length > 0) {
    const row = make('div', 'others');
    row.setAttribute('role', 'group');
    row.setAttribute('aria-label', 'Compare with');
    row.append(...others.map((entry) => {
      const button = make('button', 'other');
      button.type = 'button';
      button.title = entry.name;
      button.dataset.href = entry.href;
      button.setAttribute('aria-pressed', String(entry.href === other?.href));
      const image = make('img');
      image.src = entry.link ? one('img', entry.link).src : entry.href;
      image.alt = '';
      image.loading = 'lazy';
      button.append(image, make('span', '', entry.name));
      button.addEventListener('click', () => {
        if (mode === 'after') mode = 'side';
        show(current, entry);
      });
      return button;
    }));
    parts.unshift(make('h3', '', 'Compare with'), row);
  }
  side.replaceChildren(...parts);
  side.scrollTop = 0;
}
function showActs() {
  one('.acts .star').setAttribute('aria-pressed', String(markOf(current) === 'star'));
  one('.acts .reject').setAttribute('aria-pressed', String(markOf(current) === 'reject'));
  one('.acts .pin').setAttribute('aria-pressed', String(pinned === current));
}
function mark(wanted) { setMark(current, wanted); showActs(); }
function pin() {
  pinned = pinned === current ? null : current;
  show(current, pinned === null || pinned === current ? undefined : other ?? undefined);
}
function step(by) {
  const list = pictures();
  const next = list[(list.indexOf(current) + by + list.length) % list.length];
  if (next) show(next);
}
// The next of the pictures that are candidates for the same place.
function stepTake(by) {
  const list = takesOf(current.closest('.edit')).flatMap(shotsOf);
  const next = list[(list.indexOf(current) + by + list.length) % list.length];
  if (next && next !== current) show(next);
}
function fullScreen() {
  const isWide = view.classList.toggle('wide');
  // Where the browser has no full screen, as on some phones, the picture gets the whole page at least.
  if (isWide) one('.room').requestFullscreen?.().catch(() => {}); else if (document.fullscreenElement) void document.exitFullscreen();
}
// A picture that cannot be loaded is none to look at, or to compare others with.
function forget(link) {
  if (pinned === link) pinned = null;
  if (picked === link) setPicked(null);
  if (current === link && view.open) view.close();
}
document.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement) view.classList.remove('wide'); });

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest('.shot, .ref:not(.named)');
  if (!link) return;
  if (link.matches('.shot')) {
    event.preventDefault();
    if (picked && picked !== link) pick(link); else show(link);
    return;
  }
  // A reference: compared with the edit's picture if there is one.
  const picture = one('.shot', link.closest('.edit'));
  if (!picture) return;
  event.preventDefault();
  if (mode === 'after') mode = 'side';
  show(picture, { href: link.href, name: link.title });
});
for (const button of all('.modes button')) button.addEventListener('click', () => setMode(button.dataset.mode));
for (const [look, act] of [
  ['.back', () => step(-1)], ['.on', () => step(1)], ['.view .close', () => view.close()], ['.acts .star', () => mark('star')],
  ['.acts .reject', () => mark('reject')], ['.acts .pin', pin], ['.acts .full', fullScreen],
]) one(look).addEventListener('click', act);
view.addEventListener('close', () => {
  clearInterval(blinking);
  if (document.fullscreenElement) void document.exitFullscreen();
  view.classList.remove('wide');
  current?.focus();
  then.removeAttribute('src');
  now.removeAttribute('src');
  history.replaceState(null, '', location.pathname + location.search);
});

// An address that ends in an edit's id opens its picture: the kept one, if the edit has got several takes since, or the only one.
const keptOf = (id) => {
  const own = cards.filter((card) => card.dataset.edit === id);
  return own.find((card) => one('.take.kept', card)) ?? own[0];
};
function followLink() {
  const id = decode(location.hash.slice(1));
  const card = cards.find((one) => one.id === id) ?? keptOf(id.replace(/#1$/, ''));
  if (!card) return;
  if (card.hidden) showAll();
  card.scrollIntoView({ block: 'center' });
  const link = one('.shot', card);
  if (!link) view.close();
  else if (link !== current || !view.open) show(link);
}
function decode(text) { try { return decodeURIComponent(text); } catch { return text; } }
addEventListener('hashchange', followLink);
`,de=[le,oe,ce,String.raw`
const zoom = { z: 1, x: 0, y: 0 };
const then = one('.then img'), now = one('.now img'), level = one('.level');
const MOST = 16;
let base = { width: 1, height: 1, paneWidth: 1, paneHeight: 1 };
const ratioOf = (image) => Number(image.dataset.ratio) || image.naturalWidth / image.naturalHeight || 1;
// How many times the fitted size a picture has when one of its pixels is one of the screen's.
const fullSize = () => (Number(now.dataset.wide) || now.naturalWidth || 1) / (base.width * devicePixelRatio);

function layout() {
  const { clientWidth: width, clientHeight: height } = stage;
  const apart = pair.dataset.mode === 'side';
  const stacked = apart && height > width;
  pair.classList.toggle('stacked', stacked);
  const paneWidth = apart && !stacked ? (width - 12) / 2 : width;
  const paneHeight = stacked ? (height - 12) / 2 : height;
  for (const image of [then, now]) {
    const ratio = ratioOf(apart ? image : now);
    const fitted = Math.min(paneWidth, paneHeight * ratio);
    image.style.width = fitted + 'px';
    image.style.height = fitted / ratio + 'px';
    image.dataset.height = fitted / ratio;
    if (image === now) base = { width: fitted, height: fitted / ratio, paneWidth, paneHeight };
  }
  place();
}
function place() {
  const apart = pair.dataset.mode === 'side';
  const wide = apart || zoom.z > 1;
  // At fit the pair is as large as the picture, so that the slider reaches from edge to edge.
  pair.style.width = wide ? '100%' : base.width + 'px';
  pair.style.height = wide ? '100%' : base.height + 'px';
  const spareX = Math.max(0, (base.width * zoom.z - base.paneWidth) / 2);
  const spareY = Math.max(0, (base.height * zoom.z - base.paneHeight) / 2);
  zoom.x = Math.min(spareX, Math.max(-spareX, zoom.x));
  zoom.y = Math.min(spareY, Math.max(-spareY, zoom.y));
  pair.style.setProperty('--z', zoom.z);
  pair.style.setProperty('--x', zoom.x + 'px');
  pair.style.setProperty('--y', zoom.y + 'px');
  // A caption is right below its picture, or on it if there is no room.
  for (const image of [then, now])
    image.parentElement.style.setProperty('--under', (wide ? (base.paneHeight - image.dataset.height * zoom.z) / 2 - 34 : 0) + 'px');
  const percent = Math.round((zoom.z / fullSize()) * 100);
  level.textContent = zoom.z === 1 ? 'Fit' : percent + ' %';
  stage.classList.toggle('zoomed', zoom.z > 1);
  pair.classList.toggle('pixels', percent >= 300);
}
// Zooms so that what is at this point of the screen stays there.
function zoomTo(z, at) {
  const to = Math.min(Math.max(z, Math.min(1, fullSize())), Math.max(MOST, fullSize() * 4));
  const box = stage.getBoundingClientRect();
  const pane = at && pair.dataset.mode === 'side' ? paneAt(at) : box;
  const px = at ? at.x - pane.left - pane.width / 2 : 0;
  const py = at ? at.y - pane.top - pane.height / 2 : 0;
  zoom.x = px - ((px - zoom.x) * to) / zoom.z;
  zoom.y = py - ((py - zoom.y) * to) / zoom.z;
  zoom.z = to;
  place();
}
function paneAt({ x, y }) {
  const boxes = all('.pane').map((pane) => pane.getBoundingClientRect());
  return boxes.find((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) ?? boxes[1];
}
const toggleFull = (at) => zoomTo(zoom.z === 1 ? Math.max(fullSize(), fullSize() < 1.05 && fullSize() > 0.95 ? 2 : 0) : 1, at);
const fit = () => { zoom.z = 1; zoom.x = zoom.y = 0; place(); };
new ResizeObserver(() => { if (view.open) layout(); }).observe(stage);
for (const image of [then, now]) image.addEventListener('load', layout);
for (const button of all('[data-zoom]')) button.addEventListener('click', () => zoomTo(zoom.z * (button.dataset.zoom === 'in' ? 1.5 : 1 / 1.5)));
level.addEventListener('click', () => toggleFull());

// Pointers: drag to pan, two fingers to pinch, click or double tap between fit and 100 %, swipe to step.
const pointers = new Map();
let press = null, lastTap = -Infinity;
const middle = () => {
  const [a, b] = [...pointers.values()];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
};
stage.addEventListener('pointerdown', (event) => {
  if (event.button || event.target.closest('.slide, .step')) return;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  stage.setPointerCapture(event.pointerId);
  press = { x: event.clientX, y: event.clientY, moved: pointers.size > 1, wasAtFit: zoom.z === 1 };
});
stage.addEventListener('pointermove', (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) return;
  const from = pointers.size === 2 ? middle() : before;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > 5) press.moved = true;
  if (pointers.size === 2) {
    const to = middle();
    zoom.x += to.x - from.x;
    zoom.y += to.y - from.y;
    zoomTo((zoom.z * to.apart) / from.apart, to);
  } else if (zoom.z > 1 && press?.moved) {
    zoom.x += event.clientX - before.x;
    zoom.y += event.clientY - before.y;
    place();
  }
});
function lift(event) {
  if (!pointers.delete(event.pointerId) || pointers.size > 0 || event.type === 'pointercancel' || !press) return;
  const at = { x: event.clientX, y: event.clientY };
  if (press.moved) {
    const across = at.x - press.x;
    if (event.pointerType === 'touch' && press.wasAtFit && zoom.z === 1 && Math.abs(across) > 60 && Math.abs(at.y - press.y) < 60)
      step(across < 0 ? 1 : -1);
  } else if (event.pointerType !== 'touch') toggleFull(at);
  else if (event.timeStamp - lastTap < 320) { lastTap = -Infinity; toggleFull(at); }
  else lastTap = event.timeStamp;
  press = null;
}
stage.addEventListener('pointerup', lift);
stage.addEventListener('pointercancel', lift);
stage.addEventListener('wheel', (event) => {
  event.preventDefault();
  zoomTo(zoom.z * Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0022)), { x: event.clientX, y: event.clientY });
}, { passive: false });
`,ue,se,ae].join(``),fe=`:root{
color-scheme:light dark;
--paper:#f6f5f2;--raised:#fff;--well:#e9e7e1;--ink:#1c1b19;--soft:#69655d;--line:#dedad1;--accent:#6a35d0;
--good:#187a48;--calm:#69655d;--bad:#c0283f;--open:#9a5b00;
--round:10px;--mono:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;
}
@media (prefers-color-scheme:dark){:root{
--paper:#131316;--raised:#1d1d22;--well:#232329;--ink:#ededf0;--soft:#a1a0ab;--line:#303038;--accent:#b7a0ff;
--good:#4cc488;--calm:#a1a0ab;--bad:#ff8094;--open:#efb45c;
}}
*,*::before,*::after{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0 auto;max-width:1720px;padding:0 clamp(16px,3vw,48px) 64px;background:var(--paper);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%}
a{color:inherit}
button,input{font:inherit;color:inherit}
button{cursor:pointer}
code,kbd{font-family:var(--mono);font-size:.86em}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
h1,h2,h3,p,dl,ul,figure{margin:0;padding:0}
.good{--look:var(--good)}.calm{--look:var(--calm)}.bad{--look:var(--bad)}.open{--look:var(--open)}

.top{display:flex;flex-wrap:wrap;align-items:end;justify-content:space-between;gap:20px 48px;padding:clamp(28px,5vw,56px) 0 18px}
h1{font-size:clamp(24px,3.4vw,38px);line-height:1.12;letter-spacing:-.025em;font-weight:680;overflow-wrap:anywhere;text-wrap:balance}
.lead{margin-top:8px;color:var(--soft)}
.lead time{white-space:nowrap}
.lead time::before{content:"·";margin:0 6px 0 2px}
.totals{display:flex;flex-wrap:wrap;gap:10px 32px}
.totals dt{color:var(--soft);font-size:12.5px}
.totals dd{margin:0;font-size:17px;font-weight:600;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
.shares{display:block;flex-basis:100%;width:100%;height:4px;border-radius:2px;overflow:hidden}
.shares rect{fill:var(--look)}

.bar{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;align-items:center;gap:8px 14px;padding:12px 0;margin-bottom:10px;background:var(--paper)}
.find{position:relative;flex:0 1 320px;min-width:0}
.find span{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.find input{width:100%;height:38px;padding:0 36px 0 14px;border:1px solid var(--line);border-radius:19px;background:var(--raised)}
.find input::placeholder{color:var(--soft);opacity:1}
.find input:focus-visible{outline-offset:0}
.find kbd{position:absolute;right:14px;top:9px;color:var(--soft);pointer-events:none}
.find input:focus~kbd,.find input:not(:placeholder-shown)~kbd{display:none}
.chips{display:flex;gap:6px;min-width:0;overflow-x:auto;padding:4px;margin:-4px;scrollbar-width:none}
.chip{flex:none;height:38px;padding:0 14px;border:1px solid var(--line);border-radius:19px;background:none;color:var(--soft);white-space:nowrap}
.chip b{font-weight:600;color:var(--look,var(--ink));font-variant-numeric:tabular-nums;margin-left:3px}
.chip:hover{color:var(--ink)}
.chip[aria-pressed=true]{background:var(--ink);border-color:var(--ink);color:var(--paper)}
.chip[aria-pressed=true] b{color:inherit}
.chip.marked{--look:var(--accent)}
.copy{height:38px;padding:0 14px;border:1px solid var(--line);border-radius:19px;background:none;white-space:nowrap}
.copy:hover{background:var(--raised)}
.shown{margin-left:auto;color:var(--soft);font-size:13.5px}
.arrange{flex-basis:100%;margin:0;font-size:13.5px}
.arrange>summary{display:none}
.arrange>div{display:flex;flex-wrap:wrap;gap:6px 18px;color:var(--soft)}
.arrange label{display:flex;align-items:center;gap:6px;min-width:0;max-width:100%}
.arrange select{min-width:0;max-width:220px;height:32px;padding:0 6px;border:1px solid var(--line);border-radius:8px;background:var(--raised);color:var(--ink);font:inherit}
.density{width:110px;accent-color:var(--accent)}
.group{grid-column:1/-1;padding-bottom:6px;border-bottom:1px solid var(--line);font:600 17px/1.3 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.group span{color:var(--soft);font-weight:400}
.group{margin-bottom:-26px}.dense .group{margin-bottom:-4px}

.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,var(--card,350px)),1fr));gap:40px 28px;align-items:start}
.grid.few{grid-template-columns:repeat(auto-fit,minmax(min(100%,var(--card,350px)),820px))}
.single .edit>.more{grid-column:1}
@media (min-width:900px){.single{grid-template-columns:minmax(0,1fr)}.single .edit{display:grid;grid-template-columns:minmax(0,1fr) 360px;gap:8px 32px;align-content:start}
.single .info{grid-area:1/2/span 2;margin-top:-10px}.single .prompt{-webkit-line-clamp:none;line-clamp:none}}
.edit{min-width:0;padding:6px;margin:-6px;content-visibility:auto;contain-intrinsic-size:auto 520px}
.frame{position:relative;overflow:hidden;border-radius:var(--round);background:var(--well)}
.frame img,.frame video{display:block;width:100%;height:auto;max-height:130vh}
.frame video{background:#000}
.frame .shot{display:block}
.frame:has(.shot:focus-visible){outline:3px solid var(--accent);outline-offset:3px}
.frame .shot:focus-visible{outline:none}
.frame.empty{display:grid;place-items:center;aspect-ratio:16/9;border:1px dashed var(--line);background:
repeating-linear-gradient(-45deg,transparent 0 9px,color-mix(in srgb,var(--look) 7%,transparent) 9px 10px)}
.frame.empty span{color:var(--look);font-weight:600}
.compare .before{position:absolute;inset:0;height:100%;max-height:none;object-fit:cover;clip-path:inset(0 calc(100% - var(--at,50%)) 0 0)}
.compare .after{clip-path:inset(0 0 0 var(--at,50%))}
.line{display:none;position:absolute;top:0;bottom:0;left:var(--at,50%);width:2px;margin-left:-1px;background:#fff;box-shadow:0 0 0 .5px #0005,0 0 10px #0006;pointer-events:none}
.compare .line{display:block}
.line::after{content:"";position:absolute;left:50%;top:50%;width:34px;height:34px;translate:-50% -50%;border-radius:50%;background:#fff;box-shadow:0 1px 6px #0007}
.line::before{content:"";position:absolute;z-index:1;left:50%;top:50%;width:16px;height:9px;translate:-50% -50%;background:#26252b;
clip-path:polygon(0 50%,32% 0,32% 100%,0 50%,100% 50%,68% 0,68% 100%,100% 50%)}
.slide{display:none;position:absolute;top:0;left:-22px;width:calc(100% + 44px);height:100%;margin:0;opacity:0;appearance:none;background:none;pointer-events:none;touch-action:pan-y}
.compare .slide{display:block}
.slide::-webkit-slider-thumb{appearance:none;width:44px;height:2000px;pointer-events:auto;cursor:ew-resize}
.slide::-moz-range-thumb{width:44px;height:2000px;border:0;pointer-events:auto;cursor:ew-resize}
.line:has(+.slide:focus-visible)::after{outline:3px solid var(--accent);outline-offset:2px}
.more{display:grid;grid-template-columns:repeat(auto-fill,minmax(84px,1fr));gap:8px;margin-top:8px}
.more .frame{border-radius:7px}
.frame .file{display:block;padding:40px 16px;text-align:center;font-family:var(--mono);overflow-wrap:anywhere}
.tools{position:absolute;right:8px;top:8px;z-index:2;display:flex;gap:5px;opacity:0}
.tools button{display:grid;place-items:center;height:32px;min-width:32px;padding:0;border:0;border-radius:8px;background:#141418d9;color:#e8e8ee;font-size:14px}
.tools .pick{padding:0 10px;font-size:13px}
.tools button:hover{background:#000}
.frame:hover .tools,.tools:focus-within,.picking .tools,[data-mark=star] .tools,[data-mark=reject] .tools{opacity:1}
.tools .star[aria-pressed=true]{background:#f2c14e;color:#231a00}
.tools .reject[aria-pressed=true]{background:#c0283f;color:#fff}
.tools .pick[aria-pressed=true]{background:#b7a0ff;color:#1b1230}
[data-mark=reject]:not(:hover) .shot img{opacity:.45}
@media (hover:none){.tools{opacity:1}.tools .pick{display:none}.picking .pick{display:grid}}
.dense .info>:not(.head),.tiny .slide,.tiny .line,.tiny .before,.dense .pick{display:none}
.tiny .compare .after{clip-path:none}
.grid.dense{gap:20px 14px}.grid.tiny{gap:14px 10px}
.dense .head{gap:6px;margin-top:5px}
.dense h2:not(.group){font-size:12px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.tiny .state:not(.good){font-size:0}.tiny .state::before{margin:0}
.dense .edit{contain-intrinsic-size:auto 150px}
.tiny .frame.empty span{font-size:11px}

.head{display:flex;align-items:baseline;gap:12px;margin-top:13px}
h2{flex:1;min-width:0;font:600 14.5px/1.4 var(--mono);letter-spacing:-.01em;overflow-wrap:anywhere}
.state{flex:none;color:var(--look);font-size:13px;font-weight:550}
.state::before{content:"";display:inline-block;width:7px;height:7px;margin-right:6px;border-radius:50%;background:var(--look);vertical-align:1px}
.state.good{font-size:0}.state.good::before{margin:0}
.take{flex:none;padding:0 8px;border:1px solid var(--line);border-radius:10px;color:var(--soft);font-size:12.5px}
.take.kept{border-color:var(--accent);color:var(--accent)}
.next{margin-top:6px;font-size:14px;overflow-wrap:anywhere}
.about{margin-top:2px;color:var(--soft);font-size:14px;overflow-wrap:anywhere}
.prompt{margin-top:6px;white-space:pre-line;overflow-wrap:anywhere}
.info .prompt{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;line-clamp:4;overflow:hidden}
.reason{margin-top:8px;padding:8px 12px;border-left:3px solid var(--look);border-radius:3px 8px 8px 3px;background:color-mix(in srgb,var(--look) 9%,transparent);font-size:14px;overflow-wrap:anywhere}
.refs{display:flex;flex-wrap:wrap;align-items:center;gap:6px;margin-top:10px;list-style:none}
.refs li{min-width:0;max-width:100%}
.ref{display:block;border-radius:6px}
.ref img{display:block;width:46px;height:46px;object-fit:cover;border-radius:6px;background:var(--well);font-size:0}
.named{display:block;max-width:100%;padding:3px 8px;border:1px solid var(--line);border-radius:6px;color:var(--soft);font:12.5px/1.5 var(--mono);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
details{margin-top:8px;font-size:13.5px}
summary{color:var(--soft);cursor:pointer;font-variant-numeric:tabular-nums;border-radius:4px}
summary:hover{color:var(--ink)}
.facts{display:grid;grid-template-columns:auto minmax(0,1fr);gap:3px 16px;margin-top:8px}
.facts dt{color:var(--soft)}
.facts dd{margin:0;overflow-wrap:anywhere}
.none{padding:48px 0;text-align:center;color:var(--soft)}
.none button{border:0;background:none;color:var(--accent);text-decoration:underline;text-underline-offset:3px}
.view{
--paper:#101013;--raised:#1f1f25;--well:#1c1c21;--ink:#ededf0;--soft:#a9a8b3;--line:#3a3a43;--accent:#b7a0ff;
--good:#4cc488;--calm:#a1a0ab;--bad:#ff8094;--open:#efb45c;
color-scheme:dark;width:100vw;height:100dvh;max-width:none;max-height:none;margin:0;padding:0;border:0;overflow:hidden;background:var(--paper);color:var(--ink)}
.room{display:grid;grid-template:auto minmax(0,1fr) auto/minmax(0,1fr) 340px;width:100%;height:100dvh;background:var(--paper)}
.wide .room{grid-template-columns:minmax(0,1fr) 0}
.wide .side,.wide .keys{display:none}
.viewbar{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;padding:10px 14px 10px 20px}
.who{flex:1;min-width:120px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.who strong{font:600 15px var(--mono)}
.count{margin-left:8px;color:var(--soft);font-variant-numeric:tabular-nums}
.modes,.zoom{display:flex;padding:3px;border-radius:10px;background:var(--raised)}
.modes button,.zoom button{height:32px;padding:0 12px;border:0;border-radius:7px;background:none;color:var(--soft);white-space:nowrap}
.zoom button{padding:0 10px}.zoom button:hover,.modes button:hover{color:var(--ink)}
.zoom .level{min-width:62px;font-variant-numeric:tabular-nums;color:var(--ink)}
.modes button[aria-pressed=true]{background:#3d3d48;color:var(--ink)}
.acts{display:flex;gap:6px}
.acts>*,.view .close{display:grid;place-items:center;height:38px;min-width:38px;padding:0 11px;border:0;border-radius:10px;background:var(--raised);color:var(--ink);font-size:14px;text-decoration:none;white-space:nowrap}
.acts>*:hover,.view .close:hover{background:#34343c}
.acts .star,.acts .reject{color:var(--soft);font-size:16px;padding:0}
.acts .star[aria-pressed=true]{background:#f2c14e;color:#231a00}
.acts .reject[aria-pressed=true]{background:#c0283f;color:#fff}
.acts .pin[aria-pressed=true]{background:var(--accent);color:#1b1230}
.stage{position:relative;margin:0 76px;outline:none;touch-action:none;cursor:zoom-in;user-select:none;-webkit-user-select:none}
.stage.zoomed{cursor:grab}.stage.zoomed:active{cursor:grabbing}
.pair{position:absolute;left:50%;top:50%;translate:-50% -50%;display:grid;grid-template:minmax(0,1fr)/minmax(0,1fr);gap:12px}
.pane{position:relative;min-width:0;min-height:0;grid-area:1/1;overflow:hidden;border-radius:4px;background:var(--paper)}
.pane img{position:absolute;left:50%;top:50%;max-width:none;object-fit:contain;transform:translate(-50%,-50%) translate(var(--x,0px),var(--y,0px)) scale(var(--z,1))}
.pair.pixels .pane img{image-rendering:pixelated}
.pane figcaption{display:none;position:absolute;left:10px;bottom:max(10px,var(--under,0px));max-width:calc(100% - 20px);padding:2px 9px;border-radius:6px;background:#000b;color:#fff;font-size:12.5px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.pair[data-mode=after] .then{display:none}
.pair[data-mode=slide] .then{z-index:1;clip-path:inset(0 calc(100% - var(--at,50%)) 0 0)}
.pair[data-mode=slide] .now{clip-path:inset(0 0 0 var(--at,50%))}
.pair[data-mode=slide]{overflow:hidden}.pair[data-mode=slide] .pane{border-radius:0}
.pair[data-mode=slide] .line,.pair[data-mode=slide] .slide{display:block;z-index:2}
.pair[data-mode=slide] .now figcaption{left:auto;right:10px}
.pair[data-mode=blink][data-show=now] .then,.pair[data-mode=blink][data-show=then] .now{visibility:hidden}
.pair[data-mode=side]{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
.pair[data-mode=side].stacked{grid-template:minmax(0,1fr) minmax(0,1fr)/minmax(0,1fr)}
.pair[data-mode=side] .pane{grid-area:auto}
.pair:not([data-mode=after]) figcaption{display:block}
.step{position:absolute;top:50%;translate:0 -50%;z-index:3;width:44px;height:64px;padding:0 0 5px;border:0;border-radius:10px;background:var(--raised);color:#fff;font-size:30px;line-height:1}
.step:hover{background:#34343c}
.back{left:-60px}.on{right:-60px}
.side{padding:4px 24px 20px 4px;overflow:auto;font-size:14.5px}
.side h3{margin:0 0 8px;color:var(--soft);font-size:13px;font-weight:500}
.others{display:grid;grid-template-columns:repeat(auto-fill,minmax(88px,1fr));gap:8px;margin-bottom:18px}
.other{min-width:0;padding:0;border:0;background:none;color:var(--soft);font-size:12px;text-align:left}
.other img{display:block;width:100%;aspect-ratio:4/3;object-fit:cover;border-radius:7px;background:var(--well)}
.other span{display:block;margin-top:3px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.other[aria-pressed=true]{color:var(--ink)}.other[aria-pressed=true] img{outline:2px solid var(--accent);outline-offset:2px}
.side .facts{margin-top:18px;font-size:13px;grid-template-columns:minmax(0,1fr);gap:0}
.side .facts dd{margin-bottom:7px}
.keys{grid-column:1/-1;padding:10px 20px;color:var(--soft);font-size:12.5px}
.keys kbd{padding:1px 6px;border:1px solid var(--line);border-radius:4px}
.keys kbd:not(:first-child){margin-left:4px}
@media (max-width:1080px){.keys{display:none}.room{grid-template-columns:minmax(0,1fr) 280px}}
@media (max-width:860px){
.room{grid-template:auto minmax(0,1fr) minmax(0,32%)/minmax(0,1fr)}
.wide .room{grid-template:auto minmax(0,1fr)/minmax(0,1fr)}
.viewbar{padding:8px 10px 8px 14px;gap:8px}.stage{margin:0 8px}.side{padding:12px 14px 20px}
.who{order:-2;flex:1 1 60%}.view .close{order:-1}
.step{width:38px;height:52px;background:#0007}.back{left:0}.on{right:0}
.modes{order:1;flex-basis:100%}.modes button{flex:1;padding:0 4px}
.zoom{order:2}.acts{order:2;margin-left:auto}.acts .full,.acts .save{display:none}
.others{display:flex;overflow-x:auto;padding:3px;margin:-3px -3px 10px}.other{flex:0 0 84px}
}
.spec{width:min(560px,calc(100vw - 24px));padding:22px 24px;border:1px solid var(--line);border-radius:14px;background:var(--raised);color:var(--ink)}
.spec::backdrop{background:#0008}
.spec h2{font:600 18px/1.3 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.forms{display:grid;gap:4px;margin-top:12px}
.forms label{display:flex;gap:8px;align-items:baseline}
.forms input{accent-color:var(--accent)}
.hint{margin:14px 0 6px;color:var(--soft);font-size:14px}
.spec textarea{width:100%;padding:10px 12px;border:1px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink);font:13px/1.5 var(--mono);resize:vertical}
.ends{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
.ends button{height:36px;padding:0 16px;border:1px solid var(--line);border-radius:9px;background:none}
.ends .clear{margin-right:auto;padding:0;border:0;color:var(--soft);text-decoration:underline;text-underline-offset:3px}
.ends .take-it{border-color:var(--ink);background:var(--ink);color:var(--paper)}
.ends .take-it:disabled{opacity:.45;cursor:default}
@media (max-width:640px){
.totals{gap:8px 24px}.totals dd{font-size:15.5px}
.find{flex-basis:100%}.find kbd,.keys{display:none}
.shown:empty{display:none}.bar{position:static}
.arrange>summary{display:list-item}.arrange>div{display:grid;grid-template-columns:minmax(0,1fr);padding-top:8px}
.arrange label{justify-content:space-between}.arrange select{width:62%;max-width:none}.density{width:62%}
}
@media (prefers-reduced-motion:no-preference){.chip,.frame{transition:background-color .12s,color .12s}}
@media print{.bar,.slide,.line,.before,dialog{display:none!important}.edit{break-inside:avoid;content-visibility:visible}}
`;var P=n(35860);function renderReferences(e){return e.length===0?``:`<ul class="refs" aria-label="References">${e.map(e=>`<li>${renderReference(e)}</li>`).join(``)}</ul>`}function renderReference({name:e,address:t}){let n=(0,S.Z)(e);return t===void 0?`<span class="named" title="${n}">${n}</span>`:`<a class="ref" href="${(0,P.X)(t)}" title="${n}"><img src="${(0,P.X)(t)}" alt="Reference ${n}" loading="lazy" decoding="async"></a>`}function renderCard(e){let{state:t,reason:n,next:r,warnings:i,description:a}=e,o=(0,S.Z)(e.id),s=t===void 0?`calm`:lookOf(t),c=t===void 0?``:`<span class="state ${s}">${(0,M.Nx)(t)}</span>`;return`<article class="edit" id="${o}"${renderData(e)}>
${e.files.length===0?`<div class="frame empty ${s}"><span>${t===void 0?`Not kept`:(0,M.Nx)(t)}</span></div>`:renderFiles(e,o)}
<div class="info">
<div class="head"><h2>${o}</h2>${e.take===void 0?``:renderTake(e.take)}${c}</div>
${a===void 0?``:`<p class="about" dir="auto">${(0,S.Z)(a)}</p>`}
${n===void 0?``:`<p class="reason ${s}" dir="auto">${(0,S.Z)(n)}</p>`}
${r===void 0?``:`<p class="next"><b>Next:</b> ${(0,S.Z)(r)}</p>`}
${renderLinked(e.linked)}
<p class="prompt" dir="auto">${(0,S.Z)(e.prompt)}</p>
${i.map(e=>`<p class="reason open" dir="auto">${(0,S.Z)(e)}</p>`).join(``)}
${renderReferences(e.references)}
<details><summary>${(0,S.Z)(e.glance)}</summary>${renderFacts(e.facts)}</details>
</div>
</article>`}function renderData(e){let{take:t,files:n}=e;return[[`key`,e.key],[`edit`,t?.edit??e.id],[`take`,t?.number],[`state`,e.state],[`cost`,e.costUsd],[`ms`,e.totalMs],[`made`,e.madeAtMs],[`bytes`,n.length===0?void 0:n.reduce((e,t)=>e+t.bytes,0)],[`values`,Object.keys(e.matrix).length===0?void 0:JSON.stringify(e.matrix)]].map(([e,t])=>t===void 0?``:` data-${e}="${(0,S.Z)(String(t))}"`).join(``)}function renderTake({number:e,of:t,isKept:n}){return`<span class="take${n?` kept`:``}">${e} of ${t}${n?`, kept`:``}</span>`}function renderLinked(e){if(e===void 0)return``;let t=e.files.map(({name:e,address:t})=>{let n=(0,S.Z)(e);return t===void 0?n:`<a href="${(0,S.Z)(t)}">${n}</a>`});return`<p class="about">${e.where}: ${t.join(`, `)}</p>`}function renderFiles({files:e,references:t,take:n},r){let[i,...a]=t,o=a.length>0||n!==void 0?void 0:i?.address,[s,...c]=e.map((t,n)=>renderFile(t,e.length>1?`${r}, ${n+1} of ${e.length}`:r,n===0?t.before??o:void 0));return`${s??``}${c.length===0?``:`<div class="more">${c.join(``)}</div>`}`}function renderFile(e,t,n){let r=(0,P.X)(e.path);if((0,D.sE)(e.type)===`link`)return`<div class="frame"><a class="file" href="${r}">${(0,S.Z)(e.path)}</a></div>`;if((0,D.sE)(e.type)===`video`)return`<div class="frame"><video src="${r}" controls preload="metadata" playsinline aria-label="Result of ${t}"></video></div>`;let i=e.width===void 0||e.height===void 0?``:` width="${e.width}" height="${e.height}"`,a=e.before===void 0?``:` data-before="${(0,P.X)(e.before)}"`,o=`class="shot" href="${r}" data-file="${e.sha256.slice(0,16)}"${a}`,s=`<img class="after" src="${(0,P.X)(e.thumbnail??e.path)}"${i} alt="Result of ${t}" loading="lazy" decoding="async">`;if(n===void 0)return`<div class="frame"><a ${o}>${s}</a></div>`;let c=e.before===void 0?`reference`:`picture before`;return`<div class="frame compare"><a ${o}>${s}<img class="before" src="${(0,P.X)(n)}" alt="" loading="lazy" decoding="async"></a><span class="line"></span><input class="slide" type="range" min="0" max="100" value="50" aria-label="How much of the ${c} shows, ${t}"></div>`}function renderToolbar(e){return`<search class="bar" hidden>
<label class="find"><span>Search</span><input type="search" placeholder="Search ids, prompts, request ids" autocomplete="off" spellcheck="false"><kbd>/</kbd></label>
<div class="chips" role="group" aria-label="Filter">${renderChips(e)}</div>
<button type="button" class="copy">Copy as spec…</button>
<output class="shown"></output>
<details class="arrange" open><summary>Sort, group, size</summary><div>${renderSelects(e)}
<label>Size <input class="density" type="range" min="0" max="4" value="3" aria-label="Size of the pictures"></label>
</div></details>
</search>`}function renderChips(e){let count=t=>e.filter(({state:e})=>e===t).length,t=re.x.toReversed().flatMap(e=>{let t=count(e);return t===0||e===`open`?[]:[renderChip(`state:${e}`,(0,M.Nx)(e),t,` ${lookOf(e)}`)]}),n=count(`succeeded`)>0&&count(`adopted`)>0?count(`succeeded`)+count(`adopted`):0;return[renderChip(``,`All`,e.length,``,!0),...t.length>1?t:[],...n>0?[renderChip(`changed`,`Changed`,n)]:[],renderChip(`mark:star`,`Starred`,0,` marked`),renderChip(`mark:reject`,`Rejected`,0,` marked`)].join(``)}function renderChip(e,t,n,r=``,i=!1){return`<button type="button" class="chip${r}" data-filter="${e}" aria-pressed="${i}">${t} <b>${n}</b></button>`}function renderSelects(e){let t=listAxes(e),n=[...t].map(([e,t])=>renderSelect(e,`class="facet" data-axis="${(0,S.Z)(e)}"`,[[``,`all`],...t.map(e=>[e,e])])),r=e.some(({take:e})=>e!==void 0),i=[[``,`nothing`],...r||t.size>0?[[r?`edit`:`key`,`edit`]]:[],...e.some(({state:e})=>e!==void 0)?[[`state`,`state`]]:[],...[...t.keys()].map(e=>[`value:${e}`,e])],a=[[``,`as in the spec`],[`id`,`id`],...e.some(({madeAtMs:e})=>e!==void 0)?[[`made`,`newest`]]:[],[`cost`,`cost`],[`ms`,`time`],[`bytes`,`file size`]];return[...n,renderSelect(`Group by`,`class="group-by"`,i),renderSelect(`Sort by`,`class="sort"`,a)].join(``)}function renderSelect(e,t,n){let r=n.map(([e,t])=>`<option value="${(0,S.Z)(e)}">${(0,S.Z)(t)}</option>`);return`<label>${(0,S.Z)(e)} <select ${t}>${r.join(``)}</select></label>`}function listAxes(e){let t=new Map;for(let{matrix:n}of e)for(let[e,r]of Object.entries(n))t.set(e,(t.get(e)??new Set).add(r));return new Map([...t].filter(([,e])=>e.size>1&&e.size<=100).map(([e,t])=>[e,[...t]]))}let pe=[``,` single`,` few`];function renderPage({title:e,header:t,edits:n}){return`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${[`default-src 'none'`,`img-src 'self' file: https:`,`media-src 'self' file:`,`style-src ${hashForPolicy(fe)}`,`script-src ${hashForPolicy(de)}`,`base-uri 'none'`,`form-action 'none'`].join(`; `)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${(0,S.Z)(e)}</title>
<style>${fe}</style>
</head>
<body>
${t}
${renderToolbar(n)}
<main class="grid${pe[n.length]??``}">
${n.map(renderCard).join(`
`)}
</main>
<p class="none" hidden>No edit matches. <button type="button">Show all</button></p>
<dialog class="view" aria-label="Large view">
<div class="room">
<div class="viewbar">
<div class="who"><strong></strong> <span class="count"></span></div>
<div class="modes" role="group" aria-label="How to compare">
<button type="button" data-mode="after" aria-pressed="true">Result</button>
<button type="button" data-mode="slide" aria-pressed="false">Slider</button>
<button type="button" data-mode="side" aria-pressed="false">Side by side</button>
<button type="button" data-mode="blink" aria-pressed="false">Blink</button>
</div>
<div class="zoom" role="group" aria-label="Zoom">
<button type="button" data-zoom="out" aria-label="Zoom out">−</button>
<button type="button" class="level" title="Fit or 100 %">Fit</button>
<button type="button" data-zoom="in" aria-label="Zoom in">+</button>
</div>
<div class="acts">
<button type="button" class="star" aria-pressed="false" aria-label="Star" title="Star (S)">★</button>
<button type="button" class="reject" aria-pressed="false" aria-label="Reject" title="Reject (X)">✕</button>
<button type="button" class="pin" aria-pressed="false" title="Keep this picture to compare others with (P)">Pin</button>
<button type="button" class="full" title="Full screen (F)">Full screen</button>
<a class="save" download>Save</a>
</div>
<button type="button" class="close" aria-label="Close">✕</button>
</div>
<div class="stage" tabindex="-1">
<div class="pair">
<figure class="pane then"><img alt="Reference" draggable="false"><figcaption>Reference</figcaption></figure>
<figure class="pane now"><img alt="Result" draggable="false"><figcaption>Result</figcaption></figure>
<span class="line"></span>
<input class="slide" type="range" min="0" max="100" value="50" aria-label="How much of the other picture shows">
</div>
<button type="button" class="step back" aria-label="Previous picture">‹</button>
<button type="button" class="step on" aria-label="Next picture">›</button>
</div>
<aside class="side" tabindex="0" aria-label="About this picture"></aside>
<p class="keys"><kbd>←</kbd> <kbd>→</kbd> pictures <kbd>↑</kbd> <kbd>↓</kbd> takes <kbd>+</kbd> <kbd>−</kbd> zoom <kbd>0</kbd> fit <kbd>1</kbd> 100 % <kbd>C</kbd> compare <kbd>P</kbd> pin <kbd>S</kbd> star <kbd>X</kbd> reject <kbd>F</kbd> full screen <kbd>Esc</kbd> close</p>
</div>
</dialog>
<dialog class="spec" aria-label="Copy as spec">
<form method="dialog">
<h2>Copy as spec</h2>
<p class="forms" role="radiogroup" aria-label="What to copy">
<label><input type="radio" name="form" value="keep" checked> <span>Keep the starred takes</span></label>
<label><input type="radio" name="form" value="force"> <span>Make the rejected ones again</span></label>
<label><input type="radio" name="form" value="only"> <span>Only the starred ones</span></label>
<label><input type="radio" name="form" value="shown"> <span>Only those that are shown</span></label>
</p>
<p class="hint"></p>
<textarea readonly rows="9" spellcheck="false" aria-label="Text to copy"></textarea>
<p class="ends"><button type="button" class="clear">Remove all marks</button> <button type="button" class="take-it">Copy</button> <button type="submit">Close</button></p>
</form>
</dialog>
<script>${de}<\/script>
</body>
</html>
`}function hashForPolicy(e){return`'sha256-${(0,N.createHash)(`sha256`).update(e).digest(`base64`)}'`}var me=n(74412);function renderGallery(e,t){let{title:n,referencePath:r,thumbnail:i,before:a}=t,o=`branch`in e?(0,O.$A)(e):()=>void 0,s=(0,me.p)(e.edits).map(t=>toGalleryEdit(t,{referencePath:r,thumbnail:i,onBranch:o(t),before:a?.get(t.edit.id)??[],keepsRecord:e.keepsRecord}));return renderPage({title:n,header:renderHeader(e,n),edits:s})}var he=n(23490);async function stageReferences(e,t){let n=new Map;for(let{edit:r,state:i,files:a}of e)if(i!==`unchanged`||a.length!==0)for(let e of r.images){if(e.kind!==`file`||n.has(e.sha256))continue;let r=`references/${e.sha256}.${(0,D.i_)(e.type)}`;await copyTo(e,f.join(t,r))&&n.set(e.sha256,r)}return n}async function copyTo(e,t){await(0,d.mkdir)(f.dirname(t),{recursive:!0});try{return await(0,d.copyFile)(e.absolutePath,t,d.constants.COPYFILE_FICLONE),!0}catch(e){if((0,he.c4)(e))return!1;throw e}}var ge=n(1697),F=n(47730);async function deliverToArtifact(e,t,{spec:n,artifactName:r,retentionDays:i},a,o,s,c=new Map){let l=e.edits.flatMap(({files:e})=>e.map(({absolutePath:e})=>e));return l.length===0?{kind:`none`}:await deliverArtifact({name:r,folder:t,files:[...await writeCompanions(e,t,n,a,c).catch(e=>(o.log.info((0,F.R)(`the gallery could not be made: ${(0,p.U)(e)}`)),[])),...l,...a.files],...i!==void 0&&{retentionDays:i},run:o.job},{...o,serverUrl:o.repository.serverUrl,signal:s})}async function writeCompanions(e,t,n,r,i){let a=await stageReferences(e.edits,t),o=createReferencePath(e.edits,a),s=new Set(r.files),c=createThumbnails(r.made,e=>s.has(f.join(t,e))),l=f.join(t,`index.html`),u=f.join(t,`results.json`);await(0,d.writeFile)(l,renderGallery(e,{title:n,referencePath:o,thumbnail:c,before:i})),await(0,ge.K)(u,e);let p=await writePicturesFile(e,t,r),m=new Set([...a.values(),...[...i.values()].flatMap(e=>e.flatMap(e=>e??[]))]);return[l,u,...p,...[...m].map(e=>f.join(t,e))]}async function writePicturesFile({edits:e},t,{files:n,made:r}){if(n.length===0)return[];let i=e.filter(({edit:{take:e},files:t})=>t.length>0&&e?.isKept!==!1).map(({edit:{id:e,take:t,pictures:n},files:r})=>({id:t?.edit??e,files:r,...n?.alt!==void 0&&{alt:n.alt}})),a=f.join(t,E);return await(0,d.writeFile)(a,renderPicturesFile(i,r)),[a]}var I=n(38568),_e=n(85720),ve=n(78678),ye=n(29964),L=n(99864),be=n(47384),R=n(60696);function renderLock(e){let{edits:t,pages:n,gallery:r,preview:i,spending:a,models:o,renditions:s}=e,c=[...t.keys()].toSorted().map(e=>{let n=t.get(e);if(n===void 0)throw Error(`${e} has no entry`);return`    ${JSON.stringify(e)}: ${indent(describeEntry(n),`    `)}`}),l={version:String(be.T),pages:indent(n.toSorted(),`  `),...r!==void 0&&{gallery:indent(r.toSorted(),`  `)},...i!==void 0&&{preview:indent({pull_request:i.pullRequest,commit:i.commit},`  `)},...a!==void 0&&{spending:indent((0,R.d)((0,L.L)(a,describeMonth)),`  `)},...o!==void 0&&{models:indent((0,R.d)((0,L.L)(o,describeModel)),`  `)},edits:c.length===0?`{}`:`{\n${c.join(`,
`)}\n  }`,...s!==void 0&&{renditions:indent(describeRenditions(s),`  `)}};return`{\n${Object.entries(l).map(([e,t])=>`  "${e}": ${t}`).join(`,
`)}\n}\n`}function describeEntry(e){return{spec:e.spec??null,take:e.take,kept:e.isKept,stored:e.stored,held_by:e.heldBy,fingerprint:e.fingerprint,model:e.model,model_schema:e.modelSchema,input:(0,R.B)(e.input),references:e.references?.map(({content:e,path:t,commit:n,edit:r})=>({content:e,path:t,commit:n,edit:r})),alt:e.alt,request_id:e.requestId,cost_usd:e.costUsd??null,submitted_at:e.submittedAt,finished_at:e.finishedAt,queued_ms:e.queuedMs??null,running_ms:e.runningMs??null,action_version:e.actionVersion,spec_commit:e.specCommit??null,files:e.files.map(render_lock_describeFile),history:e.history?.map(({fingerprint:e,commit:t})=>({fingerprint:e,commit:t}))}}function render_lock_describeFile({path:e,sha256:t,bytes:n,type:r,width:i,height:a,carries:o}){let{mark:s,label:c,c2pa:l}=o??{};return{path:e,sha256:t,bytes:n,width:i??null,height:a??null,type:r,...o!==void 0&&{carries:{mark:s,label:c,c2pa:l}}}}function describeMonth({costUsd:e,edits:t,unpriced:n,requests:r}){return{cost_usd:e,edits:t,unpriced:n,...r!==void 0&&{requests:(0,R.d)(Object.fromEntries([...r].map(([e,t])=>[e,t??null])))}}}function describeModel({digest:e,schema:t}){return{digest:e,schema:(0,R.B)(t)}}function describeRenditions(e){let describe=e=>({set:e.set,settings:(0,R.B)(e.settings),color:e.color,placeholder:e.placeholder,files:e.files.toSorted((e,t)=>e.path<t.path?-1:1).map(render_lock_describeFile),stale:e.stale?.toSorted()});return(0,R.d)((0,L.L)(e,e=>(0,R.d)((0,L.L)(e,describe))))}function indent(e,t){return JSON.stringify(e,null,2).replaceAll(`
`,`\n${t}`)}function findMissing({tree:e},t,n){return t.flatMap(({id:t,paths:r})=>{let i=r.find(t=>{let r=e.get((0,c.tc)(n,t));return r===void 0||!(0,c.Dn)(r)});return i===void 0?[]:[{id:t,reason:`its picture ${(0,c.WG)((0,c.tc)(n,i))} was removed from the branch during the run; the next run makes it again`}]})}var z=n(7066);function planGallery(e,t,n,r){let{gallery:i=[],pages:a}=e.recorded.lock;if(n===void 0)return{specs:i,isChange:!1};let o=[...t.edits.values()].filter(({stored:e})=>e===void 0),s=new Set(o.map(({spec:e})=>e)),l=[...i.filter(e=>e!==n.spec&&s.has(e)),...n.isAsked&&o.length>0?[n.spec]:[]].toSorted();if(l.join(`
`)!==i.toSorted().join(`
`))return{specs:l,isChange:!0};if(l.length===0)return{specs:l,isChange:!1};let u=(0,c.tc)(r,c.BE),d=e.tree.get(u);if(a.includes(c.BE)&&d!==void 0&&(0,c.Dn)(d))return{specs:l,isChange:!1};let f=(0,z.eN)(e.tree,(0,c.Vw)(r,e.recorded.lock));return{specs:l,isChange:(0,z.R5)(u,f)===void 0}}function describeGallery({specs:e}){return e.length===0?`Remove the gallery`:`Write the gallery`}var B=n(57975),V=n(53119),xe=n(67498),H=n(2539),Se=n(76325),U=n(49912),W=n(42274);function planRenditions(e,t,n,r){let i=new Set([...t.values()].flatMap(V.rB).map(({path:e})=>(0,W.t)(e))),a=(0,b.Oj)(e.recorded.lock.renditions??{},e=>i.has((0,W.t)(e)));if(n===void 0)return{records:a,written:[],warnings:[]};let o=(0,z.eN)(e.tree,(0,c.Vw)(r,e.recorded.lock)),s=[],l=n.set.map(e=>({...e,files:e.files.filter(({path:e})=>{if(!n.blobs.has(e))return!1;let t=(0,z.R5)((0,c.tc)(r,e),o)??(i.has((0,W.t)(e))?e:void 0);return t!==void 0&&s.push(`The rendition ${(0,c.WG)(e)} is left out, because ${(0,c.WG)(t)} is on the branch and is no rendition of this picture.`),t===void 0})})).filter(({files:e})=>e.length>0),u=(0,b.WD)(a,{...n,set:l},t);return{records:u,written:l.flatMap(({original:e,key:t,files:n})=>{let r=new Set(u[e]?.[t]?.files.map(({path:e})=>e));return n.filter(({path:e})=>r.has(e))}).map(({path:e})=>({path:e,blob:n.blobs.get(e)??``})),warnings:s}}function listPaths(e){return(0,u.v)(e).flatMap(({files:e})=>e.map(({path:e})=>e))}function rebaseChanges(e,t,n,r){let i=e.recorded.lock.edits,a=t.recorded.lock.edits,isAsBefore=e=>(0,B.isDeepStrictEqual)(i.get(e),a.get(e)),o=[],s=n.set.filter(({id:e,entry:t,sources:n})=>{let r=i.get(e);if(r===void 0||isAsBefore(e)||(0,H.TR)(r,t))return!0;let a=n.some(({kind:e})=>e===`disk`);if(!a&&r.requestId===t.requestId&&n.some(({kind:e})=>e===`copy`))return!1;let s=`Edit ${(0,c.WG)(e)} was also made by another run, at ${r.finishedAt} (request ${r.requestId})`;return o.push(a?`${s}; this later one replaces it. The earlier pictures are in the branch's history.`:`${s}, while this run only moved or copied pictures; those of the other run stay.`),a}),l=new Map(findUnfit(e,s,r).map(e=>[e.id,e])),remaining=()=>s.filter(({id:e})=>!l.has(e)),u=n.remove.filter(isAsBefore);for(;;){let t=u.filter(t=>!isNeeded(t,s,l,e)),n=findClashes(e,remaining(),t);if(n.length===0)return{set:remaining(),remove:t.filter(e=>i.has(e)),left:[...l.values()],warnings:o};for(let e of n)l.set(e.id,e)}}function findUnfit(e,t,n){let r=(0,z.eN)(e.tree,(0,c.Vw)(n,e.recorded.lock)),i=new Set([...e.tree.values()].filter(c.Dn).map(({blob:e})=>e));return t.flatMap(({id:e,entry:t,sources:a,blobs:o,fault:s})=>{if(s!==void 0)return[{id:e,reason:s}];let l=a.find(({kind:e},t)=>e===`branch`&&!i.has(o[t]??`not known`));if(l?.kind===`branch`)return[{id:e,reason:`its picture ${(0,c.WG)((0,c.tc)(n,l.path))} is no longer on the branch; the next run makes it again`,remedy:`make-again`}];for(let{path:i}of(0,V.rB)(t)){let t=(0,z.R5)((0,c.tc)(n,i),r);if(t!==void 0)return[{id:e,reason:`${(0,c.WG)(t)} is on the branch by now and was not made by this action`,remedy:`clear-path`}]}return[]})}function findClashes(e,t,n){let r=new Set([...n,...t.map(({id:e})=>e)]),i=new Map;for(let[t,n]of e.recorded.lock.edits)if(!r.has(t))for(let{path:e}of(0,V.rB)(n))i.set((0,W.t)(e),t);return t.flatMap(({id:e,entry:t})=>{let n=(0,V.rB)(t),r=n.find(({path:e})=>i.has((0,W.t)(e)));if(r===void 0){for(let{path:t}of n)i.set((0,W.t)(t),e);return[]}let a=i.get((0,W.t)(r.path))??``;return[{id:e,reason:`${(0,c.WG)(r.path)} is a picture of edit ${(0,c.WG)(a)}, which keeps it`,remedy:`wait-for-path`}]})}function isNeeded(e,t,n,r){let i=r.recorded.lock.edits.get(e),a=new Set((i===void 0?[]:(0,V.rB)(i)).map(({path:e})=>(0,W.t)(e)));return t.some(({id:e,entry:t,sources:r})=>n.has(e)&&((0,V.rB)(t).some(({path:e})=>a.has((0,W.t)(e)))||r.some(e=>e.kind===`branch`&&a.has((0,W.t)(e.path)))))}var G=n(68231);function planCommit(e,t,n,r){let{set:i,remove:a,left:o,warnings:s}=rebaseChanges(e,t,n,r),l=e.recorded.lock.edits,u=new Map(l);for(let e of a)u.delete(e);for(let{id:t,entry:n}of i){let r=findReplaced(t,e,a);u.set(t,(0,H.Uu)(n,l.get(r),(0,G.Kd)(e,r)))}let d=i.map(({entry:e})=>e),f=(0,Se.Kq)(e.recorded.lock.spending,d),{models:p,renditions:m={},...h}=e.recorded.lock,g=(0,xe.Q)(u,n.models,p),_=planRenditions(e,u,n.renditions,r),v={...h,edits:u,...f!==void 0&&{spending:f},...g!==void 0&&{models:g},...Object.keys(_.records).length>0&&{renditions:_.records}},y=i.flatMap(({entry:e,blobs:t})=>(0,V.rB)(e).map(({path:e},n)=>({path:e,blob:t[n]??``}))).concat(_.written).map(({path:e,blob:t})=>({path:(0,c.tc)(r,e),blob:t})).filter(({path:t,blob:n})=>!holds(e.tree,t,n)),b=(0,c.Vw)(r,v),x=[...a,...i.map(({id:e})=>e)].flatMap(e=>{let t=l.get(e);return t===void 0?[]:(0,V.rB)(t).map(({path:e})=>e)}).concat(listPaths(m)).map(e=>(0,c.tc)(r,e)).filter(t=>!b.has(t)&&isPlainAt(e.tree,t)),S=i.filter(({id:e})=>!(0,B.isDeepStrictEqual)(l.get(e),u.get(e))),C=[...y,...[...new Set(x)].map(e=>({path:e}))],w=new Set(y.map(({blob:e})=>e)),T=C.filter(t=>!(`blob`in t)&&!w.has(e.tree.get(t.path)?.blob??``));return{lock:v,pictures:C,isChange:C.length>0||S.length>0||a.length>0||!(0,B.isDeepStrictEqual)(_.records,m),facts:{edits:S.length,files:y.length+T.length},left:o,warnings:[...s,..._.warnings]}}function findReplaced(e,{recorded:{lock:t}},n){let r=(0,U.$G)(e);return!t.edits.has(e)&&r!==void 0&&n.includes(r)?r:e}function planPages(e,t,n,r){let i=(0,z.eN)(e.tree,(0,c.Vw)(r,e.recorded.lock)),a=n.map(e=>({name:e,obstacle:(0,z.R5)((0,c.tc)(r,e),i)})),o=a.filter(({obstacle:e})=>e===void 0).map(({name:e})=>e),s=(0,c.Vw)(r,{...t,pages:o});return{pages:o.toSorted(),removed:e.recorded.lock.pages.map(e=>(0,c.tc)(r,e)).filter(t=>!s.has(t)&&isPlainAt(e.tree,t)),obstacles:a.flatMap(({obstacle:e})=>e??[])}}function holds(e,t,n){return isPlainAt(e,t)&&e.get(t)?.blob===n}function isPlainAt(e,t){let n=e.get(t);return n!==void 0&&(0,c.Dn)(n)}async function composeCommit(e,{opened:t,changes:n,request:r},i){let{repository:a,place:o}=t,s=planCommit(e,t,n,o),{warnings:l}=s,u=[...s.left,...findMissing(e,r.unchanged??[],o)],d=planGallery(e,s.lock,r.gallery,o),f=r.pages===`refresh`&&e.tip!==void 0;if(!s.isChange&&!d.isChange&&!(0,G.Jm)(e)&&!f)return{ok:!0,value:{changed:[],left:u,warnings:l}};let{edits:p,pages:m,spending:h,models:g,renditions:_}=s.lock,v=r.preview===`as-before`?s.lock.preview:r.preview,y={edits:p,pages:m,...d.specs.length>0&&{gallery:d.specs},...v!==void 0&&{preview:v},...h!==void 0&&{spending:h},...g!==void 0&&{models:g},..._!==void 0&&{renditions:_}},b=r.pages===`leave`?new Map:r.renderPages(y),x=r.pages===`leave`?{pages:m,removed:[],obstacles:[]}:planPages(e,y,[...b.keys()],o),S=renderLock({...y,pages:x.pages}),C=[...x.pages.flatMap(e=>{let t=b.get(e);return t===void 0?[]:[{path:(0,c.tc)(o,e),text:t}]}),{path:(0,c.tc)(o,c.Sy),text:S}],w=await(0,ye.qm)(a,C.map(({text:e})=>e),i);if(!w.ok)return w;let T=[...s.pictures,...x.removed.map(e=>({path:e})),...C.map(({path:e},t)=>({path:e,blob:w.value[t]??``})).filter(({path:t,blob:n})=>!holds(e.tree,t,n))],E=(0,G.R8)(e),D={...E!==void 0&&{tip:E},...e.joined!==void 0&&{parents:e.joined.parents}},O=s.isChange?r.renderMessage(s.facts):describeRest(e,o,d),k=await(0,ve.SC)(a,{...D,changes:T,message:O,author:`github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>`},i);if(!k.ok)return k;let A=x.obstacles.map(e=>`${(0,c.WG)(e)} was not made by this action, so the action's own file of that name was not written.`);return{ok:!0,value:{...k.value!==void 0&&{commit:k.value},changed:T.map(({path:e})=>e).toSorted(),left:u,warnings:[...l,...A]}}}function describeRest(e,{branch:t,into:n=``},r){return(0,G.Jm)(e)?`Merge branch '${n}' into ${t}`:r.isChange?describeGallery(r):`Update the pages`}var Ce=n(45157),we=n(53277),Te=n(42155),Ee=n(394),De=n(51724);async function fetchCommit(e,t,n){let r=[`fetch`,`--quiet`,`--filter=tree:0`,`--no-tags`,`--no-write-fetch-head`,Ee.Bn,t],i=await e.tryRun(r,{signal:n});if(i.kind===`exited`&&i.stderr.includes(`not our ref ${t}`))return{ok:!0,value:!1};let a=(0,De.m)(i,n);return a.ok?{ok:!0,value:!0}:a}async function readFrame(e,t,n){let r=await e.run([`cat-file`,`commit`,t],{signal:n});return r.ok?{ok:!0,value:parseCommit(r.value.toString())}:r}function parseCommit(e){let t=e.indexOf(`

`),n=e.slice(0,t).split(`
`),find=e=>n.filter(t=>t.startsWith(`${e} `)).map(t=>t.slice(e.length+1)),[r=``]=find(`tree`);return{tree:r,parents:find(`parent`),message:e.slice(t+2).trimEnd()}}var Oe=n(32900),ke=n(14342);let Ae=1024**3,K=`refs/dreamina/staging/`;function stageRef(e,t){return`${K}${e}-${(0,Oe.v)(t)}`}async function stageObjects(e,t,n,r){let i=stageRef(n.nowMs,n.random),a,o=``,s=[];for(let c of splitParts(t,n.partBytes??Ae)){s.push(...c.map(e=>({path:e,blob:e})));let t={...a!==void 0&&{tip:a},files:s,message:`Pictures on their way to a branch`,author:`dreamina-edit-action <dreamina-edit-action@users.noreply.github.com>`},l=await(0,ve.jG)(e,t,r);if(!l.ok)return l;let u={commit:l.value,ref:i,...a!==void 0&&{tip:a}},d=(0,I.Sq)(e,u,r);n.onPushing?.();let f=await d;if(!f.ok&&f.error.kind!==`refused`)return f;if(!f.ok||f.value===`moved`)return{ok:!0,value:void 0};a===void 0&&(o=l.value),a=l.value}return a===void 0?{ok:!0,value:void 0}:(await(0,d.appendFile)(f.join(e.folder,`shallow`),`${o}\n`),{ok:!0,value:i})}function splitParts(e,t){let n=[],r=0;for(let[i,a]of new Map(e.map(e=>[e.blob,e.bytes])))(n.length===0||a>r)&&(n.push([]),r=t),n.at(-1)?.push(i),r-=a;return n}async function staleStages(e,t,n){let r=await(0,ke.D)(e,[`${K}*`],n);return r.ok?{ok:!0,value:r.value.filter(e=>isStaleStage(e,t))}:r}function isStaleStage(e,t){let[,n]=RegExp(`^${K}(\\d+)-`).exec(e)??[];return n!==void 0&&t-Number(n)>864e5}var je=n(72838),Me=n(13614);async function signCommit(e,t,{signer:n,place:r,stages:i},a){let{clock:o,random:s,signal:c}=a,l=await readFrame(e,t,c);if(!l.ok)return gitError(l.error);let u=stageRef(o.now(),s);i.push(u);let d=await(0,I.Sq)(e,{commit:t,ref:u},c);if(!d.ok&&d.error.kind===`refused`)return unsigned({kind:`refused`,why:`the server refuses the ref ${u}: ${d.error.why}`},r);if(!d.ok)return gitError(d.error);let f=await n.create(l.value,c);if(f.kind===`offline`)return gitError(f);if(f.kind!==`signed`)return unsigned(f,r);let p=await fetchPatiently(e,f.commit,a);if(!p.ok)return gitError(p.error);let m=await readFrame(e,f.commit,c);return m.ok?isSame(m.value,l.value)?{ok:!0,value:f.commit}:unsigned({kind:`refused`,why:`the commit ${f.commit} has other content than asked for`},r):gitError(m.error)}async function fetchPatiently(e,t,n){let r=`the server does not have the commit ${t}, which GitHub says it made`,i={ok:!1,error:{kind:`offline`,why:r}},a=await(0,je.C)(async()=>{let r=await fetchCommit(e,t,n.signal);return r.ok&&!r.value?i:r},n);return a.ok?{ok:!0,value:void 0}:a.error.why===r?{ok:!1,error:{kind:`failed`,why:r}}:a}function isSame(e,t){return e.tree===t.tree&&e.parents.join(` `)===t.parents.join(` `)}function unsigned(e,{branch:t}){return{ok:!1,error:{kind:`unfit`,problems:[{severity:`error`,message:(0,Me.D)(e,t)}]}}}function gitError(e){return{ok:!1,error:{kind:`git`,error:e}}}async function landWork(e,t,{remove:n,isLight:r},i){let{place:a,repository:o}=e.opened,{random:s,log:c,signal:u,signer:d}=i,f=r?deflateTexts(o):o,m=e.opened,_,v,done=e=>({kind:`done`,value:e}),y=await(0,h.L)(async r=>{if(r>1){let t=await readTipPatiently(e,i);if(!t.ok)return done(t);if(m=t.value,_?.commit!==void 0&&m.tip===_.commit)return done({ok:!0,value:{..._,tip:_.commit}})}let o=r===1?t:await composeCommit(m,e,u);if(!o.ok)return done(failed(o.error));let{commit:p}=o.value,y=m.tip===void 0?{}:{tip:m.tip};if(p===void 0){let e=_===void 0||m.tip===void 0?o.value:{..._,commit:m.tip},t=(0,G.Et)(m);return done({ok:!0,value:{...e,...t!==void 0&&{tip:t}}})}let b=d===void 0?{ok:!0,value:p}:await signCommit(f,p,{signer:d,place:a,stages:n},i),x=b.ok?asTip(await(0,I.Sq)(f,{commit:b.value,ref:(0,l.H8)(a),...y,remove:n},u)):b;if(b.ok&&x.ok&&x.value===`pushed`)return done({ok:!0,value:{...o.value,commit:b.value,tip:b.value}});let S=`someone else pushed to ${a.branch} first`;if(!x.ok){let e=whyOffline(x.error);if(e===void 0)return done(x);b.ok&&(_={...o.value,commit:b.value}),S=e}v=S;let C=x.ok?Math.floor((0,g.q)(Math.min(r,6),s)*.2):(0,g.q)(r,s);return c.info((0,h.e)(`Push ${r} did not succeed: ${S}`,C)),{kind:`again`,value:failed({kind:`stopped`,why:S}),waitMs:C}},i);if(y.ok||y.error.kind!==`git`||v===void 0)return y;let{kind:b}=y.error.error;return!u.aborted||b!==`stopped`&&b!==`offline`?y:failed({kind:`stopped`,why:`${v}; ${(0,p.U)(u.reason)}`})}async function readTipPatiently({opened:e},t){return await(0,h.L)(async n=>{let r=await(0,Te.p)(e.repository,e.place,t.signal);if(r.ok||r.error.kind===`unfit`||r.error.error.kind!==`offline`)return{kind:`done`,value:r};let i=(0,g.q)(n,t.random);return t.log.info((0,h.e)(`The branch cannot be read: ${r.error.error.why}`,i)),{kind:`again`,value:r,waitMs:i}},t)}function deflateTexts(e){let t=[`-c`,`pack.compression=6`];return{...e,run:async(n,r)=>await e.run([...t,...n],r),tryRun:async(n,r)=>await e.tryRun([...t,...n],r)}}function whyOffline(e){return e.kind===`git`&&e.error.kind===`offline`?e.error.why:void 0}function asTip(e){return e.ok?e:failed(e.error)}function failed(e){return{ok:!1,error:{kind:`git`,error:e}}}async function sendAhead(e,t,n,r=()=>void 0){if(t.reduce((e,{bytes:t})=>e+t,0)<=1048576)return{ok:!0,value:{remove:[],isLight:!0}};let{clock:i,random:a,log:o,signal:s}=n,c,startMeanwhile=()=>{c??=staleStages(e,i.now(),s),r()},l=[],u=await(0,h.L)(async n=>{let[r,c]=[i.now(),a()],u={nowMs:r,random:()=>c,onPushing:startMeanwhile},d=await stageObjects(e,t,u,s);if(d.ok||d.error.kind!==`offline`)return{kind:`done`,value:d};l.push(stageRef(r,u.random));let f=(0,g.q)(n,a);return o.info((0,h.e)(`Sending the pictures failed: ${d.error.why}`,f)),{kind:`again`,value:d,waitMs:f}},n),d=await c;if(!u.ok)return u;d?.ok===!1&&o.debug(`Old stages are not known: ${d.error.why}`);let f=d?.ok===!0?d.value.slice(0,100):[],p=u.value===void 0?[]:[...l,u.value];return{ok:!0,value:{remove:[...f,...p],isLight:p.length>0}}}var Ne=n(89821);let Pe=104857600;async function writeChanges({repository:e,place:t,tree:n},{set:r,renditions:i,...a},o){let s=await(0,Ne.y)(r,16,weigh),l=await(0,Ne.y)([...i?.sources??[]],16,weighRendition),u=[...s.flatMap(({fault:e,onDisk:t})=>e===void 0?t:[]),...l.flat()],d=await(0,ye.Ci)(e,u.map(({absolutePath:e})=>e),o);if(!d.ok)return d;let f=new Map(u.map(({absolutePath:e},t)=>[e,d.value[t]??``])),blobAt=e=>{let r=n.get((0,c.tc)(t,e));return r!==void 0&&(0,c.Dn)(r)?r.blob:void 0},nameOf=e=>e.kind===`branch`?blobAt(e.path):f.get(e.absolutePath),p=s.map(({change:e,fault:t})=>({...e,blobs:e.sources.map(nameOf),...t!==void 0&&{fault:t}})),m=[...i?.sources??[]].flatMap(([e,t])=>{let n=nameOf(t);return n===void 0?[]:[[e,n]]}),h=new Set([...n.values()].map(({blob:e})=>e)),g=new Map(u.map(({bytes:e},t)=>[d.value[t]??``,e]));return{ok:!0,value:{changes:{...a,set:p,...i!==void 0&&{renditions:{...i,blobs:new Map(m)}}},payload:[...g].filter(([e])=>!h.has(e)).map(([e,t])=>({blob:e,bytes:t})),warnings:u.flatMap(({path:e,bytes:n})=>n<52428800?[]:`${(0,c.WG)((0,c.tc)(t,e))} has ${(0,j.z3)(n)}: GitHub warns of files over 50 MiB, and every clone of the branch carries it.`)}}}async function weigh(e){let t=[];for(let[n,r]of e.sources.entries()){if(r.kind===`branch`)continue;let i=e.entry.files[n]?.path??``;try{let{size:n}=await(0,d.stat)(r.absolutePath);if(t.push({path:i,absolutePath:r.absolutePath,bytes:n}),n<Pe)continue;return{change:e,onDisk:t,fault:`${(0,c.WG)(i)} has ${(0,j.z3)(n)}, and GitHub refuses files of 100 MiB or more`}}catch(n){return{change:e,onDisk:t,fault:`${(0,c.WG)(i)} cannot be read: ${(0,p.U)(n)}`}}}return{change:e,onDisk:t}}async function weighRendition([e,t]){if(t.kind===`branch`)return[];try{let{size:n}=await(0,d.stat)(t.absolutePath);return n<Pe?[{path:e,absolutePath:t.absolutePath,bytes:n}]:[]}catch{return[]}}async function deliverBranch(e,t,n){let{repository:r,place:i}=e,{set:a,remove:o,renditions:s}=t.changes,c=a.length===0&&o.length===0&&s===void 0,l=planGallery(e,e.recorded.lock,t.gallery,i).isChange||t.pages===`refresh`&&e.tip!==void 0;if(c&&!l&&!(0,G.Jm)(e))return(0,G.bB)(e,i);let failed=e=>{let t=e.kind===`git`?(0,Ce.e)(e.error,`written to`,i,r.remote):e.problems.map(_e.Vw).join(` `);return{kind:`failed`,...i,message:t,left:[]}},u=await writeChanges(e,t.changes,n.signal);if(!u.ok)return failed({kind:`git`,error:u.error});let d={opened:e,changes:u.value.changes,request:t},f,p=await sendAhead(r,u.value.payload,n,()=>{f??=composeCommit(e,d,n.signal),f.catch(()=>void 0)});if(!p.ok)return await f,failed({kind:`git`,error:p.error});let m=await landWork(d,await(f??composeCommit(e,d,n.signal)),p.value,n);if(!m.ok||m.value.commit===void 0){let e=await(0,I.vQ)(r,p.value.remove,n.signal);e.ok||n.log.debug(`A stage was left behind: ${e.error.why}`)}if(!m.ok)return failed(m.error);let{commit:h,changed:g,left:_,warnings:v}=m.value;if(h!==void 0){let e=[...u.value.warnings,...v];return n.log.info(`Committed to ${i.branch}: ${h}, ${(0,j.LS)(g.length,`file`)} touched`),{kind:`committed`,...i,commit:h,changed:g,warnings:e,left:_}}if(_.length>0)return{kind:`failed`,...i,message:nothingLanded(_,i.branch),left:_};let y=m.value.tip;return{kind:`unchanged`,...i,...y!==void 0&&{commit:y}}}function nothingLanded(e,t){return`Nothing could be committed to branch ${(0,c.WG)(t)}: ${(0,we.J)(e)}.`}function describeTake({take:e}){return e===void 0?{}:{take:e.number,...e.isKept&&{isKept:!0}}}function withTake(e,t){let n={...e};return delete n.take,delete n.isKept,delete n.stored,delete n.heldBy,{...n,...describeTake(t)}}function setAside(e,{from:t,entry:n,on:r},{tip:i}){if(r?.kind===`base`)return[];let{stored:a=`aside`,heldBy:o=r?.commit??i}=n,s=t===e.id&&n.spec===void 0?{}:{spec:e.at.file},c={...withTake(n,e),...s,stored:a,...o!==void 0&&{heldBy:o}};return t===e.id&&(0,B.isDeepStrictEqual)(c,n)?[]:[{id:e.id,entry:c,sources:[]}]}function setBroughtAside(e,t,n){return e.flatMap(e=>{let r=t.get(e.id);return r?.fingerprint===e.fingerprint&&r.stored===void 0?setAside(e,{kind:`aside`,from:e.id,entry:r},{tip:n}):[]})}function discardTakes(e,t){return e.prune?[...e.recorded.lock.edits].filter(([t,{take:n}])=>n!==void 0&&!e.specIds.has(t)).flatMap(([n,r])=>r.stored===`discarded`||t.has(n)?[]:[remember(n,r,`discarded`,e)]):[]}function rememberReplaced(e,t){let{recorded:n,specIds:r,prune:i,tip:a}=t;return e.flatMap(e=>{let o=n.lock.edits.get(e);if(o===void 0)return[];let s=o.take===void 0&&(a===void 0||i&&!r.has(e)),c=o.stored===`discarded`||i&&!r.has(e);return s?[]:[remember(e,o,c?`discarded`:`aside`,t)]})}function remember(e,t,n,{tip:r}){let i=t.stored===void 0?r:t.heldBy,a={...t,stored:n,...i!==void 0&&{heldBy:i}};return delete a.isKept,{id:e,entry:a,sources:[]}}function listPruned({recorded:e,specIds:t}){return[...e.lock.edits].filter(([e,{take:n}])=>n===void 0&&!t.has(e)).map(([e])=>e)}var Fe=n(94790),Ie=n(15624),Le=n(50962);function recordEdit(e,t){let{edit:n,job:r,costUsd:i,files:a,timings:o}=e;if(a.length===0)throw Error(`${n.id} succeeded without files`);if(a.some(({type:e})=>e===`application/octet-stream`))throw Error(`Bug: ${n.id} would bring a file of unknown type to the branch`);let s=describeReferences(n,t);return{spec:n.at.file,...describeTake(n),fingerprint:n.fingerprint,model:n.model,...n.model!==Le.A&&n.published!==void 0&&{modelSchema:n.published.digest},input:n.lockedInput,...s.length>0&&{references:s},...n.pictures?.alt!==void 0&&{alt:n.pictures.alt},requestId:r.requestId,...i!==void 0&&i<=Ie.L1&&{costUsd:i},submittedAt:new Date(r.submittedAtMs).toISOString(),finishedAt:new Date(finishedAtMs(e,t.nowMs)).toISOString(),...o.queuedMs!==void 0&&{queuedMs:Math.max(0,Math.round(o.queuedMs))},...o.runningMs!==void 0&&{runningMs:Math.max(0,Math.round(o.runningMs))},files:a.map(record_edit_describeFile),actionVersion:t.actionVersion,...t.specCommit!==void 0&&{specCommit:t.specCommit}}}function describeReferences({images:e,lockedInput:t},{commitOf:n}){let r=(0,Fe.KD)(e,t);return e.flatMap((e,t)=>{let i=r[t];if(typeof i!=`string`||e.kind===`url`)return[];if(e.kind===`edit`)return[{content:i,edit:e.id}];let a=n?.(e);return[{content:i,path:e.path,...a!==void 0&&{commit:a}}]})}function finishedAtMs({job:e,timings:t},n){let{queuedMs:r,runningMs:i=0,downloadMs:a=0}=t,o=r===void 0?n:e.submittedAtMs+r+i+a;return Math.max(e.submittedAtMs,Math.min(n,o))}function record_edit_describeFile({path:e,sha256:t,bytes:n,type:r,width:i,height:a,carries:o}){return{path:e,sha256:t,bytes:n,type:r,...i!==void 0&&{width:i},...a!==void 0&&{height:a},...o!==void 0&&{carries:o}}}function planChanges(e,t){let n=e.flatMap(e=>changeOf(e,t)),r=new Set([...renamedAway(e,t),...listOtherNames(n,t)]),i=new Set([...r,...n.map(({id:e})=>e)]),a=listReplaced(n,e,t).filter(e=>!i.has(e)),o=listSuperseded(e,t).filter(e=>!i.has(e)),s=rememberReplaced([...a,...o],t),c=new Set([...r,...s.map(({id:e})=>e)]),l=[...n,...s,...discardTakes(t,c)],u=new Set([...r,...a,...o,...t.prune?listPruned(t):[]]);for(let{id:e}of l)u.delete(e);let d=e.flatMap(({edit:e})=>e.published===void 0?[]:[e.published]).map(({id:e,digest:t,schema:n})=>[e,{digest:t,schema:n}]);return{set:l,remove:[...u].toSorted(),...d.length>0&&{models:Object.fromEntries(d)}}}function changeOf(e,t){let{edit:n,state:r}=e;if(e.state===`succeeded`){let r=e.files.map(({absolutePath:e})=>({kind:`disk`,absolutePath:e}));return[{id:n.id,entry:recordEdit(e,t),sources:r}]}if(n.action.kind===`aside`)return setAside(n,n.action,t);if(r===`adopted`&&n.action.kind===`adopt`)return[copyOf(n,n.action,t)];if(r!==`unchanged`||n.action.kind!==`unchanged`||n.action.on!==void 0)return[];let{from:i,entry:a}=n.action,o=i===n.id&&a.spec===void 0?{}:{spec:n.at.file},s={...withAlt(withTake(a,n),n),...o,files:n.action.files};if(i===n.id&&(0,B.isDeepStrictEqual)(s,a))return[];let c=a.files.map(({path:e})=>({kind:`branch`,path:e}));return[{id:n.id,entry:s,sources:c}]}function withAlt(e,{pictures:t}){let n={...e};return t?.alt===void 0?delete n.alt:n.alt=t.alt,n}function copyOf(e,{entry:t,files:n},{copies:r,specCommit:i}){let a=n.map(({sha256:t})=>{let n=r.get(t);if(n===void 0)throw Error(`Bug: a picture of ${e.id} was not fetched`);return{kind:`copy`,absolutePath:n}}),o={...withTake(t,e),spec:e.at.file,files:n};return{id:e.id,entry:withAlt((0,H.lI)(i===void 0?o:{...o,specCommit:i}),e),sources:a}}function listSuperseded(e,{recorded:t}){return e.flatMap(({edit:{id:e,action:n}})=>{let r=t.lock.edits.get(e);return n.kind===`unchanged`&&n.on!==void 0&&r!==void 0&&r.stored===void 0?[e]:[]})}function renamedAway(e,{specIds:t}){return e.flatMap(({edit:e,state:n})=>n===`unchanged`&&(e.action.kind===`unchanged`||e.action.kind===`aside`)&&!t.has(e.action.from)?[e.action.from]:[])}function listReplaced(e,t,{recorded:n,specIds:r}){let i=new Set(e.flatMap(({entry:e})=>(0,V.rB)(e).map(({path:e})=>(0,W.t)(e)))),a=new Set(t.filter(({state:e})=>e!==`unchanged`).map(({edit:e})=>e.id));return[...n.lock.edits].filter(([e])=>!r.has(e)||a.has(e)).filter(([,e])=>(0,V.rB)(e).some(({path:e})=>i.has((0,W.t)(e)))).map(([e])=>e)}function listOtherNames(e,{recorded:t,specIds:n}){return e.flatMap(({id:e})=>{let r=(0,U.$G)(e);return r!==void 0&&!n.has(r)&&t.lock.edits.has(r)?[r]:[]})}var Re=n(25584),ze=n(33432),Be=n(48588);function fromEntry(e,t,n){let{input:r,files:i,stored:a,model:o,costUsd:s,queuedMs:c,runningMs:l,finishedAt:u}=t,{prompt:d}=r,f=(0,U.Xo)(e);return{id:e,key:n.listed?.key??f.replace(/@.*$/s,``),...t.take!==void 0&&{take:{edit:f,number:(0,U.f2)(e),of:n.takes,isKept:t.isKept===!0}},matrix:Object.fromEntries([[`model`,o],...Object.entries(n.listed?.matrix??{}).map(([e,t])=>[e,String(t)])]),description:n.listed?.description,prompt:typeof d==`string`?d:``,state:void 0,warnings:[],files:a===void 0?i.map(e=>({...e,thumbnail:n.thumbnail(e)})):listHeld(t,n),...listOlder(t,n),references:(0,ze.j)(t).map(e=>n.show(e)),glance:describeGlance(i,void 0,[u.slice(0,10),...s===void 0?[]:[(0,j.UK)(s)]]),facts:from_entry_listFacts(t),costUsd:s,totalMs:l===void 0?void 0:(c??0)+l,madeAtMs:Date.parse(u)}}function listHeld({heldBy:e,files:t},{addressIn:n}){return e===void 0?[]:t.filter(({type:e})=>(0,D.sE)(e)===`picture`).map(t=>({...t,path:`${n(e,t.path)}?raw=true`})).filter(({path:e})=>/^https:\/\//i.test(e))}function listOlder({stored:e,heldBy:t,files:n,history:r=[]},{addressIn:i}){return e===void 0?r.length===0?{}:{linked:{where:`Before, in the history of the branch`,files:r.slice(0,5).map(({commit:e})=>({name:(0,Be.Ax)(e),address:i(e)}))}}:{linked:{where:`In the history of the branch`,files:n.map(({path:e})=>({name:e,address:t===void 0?void 0:i(t,e)}))}}}function from_entry_listFacts(e){let{requestId:t,model:n,input:r,costUsd:i,finishedAt:a,files:o,spec:s}=e,c=[[`queued`,e.queuedMs],[`running`,e.runningMs]].flatMap(([e,t])=>t===void 0?[]:[`${e} ${(0,A.a3)(t)}`]);return withoutEmpty([[`Request`,t,`code`],[`Model`,n,`code`],...[...(0,Fe.cl)(r)].map(([e,t])=>[e,typeof t==`string`?t:JSON.stringify(t)]),[`Cost`,i===void 0?`unknown`:(0,j.UK)(i)],[`Made`,`${a.slice(0,10)} ${a.slice(11,16)} UTC`],[`Time`,c.join(`, `)],...listFileFacts(o),[`Spec`,s??``,`code`]])}function orderEntries(e,t=[]){let n=hasOneSpec(e),r=new Map(n?t.map((e,t)=>[e.id,{edit:e,index:t}]):[]),keyOf=([e,t])=>[n?``:t.spec??``,r.get(e)?.index??1/0,e];return[...e.edits].toSorted((e,t)=>compareKeys(keyOf(e),keyOf(t))).map(([e,t])=>({id:e,entry:t,listed:r.get(e)?.edit}))}function hasOneSpec({edits:e}){return new Set([...e.values()].flatMap(({spec:e})=>e??[])).size<2}function compareKeys(e,t){let n=e.findIndex((e,n)=>e!==t[n]);return n<0?0:(e[n]??0)<(t[n]??0)?-1:1}function renderBranchGallery(e,t){let{title:n,branch:r,directory:i,repositoryUrl:a}=t,o=orderEntries(e,t.spec).filter(({entry:{stored:e,take:t}})=>e===void 0||e===`aside`&&t!==void 0),s=countTakes(o),c=createThumbnails(e.renditions??{},()=>!0),l=i===``?``:`/${(0,x.O)(i)}`,u=o.map(({id:t,entry:n,listed:r})=>fromEntry(t,n,{listed:r,thumbnail:c,takes:s.get((0,U.Xo)(t))??1,show:t=>showReference(t,e,a),addressIn:(e,t)=>t===void 0?`${a}/tree/${e}${l}`:`${a}/blob/${e}${l}/${(0,x.O)(t)}`})),d=o.filter(({entry:e})=>e.stored===void 0),f=d.flatMap(({entry:e})=>e.files),p=o.flatMap(({entry:{costUsd:e}})=>e??[]),m=d.map(({entry:e})=>e.finishedAt).toSorted().at(-1),h=o.filter(({entry:e})=>e.take!==void 0).length,g=[[`Edits`,String(new Set(d.map(({id:e})=>(0,U.Xo)(e))).size)],...h===0?[]:[[`Takes`,String(h)]],[`Files`,String(f.length)],[`On the branch`,(0,j.z3)(f.reduce((e,{bytes:t})=>e+t,0))],...p.length===0?[]:[[`Cost`,(0,j.UK)(p.reduce((e,t)=>e+t,0))]],...m===void 0?[]:[[`Newest`,m.slice(0,10)]]],_=e.preview===void 0?``:`Preview of pull request ${e.preview.pullRequest}, on `;return renderPage({title:n,header:`${openHeader(n,(0,S.Z)(`${_}${_===``?`B`:`b`}ranch ${r}`),g)}\n</header>`,edits:u})}function countTakes(e){let t=new Map;for(let{id:n}of e){let e=(0,U.Xo)(n);t.set(e,Math.max((0,U.f2)(n),t.get(e)??0))}return t}function showReference({content:e,reference:t,picture:n},{edits:r},i){switch(t.kind){case`file`:return{name:t.path,address:n&&render_branch_gallery_secure(addressOf(n,i))};case`url`:return{name:t.url,address:t.url===e?render_branch_gallery_secure(e):void 0};case`output`:return{name:`output of ${t.edit}`,address:findOutput(e,t.edit,r)};case`unnamed`:return{name:t.hash,address:void 0}}}function addressOf({path:e,commit:t},n){return`${n}/blob/${t}/${(0,x.O)(e)}?raw=true`}function render_branch_gallery_secure(e){return/^https:\/\//i.test(e)?e:void 0}function findOutput(e,t,n){let r=[n.get(t),...[...n].filter(([e])=>(0,U.Xo)(e)===t).map(entryOf)].find(t=>t?.stored===void 0&&e===`edit:${t?.fingerprint??``}`)?.files[0];return r!==void 0&&(0,D.sE)(r.type)===`picture`?r.path:void 0}function entryOf([,e]){return e}var Ve=n(67456),He=n(77695),q=n(60295),J=n(2965);function renderEntry(e,t,n,r){let shownIn=e=>createThumbnails(n,(e,t)=>t!==`image/avif`,e),[i,...a]=t.files,o=a.slice(0,12).map(t=>render_entry_renderFile(t,e,70,shownIn(70))),s=a.length-o.length;return[i===void 0?``:render_entry_renderFile(i,e,440,shownIn(440)),o.length===0?``:`<br>${o.join(` `)}`,s>0?`<br><sub>and ${s} more</sub>`:``,`<br><b>${(0,J.AC)(e)}</b>`,r===void 0?``:`<br>${(0,J.eY)((0,q.ml)(r,200))}`,`<br><small>${render_entry_renderFacts(t)}</small>`,renderPrompt(t.input.prompt)].join(``)}function render_entry_renderFile(e,t,n,r){let{path:i,type:a}=e,o=(0,S.Z)((0,x.O)(i));if((0,D.sE)(a)===`picture`){let a=(0,S.Z)((0,x.O)(r(e)??i));return(0,He.a)(o,a,n,(0,S.Z)((0,q.Ic)(t)))}return`<a href="${o}">▶ ${(0,J.AC)(i.slice(i.lastIndexOf(`/`)+1))}</a>`}function renderPrompt(e){if(typeof e!=`string`)return``;let t=(0,q.Ic)(e),n=(0,q.ml)(t,80);if(n===t)return`<br><small>${(0,J.eY)(t)}</small>`;let r=n.replace(/\s\S{0,20}…$/,`…`).replace(/[.,;:!?]…$/,`…`),i=(0,J.eY)((0,q.ml)(t,2e3));return`<details><summary><small>${(0,J.eY)(r)}</small></summary><small>${i}</small></details>`}function render_entry_renderFacts({files:e,finishedAt:t,costUsd:n}){let[r]=e,i=e.reduce((e,t)=>e+t.bytes,0);return[...r?.width===void 0||r.height===void 0?[]:[`${r.width} × ${r.height}`],...e.length>1?[(0,j.LS)(e.length,`file`)]:[],(0,j.z3)(i),(0,J.eY)(t.slice(0,10)),...n===void 0?[]:[(0,j.UK)(n)]].map(e=>e.replaceAll(` `,`&nbsp;`).replaceAll(`-`,`&#8209;`)).join(` · `)}function renderSnippet(e,{files:t,alt:n=``},r){let i=t.flatMap(e=>listCurrentSets(e,r).map(({record:{color:t},files:r})=>["```html",renderPictureElement(r,e,{alt:(0,q.Ic)(n),color:t},T),"```",``].join(`
`)));return i.length===0?``:[`<details>`,`<summary>${(0,J.AC)(e)}</summary>`,``,...i,`</details>`,``].join(`
`)}function splitPages(e,{maxParts:t,maxBytes:n},r){let i=[],a=[],o=0;for(let s of e){let e=Buffer.byteLength(r(s));a.length>0&&(a.length>=t||o+e>n)&&(i.push(a),a=[],o=0),a.push(s),o+=e}return a.length===0?i:[...i,a]}function renderBranchPages(e,t){let n=splitPages(orderEntries(e,t.spec).filter(({entry:e})=>e.stored===void 0).map(({id:t,entry:n,listed:r})=>({cell:renderEntry(t,n,e.renditions??{},r?.description),snippet:renderSnippet(t,n,e.renditions??{})})),{maxParts:t.maxEditsPerPage??60,maxBytes:4e5},({cell:e,snippet:t})=>e+t),r=(n.length===0?[[]]:n).map((e,t)=>pageName(t)),i=renderTotals(e,t);return new Map(r.map((e,a)=>{let o=renderLinks(r,a);return[e,render_branch_pages_renderPage(n[a]??[],{title:t.title,totals:i,links:o})]}))}function pageName(e){return e===0?`README.md`:`gallery-${e+1}.md`}function render_branch_pages_renderPage(e,{title:t,totals:n,links:r}){let i=e.map(({cell:e})=>e),a=e.flatMap(({snippet:e})=>e===``?[]:[e]);return[`<!-- Generated by dreamina-edit-action. Changes made by hand are overwritten by its next commit. -->`,``,`# ${(0,Ve.FV)(t)}`,``,n,``,...r===``?[]:[r,``],...i.length===0?[`There are no pictures yet.`,``]:[(0,He.b)(i,2)],...a.length===0?[]:[`## For a page`,``,`Each element shows the web sizes of a picture. Copy it into a page in this folder, or put the address of this folder in front of its paths.`,``,...a],...r===``?[]:[r,``]].join(`
`)}function renderTotals({edits:e,preview:t},{directory:n,specUrl:r}){let i=[...e.values()].filter(({stored:e})=>e===void 0),a=i.flatMap(e=>e.files),o=a.reduce((e,t)=>e+t.bytes,0),s=`${(0,j.LS)(i.length,`edit`)}, ${(0,j.LS)(a.length,`file`)}, ${(0,j.z3)(o)}`,c=n===``?``:` in ${(0,Ve.D9)(n)}`,l=r===void 0?``:`, made from [the spec](${(0,P.$)(r)})`;return`${t===void 0?``:`Preview of pull request ${t.pullRequest}: `}${s}${c}${l}. This page is generated: changes made by hand are overwritten by the action's next commit.`}function renderLinks(e,t){return e.length<2?``:`Page ${e.map((e,n)=>n===t?`**${n+1}**`:`[${n+1}](${e})`).join(` · `)}`}var Ue=n(68087),We=n(93197),Ge=n(99743),Ke=n(21815);async function setTakesAside(e,t,{repository:n,place:i},a,o,s){if(t.kind!==`committed`)return t;let c=new Set(t.left.map(({id:e})=>e)),l=e.filter(({edit:e,state:t})=>(t===`succeeded`||t===`adopted`)&&(0,r.Zl)(e,o)&&!c.has(e.id));if(l.length===0)return t;let{commit:u}=t,d=await(0,Ke.e)({repository:n,place:i},s),f=d.ok?{repository:n,place:i,...d.value}:void 0,p=f===void 0?[]:setBroughtAside(l.map(({edit:e})=>e),f.recorded.lock.edits,u),m=f===void 0||p.length===0?void 0:await deliverBranch(f,{...a,changes:{set:p,remove:[]}},s);return m?.kind===`committed`?{...m,changed:[...new Set([...t.changed,...m.changed])].toSorted(),warnings:[...t.warnings,...m.warnings],left:t.left,aside:new Map([...t.aside??[],...p.map(({id:e})=>[e,u])])}:(s.log.info(`Takes that are not kept are still on branch ${i.branch}; the next run takes them off it.`),t)}async function deliverToBranch(e,t,{specIds:n,specEdits:r,copies:i,renditions:a},o,s,c){let l=await(0,Ge.nE)(s),u=planChanges(e.edits,{recorded:t.recorded,...t.tip!==void 0&&{tip:t.tip},specIds:n,prune:o.prune,copies:i,actionVersion:Ue.x,...l!==void 0&&{specCommit:l},commitOf:await(0,We.z)(listSent(e),s,c),nowMs:s.clock.now()}),d=await describeCommits(o,r,s),f=commitDeps(o,s,c),p=await deliverBranch(t,{changes:{...u,...a!==void 0&&{renditions:a}},unchanged:listUnchanged(e),...d},f),m=new Map(u.set.flatMap(({id:e,entry:{heldBy:t}})=>t===void 0?[]:[[e,t]])),h=p.kind===`committed`&&m.size>0?{...p,aside:m}:p;return await setTakesAside(e.edits,h,t,d,o.takesOnBranch,f)}function commitDeps({signCommits:e,githubToken:t},{clock:n,random:r,log:i,commitSigner:a},o){return{clock:n,random:r,log:i,signal:o,...e&&{signer:a(t)}}}function listSent({edits:e}){return e.filter(({state:e})=>e===`succeeded`).flatMap(({edit:e})=>e.images.filter(e=>e.kind===`file`))}async function describeCommits(e,t,{repository:n,job:r,readEvent:i}){let{pull:a}=await i(),{shard:o}=e,s={title:`${n.owner}/${n.name}`,branch:e.pullInto??e.branch,directory:e.branchDirectory,repositoryUrl:n.url,spec:t};return{...o!==void 0&&{pages:o.kind===`merge`?`refresh`:`leave`},...e.baseBranch!==void 0&&{preview:a===void 0?`as-before`:{pullRequest:a.number,...a.head!==void 0&&{commit:a.head}}},renderMessage:t=>(0,Re.j)(e.commitMessage,{...t,spec:e.spec,run:r.runUrl}),...o?.kind!==`part`&&{gallery:{spec:e.spec,isAsked:e.gallery}},renderPages:e=>new Map([...renderBranchPages(e,s),...renderPicturesPage(e),...e.gallery===void 0?[]:[[c.BE,renderBranchGallery(e,s)]]])}}function renderPicturesPage({edits:e,renditions:t}){if(t===void 0)return new Map;let n=renderPicturesFile([...e].filter(([,{stored:e,take:t,isKept:n}])=>e===void 0&&(t===void 0||n===!0)).map(([e,{alt:t,files:n}])=>({id:(0,U.Xo)(e),files:n,...t!==void 0&&{alt:t}})),t);return new Map([[E,n]])}function listUnchanged({edits:e}){return e.filter(({state:e,edit:t})=>e===`unchanged`&&t.action.kind===`unchanged`&&t.action.on===void 0&&(0,i.O2)(t)).map(({edit:e,unchangedFiles:t})=>({id:e.id,paths:t.map(({path:e})=>e)}))}async function fetchBefore({edits:e},t,n,{log:r},i){let a=fetch_before_listReplaced(e,t.recorded.lock.edits),o=a.flatMap(([,e])=>e.flatMap(e=>e===void 0?[]:[{from:e.path,to:{...e,path:pathOf(e)}}]));if(o.length===0)return new Map;let c=await(0,s.U)(t,o,n,i);return c.ok?new Map(a.map(([e,t])=>[e,t.map(e=>e===void 0?void 0:pathOf(e))])):(r.info(`The gallery does not show the pictures that were replaced: ${c.error.message}`),new Map)}function fetch_before_listReplaced(e,t){let n=new Map([...t].flatMap(([e,t])=>t.isKept===!0?[[(0,U.Xo)(e),t]]:[]));return e.flatMap(({edit:{id:e,take:r},state:i,files:a})=>{let o=(0,U.G0)(e,r).map(e=>t.get(e)).find(e=>e!==void 0),s=(r?.isKept===!1?void 0:n.get((0,U.Xo)(e)))??o;if(i!==`succeeded`||s===void 0||s.stored!==void 0)return[];let c=new Set(a.map(({sha256:e})=>e));return[[e,s.files.map(e=>isOther(e,c)?e:void 0)]]})}function isOther({sha256:e,type:t},n){return!n.has(e)&&(0,D.sE)(t)===`picture`}function pathOf({sha256:e,type:t}){return`references/before/${e}.${(0,D.i_)(t)}`}var Y=n(1549);async function lookAgain({edits:e},t,n,r,i){let a=e.some(({edit:{action:e}})=>e.kind!==`unchanged`&&e.kind!==`aside`&&e.kind!==`skip`);if(!(t.kind===`unchanged`&&a)&&!e.some(Y.xT))return{branch:t,current:n,isFresh:!1};let{repository:o,place:s}=n,c=await(0,Ke.e)({repository:o,place:s},{...r,signal:i});if(!c.ok)return r.log.info(`Cannot read branch ${s.branch} again: the report describes it as it was at the start of the run.`),{branch:t,current:n,isFresh:!1};let l={repository:o,place:s,...c.value};if(t.kind!==`unchanged`)return{branch:t,current:l,isFresh:!0};let u=findMissing(l,listUnchanged({edits:e}),s);if(u.length>0){let e=`Branch ${s.branch} lost pictures: ${(0,we.J)(u)}.`;return{branch:{kind:`failed`,...s,message:e,left:u},current:l,isFresh:!0}}return{branch:(0,G.bB)(l,s),current:l,isFresh:!0}}var qe=n(96705);function listParts(e,t){let n=e.next();for(;n.done!==!0;){let{at:r,length:i}=n.value;n=e.next(t.subarray(r,r+i))}return n.value?.map(({dataStart:e,dataEnd:n,...r})=>({...r,data:t.subarray(e,n)}))}async function findParts(e,t){let n=e.next();for(;n.done!==!0;)n=e.next(await t(n.value.at,n.value.length));return n.value}function listJpegParts(e){return listParts(walkJpegParts(e.length),e)}function*walkJpegParts(e){let t=yield{at:0,length:4};if(t.length<4||t.readUInt16BE(0)!==65496)return;let n=[];for(let t=2;;){let r=yield{at:t,length:4},i=r[1];if(r.length<4||r[0]!==255||i===void 0)return;if(i===255)t+=1;else if(i===1)t+=2;else{let a=t+2+r.readUInt16BE(2);if(a>e||a<t+4)return;if(n.push({name:i.toString(16),start:t,end:a,dataStart:t+4,dataEnd:a}),i===218)return n;t=a}}}function jpegPart(e,t){let n=Buffer.of(255,e,0,0);return n.writeUInt16BE(t.length+2,2),Buffer.concat([n,t])}let X=Buffer.from(`http://ns.adobe.com/xap/1.0/\0`,`latin1`),Je=Buffer.from(`http://ns.adobe.com/xmp/extension/\0`,`latin1`),Ye=Buffer.from(`Exif\0\0`,`latin1`),Xe=Buffer.from(`MPF\0`,`latin1`),Ze=65533-X.length;function readJpegXmp(e){return(listJpegParts(e)?.find(isXmp))?.data.subarray(X.length)}function readExtendedXmp(e,t){let n=Buffer.concat([Je,Buffer.from(t,`latin1`)]),r=Je.length+32,i=(listJpegParts(e)??[]).filter(({name:e,data:t})=>e===`e1`&&t.length>=r+8&&startsWith(t,n)).map(({data:e})=>({whole:e.readUInt32BE(r),from:e.readUInt32BE(r+4),data:e.subarray(r+8)})).toSorted((e,t)=>e.from-t.from),a=0;for(let{from:e,data:t}of i){if(e!==a)return;a+=t.length}return a>0&&i.every(({whole:e})=>e===a)?Buffer.concat(i.map(({data:e})=>e)):void 0}function writeJpegXmp(e,t){let n=listJpegParts(e);if(n===void 0)return{ok:!1,error:`the segments of the JPEG cannot be followed`};if(t.length>Ze)return{ok:!1,error:`its XMP would have ${t.length} bytes, and a JPEG has room for ${Ze}`};let r=n.filter(isXmp),i=n.filter(e=>e.name===`e0`||isExif(e)).at(-1)?.end??2,a=n.find(({name:e,data:t})=>e===`e2`&&startsWith(t,Xe));if(a!==void 0&&[i,...r.map(({start:e})=>e)].some(e=>e>a.start))return{ok:!1,error:`it holds further pictures, which would no longer be found`};let o=[],s=0,c=jpegPart(225,Buffer.concat([X,t]));for(let t of[...r,{start:i,end:i,added:c}].toSorted((e,t)=>e.start-t.start))o.push(e.subarray(s,t.start)),`added`in t&&o.push(t.added),s=Math.max(s,t.end);return{ok:!0,value:Buffer.concat([...o,e.subarray(s)])}}function isXmp({name:e,data:t}){return e===`e1`&&startsWith(t,X)}function isExif({name:e,data:t}){return e===`e1`&&startsWith(t,Ye)}function startsWith(e,t){return e.subarray(0,t.length).equals(t)}function readJpegExif(e){return listJpegParts(e)?.find(isExif)?.data.subarray(Ye.length)}var Z=n(88678);let Qe=/<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|<(?<closing>\/?)(?<tag>[^\s/><!?]+)(?<rest>[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*)>/y,$e=/\s*([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y,et=/<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>/g,tt={lt:`<`,gt:`>`,amp:`&`,quot:`"`,apos:`'`},nt={own:new Map([[`xml`,`xml`]])};function parseXml(e){if(e.includes(`<!DOCTYPE`)||e.includes(`<!ENTITY`))return;let t=[],n;for(let r=e.indexOf(`<`);r>=0;r=e.indexOf(`<`,r)){let i=matchAt(Qe,e,r);if(i===null)return;r=i.index+i[0].length;let{tag:a,closing:o,rest:s=``}=i.groups??{};if(a===void 0)continue;let c=r,l=t.at(-1);if(o===`/`){if(l?.tag!==a)return;t.pop(),l.element.close=i.index,l.element.end=c;continue}if(t.length===100||l===void 0&&n!==void 0)return;let u=s.endsWith(`/`),d=readAttributes(s,i.index+1+a.length,l?.scope);if(d===void 0)return;let{attributes:f,scope:p}=d,[m]=splitName(a),h={name:resolve(a,p,!0),attributes:f,children:[],prefix:m===``?``:`${m}:`,start:i.index,open:c,close:c,end:c};l===void 0?n=h:l.element.children.push(h),u||t.push({element:h,tag:a,scope:p})}return t.length===0?n:void 0}function matchAt(e,t,n){return e.lastIndex=n,e.exec(t)}function readAttributes(e,t,n=nt){let r=[],i=0;for(let n=matchAt($e,e,i);n!==null;n=matchAt($e,e,i))i=n.index+n[0].length,r.push({written:n[1]??``,value:decode(n[2]??n[3]??``),start:t+n.index,end:t+i});if(![``,`/`].includes(e.slice(i).trim()))return;let a=r.filter(({written:e})=>/^xmlns(?::|$)/.test(e)),o=a.length===0?n:{own:new Map(a.map(({written:e,value:t})=>[e.slice(6),t])),outer:n};return{attributes:r.map(({written:e,...t})=>({...t,name:resolve(e,o,!1)})),scope:o}}function splitName(e){let t=e.indexOf(`:`);return t<0?[``,e]:[e.slice(0,t),e.slice(t+1)]}function resolve(e,t,n){let[r,i]=splitName(e);if(r===`xmlns`||r===``&&!n)return e;let a=findNamespace(t,r);return a===void 0?e:`${a} ${i}`}function findNamespace(e,t){for(let n=e;n!==void 0;n=n.outer){let e=n.own.get(t);if(e!==void 0)return e}}function textOfElement(e,t){let n=``,r=t.open;for(let i of t.children)n+=e.slice(r,i.start),r=i.end;n+=e.slice(r,t.close);let i=``,a=0;for(let e of n.matchAll(et))i+=decode(n.slice(a,e.index))+(e[1]??``),a=e.index+e[0].length;return i+decode(n.slice(a))}function decode(e){return e.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,(e,t,n,r)=>{if(typeof r==`string`)return tt[r]??e;let i=typeof t==`string`?Number.parseInt(t,16):Number(n);return i<=1114111?String.fromCodePoint(i):e})}function parsePacket(e){let t=e.length;for(;e.charCodeAt(t-1)===0;)--t;let n=parseXml(e.slice(0,t));if(n===void 0)return;let isRdf=({name:e})=>e===`${Z.NS.rdf} RDF`,r=isRdf(n)?n:n.children.find(isRdf);return r===void 0?void 0:{text:e,root:n,rdf:r,descriptions:r.children.filter(({name:e})=>e===`${Z.NS.rdf} Description`)}}function readProperty({text:e,descriptions:t},n,r){let i=`${n} ${r}`;for(let{attributes:n,children:r}of t){let t=n.find(e=>e.name===i);if(t!==void 0)return t.value;let a=r.find(e=>e.name===i);if(a!==void 0)return a.attributes.find(e=>e.name===`${Z.NS.rdf} resource`)?.value??deepText(e,a).trim()}}function deepText(e,t){let n=textOfElement(e,t);if(n.trim()!==``)return n;for(let n of t.children){let t=deepText(e,n);if(t.trim()!==``)return t}return``}function addProperties(e,t){let n=t.filter(({namespace:t,local:n})=>readProperty(e,t,n)===void 0),{text:r,rdf:i,descriptions:a}=e;if(n.length===0)return r;let o=a.flatMap(({attributes:e})=>e).find(({name:e})=>e===`${Z.NS.rdf} about`)?.value;return addDescriptions(e,renderDescription(n,i.prefix,o??``))}function joinPackets(e,{text:t,root:n,rdf:r}){let i=new Map;for(let{attributes:e}of n===r?[r]:[n,r])for(let{name:n,start:r,end:a}of e)/^xmlns(?::|$)/.test(n)&&i.set(n,` ${t.slice(r,a).trim()}`);let a=[...i];return r.children.length*a.reduce((e,[,{length:t}])=>e+t,0)>1e6?e.text:addDescriptions(e,r.children.map(({start:e,end:n,attributes:r})=>{let i=new Set(r.map(({name:e})=>e)),[o=``]=/^<[^\s/>]+/.exec(t.slice(e,n))??[];return`${o}${a.flatMap(([e,t])=>i.has(e)?[]:[t]).join(``)}${t.slice(e+o.length,n)}`}).join(``))}function addDescriptions({text:e,rdf:t},n){if(t.end>t.open)return`${e.slice(0,t.close)}${n}${e.slice(t.close)}`;let r=e.slice(t.start,t.end).replace(/\/>$/,`>`);return`${e.slice(0,t.start)}${r}${n}</${t.prefix}RDF>${e.slice(t.end)}`}function createPacket(e){return[`<?xpacket begin="﻿" id="W5M0MpCehiHzreSzNTczkc9d"?>`,`<x:xmpmeta xmlns:x="${Z.NS.meta}">`,`<rdf:RDF xmlns:rdf="${Z.NS.rdf}">${renderDescription(e,`rdf:`,``)}</rdf:RDF>`,`</x:xmpmeta>`,`<?xpacket end="w"?>`].join(`
`)}function renderDescription(e,t,n){let r=[...new Map(e.map(({prefix:e,namespace:t})=>[e,t]))].map(([e,t])=>` xmlns:${e}="${t}"`),i=e.map(({prefix:e,local:t,value:n})=>`<${e}:${t}>${escapeXml(n)}</${e}:${t}>`),a=t===``?`r:`:t;return`<${a}Description${t===``?` xmlns:r="${Z.NS.rdf}"`:``} ${a}about="${escapeXml(n)}"${r.join(``)}>${i.join(``)}</${a}Description>`}function escapeXml(e){return(0,S.Z)(e.toWellFormed().replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g,``))}let rt=[`http://ns.adobe.com/tiff/1.0/`,`http://ns.adobe.com/exif/1.0/`,`http://cipa.jp/exif/1.0/`,`http://cipa.jp/exif/2.32/`,`http://ns.adobe.com/exif/1.0/aux/`,`http://ns.adobe.com/hdr-gain-map/1.0/`,`http://ns.apple.com/HDRGainMap/1.0/`,`http://ns.apple.com/pixeldatainfo/1.0/`,`http://ns.google.com/photos/1.0/container/`,`http://ns.google.com/photos/1.0/container/item/`,`http://ns.google.com/photos/1.0/camera/`,`http://ns.google.com/photos/dd/1.0/device/`,`http://ns.google.com/photos/1.0/depthmap/`,`http://ns.google.com/photos/1.0/image/`,Z.NS.note],it=[`${Z.NS.dcterms} provenance`,`${Z.NS.xmp} Thumbnails`],ot=/gps|latitude|longitude|altitude|serialnumber/i;function dropStale(e){let t=parsePacket(e);if(t===void 0)return;let n=``,r=0;for(let{start:i,end:a}of staleOf(t.rdf).toSorted((e,t)=>e.start-t.start))n+=e.slice(r,i),r=a;return n+e.slice(r)}function staleOf({attributes:e,children:t}){return[...e.filter(({name:e})=>isStale(e)),...t.flatMap(e=>isStale(e.name)?[e]:staleOf(e))]}function isStale(e){if(e.startsWith(`xmlns:`))return!1;let t=e.lastIndexOf(` `);return rt.includes(e.slice(0,Math.max(0,t)))||it.includes(e)||ot.test(e.slice(t+1))}var st=n(38522);let Q=Buffer.from(`PNG\r

`,`latin1`);function listPngParts(e){return listParts(walkPngParts(e.length),e)}function*walkPngParts(e){if(!(yield{at:0,length:Q.length}).equals(Q))return;let t=[];for(let n=Q.length;n+12<=e;){let r=yield{at:n,length:8};if(r.length<8)return;let i=n+12+r.readUInt32BE();if(i>e)return;let a=r.toString(`latin1`,4);if(t.push({name:a,start:n,end:i,dataStart:n+8,dataEnd:i-4}),a===`IEND`)return t;n=i}}function pngPart(e,t){let n=Buffer.concat([Buffer.from(e,`latin1`),t]),[r,i]=[Buffer.alloc(4),Buffer.alloc(4)];return r.writeUInt32BE(t.length),i.writeUInt32BE((0,st.crc32)(n)),Buffer.concat([r,n,i])}function keywordOf({name:e,data:t}){if(e!==`tEXt`&&e!==`zTXt`&&e!==`iTXt`)return;let n=t.indexOf(0);return n<0?void 0:t.toString(`latin1`,0,n)}function textOf(e){return textBytesOf(e)?.toString(e.name===`iTXt`?`utf8`:`latin1`)}function textBytesOf(e){let t=keywordOf(e);if(t===void 0)return;let n=e.data.subarray(t.length+1);if(e.name===`tEXt`)return n;if(e.name===`zTXt`)return n[0]===0?inflate(n.subarray(1)):void 0;let r=n.indexOf(0,2),i=r<0?-1:n.indexOf(0,r+1);if(i<0)return;let a=n.subarray(i+1);return n[0]===0?a:inflate(a)}function internationalText(e,t){return Buffer.from(`${e}\0\0\0\0\0${t}`)}function inflate(e){try{return(0,st.inflateSync)(e,{maxOutputLength:4194304})}catch{return}}function listWebpParts(e){return listParts(walkWebpParts(e.length),e)}function*walkWebpParts(e){let t=yield{at:0,length:12};if(t.length<12||t.toString(`latin1`,0,4)!==`RIFF`||t.toString(`latin1`,8)!==`WEBP`)return;let n=8+t.readUInt32LE(4);if(n>e)return;let r=[];for(let e=12;e+8<=n;){let t=yield{at:e,length:8};if(t.length<8)return;let i=t.readUInt32LE(4),a=e+8+i;if(a>n)return;let o=Math.min(a+i%2,n);r.push({name:t.toString(`latin1`,0,4),start:e,end:o,dataStart:e+8,dataEnd:a}),e=o}return r}function webpPart(e,t){let n=Buffer.from(`${e}\0\0\0\0`,`latin1`);return n.writeUInt32LE(t.length,4),Buffer.concat([n,t,Buffer.alloc(t.length%2)])}function webpFile(e){let t=Buffer.concat([Buffer.from(`WEBP`,`latin1`),...e]),n=Buffer.from(`RIFF\0\0\0\0`,`latin1`);return n.writeUInt32LE(t.length,4),Buffer.concat([n,t])}let ct=/\{\s*"AIGC"\s*:\s*\{[^{}]*\}\s*\}/;function findLabel(e,t){if(t===`image/jpeg`)return inExif(readJpegExif(e));if(t===`image/webp`)return inExif(listWebpParts(e)?.find(({name:e})=>e===`EXIF`)?.data);if(t!==`image/png`)return;let n=listPngParts(e)??[],r=n.find(e=>keywordOf(e)===`AIGC`);return r===void 0?inExif(n.find(({name:e})=>e===`eXIf`)?.data):textOf(r)}function inExif(e){if(e===void 0)return;let t=e.toString(`utf8`).replaceAll(`\0`,``);return ct.exec(t)?.[0]}var lt=n(4573);let ut=`XML:com.adobe.xmp`;function readPngXmp(e){let t=listPngParts(e)?.find(e=>keywordOf(e)===ut);if(t!==void 0)return textBytesOf(t)??Buffer.alloc(0)}function writePngXmp(e,t){let n=listPngParts(e),r=n?.[0];if(n===void 0||r?.name!==`IHDR`)return{ok:!1,error:`the chunks of the PNG cannot be followed`};let i=pngPart(`iTXt`,internationalText(ut,t.toString(`utf8`))),a=n.slice(1).filter(e=>keywordOf(e)!==ut),o=n.at(-1)?.end??e.length;return{ok:!0,value:Buffer.concat([e.subarray(0,r.end),i,...a.map(t=>e.subarray(t.start,t.end)),e.subarray(o)])}}function readWebpXmp(e){return listWebpParts(e)?.find(({name:e})=>e===`XMP `)?.data}function writeWebpXmp(e,t){let[n,...r]=listWebpParts(e)??[],i=n===void 0?void 0:extendedHeader(n);if(n===void 0||i===void 0)return{ok:!1,error:`the chunks of the WebP cannot be followed`};let a=(n.name===`VP8X`?r:[n,...r]).filter(({name:e})=>e!==`XMP `).map(({name:e,data:t})=>webpPart(e,t));return{ok:!0,value:webpFile([webpPart(`VP8X`,i),...a,webpPart(`XMP `,t)])}}function extendedHeader({name:e,data:t}){if(e===`VP8X`){if(t.length<10)return;let e=Buffer.from(t);return e[0]=(e[0]??0)|4,e}let n=Buffer.alloc(10);if(e===`VP8 `&&t.length>=10)return n[0]=4,writeCanvas(n,t.readUInt16LE(6)&16383,t.readUInt16LE(8)&16383),n;if(e===`VP8L`&&t.length>=5){let e=t.readUInt32LE(1);return n[0]=4|((e>>>28&1)==1?16:0),writeCanvas(n,(e&16383)+1,(e>>>14&16383)+1),n}}function writeCanvas(e,t,n){e.writeUIntLE(t-1,4,3),e.writeUIntLE(n-1,7,3)}let dt={"image/jpeg":readJpegXmp,"image/png":readPngXmp,"image/webp":readWebpXmp},ft={"image/jpeg":writeJpegXmp,"image/png":writePngXmp,"image/webp":writeWebpXmp};function readXmp(e,t){let n=dt[t](e);if(n!==void 0)return(0,lt.isUtf8)(n)?n.toString(`utf8`):``}function writeXmp(e,t,n){return ft[t](e,Buffer.from(n))}let $=Buffer.from(`\vXMP DataXMP`,`latin1`);function listGifParts(e){return listParts(walkGifParts(),e)}function*walkGifParts(){let e=yield{at:0,length:13};if(e.length<13||!/^GIF8[79]a/.test(e.toString(`latin1`,0,6)))return;let t=[];for(let n=13+colorBytes(e.readUInt8(10));;){let e=yield{at:n,length:10},[r,i=0]=e;if(r===59)return t;let a=n;if(r===44&&e.length===10)n+=11+colorBytes(e.readUInt8(9));else if(r===33)n+=2;else return;let o=n,s=yield*endOfBlocks(n);if(s===void 0)return;n=s,r===33&&t.push({name:i.toString(16),start:a,end:n,dataStart:o,dataEnd:n})}}function*endOfBlocks(e){let t=e,n=Buffer.alloc(0);for(;;){e>=t+n.length&&(n=yield{at:e,length:4096},t=e);let r=n[e-t];if(r===void 0)return;if(e+=1+r,r===0)return e}}function colorBytes(e){return e&128?3*2**((e&7)+1):0}function readGifXmp(e){let isXmp=({name:e,data:t})=>e===`ff`&&t.subarray(0,$.length).equals($),t=listGifParts(e)?.find(isXmp)?.data;if(t!==void 0)return t.subarray($.length,Math.max($.length,t.length-258))}function isTagged(e){return e===`image/jpeg`||e===`image/png`||e===`image/webp`}function readWholeXmp(e,t){if(t===`image/gif`){let t=readGifXmp(e);return t&&((0,lt.isUtf8)(t)?t.toString(`utf8`):``)}let n=isTagged(t)?readXmp(e,t):void 0;return n===void 0||t!==`image/jpeg`?n:withExtension(e,n)}function withExtension(e,t){let n=parsePacket(t),r=n&&readProperty(n,Z.NS.note,`HasExtendedXMP`);if(n===void 0||r===void 0)return t;let i=readExtendedXmp(e,r),a=i&&(0,lt.isUtf8)(i)?parsePacket(i.toString(`utf8`)):void 0;return a===void 0?t:joinPackets(n,a)}function renditionPacket(e,t,n,r){let i=readWholeXmp(e,t),a=i===void 0?void 0:dropStale(i),o=a===void 0?void 0:parsePacket(a),s=(o&&readProperty(o,Z.NS.aigc,`AIGC`))??findLabel(e,t),c=s===void 0?[]:[{prefix:`TC260`,namespace:Z.NS.aigc,local:`AIGC`,value:s}],l=[...n,...c],u=[l,n].filter(({length:e})=>e>0).map(createPacket);return(o===void 0?u:[addProperties(o,l),...u]).find(e=>r!==`image/jpeg`||Buffer.byteLength(e)<=Ze)}var pt=n(51785),mt=n(98995),ht=n(78877);function loadEngine(e){let t=f.join(e,`index.cjs`),n=(0,mt.createRequire)(t);(0,ht.setFlagsFromString)(`--wasm-tiering-budget=1000000000`);let r=openEngine(()=>n(t));r.cache(!1),r.concurrency(1);let scaled=({path:e,type:t},{width:n,height:i,set:a})=>{let o=r(e),s=t===`image/webp`?o:o.autoOrient(),c=a.background??{r:255,g:255,b:255,alpha:0},l=a.crop?.fit??`fill`;return s.resize({width:n,height:i,fit:l,background:c}).toColourspace(`srgb`)};return{encode:async(e,t)=>{let{format:n,set:r,packet:i}=t,a=scaled(e,t).withIccProfile(`srgb`);return(n===`jpeg`||r.background!==void 0)&&(a=a.flatten({background:r.background??`#ffffff`})),i!==void 0&&(a=a.withXmp(i)),await encode(a,t).toBuffer()},preview:async(e,{width:t,height:n,set:i})=>{let at=e=>({width:e,height:Math.max(1,Math.round(n*e/t)),set:i}),a=`data:image/webp;base64,${(await scaled(e,at(16)).webp({quality:40}).toBuffer()).toString(`base64`)}`,o=scaled(e,at(64)),{data:s,info:c}=await(i.background===void 0?o:o.flatten({background:i.background})).raw().toBuffer({resolveWithObject:!0}),{width:l,height:u,channels:d}=c,{dominant:f,isOpaque:p}=await r(s,{raw:{width:l,height:u,channels:d}}).stats();return p?{color:`#${[f.r,f.g,f.b].map(e=>e.toString(16).padStart(2,`0`)).join(``)}`,placeholder:a}:{placeholder:a}}}}function openEngine(e){try{return e()}catch(e){let[t]=(0,p.U)(e).split(`
`);throw Error(`the engine cannot be loaded (${t??``})`,{cause:e})}}function encode(e,{format:t,quality:n}){switch(t){case`avif`:return e.avif({quality:n});case`webp`:return e.webp({quality:n});case`jpeg`:return e.jpeg({quality:n});case`png`:return e.png({compressionLevel:9})}}function listBmffBoxes(e){return listParts(walkBmffBoxes(e.length),e)??[]}function*walkBmffBoxes(e){let t=[];for(let n=0;n+8<=e;){let r=yield{at:n,length:16};if(r.length<8)break;let[i,a]=[r.readUInt32BE(),8];i===1?[i,a]=[r.length<16?0:Number(r.readBigUInt64BE(8)),16]:i===0&&(i=e-n);let o=n+i;if(i<a||o>e)break;let s=r.toString(`latin1`,4,8);t.push({name:s,start:n,end:o,dataStart:n+a,dataEnd:o}),n=o}return t}let gt=Buffer.alloc(0),_t=Buffer.concat([Buffer.from(`GIF89a`),Buffer.alloc(7)]),vt=Buffer.of(59),yt={walk:walkBmffBoxes,isKept:e=>e!==`mdat`,join:e=>Buffer.concat(e)},bt={"image/jpeg":{walk:walkJpegParts,isKept:e=>/^(?:e.|da)$/.test(e),join:e=>Buffer.concat([Buffer.of(255,216),...e])},"image/png":{walk:walkPngParts,isKept:e=>![`IDAT`,`fdAT`].includes(e),join:e=>Buffer.concat([Q,...e])},"image/webp":{walk:walkWebpParts,isKept:e=>![`VP8 `,`VP8L`,`ALPH`,`ANMF`].includes(e),join:webpFile},"image/gif":{walk:walkGifParts,isKept:e=>e===`ff`,join:e=>Buffer.concat([_t,...e,vt])},"image/avif":yt,"image/heic":yt};async function readWithoutPixels(e,t,n){let r=bt[n];if(r===void 0)return gt;let i=await findParts(r.walk(t),e);if(i===void 0)return gt;let a=[];for(let{start:t,end:n}of i.filter(({name:e})=>r.isKept(e)))a.push(Buffer.from(await e(t,n-t)));return r.join(a)}var xt=n(42621);function readThrough(e,t){let n=0,r=t.subarray(0,0);return async(i,a)=>a>t.length?await(0,xt.Y)(e,Buffer.allocUnsafeSlow(a),i):((i<n||i+a>n+r.length)&&(r=await(0,xt.Y)(e,t,i),n=i),r.subarray(i-n,i-n+a))}var __addDisposableResource=function(e,t,n){if(t!=null){if(typeof t!=`object`&&typeof t!=`function`)throw TypeError(`Object expected.`);var dispose,r;if(n){if(!Symbol.asyncDispose)throw TypeError(`Symbol.asyncDispose is not defined.`);dispose=t[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw TypeError(`Symbol.dispose is not defined.`);dispose=t[Symbol.dispose],n&&(r=dispose)}if(typeof dispose!=`function`)throw TypeError(`Object not disposable.`);r&&(dispose=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}),e.stack.push({value:t,dispose,async:n})}else n&&e.stack.push({async:!0});return t},St=(function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,`An error was suppressed during disposal.`):n,t.hasError=!0}var n,r=0;function next(){for(;n=t.stack.pop();)try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next);if(n.dispose){var e=n.dispose.call(n.value);if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){return fail(e),next()})}else r|=1}catch(e){fail(e)}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve();if(t.hasError)throw t.error}return next()}})(typeof SuppressedError==`function`?SuppressedError:function(e,t,n){var r=Error(n);return r.name=`SuppressedError`,r.error=e,r.suppressed=t,r});function createLookInto(){let e=Buffer.allocUnsafeSlow(65536);return async(t,n)=>{let r={stack:[],error:void 0,hasError:!1};try{let i=__addDisposableResource(r,await(0,d.open)(t),!0),{size:a}=await i.stat();return await readWithoutPixels(readThrough(i,e),a,n)}catch(e){r.error=e,r.hasError=!0}finally{let e=St(r);e&&await e}}}var Ct=n(22775);let wt={avif:60,webp:80,jpeg:80,png:100};async function makeFile(e,t,{set:n,original:r},{width:i,height:a,type:o,path:s},c){let l=n.formats.find(e=>Ct._K[e]===o)??`png`,encode=async s=>{let u=c!==void 0&&!isTagged(o)&&{packet:c},d=await e.encode({path:t,type:r.type},{width:i,height:a,format:l,quality:s,set:n,...u});if(c===void 0||!isTagged(o))return d;let f=writeXmp(d,o,c);if(!f.ok)throw Error(f.error);return f.value},u=n.quality??wt[l],d=await encode(u),{maxBytes:f}=n;if(f===void 0||d.length<=f)return{bytes:d};let tooLarge=e=>({bytes:e,warning:`\`${s}\` has ${(0,j.z3)(e.length)}, more than its \`max-bytes\` (${(0,j.z3)(f)}): choose a smaller width or another format`});if(l===`png`)return tooLarge(d);let[p,m]=[Math.min(30,u),u],h=await encode(p);if(h.length>f)return tooLarge(h);for(;m-p>2;){let e=Math.floor((p+m)/2),t=await encode(e);t.length>f?m=e:[p,h]=[e,t]}return{bytes:h}}async function makeRenditions(e,t,n,r){let i=[],a=new Map,o=[],[s,c]=[createLookInto(),(0,pt.Y)()],l;for(let{wanted:u,make:d,copy:f,preview:m={}}of e){let{set:e,original:h,settings:g,key:_,mark:v}=u,warn=e=>{o.push({original:h.path,text:e})},y=f.map(({to:e})=>e),b=m,x=d.length===0?void 0:n(h.sha256);if(d.length>0&&x===void 0&&warn(`its renditions are not made: the picture is not here`),x!==void 0){let n=new Set,note=e=>{n.add(r.signal.aborted?`there was no more time for it; the next run makes them`:(0,p.U)(e))};try{l??=loadEngine(r.engineFolder);let[n]=d;n!==void 0&&(b=await l.preview({path:x,type:h.type},{...n,set:e}));let i=await s(x,h.type);for(let e of d){r.signal.throwIfAborted();let n=r.clock.monotonicMs(),o=renditionPacket(i,h.type,v,e.type);try{let{bytes:i,warning:s}=await makeFile(l,x,u,e,o);s!==void 0&&warn(s),a.set(e.path,await write(t,e.path,i));let d=(0,N.createHash)(`sha256`).update(i).digest(`hex`);y.push({...e,sha256:d,bytes:i.length}),c(i.length),r.log.info(`${e.path}  ${(0,j.z3)(i.length)}, made in ${(0,A.a3)(r.clock.monotonicMs()-n)}`)}catch(e){note(e)}}}catch(e){note(e)}for(let t of n)warn(`its renditions ${e.name===``?``:`\`${e.name}\` `}are not all made: ${t}`)}y.length>0&&i.push({original:h.sha256,key:_,set:e.name,settings:g,files:y,...b})}return{sets:i,onDisk:a,warnings:o}}async function write(e,t,n){let r=f.join(e,...t.split(`/`));return await(0,d.mkdir)(f.dirname(r),{recursive:!0}),await(0,d.writeFile)(r,n),r}var Tt=n(88968);let Et=Buffer.from(`6332706100110010800000aa00389b71`,`hex`),Dt=Buffer.from(`d8fec3d61b0e483c92975828877ec481`,`hex`),Ot=[`image/avif`,`image/heic`,`video/mp4`,`video/quicktime`];function findManifest(e,t){return t===`image/jpeg`?findInJpeg(listJpegParts(e)??[]):t===`image/png`?listPngParts(e)?.find(({name:e})=>e===`caBX`)?.data:t===`image/webp`?listWebpParts(e)?.find(({name:e})=>e===`C2PA`)?.data:Ot.includes(t)?findInBmff(e):void 0}function findInJpeg(e){let t=e.filter(({name:e,data:t})=>e===`eb`&&t.length>=16&&t.toString(`latin1`,0,2)===`JP`),n=Map.groupBy(t,({data:e})=>e.readUInt16BE(2));for(let e of n.values()){let t=e.toSorted((e,t)=>e.data.readUInt32BE(4)-t.data.readUInt32BE(4)).map(({data:e},t)=>{let n=e.readUInt32BE(8)===1;return e.subarray(t===0?8:n?24:16)}),n=Buffer.concat(t);if(n.includes(Et))return n}}function findInBmff(e){let t=listBmffBoxes(e).find(({name:e,data:t})=>e===`uuid`&&t.subarray(0,16).equals(Dt));if(t===void 0)return;let n=t.data.indexOf(0,20);return n<0?Buffer.alloc(0):t.data.subarray(n+9)}function markPicture(e,t,n){if(!isTagged(t))return refuse(`${D.hR[t].described} cannot be marked`);if(findManifest(e,t)!==void 0)return refuse(`it is signed (C2PA), and any change would make the signature invalid`);let r=readXmp(e,t);if(r===void 0)return writeXmp(e,t,createPacket(n));let i=parsePacket(r);if(i===void 0)return refuse(`its XMP cannot be read`);let a=parsePacket(readWholeXmp(e,t)??``)??i;if(readProperty(a,Z.NS.dcterms,`provenance`)!==void 0)return refuse(`it is signed (C2PA, with a manifest that is not in the file), and any change would make the signature invalid`);let o=addProperties(i,n.filter(({namespace:e,local:t})=>readProperty(a,e,t)===void 0));return o===r?{ok:!0,value:e}:writeXmp(e,t,o)}function refuse(e){return{ok:!1,error:e}}function decodeCbor(e){try{return new Decoder(e).read(0)}catch(e){if(e instanceof RangeError)return;throw e}}class Decoder{#e=0;#t=0;#n;constructor(e){this.#n=e}read(e){if(this.#t+=1,e>40||this.#t>1e5)throw RangeError(`too much`);let t=this.#r(1)[0]??0,[n,r]=[t>>5,t&31];switch(n){case 0:return this.#i(r);case 1:{let e=this.#i(r);return typeof e==`bigint`?-1n-e:-1-e}case 2:return this.#o(r,e);case 3:return this.#o(r,e).toString(`utf8`);case 4:return this.#s(r,e);case 5:return this.#c(r,e);case 6:return this.#i(r),this.read(e+1);default:return this.#l(r)}}#r(e){let t=this.#e+e;if(t>this.#n.length)throw RangeError(`cut off`);let n=this.#n.subarray(this.#e,t);return this.#e=t,n}#i(e){if(e<24)return e;if(e>27)throw RangeError(`malformed`);let t=this.#r(2**(e-24));if(e<27)return t.readUIntBE(0,t.length);let n=t.readBigUInt64BE(0);return n<=BigInt(2**53-1)?Number(n):n}#a(){return this.#n[this.#e]===255&&(this.#e+=1,!0)}#o(e,t){if(e!==31)return this.#r(Number(this.#i(e)));let n=[];for(;!this.#a();){let e=this.read(t+1);n.push(Buffer.isBuffer(e)?e:Buffer.from(typeof e==`string`?e:``))}return Buffer.concat(n)}#s(e,t){let n=[],r=e===31?1/0:Number(this.#i(e));for(;n.length<r&&!(r===1/0&&this.#a());)n.push(this.read(t+1));return n}#c(e,t){let n=[],r=e===31?1/0:Number(this.#i(e));for(;n.length<r&&!(r===1/0&&this.#a());){let e=this.read(t+1);n.push([typeof e==`object`?``:String(e),this.read(t+1)])}return Object.fromEntries(n)}#l(e){if(e===20||e===21)return e===21;if(e===25&&this.#r(2),e===26)return this.#r(4).readFloatBE(0);if(e===27)return this.#r(8).readDoubleBE(0);if(e===31)throw RangeError(`malformed`);return e===24&&this.#r(1),null}}function describeManifest(e){let[t]=listSuperboxes(e),n=t?.inner.at(-1);if(n===void 0)return`a manifest that cannot be read`;let find=e=>n.inner.find(t=>e.test(t.label)),r=readSigner(find(/^c2pa\.signature/)),i=readGenerator(find(/^c2pa\.claim/)),a=(find(/^c2pa\.assertions/)?.inner??[]).filter(({label:e})=>e.startsWith(`c2pa.actions`)).flatMap(e=>listSourceTypes(contentOf(e))),o=[...r===void 0?[]:[`signed by ${r}`],...i===void 0?[]:[`claim of ${i}`],...[...new Set(a)].map(e=>`source type ${e}`)];return o.length===0?`a manifest that says nothing of its origin`:o.join(`, `)}function listSuperboxes(e,t=0){return t>6?[]:listBmffBoxes(e).flatMap(({name:e,data:n})=>{if(e!==`jumb`)return[];let r=listBmffBoxes(n),[i]=r;if(i?.name!==`jumd`)return[];let a=r.filter(e=>e.name===`cbor`).map(e=>e.data);return[{label:readLabel(i.data),content:a,inner:listSuperboxes(n,t+1)}]})}function readLabel(e){let t=e.indexOf(0,17);return e.toString(`utf8`,17,t<0?e.length:t)}function contentOf(e){let[t]=e?.content??[];return t===void 0?void 0:decodeCbor(t)}function readGenerator(e){let t=contentOf(e),n=member(t,`claim_generator`);if(typeof n==`string`&&n.trim()!==``)return(0,q.ml)(n,120);let r=member(t,`claim_generator_info`),i=Array.isArray(r)?r[0]:r,a=[member(i,`name`),member(i,`version`)].filter(e=>typeof e==`string`);return a.length===0?void 0:(0,q.ml)(a.join(`/`),120)}function readSigner(e){let t=contentOf(e);if(!Array.isArray(t))return;let[n,r]=t,i=[Buffer.isBuffer(n)?decodeCbor(n):void 0,r].flatMap(e=>[member(e,`33`),member(e,`x5chain`)]).find(e=>e!==void 0),a=isList(i)?i[0]:i;if(Buffer.isBuffer(a))try{let{subject:e}=new N.X509Certificate(a),t=new Map(e.split(`
`).map(e=>splitOnce(e))),n=t.get(`O`)??t.get(`CN`);return n===void 0?void 0:(0,q.ml)(n,120)}catch{return}}function splitOnce(e){let t=e.indexOf(`=`);return[e.slice(0,t),e.slice(t+1)]}function listSourceTypes(e){let t=member(e,`actions`);return isList(t)?t.flatMap(e=>{let t=member(e,`digitalSourceType`);return typeof t==`string`?[(0,q.ml)(t,120)]:[]}):[]}function isList(e){return Array.isArray(e)}function member(e,t){if(!(typeof e!=`object`||!e||Array.isArray(e)||Buffer.isBuffer(e)))return e[t]}function readCarried(e,t){let n=readWholeXmp(e,t),r=n===void 0?void 0:parsePacket(n),i=r&&readProperty(r,Z.NS.iptc,`DigitalSourceType`),a=(r&&readProperty(r,Z.NS.aigc,`AIGC`))??findLabel(e,t),o=describeC2pa(e,t,r&&readProperty(r,Z.NS.dcterms,`provenance`)),s={...hasWords(i)&&{mark:(0,q.ml)(i,500)},...hasWords(a)&&{label:(0,q.ml)(a,500)},...o!==void 0&&{c2pa:(0,q.ml)(o,500)}};return Object.keys(s).length===0?void 0:s}function describeC2pa(e,t,n){let r=findManifest(e,t);return r===void 0?hasWords(n)?`a manifest at ${n}`:void 0:describeManifest(r)}function hasWords(e){return e!==void 0&&(0,q.ml)(e,1)!==``}var kt=n(89363);async function markOriginals(e){let t=[],n={lookInto:createLookInto(),sweep:(0,pt.Y)()};for(let r of e){if(r.state!==`succeeded`){t.push(r);continue}let e=[...r.warnings],i=[];for(let t of r.files)try{i.push(await lookAt(t,r,e,n))}catch(n){e.push(`\`${t.path}\` was not looked into: ${(0,p.U)(n)}.`),i.push(t)}t.push({...r,files:i,warnings:e})}return t}async function lookAt(e,{edit:t},n,{lookInto:r,sweep:i}){let{absolutePath:a,type:o}=e;if(!o.startsWith(`image/`)||e.bytes>104857600)return e;let s=t.pictures;if(s?.mark!==`all`)return withCarried(e,await r(a,o));let c=await(0,d.readFile)(a),l=markPicture(c,o,(0,kt.F)(s,(0,Tt.v)(t)));l.ok||n.push(`\`${e.path}\` is not marked: ${l.error}.`);let u=l.ok?l.value:c;i(c.length+u.length);let f=withCarried(e,u);if(u.equals(c))return f;let p=`${a}.marked`;return await(0,d.writeFile)(p,u),await(0,d.rename)(p,a),{...f,bytes:u.length,sha256:(0,N.createHash)(`sha256`).update(u).digest(`hex`)}}function withCarried(e,t){let n=readCarried(t,e.type);return{...e,...n!==void 0&&{carries:n}}}function listShown(e,t){let{state:n,edit:r,files:i}=e,{action:a}=r;return r.take?.isKept===!1?[]:n===`succeeded`?i.map(t=>({outcome:e,file:t,absolutePath:t.absolutePath})):n===`adopted`&&a.kind===`adopt`?a.files.flatMap(n=>{let r=t.get(n.sha256);return r===void 0?[]:[{outcome:e,file:n,absolutePath:r}]}):n!==`unchanged`||a.kind!==`unchanged`||a.on!==void 0?[]:a.files.map((t,n)=>{let r=a.entry.files[n]?.path;return{outcome:e,file:t,...r!==void 0&&{from:r}}})}var prepare_pictures_addDisposableResource=function(e,t,n){if(t!=null){if(typeof t!=`object`&&typeof t!=`function`)throw TypeError(`Object expected.`);var dispose,r;if(n){if(!Symbol.asyncDispose)throw TypeError(`Symbol.asyncDispose is not defined.`);dispose=t[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw TypeError(`Symbol.dispose is not defined.`);dispose=t[Symbol.dispose],n&&(r=dispose)}if(typeof dispose!=`function`)throw TypeError(`Object not disposable.`);r&&(dispose=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}),e.stack.push({value:t,dispose,async:n})}else n&&e.stack.push({async:!0});return t},At=(function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,`An error was suppressed during disposal.`):n,t.hasError=!0}var n,r=0;function next(){for(;n=t.stack.pop();)try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next);if(n.dispose){var e=n.dispose.call(n.value);if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){return fail(e),next()})}else r|=1}catch(e){fail(e)}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve();if(t.hasError)throw t.error}return next()}})(typeof SuppressedError==`function`?SuppressedError:function(e,t,n){var r=Error(n);return r.name=`SuppressedError`,r.error=e,r.suppressed=t,r});async function preparePictures(e,t,n){let r={...e,edits:await markOriginals(e.edits)};try{let e={stack:[],error:void 0,hasError:!1};try{let{signal:i}=prepare_pictures_addDisposableResource(e,(0,o.d)(n.clock,9e5,`the renditions`,n.stop),!1),{branch:a}=t,s=r.edits.flatMap(e=>listShown(e,t.copies)),c=findWork(s,a),l=await make(c,s,t,n,i),u=[...c.blocked.map(describeBlocked),...l.warnings],d=describeChange(c,l,t,s);return{run:{...r,edits:r.edits.map(e=>withWarnings(e,s,u))},...d!==void 0&&{renditions:d},files:[...l.onDisk.values()],made:(0,b.WD)({},{set:l.sets,stale:[],own:[],prune:!1},entriesOf(s))}}catch(t){e.error=t,e.hasError=!0}finally{At(e)}}catch(e){let t=(0,F.R)(`its renditions were not made: ${(0,p.U)(e)}`),n=r.edits.map(e=>(e.edit.pictures?.renditions.length??0)===0?e:{...e,warnings:[...e.warnings,t]});return{run:{...r,edits:n},files:[],made:{}}}}function findWork(e,t){let n=[...Map.groupBy(e,({outcome:e})=>e)].map(([{edit:e},t])=>({id:e.id,...(0,Tt.v)(e),settings:e.pictures,shown:t.map(({file:e})=>e)}));return(0,qe.bS)(n,t?.recorded)}async function make({sets:e},t,{folder:n,branch:r},i,a){if(e.length===0)return{sets:[],onDisk:new Map,warnings:[]};let o=new Set(e.flatMap(e=>e.make.length>0?[e.wanted.original.sha256]:[])),c=new Map(t.flatMap(({file:e,absolutePath:t})=>t===void 0?[]:[[e.sha256,t]])),l=t.filter(({file:e})=>o.has(e.sha256)&&!c.has(e.sha256)),u=await(0,d.mkdtemp)(f.join(i.temp,`dreamina-originals-`));try{let t=l.flatMap(({file:e,from:t})=>t===void 0?[]:[{from:t,to:e}]);if(r!==void 0&&t.length>0){let e=await(0,s.U)(r,t,u,a);if(!e.ok)i.log.info(e.error.message);else for(let{sha256:t,absolutePath:n}of e.value)c.set(t,n)}return await makeRenditions(e,n,e=>c.get(e),{...i,signal:a})}finally{await(0,d.rm)(u,{recursive:!0,force:!0})}}function isMoving({from:e,file:t}){return e!==void 0&&e!==t.path}function describeChange({sets:e,stale:t,own:n},{sets:r,onDisk:i},{branch:a,prune:o},s){if(a===void 0)return;let c=e.flatMap(({copy:e})=>e.map(({to:e,from:t})=>[e.path,{kind:`branch`,path:t}])),l={set:r,stale:t,own:n,prune:o,sources:new Map([...c,...[...i].map(([e,t])=>[e,{kind:`disk`,absolutePath:t}])])},{edits:u,renditions:d={}}=a.recorded.lock;if(r.length>0||o&&Object.keys(d).length>0&&u.size>0||t.length>0&&s.some(isMoving))return l;let f=new Set(s.map(({outcome:e})=>e.edit.id)),p=new Map([...u].filter(([e])=>!f.has(e)));return(0,B.isDeepStrictEqual)((0,b.WD)(d,l,p),d)?void 0:l}function describeBlocked({original:e,path:t,owner:n}){return{original:e,text:`its rendition \`${t}\` is left out, because ${n===void 0?`the branch has a file there that this action did not make: remove or rename that file`:`the branch has a picture of \`${n}\` there: choose another \`output\`, or run with \`prune: true\` if no spec has that edit anymore`}`}}function withWarnings(e,t,n){let r=new Set(t.filter(t=>t.outcome===e).map(({file:e})=>e.path)),i=n.filter(({original:e})=>r.has(e)).map(({original:e,text:t})=>(0,F.R)(`\`${e}\`: ${t}`));return i.length===0?e:{...e,warnings:[...e.warnings,...i]}}function entriesOf(e){return new Map(e.map(({file:e})=>[e.path,{files:[{...e}]}]))}var jt=n(90855),Mt=n(96283);async function isDescendant(e,{older:t,newer:n,ref:r},i){let a=await(0,jt.N)(e,[r],i);return a.ok?await(0,Mt.K)(e,{older:t,newer:n},i):a}async function putBack(e,t,{opened:n,folder:r,inputs:i,specEdits:a},o,c){let l=listUnchanged(e),u=leftOf(t.branch),d=new Set(l.map(({id:e})=>e).filter(e=>u.some(t=>t.id===e)));if(d.size===0)return t;let f=t.isFresh?t.current:await readAgain(n,commitDeps(i,o,c));if(f===void 0||!await isHistoryIntact(n,f,c))return t;let p=e.edits.filter(({edit:e})=>d.has(e.id)&&isAsItWas(e.id,n,f)),m=await(0,s.U)(n,p.flatMap(Y.jg),r,c);if(!m.ok)return o.log.info(`Pictures that were removed from the branch cannot be put back: ${m.error.message}`),t;let h=new Map(m.value.map(({path:e,absolutePath:t})=>[e,t])),g=p.flatMap(e=>put_back_changeOf(e,h)),_=await deliverBranch(f,{changes:{set:g,remove:[]},...await describeCommits(i,a,o)},commitDeps(i,o,c));if(_.kind!==`committed`)return t;let v=new Set(g.map(({id:e})=>e));o.log.info(`Put back on branch ${n.place.branch} what was removed during the run: ${[...v].join(`, `)}.`);let y=t.branch.kind===`committed`?t.branch:{changed:[],warnings:[]},b={..._,changed:[...new Set([...y.changed,..._.changed])].toSorted(),warnings:[...y.warnings,..._.warnings],left:[...u.filter(({id:e})=>!v.has(e)),..._.left.filter(({id:e})=>v.has(e))]};return{...t,branch:b}}async function readAgain(e,t){let n=await(0,Ke.e)(e,t);return n.ok?{repository:e.repository,place:e.place,...n.value}:void 0}function leftOf(e){return e.kind===`committed`||e.kind===`failed`?e.left:[]}async function isHistoryIntact(e,{tip:t},n){if(e.tip===void 0||t===void 0)return!1;let r=(0,l.H8)(e.place),i=await isDescendant(e.repository,{older:e.tip,newer:t,ref:r},n);return i.ok&&i.value}function isAsItWas(e,t,n){let r=n.recorded.lock.edits.get(e);return r===void 0||(0,B.isDeepStrictEqual)(r,t.recorded.lock.edits.get(e))}function put_back_changeOf({edit:{id:e,action:t}},n){if(t.kind!==`unchanged`)return[];let{entry:r,files:i}=t;return[{id:e,entry:r,sources:i.map(({path:e})=>({kind:`copy`,absolutePath:n.get(e)??``}))}]}var Nt=n(67654),deliver_run_addDisposableResource=function(e,t,n){if(t!=null){if(typeof t!=`object`&&typeof t!=`function`)throw TypeError(`Object expected.`);var dispose,r;if(n){if(!Symbol.asyncDispose)throw TypeError(`Symbol.asyncDispose is not defined.`);dispose=t[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw TypeError(`Symbol.dispose is not defined.`);dispose=t[Symbol.dispose],n&&(r=dispose)}if(typeof dispose!=`function`)throw TypeError(`Object not disposable.`);r&&(dispose=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}),e.stack.push({value:t,dispose,async:n})}else n&&e.stack.push({async:!0});return t},Pt=(function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,`An error was suppressed during disposal.`):n,t.hasError=!0}var n,r=0;function next(){for(;n=t.stack.pop();)try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next);if(n.dispose){var e=n.dispose.call(n.value);if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){return fail(e),next()})}else r|=1}catch(e){fail(e)}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve();if(t.hasError)throw t.error}return next()}})(typeof SuppressedError==`function`?SuppressedError:function(e,t,n){var r=Error(n);return r.name=`SuppressedError`,r.error=e,r.suppressed=t,r});async function deliverRun(e,t,n){let i={stack:[],error:void 0,hasError:!1};try{let{inputs:s,folder:c,branch:l,others:u,debts:d,parts:f}=t,isStopped=()=>n.stop.aborted;if(isStopped())return leaveToPost(e,c);let p=await preparePictures(e,{...t,prune:s.prune},n),{run:m}=p;if(isStopped())return leaveToPost(m,c);let{signal:h}=deliver_run_addDisposableResource(i,(0,o.d)(n.clock,12e5,`the delivery`,n.stop),!1);if(l===void 0){let e={kind:`none`},t=await deliverToArtifact({...m,branch:e,repositoryUrl:n.repository.url},c,s,p,n,h);return{edits:m.edits,branch:e,artifact:t,hasBegun:!0,paidDebts:[]}}let{branch:g,current:_}=await putBack(m,await lookAgain(m,await deliverToBranch(m,l,{...t,renditions:p.renditions},s,n,h),l,n,h),{opened:l,folder:c,inputs:s,specEdits:t.specEdits},n,h),v=f===void 0?g:creditBranch(g,m.edits,f),credit=e=>f===void 0?e:creditParts(e,f),y=s.deliver.includes(`artifact`)||!isAllOnBranch(m,v),b=s.shard?.kind!==`part`&&m.edits.some(({edit:e,state:t})=>t===`succeeded`&&(0,r.Zl)(e,s.takesOnBranch));if(!y&&!b)return{edits:credit(m.edits),branch:v,artifact:{kind:`none`},hasBegun:!0,paidDebts:[]};let x=await(0,Nt.V)(m.edits,v,t,n.log),S=x.flatMap(e=>(f&&madeByParts(e,f))??[]),C=new Set([...d,...S].map(({requestId:e})=>e)),w=await(0,Y.MN)({...m,edits:x},{opened:l,others:u,current:_,folder:c,owed:C},s.artifactContents,n,h),{run:T,renditions:E}=f===void 0?{run:w,renditions:p}:await collectParts(w,p,f,{current:_,folder:c},n,h),D=credit((0,Nt.J)(T.edits,v)),O={...T,edits:D,outcome:(0,a.decideRunOutcome)(D),branch:v,repositoryUrl:n.repository.url},k=await deliverToArtifact(O,c,s,E,n,h,await fetchBefore(O,l,c,n,h)),A=!y&&k.kind===`failed`;A&&n.log.info(`There is no artifact with the takes: ${k.message}`);let j=A?{kind:`none`}:k,isPaid=({requestId:e})=>j.kind===`artifact`&&T.edits.some(({edit:t,files:n})=>n.length>0&&(0,Y.mR)(t,new Set([e])));return{edits:credit(x),branch:v,artifact:j,hasBegun:!0,paidDebts:d.filter(isPaid)}}catch(e){i.error=e,i.hasError=!0}finally{Pt(i)}}function leaveToPost({edits:e},t){let n={edits:e,branch:{kind:`none`},hasBegun:!1,paidDebts:[]};return e.every(({state:e})=>e!==`succeeded`)?{...n,artifact:{kind:`none`}}:{...n,artifact:{kind:`failed`,message:`The step was stopped before its pictures were delivered: the post step puts them in an artifact.`,folder:t}}}function isAllOnBranch({edits:e},t){return t.kind===`failed`||t.kind===`committed`&&t.left.length>0?!1:e.every(({state:e,files:t})=>e===`succeeded`||t.length===0)}}),1549:((e,t,n)=>{n.d(t,{MN:()=>fetchUnchanged,jg:()=>filesAtStart,mR:()=>isOwed,xT:()=>isDeliveredMeanwhile});var r=n(14218),i=n(56987),a=n(53254),o=n(40677);function isDeliveredMeanwhile({state:e,edit:t}){let{kind:n}=t.action;return e===`unchanged`&&n!==`unchanged`&&n!==`aside`}async function fetchUnchanged(e,{opened:t,others:n,current:a,folder:s,owed:c},l,{log:u},d){let f=e.edits.filter(({edit:e,files:t})=>t.length===0&&(l===`all`||isOwed(e,c))).flatMap(e=>{let{action:r}=e.edit;return(0,i.MB)(r)?[{branch:(0,o.W0)(r,t,n),outcome:e}]:[]}),p=e.edits.filter(isDeliveredMeanwhile).flatMap(filesAtEnd),m=new Map;for(let[t,n]of[...[...Map.groupBy(f,({branch:e})=>e)].map(([e,t])=>[e,t.flatMap(({outcome:e})=>filesAtStart(e))]),[a,p]]){if(n.length===0)continue;let i=await(0,r.U)(t,n,s,d);if(!i.ok)return u.info(`The artifact holds only pictures that this run made: ${i.error.message}`),e;for(let e of i.value)m.set(e.path,e)}if(m.size===0)return e;let h=e.edits.map(e=>({...e,files:[...e.files,...e.unchangedFiles.flatMap(({path:e})=>m.get(e)??[])]}));return{...e,edits:h}}function isOwed({action:e},t){return(0,i.MB)(e)&&t.has(e.entry.requestId)}function filesAtStart({edit:{action:e}}){return(0,i.MB)(e)?(0,a.wantedOf)(e):[]}function filesAtEnd({unchangedFiles:e}){return e.map(e=>({from:e.path,to:e}))}}),47171:((e,t,n)=>{n.r(t),n.d(t,{holdBackTakes:()=>holdBackTakes});var r=n(56987),i=n(81435),a=n(42274),o=n(49912);function holdBackTakes(e,t){let n=new Set(e.flatMap(({edit:{take:e},state:t})=>e?.isKept===!0&&(0,i.isThere)({state:t})?[e.edit]:[])),s=listPlaces(e),c=new Set,l=new Set([...t].map(o.Xo)),u=new Map(e.flatMap(({edit:{take:e,pictures:t}})=>e?.isKept===!0&&t!==void 0?[[e.edit,t]]:[]));return e.map(e=>{let{edit:i}=e,{take:d,action:f}=i;if(e.state!==`unchanged`||d===void 0||d.isKept||n.has(d.edit)||f.kind!==`unchanged`&&f.kind!==`aside`||f.on!==void 0||f.entry.stored!==void 0)return e;let{from:p,entry:m}=f,h=(0,o.Xo)(p)!==d.edit&&l.has((0,o.Xo)(p));if(p!==i.id&&(t.has(p)||h)||c.has(p)||m.files.some(({path:e})=>(s.get((0,a.t)(e))??i.id)!==i.id))return e;c.add(p);let g={kind:`unchanged`,from:p,entry:m,files:m.files};if(m.take!==void 0&&m.isKept!==!0)return(0,r.O2)(i)?e:{...e,edit:{...i,action:g},unchangedFiles:m.files};let _=u.get(d.edit)??i.pictures,v={...i,take:{...d,isKept:!0},..._!==void 0&&{pictures:_},action:g};return{...e,edit:v,unchangedFiles:m.files}})}function listPlaces(e){let t=e.filter(e=>(0,i.isThere)(e)&&e.edit.action.kind!==`aside`);return new Map(t.flatMap(({edit:{id:e},files:t,unchangedFiles:n})=>[...t,...n].map(({path:t})=>[(0,a.t)(t),e])))}}),67654:((e,t,n)=>{n.d(t,{J:()=>markUncommitted,V:()=>keepAdopted});var r=n(51455),i=n(76760),a=n(39799),o=n(56987),s=n(82129);function markUncommitted(e,t){return e.map(e=>{let n=isBrought(e)?whyMissing(e.edit.id,t):void 0;if(n===void 0)return e;let r={code:`not-committed`,message:describeMissing(e,n)};return{...e,state:`pending`,job:{kind:`none`},unchangedFiles:[],error:r}})}async function keepAdopted(e,t,{copies:n,folder:a},o){let c=[];for(let l of e){let{edit:e,state:u}=l;if(u!==`adopted`||whyMissing(e.id,t)===void 0||e.action.kind!==`adopt`)c.push(l);else try{let t=[];for(let o of e.action.files){let e=i.join(a,...o.path.split(`/`));await(0,r.mkdir)(i.dirname(e),{recursive:!0}),await(0,r.copyFile)(n.get(o.sha256)??``,e),t.push({...o,absolutePath:e})}c.push({...l,files:t})}catch(t){o.info(`The artifact does not hold the pictures of ${e.id}: ${(0,s.U)(t)}.`),c.push(l)}}return c}function isBrought({edit:e,state:t}){if(t===`adopted`)return!0;let{action:n}=e;return t===`unchanged`&&n.kind===`unchanged`&&n.on===void 0&&!(0,o.O2)(e)}function whyMissing(e,t){switch(t.kind){case`none`:return{reason:`the step was stopped before`};case`unchanged`:return;case`committed`:return t.left.find(t=>t.id===e);case`failed`:return t.left.length===0?{reason:`the commit could not be delivered`}:t.left.find(t=>t.id===e)}}function describeMissing({edit:{action:e}},{reason:t,remedy:n}){let r=e.kind===`adopt`,i=r?`were not copied from branch ${(0,a.WG)(e.on.branch)}`:`were not moved to their new paths`,o=`${r?`copies`:`moves`} them, at no cost`,s=r?``:`are on the branch, but `;if(n===void 0)return`Its pictures ${s}${i}: ${t}. The next run ${o}.`;switch(n){case`make-again`:return`Its pictures ${i}: ${t}.`;case`clear-path`:return`Its pictures ${s}${i}: ${t}. Give the edit another \`output\`, use another \`branch-directory\`, or remove the file: then the next run ${o}.`;case`wait-for-path`:return`Its pictures ${s}${i}: ${t}. The next run ${o}, if that path is free by then.`}}}),41225:((e,t,n)=>{n.r(t),n.d(t,{closeLedger:()=>closeLedger});var r=n(23693),i=n(70205),a=n(59170);function decideLedgerChanges(e,t){let n=[...recordOlder(t),...e.flatMap(e=>changesFor(e,t)),...t.delivered.paidDebts.map(e=>(0,i.IH)(e,t.nowMs))];return[...new Map(n.map(e=>[JSON.stringify(e),e])).values()]}function recordOlder({recorded:e,found:t,destination:n,nowMs:i}){if(e===void 0)return[];let o=(0,a.N)(e);return[...t.values()].flat().flatMap(e=>{if(!(0,r.nT)(e)||e.destination!==n||!o.has((0,a.P)(e)))return[];let{fingerprint:t,requestId:s}=e;return[{kind:`delivered`,fingerprint:t,requestId:s,destination:n,atMs:i}]})}function changesFor(e,t){let{job:n}=e,{fingerprint:r}=e.edit,{destination:a,nowMs:o}=t;switch(n.kind){case`none`:case`refused`:case`maybe-sent`:return[];case`open`:return n.isUnusable===!0?[{kind:`unusable`,fingerprint:r,requestId:n.requestId,destination:a}]:[];case`made`:return isDelivered(e,t)?[{kind:`delivered`,fingerprint:r,requestId:n.requestId,destination:a,atMs:o},...isUploadOwed(t)?[(0,i.Km)({edit:e.edit.id,destination:a,step:t.thisStep},n,o)]:[]]:[];case`delivered`:return e.state===`adopted`&&!isDelivered(e,t)?[]:isUndelivered(r,n.requestId,t.found)?[{kind:`delivered`,fingerprint:r,requestId:n.requestId,destination:a,atMs:o}]:[];case`over-empty`:return[{kind:`ended-empty`,fingerprint:r,requestId:n.requestId}];case`lost`:return n.isRecorded?[]:[{kind:`lost`,fingerprint:r,requestId:n.requestId,atMs:o}]}}function isUndelivered(e,t,n){return(n.get(e)??[]).some(e=>(0,r.nT)(e)&&e.requestId===t)}function isDelivered({edit:e},{deliver:t,delivered:n}){let{branch:r,artifact:i}=n;if(!t.includes(`branch`))return i.kind===`artifact`;switch(r.kind){case`committed`:return r.left.every(({id:t})=>t!==e.id);case`unchanged`:return!0;case`none`:case`failed`:return!1}}function isUploadOwed({deliver:e,delivered:{artifact:t}}){return e.includes(`branch`)&&e.includes(`artifact`)&&t.kind===`failed`}var o=n(61936);async function closeLedger(e,t,n){let{thisStep:r}=t,{ledger:i}=(0,o.n)(t),{localMs:a,serverMs:s}=t.readTimes(),c=decideLedgerChanges(e,{...n,found:i,thisStep:r,nowMs:s??a});c.length>0&&await t.handle.note(c);let l=await t.finish(6e4);return l.ok||!t.keepsRecord()?[]:[{severity:`warning`,message:`${l.error.message} The post step tries again. If that fails too, the next run collects once more what this one delivered, and holds as unknown what this one left at the service.`}]}}),3408:((e,t,n)=>{n.r(t),n.d(t,{createReport:()=>createReport,describeReport:()=>describeReport,isAllDone:()=>isAllDone,isWhole:()=>isWhole,judgeReport:()=>judgeReport});var r=n(53277),i=n(67654),a=n(81435),o=n(32290),s=n(19612);function createReport(e,{edits:t,branch:n,artifact:r},o){let s=deliveryFailures(n,r).length===0,c=(0,i.J)(t,n);return{...e,edits:c.map(e=>withWhereabouts(e,r)),delivery:r,branch:n,repositoryUrl:o.url,outcome:s?(0,a.decideRunOutcome)(c):`incomplete`}}function withWhereabouts(e,t){let{error:n,files:r}=e;if(n===void 0||r.length===0)return e;let i=t.kind===`artifact`?`What came is in the artifact \`${t.name}\`.`:`What came was not delivered.`;return{...e,error:{...n,message:`${n.message} ${i}`}}}function describeReport(e){let{branch:t,delivery:n}=e,r=[...t.kind===`committed`?[`Branch ${t.branch}: commit ${t.commit}.`]:[],...n.kind===`artifact`?[`Pictures and gallery: ${n.url}`]:[]];return[`${(0,o.SS)(e)}.`,...r].join(` `)}function judgeReport(e,t){let n=deliveryFailures(e.branch,e.delivery);return n.length>0?{failure:n.join(` `)}:(0,a.shouldFail)(e.edits,t)?{failure:(0,o.SS)(e)}:{}}function isAllDone({isStopped:e,isDelivered:t},n){return n.length===0&&(!e||t)}function isWhole(e){return e.hasBegun&&deliveryFailures(e.branch,e.artifact).length===0}function deliveryFailures(e,t){return[...e.kind===`failed`?[e.message]:[],...e.kind===`committed`&&e.left.length>0?[`${(0,s.LS)(e.left.length,`edit`)} could not be committed: ${(0,r.J)(e.left)}.`]:[],...t.kind===`failed`?[t.message]:[]]}}),74483:((e,t,n)=>{n.r(t),n.d(t,{describeDebts:()=>describeDebts});var r=n(56987),i=n(19612),a=n(1549);function describeDebts(e,t,{artifact:n,paidDebts:r}){let a=countPictures(r,t),o=countPictures(e.filter(e=>!r.includes(e)),t),s=o===1;return[...a===0?[]:[`${(0,i.LS)(a,`picture`)} of an earlier run, whose upload failed, ${a===1?`is`:`are`} in the artifact now.`],...o===0||n.kind===`failed`?[]:[`${(0,i.LS)(o,`picture`)} of an earlier run, whose upload failed, could not be fetched from the branch, so the artifact does not hold ${s?`it`:`them`}; the log says why. The next run tries again.`]].map(e=>({severity:`warning`,message:e}))}function countPictures(e,t){let n=new Set(e.map(({requestId:e})=>e));return t.filter(e=>(0,a.mR)(e,n)).reduce((e,{action:t})=>e+((0,r.MB)(t)?t.files.length:0),0)}}),92917:((e,t,n)=>{n.r(t),n.d(t,{listPicturesBefore:()=>listPicturesBefore});var r=n(92974),i=n(49912);function listPicturesBefore({branch:e,base:t}){let{joined:n}=e??{},a=e===void 0||n===void 0?t:{place:e.place,tip:n.base,recorded:n.recorded},o=a?.tip===void 0?`own`:`base`,{tip:s,place:c,recorded:l}=(o===`base`?a:e)??{},u=c===void 0||c.directory===``?``:`${c.directory}/`,d=s===void 0||l===void 0?[]:[...l.lock.edits],picturesOf=({files:e,stored:t,heldBy:n})=>{let i=t===void 0?s:n;return e.map(({path:e,type:n,sha256:a})=>i!==void 0&&(0,r.sE)(n)===`picture`&&(t!==void 0||l?.paths.has(e)===!0)?{path:`${u}${e}`,commit:i,sha256:a}:void 0)};return{from:o,pictures:new Map(d.flatMap(([e,t])=>{let n=picturesOf(t);return[e,...t.isKept===!0?[(0,i.Xo)(e)]:[]].map(e=>[e,n])}))}}}),50469:((e,t,n)=>{n.r(t),n.d(t,{publishReport:()=>publishReport});var r=n(5716),i=n(76107),a=n(4410),o=n(27954),s=n(248),c=n(61653),l=n(1697),u=n(75369),d=n(13813);async function publishReport(e,t,n,f,p){let{actions:m,log:h,job:g}=p,_=``;await(0,d.a)([[`outputs`,()=>{t.setOutputs((0,o.r)(e,t.resultsFile))}],[`results file`,async()=>{await(0,l.K)(t.resultsFile,e)}],[`annotations`,()=>{let t=e.branch.kind===`committed`?e.branch.warnings:[],n=[...e.problems,...(0,i.dm)((0,s.u)(e)),...t.map(e=>({severity:`warning`,message:e}))];(0,a.E)(n,m.annotate,h)}],[`comment`,async()=>{let t=(0,r.P6)(e,n,{runUrl:g.runUrl,job:g.name}),i=await(0,u.r)(t,f,p);_=i.note===``?``:i.note+(0,r.LM)(e,n)}],[`job summary`,async()=>{await m.writeSummary((0,c.B)(e)+_)}]],h)}}),55259:((e,t,n)=>{n.r(t),n.d(t,{propose:()=>propose});var r=n(5716),i=n(38536),a=n(7921),o=n(32613),s=n(59684),c=n(56927),l=n(51049),__addDisposableResource=function(e,t,n){if(t!=null){if(typeof t!=`object`&&typeof t!=`function`)throw TypeError(`Object expected.`);var dispose,r;if(n){if(!Symbol.asyncDispose)throw TypeError(`Symbol.asyncDispose is not defined.`);dispose=t[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw TypeError(`Symbol.dispose is not defined.`);dispose=t[Symbol.dispose],n&&(r=dispose)}if(typeof dispose!=`function`)throw TypeError(`Object not disposable.`);r&&(dispose=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}),e.stack.push({value:t,dispose,async:n})}else n&&e.stack.push({async:!0});return t},u=(function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,`An error was suppressed during disposal.`):n,t.hasError=!0}var n,r=0;function next(){for(;n=t.stack.pop();)try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next);if(n.dispose){var e=n.dispose.call(n.value);if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){return fail(e),next()})}else r|=1}catch(e){fail(e)}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve();if(t.hasError)throw t.error}return next()}})(typeof SuppressedError==`function`?SuppressedError:function(e,t,n){var r=Error(n);return r.name=`SuppressedError`,r.error=e,r.suppressed=t,r});async function openPull({opened:e,delivery:t,key:n,text:r},{githubToken:i,pullInto:a,branch:s},d){let f={stack:[],error:void 0,hasError:!1};try{if(a===void 0||!isProposal(t,e))return;let{clock:u,log:p,stop:m,repository:h}=d,{signal:g}=__addDisposableResource(f,(0,c.d)(u,6e4,`the pull request`,m),!1),_=d.pullRequests(i),v={head:s,base:a},y,b=await(0,l.L)(async e=>{let t=await place(v,_,{key:n,text:r},e=>y=e,g),i=e>=3||g.aborted;if(t.ok||t.error.kind!==`failed`||i)return{kind:`done`,value:t};let a=t.error.retryAfterMs??2e3*e;return p.info((0,l.e)(`Could not write the pull request: ${t.error.why}`,a)),{kind:`again`,value:t,waitMs:a}},{clock:u,signal:g});if(b.ok)return p.info(`The pull request is up to date: ${b.value.url}`),{kind:`up-to-date`,number:b.value.number,url:b.value.url};let{kind:x,why:S}=b.error;if(y!==void 0)return{kind:`not-updated`,why:S,url:y.url};let C=`${h.url}/compare/${(0,o.O)(a)}...${(0,o.O)(s)}?expand=1`;return{kind:`not-opened`,why:S,isDenied:x===`denied`,compareUrl:C}}catch(e){f.error=e,f.hasError=!0}finally{u(f)}}function isProposal(e,t){return e.kind===`committed`||e.kind===`unchanged`&&t?.joined?.isAhead===!0}async function place(e,t,{key:n,text:r},i,a){let o=await t.find(e,a);if(!o.ok)return o;let c=o.value;c!==void 0&&i(c);let l=(0,s.S)(n,c?.body,r);return l===void 0?{ok:!1,error:{kind:`refused`,why:`what people wrote in it leaves no room for it`}}:c?.body===l?{ok:!0,value:c}:c===void 0?await t.open(e,{title:`Update pictures (${n.spec})`,body:l},a):await t.update(c.number,l,a)}async function propose(e,t,n,o,s){let{job:c,workspace:l}=s,u=await openPull({opened:t,delivery:e.branch,key:{spec:(0,a.$)(o.spec,l),workflow:``,job:``,destination:``},text:(0,r.P6)(e,n,{runUrl:c.runUrl,job:c.name})},o,s);return u===void 0?e:{...e,pull:u,problems:[...e.problems,...(0,i.q)(u)]}}}),93197:((e,t,n)=>{n.d(t,{z:()=>pinFiles});var r=n(29059),i=n(99743);async function pinFiles(e,t,n){let a=new Map;for(let o of await(0,i.VE)(t)){let i=e.filter(e=>!a.has(keyOf(e)));if(i.length===0)break;let s=[...new Set(i.map(({absolutePath:e})=>e))],c=await(0,r.r)(s,{...t,sha:o},n);for(let e of i){let t=c.get(e.absolutePath);t?.ok===!0&&t.value.blob===e.gitBlob&&t.value.path===e.path&&a.set(keyOf(e),o)}}return e=>a.get(keyOf(e))}function keyOf({absolutePath:e,path:t,gitBlob:n}){return JSON.stringify([e,t,n])}}),68087:((e,t,n)=>{n.d(t,{x:()=>r});let r=`1.0.0`})};