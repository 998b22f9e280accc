import {parseMarkdown} from '@opsbinder/core';
import type {Nodes, Root} from 'mdast';
import {toString as textContent} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {describe, expect, test} from 'vitest';
import {restoreUnclaimedDirectives, runbookMarkdown} from '../src/remark/index.js';

/** A page after all transforms of this package, as Docusaurus would run them. */
function transform(markdown: string, path = 'page.md'): Root {
  const tree = parseMarkdown(markdown);
  const file = {path, value: markdown};
  runbookMarkdown()(tree, file);
  restoreUnclaimedDirectives()(tree, file);
  return tree;
}

const textOf = (markdown: string) => textContent(transform(markdown));

/** The tree as an outline of component and node names, one per line. */
function outline(node: Nodes, depth = 0): string {
  const {name, attributes = []} = node as {name?: string; attributes?: {name: string; value: unknown}[]};
  const facts = attributes
    .map((attribute) => ` ${attribute.name}=${JSON.stringify(attribute.value)}`)
    .join('');
  const line = `${'  '.repeat(depth)}${name ?? node.type}${facts}`;
  const children = 'children' in node ? node.children.map((child) => outline(child, depth + 1)) : [];
  return [line, ...children].join('\n');
}

describe('text that looks like a tag stays', () => {
  test.each([
    'Restart <pod-name> and wait.',
    'Scale <deployment>, then <namespace>/<pod_name>.',
    'Start at <time> and write to <address>.',
    'Use <your name here> as the user.',
    '**Look at <pod-name>** first',
    '# Restart <service>',
    '- restart <pod-name>',
    'Set <input> to <source>.',
    'Set <input file> to <source path>.',
    'Choose <option> in <head>, <body>, <html> or <tr>.',
    'Drop <table> or its <tr>.',
    'Replace <s> and <span>x.',
    'Closed <time> by nobody </address>.',
    'Go to <host:port>, <ip:8080> or http://<ip:port>/x',
    'Log in as <user@host> or <root@10.0.0.1>, copy <s3://bucket/key>',
    'See note:this[<pod> and <host:port>] here',
    'Told <!here> and <?php a ?> and <![CDATA[x]]>',
  ])('%s', (markdown) => {
    const words = markdown.replace(/^[#-] /, '').replaceAll('**', '');
    expect(textOf(markdown)).toBe(words);
  });

  test('at the start of a line, where CommonMark sees a block of HTML', () => {
    expect(textOf('<pod-name>\nis **down**, see `x <y>`')).toBe('<pod-name>\nis down, see x <y>');
    expect(outline(transform('<pod-name>\nis **down**'))).toContain('strong');
  });

  test.each([
    '<address> is the IP of the node',
    '<time>',
    '<object>',
    '<path>',
    '<option> is one of <table> or <tr>',
    '<summary> of the incident',
    '<source> to <target>',
    '<script> is what runs',
    '<!here> is up',
    '<?xml version="1.0"?>',
    '<!DOCTYPE html>',
    '<![CDATA[ a <b> c ]]>',
    '<!-- never closed',
  ])('at the start of a line: %s', (markdown) => {
    const tree = transform(`${markdown}\n\n**next**`);
    expect(tree.children.map((child) => textContent(child))).toEqual([markdown, 'next']);
    expect(outline(tree)).not.toContain('html');
  });

  test('at the start of a line, with links and code after it', () => {
    const tree = transform('<address> has `<x>`, <https://wiki.io> and <host:port>\n\n```\n<address>\n```');
    expect(textContent(tree)).toBe('<address> has <x>, https://wiki.io and <host:port><address>');
    expect(outline(tree)).toContain('link');
    expect(transform('<address>\n<div>\n<pod>\n</div>').children).toMatchObject([
      {type: 'paragraph'},
      {type: 'html', value: '<div>\n&lt;pod&gt;\n</div>'},
    ]);
  });

  test('in lists, quotes and tables', () => {
    expect(textOf('- <pod>\n  is **x**\n- <address> y')).toBe('<pod>\nis x<address> y');
    expect(textOf('> <time> z')).toBe('<time> z');
    expect(textOf('| a |\n|-|\n| <pod> <td> <a:b> |')).toBe('a<pod> <td> <a:b>');
  });

  test('after a comment', () => {
    expect(transform('<!-- a --> <pod-name> restart **it**').children).toMatchObject([
      {type: 'html', value: '<!-- a -->'},
      {type: 'paragraph', children: [{value: '<pod-name> restart '}, {type: 'strong'}]},
    ]);
    expect(transform('<!-- a --> restart <pod-name>').children).toMatchObject([
      {type: 'html', value: '<!-- a --> restart &lt;pod-name&gt;'},
    ]);
  });

  test('in a block of code that was written in HTML', () => {
    expect(transform('<pre>\nget <pod>\n\n<address>\n</pre>').children).toMatchObject([
      {type: 'html', value: '<pre>\nget &lt;pod&gt;\n\n&lt;address&gt;\n</pre>'},
    ]);
  });

  test('inside real HTML', () => {
    const tree = transform('<div>\nRestart <pod-name> now\n</div>');
    expect(tree.children[0]).toMatchObject({
      type: 'html',
      value: '<div>\nRestart &lt;pod-name&gt; now\n</div>',
    });
  });

  test('while real elements stay elements', () => {
    const html = (markdown: string) =>
      transform(markdown)
        .children.flatMap((node) => ('children' in node ? node.children : [node]))
        .filter(({type}) => type === 'html').length;
    expect(html('A line<br>and <kbd>Ctrl</kbd>')).toBe(3);
    expect(html('<details>\n<summary>More</summary>\n</details>')).toBe(1);
    expect(html('An <img src="x.png"> and <a href="x">link</a>')).toBe(3);
    expect(html('<!-- a comment -->')).toBe(1);
  });

  test.each([
    '<details>\n<summary>More</summary>\n\nText\n\n</details>',
    '<div>\n\ntext\n\n</div>',
    '<div>\n\nnever closed',
    '<details>\n\nnever closed',
    '<section>\n\ntext\n\n</section>',
    '<small>\n\ntext\n</small>',
    'text <div>inner\n</div>',
    'One<p>two <li>three',
    '<table>\n<tr><td>never closed',
    '<select>\n<option>a\n<option>b\n</select>',
    '<time datetime="2026-01-01">',
    '<img alt="a -> b" src="x.png">',
    'x <img alt="a -> b" src="x.png"> and <a title="A > B" href="x">link</a>',
    '<a title="A > B" href="x">\nlink</a>',
    '<script>\nif (a<b) x("<pod>")\n</script>',
    '<style>\na > b {} /* <pod> */\n</style>',
    '<svg width="10"><path d="M0"/><filter><feBlend/></filter></svg>',
    '<!-- a\n\nb --> <b>c</b>',
    'See <https://wiki.io>, <a@b.io>, <mailto:root@host> and <tel:112>',
  ])('while real HTML and real links stay: %s', (markdown) => {
    const untouched = parseMarkdown(markdown);
    expect(outline(transform(markdown))).toBe(outline(untouched));
    const html = (tree: Root) => JSON.stringify(tree).match(/"type":"html","value":"(?:[^"\\]|\\.)*"/g);
    expect(html(transform(markdown))).toEqual(html(untouched));
  });

  test('however odd or long the page is', () => {
    const odd = ['<a "', '<a ="', '<!--', '<?', '<address> x\n', '<br>', '<div>', '<td>', '<a="a"="a"="a"'];
    for (const piece of odd) expect(textOf(piece.repeat(2000))).toBeTypeOf('string');
  });

  test('in MDX, where a tag is JSX, nothing is touched', () => {
    expect(transform('Restart <Pod-name> now', 'page.mdx')).toMatchObject({
      children: [{children: [{type: 'text'}, {type: 'html'}, {type: 'text'}]}],
    });
  });
});

describe('text that looks like a directive stays', () => {
  test.each([
    'At 10:30 the job on localhost:3000 ends.',
    'Ask svc:web[0] or host:port{a=1}.',
    'See note:this[**bold** and `code`]{.x} here.',
    '# Port svc:web[0]',
    '::unknown[label]{a=1}',
  ])('%s', (markdown) => {
    const words = markdown.replace(/^# /, '').replaceAll('**', '').replaceAll('`', '');
    expect(textOf(markdown)).toBe(words);
  });

  test('a block that nobody knows keeps its lines and its content', () => {
    const tree = transform(':::unknown[Label]{a=1}\n\nSome **content**.\n\n:::');
    expect(tree.children.map((child) => textContent(child))).toEqual([
      ':::unknown[Label]{a=1}',
      'Some content.',
      ':::',
    ]);
  });
});

test.each([
  ['[x](100%.md)', '100%25.md'],
  ['[x](a%20b%.md)', 'a%20b%25.md'],
  ['[x](a%E9.md)', 'a%25E9.md'],
  ['[x](a%20b.md)', 'a%20b.md'],
])('the address in %s can be decoded', (markdown, url) => {
  expect(transform(markdown).children[0]).toMatchObject({children: [{type: 'link', url}]});
});

test.each([
  ['<p style="color">x</p>', '<p>x</p>'],
  ['<p style=color>x</p>', '<p>x</p>'],
  ['<p STYLE = color class=a>x</p>', '<p class=a>x</p>'],
  ["<p style={{color: 'red'}}>x</p>", '<p>x</p>'],
  ['<p style=color:red>x</p>', '<p style=color:red>x</p>'],
  [
    '<p title=" style=color" style="color: red">x style=color</p>',
    '<p title=" style=color" style="color: red">x style=color</p>',
  ],
  [
    '<p style="color: red; ; background: url(data:a;b,c)">x</p>',
    '<p style="color: red; ; background: url(data:a;b,c)">x</p>',
  ],
])('the style in %s is kept when it is one', (markdown, value) => {
  expect(transform(markdown).children[0]).toMatchObject({type: 'html', value});
});

describe('runbook directives', () => {
  test('steps are numbered through the page and carry their facts', () => {
    const tree = transform(':::step[Stop]{danger role="sre" minutes="5"}\ntext\n:::\n\n:::step\nmore\n:::');
    expect(outline(tree)).toBe(
      [
        'root',
        '  OpsbinderStep number="1" danger=null role="sre" minutes="5"',
        '    OpsbinderStepTitle',
        '      paragraph',
        '        text',
        '    paragraph',
        '      text',
        '  OpsbinderStep number="2"',
        '    OpsbinderStepTitle',
        '    paragraph',
        '      text',
      ].join('\n'),
    );
  });

  test('verify, rollback and escalate are headed sections at the top of a page', () => {
    const tree = transform(':::verify\ncheck\n:::\n\n:::rollback[Go back to the last release]\nback\n:::');
    expect(outline(tree)).toContain('OpsbinderSection kind="verify" titled=null\n    heading');
    expect(textContent(tree.children[0] as Nodes)).toBe('Verifycheck');
    expect(textContent(tree.children[1] as Nodes)).toBe('Go back to the last releaseback');
  });

  test('and parts of a step inside it', () => {
    const tree = transform('::::step[Stop]\n\n:::expect\nok\n:::\n\n:::verify\ncheck\n:::\n\n::::');
    expect(outline(tree)).toContain('    OpsbinderExpect\n');
    expect(outline(tree)).toContain('    OpsbinderSection kind="verify"\n      paragraph');
  });

  test('owners are named by id, in brackets or braces', () => {
    expect(outline(transform('Ask :owner[platform] now.'))).toContain('OpsbinderOwnerLine id="platform"');
    expect(outline(transform('::owner{id="platform"}'))).toContain('OpsbinderOwner id="platform"');
    expect(textOf('An owner:someone is text')).toBe('An owner:someone is text');
  });
});

describe('what is for certain readers alone', () => {
  const text =
    '::::only{audience="sre, platform"}\n## Hidden\n\n:::step[Inside]\nx\n:::\n::::\n\n:::step[Next]\ny\n:::';
  const transformFor = (markdown: string, audience?: string) => {
    const tree = parseMarkdown(markdown);
    runbookMarkdown({audience})(tree, {path: 'page.md', value: markdown});
    return tree;
  };

  test('says for whom it is', () => {
    for (const audience of [undefined, 'SRE', 'customer, platform']) {
      expect(outline(transformFor(text, audience))).toContain(
        'OpsbinderOnly audience="platform, sre"\n    heading',
      );
    }
  });

  test('is not there for others, and steps are numbered without it', () => {
    const tree = transformFor(text, 'customer');
    expect(textContent(tree)).toBe('Nexty');
    expect(outline(tree)).toContain('OpsbinderStep number="1"');
    expect(outline(transformFor('<div>\n:::only{audience="sre"}\nHidden\n:::\n</div>', 'customer'))).toBe(
      'root',
    );
  });

  test('is found where JSX stands around it', async () => {
    const {default: remarkMdx} = await import('remark-mdx');
    const {default: remarkParse} = await import('remark-parse');
    const {default: remarkDirective} = await import('remark-directive');
    const {unified} = await import('unified');
    const jsx =
      '<Tabs>\n  <div>\n\n    :::only{audience="sre"}\n    Hidden {1}\n    :::\n\n    Shown\n  </div>\n</Tabs>\n';
    const tree = unified().use(remarkParse).use(remarkMdx).use(remarkDirective).parse(jsx);
    runbookMarkdown({audience: 'customer'})(tree, {path: 'page.mdx', value: jsx});
    expect(textContent(tree)).toBe('Shown');
  });

  test('is for nobody when it does not say for whom, and for all when the build does not', () => {
    expect(textOf(':::only\nFor whom?\n:::')).toBe('For whom?');
    expect(textContent(transformFor(':::only\nFor whom?\n:::', 'sre'))).toBe('');
  });
});

describe('a message', () => {
  /** The text that the first message on a page hands to whoever copies it. */
  const textToSend = (markdown: string, audience?: string) => {
    const tree = parseMarkdown(markdown);
    runbookMarkdown({audience})(tree, {path: 'page.md', value: markdown});
    let text: unknown;
    visit(tree, (node) => {
      const {name, attributes} = node as {name?: string; attributes?: {name: string; value: unknown}[]};
      if (name === 'OpsbinderMessage') text ??= attributes?.find((one) => one.name === 'text')?.value;
    });
    return text;
  };

  test('says where it goes and to whom', () => {
    expect(outline(transform(':::message[The *status* page]{to="customers"}\nWe know.\n:::'))).toContain(
      'OpsbinderMessage where="The status page" to="customers" text="We know."\n    paragraph',
    );
    expect(outline(transform(':::message\nWe know.\n:::'))).toContain('OpsbinderMessage text="We know."');
  });

  test.each<[string, string, string]>([
    [
      'as written',
      ':::message\nWe *know* `x` of <symptom>\nsince 10:30,\n\n- and redis:lock:17 &amp; more\n\n\n\nEnd.\n:::',
      'We *know* `x` of <symptom>\nsince 10:30,\n\n- and redis:lock:17 &amp; more\n\nEnd.',
    ],
    ['in an item', '1. Send\n\n   :::message[Chat]\n   One\n\n     two\n   :::\n', 'One\n\n  two'],
    ['in a quote', '> :::message[Chat]\n> One\n> > two\n> :::\n', 'One\n> two'],
    ['in a step', '::::step[One]\n:::message[Chat]\n  One\n  two\n:::\n::::', 'One\ntwo'],
    ['without an end', ':::message[Chat]\nOne', 'One'],
    ['with line ends of Windows', ':::message[Chat]\r\nOne\r\ntwo\r\n:::\r\n', 'One\ntwo'],
    ['of one fence of code', ':::message[Chat]\n\n```text\nOne\n  <two>\n```\n\n:::', 'One\n  <two>'],
    ['in front of a fence', ':::message[Chat]\nRun\n```\nx\n```\n:::', 'Run\n```\nx\n```'],
    [
      'that begins with a blank',
      ':::message[Chat]\n<namespace>\nis **down**\n:::',
      '<namespace>\nis **down**',
    ],
    ['inside what is no HTML', '<namespace>\n:::message[Chat]\n<pod> is **down**\n:::', '<pod> is **down**'],
    ['with nothing in it', ':::message[Chat]\n:::', ''],
  ])('is copied %s', (_how, markdown, text) => {
    expect(textToSend(markdown)).toBe(text);
  });

  test('is copied without what is for others', () => {
    const markdown = '::::message[Chat]\nOne\n:::only{audience="sre"}\nSECRET\n:::\ntwo\n::::';
    expect(textToSend(markdown, 'customer')).toBe('One\n\ntwo');
    expect(outline(transform(markdown))).toContain('SECRET');
  });

  test('keeps its lines apart, and those of text with colons', () => {
    const tree = transform(':::message\nOne\nredis:lock:17\n**two\nthree**\n:::\n\nfour\nfive');
    expect(outline(tree).match(/break/g)).toHaveLength(3);
    expect(textContent(tree)).toBe('Oneredis:lock:17twothreefour\nfive');
  });
});

describe('a decision', () => {
  test('marks the items that lead somewhere, and the link by which they do', () => {
    const tree = transform(
      ':::decision[What do *you* see?]\n\nAn introduction.\n\n- **[Slow](slow.md)**, or [else](else.md)\n- nothing\n\n1. [Down][down]\n\n   - [further](x.md)\n\n[down]: down.md\n:::',
    );
    expect(outline(tree)).toContain('OpsbinderDecision titled=null\n    OpsbinderQuestion\n      paragraph');
    const marked: string[] = [];
    visit(tree, (node) => {
      const {className} = (node.data as {hProperties?: {className?: string[]}})?.hProperties ?? {};
      if (className) marked.push(`${node.type} ${className} ${textContent(node)}`);
    });
    expect(marked).toEqual([
      'listItem opsbinder-choice Slow, or else',
      'link opsbinder-choice-link Slow',
      'listItem opsbinder-choice Downfurther',
      'linkReference opsbinder-choice-link Down',
    ]);
  });

  test('without a question is still a list of links', () => {
    expect(outline(transform(':::decision\n- [a](b.md)\n:::'))).toContain('OpsbinderDecision\n    list');
  });
});

describe('what a command should show', () => {
  test('is one with the command right before it, wherever both stand', () => {
    const markdown = '```bash\nls\n```\n\n:::expect[Two files]\n`a b`\n:::\n\n:::expect\nand more\n:::';
    const outlined = outline(transform(markdown));
    expect(outlined).toContain(
      '  OpsbinderCommandAndExpect\n    code\n    OpsbinderExpect\n      paragraph\n        strong',
    );
    expect(outlined).toContain('\n  OpsbinderExpect');
    const item = markdown.replace(/^/gm, '   ').trimStart();
    expect(outline(transform(`1. ${item}`))).toContain('OpsbinderCommandAndExpect\n        code');
  });

  test('stands by itself after anything else', () => {
    expect(outline(transform('```bash\nls\n```\n\nThen\n\n:::expect\nx\n:::'))).not.toContain(
      'CommandAndExpect',
    );
  });
});
