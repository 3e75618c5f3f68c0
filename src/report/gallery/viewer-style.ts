/** The large view's look: always dark, as pictures are judged best on a dark ground. */
export const VIEWER_STYLE = `.view{
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
}`;
