import { SPEC_STYLE } from './spec-style.ts';
import { VIEWER_STYLE } from './viewer-style.ts';

/** The page's style: a plain contact sheet, light or dark like the reader's system. */
export const PAGE_STYLE = `:root{
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
${VIEWER_STYLE}
${SPEC_STYLE}
@media (max-width:640px){
.totals{gap:8px 24px}.totals dd{font-size:15.5px}
.find{flex-basis:100%}.find kbd,.keys{display:none}
.shown:empty{display:none}.bar{position:static}
.arrange>summary{display:list-item}.arrange>div{display:grid;grid-template-columns:minmax(0,1fr);padding-top:8px}
.arrange label{justify-content:space-between}.arrange select{width:62%;max-width:none}.density{width:62%}
}
@media (prefers-reduced-motion:no-preference){.chip,.frame{transition:background-color .12s,color .12s}}
@media print{.bar,.slide,.line,.before,dialog{display:none!important}.edit{break-inside:avoid;content-visibility:visible}}
`;
