/** The product's look (colours and type of its window) for the file dialog. */
export const chooserStyle = `
:host { color-scheme: light dark; --ink: #1E2226; --ink-2: #4A5157; --surface: #FFFFFF; --surface-2: #F3F2EE; --line: #DDDAD3;
  --line-strong: #87847D; --accent: #17606E; --accent-strong: #0F4A56; --accent-soft: #DFEDEF; --on-accent: #FFFFFF; --warn-soft: #FBF0DC; }
:host([data-dark]) { --ink: #E6E4DF; --ink-2: #BDBAB3; --surface: #24282B; --surface-2: #2C3134; --line: #3C4246; --line-strong: #8A8D8F;
  --accent: #6FB9C6; --accent-strong: #8FCBD6; --accent-soft: #23424A; --on-accent: #10191B; --warn-soft: #3D3320; }
dialog { width: min(860px, 94vw); height: min(560px, 90vh); padding: 0; border: 1px solid var(--line); border-radius: 8px; background: var(--surface);
  color: var(--ink); font: 13px/20px "Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", system-ui, sans-serif; }
dialog[open] { display: grid; grid-template: auto auto 1fr auto / 168px 1fr; }
dialog::backdrop { background: rgb(30 34 38 / 38%); }
h2 { grid-column: 1 / 3; margin: 0; padding: 12px 16px; font-size: 16px; line-height: 24px; font-weight: 600; }
.way { grid-column: 1 / 3; display: flex; align-items: center; gap: 8px; padding: 0 16px 12px; border-bottom: 1px solid var(--line); }
.way output { overflow-wrap: anywhere; }
nav { padding: 8px; border-right: 1px solid var(--line); overflow: auto; background: var(--surface-2); }
nav button { display: block; width: 100%; text-align: start; border-color: transparent; background: none; overflow: hidden; text-overflow: ellipsis; }
.list { overflow: auto; padding: 4px 8px; outline-offset: -2px; }
.entry { display: grid; grid-template-columns: 20px 1fr 84px 132px; gap: 8px; align-items: center; min-height: 28px; padding: 0 8px; border-radius: 4px; }
.entry span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.entry .fact { color: var(--ink-2); font-size: 12px; text-align: end; font-variant-numeric: tabular-nums; }
.entry svg { width: 16px; height: 16px; fill: none; stroke: var(--ink-2); stroke-width: 1.5; }
.entry[aria-selected="true"] { background: var(--accent-soft); }
.list:focus-visible .entry[aria-selected="true"] { outline: 2px solid var(--accent); outline-offset: -2px; }
.note { padding: 16px; color: var(--ink-2); }
.foot { grid-column: 1 / 3; display: grid; grid-template-columns: auto 1fr auto auto auto; gap: 8px; align-items: center; padding: 12px 16px; border-top: 1px solid var(--line); }
.message { grid-column: 1 / 6; min-height: 20px; }
.message:empty { display: none; }
.message.question { display: flex; gap: 8px; align-items: center; padding: 6px 8px; border-radius: 4px; background: var(--warn-soft); }
.message.question span { flex: 1; }
input, select, button { font: inherit; color: inherit; min-height: 30px; padding: 0 10px; border: 1px solid var(--line-strong); border-radius: 4px; background: var(--surface); box-sizing: border-box; }
button:hover { background: var(--surface-2); }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.primary:hover { background: var(--accent-strong); }
:is(input, select, button, .list):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.list:focus-visible { outline-offset: -2px; }
`
