/** The look of the dialog that copies what was chosen. */
export const SPEC_STYLE = `.spec{width:min(560px,calc(100vw - 24px));padding:22px 24px;border:1px solid var(--line);border-radius:14px;background:var(--raised);color:var(--ink)}
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
.ends .take-it:disabled{opacity:.45;cursor:default}`;
