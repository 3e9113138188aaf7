import { describe, expect, it } from 'vitest';
import { readXml } from '../../src/office/xml.ts';

/** What a handler hears of this XML, as one string. */
function heard(xml: string | Uint8Array): string {
  let all = '';
  readXml(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml, {
    open: (name, attributes) => (all += `<${name}${Object.values(attributes).map((value) => ` ${value}`)}>`),
    close: (name) => (all += `</${name}>`),
    text: (text) => (all += text),
  });
  return all;
}

describe('readXml', () => {
  it('tells what a file is made of', () => {
    expect(heard('<?xml version="1.0"?><w:p w:val="一"><![CDATA[文]]>&lt;字<br/></w:p>')).toBe(
      '<w:p 一>文<字<br></br></w:p>',
    );
  });

  it.each([
    [
      'comments, instructions, declarations',
      '<!DOCTYPE p [<!ELEMENT p (#PCDATA)><!-- ]> -->]><p>甲<!-- <q> --><?x <y>?>乙</p>',
      '<p>甲乙</p>',
    ],
    ['both quotes, spaces, a > in a value', `<p a = '"' b="'>" c\n=\n"1"\t/>`, `<p ", '>, 1></p>`],
    [
      'entities and numbers',
      '<p a="&#x4e00;&quot;">&#20057;&amp;lt;&unknown;</p>',
      '<p 一">乙&lt;&unknown;</p>',
    ],
    ['line ends', '<p>甲\r\n乙\r丙</p>\n', '<p>甲\n乙\n丙</p>'],
    ['a space before the end of a tag', '<p ><q></q ></p >', '<p><q></q></p>'],
  ])('reads %s', (_name, xml, expected) => {
    expect(heard(xml)).toBe(expected);
  });

  it('reads UTF-16, and GB18030 where it is declared', () => {
    const utf16 = Uint8Array.from(
      [...'\ufeff<p>文</p>'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    );
    expect(heard(utf16)).toBe('<p>文</p>');
    const gbk = [...'<?xml version="1.0" encoding="GBK"?><p>'].map((c) => c.charCodeAt(0));
    expect(heard(Uint8Array.from([...gbk, 0xce, 0xc4, ...[...'</p>'].map((c) => c.charCodeAt(0))]))).toBe(
      '<p>文</p>',
    );
  });

  it('expands no entity of the file’s own, and loads none', () => {
    const bomb =
      '<!DOCTYPE p [<!ENTITY a "文文文文"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><p>&b;&c;</p>';
    expect(heard(bomb)).not.toContain('文');
    expect(heard(bomb)).not.toContain('root');
  });

  it('expands the entities that it is given, and none that only look so', () => {
    let all = '';
    const bytes = new TextEncoder().encode('<p>&nbsp;&amp;&constructor;</p>');
    readXml(bytes, { text: (text) => (all += text) }, { nbsp: '\u00a0' });
    expect(all).toBe('\u00a0&&constructor;');
  });

  it.each([
    ['what breaks off', '<p><q>文'],
    ['what is no XML', '一是加强领导'],
    ['nothing', ''],
    ['a tag without an end', '<p a="1"'],
    ['a value without an end', '<p a="1></p>'],
    ['what is nested without end', '<p>'.repeat(6_000)],
  ])('refuses %s', (_name, xml) => {
    expect(() => heard(xml)).toThrow('damaged');
  });
});
