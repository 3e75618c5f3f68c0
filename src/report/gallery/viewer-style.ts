/** The large view's look: always dark, as pictures are judged best on a dark ground. */
export const VIEWER_STYLE = `.view{
--paper:#101013;--raised:#1c1c21;--well:#1c1c21;--ink:#ededf0;--soft:#a1a0ab;--line:#34343c;--accent:#b7a0ff;
--good:#4cc488;--calm:#8f8e99;--bad:#ff8094;--open:#efb45c;
color-scheme:dark;width:100vw;height:100dvh;max-width:none;max-height:none;margin:0;padding:0;border:0;overflow:hidden;background:var(--paper);color:var(--ink)}
.view[open]{display:grid;grid-template:auto minmax(0,1fr) auto/minmax(0,1fr) 340px}
.viewbar{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:center;gap:8px 12px;padding:10px 14px 10px 20px}
.who{flex:1;min-width:120px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.who strong{font:600 15px var(--mono)}
.count{margin-left:8px;color:var(--soft);font-variant-numeric:tabular-nums}
.modes{display:flex;padding:3px;border-radius:10px;background:var(--raised)}
.modes button{height:32px;padding:0 12px;border:0;border-radius:7px;background:none;color:var(--soft);white-space:nowrap}
.modes button[aria-pressed=true]{background:#3a3a44;color:var(--ink)}
.save,.close{display:grid;place-items:center;height:38px;padding:0 12px;border:0;border-radius:10px;background:var(--raised);text-decoration:none}
.close{width:38px;padding:0}
.stage{position:relative;container-type:size;margin:0 76px;outline:none}
.pair{position:absolute;inset:0;display:grid;place-items:center;place-content:center;gap:12px}
.pane{position:relative;min-width:0;min-height:0;grid-area:1/1;width:min(100cqw,100cqh*var(--ratio,1));aspect-ratio:var(--ratio,1)}
.pane img{display:block;width:100%;height:100%;object-fit:contain;border-radius:4px;background:var(--paper)}
.pane figcaption{display:none;position:absolute;left:10px;bottom:10px;padding:2px 9px;border-radius:6px;background:#000a;color:#fff;font-size:12.5px}
.pair[data-mode=after] .then{display:none}
.pair[data-mode=slide] .then{z-index:1;clip-path:inset(0 calc(100% - var(--at,50%)) 0 0)}
.pair[data-mode=slide] .now{clip-path:inset(0 0 0 var(--at,50%))}
.pair[data-mode=slide]{display:block;inset:auto;left:50%;top:50%;translate:-50% -50%;overflow:hidden;width:min(100cqw,100cqh*var(--ratio,1));aspect-ratio:var(--ratio,1)}
.pair[data-mode=slide] .pane{position:absolute;inset:0;width:auto;aspect-ratio:auto;background:var(--paper)}
.pair[data-mode=slide] img{border-radius:0}
.pair[data-mode=slide] .line,.pair[data-mode=slide] .slide{display:block;z-index:2}
.pair[data-mode=side]{grid-template-columns:1fr 1fr}
.pair[data-mode=side] .pane{--own:var(--shape,var(--ratio,1));grid-area:auto;width:min(50cqw - 6px,100cqh*var(--own));aspect-ratio:var(--own)}
.pair[data-mode=side] figcaption{display:block}
.step{position:absolute;top:50%;translate:0 -50%;z-index:3;width:44px;height:64px;padding:0 0 5px;border:0;border-radius:10px;background:var(--raised);color:#fff;font-size:30px;line-height:1}
.step:hover{background:#34343c}
.back{left:-60px}.on{right:-60px}
.side{padding:4px 24px 20px 4px;overflow:auto;font-size:14.5px}
.side .facts{margin-top:18px;font-size:13px;grid-template-columns:minmax(0,1fr);gap:0}
.side .facts dd{margin-bottom:7px}
.side .named{white-space:normal;overflow-wrap:anywhere}
.side .ref img{width:60px;height:60px}
.side .ref[aria-current=true]{outline:2px solid var(--accent);outline-offset:1px}
.keys{grid-column:1/-1;padding:10px 20px;color:var(--soft);font-size:12.5px}
.keys kbd{padding:1px 6px;border:1px solid var(--line);border-radius:4px}
.keys kbd:not(:first-child){margin-left:4px}
@media (max-width:860px){
.view[open]{grid-template:auto minmax(0,1fr) minmax(0,38%)/minmax(0,1fr)}
.viewbar{padding:8px 10px 8px 14px}.stage{margin:0 8px}.side{padding:12px 14px 20px}.keys{display:none}
.step{width:38px;height:52px;background:#0007}.back{left:0}.on{right:0}
.modes{order:1;flex-basis:100%}.modes button{flex:1}
}
@media (max-width:860px) and (orientation:portrait){
.pair[data-mode=side]{grid-template-columns:1fr}
.pair[data-mode=side] .pane{width:min(100cqw,(50cqh - 6px)*var(--own))}
}`;
